"""Opening, upgrading and writing a strukturbild file, one transaction at a time."""
