"""The check of the goal library."""
