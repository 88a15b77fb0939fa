"""The state, settings and folder that the files of an edition are made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from ...store.gpkg.records import Edition, Snapshot
from ..delivery.iso19139 import MetadataFacts
from ..export_request import ExportRequest

RunOnMain = Callable[[Callable[[], Any]], Any]
"""Calls what it is given, on the main thread, and gives back its answer or raises its error."""


@dataclass(frozen=True)
class ExportContext:
    """One state of a strukturbild, the edition that it is, and what was asked for."""

    snapshot: Snapshot
    edition: Edition
    about: MetadataFacts
    state: Path
    """The copy of the strukturbild that `snapshot` was read from; the delivery is made of it."""
    folder: Path
    """Where the files are made."""
    name: str
    """First part of every file's name."""
    formats: tuple[str, ...]
    """Codes of `formats.FORMATS`, in their order."""
    request: ExportRequest
    run_on_main: RunOnMain
    """Runs a piece of map drawing on the main thread."""
