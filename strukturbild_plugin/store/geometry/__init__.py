"""Geometry: curves, without QGIS, and nodes found by place."""
