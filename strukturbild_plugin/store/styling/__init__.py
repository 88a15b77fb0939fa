"""What a strukturbild carries for its look, and changes of it."""
