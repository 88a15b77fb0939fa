"""A checksum over what a receiver reads in a delivery, written into it: every word, title and explanation.

The fingerprint covers the content, and not the words beside the codes, the table about the delivery and the metadata.
What they say depends on the program and the base data they were made with, so they cannot be made anew to be compared.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Iterator

from ...catalogue.model import Text
from ...store.gpkg.connection import columns_in, tables_in
from ...store.schema.ddl import quoted
from .internal_tables import ABOUT_NAME
from .table_words import AUDIT_COLUMNS

CHECKSUM = Text("Kontrollsumma för texterna", "Checksum of the texts")
"""The fact that says it."""

_TITLES, _VALUES = "gpkg_data_columns", "gpkg_data_column_constraints"
_WHOLE = {"gpkg_metadata": ("metadata",), _TITLES: (), _VALUES: ()}
"""Tables of the standard -> their columns that count; none: all."""


def text_checksum(connection: sqlite3.Connection) -> str:
    """The checksum (hex) of a delivery as it stands: the same in whatever order its rows lie."""
    whole = hashlib.sha256()
    for line in sorted(_lines(connection)):
        whole.update(line.encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def stated_checksum(connection: sqlite3.Connection) -> str:
    """The checksum that a delivery states; '' for one made before there was any."""
    if ABOUT_NAME not in tables_in(connection):
        return ""
    said = f"SELECT varde FROM {ABOUT_NAME} WHERE uppgift IN (?, ?)"
    row = connection.execute(said, (CHECKSUM.sv, CHECKSUM.en)).fetchone()
    return str(row[0]) if row else ""


def _lines(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row that counts, as a line."""
    known = set(tables_in(connection))
    for table, columns in _WHOLE.items():
        if table in known:
            yield from _rows(connection, table, columns or tuple(columns_in(connection, table)))
    if _TITLES not in known:
        return
    described: dict[str, list[str]] = {}
    for table, column in connection.execute(f"SELECT table_name, column_name FROM {_TITLES} ORDER BY 1, 2"):
        if column not in AUDIT_COLUMNS:
            described.setdefault(str(table), []).append(str(column))
    for table, names in described.items():
        there = set(columns_in(connection, table)) if table in known else set()
        yield from _rows(connection, table, tuple(name for name in names if name in there))


def _rows(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[str]:
    yield json.dumps([table, *columns])
    if not columns:
        return
    for row in connection.execute(f"SELECT {', '.join(map(quoted, columns))} FROM {quoted(table)}"):
        if table != ABOUT_NAME or row[0] not in (CHECKSUM.sv, CHECKSUM.en):
            yield json.dumps([table, *row], default=bytes.hex)
