"""The web page of an edition."""
