"""What a file is besides its content: where a link leads, who may read and write it, whether it may be replaced."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr


def followed(path: Path) -> Path:
    """The file that a symbolic link leads to; `path` itself when it is none."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def refuse_protected(path: Path) -> None:
    """Raise StoreError when the file at `path` is not to be replaced: write-protected, or one of several hard links.

    A hard link would part from the others, which then silently go on with the older content.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise StoreError(
            tr("Filen {path} är skrivskyddad. Ta bort skrivskyddet, eller arbeta i en kopia.").format(path=path)
        )
    if stat.S_ISREG(status.st_mode) and status.st_nlink > 1:
        raise StoreError(
            tr(
                "Filen {path} har flera namn på disken (hårda länkar), och de skulle få olika innehåll. "
                "Arbeta i en kopia."
            ).format(path=path)
        )


def makes_file(folder: Path) -> bool:
    """Whether a file can be made in the folder. One is, for a moment: on Windows its rights say yes to everybody."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".strukturbild-"):
            return True
    except OSError:
        return False


def is_closed(path: Path) -> bool:
    """Whether the file can only be read: write-protected, or where SQLite can make none of its own beside it."""
    try:
        protected = not os.stat(path).st_mode & 0o222 or not os.access(path, os.W_OK)
    except OSError:
        return False
    return protected or not makes_file(path.parent)


def create_private(path: Path) -> None:
    """An empty file that only its owner may read, for what is to replace a file that others may not read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def keep_access(original: Path, path: Path) -> None:
    """Let the file at `path` be read and written by those who may `original`, as far as the system lets us."""
    status = os.stat(original)
    mode = stat.S_IMODE(status.st_mode)
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(path, -1, status.st_gid)
        with contextlib.suppress(OSError):
            os.chown(path, status.st_uid, -1)
        if os.stat(path).st_gid != status.st_gid:
            mode &= ~0o070 | (mode & 0o007) << 3  # another group gets no more than everybody
    if hasattr(os, "listxattr"):  # access lists
        with contextlib.suppress(OSError):
            for name in os.listxattr(original):
                with contextlib.suppress(OSError):
                    os.setxattr(path, name, os.getxattr(original, name))
    os.chmod(path, mode)
