"""Copies of unsaved edits: their format and their folder."""
