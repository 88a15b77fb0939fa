"""The tables of a strukturbild as specifications, and as GeoPackage DDL."""
