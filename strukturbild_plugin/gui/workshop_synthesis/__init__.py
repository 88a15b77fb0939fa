"""The synthesis of a workshop: what the groups have drawn alike, in the dock and on the map, and made joint there."""
