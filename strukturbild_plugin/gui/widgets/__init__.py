"""Widgets that dock and dialogs share. Imports no other folder of gui."""
