"""Earlier states of a strukturbild."""
