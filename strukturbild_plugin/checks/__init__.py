"""Rules that read a snapshot and give back findings. Imports store and below."""
