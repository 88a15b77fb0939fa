"""The map as SVG, stamped and sealed."""
