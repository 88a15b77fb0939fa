"""Goals and what is drawn: where they are carried, where nothing is said, and where they meet."""
