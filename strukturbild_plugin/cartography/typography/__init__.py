"""Typeface, text styles and typesetting, in millimetres and points."""
