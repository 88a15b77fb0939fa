"""Which rows a file has changed, added and deleted since its base: SQLite compares, only what differs is read."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..catalogue.table_rows import COLUMNS
from ..errors import StoreError
from ..store.gpkg import wkb
from ..store.gpkg.error_messages import damaged
from ..store.schema.ddl import quoted
from ..store.schema.tables import GEOMETRY
from .line_ties import tied_nodes
from .merged_tables import LAYER, OBJECT, Cell, Key, MergedTable, MergedTables, Row

Changes = Mapping[Key, "Row | None"]
_READ_THROUGH_KB = 256
"""Of what is read once, from beginning to end, so much is kept in memory; what is looked up in keeps SQLite's own."""
_SCHEMA = "bas"
_ROUNDED_M = 0.005
"""A coordinate that is no more than this from what it was is as it was: fingerprints count in whole centimetres."""
_TIE_COLUMNS = ("noder", "fran_id", "till_id")


class StoredBase:
    """A base in a file, read row by row as rows are asked for."""

    def __init__(self, connection: sqlite3.Connection, tables: MergedTables) -> None:
        self._connection, self._tables = connection, tables
        self._columns = {table.name: _shared(connection, "main", table) for table in tables.tables}
        self._known: dict[Key, Row | None] = {}
        self._tied: dict[str, list[Key]] | None = None

    def row(self, key: Key) -> Row | None:
        """The row that is known by `key`; None when there is none."""
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def keep(self, rows: Mapping[Key, Row]) -> None:
        """Rows of the base that have been read already."""
        self._known.update(rows)

    def tied_lines(self, nodes: frozenset[str]) -> Sequence[Key]:
        """The lines that are tied to any of `nodes`."""
        if self._tied is None:
            self._tied = {}
            for key, row in self._lines():
                for node in tied_nodes(row):
                    self._tied.setdefault(node, []).append(key)
        return sorted({key for node in nodes for key in self._tied.get(node, ())})

    def _read(self, key: Key) -> Row | None:
        for table in self._tables.tables:
            columns = self._columns[table.name]
            if table.kind != key.kind or not columns:
                continue
            wanted = " AND ".join(f"ifnull({quoted(name)}, '') = ?" for name in table.key)
            if len(table.key) == 1:
                wanted = f"{quoted(table.key[0])} = ?"
            values = table.key_values(key)
            found = self._connection.execute(
                f"SELECT {', '.join(map(quoted, columns))} FROM {quoted(table.name)} WHERE {wanted}", values
            ).fetchone()
            if found is not None:
                return as_row(table, columns, found)
        return None

    def _lines(self) -> Iterator[tuple[Key, Row]]:
        for table in self._tables.tables:
            columns = [name for name in _TIE_COLUMNS if name in self._columns[table.name]]
            if table.kind != OBJECT or not columns:
                continue
            named = " OR ".join(f"{quoted(name)} IS NOT NULL" for name in columns)
            for objekt_id, *values in self._connection.execute(
                f"SELECT objekt_id, {', '.join(map(quoted, columns))} FROM {quoted(table.name)} WHERE {named}"
            ):
                yield Key(OBJECT, str(objekt_id)), dict(zip(columns, values))


def changes_since(
    connection: sqlite3.Connection,
    tables: MergedTables,
    base: Path,
    path: Path,
    unreadable: list[Row] | None = None,
    audit_too: Collection[str] = (),
    twice: set[Key] | None = None,
) -> tuple[dict[Key, Row | None], dict[Key, Row]]:
    """What the file that `connection` reads has changed since `base`, and the rows of the base that it concerns.

    Once for a connection: the base stays attached until it closes, since SQLite lets none go within a reading.
    `path`: what the file is called when it is damaged. `unreadable`: gets the rows whose shape is damaged, without
    it, and they count as unchanged; None: such a row is refused. `audit_too`: columns of AUDIT_COLUMNS that count as
    others do: a row where only these differ is changed too. `twice`: gets what more than one changed row is known by.
    Raises StoreError.
    """
    connection.execute(f"ATTACH DATABASE ? AS {_SCHEMA}", (str(base),))
    connection.execute(f"PRAGMA main.cache_size = -{_READ_THROUGH_KB}")
    try:
        changes: dict[Key, Row | None] = {}
        before: dict[Key, Row] = {}
        for table in tables.tables:
            _compare(connection, table, changes, before, table.silent - {*audit_too}, unreadable, twice)
    except (ValueError, TypeError, LookupError) as error:
        raise StoreError(damaged(path)) from error
    return {key: row for key, row in changes.items() if before.get(key) != row}, before


def as_row(table: MergedTable, columns: Sequence[str], values: Sequence[Cell]) -> Row:
    """A row as a merge sees it. Raises ValueError for a damaged shape."""
    row: dict[str, Cell] = {}
    for name, value in zip(columns, values):
        if name == GEOMETRY:
            if value is not None and not isinstance(value, bytes):
                raise ValueError("no geometry")
            row[name] = wkb.from_blob(value)
        else:
            row[name] = None if value == "" and name not in table.required else value
    if table.kind == OBJECT:
        row[LAYER] = table.name
    return row


def _compare(
    connection: sqlite3.Connection,
    table: MergedTable,
    changes: dict[Key, Row | None],
    before: dict[Key, Row],
    silent: Collection[str],
    unreadable: list[Row] | None,
    twice: set[Key] | None,
) -> None:
    now, then = _shared(connection, "main", table), _shared(connection, _SCHEMA, table)
    here, there = f"main.{quoted(table.name)}", f"{_SCHEMA}.{quoted(table.name)}"
    if not now:
        return
    if not then:
        for row in _rows(connection, table, now, f"SELECT {_names(now)} FROM {here}"):
            changes[table.key_of(row)] = row
        return
    same = " AND ".join(f"b.{quoted(name)} IS a.{quoted(name)}" for name in table.key)
    compared = [name for name in now if name not in silent]
    differs = [
        f"a.{quoted(name)} IS NOT b.{quoted(name)}" if name in then else f"a.{quoted(name)} IS NOT NULL"
        for name in compared
        if name not in table.key
    ]
    first = quoted(table.key[0])
    changed = " OR ".join([f"b.{first} IS NULL", *differs])
    both = f"{_names(now, 'a')}, {_names(then, 'b')}, b.{first} IS NULL"
    joined = f"{here} a LEFT JOIN {there} b ON {same}"
    new = 0
    for values in connection.execute(f"SELECT {both} FROM {joined} WHERE {changed}"):
        try:
            row = as_row(table, now, values[: len(now)])
        except ValueError:
            if unreadable is None:
                raise
            unreadable.append({name: value for name, value in zip(now, values) if name != GEOMETRY})
            continue
        key = table.key_of(row)
        if twice is not None and changes.get(key) is not None:
            twice.add(key)
        changes[key] = row
        if values[-1]:
            new += 1
        else:
            before[key] = as_row(table, then, values[len(now) : -1])
            changes[key] = _as_drawn(row, before[key])
    for row in _gone(connection, table, then, same, new):
        key = table.key_of(row)
        before[key] = row
        if key not in changes:  # an object in another layer now is not gone
            changes[key] = None


def _gone(
    connection: sqlite3.Connection, table: MergedTable, then: Sequence[str], same: str, new: int
) -> Iterator[Row]:
    """The rows of the base that are not there any more. `same`: that two rows have one key; `new`: how many are."""
    here, there = f"main.{quoted(table.name)}", f"{_SCHEMA}.{quoted(table.name)}"
    unique = table.name in COLUMNS or is_unique(connection, table)
    if unique and _count(connection, here) - new == _count(connection, there):
        return iter(())  # each row of the base is there still: keys are unique in both
    missing, first = f"NOT EXISTS (SELECT 1 FROM {here} a WHERE {same})", quoted(table.key[0])
    if not unique and len(table.key) == 1:  # nor is there an index to look it up in
        missing = f"b.{first} NOT IN (SELECT {first} FROM {here} WHERE {first} IS NOT NULL)"
    return _rows(connection, table, then, f"SELECT {_names(then, 'b')} FROM {there} b WHERE {missing}")


def _as_drawn(row: Row, before: Row) -> Row:
    """The row with the shape it had, when a program has only rounded it."""
    shape, old = row.get(GEOMETRY), before.get(GEOMETRY)
    if shape == old or not isinstance(shape, bytes) or not isinstance(old, bytes) or not _is_rounded(shape, old):
        return row
    return {**row, GEOMETRY: old}


def _is_rounded(shape: bytes, old: bytes) -> bool:
    if len(shape) != len(old) or wkb.kind_of(shape) != wkb.kind_of(old):
        return False
    for run, before in zip(wkb.vertex_runs(shape), wkb.vertex_runs(old)):
        if len(run) != len(before):
            return False
        numbers = (struct.unpack(f"<{len(each) // 8}d", each) for each in (run, before))
        if any(abs(one - other) > _ROUNDED_M for one, other in zip(*numbers)):
            return False
    return True


def is_unique(connection: sqlite3.Connection, table: MergedTable) -> bool:
    """Whether the file's own table lets no two rows have one key; other programs leave such rules out."""
    for _, index, unique, _, partial in connection.execute(f"PRAGMA main.index_list({quoted(table.name)})").fetchall():
        if unique and not partial:
            columns = connection.execute(f"PRAGMA main.index_info({quoted(index)})").fetchall()
            if {row[2] for row in columns} == {*table.key}:
                return True
    return False


def _count(connection: sqlite3.Connection, table: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)


def _rows(connection: sqlite3.Connection, table: MergedTable, columns: Sequence[str], sql: str) -> Iterator[Row]:
    return (as_row(table, columns, values) for values in connection.execute(sql))


def _names(columns: Sequence[str], table: str = "") -> str:
    return ", ".join(f"{table}.{quoted(name)}" if table else quoted(name) for name in columns)


def _shared(connection: sqlite3.Connection, schema: str, table: MergedTable) -> list[str]:
    there = {row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({quoted(table.name)})")}
    return [name for name in table.columns if name in there]
