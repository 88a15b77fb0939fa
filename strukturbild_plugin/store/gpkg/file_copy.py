"""Copies and replacements of strukturbild files that can be interrupted anywhere without losing what was there.

SQLite keeps unsaved pages beside the file (-wal, -shm, -journal), so a strukturbild is copied with SQLite's backup
interface and never byte by byte.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
import uuid
from pathlib import Path
from typing import Iterator

from ...errors import StoreError
from ...i18n import tr
from .error_messages import damaged, explained, explaining, is_disk_full, speaking_of
from .file_access import create_private, followed, keep_access, refuse_protected
from .guarded_connection import checked_connection, limited_connection, set_limits, unsaved_beside
from .replace_lock import ReplaceLock, replace_lock_of_any, side_files

BUSY_TIMEOUT_S = 5.0
"""How long to wait for another program to let go of the file; QGIS itself waits as long."""

_RETRY_REPLACE = os.name == "nt"
_TEMPORARY, _MAX_STEM = ".{stem}.{mark}.ny{ending}", 40
_LEFT_BY_BUILDING = re.compile(r"\.(?P<stem>.+)\.[0-9a-f]{8}\.ny(?P<ending>\.[^.]*)")
_LEFT_BY_PROJECT = re.compile(r"\.[0-9a-f]{8}(\.qgs~?|_attachments\.zip)")
"""What versions before let QGIS write beside the file."""
_MAX_LEFTOVER_AGE_S = 86_400


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
    with built_beside(target) as temporary, _reading(source, of_others) as reader:
        _back_up(reader, source, temporary)
    return target


def copy_into(source: Path, made: Path) -> None:
    """Copy the committed content of `source` to `made`, a new file that nobody knows of. Raises StoreError."""
    if not source.is_file():
        raise StoreError(tr("Filen {path} finns inte. Kontrollera mappen och namnet.").format(path=source))
    with _reading(source) as reader:
        _back_up(reader, source, made)


def copy_locked(lock: ReplaceLock, made: Path) -> None:
    """Copy what a lock is held on to `made`, a new file that nobody knows of. Raises StoreError."""
    _back_up(lock.reader, lock.path, made)


@contextlib.contextmanager
def built_beside(target: Path, lock: ReplaceLock | None = None) -> Iterator[Path]:
    """A temporary path beside `target`; after the block it replaces `target`, or is deleted if the block failed.

    A link is followed, and the new file has the rights of the one it replaces. A `target` that is write-protected,
    hard-linked or in use is refused with StoreError. `lock`: on `target`, for a caller who builds on what is in it.
    """
    with explaining(Path(target)):
        target = followed(Path(target))
    if not target.parent.is_dir():
        raise StoreError(tr("Mappen {mapp} finns inte. Välj en mapp som finns.").format(mapp=target.parent))
    refuse_protected(target)
    _refuse_stray(target)
    temporary = target.with_name(
        _TEMPORARY.format(stem=target.stem[:_MAX_STEM], mark=uuid.uuid4().hex[:8], ending=target.suffix or ".gpkg")
    )
    _clear_forgotten(target)
    try:
        with speaking_of(target, temporary):
            if target.exists():
                create_private(temporary)
            yield temporary
            replace_atomically(temporary, target, lock)
    finally:
        discard(temporary)


def replace_atomically(temporary: Path, target: Path, lock: ReplaceLock | None = None) -> None:
    """Replace `target` by `temporary` in one step. StoreError, and an unchanged `target`, when it is in use."""
    target = followed(target)
    with explaining(target), contextlib.ExitStack() as stack:
        _flush(temporary)
        if target.exists():
            refuse_protected(target)
            held = lock or stack.enter_context(replace_lock_of_any(target))
            keep_access(target, temporary)
            if held is not None:
                held.ready_to_replace()
        _replace_patiently(temporary, target)
        _flush_folder(target.parent)


def discard(path: Path) -> None:
    """Remove a temporary database and what SQLite may have left beside it."""
    for each in (path, *side_files(path)):
        with contextlib.suppress(OSError):
            each.unlink()


def refuse_existing(path: Path) -> None:
    """Raise StoreError when something already lies at `path`."""
    if os.path.exists(path):
        raise StoreError(tr("Filen {path} finns redan och skrivs inte över. Välj ett annat namn.").format(path=path))


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))


def _clear_forgotten(target: Path) -> None:
    """Remove what an interrupted run for the same target left behind more than a day ago."""
    with contextlib.suppress(OSError):
        for found in target.parent.iterdir():
            if _is_leftover(found.name, target) and time.time() - found.lstat().st_mtime > _MAX_LEFTOVER_AGE_S:
                discard(found)


def _refuse_stray(target: Path) -> None:
    """Raise StoreError when unsaved pages of a file that is gone lie where the new one will: they would be its own."""
    if os.path.exists(target):
        return  # then they are its own
    for side in unsaved_beside(target):
        raise StoreError(
            tr(
                "Bredvid {path} ligger {fil}, som är kvar av en annan fil med samma namn och skulle blandas ihop med "
                "den nya. Ta bort den, eller välj ett annat namn."
            ).format(path=target, fil=side.name)
        )


def _is_leftover(name: str, target: Path) -> bool:
    """Whether a file of that name was made on the way to `target`, or to a project that is kept in such a file."""
    if _LEFT_BY_PROJECT.fullmatch(name):
        return True
    found = _LEFT_BY_BUILDING.fullmatch(name)
    if found is None or found["ending"] != (target.suffix or ".gpkg"):
        return False
    stem = target.stem[:_MAX_STEM]
    mark = found["stem"][len(stem) + 2 :][:8]
    return found["stem"] in (stem, f".{stem}.{mark}.ny"[:_MAX_STEM])  # the latter: versions that built twice over


@contextlib.contextmanager
def _reading(source: Path, of_others: bool = False) -> Iterator[sqlite3.Connection]:
    with explaining(source):
        reader = (limited_connection if of_others else checked_connection)(source, BUSY_TIMEOUT_S, reads_only=True)
    with contextlib.closing(reader):
        yield reader


def _back_up(reader: sqlite3.Connection, source: Path, made: Path) -> None:
    """Errors speak of `source`; what the disk refuses is said of `made`, which may lie on another one."""
    try:
        with explaining(made):
            writer = sqlite3.connect(str(made))
        with contextlib.closing(writer):
            set_limits(writer)
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")
            writer.execute("PRAGMA ignore_check_constraints = ON")  # a value that is not allowed is no damage
            if writer.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise StoreError(damaged(source))
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, made if is_disk_full(error) else source) from error


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
