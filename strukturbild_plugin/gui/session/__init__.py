"""The session with one open strukturbild: its layers in the project, tasks, live checks, pictures on the map."""
