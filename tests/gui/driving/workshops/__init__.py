"""Scripts of a workshop: started, drawn in, merged, and its questions gone through."""
