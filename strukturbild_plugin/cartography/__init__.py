"""Symbol sets to renderers, labels, legends, base map and sheets. Imports catalogue and goals."""
