"""Scripts that link what is drawn to goals in a real QGIS."""
