"""What the tests of exported files share."""

from __future__ import annotations

from pathlib import Path


def the(folder: Path, pattern: str) -> Path:
    """The one file of this pattern in the folder."""
    (found,) = folder.glob(pattern)
    return found
