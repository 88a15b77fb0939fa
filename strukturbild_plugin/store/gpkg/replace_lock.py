"""Hold on to a user's database while another is made to take its place, so that nobody's save is lost in between."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from typing import Iterator

from ...errors import StoreError
from ...i18n import tr
from .error_messages import explained, locked
from .guarded_connection import checked_connection, limited_connection
from .open_files import other_writers, own_writers

_TIMEOUT_S = 1.0
_LOOKS, _PAUSE_S = 10, 0.1
"""Whoever only reads is soon gone: how often to look, and how long to wait in between."""
_CANNOT_REPLACE_OPEN = os.name == "nt"
_HEADER_BYTES = 100
_SIDE_FILES = ("-wal", "-shm", "-journal")


class ReplaceLock:
    """Nobody else writes to the database at `path`; who reads it is not disturbed. `reader`: a connection to read it.

    Any other connection of this program that is opened and closed meanwhile would look like somebody else's.
    """

    def __init__(self, path: Path, holder: sqlite3.Connection, reader: sqlite3.Connection, ours: set[int]) -> None:
        self.path, self.reader, self._holder, self._ours = path, reader, holder, ours
        self._stamp = _stamp(path)

    def ready_to_replace(self) -> None:
        """Make sure, right before the file is replaced, that nobody would lose by it. Raises StoreError.

        Where a file that is open cannot be replaced, the lock is let go of here, and the file is looked at once more.
        """
        _refuse_open(self.path, self._ours)
        if _CANNOT_REPLACE_OPEN:
            self.reader.close()
            self._holder.close()
        if any(side.exists() for side in side_files(self.path)):
            raise StoreError(locked(self.path))
        if _stamp(self.path) != self._stamp:
            raise StoreError(changed_meanwhile(self.path))


@contextlib.contextmanager
def replace_lock(path: Path) -> Iterator[ReplaceLock]:
    """Hold the strukturbild at `path`. StoreError when it is in use or open for writing elsewhere, as far as is known.

    ForeignParts for one that holds what could run.
    """
    with _locked(path, checked=True) as lock:
        yield lock


@contextlib.contextmanager
def replace_lock_of_any(path: Path) -> Iterator[ReplaceLock | None]:
    """The same for any file that is to be replaced, which is not looked into; None when it is no database."""
    with contextlib.ExitStack() as stack:
        try:
            lock = stack.enter_context(_locked(path, checked=False))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise explained(error, path) from error
            lock = None
        if lock is None and any(side.exists() for side in side_files(path)):
            raise StoreError(locked(path))
        yield lock


def side_files(path: Path) -> tuple[Path, ...]:
    """Where SQLite keeps unsaved pages of the database at `path`."""
    return tuple(path.with_name(path.name + ending) for ending in _SIDE_FILES)


def changed_meanwhile(path: Path) -> str:
    """The sentence when somebody else has changed the file that was to be replaced."""
    return tr("Filen {path} ändrades av ett annat program under tiden och har inte skrivits över. Försök igen.").format(
        path=path
    )


@contextlib.contextmanager
def _locked(path: Path, checked: bool) -> Iterator[ReplaceLock]:
    if checked:
        _refuse_open(path, set())
    before = own_writers(path)
    connect = checked_connection if checked else limited_connection
    with contextlib.closing(connect(path, _TIMEOUT_S)) as holder:
        # What lies beside the file (-wal) would be taken for a part of what replaces it; this brings it to rest.
        if holder.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise StoreError(locked(path))
        holder.execute("BEGIN IMMEDIATE")
        # SQLite copies nothing through a connection that may write, and one that is closed while another holds the
        # file stays open until that one lets go: so this one is opened once.
        with contextlib.closing(connect(path, _TIMEOUT_S)) as reader:
            yield ReplaceLock(path, holder, reader, own_writers(path) - before)


def _refuse_open(path: Path, ours: set[int]) -> None:
    """Raise StoreError when somebody could write to the file, and goes on holding it."""
    for look in range(_LOOKS):
        here, others = own_writers(path) - ours, other_writers(path)
        if not here and not others:
            return
        if look < _LOOKS - 1:
            time.sleep(_PAUSE_S)
    if others:
        raise StoreError(
            tr(
                "Filen {path} används just nu av ett annat program ({program}). Spara och stäng den där, och "
                "försök igen."
            ).format(path=path, program=", ".join(others))
        )
    raise StoreError(
        tr("Filen {path} redigeras i ett lager här i QGIS. Avsluta redigeringen av lagret, och försök igen.").format(
            path=path
        )
    )


def _stamp(path: Path) -> tuple[int, int, int, bytes]:
    """What is no longer the same when somebody has written to the file or replaced it."""
    status = os.stat(path)
    if not _CANNOT_REPLACE_OPEN:  # opening and closing the file would let go of SQLite's locks on it
        return status.st_ino, status.st_size, status.st_mtime_ns, b""
    with path.open("rb") as file:  # SQLite counts in here; the time may be set only once our own handles are closed
        return status.st_ino, status.st_size, 0, file.read(_HEADER_BYTES)
