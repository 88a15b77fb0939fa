"""Gives a strukturbild back the tables and columns that another program has taken away, empty; a backup is kept.

What stood in them is not in the file any more: an earlier state has it.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Sequence

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.connection import columns_in, connect, insert_rows, make_table, missing_parts, now, tables_in
from ..gpkg.error_messages import explaining, incomplete, part_name
from ..gpkg.file_access import followed, refuse_protected
from ..gpkg.file_copy import built_beside, copy_locked, discard
from ..gpkg.reader import Reader
from ..gpkg.replace_lock import replace_lock
from ..schema import ddl
from ..schema.ddl import quoted
from ..schema.tables import CATALOGUE_TABLES, GEOMETRY, OWN_TABLES, TableSpec, object_tables
from .open_check import check_tables
from .table_rebuild import add_columns, fill_spatial_index
from .upgrade import free_backup_name, keep_backup

_BACKUP = "fore-lagning"
_NAME = re.compile(r'CREATE (?:VIRTUAL TABLE|TABLE|INDEX|TRIGGER) "?(\w+)"?')
_BOOKS = ("gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions")


@dataclass(frozen=True)
class Mended:
    """`backup`: the file as it was. `sentences`: what is there again, and empty."""

    backup: Path
    sentences: tuple[str, ...]


def mend_missing(path: Path) -> Mended:
    """Put what is missing in the strukturbild at `path` back, empty, with the indexes and triggers that are gone.

    Raises StoreError, and then the file is as it was: also when what tells rows apart, the shapes or the catalogue are
    gone (IncompleteFile), and for one that is open elsewhere or write-protected.
    """
    path = followed(Path(path))
    refuse_protected(path)
    backup, is_kept = free_backup_name(path, _BACKUP), False
    try:
        with explaining(path), replace_lock(path) as lock, built_beside(path, lock) as temporary:
            copy_locked(lock, temporary)
            with contextlib.closing(connect(temporary)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                missing = _put_back(connection, path)
                connection.execute("COMMIT")
            check_tables(temporary, path)
            keep_backup(lock, backup)
            is_kept = True
    except BaseException:
        if is_kept:
            discard(backup)
        raise
    text = tr("I filen finns {del_} igen, utan innehåll. Det som stod där finns i ett tidigare läge.")
    return Mended(backup, tuple(text.format(del_=part_name(each)) for each in missing))


def _put_back(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Gives what was missing."""
    there = tables_in(connection)
    lost = [spec.name for spec in CATALOGUE_TABLES if spec.name not in there]
    if lost:
        raise incomplete(path, lost)
    missing = _tables_back(connection, (*CATALOGUE_TABLES, *OWN_TABLES), path)
    objects = object_tables(Reader(connection, path).catalogue())
    missing += _tables_back(connection, objects, path)
    put_parts_back(connection, objects)
    said = ", ".join(map(part_name, missing))
    row = {"logg_id": str(uuid.uuid4()), "tid": now(), "vad": "lagad", "detalj": said}
    insert_rows(connection, "logg", [row])
    return missing


def put_parts_back(connection: sqlite3.Connection, objects: Sequence[TableSpec]) -> None:
    """Make the indexes and triggers of our tables that are gone. `objects`: the tables of objects."""
    gone = _parts_gone(connection, objects)
    for statement in gone:
        connection.execute(statement)
    for spec in (*OWN_TABLES, *objects):
        index = quoted(ddl.rtree_name(spec.name))
        if spec.geometry and any(ddl.rtree_name(spec.name) in each for each in gone):
            connection.execute(f"DELETE FROM {index}")  # without a trigger it did not follow
            fill_spatial_index(connection, spec)


def lacks_parts(connection: sqlite3.Connection, objects: Sequence[TableSpec]) -> bool:
    """Whether an index or a trigger of our tables is gone."""
    return bool(_parts_gone(connection, objects))


def _parts_gone(connection: sqlite3.Connection, objects: Sequence[TableSpec]) -> list[str]:
    named = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    specs = (*OWN_TABLES, *CATALOGUE_TABLES, *objects)
    wanted = (*(each for spec in specs for each in ddl.everything_for(spec)[1:]), *ddl.keeping_triggers(objects))
    return [statement for statement in wanted if _name(statement) not in named]


def _tables_back(connection: sqlite3.Connection, specs: Sequence[TableSpec], path: Path) -> list[str]:
    missing = missing_parts(connection, specs)
    for spec in specs:
        if spec.name in missing:
            _forget(connection, spec.name)
            make_table(connection, spec)
            continue
        gone = {name.partition(".")[2] for name in missing if name.startswith(f"{spec.name}.")}
        keys = {column.name for column in spec.columns if column.unique} | {each for key in spec.unique for each in key}
        if gone & {*keys, GEOMETRY}:
            raise incomplete(path, sorted(f"{spec.name}.{name}" for name in gone & {*keys, GEOMETRY}))
        # SQLite lets a column come later only when it may be empty.
        columns = [replace(each, required=each.default is not None) for each in spec.columns if each.name in gone]
        add_columns(connection, spec.name, columns)
    return missing


def _forget(connection: sqlite3.Connection, table: str) -> None:
    """What the standard's tables say of one that is gone, and its spatial index."""
    connection.execute(f"DROP TABLE IF EXISTS {quoted(ddl.rtree_name(table))}")
    for book in _BOOKS:
        if "table_name" in columns_in(connection, book):
            connection.execute(f"DELETE FROM {book} WHERE table_name = ?", (table,))


def _name(statement: str) -> str:
    found = _NAME.match(statement)
    if found is None:
        raise StoreError(statement)
    return found[1]
