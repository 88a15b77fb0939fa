"""Many hands: copies that are merged, their conflicts, what groups agree on, and what differs between two files."""
