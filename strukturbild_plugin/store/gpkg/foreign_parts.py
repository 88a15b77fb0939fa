"""Foreign parts of a file: what in its schema is not a strukturbild's own and could run. Checked before all else.

Triggers, views, checks, default values and virtual tables are SQL that whoever made the file has written; SQLite
carries it out when rows are read or written, by us or by QGIS. Here the texts alone are read, from sqlite_master, and
each is held against what our own tables and what GDAL and QGIS make. Nothing of the file runs meanwhile.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Sequence

from ...errors import ForeignParts, StoreError
from ...i18n import tr
from ..schema import ddl
from ..schema.standard_triggers import is_standard
from ..schema.tables import CATALOGUE_TABLES, FID, HEAD, OWN_TABLES, SCHEMA_VERSION
from .error_messages import damaged, foreign, newer
from .sql_tokens import Statement, UnlistedSql

TRIGGER, VIEW, TABLE, INDEX, VIRTUAL = "trigger", "view", "table", "index", "virtual"
_MAX_PARTS, _MAX_TEXT_LETTERS = 5_000, 4_000_000
_MAX_NAMED, _MAX_NAME_LETTERS = 4, 40
_KNOWN_TABLES = {ddl.table(spec): spec.name for spec in (*OWN_TABLES, *CATALOGUE_TABLES)}
"""Most of a file; the others are read word by word."""
_KEY = re.compile(r'[(,]\s*"?([^"(),\s]+)"? INTEGER (?:CONSTRAINT \w+ )?PRIMARY KEY', re.IGNORECASE)

Row = tuple[Any, Any, Any, Any]
"""type, name, tbl_name, sql of sqlite_master."""


@dataclass(frozen=True)
class Part:
    """A foreign part of a schema."""

    kind: str
    name: str
    table: str

    def __str__(self) -> str:
        words = {
            TRIGGER: tr("utlösaren ”{name}” på tabellen ”{table}”"),
            VIEW: tr("vyn ”{name}”"),
            INDEX: tr("indexet ”{name}” på tabellen ”{table}”"),
            VIRTUAL: tr("den virtuella tabellen ”{name}”"),
            TABLE: tr("regler i tabellen ”{name}”"),
        }
        return words[self.kind].format(name=short_name(self.name), table=short_name(self.table))


def refuse_foreign_parts(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ForeignParts when the file behind `connection` holds what is not its own and could run.

    StoreError when its schema cannot be read, when it is no strukturbild, or one of a newer program (whose own parts
    this one does not know).
    """
    rows = schema_rows(connection, path)
    parts = foreign_parts(rows)
    if not parts:
        return
    tables = {name for kind, name, _table, _sql in rows if kind == TABLE}
    if HEAD.name not in tables:
        raise StoreError(foreign(path))
    if not any(part.kind in (TABLE, VIRTUAL) and part.name == HEAD.name for part in parts) and _is_newer(connection):
        raise StoreError(newer(path))
    raise ForeignParts(_sentence(path, parts), path, tuple(map(str, parts)))


def schema_rows(connection: sqlite3.Connection, path: Path) -> tuple[Row, ...]:
    """The rows of sqlite_master. Raises StoreError when they are beyond reason or no text."""
    count, size = connection.execute("SELECT count(*), coalesce(sum(length(sql)), 0) FROM sqlite_master").fetchone()
    if count > _MAX_PARTS or size > _MAX_TEXT_LETTERS:
        raise StoreError(damaged(path))
    try:
        return tuple(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall())
    except sqlite3.OperationalError as error:
        if "decode" in str(error).lower():
            raise StoreError(damaged(path)) from error
        raise


@lru_cache(maxsize=32)
def foreign_parts(rows: tuple[Row, ...]) -> tuple[Part, ...]:
    """The foreign parts of a schema, in the order they stand."""
    keys = {name: _key_of(sql) for kind, name, _table, sql in rows if kind == TABLE}
    return tuple(part for part in (_foreign(row, keys) for row in rows) if part is not None)


def _key_of(sql: object) -> str:
    found = _KEY.search(sql) if isinstance(sql, str) else None
    return found[1] if found else FID


def _foreign(row: Row, keys: dict[str, str]) -> Part | None:
    kind, name, table, sql = row
    if not all(isinstance(each, str) for each in (kind, name, table)):
        return Part(TABLE, str(name), str(table))
    if sql is None and kind == INDEX and name.startswith("sqlite_autoindex_"):
        return None
    try:
        if isinstance(sql, str) and _is_plain(kind, name, table, sql, keys.get(table, FID)):
            return None
    except UnlistedSql:
        pass
    # SQLite goes by the text and not by the type beside it.
    start = sql.split(None, 2)[:2] if isinstance(sql, str) else []
    kind_of_part = start[1].lower().replace("unique", INDEX) if len(start) == 2 else ""
    return Part(kind_of_part if kind_of_part in (TRIGGER, VIEW, INDEX, VIRTUAL) else TABLE, name, table)


def _is_plain(kind: str, name: str, table: str, sql: str, key: str) -> bool:
    """Whether a part is what its name says and holds nothing that is not listed."""
    if kind == TABLE and _KNOWN_TABLES.get(sql) == name == table:
        return True
    if kind == TABLE and sql.startswith("CREATE VIRTUAL"):
        return name.startswith("rtree_") and Statement(sql).spatial_index() == name == table
    if kind == TABLE:
        return Statement(sql).table() == name == table
    if kind == INDEX:
        return Statement(sql).index()[:2] == (name, table)
    return kind == TRIGGER and is_standard(name, table, sql, key)


def _is_newer(connection: sqlite3.Connection) -> bool:
    """Asked of a table that has just been found to be plain."""
    try:
        found = connection.execute(f"SELECT max(schema_version) FROM {HEAD.name}").fetchone()[0]
    except sqlite3.Error:
        return False
    return isinstance(found, int) and found > SCHEMA_VERSION


def _sentence(path: Path, parts: Sequence[Part]) -> str:
    return tr(
        "Filen {path} innehåller något som inte hör till en strukturbild och som skulle köras när den används: "
        "{delar}. Filen öppnas inte och är oförändrad. Gör en rensad kopia, så följer allt i strukturbilden med men "
        "inte det främmande."
    ).format(path=path, delar=listed([str(part) for part in parts]))


def listed(names: Sequence[str]) -> str:
    """The first few names in a sentence, and how many more there are."""
    shown = ", ".join(names[:_MAX_NAMED])
    more = len(names) - _MAX_NAMED
    return tr("{first} och {n} till").format(first=shown, n=more) if more > 0 else shown


def short_name(name: str) -> str:
    """A name from a stranger's file, shortened and without control signs, for a sentence."""
    seen = "".join(sign if sign.isprintable() else " " for sign in name[: _MAX_NAME_LETTERS + 1])
    return seen if len(seen) <= _MAX_NAME_LETTERS else seen[:_MAX_NAME_LETTERS] + "…"
