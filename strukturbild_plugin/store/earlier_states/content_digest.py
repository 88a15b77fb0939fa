"""Whether two strukturbild files hold the same: one digest of all rows, whatever pages they lie on."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from ..gpkg.connection import columns_in, tables_in
from ..gpkg.reader import reading
from ..schema.ddl import quoted
from ..schema.tables import FID, all_tables

_STYLES = "layer_styles"
_STYLE_COLUMNS = ("f_table_name", "styleName", "styleQML")
_DIGITS = 16


def digest_and_count(path: Path) -> tuple[str, int]:
    """The digest of the content of the file at `path` (16 hex digits), and how many objects it has.

    Raises StoreError. Who reads and in which tables of GeoPackage's own it is noted makes no difference; the embedded
    project is no content.
    """
    digest, objects = hashlib.sha256(), 0
    with reading(path) as db:
        there = tables_in(db.connection)
        specs = sorted((spec for spec in all_tables(db.catalogue()) if spec.name in there), key=lambda spec: spec.name)
        wanted = [(spec.name, _content_columns(db.connection, spec.name), "rowid", spec.objects) for spec in specs]
        if _STYLES in there:
            wanted.append((_STYLES, _STYLE_COLUMNS, "f_table_name, styleName", False))
        db.connection.text_factory = bytes  # rows are compared and not read: no text has to be good
        for table, columns, order, are_objects in wanted:
            digest.update(repr((table, columns)).encode("utf-8", "surrogatepass"))
            names = ", ".join(map(quoted, columns))
            for row in db.connection.execute(f"SELECT {names} FROM {quoted(table)} ORDER BY {order}"):
                digest.update(repr(row).encode("ascii"))
                objects += are_objects
    return digest.hexdigest()[:_DIGITS], objects


def _content_columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(name for name in columns_in(connection, table) if name != FID)
