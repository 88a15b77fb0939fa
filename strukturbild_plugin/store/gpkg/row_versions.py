"""What others have done to the rows of a file: the version that each row has, and who wrote it last. Only reads.

The file's own triggers count a row's version up whoever writes, also QGIS without the plugin. Where rows have none the
time of their last change stands for it; a table with neither is known by the time of its own.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Collection, Mapping, Optional

from ..schema import ddl
from .guarded_connection import set_limits

Wanted = Mapping[str, Optional[Collection[int]]]
"""Table -> feature ids; None for all rows."""
_MOST_NAMED = 500
"""Of more feature ids in a table all its rows are read."""
_VERSIONS = ("version", "andrad")
_COLUMNS = ("andrad_av", "namn")


@dataclass(frozen=True)
class RowVersion:
    """A row as it was written last: `who` and `name` may be ''."""

    version: object
    who: str = ""
    name: str = ""


@dataclass(frozen=True)
class TableVersions:
    """The rows of a table, by feature id; none for a table without versions. `state`: what it is known by then.

    `highest`: the highest feature id that it ever had; SQLite gives none twice.
    """

    rows: Mapping[int, RowVersion] = field(default_factory=dict)
    state: tuple[object, ...] = ()
    highest: int = 0

    def is_before(self, known: TableVersions) -> bool:
        """Whether it is older than `known`: whoever writes counts both numbers up, and only another file goes back."""
        pairs = ((row.version, known.rows[fid].version) for fid, row in self.rows.items() if fid in known.rows)
        return self.highest < known.highest or any(
            isinstance(now, int) and isinstance(then, int) and now < then for now, then in pairs
        )


def row_versions(path: Path, wanted: Wanted) -> dict[str, TableVersions] | None:
    """These rows as they are in the file now; None when it cannot be read just now. Never waits."""
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as connection:
            set_limits(connection).execute("BEGIN")
            return versions_in(connection, wanted)
    except sqlite3.Error:
        return None


def versions_in(connection: sqlite3.Connection, wanted: Wanted) -> dict[str, TableVersions]:
    """The same over a connection, within its transaction. Raises sqlite3.Error."""
    return {table: _versions(connection, table, fids) for table, fids in wanted.items()}


def stamp(path: Path) -> tuple[int, ...]:
    """What is different when somebody has written to the file. Raises OSError."""
    found: list[int] = []
    for name in (str(path), f"{os.path.realpath(path)}-wal"):  # SQLite follows links
        with contextlib.suppress(FileNotFoundError):
            status = os.stat(name)
            found += [status.st_size, status.st_mtime_ns]
    return tuple(found)


def _versions(connection: sqlite3.Connection, table: str, fids: Collection[int] | None) -> TableVersions:
    name = ddl.quoted(table)
    there = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    version = next((column for column in _VERSIONS if column in there), "")
    if not version:
        last = connection.execute("SELECT last_change FROM gpkg_contents WHERE table_name = ?", (table,)).fetchone()
        rows = connection.execute(f"SELECT count(*), max({ddl.FID}) FROM {name}").fetchone()
        return TableVersions(state=(last, rows))
    columns = ", ".join(column if column in there else "NULL" for column in _COLUMNS)
    query, values = f"SELECT {ddl.FID}, {version}, {columns} FROM {name}", tuple(fids or ())
    if fids is not None and len(values) <= _MOST_NAMED:
        query += f" WHERE {ddl.FID} IN ({', '.join('?' * len(values))})"
    else:
        values = ()
    last = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()[0]
    return TableVersions(
        {
            fid: RowVersion(number, str(who or ""), str(named or ""))
            for fid, number, who, named in connection.execute(query, values)
        },
        highest=last if isinstance(last, int) else 0,
    )
