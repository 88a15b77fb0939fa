"""Whether the file that is open still has all its tables and columns: another program may take them away meanwhile."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from ...errors import StrukturbildError
from ..schema.tables import CATALOGUE_TABLES, OWN_TABLES, object_tables
from .connection import missing_parts
from .held_file import FileIdentity, FileLook, FileState, look_at
from .reader import Reader


class FileParts:
    """Of the file at `path`. It is gone through again when its schema has been changed. Any thread."""

    def __init__(self, path: Path) -> None:
        self._path = Path(path)
        self._known: tuple[int, tuple[str, ...]] = (-1, ())
        """The schema's number when it was last gone through, and what was missing."""

    def look(self, identity: FileIdentity, strukturbild_id: str) -> FileLook:
        """What has become of the file, which was `identity` when it was opened. Only reads; never waits."""
        look = look_at(self._path, identity, strukturbild_id)
        missing = self._missing() if look.state in (FileState.THERE, FileState.READ_ONLY) else ()
        return replace(look, state=FileState.INCOMPLETE, missing=missing) if missing else look

    def _missing(self) -> tuple[str, ...]:
        uri = f"{self._path.absolute().as_uri()}?mode=ro"
        with (
            contextlib.suppress(sqlite3.Error, StrukturbildError),  # it cannot be read just now
            contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection,
        ):
            number = connection.execute("PRAGMA schema_version").fetchone()[0]
            if number != self._known[0]:
                connection.execute("PRAGMA trusted_schema = OFF")
                found = missing_parts(connection, (*CATALOGUE_TABLES, *OWN_TABLES))
                if not found:
                    found = missing_parts(connection, object_tables(Reader(connection, self._path).catalogue()))
                self._known = number, tuple(found)
        return self._known[1]
