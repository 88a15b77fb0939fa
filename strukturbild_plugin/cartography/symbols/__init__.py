"""From class, level and status to QGIS symbols."""
