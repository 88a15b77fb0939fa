"""What the state of a file tells: that somebody has it open, copied it while it was, or writes it while it is read."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ...errors import StoreError
from ...i18n import tr

_WAL_BYTES = b"\x02\x02"
_WAL_AT = 18
_TRIES, _WAIT_S, _LONGEST_S = 4, 0.3, 20.0
"""Ours: a file is done when nobody has written it for so long, and waited for as long as a folder may take for one."""
_Read = TypeVar("_Read")


def read_unchanged(path: Path, read: Callable[[], _Read], forget: Callable[[], None]) -> _Read:
    """What `read` makes of the file at `path`, of one moment: read again when it was written meanwhile.

    A synchronised folder puts new content into a file piece by piece, and no lock tells. `forget` undoes what a reading
    that is of no use has left. Raises StoreError when the file is written on and on, and what `read` raises of one that
    nobody writes.
    """
    for _ in range(_TRIES):
        before = _state(path)
        try:
            found = read()
        except BaseException as error:
            forget()
            if not isinstance(error, Exception) or _state(path) == before:
                raise
        else:
            if _state(path) == before:
                return found
            forget()
        _wait_for(path)
    raise StoreError(
        tr(
            "{path} skrivs just nu av ett annat program. Vänta tills den har sparats eller synkroniserats klart."
        ).format(path=path)
    )


def _wait_for(path: Path) -> None:
    """Until nobody writes it, or waiting has to end."""
    end, before = time.monotonic() + _LONGEST_S / _TRIES, None
    while time.monotonic() < end and before != (now := _state(path)):
        before = now
        time.sleep(_WAIT_S)


def _state(path: Path) -> list[tuple[int, int, int]]:
    """What tells that a file, or what SQLite keeps beside it, has been written."""
    found = []
    for one in (path, path.with_name(path.name + "-wal")):
        with contextlib.suppress(OSError):
            status = one.stat()
            if status.st_size:  # reading makes an empty one
                found.append((status.st_ino, status.st_size, status.st_mtime_ns))
    return found


def file_notes(path: Path) -> list[str]:
    """What the file's own state says: whether somebody has it open, or it was copied while somebody had."""
    with contextlib.suppress(OSError):
        beside = path.with_name(path.name + "-wal")
        if beside.is_file() and beside.stat().st_size:
            return [tr("Är öppen i QGIS hos någon just nu. Det som är sparat är med.")]
        if not path.is_file():  # what it is instead is told when it is read
            return []
        with path.open("rb") as opened:
            opened.seek(_WAL_AT)
            if opened.read(2) == _WAL_BYTES:
                return [
                    tr(
                        "Kan ha kopierats medan den var öppen. Saknas det som ritades sist: be gruppen stänga QGIS och "
                        "skicka filen igen."
                    )
                ]
    return []
