"""Cells that hold what their column cannot mean: found by SQLite in one pass of each table, by its specification.

Rows that other tools write are bound by no more than they want to be: SQLite keeps text in a column of numbers. Of the
objects only the columns of the store's own are looked at, the catalogue's attributes are read as they stand.
"""

from __future__ import annotations

import datetime
import math
import re
import sqlite3
from typing import Any, Iterator, Mapping, Sequence

from ...catalogue.model import TEXT, Catalogue
from ...printable_text import odd_signs
from ..schema.ddl import quoted
from ..schema.tables import (
    BINARY_COLUMN,
    CARRIED_TABLES,
    CATALOGUE_TABLES,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    FID,
    FIXED,
    GEOMETRY,
    GOAL_SETS,
    GOALS,
    INTEGER_COLUMN,
    MOMENT_COLUMN,
    PICTURE,
    SHOWN_TABLES,
    TEXT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    TableSpec,
    object_tables,
)
from . import wkb
from .drawable import undrawable
from .records import OddCell

NOT_KIND, OUT_OF_RANGE, NOT_FILLED, NOT_DATE = "slag", "omfång", "tomt", "datum"
UNREADABLE, UNSEEN, TOO_LONG, NO_PLACE = "oläsligt", "tecken", "längd", "läge"

MAX_TEXT = 20_000
"""Longer texts, in characters, are looked at once more: they are pasted by mistake more often than meant. Ours."""
MAX_LINE = 500
"""The same of names, titles and all else that is set on one line: there the rest is cut."""

_LINES = (
    *("namn", "titel", "organisation", "kod", "niva_namn", "scenario", "beslutsorgan", "indikator", "aktor", "vem"),
    *("licens", "spridningstillstand", "diarienummer", "antagen", "grupp"),
)
"""Columns of texts that are set on one line, where what is longer is cut."""
SEEN_ELSEWHERE = {
    "strukturbild": ("titel", "organisation", "beskrivning"),
    "bild": ("namn", "scenario", "beslutsorgan"),
    "malsamling": ("namn", "organisation"),
    "mal": ("titel", "beskrivning", "niva_namn"),
}
"""Texts that a rule reads sign by sign, by table."""
_CHAIN = "noder"
"""Ids of nodes, as many as a stråk has: no text that anybody reads."""
_YEARS = {GOALS.name: "malar", GOAL_SETS.name: "horisont"}
"""Columns that hold a year, as `horisont` of a picture does, whose bounds they share."""
_PLAIN = "[^" + chr(9) + chr(10) + chr(13) + " -~\u00a0-\u00ac\u00ae-\u02ff\u2012-\u2015\u2018-\u2022\u2026]"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
MAX_INTEGER, _MIN_INTEGER = 2**62, -(2**62)
"""A whole number that is greater can be stored, and nobody has meant it."""
_MAX_SHOWN = 60


def odd_cells(
    connection: sqlite3.Connection, catalogue: Catalogue, tables: set[str], theirs: Mapping[str, Sequence[str]]
) -> Iterator[OddCell]:
    """Every such cell of `tables`, table by table in the order of rows. `theirs`: columns of ours that are others'."""
    for spec in object_tables(catalogue):
        if spec.name in tables:
            yield from _of_table(connection, spec, theirs.get(spec.name, ()))
    for spec in (*SHOWN_TABLES, *CARRIED_TABLES, *CATALOGUE_TABLES):
        if spec.name in tables:
            yield from _of_table(connection, spec, theirs.get(spec.name, ()))
            if spec.geometry:
                yield from _of_places(connection, spec)


def most_characters(code: str, catalogue: Catalogue) -> int:
    """How many characters an object's name or attribute may have before the check names it: what stands on one line,
    where the rest is cut, fewer than what is set in paragraphs.
    """
    known = catalogue.attribut.get(code)
    on_one_line = code == "namn" or (known is not None and known.typ == TEXT and code != _CHAIN)
    return MAX_LINE if on_one_line else MAX_TEXT


def bounded(spec: TableSpec, column: ColumnSpec) -> ColumnSpec:
    """The column with the bounds that its meaning gives it."""
    if _YEARS.get(spec.name) != column.name:
        return column
    year = next(each for each in PICTURE.columns if each.name == "horisont")
    return ColumnSpec(column.name, column.kind, least=year.least, most=year.most)


def why_odd(column: ColumnSpec, value: Any, signs: bool = True) -> str:
    """Why a value cannot be meant in its column, one of the codes here; '' when it can. Bytes are text that is none.

    `signs`: whether signs that nobody sees count.
    """
    if value is None or (value == "" and column.kind != BINARY_COLUMN):
        return NOT_FILLED if column.required and (value is None or column.filled) else ""
    return _CHECKS[column.kind](column, value, signs)


def _whole(column: ColumnSpec, value: Any, _signs: bool) -> str:
    if not isinstance(value, int):
        return NOT_KIND
    least = column.least if column.least is not None else _MIN_INTEGER
    most = column.most if column.most is not None else MAX_INTEGER
    return "" if least <= value <= most else OUT_OF_RANGE


def _decimal(_column: ColumnSpec, value: Any, _signs: bool) -> str:
    if not isinstance(value, (int, float)):
        return NOT_KIND
    return "" if math.isfinite(value) and abs(value) < MAX_INTEGER else OUT_OF_RANGE


def _yes_no(_column: ColumnSpec, value: Any, _signs: bool) -> str:
    return "" if value in (0, 1) and isinstance(value, (int, float)) else NOT_KIND


def _day(_column: ColumnSpec, value: Any, _signs: bool) -> str:
    if not isinstance(value, str) or not _DAY.match(value):
        return NOT_DATE
    try:
        datetime.date(int(value[:4]), int(value[5:7]), int(value[8:10]))
    except ValueError:
        return NOT_DATE
    return ""


def _text(column: ColumnSpec, value: Any, signs: bool) -> str:
    if isinstance(value, bytes):
        return UNREADABLE
    text = str(value)
    if len(text) > (MAX_LINE if column.name in _LINES or column.name.endswith("_id") else MAX_TEXT):
        return TOO_LONG
    return UNSEEN if signs and odd_signs(text) else ""


def _binary(_column: ColumnSpec, value: Any, _signs: bool) -> str:
    return "" if isinstance(value, bytes) else NOT_KIND


_CHECKS = {
    TEXT_COLUMN: _text,
    INTEGER_COLUMN: _whole,
    DECIMAL_COLUMN: _decimal,
    YES_NO_COLUMN: _yes_no,
    DATE_COLUMN: _day,
    MOMENT_COLUMN: _day,
    BINARY_COLUMN: _binary,
}
_TYPES: Mapping[str, Sequence[str]] = {
    TEXT_COLUMN: ("text",),
    INTEGER_COLUMN: ("integer",),
    DECIMAL_COLUMN: ("real", "integer"),
    YES_NO_COLUMN: ("integer",),
    DATE_COLUMN: ("text",),
    MOMENT_COLUMN: ("text",),
    BINARY_COLUMN: ("blob",),
}


def _suspect(column: ColumnSpec) -> str:
    """A condition that every odd cell of the column meets, and hardly any other: SQLite asks it of all rows."""
    name = quoted(column.name)
    kinds = ", ".join(f"'{kind}'" for kind in (*_TYPES[column.kind], "null"))
    asked = [f"typeof({name}) NOT IN ({kinds})"]
    if column.required:
        asked.append(f"{name} IS NULL" + (f" OR {name} = ''" if column.filled else ""))
    if column.kind in (INTEGER_COLUMN, DECIMAL_COLUMN):
        least = column.least if column.least is not None else _MIN_INTEGER
        most = column.most if column.most is not None else MAX_INTEGER
        asked.append(f"{name} < {least} OR {name} > {most}")
    elif column.kind == YES_NO_COLUMN:
        asked.append(f"{name} NOT IN (0, 1)")
    elif column.kind in (DATE_COLUMN, MOMENT_COLUMN):
        asked.append(f"{name} <> '' AND date(substr({name}, 1, 10), '+0 days') IS NOT substr({name}, 1, 10)")
    elif column.kind == TEXT_COLUMN:
        asked.append(f"length({name}) > {MAX_LINE} OR {name} GLOB '*{_PLAIN}*'")
        asked.append(f"instr(CAST({name} AS BLOB), x'00') > 0")  # where the others take a text to end
    return " OR ".join(asked)


def _of_table(connection: sqlite3.Connection, spec: TableSpec, theirs: Sequence[str]) -> Iterator[OddCell]:
    # An older file lacks columns, and SQLite takes the name of one that is not there for a text.
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({quoted(spec.name)})")} - set(theirs)
    columns = [bounded(spec, column) for column in spec.columns if column.name in there]
    suspects = {column: _suspect(column) for column in columns}
    if not suspects:  # somebody's own table with our name
        return
    every = " OR ".join(suspects.values())
    if not connection.execute(f"SELECT EXISTS (SELECT 1 FROM {quoted(spec.name)} WHERE {every})").fetchone()[0]:
        return
    for column, suspect in suspects.items():
        name = quoted(column.name)
        shown = f"CASE WHEN typeof({name}) = 'text' THEN CAST({name} AS BLOB) ELSE {name} END, typeof({name})"
        found = connection.execute(
            f"SELECT {quoted(FID)}, {shown}, {_called(spec)} FROM {quoted(spec.name)} WHERE {suspect} "
            f"ORDER BY {quoted(FID)}"
        )
        for fid, raw, kind, called in found.fetchall():
            value = _decoded(raw) if kind == "text" else raw
            why = _why(spec, column, value)
            if why:
                yield _cell(spec, fid, called, column.name, value, why)


def _why(spec: TableSpec, column: ColumnSpec, value: Any) -> str:
    if spec.objects and (column.name not in FIXED or column.name == "namn"):
        # What a form or a script has left in an object is judged by rules that follow what is drawn.
        return UNREADABLE if isinstance(value, bytes) else ""
    why = why_odd(column, value, signs=column.name not in SEEN_ELSEWHERE.get(spec.name, ()))
    return "" if spec.objects and why == NOT_FILLED else why


def _of_places(connection: sqlite3.Connection, spec: TableSpec) -> Iterator[OddCell]:
    rows = connection.execute(f"SELECT {quoted(FID)}, {quoted(GEOMETRY)}, {_called(spec)} FROM {quoted(spec.name)}")
    for fid, blob, called in rows.fetchall():
        if blob is None:
            continue
        try:
            why = undrawable(wkb.from_blob(blob), spec.geometry)
        except (ValueError, TypeError):
            why = UNREADABLE
        if why:
            yield _cell(spec, fid, called, GEOMETRY, "", NO_PLACE)


def _called(spec: TableSpec) -> str:
    """What tells the row from others: its object, else its name; as bytes, whatever is there."""
    names = spec.column_names()
    column = next((name for name in ("objekt_id", "titel", "namn", "text", "vad", "kod") if name in names), FID)
    return f"CAST(substr({quoted(column)}, 1, {_MAX_SHOWN}) AS BLOB)"


def _cell(spec: TableSpec, fid: int, called: bytes | None, column: str, value: Any, why: str) -> OddCell:
    row = (called or b"").decode("utf-8", "replace")
    held = "objekt_id" in spec.column_names()
    return OddCell(spec.name, fid, row, column, _plain(value), why, row if held else "")


def _plain(value: Any) -> str | int | float | None:
    """The value as it can be shown and compared."""
    if isinstance(value, bytes):
        return value[:_MAX_SHOWN].decode("cp1252", "replace")
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def _decoded(raw: bytes) -> str | bytes:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
