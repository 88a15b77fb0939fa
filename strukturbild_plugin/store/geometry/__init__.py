"""Geometry without QGIS."""
