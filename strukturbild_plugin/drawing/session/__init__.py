"""The edit session: open layers, undo across layers, index and mirror of what they hold."""
