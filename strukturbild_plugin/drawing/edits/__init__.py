"""Edits of objects: each function is one undo step."""
