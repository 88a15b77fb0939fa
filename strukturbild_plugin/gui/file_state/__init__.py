"""The file of the open strukturbild and its layers in the project: what has become of them, and how it is mended."""
