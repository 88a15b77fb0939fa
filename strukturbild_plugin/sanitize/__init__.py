"""What files from anybody may hold: limits and allowlists that decide before anything is built or run.

Pure readers of bytes; no QGIS, no files of their own. Whoever reads such a file asks here first.
"""
