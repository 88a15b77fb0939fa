"""Connections to a strukturbild file: pure sqlite3, with the functions GeoPackage's spatial index triggers call."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterable, Sequence

from ..schema import ddl
from ..schema.tables import GEOMETRY, TableSpec
from . import wkb
from .file_copy import BUSY_TIMEOUT_S
from .guarded_connection import checked_connection


def now() -> str:
    """This moment as it is stored: UTC, ISO 8601 with milliseconds and Z."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def connect(path: Path, seconds: float = BUSY_TIMEOUT_S, writes: bool = True) -> sqlite3.Connection:
    """A connection to an existing strukturbild, with explicit BEGIN and COMMIT; waits at most `seconds` for a lock.

    Raises StoreError, and ForeignParts for a file with triggers, views or rules that are not its own: they must never
    run.
    """
    connection = prepared(checked_connection(path, seconds, reads_only=not writes))
    connection.text_factory = _text  # odd_cells.py tells where it was not UTF-8
    if writes:
        # The triggers of our own spatial indexes call the ST_ functions; the file has nothing else that could.
        connection.execute("PRAGMA trusted_schema = ON")
    return connection


def _text(raw: bytes) -> str:
    """A text of the file: what is not UTF-8, as a GeoPackage's is, a tool has written in Windows's own letters."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Give a connection the ST_ functions."""
    connection.create_function("ST_IsEmpty", 1, lambda blob: _bound(blob, None) is None, deterministic=True)
    for place, name in enumerate(("ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY")):
        connection.create_function(name, 1, lambda blob, place=place: _bound(blob, place), deterministic=True)
    return connection


def _bound(blob: object, place: int | None) -> Any:
    """One side of a blob's extent (or the whole); None when it is empty or no geometry."""
    if not isinstance(blob, bytes):
        return None
    try:
        found = wkb.blob_bounds(blob)
    except ValueError:
        return None
    return found if found is None or place is None else found[place]


def tables_in(connection: sqlite3.Connection) -> set[str]:
    """The names of the real tables (not views) of a file."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def columns_in(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table, in order; none when it does not exist."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({ddl.quoted(table)})"))


def missing_parts(connection: sqlite3.Connection, specs: Iterable[TableSpec]) -> list[str]:
    """What the file lacks of these tables: 'table', or 'table.column'."""
    missing: list[str] = []
    for spec in specs:
        there = columns_in(connection, spec.name)
        wanted = (*((GEOMETRY,) if spec.geometry else ()), *spec.column_names())
        missing += [f"{spec.name}.{name}" for name in wanted if name not in there] if there else [spec.name]
    return missing


def dict_rows(connection: sqlite3.Connection, table: str, order: str = ddl.FID) -> list[dict[str, Any]]:
    """Every row of a small table as a dict."""
    cursor = connection.execute(f"SELECT * FROM {ddl.quoted(table)} ORDER BY {ddl.quoted(order)}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor]


def insert_rows(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> int:
    """Insert dicts that share the keys of the first; gives their number. Raises sqlite3.Error."""
    listed = list(rows)
    if listed:
        names = tuple(listed[0])
        connection.executemany(ddl.insert(table, names), [tuple(row[name] for name in names) for row in listed])
    return len(listed)


def make_standard_tables(connection: sqlite3.Connection) -> None:
    """Create the tables that GeoPackage and QGIS want, in a new file."""
    connection.execute(f"PRAGMA application_id = {ddl.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {ddl.GPKG_VERSION}")
    for statement in ddl.STANDARD_TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", ddl.REFERENCE_SYSTEMS)
    contents = "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'attributes', ?, 0)"
    connection.execute(contents, ("layer_styles", "layer_styles"))


def make_table(connection: sqlite3.Connection, spec: TableSpec, audited: bool = True) -> None:
    """Create a table with its indexes and triggers; not `audited`: without the triggers that tend rows of objects."""
    for statement in ddl.everything_for(spec, audited):
        connection.execute(statement)
    for statement, values in ddl.registrations(spec):
        connection.execute(statement, values)


def touch(connection: sqlite3.Connection, tables: Sequence[str], moment: str) -> None:
    """Update extent and time (`moment`, ISO 8601 UTC) in gpkg_contents for tables whose rows have changed."""
    spatial = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_geometry_columns")}
    for table in tables:
        connection.execute("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", (moment, table))
        if table in spatial:
            index = ddl.quoted(ddl.rtree_name(table))
            extent = connection.execute(f"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {index}").fetchone()
            connection.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*extent, table),
            )
