"""Scripts that save, and that come back after QGIS was killed."""
