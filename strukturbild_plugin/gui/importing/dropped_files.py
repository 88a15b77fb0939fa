"""A file that is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QMimeData

from ...errors import StrukturbildError
from ...store.writing.open_check import schema_version


def file_in(dropped: QMimeData) -> Path | None:
    """The one file that is dropped; None for several, for folders other than file databases, and for web addresses."""
    places = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    if len(places) != 1 or len(dropped.urls()) != 1:
        return None
    path = places[0]
    return path if path.is_file() or path.suffix.lower() == ".gdb" else None


def is_strukturbild(path: Path) -> bool:
    """Whether the file is one to open, and not one to take objects out of."""
    if path.suffix.lower() != ".gpkg":
        return False
    try:
        return schema_version(path) > 0
    except StrukturbildError:
        return False
