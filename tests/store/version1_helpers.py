"""A strukturbild as the first version of the tables made it (tests/data/version1.sql), styles and project left out."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from strukturbild_plugin.store.gpkg.connection import prepared

SQL = Path(__file__).resolve().parents[1] / "data" / "version1.sql"
FINGERPRINT = "901da21419896d25e08afe32f0b9630928b0c12f8927a3eda0679192c97ee546"
"""What that version said of its content."""


def version1_file(path: Path) -> Path:
    """Make the file at `path`."""
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the disk need not settle for each of a thousand statements
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript(SQL.read_text(encoding="utf-8"))
        connection.commit()
    return path
