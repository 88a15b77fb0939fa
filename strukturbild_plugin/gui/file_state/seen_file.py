"""What a thread beside the window sees of the open file. Any thread; never waits for another program."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...store.gpkg.file_parts import FileParts
from ...store.gpkg.file_place import is_on_network
from ...store.gpkg.held_file import AWAY, FileIdentity, FileLook, FileState, identity_of
from ...store.gpkg.row_versions import TableVersions, row_versions, stamp

_UNKNOWN = FileIdentity(0, 0)


@dataclass(frozen=True)
class KnownFile:
    """What is known before a look. `moment`: of which file and after how many saves; `identity`: None at the first."""

    moment: int
    identity: FileIdentity | None
    strukturbild_id: str
    stamp: tuple[int, ...]
    tables: Mapping[str, None]


@dataclass(frozen=True)
class SeenFile:
    """What was found. `versions`: None when nobody has written, or it cannot be read just now.

    `told_by_system`: whether the operating system tells of changes there; seen at the first look only.
    """

    moment: int
    identity: FileIdentity
    look: FileLook
    stamp: tuple[int, ...]
    versions: dict[str, TableVersions] | None
    told_by_system: bool = False


def see_file(path: Path, parts: FileParts, known: KnownFile) -> SeenFile:
    """Look at the file at `path`: what has become of it, and its rows when somebody has written."""
    identity, first = known.identity, known.identity is None
    if identity is None:
        with contextlib.suppress(OSError):
            identity = identity_of(path)
    if identity is None:
        return SeenFile(known.moment, _UNKNOWN, FileLook(FileState.LOST, path), known.stamp, None)
    look, now, versions = parts.look(identity, known.strukturbild_id), known.stamp, None
    with contextlib.suppress(OSError):
        if look.state not in AWAY:
            now = stamp(path)
            versions = row_versions(path, known.tables) if now != known.stamp else None
    # a network drive tells of nothing, and asking to be told there may never be answered
    return SeenFile(known.moment, identity, look, now, versions, first and not is_on_network(path))
