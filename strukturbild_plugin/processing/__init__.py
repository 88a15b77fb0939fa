"""The headless face: thin Processing algorithms over export, checks and store."""
