"""Pure Python: what can be drawn. Imports no qgis."""
