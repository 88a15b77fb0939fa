"""The rules of the check, by subject, and their registry."""
