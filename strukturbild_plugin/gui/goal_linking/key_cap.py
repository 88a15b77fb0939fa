"""The key that chooses a goal, as a small picture before its line; filled when the goal is chosen."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPen, QPixmap

_SHARP = 2
_INK = QColor(40, 40, 40)


def key_cap(key: str, palette: QPalette, side: int, chosen: bool = False, fill: str = "") -> QIcon:
    """A square `side` pixels wide with a key in it. `fill`: its colour when it is `chosen`."""
    picture = QPixmap(side * _SHARP, side * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = palette.color(QPalette.ColorRole.Text)
    edge = QColor(ink)
    edge.setAlphaF(0.45)
    painter.setPen(QPen(_INK if chosen else edge, 1.2))
    painter.setBrush(QColor(fill) if chosen else Qt.BrushStyle.NoBrush)
    box = QRectF(0.6, 0.6, side - 1.2, side - 1.2)
    painter.drawRoundedRect(box, 3, 3)
    font = QFont(painter.font())
    font.setPixelSize(round(side * 0.66))
    font.setBold(chosen)
    painter.setFont(font)
    painter.setPen(_INK if chosen else ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
    painter.end()
    return QIcon(picture)
