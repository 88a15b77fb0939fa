"""Map tools and what they share: digitizing, selecting, editing, snapping, shortcuts and the tool controller."""
