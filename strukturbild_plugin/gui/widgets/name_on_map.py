"""A name over the map, beside a place."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ..guarded import guarded
from ..map_coordinates import pixel_of

_PADDING, _OFFSET, _GAP = 4, 14, 3


def stacked(number: int) -> list[int]:
    """The rows of so many names that may stand at one place: below each other, around it."""
    return list(range(1 - number, number, 2))


@guarded
class NameOnMap(QgsMapCanvasItem):
    """A name beside a place, on paper of its own; `row` -1 above it, 1 below, -3 above that, and so on.

    What stands farther off has a line to its place.
    """

    def __init__(self, canvas: QgsMapCanvas, place: QgsPointXY, name: str, colour: QColor, row: int) -> None:
        super().__init__(canvas)
        self._canvas, self._place, self._name, self._row = canvas, place, name, row
        self._colour = QColor(colour.red(), colour.green(), colour.blue())
        self.setZValue(200)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem | None = None, _widget: QWidget | None = None
    ) -> None:
        """Qt's: draw it."""
        spot = pixel_of(self._canvas, self._place)
        if spot is None:
            return
        font = self._canvas.font()
        font.setBold(True)
        painter.setFont(font)
        box = self.box(QPointF(spot))
        painter.setPen(QPen(self._colour, 1.5))
        if abs(self._row) > 1:
            painter.drawLine(QPointF(spot), QPointF(box.left(), box.center().y()))
        painter.setBrush(QColor(255, 255, 255, 235))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(30, 30, 30))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._name)

    def box(self, spot: QPointF) -> QRectF:
        """Where the paper lies when the place is at `spot`, in pixels of the map."""
        font = self._canvas.font()
        font.setBold(True)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(self._name) + 2 * _PADDING, metrics.height() + _PADDING
        top = spot.y() - height / 2 + self._row * (height * 0.5 + _GAP)
        return QRectF(spot.x() + _OFFSET, top, width, height)

    def updatePosition(self) -> None:
        """QGIS's: the map moved."""
        self.update()

    def boundingRect(self) -> QRectF:
        """Qt's: it may be anywhere on the map."""
        return QRectF(QPointF(0, 0), QPointF(self._canvas.width(), self._canvas.height()))

    def remove(self) -> None:
        """It is not wanted any more."""
        self._canvas.scene().removeItem(self)
