"""A table on pages of its own: heads above their columns, upright when those are many; rows under their groups' names.

What does not fit goes on: rows on the next page, columns in a part of their own, each with its heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qgis.core import QgsLayout

from ..typography.page import PageBox
from ..typography.text_style import TextColours
from ..typography.typeset import TextStyle, put_rule, put_text, put_upright, wrap

_BODY_PT, _HEAD_PT, _TITLE_PT, _NOTE_PT = 8.4, 8.0, 11.5, 8.0
"""Points on A3."""
_NARROWEST_MM, _AIR_MM, _ROW_AIR_MM = 7.0, 3.0, 1.5
"""Millimetres on A3: the narrowest column, the air in it beside its widest cell, and the air of a row."""
_WIDEST_MM = 34.0
"""Millimetres on A3 that a column takes at most, for a head that lies down."""
_HEAD_HEIGHT_MM = 34.0
"""Millimetres on A3 that an upright head takes before it is broken."""
_TEXT_MM, _LEAST_TEXT_SHARE = 150.0, 0.4
"""How wide the first column becomes at most (mm on A3), and the share of the page that it keeps at least."""
_LONGEST_LINE_MM = 220.0
_RULE_MM = 0.15


@dataclass(frozen=True)
class TableGroup:
    """Rows under a name: what each is about, and a cell for each head."""

    name: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class PageTable:
    """A table, its title, and a sentence on how it is read."""

    title: str
    note: str
    heads: tuple[str, ...]
    groups: tuple[TableGroup, ...]


@dataclass(frozen=True)
class _Measures:
    """Sizes in mm, of all pages of a table."""

    factor: float
    column: float
    text: float
    head: float
    """Height of the heads."""
    upright: bool


@dataclass(frozen=True)
class TablePage:
    """What of a table stands on one page."""

    table: PageTable
    colours: TextColours
    measures: _Measures
    columns: range
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Group that begins above the row ('' none), text and cells."""

    def draw(self, layout: QgsLayout, box: PageBox) -> float:
        """Draw it from the top of `box`; give the y below. All in mm on the layout."""
        factor, measures = self.measures.factor, self.measures
        width = measures.text + measures.column * len(self.columns)
        y = box.y
        for text, style, below in _opening(self.table, self.colours, factor):
            line = _line_width(box.width, factor)
            y += put_text(layout, wrap(text, style, line), style, box.x, y, line, "tabell") + below
        head = _head_style(self.colours, factor)
        for place, column in enumerate(self.columns):
            x = box.x + measures.text + place * measures.column
            self._head(layout, self.table.heads[column], head, x, y)
        y += measures.head + _ROW_AIR_MM * factor / 2
        put_rule(layout, box.x, y, width, self.colours.rule, _RULE_MM * 2 * factor, "tabell linje")
        for group, text, cells in self.rows:
            y = self._row(layout, box.x, y, group, text, cells)
            put_rule(layout, box.x, y, width, self.colours.rule, _RULE_MM * factor, "tabell linje")
        return y

    def _head(self, layout: QgsLayout, text: str, style: TextStyle, x: float, y: float) -> None:
        measures = self.measures
        if measures.upright:
            lines = wrap(text, style, _HEAD_HEIGHT_MM * measures.factor)
            put_upright(layout, lines, style, x, y, (measures.column, measures.head), "tabell huvud")
            return
        lines = wrap(text, style, _head_room(measures.column, measures.factor))
        for number, line in enumerate(reversed(lines), 1):
            width = style.width(line)
            left, top = x + (measures.column - width) / 2, y + measures.head - number * style.line_height
            put_text(layout, [line], style, left, top, width, "tabell huvud")

    def _row(self, layout: QgsLayout, x: float, y: float, group: str, text: str, cells: Sequence[str]) -> float:
        factor, measures = self.measures.factor, self.measures
        air = _ROW_AIR_MM * factor / 2
        if group:
            style = _group_style(self.colours, factor)
            lines = wrap(group, style, measures.text)
            y += put_text(layout, lines, style, x, y + 2 * air, measures.text, "tabell grupp") + 3 * air
        style = _body_style(self.colours, factor)
        for place, column in enumerate(self.columns):
            if cells[column]:
                left = x + measures.text + place * measures.column
                left += max(0.0, (measures.column - style.width(cells[column])) / 2)
                put_text(layout, [cells[column]], style, left, y + air, style.width(cells[column]), "tabell cell")
        lines = wrap(text, style, measures.text - air * 2)
        return y + 2 * air + put_text(layout, lines, style, x, y + air, measures.text - air * 2, "tabell rad")


def table_pages(table: PageTable, colours: TextColours, factor: float, room: PageBox) -> Iterator[TablePage]:
    """The pages of a table, each with `room` (mm) to fill. `factor`: what sizes are multiplied by, 1 on A3."""
    measures = _measured(table, colours, factor, room.width)
    beside = max(1, int((room.width - measures.text + 0.01) / measures.column))
    top = sum(
        style.line_height * len(wrap(text, style, _line_width(room.width, factor))) + below
        for text, style, below in _opening(table, colours, factor)
    )
    left_over = room.height - top - measures.head - _ROW_AIR_MM * factor
    for first in range(0, len(table.heads), beside):
        columns = range(first, min(first + beside, len(table.heads)))
        for rows in _on_pages(table, colours, measures, left_over):
            yield TablePage(table, colours, measures, columns, rows)


def _on_pages(
    table: PageTable, colours: TextColours, measures: _Measures, room: float
) -> Iterator[tuple[tuple[str, str, tuple[str, ...]], ...]]:
    """The rows of each page: as many as it holds, at least one; the group is named again where a page begins."""
    kept: list[tuple[str, str, tuple[str, ...]]] = []
    taken = 0.0
    for group in table.groups:
        for place, (text, cells) in enumerate(group.rows):
            named = group.name if place == 0 or not kept else ""
            height = _row_height(named, text, colours, measures)
            if kept and taken + height > room:
                yield tuple(kept)
                kept, taken, named = [], 0.0, group.name
                height = _row_height(named, text, colours, measures)
            kept.append((named, text, cells))
            taken += height
    if kept:
        yield tuple(kept)


def _row_height(group: str, text: str, colours: TextColours, measures: _Measures) -> float:
    factor = measures.factor
    air = _ROW_AIR_MM * factor / 2
    body, name = _body_style(colours, factor), _group_style(colours, factor)
    height = 2 * air + body.line_height * len(wrap(text, body, measures.text - 2 * air))
    return height + (3 * air + name.line_height * len(wrap(group, name, measures.text)) if group else 0.0)


def _measured(table: PageTable, colours: TextColours, factor: float, width: float) -> _Measures:
    body, head = _body_style(colours, factor), _head_style(colours, factor)
    cells = (cell for group in table.groups for _text, row in group.rows for cell in row)
    narrow = max(_NARROWEST_MM * factor, max(map(body.width, cells), default=0.0) + _AIR_MM * factor)
    texts = (text for group in table.groups for text, _row in group.rows)
    longest = min(_TEXT_MM * factor, max(map(body.width, texts), default=0.0) + _AIR_MM * factor)
    wide = min(_WIDEST_MM * factor, (width - longest) / max(1, len(table.heads)))
    words = [word for each in table.heads for word in each.split()]
    if wide >= narrow and all(head.width(word) <= _head_room(wide, factor) for word in words):
        lines = max((len(wrap(each, head, _head_room(wide, factor))) for each in table.heads), default=1)
        return _Measures(factor, wide, longest, lines * head.line_height, upright=False)
    broken = [wrap(each, head, _HEAD_HEIGHT_MM * factor) for each in table.heads]
    column = max(narrow, max(map(len, broken), default=1) * head.line_height + 1.0 * factor)
    text = min(longest, max(width - column * len(table.heads), _LEAST_TEXT_SHARE * width))
    height = max((head.width(line) for each in broken for line in each), default=0.0)
    return _Measures(factor, column, text, height, upright=True)


def _head_room(column: float, factor: float) -> float:
    """How wide a head that lies down may be in its column, in mm."""
    return column - 2.0 * factor


def _opening(table: PageTable, colours: TextColours, factor: float) -> tuple[tuple[str, TextStyle, float], ...]:
    """Title and note, with the millimetres below each."""
    return (
        (table.title, colours.style(_TITLE_PT * factor, colours.accent, bold=True), 1.0 * factor),
        (table.note, colours.style(_NOTE_PT * factor, colours.quiet), 3.0 * factor),
    )


def _line_width(width: float, factor: float) -> float:
    """How long a line above the table is, in mm: no longer than one reads with ease, and short of the margin."""
    return min(width * 0.95, _LONGEST_LINE_MM * factor)


def _body_style(colours: TextColours, factor: float) -> TextStyle:
    return colours.style(_BODY_PT * factor)


def _head_style(colours: TextColours, factor: float) -> TextStyle:
    return colours.style(_HEAD_PT * factor)


def _group_style(colours: TextColours, factor: float) -> TextStyle:
    return colours.style(_HEAD_PT * factor, colours.quiet, bold=True)
