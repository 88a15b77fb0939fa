"""Linking what is drawn to goals in the dock."""
