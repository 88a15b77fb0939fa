"""Editing goals, reading them out of tables, and setting them beside others, in windows beside the map."""
