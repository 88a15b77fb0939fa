"""What is new since an edition or another file."""
