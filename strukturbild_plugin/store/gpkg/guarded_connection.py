"""Connections to files that anybody may have made: with limits, and a check of what in their schema could run."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from .foreign_parts import refuse_foreign_parts
from .held_file import refuse_other_file

_STEPS_PER_CALL = 1_000_000
_MAX_CALLS = 500
"""Half a thousand million steps of SQLite's machine: some ten seconds. A large strukturbild takes some millions."""
_MAX_VALUE_BYTES = 500_000_000
_LIMIT_LENGTH = 0
_SERVER = "\\\\"
"""How the path of a file on a server begins on Windows; SQLite takes no such addresses."""
_CANNOT_WRITE = ("unable to open database file", "readonly database")


def limited_connection(path: Path, seconds: float, reads_only: bool = False) -> sqlite3.Connection:
    """A connection with limits: nothing of the file's own schema may call functions, and no statement goes on for ever.

    For files that have not been looked at yet; `checked_connection` is what everything else takes. `seconds`: the wait
    for a lock. `reads_only`: a file in WAL mode in a folder where nobody may write is read through a copy, and one with
    unsaved pages beside it is not brought to rest: nothing of what is read is written.
    """
    if not Path(path).is_file():
        raise StoreError(tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=path))
    refuse_other_file(Path(path))
    connection = set_limits(_connected(Path(path), seconds, reads_only))
    return _readable(connection, Path(path)) if reads_only else connection


def _connected(path: Path, seconds: float, reads_only: bool) -> sqlite3.Connection:
    """A connection; one that may write takes what lies beside the file into it, also when it only reads."""
    text = str(path)
    if reads_only and not text.startswith(_SERVER) and unsaved_beside(path):
        text = f"{path.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(text, timeout=seconds, isolation_level=None, uri=True)
    return sqlite3.connect(text, timeout=seconds, isolation_level=None)


def unsaved_beside(path: Path) -> list[Path]:
    """The files in which SQLite keeps what belongs to the database at `path` and is not in it yet."""
    found = []
    for ending in ("-wal", "-journal"):
        side = path.with_name(path.name + ending)
        with contextlib.suppress(OSError):
            if side.stat().st_size:
                found.append(side)
    return found


def set_limits(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Set the limits on a connection."""
    limit_time(connection)
    if hasattr(connection, "setlimit"):  # from Python 3.11 on
        connection.setlimit(_LIMIT_LENGTH, _MAX_VALUE_BYTES)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def checked_connection(path: Path, seconds: float, reads_only: bool = False) -> sqlite3.Connection:
    """A limited connection to a file with a harmless schema. `seconds`: the wait for a lock. Raises StoreError."""
    connection = limited_connection(path, seconds, reads_only)
    try:
        refuse_foreign_parts(connection, Path(path))
    except BaseException:
        connection.close()
        raise
    return connection


class _CopyConnection(sqlite3.Connection):
    """A connection to a copy of a file, which is gone when it closes."""

    folder: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close, and remove the copy."""
        super().close()
        if self.folder is not None:
            self.folder.cleanup()


def _readable(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """The connection when SQLite can read through it, else one to a copy.

    In WAL mode SQLite writes beside the file to read it; where it may not, it gives up.
    """
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        return connection
    except sqlite3.OperationalError as error:
        if not any(words in str(error) for words in _CANNOT_WRITE):
            return connection  # the first use of it tells
        connection.close()
    folder = tempfile.TemporaryDirectory(prefix="strukturbild-")
    try:
        copy = Path(folder.name) / path.name
        for each in (path, *unsaved_beside(path)):
            shutil.copyfile(each, copy.with_name(each.name))
        made = sqlite3.connect(str(copy), isolation_level=None, factory=_CopyConnection)
    except BaseException:
        folder.cleanup()
        raise
    made.folder = folder
    return set_limits(made)


def limit_time(connection: sqlite3.Connection, most: int = _MAX_CALLS) -> None:
    """Stop statements that go on beyond reason; counted in SQLite's steps, so that a slow computer has as many."""
    taken = 0

    def step() -> bool:
        nonlocal taken
        taken += 1
        return taken > most

    connection.set_progress_handler(step, _STEPS_PER_CALL)
