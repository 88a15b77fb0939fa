"""Whether a file can be written to right now, and making it whole after: neither ever waits for another program."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path


def is_locked(path: Path) -> bool:
    """Whether another program is writing in the file at this moment: QGIS itself would stand still for 5 seconds.

    A file that cannot be written to for another reason is not locked: who tries is told why.
    """
    try:
        with contextlib.closing(_connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return "locked" in str(error) or "busy" in str(error)
    except sqlite3.Error:
        return False
    return False


def is_shut(path: Path) -> bool:
    """Whether another program lets nobody even read the file: a layer put in edit mode would stand still 5 seconds."""
    try:
        with contextlib.closing(_connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error) or "busy" in str(error)
    except sqlite3.Error:
        return False
    return False


def make_whole(path: Path) -> bool:
    """Bring what was written beside the file (-wal) into it, so that a copy of the file alone has everything.

    False when somebody is reading just now: the next save does it.
    """
    try:
        with contextlib.closing(_connect(path)) as connection:
            busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    return not busy


def make_plain(path: Path) -> bool:
    """Let a file that nobody has open any more say so itself: not as one where more may lie beside it (WAL).

    False when somebody has it open still, or it cannot be written to.
    """
    try:
        with contextlib.closing(_connect(path)) as connection:
            mode, *_rest = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.Error:
        return False
    return str(mode).lower() == "delete"


def _connect(path: Path) -> sqlite3.Connection:
    """No statement of the file's own is run on it; the file must be there."""
    uri = Path(path).absolute().as_uri() + "?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
