"""Workshops in the window: they are started, a group's copy is drawn in, and copies are merged."""
