"""Rows of several layers written in ONE transaction, as OGR writes them: all of a save is in the file, or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Collection, Iterator, Mapping

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.connection import columns_in, connect, now, touch
from ..gpkg.error_messages import explaining
from ..gpkg.records import Value
from ..schema import ddl
from ..schema.tables import FID
from .dependent_rows import DependentRows, dependent_rows, put_back

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


@dataclass
class Written:
    """What writing gave."""

    fids: dict[str, list[int]] = field(default_factory=dict)
    """Of the added rows of each table, in order."""
    taken: dict[str, DependentRows] = field(default_factory=dict)
    """What the file has taken away with objects that are no longer there, by objekt_id."""


class TableRefused(StoreError):
    """A row breaks a rule of its table."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(reason)
        self.table = table


def write_edits(
    path: Path,
    edits: list[TableEdits],
    kept: Mapping[str, DependentRows] | None = None,
    check: Callable[[sqlite3.Connection], None] | None = None,
) -> Written:
    """Write all of it, or nothing, and never wait.

    `kept`: what was taken away with objects before, by objekt_id; those that are added again get it back. `check`:
    looks at the file when nobody else can write any more, and raises StoreError to have nothing written. Raises
    StoreError with the reason; the file is then as it was. A row to change that is gone is no error: OGR does not mind
    either.
    """
    written = Written()
    with explaining(path), contextlib.closing(connect(path, 0)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if check is not None:
                check(connection)
            # What is changed may have let go of what is deleted, in whatever table that lies. Then a link goes before
            # what it ties: the file's own triggers take away what names a deleted row.
            for one in edits:
                with _naming(one.table):
                    _change(connection, one)
            for one in edits:
                written.taken.update(dependent_rows(connection, one.table, one.deleted))
                with _naming(one.table):
                    written.fids[one.table] = _delete_and_add(connection, one)
            back = [str(row["objekt_id"]) for one in edits for row in one.added if "klass" in row]
            # Also what is deleted and added in one save: an object that was given its place anew.
            put_back(connection, {**(kept or {}), **written.taken}, back)
            written.taken = {each: rows for each, rows in written.taken.items() if each not in back}
            touch(connection, [one.table for one in edits], now())
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    return written


def broken_rule(error: sqlite3.IntegrityError) -> str:
    """Which rule of a table a row breaks, as a planner can act on it; SQLite's own text for rules that have a name."""
    kind, _, rest = str(error).partition(" constraint failed: ")
    names = ", ".join(each.partition(".")[2] or each for each in rest.split(", "))
    if kind == "UNIQUE":
        return tr("två rader har samma {columns}. Ändra den ena, eller ta bort den.").format(columns=names)
    if kind == "NOT NULL":
        return tr("en rad saknar {columns}. Fyll i det, eller ta bort raden.").format(columns=names)
    return str(error)


@contextlib.contextmanager
def _naming(table: str) -> Iterator[None]:
    """A broken rule is told of with the table whose row breaks it."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise TableRefused(table, broken_rule(error)) from error


def _change(connection: sqlite3.Connection, edits: TableEdits) -> None:
    table, there = ddl.quoted(edits.table), columns_in(connection, edits.table)
    for fid, given in edits.changed.items():
        columns = _with_a_place(given, there)
        if not columns:
            continue
        sets = ", ".join(f"{ddl.quoted(name)} = ?" for name in columns)
        connection.execute(f"UPDATE {table} SET {sets} WHERE {FID} = ?", (*columns.values(), fid))


def _delete_and_add(connection: sqlite3.Connection, edits: TableEdits) -> list[int]:
    """The fids of the added rows, in order."""
    table, there = ddl.quoted(edits.table), columns_in(connection, edits.table)
    connection.executemany(f"DELETE FROM {table} WHERE {FID} = ?", [(fid,) for fid in edits.deleted])
    fids = []
    for given in edits.added:
        columns = _with_a_place(given, there)
        cursor = connection.execute(ddl.insert(edits.table, tuple(columns)), tuple(columns.values()))
        fids.append(int(cursor.lastrowid or 0))
    return fids


def _with_a_place(columns: Columns, there: Collection[str]) -> Columns:
    """Without empty columns that somebody else has removed from the table since it was opened."""
    return {name: value for name, value in columns.items() if name in there or value is not None}
