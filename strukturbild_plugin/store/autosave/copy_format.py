"""The file format of an autosave copy: what is drawn but not saved, outside the strukturbild.

A copy holds rows alone: the row as it was in the file, and what is different now. It is plain JSON, so that it can be
read without this program; geometries are WKB in hex. What is read is treated as made by an enemy: sizes, numbers and
types are bounded, and nothing in it is ever carried out.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Union

from ...errors import StoreError, without_lone_surrogates
from ...i18n import tr
from ..gpkg.records import Value
from ..schema.tables import AUDIT, GEOMETRY, OWN_TABLES

KIND, VERSION = "strukturbild-osparat", 1
MAX_BYTES = 50_000_000
"""A larger copy is neither written nor read."""
MAX_ROWS = 200_000
_MAX_DIGITS = 40
_WKB, _ROWS = "wkb", ', "rader": ['
MAX_HEAD_BYTES = 20_000
"""What stands before the rows is found in so many."""

Cell = Union[Value, bytes]
"""A column's value; the geometry (column `geom`) is WKB."""
Cells = Mapping[str, Cell]

AUDIT_COLUMNS = frozenset(column.name for column in AUDIT)
"""Columns that say who and when: two who have written different things here do not stand against each other."""


@dataclass(frozen=True)
class RowChange:
    """One row that differs from the file. `before`: the whole row in the file, or None when it is new there.

    `now`: the columns that are different now (all of a new row), or None when the row was taken away.
    """

    tabell: str
    before: Cells | None
    now: Cells | None

    def identity(self) -> tuple[Cell, ...]:
        """The values of the columns that identify the row in its table."""
        there = self.before if self.before is not None else self.now or {}
        return tuple(there.get(column) for column in identity_columns(self.tabell))

    def cell(self, column: str) -> Cell:
        """The column as it is now; of a row taken away, as it was."""
        if self.now is not None and column in self.now:
            return self.now[column]
        return (self.before or {}).get(column)


@dataclass(frozen=True)
class AutosaveCopy:
    """All that was not saved of one strukturbild at one moment."""

    strukturbild_id: str
    titel: str
    fil: str
    """Where the file lay."""
    schema: int
    """The version of the tables of the file."""
    tid: str
    """UTC, ISO 8601 with Z."""
    process: int
    """The program that wrote it."""
    rader: tuple[RowChange, ...]
    innehaller: tuple[str, ...] = ()
    """Names of earlier copies whose content lies in this one."""


def identity_columns(table: str) -> tuple[str, ...]:
    """The columns that identify a row of `table`, whatever its `fid`."""
    spec = next((each for each in OWN_TABLES if each.name == table), None)
    if spec is None:
        return ("objekt_id",)
    single = next((column.name for column in spec.columns if column.unique), "")
    return (single,) if single else spec.unique[0]


def as_bytes(copy: AutosaveCopy) -> bytes:
    """The copy as JSON in UTF-8, one row to a line. Raises StoreError when it is larger than MAX_BYTES."""
    size, lines = 0, []
    for change in copy.rader:
        lines.append(_row_text(change))
        size += len(lines[-1])
        if size > MAX_BYTES // 2:  # an å takes two bytes
            raise _too_much()
    head = {
        "slag": KIND,
        "version": VERSION,
        "strukturbild_id": copy.strukturbild_id,
        "titel": copy.titel,
        "fil": copy.fil,
        "schema": copy.schema,
        "tid": copy.tid,
        "process": copy.process,
        "innehaller": list(copy.innehaller),
        "kontroll": _digest(lines),
    }
    start = json.dumps(head, ensure_ascii=False)[:-1]
    return (start + _ROWS + "\n" + ",\n".join(lines) + "\n]}\n").encode("utf-8")


def from_bytes(content: bytes) -> AutosaveCopy:
    """The copy in `content`. Raises StoreError for one that is damaged, foreign or newer."""
    if len(content) > MAX_BYTES:
        raise StoreError(tr("Den är större än en sådan kopia kan vara."))
    try:
        parsed = json.loads(content.decode("utf-8"), parse_int=_integer, parse_float=_decimal, parse_constant=_no)
        return _copy(parsed)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError(tr("Den är skadad och går inte att läsa.")) from error


def original_file_in(start: bytes) -> str:
    """The path of the strukturbild, from the first MAX_HEAD_BYTES bytes of a copy; '' when they do not say."""
    head, found, _ = start.decode("utf-8", "replace").partition(_ROWS)
    try:
        parsed = json.loads(head + "}", parse_int=_integer, parse_float=_decimal, parse_constant=_no) if found else {}
        return _text(parsed["fil"]) if parsed.get("slag") == KIND else ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def _copy(parsed: Mapping[str, Any]) -> AutosaveCopy:
    if parsed["slag"] != KIND:
        raise ValueError("kind")
    if parsed["version"] != VERSION:
        raise StoreError(tr("Den är gjord med en annan version av programmet."))
    rows = parsed["rader"]
    if len(rows) > MAX_ROWS:
        raise ValueError("rows")
    changes = tuple(_change(row) for row in rows)
    if parsed["kontroll"] != _digest(map(_row_text, changes)):
        raise ValueError("digest")
    return AutosaveCopy(
        strukturbild_id=_text(parsed["strukturbild_id"]),
        titel=_text(parsed["titel"]),
        fil=_text(parsed["fil"]),
        schema=_whole(parsed["schema"]),
        tid=_text(parsed["tid"]),
        process=_whole(parsed["process"]),
        rader=changes,
        innehaller=tuple(_text(name) for name in parsed["innehaller"]),
    )


def _change(row: Mapping[str, Any]) -> RowChange:
    before, now = _cells(row["var"]), _cells(row["nu"])
    if before is None and now is None:
        raise ValueError("empty row")
    return RowChange(_text(row["tabell"]), before, now)


def _cells(parsed: Any) -> Cells | None:
    return None if parsed is None else {_text(name): _cell(name, value) for name, value in parsed.items()}


def _cell(name: str, value: Any) -> Cell:
    if name == GEOMETRY:
        return None if value is None else bytes.fromhex(value[_WKB])
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise ValueError("value")


def _row_text(change: RowChange) -> str:
    row = {"tabell": change.tabell, "var": _as_json(change.before), "nu": _as_json(change.now)}
    return without_lone_surrogates(json.dumps(row, ensure_ascii=False, sort_keys=True, allow_nan=False))


def _as_json(cells: Cells | None) -> Any:
    if cells is None:
        return None
    return {name: {_WKB: value.hex()} if isinstance(value, bytes) else value for name, value in cells.items()}


def _digest(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int):
        raise ValueError("number")
    return value


def _integer(digits: str) -> int:
    """Long numbers take Python minutes."""
    if len(digits) > _MAX_DIGITS:
        raise ValueError("number")
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits) if len(digits) <= _MAX_DIGITS else math.inf
    if not math.isfinite(number):
        raise ValueError("number")
    return number


def _no(_word: str) -> Any:
    raise ValueError("number")


def _too_much() -> StoreError:
    return StoreError(tr("Det osparade är så mycket att det inte ryms i en säkerhetskopia. Spara strukturbilden nu."))
