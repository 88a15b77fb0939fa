"""A copy with some tables of a strukturbild and none of their rows: all that QGIS needs to write a project of them.

For each layer QGIS opens the file anew, and GDAL reads every table in it and how each column is described.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection
from pathlib import Path

from ..gpkg.connection import connect, make_standard_tables
from ..schema import ddl

_ABOUT_TABLES = ("gpkg_contents", "gpkg_geometry_columns")


def copy_without_rows(path: Path, target: Path, tables: Collection[str]) -> None:
    """Make the new file `target` with those of `tables` that the strukturbild at `path` has. Raises StoreError."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(connect(path, writes=False)) as source, contextlib.closing(memory) as db:
        make_standard_tables(db)
        _copy_rows(source, db, "gpkg_spatial_ref_sys")
        for name, statement in source.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
            if name in tables:
                db.execute(statement)
        for about in _ABOUT_TABLES:
            _copy_rows(source, db, about, tables)
        db.execute("VACUUM INTO ?", (str(target),))


def _copy_rows(
    source: sqlite3.Connection, db: sqlite3.Connection, table: str, about: Collection[str] | None = None
) -> None:
    """Rows of a table that GeoPackage describes; with `about`, those that are about one of these tables."""
    cursor = source.execute(f"SELECT * FROM {ddl.quoted(table)}")
    names = [column[0] for column in cursor.description]
    place = names.index("table_name") if about is not None else 0
    rows = [row for row in cursor if about is None or row[place] in about]
    db.executemany(ddl.insert(table, names).replace("INSERT INTO", "INSERT OR REPLACE INTO", 1), rows)
