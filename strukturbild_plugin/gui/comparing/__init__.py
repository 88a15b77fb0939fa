"""What is new since an edition or another file: a list, and the map with what was there before."""
