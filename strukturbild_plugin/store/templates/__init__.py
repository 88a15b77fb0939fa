"""Template packages: made, read, kept."""
