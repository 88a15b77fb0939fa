"""Strukturbilder made from real open data, for looking at and trying: dense, sparse, and one for each template."""
