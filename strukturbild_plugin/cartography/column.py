"""The side column of a sheet: blocks with a known height, fitted to the space there is before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence, Union

from qgis.core import QgsLayout, QgsLineSymbol, QgsMarkerSymbol

from .legend import LegendEntry
from .page import Box
from .typeset import Style, put_rule, put_swatch, put_text, wrap

_SWATCH_WIDTH = 11.0
_SWATCH_GAP = 3.2
_FILL_HEIGHT = 4.4
_ROW_AIR = 1.15


@dataclass(frozen=True)
class TextBlock:
    """A paragraph with its space above."""

    text: str
    style: Style
    space: float
    name: str
    below: float = 0.0

    def height(self, width: float) -> float:
        """Height in mm when set `width` mm wide."""
        return self.space + len(wrap(self.text, self.style, width)) * self.style.line_height + self.below

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Set the paragraph with its space above at (x, y)."""
        put_text(layout, wrap(self.text, self.style, width), self.style, x, y + self.space, width, self.name)


@dataclass(frozen=True)
class RuleBlock:
    """A thin rule with its space above."""

    colour: str
    thickness: float
    space: float
    share: float = 1.0
    """How much of the column's width the rule takes."""

    def height(self, _width: float) -> float:
        """Height in mm."""
        return self.space + self.thickness

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw the rule."""
        put_rule(layout, x, y + self.space, width * self.share, self.colour, self.thickness)


@dataclass(frozen=True)
class LegendRow:
    """One swatch and what it means."""

    entry: LegendEntry
    style: Style
    factor: float

    def height(self, width: float) -> float:
        """Height in mm: the larger of swatch and text, with air."""
        return max(self._swatch_height(), self._text_height(width)) + _ROW_AIR * self.factor

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw swatch and text on a common middle line."""
        row = max(self._swatch_height(), self._text_height(width))
        swatch = self._swatch_height()
        name = f"teckenforklaring {self.entry.klass}"
        put_swatch(layout, self.entry.symbol.clone(), x, y + (row - swatch) / 2, self._swatch_width(), swatch, name)
        top = y + (row - self._text_height(width)) / 2
        lines = wrap(self.entry.rubrik, self.style, self._text_width(width))
        put_text(layout, lines, self.style, x + self._indent(), top, self._text_width(width), f"{name} text")

    def _swatch_width(self) -> float:
        return _SWATCH_WIDTH * self.factor

    def _indent(self) -> float:
        return self._swatch_width() + _SWATCH_GAP * self.factor

    def _text_width(self, width: float) -> float:
        return width - self._indent()

    def _text_height(self, width: float) -> float:
        return len(wrap(self.entry.rubrik, self.style, self._text_width(width))) * self.style.line_height

    def _swatch_height(self) -> float:
        symbol = self.entry.symbol
        if isinstance(symbol, QgsMarkerSymbol):
            return max(symbol.size(), 2.0)
        if isinstance(symbol, QgsLineSymbol):
            return max(symbol.width(), 2.0)
        return _FILL_HEIGHT * self.factor


Block = Union[TextBlock, RuleBlock, LegendRow]


@dataclass(frozen=True)
class Part:
    """Legend rows that are kept together, under a heading that is set where the heading's part of a column begins."""

    heading: TextBlock
    rows: tuple[LegendRow, ...]
    opens: bool
    """Whether the heading always stands here; otherwise only when the part comes first in a column."""

    def blocks(self, first: bool) -> tuple[Block, ...]:
        """Heading and rows as set."""
        return (self.heading, *self.rows) if first or self.opens else self.rows


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """The height of `blocks` set one under the other, in mm."""
    return sum(block.height(width) for block in blocks)


def draw_stack(layout: QgsLayout, blocks: Sequence[Block], x: float, y: float, width: float) -> float:
    """Draw `blocks` downwards from (x, y); give the y below the last."""
    for block in blocks:
        block.draw(layout, x, y, width)
        y += block.height(width)
    return y


@dataclass(frozen=True)
class Columns:
    """The same parts in one or two columns."""

    parts: tuple[tuple[Part, ...], ...]
    gap: float

    def width(self, whole: float) -> float:
        """The width of each column within `whole` mm."""
        count = len(self.parts)
        return (whole - self.gap * (count - 1)) / count

    def height(self, whole: float) -> float:
        """The height of the tallest column, in mm."""
        width = self.width(whole)
        return max(stack_height(_blocks(column), width) for column in self.parts)

    def draw(self, layout: QgsLayout, box: Box) -> float:
        """Draw all columns from the top of `box`; give the y below the tallest."""
        width = self.width(box.width)
        for place, column in enumerate(self.parts):
            draw_stack(layout, _blocks(column), box.x + place * (width + self.gap), box.y, width)
        return box.y + self.height(box.width)


def in_columns(parts: Sequence[Part], count: int, gap: float, width: float) -> Columns:
    """Split `parts` into `count` (1 or 2) columns at the place that makes the tallest column lowest."""
    if count == 1 or len(parts) < 2:
        return Columns((tuple(parts),), gap)
    candidates = (Columns((tuple(parts[:cut]), tuple(parts[cut:])), gap) for cut in range(1, len(parts)))
    return min(candidates, key=lambda columns: columns.height(width))


def _blocks(column: Sequence[Part]) -> list[Block]:
    return [block for place, part in enumerate(column) for block in part.blocks(first=place == 0)]
