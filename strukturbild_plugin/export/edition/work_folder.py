"""A private place to make an edition in. The strukturbild with the names of those who drew it is never anywhere else.

It lies among the machine's temporary files, where only the user comes in, and never in the folder that is handed over.
The lock in it goes when the program dies, so the next run knows which places nobody works in any more.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from ...errors import ExportError
from ...i18n import tr
from ...store.autosave.file_locks import take_lock

PREFIX = "strukturbild-utgava-"
_LOCK = ".las"


@dataclass(frozen=True)
class WorkFolder:
    """A folder of one run's own."""

    folder: Path

    @property
    def mark(self) -> str:
        """What tells this run from all others."""
        return self.folder.name[len(PREFIX) :]


@contextlib.contextmanager
def work_folder(needs: int = 0) -> Iterator[WorkFolder]:
    """A place to work in, gone with all that is in it after the block. `needs`: how many bytes are sure to be used."""
    _remove_leftovers()
    try:
        if shutil.disk_usage(tempfile.gettempdir()).free < needs:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _disk_full_error(error) from error
    try:
        take_lock(handle)
        yield WorkFolder(folder)
    except OSError as error:
        raise _disk_full_error(error) from error
    finally:
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def has_ended(mark: str) -> bool:
    """Whether the run of that mark, on this machine, has ended; False when that cannot be told."""
    folder = Path(tempfile.gettempdir()) / f"{PREFIX}{mark}"
    if not os.path.lexists(folder):
        return True
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return take_lock(handle) is True
    finally:
        os.close(handle)


def _remove_leftovers() -> None:
    """Remove the places of this user's runs that died."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as found:
        for entry in found:
            mark = entry.name[len(PREFIX) :]
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False) and has_ended(mark):
                shutil.rmtree(entry.path, ignore_errors=True)


def _disk_full_error(error: OSError) -> ExportError:
    sentence = tr("Utgåvan kunde inte göras i {mapp}: {fel}. Finns det plats på disken?")
    return ExportError(sentence.format(mapp=tempfile.gettempdir(), fel=error.strerror or error))
