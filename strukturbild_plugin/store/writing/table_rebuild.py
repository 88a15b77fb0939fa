"""A table made anew in its place, with its rows: how an upgrade changes what SQLite cannot change in a table.

What is somebody's own in the table goes along: columns, indexes. A column of his that has the name of a new one of ours
gets another name, and so does a table.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Collection, Sequence

from ...i18n import tr
from ..gpkg.connection import columns_in, tables_in
from ..schema import ddl
from ..schema.ddl import quoted
from ..schema.tables import FID, GEOMETRY, YES_NO_COLUMN, ColumnSpec, TableSpec

_PLAIN_TYPE = re.compile(r"[A-Za-z_]+(?: [A-Za-z_]+){0,3}(?: ?\(\d+(?:, ?\d+)?\))?")
_BOOKS = (
    *(("gpkg_contents", "table_name"), ("gpkg_ogr_contents", "table_name"), ("gpkg_geometry_columns", "table_name")),
    *(("gpkg_extensions", "table_name"), ("gpkg_metadata_reference", "table_name"), ("layer_styles", "f_table_name")),
)
"""Where the standard, GDAL and QGIS keep what belongs to a table, by its name."""
_COPY = "temp.rader_som_flyttas"


def rebuild_table(connection: sqlite3.Connection, spec: TableSpec, new: Collection[str]) -> list[str]:
    """Make the table anew as `spec` says, without triggers on rows of objects; gives what was done to others' things.

    `new`: its columns that the version before did not have. A table whose rows do not keep the rules only gets its new
    columns.
    """
    connection.execute("SAVEPOINT tabell")
    try:
        told = _rebuild(connection, spec, new)
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK TO tabell")
        told = add_columns(connection, spec.name, [column for column in spec.columns if column.name in new])
        if spec.objects:
            for name in ("skapad", "andrad", "borttagen"):
                connection.execute(f"DROP TRIGGER IF EXISTS {quoted(f'{spec.name}_{name}')}")
    connection.execute("RELEASE tabell")
    return told


def add_columns(connection: sqlite3.Connection, table: str, columns: Sequence[ColumnSpec]) -> list[str]:
    """Give a table new columns at its end; gives what was done to others' columns with those names."""
    there, told = {name.lower(): name for name in columns_in(connection, table)}, []
    for column in columns:
        if column.name in there:  # SQLite knows no capitals in names
            told.append(_column_set_aside(connection, table, there[column.name]))
        connection.execute(ddl.added_column(table, column))
    return told


def set_table_aside(connection: sqlite3.Connection, table: str) -> list[str]:
    """Give somebody's own table another name, when it has the name of a new one of ours; gives what was done."""
    own = next((name for name in tables_in(connection) if name.lower() == table), "")
    if not own:
        return []
    table, name = own, _free(own, tables_in(connection))
    geometry = connection.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,))
    shapes = [column for (column,) in geometry.fetchall()]
    key = next((row[1] for row in connection.execute(f"PRAGMA table_info({quoted(table)})") if row[5]), FID)
    of_table = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    for (trigger,) in connection.execute(of_table, (table,)).fetchall():
        connection.execute(f"DROP TRIGGER {quoted(trigger)}")
    connection.execute(f"ALTER TABLE {quoted(table)} RENAME TO {quoted(name)}")
    for column in shapes:
        if f"rtree_{table}_{column}" in tables_in(connection):
            index = f"rtree_{name}_{column}"
            connection.execute(f"ALTER TABLE {quoted(f'rtree_{table}_{column}')} RENAME TO {quoted(index)}")
            for statement in ddl.spatial_triggers(name, column, key):
                connection.execute(statement)
    for statement in ddl.row_count_triggers(TableSpec(name, ())):
        connection.execute(statement)
    for book, column in _BOOKS:
        if book in tables_in(connection):
            connection.execute(f"UPDATE {book} SET {column} = ? WHERE {column} = ?", (name, table))
    connection.execute("UPDATE gpkg_contents SET identifier = table_name WHERE table_name = ?", (name,))
    return [tr("Er egen tabell ”{table}” heter nu ”{name}”.").format(table=table, name=name)]


def _column_set_aside(connection: sqlite3.Connection, table: str, column: str) -> str:
    name = _free(column, columns_in(connection, table))
    connection.execute(f"ALTER TABLE {quoted(table)} RENAME COLUMN {quoted(column)} TO {quoted(name)}")
    return _column_told(table, column, name)


def _column_told(table: str, column: str, name: str) -> str:
    sentence = tr("Er egen kolumn ”{column}” i tabellen ”{table}” heter nu ”{name}”.")
    return sentence.format(column=column, table=table, name=name)


def _free(name: str, taken: Collection[str]) -> str:
    lower, number, found = {each.lower() for each in taken}, 1, f"{name}_egen"
    while found.lower() in lower:
        number += 1
        found = f"{name}_egen_{number}"
    return found


def _rebuild(connection: sqlite3.Connection, spec: TableSpec, new: Collection[str]) -> list[str]:
    name, told = quoted(spec.name), []
    ours = {FID, *((GEOMETRY,) if spec.geometry else ()), *spec.column_names()}
    info = connection.execute(f"PRAGMA table_info({name})").fetchall()
    there = {row[1]: row[2] for row in info}
    if FID not in there:
        raise sqlite3.IntegrityError(FID)
    names = {column: column for column in there if column.lower() not in new}
    for column in there:
        if column not in names:
            names[column] = _free(column, {*there, *ours, *names.values()})
            told.append(_column_told(spec.name, column, names[column]))
    indexes = _own_indexes(connection, spec)
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (spec.name,)).fetchone()
    connection.execute(f"CREATE TABLE {_COPY} AS SELECT * FROM {name}")
    if spec.geometry:
        connection.execute(f"DROP TABLE IF EXISTS {quoted(ddl.rtree_name(spec.name))}")
    connection.execute(f"DROP TABLE {name}")
    connection.execute(ddl.table(spec))
    for column, called in names.items():
        if called not in ours:
            kind = there[column] if not there[column] or _PLAIN_TYPE.fullmatch(there[column]) else "TEXT"
            connection.execute(f"ALTER TABLE {name} ADD COLUMN {quoted(called)} {kind}")
    choices = {column.name for column in spec.columns if column.kind == YES_NO_COLUMN}
    values = (_yes_or_no(column) if names[column] in choices else quoted(column) for column in names)
    into = ", ".join(map(quoted, names.values()))
    connection.execute(f"INSERT INTO {name} ({into}) SELECT {', '.join(values)} FROM {_COPY} ORDER BY rowid")
    connection.execute(f"DROP TABLE {_COPY}")
    if last is not None:
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (spec.name,))
        connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (spec.name, last[0]))
    for statement in ddl.everything_for(spec, audited=False)[1:]:
        connection.execute(statement)
        if statement.startswith("CREATE VIRTUAL"):
            fill_spatial_index(connection, spec)
    _put_indexes_back(connection, spec, indexes)
    return told


def _yes_or_no(column: str) -> str:
    return f"CASE lower({quoted(column)}) WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE {quoted(column)} END"


def _own_indexes(connection: sqlite3.Connection, spec: TableSpec) -> list[str]:
    made = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    return [sql for (sql,) in connection.execute(made, (spec.name,)) if sql not in ddl.indexes(spec)]


def _put_indexes_back(connection: sqlite3.Connection, spec: TableSpec, statements: Sequence[str]) -> None:
    for statement in statements:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError:
            continue  # of a column that has another name now: an index says nothing of its own


def fill_spatial_index(connection: sqlite3.Connection, spec: TableSpec) -> None:
    """Write the shapes of a table into its spatial index, which is empty."""
    shape, index = quoted(GEOMETRY), quoted(ddl.rtree_name(spec.name))
    connection.execute(
        f"INSERT INTO {index} SELECT {FID}, ST_MinX({shape}), ST_MaxX({shape}), ST_MinY({shape}), ST_MaxY({shape}) "
        f"FROM {quoted(spec.name)} WHERE {shape} NOTNULL AND NOT ST_IsEmpty({shape})"
    )
