"""The strukturbild that is open: which file on the disk it is, and what has become of that file.

A name is not a file: it can be moved, deleted or replaced while QGIS has it open. QGIS and SQLite open it by name again
and again, and would then read and write another. Whoever has one open holds it here, and `refuse_other_file` keeps
every connection from touching what has taken its place.
"""

from __future__ import annotations

import contextlib
import enum
import os
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from ...errors import StoreError
from ...i18n import tr

_HANDLES = Path("/dev/fd")
_DELETED = " (deleted)"
_MOST_SEARCHED = 200
"""So many files of a folder are looked at for one that has got another name."""


class FileState(enum.Enum):
    """What has become of the open file."""

    THERE = "there"
    READ_ONLY = "read only"
    MOVED = "moved"
    DELETED = "deleted"
    """Its content is still held by this program."""
    LOST = "lost"
    """It is gone, or cannot be reached, and nobody here holds its content."""
    REPLACED = "replaced"
    """Another version of the same strukturbild lies in its place."""
    OTHER = "other"
    """Something else lies in its place."""
    OVERWRITTEN = "overwritten"
    """Another version was written over it, in its place: nobody holds what it was."""
    INCOMPLETE = "incomplete"
    """Another program has taken tables or columns out of it."""


AWAY = (
    FileState.MOVED,
    FileState.DELETED,
    FileState.LOST,
    FileState.REPLACED,
    FileState.OTHER,
    FileState.OVERWRITTEN,
)
"""What lies at its path, if anything, is not the open file."""


@dataclass(frozen=True)
class FileIdentity:
    """A file on the disk, whatever it is called. `number` 0: the file system does not say."""

    device: int
    number: int


@dataclass(frozen=True)
class FileLook:
    """What was seen of the open file. `path`: where it is now. `missing`: 'table' or 'table.column'.

    `identity`: of what lies at its path, when that is the open file.
    """

    state: FileState
    path: Path
    missing: tuple[str, ...] = ()
    identity: FileIdentity | None = field(default=None, compare=False)


_held: dict[str, FileIdentity] = {}
_looked_at: dict[str, tuple[tuple[object, ...], bool]] = {}
"""Path -> the stamp of the file when its content was looked at, and whether it was not that of the open file."""


def hold(path: Path, identity: FileIdentity) -> FileIdentity:
    """From now on the file `identity` at `path` is open: nothing else in its place is read or written."""
    _held[str(path)] = identity
    return identity


def release(path: Path) -> None:
    """It is no longer open: what lies there may be used, whatever it is."""
    _held.pop(str(path), None)
    _looked_at.pop(str(path), None)


def refuse_other_file(path: Path) -> None:
    """Raise StoreError when the strukturbild at `path` is open and another file has taken its place."""
    held = _held.get(str(path))
    if held is not None:
        with contextlib.suppress(OSError):
            if not _same(identity_of(path), held) and own_handles(held):
                sentence = tr("På platsen för {path} ligger nu en annan fil än den som är öppen. Den har inte rörts.")
                raise StoreError(sentence.format(path=path))


def identity_of(path: Path) -> FileIdentity:
    """Which file lies at `path`. Raises OSError."""
    status = os.stat(path)
    return FileIdentity(status.st_dev, status.st_ino)


def look_at(path: Path, identity: FileIdentity, strukturbild_id: str) -> FileLook:
    """What has become of the file at `path`, which was `identity` when it was opened. Only reads; never waits."""
    try:
        status = os.stat(path)
    except OSError:
        return _look_for(path, identity)
    now = FileIdentity(status.st_dev, status.st_ino)
    if status.st_size == 0:  # SQLite makes an empty file where it finds none; in the same file nothing is left
        return FileLook(FileState.LOST, path) if now == identity else _look_for(path, identity)
    if _same(now, identity) or not own_handles(identity):  # on some servers a file's number comes and goes
        if _other_content(path, status, strukturbild_id):  # written over it: nobody holds what it was
            return FileLook(FileState.LOST, path)
        state = FileState.THERE if _may_write(path, status.st_mode) else FileState.READ_ONLY
        return FileLook(state, path, identity=now)
    same = strukturbild_id_in(path) == strukturbild_id
    return FileLook(FileState.REPLACED if same else FileState.OTHER, path)


def own_handles(identity: FileIdentity) -> list[int]:
    """The handles through which this program has the file open, whatever it is called now; none where it cannot say."""
    found = []
    with contextlib.suppress(OSError):
        for name in os.listdir(_HANDLES):
            with contextlib.suppress(OSError, ValueError):
                status = os.fstat(int(name))
                if (status.st_dev, status.st_ino) == (identity.device, identity.number):
                    found.append(int(name))
    return found


def name_of_handle(handle: int) -> str:
    """The path of what a handle leads to, as it is now; '' where the system does not say."""
    with contextlib.suppress(OSError):
        name = os.readlink(_HANDLES / str(handle))
        return name[: -len(_DELETED)] if name.endswith(_DELETED) else name
    return ""


def strukturbild_id_in(path: Path) -> str:
    """The id of the strukturbild in the file at `path`; '' when it is none or cannot be read."""
    with contextlib.suppress(sqlite3.Error, ValueError):
        return _read_id(path)
    return ""


def _read_id(path: Path) -> str:
    """The same; raises sqlite3.Error, ValueError."""
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        row = connection.execute(
            "SELECT s.strukturbild_id FROM strukturbild AS s WHERE EXISTS "
            "(SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'strukturbild')"
        ).fetchone()
        return str(row[0] or "") if row is not None else ""


def _other_content(path: Path, status: os.stat_result, strukturbild_id: str) -> bool:
    """Whether the file holds no strukturbild any more, or another one; looked at when it has been written to."""
    key, stamp = str(path), (status.st_ino, status.st_size, status.st_mtime_ns, strukturbild_id)
    if _looked_at.get(key, ((), False))[0] != stamp:
        try:
            other = _read_id(path) != strukturbild_id
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):  # locked, or out of reach just now
                return False
            other = True
        except (sqlite3.Error, ValueError):
            other = True
        _looked_at[key] = (stamp, other)
    return _looked_at[key][1]


def _look_for(path: Path, identity: FileIdentity) -> FileLook:
    """It is not where it was: it has another name, or is gone."""
    handles = own_handles(identity)
    names = (Path(name_of_handle(handle)) for handle in handles)
    for found in (*names, *_files_in(path.parent)):
        with contextlib.suppress(OSError):
            if found != path and _same(identity_of(found), identity):
                return FileLook(FileState.MOVED, found)
    return FileLook(FileState.DELETED if handles else FileState.LOST, path)


def _files_in(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for number, entry in enumerate(entries):
            if number < _MOST_SEARCHED:
                yield Path(entry.path)


def _same(one: FileIdentity, other: FileIdentity) -> bool:
    return 0 in (one.number, other.number) or one == other


def _may_write(path: Path, mode: int) -> bool:
    """SQLite also makes a file beside the one it writes to."""
    return bool(mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
