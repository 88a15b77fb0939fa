"""What the rules are given and give back: the check context, checked objects with geometries, and findings."""
