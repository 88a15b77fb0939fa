"""One judge of hostile content."""
