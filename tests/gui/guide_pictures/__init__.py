"""Scripts that take the pictures of the user guides inside a real QGIS; tools/docs/pictures.py starts them."""
