"""Sheets of an edition: what each kind shows, with which layers and texts."""
