"""Print layouts of the region's own: sanitized, filled in, saved."""
