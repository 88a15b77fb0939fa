"""Rows of several layers written in ONE transaction, as OGR writes them: all of a save is in the file, or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Mapping

from ...errors import StoreError
from ..gpkg.connection import connect, now, touch
from ..gpkg.error_messages import explaining
from ..gpkg.records import Value
from ..schema import ddl
from ..schema.tables import FID

Columns = Mapping[str, "Value | bytes"]
"""Column -> what SQLite stores; a geometry is a GeoPackage blob."""


@dataclass
class TableEdits:
    """What is to be written in one table."""

    table: str
    added: list[Columns] = field(default_factory=list)
    changed: dict[int, Columns] = field(default_factory=dict)
    """By feature id, the columns that are different."""
    deleted: list[int] = field(default_factory=list)


class TableRefused(StoreError):
    """A row breaks a rule of its table."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(reason)
        self.table = table


def write_edits(path: Path, edits: list[TableEdits]) -> dict[str, list[int]]:
    """Write all of it, or nothing, and never wait; gives the feature ids of the added rows of each table, in order.

    Raises StoreError with the reason; the file is then as it was. A row to change that is gone is no error: OGR does
    not mind either.
    """
    made: dict[str, list[int]] = {}
    with explaining(path), contextlib.closing(connect(path, 0)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # A link goes before what it ties: the file's own triggers take a deleted object's links away.
            for one in edits:
                try:
                    made[one.table] = _write(connection, one)
                except sqlite3.IntegrityError as error:
                    raise TableRefused(one.table, str(error)) from error
            touch(connection, [one.table for one in edits], now())
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    return made


def _write(connection: sqlite3.Connection, edits: TableEdits) -> list[int]:
    table = ddl.quoted(edits.table)
    for fid, columns in edits.changed.items():
        sets = ", ".join(f"{ddl.quoted(name)} = ?" for name in columns)
        connection.execute(f"UPDATE {table} SET {sets} WHERE {FID} = ?", (*columns.values(), fid))
    connection.executemany(f"DELETE FROM {table} WHERE {FID} = ?", [(fid,) for fid in edits.deleted])
    fids = []
    for columns in edits.added:
        cursor = connection.execute(ddl.insert(edits.table, tuple(columns)), tuple(columns.values()))
        fids.append(int(cursor.lastrowid or 0))
    return fids
