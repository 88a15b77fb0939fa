"""What can be drawn: structures, layers, classes, levels, attributes and templates, read from files or tables.

Pure Python; may import errors, i18n and paths only. Imports no qgis and no osgeo, and yaml only while reading.
"""
