"""Reading and writing a strukturbild file, one transaction at a time.

`with reading(path) as db:` sees one consistent state, also while QGIS edits. `with writing(path, who) as db:` keeps
everything that was written in the block, or nothing.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Iterator

from ...errors import OlderFile
from ..gpkg.connection import connect
from ..gpkg.error_messages import explaining, older
from ..gpkg.file_copy import BUSY_TIMEOUT_S
from ..gpkg.reader import Reader, reading
from ..schema.tables import HEAD, SCHEMA_VERSION
from .writer import Writer

__all__ = ["Reader", "Writer", "reading", "writing"]


@contextlib.contextmanager
def writing(path: Path, who: str = "", seconds: float = BUSY_TIMEOUT_S, older_too: bool = False) -> Iterator[Writer]:
    """Write to the file at `path` as `who`: all of the block is kept, or nothing. `seconds`: the wait for a lock.

    Raises OlderFile for a file that has to be upgraded first, and StoreError. `older_too`: for what every version has a
    table for.
    """
    path = Path(path)
    with explaining(path), contextlib.closing(connect(path, seconds)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not older_too:
                _refuse_older(connection, path)
            db = Writer(connection, path, who)
            yield db
            db.finish()
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    db.afterwards()


def _refuse_older(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute(f"SELECT max(schema_version) FROM {HEAD.name}").fetchone()[0]
    if isinstance(version, int) and version < SCHEMA_VERSION:
        raise OlderFile(older(path), path, version)
