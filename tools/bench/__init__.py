"""Timings, as ratios against a fair baseline."""
