"""Reading and writing a strukturbild file, one transaction at a time.

`with reading(path) as db:` sees one consistent state, also while QGIS edits. `with writing(path, who) as db:` keeps
everything that was written in the block, or nothing.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Iterator

from ..gpkg.connection import connect
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import BUSY_SECONDS
from ..gpkg.reader import Reader, reading
from .writer import Writer

__all__ = ["Reader", "Writer", "reading", "writing"]


@contextlib.contextmanager
def writing(path: Path, who: str = "", seconds: float = BUSY_SECONDS) -> Iterator[Writer]:
    """Write to the file at `path` as `who`: all of the block is kept, or nothing."""
    path = Path(path)
    with explaining(path), contextlib.closing(connect(path, seconds)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            db = Writer(connection, path, who)
            yield db
            db.finish()
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    db.afterwards()
