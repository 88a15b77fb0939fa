"""Strukturbilder as earlier versions of the tables made them (tests/data/version*.sql), styles and project left out."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from strukturbild_plugin.catalogue.added_attributes import without_unused
from strukturbild_plugin.store.gpkg.connection import prepared
from strukturbild_plugin.store.gpkg.records import Snapshot

_DATA = Path(__file__).resolve().parents[1] / "data"
FINGERPRINTS = {
    1: "901da21419896d25e08afe32f0b9630928b0c12f8927a3eda0679192c97ee546",
    2: "1192e40e47b30539c09734e7c911c053f1ff7ff2a794e4fc5acfe1ded63cec06",
}
"""What each version said of the content of its file."""


def older_file(path: Path, version: int) -> Path:
    """Make the file of that version at `path`."""
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the disk need not settle for each of a thousand statements
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript((_DATA / f"version{version}.sql").read_text(encoding="utf-8"))
        connection.commit()
    return path


def as_before(snapshot: Snapshot) -> Snapshot:
    """An upgraded strukturbild without what the upgrade gave its catalogue: all that it had, and nothing else."""
    return replace(snapshot, catalogue=without_unused(snapshot.catalogue, ()))
