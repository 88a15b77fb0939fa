"""A file that somebody wants to open, looked over before its layers are loaded. Done in a task."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...store.gpkg.records import Attachment, Head


@dataclass(frozen=True)
class OpenableFile:
    """A file that is good to open. `stale`: its styles are another set's, and it cannot be written to just now."""

    head: Head
    bilagor: tuple[Attachment, ...]
    stale: bool
    sagt: tuple[str, ...] = ()
    """What of the styles that somebody has saved in the file is not used."""


def make_ready(path: Path) -> OpenableFile:
    """Look a file over, and mend what a crash left behind. Raises StoreError."""
    from ...store.qgis_project.layer_styling import read_layer_styling
    from ...store.styling.custom_style_diff import carried_styles
    from ...store.styling.renew_styles import refresh_if_stale
    from ...store.writing.open_check import check_file
    from ...store.writing.repair import repair

    head = check_file(path)
    repair(path)
    stale = refresh_if_stale(path)
    return OpenableFile(head, carried_styles(path), stale, read_layer_styling(path).sentences())
