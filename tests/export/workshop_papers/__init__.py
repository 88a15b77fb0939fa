"""Tests of what is printed and mailed when a workshop begins."""
