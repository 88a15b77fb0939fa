"""Tests of the synthesis in the dock, on the map and in the open layers."""
