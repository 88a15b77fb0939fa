"""Autosave copies on disk: a folder in the user's profile, one file for each time a strukturbild is open.

Whoever writes or offers a copy holds a lock beside it, which the system releases when the program dies. So a copy that
a living QGIS holds is nobody else's, and two windows on one file never touch each other's.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import time
import uuid
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import built_beside, discard
from .copy_format import MAX_BYTES, MAX_HEAD_BYTES, AutosaveCopy, as_bytes, from_bytes, original_file_in
from .file_locks import take_lock

_ENDING, _LOCK, _UNUSABLE, _DISCARDED = ".json", ".las", ".undanlagd", ".slangd"
_NAME = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{12}-[0-9a-f]{12}$")
_HALF_WRITTEN, _MAX_LEFTOVER_AGE_S = ".*.ny.json", 86_400


class AutosaveFile:
    """One autosave copy and its lock. `name` says which strukturbild and file it is of."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.path = name, folder / f"{name}{_ENDING}"
        self._lock = folder / f"{name}{_LOCK}"
        self._handle: int | None = None

    def lock(self) -> bool:
        """Take the lock; False when another program holds it. Where there are no locks, nobody holds any."""
        if self._handle is not None:
            return True
        try:
            handle = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        if take_lock(handle) is False:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def unlock(self) -> None:
        """Release the lock: whoever opens the file next may offer this copy."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
        if not self.path.exists():
            with contextlib.suppress(OSError):
                self._lock.unlink()

    def write(self, copy: AutosaveCopy) -> None:
        """Replace what is on disk with `copy` in one step. Raises StoreError, and then what was there is unchanged."""
        content = as_bytes(copy)
        with explaining(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.lock()
            with built_beside(self.path) as beside:
                beside.write_bytes(content)
                if beside.read_bytes() != content:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))

    def read(self) -> AutosaveCopy:
        """The copy on disk. Raises StoreError with what is wrong with it."""
        with explaining(self.path), self.path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        return from_bytes(content)

    def original_file(self) -> Path | None:
        """The strukturbild file that the copy is of, from its first bytes alone; None when they do not say."""
        with contextlib.suppress(OSError), self.path.open("rb") as file:
            name = original_file_in(file.read(MAX_HEAD_BYTES))
            return Path(name) if name else None
        return None

    def remove(self) -> None:
        """Delete the copy: it is not needed any more."""
        for path in (self.path, self.path.with_suffix(_DISCARDED)):
            with contextlib.suppress(OSError):
                path.unlink()
        self.unlock()

    def discard(self) -> None:
        """Put the copy out of use since the user does not want it; until `remove` it can be taken back."""
        with contextlib.suppress(OSError):
            os.replace(self.path, self.path.with_suffix(_DISCARDED))

    def undo_discard(self) -> bool:
        """Undo `discard`; False when the copy is gone."""
        with contextlib.suppress(OSError):
            os.replace(self.path.with_suffix(_DISCARDED), self.path)
        return self.path.is_file()

    def set_aside(self) -> Path:
        """Keep a copy that cannot be used for somebody to look at, and offer it no more. Gives its new path."""
        aside = self.path.with_suffix(_UNUSABLE)
        with contextlib.suppress(OSError):
            os.replace(self.path, aside)
        self.unlock()
        return aside


class AutosaveFolder:
    """The autosave copies of one QGIS profile; `folder` need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = Path(folder)

    def new_copy(self, strukturbild_id: str, file: Path) -> AutosaveFile:
        """A copy file with a name that no other program uses."""
        return AutosaveFile(self._folder, f"{_short(strukturbild_id, 8)}-{_of_file(file)}-{uuid.uuid4().hex[:12]}")

    def find(self, name: str) -> AutosaveFile | None:
        """The copy file called `name`, or None when that is no name of one."""
        return AutosaveFile(self._folder, name) if _NAME.match(name) else None

    def lock_orphans(self, strukturbild_id: str, file: Path) -> list[AutosaveFile]:
        """Lock the copies whose program has ended and that may be of this file; gives them, the oldest first.

        Of the same file; and of the same strukturbild elsewhere, since a file may have been moved.
        """
        found = []
        for path in sorted(self._folder.glob(f"*{_ENDING}"), key=_written):
            place = self.find(path.stem)
            if place is None:
                continue
            of_id, of_file, _ = place.name.split("-")
            if (of_file == _of_file(file) or of_id == _short(strukturbild_id, 8)) and place.lock():
                found.append(place)
        self._clean()
        return found

    def orphaned_files(self) -> tuple[Path, ...]:
        """The files that copies of ended programs are of, the latest first; some may no longer exist."""
        found: dict[Path, None] = {}
        for path in sorted(self._folder.glob(f"*{_ENDING}"), key=_written, reverse=True):
            place = self.find(path.stem)
            if place is not None and place.lock():
                file = place.original_file()
                place.unlock()
                if file is not None:
                    found[file] = None
        return tuple(found)

    def _clean(self) -> None:
        """Forget what was thrown away, or only half-written, in a session that did not end well."""
        for path in self._folder.glob(_HALF_WRITTEN):
            if time.time() - _written(path) > _MAX_LEFTOVER_AGE_S:
                discard(path)
        for path in self._folder.glob(f"*{_DISCARDED}"):
            place = self.find(path.stem)
            if place is not None and place.lock():
                place.remove()


def belongs(copy: AutosaveCopy, strukturbild_id: str, file: Path, schema: int) -> bool:
    """Whether `copy` is to be offered for the open file, whose tables have version `schema`.

    A copy of a strukturbild that lies elsewhere is its own when the file there is gone: it was moved. Raises StoreError
    for a copy that lies in its place but is not of it.
    """
    here = same_path(Path(copy.fil), file)
    if copy.strukturbild_id != strukturbild_id:
        if here:
            raise StoreError(tr("Den hör till en annan strukturbild, som låg på samma plats."))
        return False
    if not here and Path(copy.fil).exists():
        return False
    if copy.schema > schema:
        raise StoreError(tr("Den är gjord med en annan version av programmet."))
    return True


def same_path(one: Path, other: Path) -> bool:
    """Whether two paths are the same, also when nothing lies there any more."""
    return _of_file(one) == _of_file(other)


def _of_file(file: Path) -> str:
    return _short(os.path.normcase(os.path.realpath(file)), 12)


def _short(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
