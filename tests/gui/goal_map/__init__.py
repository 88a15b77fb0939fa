"""Tests of the page of goals against the map."""
