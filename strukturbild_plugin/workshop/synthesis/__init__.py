"""What groups have drawn alike: found, counted, listed, and how far apart two shapes may lie."""
