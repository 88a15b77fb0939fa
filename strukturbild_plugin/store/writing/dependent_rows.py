"""Rows that go with an object: what the file's own triggers take away when it is deleted, so that it can come back.

Goal links, votes, moved names, measures and what groups agreed on are deleted; a comment is only no longer about the
object.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping, Sequence

from ..gpkg.connection import columns_in
from ..schema import ddl
from ..schema.process_tables import AGREEMENTS
from ..schema.tables import COMMENTS, FID, LABEL_PLACES, LINKS, MEASURES, VOTES

_DELETED_WITH_IT = (LINKS.name, VOTES.name, LABEL_PLACES.name, MEASURES.name, AGREEMENTS.name)
_OBJECT = "objekt_id"


@dataclass
class DependentRows:
    """What goes with one object."""

    rows: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    """Table and columns."""
    comments: list[int] = field(default_factory=list)
    """Feature ids of the comments about it."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.comments)


def dependent_rows(connection: sqlite3.Connection, table: str, fids: Sequence[int]) -> dict[str, DependentRows]:
    """What goes with each object in these rows of `table`, by objekt_id; nothing for a table without objects."""
    found: dict[str, DependentRows] = {}
    if _OBJECT not in columns_in(connection, table) or table in (*_DELETED_WITH_IT, COMMENTS.name):
        return found
    one = f"SELECT {_OBJECT} FROM {ddl.quoted(table)} WHERE {FID} = ?"
    for fid in fids:
        for (objekt_id,) in connection.execute(one, (fid,)).fetchall():
            found[objekt_id] = _with_object(connection, objekt_id)
    return found


def put_back(connection: sqlite3.Connection, kept: Mapping[str, DependentRows], objects: Iterable[str]) -> None:
    """Let the objects with these ids, which are in the file again, have what went with them; what is there stays."""
    for objekt_id in objects:
        for table, row in kept[objekt_id].rows if objekt_id in kept else ():
            insert = ddl.insert(table, row).replace("INSERT", "INSERT OR IGNORE", 1)
            connection.execute(insert, tuple(row.values()))
        for fid in kept[objekt_id].comments if objekt_id in kept else ():
            statement = f"UPDATE {COMMENTS.name} SET {_OBJECT} = ? WHERE {FID} = ? AND {_OBJECT} IS NULL"
            connection.execute(statement, (objekt_id, fid))


def _with_object(connection: sqlite3.Connection, objekt_id: str) -> DependentRows:
    kept = DependentRows()
    for table in _DELETED_WITH_IT:
        names = columns_in(connection, table)
        if names:
            rows = connection.execute(f"SELECT * FROM {ddl.quoted(table)} WHERE {_OBJECT} = ?", (objekt_id,))
            kept.rows.extend((table, dict(zip(names, row))) for row in rows)
    if columns_in(connection, COMMENTS.name):
        about = connection.execute(f"SELECT {FID} FROM {COMMENTS.name} WHERE {_OBJECT} = ?", (objekt_id,))
        kept.comments = [fid for (fid,) in about]
    return kept
