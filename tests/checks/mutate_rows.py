"""Rows that a tool without our rules has written: one cell of a strukturbild at a time, seeded, and what comes of it.

`python -m tests.checks.mutate_rows 10000` tries so many; `make mutations` does so.
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.store.gpkg.connection import prepared
from strukturbild_plugin.store.schema.ddl import quoted
from strukturbild_plugin.store.schema.tables import (
    CARRIED_TABLES,
    CATALOGUE_TABLES,
    GEOMETRY,
    SHOWN_TABLES,
    object_tables,
)
from tests.store.snapshot_helpers import multiline, multipoint, multipolygon, square

_INF, _NAN = float("inf"), float("nan")


def _blob(wkb: bytes, flags: int = 1) -> bytes:
    return struct.pack("<2sBBi", b"GP", 0, flags, 3006) + wkb


NUMBERS = (-(2**63), 2**63 - 1, 3_000_000_000, -1, 0, 1, 2, 9, 204, 2.5, -0.0, 1e308, _INF, -_INF, 20240531)
TEXTS = (
    *("", " ", "ca 26000", "26 000", "2024", "2024-02-30", "våren 2024", "2024-05-31T12:00:00Z", "Ja", "nej", "false"),
    *("{}", "[]", "{a,b}", '{"a",', "borta", "Regional", "x" * 50_000, "x" * 600, "rad\nbryt\r\n", "=1+1", "<b>f</b>"),
    *("[% 1+1 %]", "{titel} %1 %s", "a\x00b", "\x01\x1b\x7f", "\u200b\u2060", "\u202eom\u202c", "O\u0308", "\ufeffx"),
    *("東京 한국 שלום العربية 😀👨\u200d👩\u200d👧", "\ue000\U000f0000", "\ufffe\uffff", "\U000e0041", "🇸🇪"),
    "Zalgo" + "\u0301" * 60,
    *("\u2028\u2029\x85\x0b\x0c", "../../etc/passwd", "17,99,xx", "sv", "tryck", "fi", "-9223372036854775808", "inf"),
)
BLOBS = (b"", b"\xff\xfe\x00", b"GP", b"\x00" * 300)
SHAPES = (
    *(b"", b"GP", b"GP\x00\x01", b"\x01\x02", _blob(b""), _blob(b"\x01\x06\x00\x00\x00")),
    _blob(b"\x01\xff\xff\xff\xff"),
    *(_blob(multipoint((414_000.0, 6_584_000.0))), _blob(multipoint((_NAN, _NAN))), _blob(multipoint((_INF, 1.0)))),
    *(_blob(multipoint((1e300, -1e300))), _blob(multipoint((6_584_000, 414_000))), _blob(multipoint((13.5, 59.4)))),
    *(_blob(multiline([(414_000, 6_584_000)] * 2)), _blob(multiline([(0, 0)])), _blob(multiline([]))),
    *(_blob(multiline([(_NAN, 0.0), (1.0, _INF)])), _blob(multiline([(400_000, 6_550_000), (450_000, 6_590_000)]))),
    *(_blob(multipolygon([square(440_000, 6_600_000, 20_000)])), _blob(multipolygon([square(0, 0, 0)]))),
    *(_blob(multipolygon([[(440_000, 6_600_000), (_NAN, 6_600_000), (450_000, 6_610_000)]])), _blob(multipolygon([]))),
    _blob(multipolygon([[(0, 0), (9_000, 9_000), (9_000, 0), (0, 9_000), (0, 0)]])),
    *(_blob(struct.pack("<BI2dd", 1, 1001, 414_000, 6_584_000, 7)), _blob(struct.pack("<BII", 1, 7, 0), 0x11)),
    *(_blob(struct.pack("<BII", 1, 8, 0)), _blob(struct.pack("<BIII", 1, 10, 1, 0))),
    _blob(struct.pack("<BII", 1, 4, 2**31)),
)


@dataclass(frozen=True)
class Mutation:
    """One cell, and what is put there. `text`: as text, whatever bytes it is."""

    table: str
    fid: int
    column: str
    value: Any
    text: bool = False

    def __str__(self) -> str:
        shown = repr(self.value)
        return f"{self.table}.{self.column}[{self.fid}] = {shown if len(shown) < 80 else shown[:80] + '…'}"


class Mutable:
    """A strukturbild at `path` whose rules against bad values are taken away, so that a cell can hold anything."""

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self.path = path
        self.connection = prepared(sqlite3.connect(path, isolation_level=None))
        self.connection.execute("PRAGMA ignore_check_constraints = ON")
        self.connection.execute("PRAGMA synchronous = OFF")
        for (trigger,) in self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            self.connection.execute(f"DROP TRIGGER {quoted(trigger)}")
        self._cells: dict[str, tuple[list[int], list[str]]] = {}
        for spec in (*object_tables(catalogue), *SHOWN_TABLES, *CARRIED_TABLES, *CATALOGUE_TABLES):
            fids = [fid for (fid,) in self.connection.execute(f"SELECT fid FROM {quoted(spec.name)}")]
            columns = [*spec.column_names(), *([GEOMETRY] if spec.geometry else [])]
            if fids:
                self._cells[spec.name] = (fids, columns)

    def first(self, table: str) -> int:
        """The first row of a table."""
        return self._cells[table][0][0]

    def mutation(self, dice: random.Random) -> Mutation:
        """Any cell, with anything."""
        table = dice.choice(sorted(self._cells))
        fids, columns = self._cells[table]
        column = dice.choice(columns)
        fid = dice.choice(fids)
        if column == GEOMETRY and dice.random() < 0.9:
            return Mutation(table, fid, column, dice.choice((None, *SHAPES)))
        if dice.random() < 0.03:
            return Mutation(table, fid, column, dice.choice((b"\xff\xfe\xe5", b"\xed\xa0\x80x")), text=True)
        return Mutation(table, fid, column, dice.choice((None, *NUMBERS, *TEXTS, *TEXTS, *BLOBS)))

    @contextlib.contextmanager
    def holding(self, *mutations: Mutation) -> Iterator[list[Mutation]]:
        """The file with these inside the block (those that a UNIQUE or NOT NULL lets through), and as it was after."""
        kept = []
        done = []
        for one in mutations:
            table, column = quoted(one.table), quoted(one.column)
            place = (one.fid,)
            was = self.connection.execute(f"SELECT {column} FROM {table} WHERE fid = ?", place).fetchone()[0]
            value = "CAST(? AS TEXT)" if one.text else "?"
            with contextlib.suppress(sqlite3.IntegrityError):
                self.connection.execute(f"UPDATE {table} SET {column} = {value} WHERE fid = ?", (one.value, one.fid))
                kept.append((table, column, was, one.fid))
                done.append(one)
        try:
            yield done
        finally:
            for table, column, was, fid in reversed(kept):
                self.connection.execute(f"UPDATE {table} SET {column} = ? WHERE fid = ?", (was, fid))
