"""The styles inside a strukturbild written anew, when its symbol set has been changed through a layer that is open."""

from __future__ import annotations

from pathlib import Path

from .geopackage import writing
from .project import write_project
from .styles import write_styles


def refresh_styles(path: Path, who: str = "") -> None:
    """Write the styles in the file at `path`, and the project in it, as its head says. Raises StoreError."""
    with writing(path, who) as db:
        write_styles(db)
    write_project(path)
