"""Bring an older strukturbild to this version of the tables: on a copy, with the older file kept as a backup."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Sequence

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.connection import connect
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import built_beside, copy_database
from ..schema.tables import SCHEMA_VERSION
from .transaction import writing
from .upgrade_steps import STEPS, UpgradeStep

__all__ = ["STEPS", "UpgradeStep", "backup_name", "upgrade"]


def upgrade(path: Path, version: int, steps: Sequence[UpgradeStep] = STEPS, wanted: int = SCHEMA_VERSION) -> Path:
    """Bring the file at `path` from `version` to `wanted`. Gives the backup, which lies beside it."""
    chain = _chain(version, steps, wanted, path)
    backup = copy_database(path, backup_name(path, version), overwrite=False)
    with built_beside(path) as temporary:
        copy_database(path, temporary)
        with explaining(path), contextlib.closing(connect(temporary)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for step in chain:
                step.change(connection)
                connection.execute("UPDATE strukturbild SET schema_version = ?", (step.version + 1,))
            connection.execute("COMMIT")
        _renew_looks(temporary, path.name)
    return backup


def _renew_looks(temporary: Path, final_name: str) -> None:
    """Make styles, forms and the project for the tables as they are now."""
    from ..qgis_project.embedded_project import write_project
    from ..qgis_project.layer_styles import write_styles

    with writing(temporary) as db:
        write_styles(db)
    write_project(temporary, final_name)


def backup_name(path: Path, version: int) -> Path:
    """A free name beside `path` for a backup of its `version`."""
    for number in range(1, 1000):
        ending = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.version{version}{ending}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise StoreError(tr("Det finns för många säkerhetskopior av {path}. Ta bort några av dem.").format(path=path))


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
