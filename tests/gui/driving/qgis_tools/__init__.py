"""Scripts that use QGIS's own tools on the layers of a strukturbild that saves itself."""
