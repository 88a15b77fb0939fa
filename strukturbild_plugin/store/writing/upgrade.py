"""Bring an older strukturbild to this version of the tables: the file itself with a backup kept, or a copy of it."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
import uuid
from pathlib import Path
from typing import Callable, Sequence

from ...errors import OlderFile, StoreError
from ...i18n import tr
from ..gpkg.connection import connect, insert_rows, now
from ..gpkg.error_messages import explaining
from ..gpkg.file_access import create_private, followed, keep_access, refuse_protected
from ..gpkg.file_copy import built_beside, copy_into, copy_locked, discard, refuse_existing
from ..gpkg.records import Snapshot
from ..gpkg.replace_lock import ReplaceLock, changed_meanwhile, replace_lock
from ..gpkg.snapshot import read_snapshot
from ..schema.tables import SCHEMA_VERSION
from .open_check import check_file, check_tables, check_version, schema_version
from .transaction import writing
from .upgrade_steps import STEPS, UpgradeStep

__all__ = ["STEPS", "UpgradeStep", "backup_name", "copy_upgraded", "read_saved", "upgrade"]


def upgrade(
    path: Path,
    steps: Sequence[UpgradeStep] = STEPS,
    wanted: int = SCHEMA_VERSION,
    told: list[str] | None = None,
) -> Path | None:
    """Bring the user's file at `path` to the version `wanted`. Gives the backup, which lies beside it.

    None for a file that is of that version already. The file is held from before it is copied until it is replaced, so
    that nobody's save is lost; a link is followed, and backup and file have the rights of what was there. `told` gets
    what was done to somebody's own columns and tables, in sentences; the log of the file says it too.

    Raises StoreError, and then the file is as it was: also for one that is open elsewhere, write-protected or
    hard-linked.
    """
    path = followed(Path(path))
    version = check_version(path, wanted)
    if version == wanted:
        return None
    refuse_protected(path)
    backup, is_kept = backup_name(path, version), False
    try:
        with explaining(path), replace_lock(path) as lock, built_beside(path, lock) as temporary:
            copy_locked(lock, temporary)
            if schema_version(temporary) != version:
                raise StoreError(changed_meanwhile(path))
            sentences = _change_tables(temporary, path, steps, wanted)
            renew_styles_and_project(temporary, path.name)
            keep_backup(lock, backup)
            is_kept = True
    except BaseException:
        if is_kept:
            discard(backup)  # the file is as it was
        raise
    if told is not None:
        told.extend(sentences)
    return backup


def keep_backup(lock: ReplaceLock, backup: Path) -> None:
    """Copy the held file to `backup`, which has its rights. Raises StoreError when something lies there."""
    refuse_existing(backup)
    with built_beside(backup) as temporary:
        create_private(temporary)
        copy_locked(lock, temporary)
        keep_access(lock.path, temporary)


def copy_upgraded(path: Path, target: Path, steps: Sequence[UpgradeStep] = STEPS, wanted: int = SCHEMA_VERSION) -> bool:
    """Copy what is saved in `path` to `target`, in the tables of the version `wanted`; `path` is only read.

    Gives whether `path` is of an older version; styles, forms and project of the copy then are not renewed (see
    `renew_styles_and_project`). Raises StoreError for a file that cannot be used.
    """
    path = Path(path)
    if check_version(path, wanted) == wanted:
        check_file(path, wanted)
    copy_into(path, target)
    is_older = schema_version(target) < wanted
    if is_older:
        _change_tables(target, path, steps, wanted)
    return is_older


def read_saved(path: Path, tell: Callable[[str], None] | None = None) -> Snapshot:
    """Everything that is saved in a file of this version or an older one, which is only read. Raises StoreError.

    `tell` gets a sentence about an older file: it is read through an upgraded copy, gone afterwards.
    """
    with contextlib.suppress(OlderFile):
        check_file(path)
        return read_snapshot(path)
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder:
        copy = Path(folder) / "kopia.gpkg"
        copy_upgraded(path, copy)
        snapshot = read_snapshot(copy)
    if tell is not None:
        tell(
            tr(
                "Filen är gjord med en äldre version av programmet och lästes genom en tillfällig, uppgraderad kopia. "
                "Filen har inte ändrats."
            )
        )
    return snapshot


def renew_styles_and_project(path: Path, final_name: str) -> None:
    """Make styles, forms and project for the tables as they are now; `final_name`: of the file, once it is in place."""
    from ..qgis_project.embedded_project import write_project
    from ..qgis_project.layer_styles import write_styles

    with writing(path) as db:
        write_styles(db)
    write_project(path, final_name)


def backup_name(path: Path, version: int) -> Path:
    """A free name beside `path` for a backup of its `version`."""
    return free_backup_name(path, f"version{version}")


def free_backup_name(path: Path, why: str) -> Path:
    """A free name beside `path` for a backup: 'Målbild.version1.gpkg', then 'Målbild.version1-2.gpkg'."""
    for number in range(1, 1000):
        ending = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.{why}{ending}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise StoreError(tr("Det finns för många säkerhetskopior av {path}. Ta bort några av dem.").format(path=path))


def _change_tables(copy: Path, named: Path, steps: Sequence[UpgradeStep], wanted: int) -> list[str]:
    """Take the steps on a copy that nobody else knows of; errors speak of `named`, the file it was made of.

    Gives what was done to somebody's own things in it.
    """
    told: list[str] = []
    chain = _chain(schema_version(copy), steps, wanted, named)
    with explaining(named), contextlib.closing(connect(copy)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for step in chain:
            told += step.change(connection) or ()
            connection.execute("UPDATE strukturbild SET schema_version = ?", (step.version + 1,))
        _log(connection, chain, told)
        connection.execute("COMMIT")
    check_tables(copy, named)
    return told


def _log(connection: sqlite3.Connection, chain: Sequence[UpgradeStep], told: Sequence[str]) -> None:
    if told:
        moment, text = now(), "\n".join(told)
        row = {
            "logg_id": str(uuid.uuid4()),
            "tid": moment,
            "vad": f"uppgraderad_{chain[-1].version + 1}",
            "detalj": text,
        }
        insert_rows(connection, "logg", [row])


def _chain(version: int, steps: Sequence[UpgradeStep], wanted: int, path: Path) -> list[UpgradeStep]:
    by_version = {step.version: step for step in steps}
    missing = [number for number in range(version, wanted) if number not in by_version]
    if missing:
        raise StoreError(
            tr("Strukturbilden {path} är gjord med en version ({version}) som inte längre kan öppnas.").format(
                path=path, version=version
            )
        )
    return [by_version[number] for number in range(version, wanted)]
