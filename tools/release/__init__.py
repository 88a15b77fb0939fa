"""The zip that QGIS installs, its bundled libraries and its translations."""
