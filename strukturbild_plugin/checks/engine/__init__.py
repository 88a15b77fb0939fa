"""What the rules stand on: the checked objects with their geometries, lookups and indexes; findings."""
