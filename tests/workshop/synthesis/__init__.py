"""Tests of what groups have drawn alike."""
