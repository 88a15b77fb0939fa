"""Where a file lies, when that is a place where files go wrong: temporary or synchronised folders, other machines."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.PyQt.QtCore import QDir

from ...i18n import tr

_REMOTE = {"cifs", "smb2", "smb3", "smbfs", "nfs", "nfs3", "nfs4", "afpfs", "sshfs", "davfs", "webdav", "gvfsd-fuse"}
_SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "sharepoint",
    "nextcloud",
    "owncloud",
    "box",
)
_MAIL_FOLDERS = ("inetcache", "content.outlook", "temporary internet files", "mail downloads")
"""Where Outlook (new and old, on Windows) and Apple's Mail put an attachment that is opened."""


def warning_about(path: Path) -> str:
    """A warning when `path` lies where files go wrong (network share, synchronised folder), else ''."""
    text, parts = str(path), _parts(path)
    if any(part == name or part.startswith((name + " ", name + "-")) for part in parts for name in _SYNCED_FOLDERS):
        return tr(
            "Mappen {mapp} synkroniseras med molnet. Två personer kan skriva över varandras arbete där. "
            "Arbeta i en vanlig mapp och kopiera dit filen när du är klar."
        ).format(mapp=Path(text).parent)
    if is_on_network(path):
        return tr(
            "Mappen {mapp} ligger på nätverket. Flera som arbetar i samma fil där kan förstöra den. "
            "Arbeta i en mapp på din egen dator och kopiera dit filen när du är klar."
        ).format(mapp=Path(text).parent)
    return ""


def is_on_network(path: Path) -> bool:
    """Whether `path` lies on another machine."""
    return str(path).startswith(("\\\\", "//")) or _is_network_drive(str(path))


def is_remote(file_system: str) -> bool:
    """Whether a file system of this kind (as Linux and macOS call it: cifs, nfs4, fuse.sshfs) lies on another machine.

    From their manual pages: mount.cifs(8), nfs(5), sshfs(1), mount.davfs(8), gvfs(7), mount_smbfs(8).
    """
    return file_system.lower().removeprefix("fuse.") in _REMOTE


def warning_of_temporary(path: Path) -> str:
    """A warning when `path` lies in a temporary folder, else ''."""
    if not is_temporary(path):
        return ""
    return tr("Filen {fil} ligger i en tillfällig mapp, som datorn kan tömma.").format(fil=path.name)


def is_temporary(path: Path) -> bool:
    """Whether `path` lies where the computer clears away by itself: an attachment or an archive opened where it lay."""
    parts, temporary = _parts(path), _parts(Path(QDir.tempPath()))
    real = _parts(Path(os.path.realpath(QDir.tempPath())))
    inside = any(parts[: len(one)] == one for one in (temporary, real))
    return inside or any(part in _MAIL_FOLDERS for part in parts[:-1])


def _parts(path: Path) -> list[str]:
    return [part.lower() for part in Path(str(path).replace("\\", "/")).parts]


def _is_network_drive(text: str) -> bool:
    if os.name != "nt":
        from qgis.PyQt.QtCore import QStorageInfo

        return is_remote(bytes(QStorageInfo(text).fileSystemType()).decode("ascii", "replace"))
    import ctypes

    remote = 4
    root = os.path.splitdrive(os.path.abspath(text))[0] + "\\"
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == remote)  # type: ignore[attr-defined]
