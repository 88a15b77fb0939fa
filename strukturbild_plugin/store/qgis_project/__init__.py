"""What QGIS reads out of a strukturbild file: layers, styles, forms, the embedded project."""
