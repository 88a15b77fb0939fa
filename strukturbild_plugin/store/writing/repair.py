"""Repairs of a file that is to be worked with: what a crash, a new name or an older program has left in it."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from ...errors import StoreError
from ..gpkg.connection import connect
from ..gpkg.error_messages import disk_full
from ..gpkg.reader import Reader
from ..gpkg.replace_lock import side_files
from ..qgis_project.embedded_project import repair_project
from ..qgis_project.form_upgrade import renew_forms
from ..schema.tables import object_tables
from .mend_missing import lacks_parts, put_parts_back

_WAL_AT, _WAL = 18, 2
_LOCK_TIMEOUT_S = 0.1


def repair(path: Path) -> None:
    """Take the file out of WAL mode, put back indexes and triggers, renew project and forms, each if it needs it.

    `path`: a file that `check_file` has let through. One that is in order, in use or cannot be written to stays as it
    is, and is good to open all the same. Raises StoreError when the disk is full.
    """
    path = Path(path)
    _leave_wal_mode(path)
    if any(side.exists() for side in side_files(path)):
        return
    try:
        _put_parts_back(path)
        repair_project(path)
        renew_forms(path)
    except StoreError as error:
        if str(error) == disk_full(path):
            raise


def _put_parts_back(path: Path) -> None:
    """Without its triggers a file neither counts versions nor finds what is drawn; it may be in use."""
    with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(connect(path, _LOCK_TIMEOUT_S)) as opened:
        opened.execute("BEGIN")
        objects = object_tables(Reader(opened, path).catalogue())
        if lacks_parts(opened, objects):
            opened.execute("ROLLBACK")
            opened.execute("BEGIN IMMEDIATE")
            put_parts_back(opened, objects)
            opened.execute("COMMIT")


def _leave_wal_mode(path: Path) -> None:
    """QGIS 3.22 cannot open several layers of a file that a crash left in WAL mode; one that is in use stays in it."""
    with path.open("rb") as file:
        header = file.read(_WAL_AT + 1)
    if header[_WAL_AT] == _WAL or any(side.exists() for side in side_files(path)):
        with (
            contextlib.suppress(sqlite3.OperationalError),
            contextlib.closing(connect(path, _LOCK_TIMEOUT_S)) as opened,
        ):
            opened.execute("PRAGMA journal_mode = DELETE").fetchall()
