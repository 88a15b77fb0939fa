"""Which rows a file has changed, added and deleted since its base: SQLite compares, only what differs is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import StoreError
from ..store.gpkg import wkb
from ..store.gpkg.error_messages import damaged
from ..store.schema.ddl import quoted
from ..store.schema.tables import GEOMETRY
from .line_ties import tied_nodes
from .merged_tables import AUDIT_COLUMNS, LAYER, OBJECT, Cell, Key, MergedTable, MergedTables, Row

Changes = Mapping[Key, "Row | None"]
_SCHEMA = "bas"
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
    audit_too: bool = False,
) -> tuple[dict[Key, Row | None], dict[Key, Row]]:
    """What the file that `connection` reads has changed since `base`, and the rows of the base that it concerns.

    Once for a connection: the base stays attached until it closes, since SQLite lets none go within a reading.
    `path`: what the file is called when it is damaged. `unreadable`: gets the rows whose shape is damaged, without
    it, and they count as unchanged; None: such a row is refused. `audit_too`: also rows where only who and when differ,
    for a file that is to be written in. Raises StoreError.
    """
    connection.execute(f"ATTACH DATABASE ? AS {_SCHEMA}", (str(base),))
    try:
        changes: dict[Key, Row | None] = {}
        before: dict[Key, Row] = {}
        for table in tables.tables:
            silent = table.silent - (AUDIT_COLUMNS if audit_too else set())
            _compare(connection, table, changes, before, silent, unreadable)
    except (ValueError, TypeError, LookupError) as error:
        raise StoreError(damaged(path)) from error
    return {key: row for key, row in changes.items() if before.get(key) != row}, before


def as_row(table: MergedTable, columns: Sequence[str], values: Sequence[Cell]) -> Row:
    """A row as a merge sees it. Raises ValueError for a damaged shape."""
    row: dict[str, Cell] = {}
    for name, value in zip(columns, values):
        if name == GEOMETRY:
            row[name] = wkb.from_blob(value if isinstance(value, bytes) else None)
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
        changes[key] = row
        if values[-1]:
            new += 1
        else:
            before[key] = as_row(table, then, values[len(now) : -1])
    if _count(connection, here) - new == _count(connection, there):
        return  # each row of the base is there still: keys are unique in both
    gone = f"SELECT {_names(then, 'b')} FROM {there} b WHERE NOT EXISTS (SELECT 1 FROM {here} a WHERE {same})"
    for row in _rows(connection, table, then, gone):
        key = table.key_of(row)
        before[key] = row
        if key not in changes:  # an object in another layer now is not gone
            changes[key] = None


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
