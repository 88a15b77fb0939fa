"""A table of cells, from a text file or a sheet, as a layer: where its header is, and the rows below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Iterator, Sequence

from ....compat import ogr
from ....i18n import tr
from .coordinate_columns import names_coordinates, written_system
from .numbers import number
from .raw_layer import RawRow, as_bytes

_MAX_ABOVE_HEADER = 40
_MAX_SHOWN = 40
_MIN_TWO_LEVELS = 2


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
        names = _headings(rows, layout)
        titled = len(names)
        width = max([titled, *(len(row) for _, row in self._rows)])
        names += [""] * (width - titled)
        used = {place for _, row in self._rows for place, cell in enumerate(row) if _text(cell)}
        self._places = [place for place, name in enumerate(names) if name or place in used]
        unnamed = tr("Kolumn {nummer}")
        self.columns = tuple(as_bytes(names[place] or unnamed.format(nummer=place + 1)) for place in self._places)
        self.count = len(self._rows)
        wide = [(place, row) for place, row in self._rows if titled and any(map(_text, row[titled:]))]
        self.notes = (*_notes(rows, layout), *_too_wide(wide, titled))
        self.epsg = written_system(_text(cell) for row in _above(rows, layout) for cell in row)
        """The system that is written above the header, as in a merged title; 0 when none is, or several are."""

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


def _headings(rows: Sequence[Sequence[Any]], layout: _Layout) -> list[str]:
    """The names of the columns; what the row above says comes in where the header says nothing or the same twice."""
    if layout.header is None:
        return []
    header = [_text(cell) for cell in rows[layout.header]]
    above = [_text(cell) for cell in rows[layout.header - 1]] if layout.header else []
    if sum(map(bool, above)) < _MIN_TWO_LEVELS:
        return header
    above += [""] * (len(header) - len(above))
    groups = _groups(above)
    times = Counter(header)
    return [
        " ".join(filter(None, (groups[place], name))) if times[name] > 1 or number(name) is not None else name
        for place, name in enumerate(name or above[place] for place, name in enumerate(header))
    ]


def _groups(above: Sequence[str]) -> list[str]:
    """What each column stands below: a merged cell has its text in the first of its columns."""
    found: list[str] = []
    for text in above:
        found.append(text or (found[-1] if found else ""))
    return found


def _above(rows: Sequence[Sequence[Any]], layout: _Layout) -> Sequence[Sequence[Any]]:
    return rows[: layout.first if layout.header is None else layout.header]


def _too_wide(rows: Sequence[tuple[int, Sequence[Any]]], titled: int) -> Iterator[str]:
    if rows:
        place, row = rows[0]
        yield tr(
            "Rader har fler celler än rubrikraden ({antal} stycken), till exempel rad {rad} med ”{cell}”. Kontrollera "
            "att tecknet mellan kolumnerna inte också står i texterna eller är decimaltecken; spara annars tabellen "
            "som xlsx."
        ).format(antal=len(rows), rad=place + 1, cell=next(filter(None, map(_text, row[titled:])))[:_MAX_SHOWN])


def _notes(rows: Sequence[Sequence[Any]], layout: _Layout) -> Iterator[str]:
    start = begins = layout.first if layout.header is None else layout.header
    if layout.header and _headings(rows, layout) != [_text(cell) for cell in rows[layout.header]]:
        start -= 1  # its names are in two rows
    above = skipped_rows(start, rows, begins)
    if above:
        yield above
    if layout.header is None and any(map(_filled, rows)):
        yield tr("Tabellen har ingen rubrikrad; kolumnerna fick namnen Kolumn 1, Kolumn 2 och så vidare.")


def skipped_rows(start: int, rows: Sequence[Sequence[Any]], begins: int | None = None) -> str:
    """What is said of rows with something in them above the place `start`; '' when there are none. `begins`: the place
    that the table is said to begin at, when that is another."""
    above = [row for row in rows[:start] if _filled(row)]
    if not above:
        return ""
    text = " ".join(_text(cell) for cell in above[0] if _text(cell))
    return tr("Tabellen börjar på rad {rad}. Raderna ovanför hoppades över, till exempel ”{text}”.").format(
        rad=(start if begins is None else begins) + 1,
        text=text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…",
    )


def _filled(row: Sequence[Any]) -> int:
    return sum(bool(_text(cell)) for cell in row)


def _text(cell: Any) -> str:
    return "" if cell is None else " ".join(str(cell).split())
