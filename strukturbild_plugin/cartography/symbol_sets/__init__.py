"""Symbol sets and region profiles: read, checked, put together."""
