"""Objects and goals from files a planner has."""
