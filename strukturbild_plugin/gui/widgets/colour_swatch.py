"""A small square in the colour of a group, with an edge that is seen on every background."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_EDGE = QColor(120, 120, 120)
_SHARP = 2


def colour_swatch(colour: QColor, side: int) -> QPixmap:
    """A square `side` pixels wide; an empty one when the colour is none."""
    picture = QPixmap(side * _SHARP, side * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(colour if colour.isValid() else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 2, 2)
    painter.end()
    return picture


def colour_icon(colour: QColor, side: int = 14) -> QIcon:
    """The same for lists."""
    return QIcon(colour_swatch(colour, side))
