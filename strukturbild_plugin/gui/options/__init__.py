"""The plugin's page in QGIS's settings, and who draws."""
