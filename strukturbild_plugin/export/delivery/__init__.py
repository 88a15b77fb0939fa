"""The GeoPackage of an edition, its metadata and its inspection."""
