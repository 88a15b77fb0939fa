"""Objects out of a file: what it holds, what will be taken and why, on the map before, and then one undoable act."""
