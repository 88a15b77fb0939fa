"""The findings of the check as a list, and what is done from it."""
