"""Columns of a sheet: blocks with a known height, fitted to the space there is before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, Sequence

from qgis.core import QgsLayout, QgsLineSymbol, QgsMarkerSymbol, QgsSymbol

from ..typography.page import PageBox
from ..typography.typeset import TextStyle, put_rule, put_swatch, put_text, wrap, wrap_evenly, wrap_tidily
from .legend import LegendEntry

_SWATCH_WIDTH_MM = 11.0
_SWATCH_GAP_MM, _MIN_GAP_MM = 3.2, 2.0
_FILL_HEIGHT_MM = 4.4
_ROW_AIR = 1.15
_TOLERANCE_MM = 0.1
"""Millimetres that do not matter."""


class ColumnBlock(Protocol):
    """Something that is set in a column."""

    def height(self, width: float) -> float:
        """Height in mm when set `width` mm wide."""

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Set it with its upper left corner at (x, y)."""


@dataclass(frozen=True)
class TextBlock:
    """A paragraph with its space above."""

    text: str
    style: TextStyle
    space: float
    name: str
    below: float = 0.0
    mark: str = ""
    """What stands before the paragraph, in the indent: a page number."""
    indent: float = 0.0
    even: bool = False
    """Whether the lines are as alike in length as can be: a title does not end in one short word."""

    def height(self, width: float) -> float:
        """Height in mm when set `width` mm wide."""
        return self.space + len(self._lines(width)) * self.style.line_height + self.below

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Set the paragraph with its space above at (x, y)."""
        y += self.space
        if self.mark:
            put_text(layout, [self.mark], self.style, x, y, self.indent, f"{self.name} nummer")
        lines = self._lines(width)
        put_text(layout, lines, self.style, x + self.indent, y, width - self.indent, self.name)

    def _lines(self, width: float) -> list[str]:
        breaking = wrap_evenly if self.even else wrap_tidily
        return breaking(self.text, self.style, width - self.indent)


@dataclass(frozen=True)
class SpaceBlock:
    """Nothing, as high as what stands beside it in another column."""

    beside: tuple[ColumnBlock, ...]

    def height(self, width: float) -> float:
        """Height in mm."""
        return stack_height(self.beside, width)

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class RuleBlock:
    """A thin rule with its space above."""

    colour: str
    thickness: float
    space: float
    share: float = 1.0
    """How much of the column's width the rule takes."""
    name: str = "linje"

    def height(self, _width: float) -> float:
        """Height in mm."""
        return self.space + self.thickness

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw the rule."""
        put_rule(layout, x, y + self.space, width * self.share, self.colour, self.thickness, self.name)


@dataclass(frozen=True)
class LegendRow:
    """One swatch and what it means."""

    entry: LegendEntry
    style: TextStyle
    factor: float
    widest: float = 0.0
    """Millimetres that the widest sign of the legend takes: all texts begin at one line beside it."""
    sign: float = 1.0
    """How large the sign is against the one on the map."""

    def height(self, width: float) -> float:
        """Height in mm: the larger of swatch and text, with air."""
        return max(self._swatch_height(), self._text_height(width)) + _ROW_AIR * self.factor

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw swatch and text on a common middle line."""
        row = max(self._swatch_height(), self._text_height(width))
        swatch = self._swatch_height()
        name = f"teckenforklaring {self.entry.klass}"
        put_swatch(layout, self._symbol(), x, y + (row - swatch) / 2, self._swatch_width(), swatch, name)
        top = y + (row - self._text_height(width)) / 2
        lines = wrap(self.entry.text, self.style, self._text_width(width))
        put_text(layout, lines, self.style, x + self._indent(), top, self._text_width(width), f"{name} text")

    def holds(self, width: float) -> bool:
        """Whether every word has room in a column of `width` mm."""
        return all(self.style.width(word) <= self._text_width(width) for word in self.entry.text.split())

    def _symbol(self) -> QgsSymbol:
        symbol = self.entry.symbol.clone()
        if self.sign != 1.0 and isinstance(symbol, QgsMarkerSymbol):
            symbol.setSize(symbol.size() * self.sign)
        elif self.sign != 1.0 and isinstance(symbol, QgsLineSymbol):
            symbol.setWidth(symbol.width() * self.sign)
        return symbol

    def _swatch_width(self) -> float:
        return max(_SWATCH_WIDTH_MM * self.factor, self.widest)

    def _indent(self) -> float:
        return max((_SWATCH_WIDTH_MM + _SWATCH_GAP_MM) * self.factor, self.widest + _MIN_GAP_MM * self.factor)

    def _text_width(self, width: float) -> float:
        return width - self._indent()

    def _text_height(self, width: float) -> float:
        return len(wrap(self.entry.text, self.style, self._text_width(width))) * self.style.line_height

    def _swatch_height(self) -> float:
        symbol = self.entry.symbol
        if isinstance(symbol, QgsMarkerSymbol):
            return max(symbol.size() * self.sign, 2.0)
        if isinstance(symbol, QgsLineSymbol):
            return max(symbol.width() * self.sign, 2.0)
        return _FILL_HEIGHT_MM * self.factor


@dataclass(frozen=True)
class Section:
    """Rows that are kept together, under a heading that is set where the heading's part of a column begins."""

    heading: TextBlock
    rows: tuple[ColumnBlock, ...]
    opens: bool
    """Whether the heading always stands here; otherwise only when the part comes first in a column."""
    title: tuple[ColumnBlock, ...] = ()
    """What stands above the heading where a section begins."""
    under: tuple[ColumnBlock, ...] = ()
    """The title of the section that goes on here."""

    def blocks(self, first: bool, top: str = "") -> tuple[ColumnBlock, ...]:
        """Title, heading and rows as set; `top`: how a column begins, one of `BESIDE` and `LEVEL`, or ''."""
        if not first:
            return (*self.title, self.heading, *self.rows) if self.opens else self.rows
        if self.title:
            # The columns of a sheet begin at one height: no space above the first title.
            return (*_unspaced(self.title), self.heading, *self.rows)
        if top == BESIDE:
            # Headings under one title stand on one line.
            return (SpaceBlock(_unspaced(self.under)), self.heading, *self.rows)
        return (*(_unspaced((self.heading,)) if top == LEVEL else (self.heading,)), *self.rows)


BESIDE, LEVEL = "bredvid", "jämnt"
"""A column without a title that begins beside the title of its section; beside that of another."""


def _unspaced(blocks: tuple[ColumnBlock, ...]) -> tuple[ColumnBlock, ...]:
    return tuple(
        replace(each, space=0.0) if place == 0 and isinstance(each, TextBlock) else each
        for place, each in enumerate(blocks)
    )


def too_narrow(parts: Sequence[Section], width: float) -> bool:
    """Whether a word of a legend row is wider than a column of `width` mm leaves for it."""
    rows = (row for part in parts for row in part.rows if isinstance(row, LegendRow))
    return any(not row.holds(width) for row in rows)


def stack_height(blocks: Sequence[ColumnBlock], width: float) -> float:
    """The height of `blocks` set one under the other, in mm."""
    return sum(block.height(width) for block in blocks)


def draw_stack(layout: QgsLayout, blocks: Sequence[ColumnBlock], x: float, y: float, width: float) -> float:
    """Draw `blocks` downwards from (x, y), each `width` wide; give the y below the last. All in mm on the layout."""
    for block in blocks:
        block.draw(layout, x, y, width)
        y += block.height(width)
    return y


@dataclass(frozen=True)
class Columns:
    """Parts set in columns beside each other."""

    parts: tuple[tuple[Section, ...], ...]
    gap: float
    count: int

    def width(self, whole: float) -> float:
        """The width of each column within `whole` mm."""
        return (whole - self.gap * (self.count - 1)) / self.count

    def height(self, whole: float) -> float:
        """The height of the tallest column, in mm."""
        width = self.width(whole)
        return max((stack_height(blocks, width) for blocks in self._stacks()), default=0.0)

    def draw(self, layout: QgsLayout, box: PageBox) -> float:
        """Draw all columns from the top of `box`; give the y below the tallest."""
        width = self.width(box.width)
        for place, blocks in enumerate(self._stacks()):
            draw_stack(layout, blocks, box.x + place * (width + self.gap), box.y, width)
        return box.y + self.height(box.width)

    def _stacks(self) -> list[list[ColumnBlock]]:
        """The blocks of each column, their beginnings on one line."""
        titles = [column[0].title for column in self.parts if column and column[0].title]
        stacks = []
        for column in self.parts:
            under = column[0].under if column else ()
            top = "" if not titles else BESIDE if under in titles else LEVEL
            stacks.append([
                block for place, part in enumerate(column) for block in part.blocks(first=place == 0, top=top)
            ])  # fmt: skip
        return stacks


def split_into_columns(parts: Sequence[Section], count: int, gap: float, width: float) -> Columns:
    """Split sections into at most `count` columns so that the tallest is as low as can be.

    `gap`: between columns, `width`: of all columns together; both in mm.
    """
    each = Columns((), gap, count).width(width)
    heights = _heights(parts, each)
    if count == 1 or len(parts) < 2:
        return Columns((tuple(parts),), gap, count)
    low, high = max(first for first, _later in heights), sum(first for first, _later in heights)
    while high - low > _TOLERANCE_MM:
        middle = (low + high) / 2
        low, high = (low, middle) if _cut(heights, count, middle)[1] == len(parts) else (middle, high)
    return Columns(_parts(parts, _cut(heights, count, high)[0]), gap, count)


def fill_columns(
    parts: Sequence[Section], count: int, gap: float, width: float, height: float
) -> tuple[Columns, tuple[Section, ...]]:
    """As many of `parts` as `count` columns of `height` mm hold, and what is left; at least one part is taken."""
    heights = _heights(parts, Columns((), gap, count).width(width))
    cuts, taken = _cut(heights, count, height)
    if not taken:
        cuts, taken = ((0, 1),), 1
    if taken == len(parts):
        return split_into_columns(parts, count, gap, width), ()
    left = parts[taken:]
    # What goes on begins with its heading again.
    return Columns(_parts(parts, cuts), gap, count), tuple(left)


def _heights(parts: Sequence[Section], width: float) -> list[tuple[float, float]]:
    """Each part's height first in a column, and later in one."""
    return [
        (
            stack_height(part.blocks(first=True, top=BESIDE if part.under else ""), width),
            stack_height(part.blocks(first=False), width),
        )
        for part in parts
    ]


def _cut(heights: Sequence[tuple[float, float]], count: int, height: float) -> tuple[tuple[tuple[int, int], ...], int]:
    """Fill columns one after the other: (start, end) of each, and how many parts they took."""
    cuts: list[tuple[int, int]] = []
    at = 0
    while at < len(heights) and len(cuts) < count:
        start, used = at, heights[at][0]
        if used > height + _TOLERANCE_MM:
            break
        at += 1
        while at < len(heights) and used + heights[at][1] <= height:
            used += heights[at][1]
            at += 1
        cuts.append((start, at))
    return tuple(cuts), at


def _parts(parts: Sequence[Section], cuts: Sequence[tuple[int, int]]) -> tuple[tuple[Section, ...], ...]:
    return tuple(tuple(parts[start:end]) for start, end in cuts)
