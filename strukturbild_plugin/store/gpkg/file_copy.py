"""Copies and replacements of strukturbild files that can be interrupted anywhere without losing what was there.

SQLite keeps unsaved pages beside the file (-wal, -shm, -journal), so a strukturbild is copied with SQLite's backup
interface and never byte by byte.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
import time
import uuid
from pathlib import Path
from typing import Iterator

from ...errors import StoreError
from ...i18n import tr
from .error_messages import damaged, explaining
from .guarded_connection import checked_connection, limited_connection, set_limits

BUSY_TIMEOUT_S = 5.0
"""How long to wait for another program to let go of the file; QGIS itself waits as long."""

_RETRY_REPLACE = os.name == "nt"
_TEMPORARY = ".{stem}.{mark}.ny{ending}"
_MAX_LEFTOVER_AGE_S = 86_400
_SIDE_FILES = ("-wal", "-shm", "-journal")
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


def copy_database(source: Path, target: Path, overwrite: bool = True, of_others: bool = False) -> Path:
    """Copy the committed content of `source` to `target`, also while QGIS edits `source`.

    `of_others`: any database, not to be used as it is. Raises StoreError, and ForeignParts for a file that holds what
    could run.
    """
    source, target = Path(source), Path(target)
    if not source.is_file():
        raise StoreError(tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=source))
    if same_file(source, target):
        raise StoreError(
            tr("En fil kan inte kopieras till sig själv: {path}. Välj ett annat namn.").format(path=source)
        )
    if not overwrite:
        refuse_existing(target)
    with built_beside(target) as temporary, explaining(source):
        _back_up(source, temporary, of_others)
    return target


@contextlib.contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """A temporary path beside `target`; after the block it replaces `target`, or is deleted if the block failed."""
    target = Path(target)
    if not target.parent.is_dir():
        raise StoreError(tr("Mappen {mapp} finns inte. Välj en mapp som finns.").format(mapp=target.parent))
    temporary = target.with_name(
        _TEMPORARY.format(stem=target.stem[:40], mark=uuid.uuid4().hex[:8], ending=target.suffix or ".gpkg")
    )
    _clear_forgotten(target)
    try:
        yield temporary
        replace_atomically(temporary, target)
    finally:
        discard(temporary)


def replace_atomically(temporary: Path, target: Path) -> None:
    """Replace `target` by `temporary` in one step. StoreError, and an unchanged `target`, when it is in use."""
    with explaining(target):
        _flush(temporary)
        if target.exists():
            _settle(target)
        _replace_patiently(temporary, target)
        _flush_folder(target.parent)


def discard(path: Path) -> None:
    """Remove a temporary database and what SQLite may have left beside it."""
    for each in (path, *side_files(path)):
        with contextlib.suppress(OSError):
            each.unlink()


def side_files(path: Path) -> tuple[Path, ...]:
    """Where SQLite keeps unsaved pages of the database at `path`."""
    return tuple(path.with_name(path.name + ending) for ending in _SIDE_FILES)


def refuse_existing(path: Path) -> None:
    """Raise StoreError when something already lies at `path`."""
    if path.exists():
        raise StoreError(tr("Filen {path} finns redan och skrivs inte över. Välj ett annat namn.").format(path=path))


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))


def warning_about(path: Path) -> str:
    """A warning when `path` lies where files go wrong (network share, synchronised folder), else ''."""
    text = str(path)
    parts = [part.lower() for part in Path(text.replace("\\", "/")).parts]
    if any(part == name or part.startswith((name + " ", name + "-")) for part in parts for name in _SYNCED_FOLDERS):
        return tr(
            "Mappen {mapp} synkroniseras med molnet. Två personer kan skriva över varandras arbete där. "
            "Arbeta i en vanlig mapp och kopiera dit filen när du är klar."
        ).format(mapp=Path(text).parent)
    if text.startswith(("\\\\", "//")) or _is_network_drive(text):
        return tr(
            "Mappen {mapp} ligger på nätverket. Flera som arbetar i samma fil där kan förstöra den. "
            "Arbeta i en mapp på din egen dator och kopiera dit filen när du är klar."
        ).format(mapp=Path(text).parent)
    return ""


def _clear_forgotten(target: Path) -> None:
    """Remove what an interrupted run for the same target left behind more than a day ago."""
    pattern = _TEMPORARY.format(stem=glob.escape(target.stem[:40]), mark="????????", ending=target.suffix or ".gpkg")
    for found in target.parent.glob(pattern):
        with contextlib.suppress(OSError):
            if time.time() - found.stat().st_mtime > _MAX_LEFTOVER_AGE_S:
                discard(found)


def _is_network_drive(text: str) -> bool:
    if os.name != "nt":
        return False
    import ctypes

    remote = 4
    root = os.path.splitdrive(os.path.abspath(text))[0] + "\\"
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == remote)  # type: ignore[attr-defined]


def _back_up(source: Path, temporary: Path, of_others: bool) -> None:
    reader = limited_connection(source, BUSY_TIMEOUT_S) if of_others else checked_connection(source, BUSY_TIMEOUT_S)
    try:
        writer = sqlite3.connect(str(temporary))
        try:
            set_limits(writer)
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")
            if writer.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise StoreError(damaged(source))
        finally:
            writer.close()
    finally:
        reader.close()


def _settle(target: Path) -> None:
    """Take a database out of WAL mode, so that no left-over side file is taken for part of the one replacing it."""
    if not any(side.exists() for side in side_files(target)):
        return
    with contextlib.suppress(sqlite3.DatabaseError):
        connection = limited_connection(target, 1.0)
        try:
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    if any(side.exists() for side in side_files(target)):
        raise StoreError(
            tr("Filen {path} används just nu av ett annat program. Spara och stäng den där, och försök igen.").format(
                path=target
            )
        )


def _replace_patiently(temporary: Path, target: Path) -> None:
    """Windows refuses while a virus scanner or an indexer looks at the file: give it a moment."""
    for pause in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            os.replace(temporary, target)
            return
        except PermissionError:
            if not _RETRY_REPLACE:
                raise
            time.sleep(pause)
    os.replace(temporary, target)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
