"""The face for hands: dock and dialogs over the same functions as processing."""
