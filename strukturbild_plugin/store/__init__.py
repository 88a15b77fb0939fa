"""Create, open, read and write a strukturbild. Imports cartography, catalogue and goals."""
