"""Comments and dot votes on the map, and whose contribution is what."""
