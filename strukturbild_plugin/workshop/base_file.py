"""What copies began with: the rows of a strukturbild as they were, packed in one cell that every copy carries.

Plain SQLite, one table for each of those a merge covers, with their names and columns: what a file is compared with in
SQL. It is unpacked beside nothing, in a folder that goes away.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError
from ..i18n import tr
from ..store.gpkg.connection import columns_in, tables_in
from ..store.gpkg.foreign_parts import refuse_foreign_parts
from ..store.gpkg.guarded_connection import limited_connection, set_limits
from ..store.schema.ddl import quoted
from ..store.schema.process_tables import BASE_ROWS
from .merged_tables import MergedTable, MergedTables

WHOLE_BASE = "hela_basen"
"""`basrad.tabell` (and `rad_id`) of the row that holds it."""
_WAIT_S, _LEVEL, _MAX_UNPACKED_BYTES = 5.0, 6, 500_000_000
_PIECE_BYTES, _UNPACKED_PIECE_BYTES = 65_536, 1_000_000


@dataclass(frozen=True)
class PackedBase:
    """A base as it is carried: its identity and content."""

    bas_id: str
    content: bytes

    @property
    def digest(self) -> str:
        """Hex SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


def write_base(source: sqlite3.Connection, tables: MergedTables, target: Path) -> None:
    """Write the rows that `source` sees to the new file `target`, to be compared with."""
    with contextlib.closing(sqlite3.connect(str(target), isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = OFF")
        made.execute("BEGIN")
        there = tables_in(source)
        for table in tables.tables:
            if table.name in there:
                _copy_table(source, made, table)
        made.execute("COMMIT")


def _copy_table(source: sqlite3.Connection, made: sqlite3.Connection, table: MergedTable) -> None:
    columns = [name for name in columns_in(source, table.name) if name in table.columns]
    names = ", ".join(map(quoted, columns))
    made.execute(f"CREATE TABLE {quoted(table.name)} ({names})")
    marks = ", ".join("?" * len(columns))
    rows = source.execute(f"SELECT {names} FROM {quoted(table.name)} ORDER BY {', '.join(map(quoted, table.key))}")
    made.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", rows)
    made.execute(f"CREATE INDEX {quoted('nyckel_' + table.name)} ON {quoted(table.name)} ({_key(table)})")


def _key(table: MergedTable) -> str:
    return ", ".join(map(quoted, table.key))


def packed(file: Path, bas_id: str) -> PackedBase:
    """`file`, a base, as it is carried."""
    return PackedBase(bas_id, zlib.compress(file.read_bytes(), _LEVEL))


def carried_base(connection: sqlite3.Connection, bas_id: str) -> PackedBase | None:
    """The base `bas_id` that a strukturbild carries; None when it carries none."""
    if BASE_ROWS.name not in tables_in(connection):
        return None
    found = connection.execute(
        f"SELECT varden FROM {BASE_ROWS.name} WHERE bas_id = ? AND tabell = ? AND rad_id = ?",
        (bas_id, WHOLE_BASE, WHOLE_BASE),
    ).fetchone()
    return PackedBase(bas_id, found[0]) if found and isinstance(found[0], bytes) else None


def carries_base(connection: sqlite3.Connection, bas_id: str) -> bool:
    """Whether a strukturbild carries the base `bas_id`, which may be large and is not read."""
    found = f"SELECT 1 FROM {BASE_ROWS.name} WHERE bas_id = ? AND tabell = ? AND rad_id = ?"
    return connection.execute(found, (bas_id, WHOLE_BASE, WHOLE_BASE)).fetchone() is not None


def carry_base(connection: sqlite3.Connection, base: PackedBase) -> None:
    """Let the strukturbild carry `base`."""
    connection.execute(
        f"INSERT OR REPLACE INTO {BASE_ROWS.name} (bas_id, tabell, rad_id, avtryck, varden) VALUES (?, ?, ?, ?, ?)",
        (base.bas_id, WHOLE_BASE, WHOLE_BASE, base.digest, base.content),
    )


@contextlib.contextmanager
def unpacked(base: PackedBase) -> Iterator[Path]:
    """The base as a file for the block. Raises StoreError when it is damaged or holds anything but rows."""
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder:
        path = Path(folder) / "bas.sqlite"
        _unpack(base.content, path)
        with contextlib.closing(limited_connection(path, _WAIT_S, reads_only=True)) as connection:
            try:
                refuse_foreign_parts(connection, path)
            except (sqlite3.Error, StoreError) as error:
                raise StoreError(_damaged()) from error
        yield path


def _unpack(content: bytes, path: Path) -> None:
    """Write `content`, unpacked, to `path`, a piece at a time."""
    opened, left = zlib.decompressobj(), _MAX_UNPACKED_BYTES
    try:
        with path.open("wb") as file:
            for start in range(0, len(content), _PIECE_BYTES):
                rest = content[start : start + _PIECE_BYTES]
                while rest and left > 0:
                    piece = opened.decompress(rest, min(_UNPACKED_PIECE_BYTES, left))
                    rest = opened.unconsumed_tail
                    file.write(piece)
                    left -= len(piece)
            while not opened.eof and left > 0:  # what is left within: a damaged one gives nothing more
                piece = opened.decompress(b"", min(_UNPACKED_PIECE_BYTES, left))
                if not piece:
                    break
                file.write(piece)
                left -= len(piece)
    except zlib.error as error:
        raise StoreError(_damaged()) from error
    if not opened.eof:
        raise StoreError(_damaged())


def _damaged() -> str:
    return tr(
        "Det som kopian började med är skadat, och den kan inte jämföras. Be gruppen skicka filen igen, eller ange "
        "vilken fil kopiorna gjordes av."
    )


def base_connection(path: Path) -> sqlite3.Connection:
    """A connection for reading a base that has been unpacked."""
    connection = set_limits(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True, isolation_level=None))
    connection.execute("PRAGMA query_only = ON")
    return connection
