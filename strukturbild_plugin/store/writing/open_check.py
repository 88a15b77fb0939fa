"""Look a file over before it is used: is it a strukturbild, is it whole, is it of this version?"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Sequence

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.connection import columns_in, connect, tables_in
from ..gpkg.error_messages import damaged, disk_full, explained, explaining, foreign, incomplete, newer
from ..gpkg.file_copy import side_files
from ..gpkg.reader import reading
from ..gpkg.records import Head
from ..qgis_project.embedded_project import repair_project
from ..qgis_project.form_upgrade import renew_forms
from ..schema.tables import CATALOGUE_TABLES, OWN_TABLES, SCHEMA_VERSION, object_tables
from .upgrade import STEPS, UpgradeStep, upgrade

_SQLITE = b"SQLite format 3\x00"
_LEAST_BYTES = 100
_WAL_AT, _WAL = 18, 2


def check_and_open(path: Path, steps: Sequence[UpgradeStep] = STEPS, wanted: int = SCHEMA_VERSION) -> Head:
    """Make sure that the file at `path` can be used, and say what it is.

    An older file is brought to this version, with a backup beside it. A renamed file gets its project repaired.
    Raises StoreError for a file that is missing, empty, foreign, damaged, newer than this program or in use.
    """
    path = Path(path)
    _check_bytes(path)
    version = schema_version(path)
    if version > wanted:
        raise StoreError(newer(path))
    if version < wanted:
        upgrade(path, version, steps, wanted)
    head = _check_tables(path)
    _bring_to_rest(path)
    _repair_quietly(path)
    return head


def schema_version(path: Path) -> int:
    """The version of the tables of the file at `path`; StoreError when it is no strukturbild."""
    with explaining(path):
        connection = connect(path)
        try:
            if "strukturbild" not in tables_in(connection):
                raise StoreError(foreign(path))
            rows = connection.execute("SELECT schema_version FROM strukturbild").fetchall()
        finally:
            connection.close()
    if len(rows) != 1 or not isinstance(rows[0][0], int) or rows[0][0] < 1:
        raise StoreError(foreign(path))
    return int(rows[0][0])


def _check_bytes(path: Path) -> None:
    """Tell files that are no GeoPackage at all apart, without SQLite touching them."""
    if path.is_dir():
        raise StoreError(tr("{path} är en mapp. Välj en fil som slutar på .gpkg.").format(path=path))
    with explaining(path), path.open("rb") as file:
        start = file.read(_LEAST_BYTES)
    if not start:
        raise StoreError(tr("Filen {path} är tom. Öppna en säkerhetskopia i stället.").format(path=path))
    if not start.startswith(_SQLITE):
        raise StoreError(
            tr("Filen {path} är inte en GeoPackage. Välj en strukturbild som slutar på .gpkg.").format(path=path)
        )
    if len(start) < _LEAST_BYTES:
        raise StoreError(damaged(path))


def _check_tables(path: Path) -> Head:
    """Whether everything the catalogue asks for is there and the pages of the file are whole."""
    with reading(path) as db:
        try:
            broken = db.connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
        except sqlite3.DatabaseError as error:
            raise explained(error, path) from error
        if broken:
            raise StoreError(damaged(path))
        there = tables_in(db.connection)
        missing = [spec.name for spec in (*OWN_TABLES, *CATALOGUE_TABLES) if spec.name not in there]
        if missing:
            raise StoreError(incomplete(path, missing))
        for spec in (*OWN_TABLES, *object_tables(db.catalogue())):
            columns = set(columns_in(db.connection, spec.name)) if spec.name in there else set()
            missing.extend(f"{spec.name}.{name}" for name in spec.column_names() if name not in columns)
        if missing:
            raise StoreError(incomplete(path, missing))
        return db.head()


def _bring_to_rest(path: Path) -> None:
    """Take a file that a crash left in WAL mode out of it: QGIS 3.22 cannot open several layers of such a file.

    A file that somebody uses stays as it is.
    """
    with path.open("rb") as file:
        header = file.read(_LEAST_BYTES)
    if header[_WAL_AT] == _WAL or any(side.exists() for side in side_files(path)):
        with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(connect(path, 0.1)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def _repair_quietly(path: Path) -> None:
    """Mend the project of a renamed file and the forms of an older one; what cannot be written to is good too."""
    if any(side.exists() for side in side_files(path)):
        return
    try:
        repair_project(path)
        renew_forms(path)
    except StoreError as error:
        if str(error) == disk_full(path):
            raise
