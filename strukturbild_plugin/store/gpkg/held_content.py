"""The content of the open file when its name leads to it no more: deleted, moved or replaced while QGIS has it open."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from .error_messages import damaged, explaining
from .file_copy import built_beside, discard
from .guarded_connection import set_limits
from .held_file import FileIdentity, identity_of, name_of_handle, own_handles, strukturbild_id_in
from .open_files import other_writers
from .replace_lock import side_files

_CHUNK = 1 << 20
_WAL = "-wal"


def save_held(identity: FileIdentity, path: Path, target: Path) -> Path:
    """Write what this program holds of the open file, which lay at `path`, to `target`, and give `target`.

    What was committed beside the file (-wal) goes with it. Raises StoreError, and then `target` is as it was.
    """
    handles = own_handles(identity)
    if not handles:
        sentence = tr("Innehållet i {path} går inte att nå längre. Öppna en säkerhetskopia.")
        raise StoreError(sentence.format(path=path))
    with built_beside(target) as temporary, explaining(target):
        for wal in [*pages_beside(path), None]:
            discard(temporary)
            _copy(handles[0], temporary)
            if wal is not None:
                _copy(wal, temporary.with_name(temporary.name + _WAL))
            if _whole(temporary):
                break
        else:
            raise StoreError(damaged(path))
    return target


def pages_beside(path: Path) -> list[int]:
    """Handles of what was committed but lies beside the open file at `path` (-wal) as yet; the latest first."""
    found: dict[int, tuple[int, int]] = {}
    names = {f"{path}{_WAL}", f"{os.path.realpath(path)}{_WAL}"}  # SQLite follows links, and so does the system's name
    with contextlib.suppress(OSError):
        for name in os.listdir("/dev/fd"):
            with contextlib.suppress(OSError, ValueError):
                status = os.fstat(int(name))
                if status.st_size and name_of_handle(int(name)) in names:
                    found[status.st_ino] = (status.st_mtime_ns, int(name))
    return [handle for _time, handle in sorted(found.values(), reverse=True)]


def sides_of_ours(path: Path) -> list[Path]:
    """What SQLite keeps beside the file at `path` for this program alone.

    When another file takes that place, or none, it is to go: it would be taken for a part of what lies there.
    """
    found = []
    for side in {*side_files(path), *side_files(Path(os.path.realpath(path)))}:
        with contextlib.suppress(OSError):
            if own_handles(identity_of(side)) and not other_writers(side):
                found.append(side)
    return found


def _copy(handle: int, target: Path) -> None:
    """Read where the handle is, without a new one: closing that would let go of SQLite's locks on the file."""
    with target.open("wb") as file:
        place = 0
        while chunk := os.pread(handle, _CHUNK, place):
            file.write(chunk)
            place += len(chunk)


def _whole(path: Path) -> bool:
    """Whether it is a strukturbild that is in order, once what lies beside it is in it."""
    try:
        with contextlib.closing(set_limits(sqlite3.connect(str(path)))) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("PRAGMA ignore_check_constraints = ON")  # a value that is not allowed is no damage
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return False
        return bool(strukturbild_id_in(path))  # what was written over it may be in order, and nothing of ours
    except sqlite3.DatabaseError:
        return False
