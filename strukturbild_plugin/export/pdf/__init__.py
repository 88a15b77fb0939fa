"""Finished PDFs: metadata, reading them back, GeoPDF, and the check of the output."""
