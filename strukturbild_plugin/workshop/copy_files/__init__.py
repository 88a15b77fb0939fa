"""Files that are handed in to a merge: what is wrong with one, and those that became another strukturbild."""
