"""The review of what a merge left to choose between: on the map and in the dock, never in a dialog."""
