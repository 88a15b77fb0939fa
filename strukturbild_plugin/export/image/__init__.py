"""The map as PNG, stamped."""
