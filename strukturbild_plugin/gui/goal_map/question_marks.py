"""Where goals meet, as marks over the map: a shape for each kind, and a number as in the list. Main thread only."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ...analysis.goal_meetings import CONFLICT, CROSSING, SYNERGY
from ...drawing.edits.goal_questions import OPEN
from ..guarded import guarded
from ..map_coordinates import pixel_of
from ..workshop_notes.mark_layout import PlacedMark, placed_marks

_COLOURS: Mapping[str, str] = {CONFLICT: "#a63603", CROSSING: "#4d4d4d", SYNERGY: "#08519c"}
_EDGE, _INK, _LIT = QColor(255, 255, 255), QColor(20, 20, 20), QColor("#ffb000")
_RADIUS = 11.0
_ABOVE_ALL = 160.0


@dataclass(frozen=True)
class QuestionMark:
    """A mark: what it is known by, its number, and where it lies (EPSG:3006)."""

    key: str
    number: int
    slag: str
    status: str
    place: tuple[float, float]


@guarded
class QuestionMarks(QgsMapCanvasItem):
    """Above everything on the map; those too close to each other share one mark."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.marks: Mapping[str, QuestionMark] = {}
        self.lit = ""
        self.setZValue(_ABOVE_ALL)

    def show_marks(self, marks: Sequence[QuestionMark], lit: str = "") -> None:
        """Show these, and no others. `lit`: the one that is looked at."""
        self.marks, self.lit = {one.key: one for one in marks}, lit
        self.update()

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
        """Qt's: draw them, the one that is looked at last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in reversed(self._placed()):
            self._paint(painter, placed)

    def _placed(self) -> list[PlacedMark]:
        ordered = sorted(self.marks.values(), key=lambda one: (one.key != self.lit, one.number))
        seen = self.boundingRect().adjusted(-40, -40, 40, 40)
        spots = []
        for one in ordered:
            spot = pixel_of(self._canvas, QgsPointXY(*one.place))
            if spot is not None and seen.contains(spot):
                spots.append((one.key, (spot.x(), spot.y())))
        return placed_marks(spots)

    def _paint(self, painter: QPainter, placed: PlacedMark) -> None:
        first, spot = self.marks[placed.ids[0]], QPointF(*placed.spot)
        if first.key == self.lit:
            painter.setPen(QPen(_LIT, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, _RADIUS + 6, _RADIUS + 6)
        paint_sign(painter, first.slag, first.status, spot, _RADIUS)
        more = f" +{len(placed.ids) - 1}" if len(placed.ids) > 1 else ""
        self._paint_number(painter, spot, f"{first.number}{more}")

    def _paint_number(self, painter: QPainter, spot: QPointF, text: str) -> None:
        font = self._canvas.font()
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(text) + 6
        box = QRectF(spot.x() + _RADIUS - 2, spot.y() - _RADIUS - 5, width, 15)
        painter.setPen(QPen(_INK, 1))
        painter.setBrush(_EDGE)
        painter.drawRoundedRect(box, 3, 3)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_sign(painter: QPainter, slag: str, status: str, spot: QPointF, radius: float) -> None:
    """A triangle for a conflict, a square for a crossing, a circle for a synergy; hollow when it is not open."""
    colour = QColor(_COLOURS.get(slag, "#4d4d4d"))
    is_open = status == OPEN
    painter.setPen(QPen(_EDGE if is_open else colour, max(1.0, radius / 6)))
    painter.setBrush(colour if is_open else _EDGE)
    if slag == SYNERGY:
        painter.drawEllipse(spot, radius * 0.9, radius * 0.9)
    elif slag == CROSSING:
        painter.drawRect(QRectF(spot.x() - radius * 0.8, spot.y() - radius * 0.8, radius * 1.6, radius * 1.6))
    else:
        corners = [
            QPointF(spot.x() + radius * math.sin(turn), spot.y() - radius * math.cos(turn))
            for turn in (0.0, 2 * math.pi / 3, 4 * math.pi / 3)
        ]
        painter.drawPolygon(QPolygonF(corners))


def sign_icon(slag: str, status: str, size: QSize) -> QIcon:
    """The same as an icon, on paper of its own so that it shows in a dark theme."""
    picture = QPixmap(size)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(size.width(), size.height())
    paint_sign(painter, slag, status, QPointF(size.width() / 2, size.height() / 2), side / 2 - 1)
    painter.end()
    return QIcon(picture)
