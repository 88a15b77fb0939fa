"""What is drawn is saved by itself, and QGIS's own Save means the strukturbild."""
