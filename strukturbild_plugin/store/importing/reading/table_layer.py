"""A table of cells, from a text file or a sheet, as a layer: where its header is, and the rows below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Iterator, Sequence

from ....compat import ogr
from ....i18n import tr
from .coordinate_columns import names_coordinates
from .numbers import number
from .raw_layer import RawRow, as_bytes

_MAX_ABOVE_HEADER = 40
_MAX_SHOWN = 40


@dataclass(frozen=True)
class _Layout:
    header: int | None
    """Place of the row with the names of the columns; None when there is none."""
    first: int
    """Place of the first row of values."""


class TableLayer:
    """A table whose rows are given with all empty ones, so that the places are the row numbers people see."""

    system = None

    def __init__(self, name: str, rows: Sequence[Sequence[Any]]) -> None:
        self.name = name.encode("utf-8", "surrogatepass")
        layout = _layout(rows)
        self._rows = [(place, row) for place, row in enumerate(rows) if place >= layout.first and _filled(row)]
        header = rows[layout.header] if layout.header is not None else ()
        names = [_text(cell) for cell in header]
        width = max([len(names), *(len(row) for _, row in self._rows)])
        names += [""] * (width - len(names))
        used = {place for _, row in self._rows for place, cell in enumerate(row) if _text(cell)}
        self._places = [place for place, name in enumerate(names) if name or place in used]
        unnamed = tr("Kolumn {nummer}")
        self.columns = tuple(as_bytes(names[place] or unnamed.format(nummer=place + 1)) for place in self._places)
        self.count = len(self._rows)
        self.notes = tuple(_notes(rows, layout))

    @property
    def geometry(self) -> int:
        """None of its own."""
        return int(ogr.wkbNone)

    def rows(self) -> Iterator[RawRow]:
        """Every row that is not empty, numbered as in the table."""
        for place, row in self._rows:
            yield RawRow(str(place + 1), [row[each] if each < len(row) else "" for each in self._places])

    def texts(self) -> Iterator[bytes]:
        """Every text in its rows."""
        for _, row in self._rows:
            yield from (as_bytes(cell) for cell in row if isinstance(cell, str))


def _layout(rows: Sequence[Sequence[Any]]) -> _Layout:
    """The header is the first row that names coordinates, else the first of words alone as wide as the table."""
    filled = [(place, row) for place, row in enumerate(rows) if _filled(row)]
    if not filled:
        return _Layout(None, 0)
    top = filled[:_MAX_ABOVE_HEADER]
    for place, row in top:
        if names_coordinates([_text(cell) for cell in row]):
            return _Layout(place, place + 1)
    usual = Counter(_filled(row) for _, row in filled).most_common(1)[0][0]
    wide = [(place, row) for place, row in top if _filled(row) * 2 >= usual]
    for place, row in wide:
        if all(number(cell) is None for cell in row if _text(cell)):
            return _Layout(place, place + 1)
        if _filled(row) >= usual:
            break
    return _Layout(None, wide[0][0] if wide else filled[0][0])


def _notes(rows: Sequence[Sequence[Any]], layout: _Layout) -> Iterator[str]:
    start = layout.first if layout.header is None else layout.header
    above = [row for row in rows[:start] if _filled(row)]
    if above:
        text = " ".join(_text(cell) for cell in above[0] if _text(cell))
        yield tr("Rubrikraden är rad {rad}. Raderna ovanför hoppades över, till exempel ”{text}”.").format(
            rad=start + 1, text=text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
        )
    if layout.header is None and any(map(_filled, rows)):
        yield tr("Tabellen har ingen rubrikrad; kolumnerna fick namnen Kolumn 1, Kolumn 2 och så vidare.")


def _filled(row: Sequence[Any]) -> int:
    return sum(bool(_text(cell)) for cell in row)


def _text(cell: Any) -> str:
    return "" if cell is None else " ".join(str(cell).split())
