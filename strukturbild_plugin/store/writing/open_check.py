"""The check of a file before it is used: is it a strukturbild, is it whole, is it of this version? Nothing is written.

Upgrading (upgrade.py) and repairing (repair.py) are acts of their own, which their callers ask for by name.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from ...errors import OlderFile, StoreError
from ...i18n import tr
from ..gpkg.connection import connect, missing_parts, tables_in
from ..gpkg.error_messages import damaged, explained, explaining, foreign, incomplete, newer, older
from ..gpkg.reader import reading
from ..gpkg.records import Head
from ..schema.tables import CATALOGUE_TABLES, OWN_TABLES, SCHEMA_VERSION, object_tables

_SQLITE = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def check_file(path: Path, wanted: int = SCHEMA_VERSION) -> Head:
    """Check that the file at `path` can be worked with, and give its head; the file is only read.

    Raises OlderFile for one that has to be upgraded first, and StoreError for one that is missing, empty, foreign,
    damaged, newer than this program or in use.
    """
    path = Path(path)
    version = check_version(path, wanted)
    if version < wanted:
        raise OlderFile(older(path), path, version)
    return check_tables(path, path)


def check_version(path: Path, wanted: int = SCHEMA_VERSION) -> int:
    """The version of the tables of the file at `path`, this one or an older; StoreError for all else."""
    path = Path(path)
    _check_bytes(path)
    version = schema_version(path)
    if version > wanted:
        raise StoreError(newer(path))
    return version


def schema_version(path: Path) -> int:
    """The version of the tables of the file at `path`; StoreError when it is no strukturbild."""
    with explaining(path):
        connection = connect(path, writes=False)
        try:
            if "strukturbild" not in tables_in(connection):
                raise StoreError(foreign(path))
            rows = connection.execute("SELECT schema_version FROM strukturbild").fetchall()
        finally:
            connection.close()
    if len(rows) != 1 or not isinstance(rows[0][0], int) or rows[0][0] < 1:
        raise StoreError(foreign(path))
    return int(rows[0][0])


def check_tables(path: Path, named: Path) -> Head:
    """What the file is, when all that its catalogue asks for is there and its pages are whole.

    Raises StoreError, which speaks of `named`: the user's file, also when `path` is a copy that nobody has seen.
    """
    with reading(path) as db:
        try:
            broken = db.connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
        except sqlite3.DatabaseError as error:
            raise explained(error, named) from error
        if broken:
            raise StoreError(damaged(named))
        missing = missing_parts(db.connection, (*OWN_TABLES, *CATALOGUE_TABLES))
        if not missing:
            missing = missing_parts(db.connection, object_tables(db.catalogue()))
        if missing:
            raise incomplete(named, missing)
        return db.head()


def _check_bytes(path: Path) -> None:
    """Tell files that are no GeoPackage at all apart, without SQLite touching them."""
    if path.is_dir():
        raise StoreError(tr("{path} är en mapp. Välj en fil som slutar på .gpkg.").format(path=path))
    if os.path.exists(path) and not os.path.isfile(path):  # reading from a pipe may wait for ever
        raise StoreError(tr("{path} är ingen vanlig fil. Välj en fil som slutar på .gpkg.").format(path=path))
    with explaining(path), path.open("rb") as file:
        start = file.read(_HEADER_BYTES)
    if not start:
        raise StoreError(tr("Filen {path} är tom. Öppna en säkerhetskopia i stället.").format(path=path))
    if not start.startswith(_SQLITE):
        raise StoreError(
            tr("Filen {path} är inte en GeoPackage. Välj en strukturbild som slutar på .gpkg.").format(path=path)
        )
    if len(start) < _HEADER_BYTES:
        raise StoreError(damaged(path))
