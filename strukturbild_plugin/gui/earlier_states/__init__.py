"""Earlier states of the open strukturbild: when they are kept, how they are looked at and brought back."""
