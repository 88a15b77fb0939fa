"""Scripts that install what running, testing and packaging need, here or in an empty Debian."""
