"""The palette of classes, and the form for what is drawn next."""
