"""Municipalities by what they lack, as patterns over the map. Main thread only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from ...analysis.goal_coverage import NOT_SILENT, WITHOUT_GOAL, WITHOUT_OBJECT, WITHOUT_TEXT
from ..map_coordinates import GroundBand
from ..map_tools.base_tool import AREA_BAND

PATTERNS: Mapping[str, Qt.BrushStyle] = {
    WITHOUT_OBJECT: Qt.BrushStyle.DiagCrossPattern,
    WITHOUT_GOAL: Qt.BrushStyle.BDiagPattern,
    WITHOUT_TEXT: Qt.BrushStyle.Dense6Pattern,
    NOT_SILENT: Qt.BrushStyle.NoBrush,
}
"""The less there is, the denser."""
_COLOUR, _CHOSEN = QColor(91, 42, 102, 190), QColor(255, 176, 0)
_OUTLINE = QColor(91, 42, 102, 120)


class SilenceOverlay:
    """`shown`: how many are drawn with each pattern."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[GroundBand] = []
        self._one: list[GroundBand] = []
        self.shown: Mapping[str, int] = {}

    def show(self, places: Iterable[tuple[str, QgsGeometry]]) -> None:
        """What each lacks, and its outline (EPSG:3006)."""
        self.hide()
        by_lack: dict[str, list[QgsGeometry]] = {}
        for lacks, shape in places:
            by_lack.setdefault(lacks, []).append(shape)
        self.shown = {lacks: len(shapes) for lacks, shapes in by_lack.items()}
        for lacks, shapes in by_lack.items():
            band = GroundBand(self._canvas, AREA_BAND)
            band.setStrokeColor(_OUTLINE)
            band.setFillColor(_COLOUR)
            band.setBrushStyle(PATTERNS[lacks])
            band.setWidth(1)
            band.set_shape(QgsGeometry.collectGeometry([part for one in shapes for part in one.asGeometryCollection()]))
            self._bands.append(band)
        self._canvas.update()

    def point_at(self, shape: QgsGeometry | None) -> None:
        """Draw round this one, or round none."""
        while self._one:
            self._one.pop().remove()
        if shape is not None:
            band = GroundBand(self._canvas, AREA_BAND)
            band.setStrokeColor(_CHOSEN)
            band.setFillColor(QColor(0, 0, 0, 0))
            band.setWidth(4)
            band.set_shape(shape)
            self._one.append(band)

    def hide(self) -> None:
        """Nothing is left on the map."""
        self.point_at(None)
        while self._bands:
            self._bands.pop().remove()
        self.shown = {}


def pattern_icon(lacks: str, size: QSize) -> QIcon:
    """The pattern as a sign in the list."""
    picture = QPixmap(size)
    picture.fill(QColor(255, 255, 255))
    painter = QPainter(picture)
    painter.setPen(QPen(_COLOUR, 1))
    painter.setBrush(QBrush(_COLOUR, PATTERNS[lacks]))
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.end()
    return QIcon(picture)
