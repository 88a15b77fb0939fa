"""Earlier states of a strukturbild: whole copies in the user's profile, what is different since, and the way back."""
