"""The canonical form of a strukturbild and the fingerprint of it."""
