"""Setting a column of text, rules and legend rows on a layout, top to bottom.

Lines are broken here and not by the label item: QGIS versions break differently, and the height of a block must be
known before the next one is placed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMarker,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRectangle,
    QgsSymbol,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPolygonF

from ...compat import space_letters
from .glyph_fallback import fallback_glyphs
from .page import PageBox

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
POINT_MM = 25.4 / 72.0
_LEADING = 1.2
_MEASURE_PX = 200
_MIN_LAST_LINE_SHARE, _NARROWER_SHARES = 0.3, (0.96, 0.92, 0.88, 0.84, 0.8)
"""How long the last line of a paragraph should at least be, and how narrow it may be set for that."""
_SLACK_MM = 0.5
_WIDTH_FACTOR = 1.03
"""A label is this much wider than its measured text, and `_SLACK_MM` mm wider and higher, so that rounding never breaks
a line again or cuts a letter."""
_FALLBACK_HEIGHT_FACTOR = 1.8
"""How high a line with a sign of another typeface may be, against one without."""


@dataclass(frozen=True)
class TextStyle:
    """How a piece of text is set."""

    family: str
    points: float
    colour: str
    weight: int = 400
    italic: bool = False
    tracking: float = 100.0
    """Letter spacing in per cent."""

    @property
    def line_height(self) -> float:
        """Millimetres from one line to the next."""
        return self.points * POINT_MM * _LEADING

    def font(self) -> QFont:
        """The Qt font in its point size."""
        font = self._face()
        font.setPointSizeF(self.points)
        space_letters(font, self.tracking)
        return font

    def width(self, text: str) -> float:
        """The width of `text` in millimetres."""
        return _advance(self, text) / _MEASURE_PX * self.points * POINT_MM

    def _face(self) -> QFont:
        font = QFont(self.family)
        font.setBold(self.weight >= 600)
        font.setItalic(self.italic)
        return font


@lru_cache(maxsize=20_000)
def _advance(style: TextStyle, text: str) -> float:
    """Width in pixels at `_MEASURE_PX`; a sheet measures the same words again for each arrangement it tries."""
    font = style._face()
    font.setPixelSize(_MEASURE_PX)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, style.tracking)
    return float(QFontMetricsF(font).horizontalAdvance(text))


_TRAILING = ("–", "—", "·")


def _words(paragraph: str) -> list[str]:
    """The words, each with the dash or point that follows it, and numbers with what they count or number."""
    words: list[str] = []
    for word in paragraph.split():
        counted = words and words[-1].rpartition(" ")[2].isdigit()
        if words and (word in _TRAILING or counted or (word[:-1].isdigit() and word[-1] in ",.")):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def wrap(text: str, style: TextStyle, width: float) -> list[str]:
    """Break `text` into lines of at most `width` millimetres; a word longer than that is broken too.

    No line begins with a dash: it stays with the word before it, and a number with the word after it.
    """
    return list(_wrapped(text, style, width, width))


@lru_cache(maxsize=5_000)
def _wrapped(text: str, style: TextStyle, width: float, longest: float) -> tuple[str, ...]:
    """Lines, remembered: each block is broken for its height in every trial, and again when it is drawn.

    `longest`: the width that words are broken at. Up to that a word that is wider than `width` stands alone.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in (piece for each in _words(paragraph) for piece in _pieces(each, style, longest)):
            longer = f"{line} {word}".strip()
            if line and style.width(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, style: TextStyle, longest: float) -> list[str]:
    """The word, in pieces that are no wider than `longest` when it has to be broken."""
    if style.width(word) <= longest:
        return [word]
    if " " in word:
        return [piece for part in word.split(" ") for piece in _pieces(part, style, longest)]
    pieces = [""]
    for sign in word:
        if pieces[-1] and style.width(pieces[-1] + sign) > longest:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def wrap_tidily(text: str, style: TextStyle, width: float) -> list[str]:
    """`wrap` in as many lines, but so that the last is not one short word alone where it need not be."""
    lines = wrap(text, style, width)
    for share in _NARROWER_SHARES if len(lines) > 1 else ():
        if style.width(lines[-1]) >= _MIN_LAST_LINE_SHARE * width:
            return lines
        tried = list(_wrapped(text, style, width * share, width))
        if len(tried) == len(lines) and style.width(tried[-1]) > style.width(lines[-1]):
            lines = tried
    return lines


def wrap_evenly(text: str, style: TextStyle, width: float) -> list[str]:
    """`wrap` in as many lines, with the longest as short as can be."""
    lines = wrap(text, style, width)
    low, high = 0.0, width
    while len(lines) > 1 and high - low > 0.5:
        middle = (low + high) / 2
        tried = list(_wrapped(text, style, middle, width))
        fits = len(tried) <= len(lines) and max(map(style.width, tried)) <= width
        low, high, lines = (low, middle, tried) if fits else (middle, high, lines)
    return lines


def place(layout: QgsLayout, item: QgsLayoutItem, x: float, y: float, width: float, height: float, name: str) -> None:
    """Add `item` to the layout at (x, y) with a size, all in mm, and `name` as its id in the layout designer."""
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))
    item.setId(name)


def show(item: QgsLayoutItemMap, box: PageBox, extent: QgsRectangle) -> None:
    """Let a map item as large as `box` (mm) show `extent` (in the map's coordinate system, metres).

    This order gives the exact frame: an extent set before the size would be stretched to it, and a map that never had
    an extent cannot be zoomed (it becomes NaN, and the map empty).
    """
    item.setExtent(extent)
    item.attemptResize(QgsLayoutSize(box.width, box.height, MM))
    item.zoomToExtent(extent)


def literal(text: str) -> str:
    """Escape `text` for a layout label, so that QGIS evaluates no expression in it."""
    return text.replace("[%", "[\u00ad%")  # a soft hyphen that is not at the end of a line leaves no trace


def put_text(
    layout: QgsLayout,
    lines: list[str],
    style: TextStyle,
    x: float,
    y: float,
    width: float,
    name: str,
    right: bool = False,
) -> float:
    """Place already broken `lines`; give the height they take in millimetres."""
    height = len(lines) * style.line_height
    if fallback_glyphs("\n".join(lines), style.family):
        # A sign of another typeface makes a line higher, and Qt would move down all that follow.
        for number, line in enumerate(lines):
            top = y + number * style.line_height
            _put_label(layout, line, style, x, top, (width, _FALLBACK_HEIGHT_FACTOR * style.line_height), name, right)
    else:
        _put_label(layout, "\n".join(lines), style, x, y, (width, height), name, right)
    return height


def _put_label(
    layout: QgsLayout,
    text: str,
    style: TextStyle,
    x: float,
    y: float,
    size: tuple[float, float],
    name: str,
    right: bool,
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(literal(text))
    label.setFont(style.font())
    label.setFontColor(QColor(style.colour))
    label.setMarginX(0)
    label.setMarginY(0)
    if right:
        label.setHAlign(Qt.AlignmentFlag.AlignRight)
    place(layout, label, x, y, size[0] * _WIDTH_FACTOR + _SLACK_MM, size[1] + _SLACK_MM, name)


def put_upright(
    layout: QgsLayout,
    lines: list[str],
    style: TextStyle,
    x: float,
    y: float,
    size: tuple[float, float],
    name: str,
) -> None:
    """Place already broken `lines` read from below, standing on the foot of a box of `size` (width, height), in mm."""
    width, height = size
    across = len(lines) * style.line_height + _SLACK_MM
    middle_x, middle_y = x + width / 2, y + height / 2
    label = QgsLayoutItemLabel(layout)
    label.setText(literal("\n".join(lines)))
    label.setFont(style.font())
    label.setFontColor(QColor(style.colour))
    label.setMarginX(0)
    label.setMarginY(0)
    along = height * _WIDTH_FACTOR + _SLACK_MM
    place(layout, label, middle_x - height / 2, middle_y - across / 2, along, across, name)
    label.setItemRotation(-90)


def put_line(layout: QgsLayout, points: list[tuple[float, float]], symbol: QgsLineSymbol, name: str) -> None:
    """Draw a line through `points` (mm) with `symbol`."""
    item = QgsLayoutItemPolyline(QPolygonF([QPointF(x, y) for x, y in points]), layout)
    item.setSymbol(symbol)
    item.setId(name)
    layout.addLayoutItem(item)


def put_rule(
    layout: QgsLayout, x: float, y: float, width: float, colour: str, thickness: float, name: str = "linje"
) -> None:
    """Draw a thin horizontal rule."""
    symbol = QgsLineSymbol.createSimple({"color": colour, "width": str(thickness), "capstyle": "flat"})
    put_line(layout, [(x, y), (x + width, y)], symbol, name)


def put_swatch(
    layout: QgsLayout, symbol: QgsSymbol, x: float, y: float, width: float, height: float, name: str
) -> None:
    """Draw a legend swatch centred in the box: a marker as it is, a line across, a fill as a rounded patch."""
    if isinstance(symbol, QgsMarkerSymbol):
        item = QgsLayoutItemMarker(layout)
        item.setSymbol(symbol)
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x + width / 2, y + height / 2, MM))
        item.setReferencePoint(QgsLayoutItem.ReferencePoint.Middle)
        item.attemptMove(QgsLayoutPoint(x + width / 2, y + height / 2, MM))
        item.setId(name)
    elif isinstance(symbol, QgsLineSymbol):
        put_line(layout, [(x, y + height / 2), (x + width, y + height / 2)], symbol, name)
    else:
        shape = QgsLayoutItemShape(layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(symbol)
        place(layout, shape, x, y, width, height, name)
