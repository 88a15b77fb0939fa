"""Which programs have a file open for writing, where the system tells: Linux tells of one's own programs.

A program that writes to a file after another has taken its place writes to nothing. Windows refuses to replace such a
file by itself; elsewhere nobody knows.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Iterator

_PROCESSES = Path("/proc")
_WRITES = os.O_WRONLY | os.O_RDWR


def own_writers(path: Path) -> set[int]:
    """The handles of this program through which it could write to the file at `path`."""
    return {handle for _, handle in _writing(_PROCESSES / "self", path)}


def other_writers(path: Path) -> list[str]:
    """The names of other programs that could write to the file at `path`: they have it open, if only to look at it."""
    names = set()
    with contextlib.suppress(OSError):
        for process in os.listdir(_PROCESSES):
            if process.isdigit() and int(process) != os.getpid() and any(_writing(_PROCESSES / process, path)):
                names.add(_name(_PROCESSES / process))
    return sorted(names)


def _writing(process: Path, path: Path) -> Iterator[tuple[str, int]]:
    """Address and number of each handle of a process that can write to `path`."""
    handles: list[str] = []
    with contextlib.suppress(OSError):
        handles = os.listdir(process / "fd")
    for handle in handles:
        with contextlib.suppress(OSError, ValueError, IndexError):
            # By name first: asking after what lies on a server that is gone would never be answered.
            address = os.readlink(process / "fd" / handle)
            if os.path.basename(address) != path.name or not os.path.samefile(process / "fd" / handle, path):
                continue
            flags = (process / "fdinfo" / handle).read_text(encoding="ascii").split("flags:")[1].split()[0]
            if int(flags, 8) & _WRITES:
                yield address, int(handle)


def _name(process: Path) -> str:
    with contextlib.suppress(OSError):
        return (process / "comm").read_text(encoding="utf-8", errors="replace").strip() or process.name
    return process.name
