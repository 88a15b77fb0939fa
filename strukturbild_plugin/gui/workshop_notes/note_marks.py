"""Comments as numbered speech bubbles and votes as dots over the map, in the colours of who made them. Main thread."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ..guarded import guarded
from ..map_coordinates import pixel_of
from .mark_layout import DOT_PX, PlacedDot, PlacedMark, placed_dots, placed_marks

_BUBBLE_H, _TAIL, _ROUND = 20.0, 7.0, 6.0
_HEAP_PX = 26.0
_ABOVE_ALL = 150.0
_EDGE = QColor(255, 255, 255)
_INK = QColor(40, 40, 40)


@dataclass(frozen=True)
class CommentMark:
    """A comment on the map. `done`: it is shown pale."""

    kommentar_id: str
    number: int
    place: tuple[float, float]
    colour: str
    done: bool = False


@dataclass(frozen=True)
class VoteMark:
    """A vote on the map. `own`: one that can be taken back."""

    rost_id: str
    place: tuple[float, float]
    colour: str
    own: bool = False


@guarded
class NoteMarks(QgsMapCanvasItem):
    """Above everything on the map. What is too close together is thinned."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._comments: Mapping[str, CommentMark] = {}
        self._votes: Mapping[str, VoteMark] = {}
        self.lit = ""
        """The comment that is looked at."""
        self.setZValue(_ABOVE_ALL)

    def show_notes(self, comments: Sequence[CommentMark], votes: Sequence[VoteMark], lit: str = "") -> None:
        """Show these, and no others; places in EPSG:3006."""
        self._comments = {one.kommentar_id: one for one in comments}
        self._votes = {one.rost_id: one for one in votes}
        self.lit = lit
        self.update()

    def comments_at(self, x: float, y: float) -> tuple[str, ...]:
        """The comments whose mark is at a pixel of the map."""
        marks = reversed(self._marks())
        return next((one.ids for one in marks if self._box(one).adjusted(-2, -2, 2, _TAIL).contains(x, y)), ())

    def votes_at(self, x: float, y: float) -> tuple[str, ...]:
        """The votes whose dot is at a pixel of the map, one's own first."""
        for one in reversed(self._dots()):
            reach = (_HEAP_PX if one.is_heap else DOT_PX) / 2 + 2
            if math.dist(one.spot, (x, y)) <= reach:
                return tuple(sorted(one.ids, key=lambda name: not self._votes[name].own))
        return ()

    def remove(self) -> None:
        """It is not wanted any more."""
        if not sip.isdeleted(self._canvas):
            self._canvas.scene().removeItem(self)

    def updatePosition(self) -> None:
        """QGIS's: the map moved."""
        self.update()

    def boundingRect(self) -> QRectF:
        """Qt's: it may be anywhere on the map."""
        return QRectF(QPointF(0, 0), QPointF(self._canvas.width(), self._canvas.height()))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem | None = None, _widget: QWidget | None = None
    ) -> None:
        """Qt's: draw them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for dot in self._dots():
            self._paint_heap(painter, dot) if dot.is_heap else self._paint_dot(painter, dot)
        for mark in self._marks():
            self._paint_bubble(painter, mark)

    def _marks(self) -> list[PlacedMark]:
        lit = self._comments.get(self.lit)
        ordered = sorted(self._comments.values(), key=lambda one: (one is not lit, one.number))
        return placed_marks(self._on_screen((one.kommentar_id, one.place) for one in ordered))

    def _dots(self) -> list[PlacedDot]:
        return placed_dots(self._on_screen((one.rost_id, one.place) for one in self._votes.values()))

    def _on_screen(self, places: Iterable[tuple[str, tuple[float, float]]]) -> list[tuple[str, tuple[float, float]]]:
        found = []
        for name, place in places:
            spot = pixel_of(self._canvas, QgsPointXY(*place))
            if spot is not None and self.boundingRect().adjusted(-40, -40, 40, 40).contains(spot):
                found.append((name, (spot.x(), spot.y())))
        return found

    def _text(self, mark: PlacedMark) -> str:
        first = self._comments[mark.ids[0]].number
        return f"{first} +{len(mark.ids) - 1}" if len(mark.ids) > 1 else str(first)

    def _box(self, mark: PlacedMark) -> QRectF:
        width = max(_BUBBLE_H + 2, 9.0 * len(self._text(mark)) + 8)
        x, y = mark.spot
        return QRectF(x - width / 2, y - _TAIL - _BUBBLE_H, width, _BUBBLE_H)

    def _paint_bubble(self, painter: QPainter, mark: PlacedMark) -> None:
        first, box = self._comments[mark.ids[0]], self._box(mark)
        colour, (x, y) = QColor(first.colour), mark.spot
        shape, tail = QPainterPath(), QPainterPath()
        shape.addRoundedRect(box, _ROUND, _ROUND)
        tail.moveTo(x - 5, box.bottom() - 1)
        tail.lineTo(x, y)
        tail.lineTo(x + 5, box.bottom() - 1)
        tail.closeSubpath()
        whole = shape.united(tail)
        lit = first.kommentar_id == self.lit
        painter.setPen(QPen(_INK if lit else _EDGE, 2.5 if lit else 1.5))
        painter.setBrush(_paled(colour) if first.done else colour)
        painter.drawPath(whole)
        font = self._canvas.font()
        font.setBold(True)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(_INK if first.done else ink_on(colour))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._text(mark))

    def _paint_dot(self, painter: QPainter, dot: PlacedDot) -> None:
        vote = self._votes[dot.ids[0]]
        painter.setPen(QPen(_INK if vote.own else _EDGE, 2.0 if vote.own else 1.5))
        painter.setBrush(QColor(vote.colour))
        painter.drawEllipse(QPointF(*dot.spot), DOT_PX / 2, DOT_PX / 2)

    def _paint_heap(self, painter: QPainter, dot: PlacedDot) -> None:
        """A ring with each group's share, and the number in it."""
        x, y = dot.spot
        box = QRectF(x - _HEAP_PX / 2, y - _HEAP_PX / 2, _HEAP_PX, _HEAP_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        start, count = 90.0 * 16, len(dot.ids)
        for colour, number in Counter(self._votes[name].colour for name in dot.ids).most_common():
            span = -360.0 * 16 * number / count
            painter.setBrush(QColor(colour))
            painter.drawPie(box, round(start), round(span))
            start += span
        painter.setBrush(_EDGE)
        painter.drawEllipse(QPointF(x, y), _HEAP_PX / 2 - 4, _HEAP_PX / 2 - 4)
        font = self._canvas.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(_INK)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(count))


def ink_on(colour: QColor) -> QColor:
    """What is read on a colour: dark on light ones, white on dark ones."""
    light = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()
    return QColor(_INK) if light > 150 else QColor(_EDGE)


def _paled(colour: QColor) -> QColor:
    return QColor(*(round(part * 0.3 + 255 * 0.7) for part in (colour.red(), colour.green(), colour.blue())))
