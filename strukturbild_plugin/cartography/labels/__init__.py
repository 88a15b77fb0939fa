"""Labels on the map: settings, placement, pinned positions."""
