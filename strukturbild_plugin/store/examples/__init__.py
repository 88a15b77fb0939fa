"""The worked examples, from readable files."""
