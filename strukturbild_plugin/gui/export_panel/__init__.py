"""Making an edition: dialog, options, custom layouts and label positions."""
