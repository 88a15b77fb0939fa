"""Rows of a copy that are known by the same identity, as when an object is pasted from one layer into another."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...i18n import tr
from ...store.gpkg.connection import columns_in, tables_in
from ...store.schema.ddl import quoted
from ...store.schema.tables import FID
from ..conflicts import deterministic_id
from ..merge_rows import BaseRows
from ..merged_tables import LAYER, MADE_FID, OBJECT, Key, MergedTable, MergedTables, Row
from ..row_changes import as_row, is_unique
from ..row_merge import plain
from .bad_rows import names_of_rows

_KINDS = (OBJECT, "kommentar", "rost", "insats")
"""Kinds whose identity says nothing but which row it is."""


@dataclass(frozen=True)
class _Found:
    table: MergedTable
    fid: int
    row: Row


def told_apart(
    connection: sqlite3.Connection,
    tables: MergedTables,
    changes: Mapping[Key, Row | None],
    twice: Collection[Key],
    base: BaseRows,
    kopia_id: str,
) -> tuple[dict[Key, Row | None], list[str]]:
    """The changes with an identity of its own for each row that has another's, and a sentence about them.

    `twice`: identities that more than one changed row has. What all began with keeps its identity, else the first row.
    """
    made, named = dict(changes), list[Row]()
    for key in sorted({*twice, *_of_tables(connection, tables), *_left_in_place(connection, changes, base)}):
        if key.kind not in _KINDS:
            continue
        found = list(_rows(connection, tables, key))
        if len(found) < 2:
            continue
        before = base.row(key)
        first = _first(found, before)
        made[key] = first.row
        if first.row == before:
            del made[key]
        for one in found:
            if one is not first:
                identity = deterministic_id("dubblett", kopia_id, key.rad_id, one.table.name, str(one.fid))
                made[Key(key.kind, identity)] = {**one.row, one.table.key[0]: identity, MADE_FID: one.fid}
                named.append(one.row)
    if not named:
        return made, []
    text = tr(
        "{antal} objekt hade samma identitet som ett annat ({namn}), som när de klistras in från ett lager i ett "
        "annat. De är med som egna objekt."
    )
    return made, [text.format(antal=len(named), namn=names_of_rows(named))]


def _of_tables(connection: sqlite3.Connection, tables: MergedTables) -> Iterator[Key]:
    """Identities that are there more than once in a table where another program has taken that rule away."""
    there = tables_in(connection)
    for table in tables.tables:
        if table.kind in _KINDS and table.name in there and not is_unique(connection, table):
            name = quoted(table.key[0])
            for (identity,) in connection.execute(
                f"SELECT {name} FROM {quoted(table.name)} GROUP BY {name} HAVING count(*) > 1"
            ):
                yield Key(table.kind, str(identity))


def _left_in_place(connection: sqlite3.Connection, changes: Mapping[Key, Row | None], base: BaseRows) -> Iterator[Key]:
    """Objects that are in another layer than they were, and there still."""
    for key, row in changes.items():
        before = base.row(key) if key.kind == OBJECT and row is not None else None
        if before is not None and row is not None and before[LAYER] != row[LAYER]:
            there = f"SELECT 1 FROM {quoted(str(before[LAYER]))} WHERE objekt_id = ?"
            if connection.execute(there, (key.rad_id,)).fetchone():
                yield key


def _rows(connection: sqlite3.Connection, tables: MergedTables, key: Key) -> Iterator[_Found]:
    for table in tables.tables:
        there = columns_in(connection, table.name) if table.kind == key.kind else ()
        columns = [name for name in table.columns if name in there]
        if not columns:
            continue
        names = ", ".join(map(quoted, (FID, *columns)))
        wanted = f"SELECT {names} FROM {quoted(table.name)} WHERE {quoted(table.key[0])} = ? ORDER BY {quoted(FID)}"
        for fid, *values in connection.execute(wanted, (key.rad_id,)):
            with contextlib.suppress(ValueError):  # a shape that cannot be read is told of already
                yield _Found(table, fid, as_row(table, columns, values))


def _first(found: Collection[_Found], before: Row | None) -> _Found:
    if before is not None:
        same = [one for one in found if plain(one.row) == plain(before)]
        found = same or [one for one in found if one.row.get(LAYER) == before.get(LAYER)] or found
    return next(iter(found))
