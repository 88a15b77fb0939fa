"""The steps a group takes and how far it has come, read from the strukturbild itself.

May import checks, analysis, workshop, store and below. Knows no window: the dock shows what this gives.
"""
