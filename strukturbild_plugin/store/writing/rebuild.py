"""A strukturbild built anew from the rows of another: only the tables and columns that are ours go along, as values.

What else the other file holds, its own triggers, views, tables and deleted rows, stays where it is.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, Sequence

from ...catalogue.model import Catalogue
from ..gpkg.connection import columns_in, make_standard_tables, make_table, prepared
from ..gpkg.foreign_parts import TABLE, Row
from ..schema.ddl import insert, keeping_triggers, object_triggers, quoted
from ..schema.tables import FID, GEOMETRY, TableSpec, all_tables, object_tables

_MAKES_TABLE = re.compile(r"CREATE\s+TABLE\b", re.IGNORECASE)
_STANDARD = ("gpkg_", "rtree_", "sqlite_")
_QGIS_TABLES = ("layer_styles", "qgis_projects")

Kept = Callable[[TableSpec], "Sequence[str] | None"]
"""Which columns of a table go along with their values; None: no rows at all."""


@dataclass(frozen=True)
class OtherContent:
    """What a file has beside what is ours."""

    tables: tuple[str, ...]
    columns: tuple[str, ...]
    """'table.column'; also those of our own names that are reckoned out and not stored."""


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty file to build in, which nobody else knows of: kept whole in the end, so speed may come first here."""
    with contextlib.closing(sqlite3.connect(str(path), isolation_level=None)) as connection:
        prepared(connection)
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        # what is not allowed comes along: the check names it
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def copy_tables(source: sqlite3.Connection, target: sqlite3.Connection, catalogue: Catalogue, kept: Kept) -> None:
    """Make the tables of `catalogue` in `made` and fill them. `finish_tables` has to follow."""
    make_standard_tables(target)
    for spec in all_tables(catalogue):
        make_table(target, spec, audited=False)
        columns = kept(spec)
        if columns is not None:
            _copy_rows(source, target, spec, set(columns))


def finish_tables(target: sqlite3.Connection, catalogue: Catalogue) -> None:
    """The triggers that count versions, set times and clean up: from now on, and not for what was copied."""
    objects = object_tables(catalogue)
    for statement in (*(each for spec in objects for each in object_triggers(spec)), *keeping_triggers(objects)):
        target.execute(statement)


def plain_rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    """The rows of a table of a file that has not been let in: its stored columns alone, none that is reckoned out."""
    names = columns_in(connection, table)
    if not names:
        return []
    found = connection.execute(f"SELECT {', '.join(map(quoted, names))} FROM {quoted(table)} ORDER BY rowid")
    return [dict(zip(names, row)) for row in found]


def plain_tables(rows: Sequence[Row]) -> set[str]:
    """The tables of a schema that hold rows themselves: no views, no virtual tables."""
    named = [(name, sql) for kind, name, table, sql in rows if kind == TABLE and name == table]
    return {name for name, sql in named if isinstance(sql, str) and _MAKES_TABLE.match(sql)}


def other_content(source: sqlite3.Connection, tables: set[str], catalogue: Catalogue) -> OtherContent:
    """What of `tables` and their columns is not ours, but for the standard's own."""
    specs = {spec.name: spec for spec in all_tables(catalogue)}
    others = sorted(name for name in tables if name not in specs and not name.startswith(_STANDARD))
    columns = []
    for name in [name for name in specs if name in tables]:
        stored, ours = columns_in(source, name), (FID, GEOMETRY, *specs[name].column_names())
        every = [row[1] for row in source.execute(f"PRAGMA table_xinfo({quoted(name)})")]
        columns += [f"{name}.{column}" for column in every if column not in stored or column not in ours]
    return OtherContent(tuple(name for name in others if name not in _QGIS_TABLES), tuple(columns))


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, spec: TableSpec, kept: set[str]) -> None:
    wanted = {FID, *([GEOMETRY] if spec.geometry else []), *(kept & set(spec.column_names()))}
    names = [name for name in columns_in(source, spec.name) if name in wanted]
    if not names:
        return
    rows = source.execute(f"SELECT {', '.join(map(quoted, names))} FROM {quoted(spec.name)} ORDER BY rowid")
    target.executemany(insert(spec.name, names), rows)
