"""What the documents show: measured symbol sets and pictures of the guides."""
