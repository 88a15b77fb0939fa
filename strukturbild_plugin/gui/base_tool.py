"""What the map tools of the studio share: a band to draw with, the node under the pointer, two fingers that zoom."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QGestureEvent

from ..drawing import network
from ..drawing.desk import Desk

REACH_PX = 14
"""What is this near the pointer is what is meant, in pixels."""
DRAG_PX = 5
BAND = QColor(214, 96, 24, 210)
FOUND = QColor(214, 96, 24, 90)
LEAVE, END = (Qt.Key.Key_Escape,), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LINE_BAND = QgsWkbTypes.GeometryType.LineGeometry
POINT_BAND = QgsWkbTypes.GeometryType.PointGeometry
AREA_BAND = QgsWkbTypes.GeometryType.PolygonGeometry


class StudioTool(QgsMapTool):
    """A tool that belongs to the studio; Esc drops what is begun, and then the tool."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any) -> None:
        super().__init__(canvas)
        self.studio = studio
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.band = line_band(canvas)
        self.rings = ring_band(canvas)

    def deactivate(self) -> None:
        """QGIS's: another tool is taken."""
        self.drop()
        for band in self.bands():
            self.canvas().scene().removeItem(band)
        super().deactivate()

    def bands(self) -> tuple[QgsRubberBand, ...]:
        """What it has put on the canvas and takes along."""
        return (self.band, self.rings)

    def drop(self) -> bool:
        """Let go of what is begun; whether there was anything."""
        self.band.reset(LINE_BAND)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc; every other key is somebody else's."""
        event.ignore()
        if event.key() in LEAVE and not self.drop():
            self.studio.step_back()

    def gestureEvent(self, event: QGestureEvent) -> bool:
        """Two fingers zoom and pan the map, whatever tool is held; a stroke the first finger began is dropped."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if pinch is None:
            return False
        self.drop()
        canvas = self.canvas()
        spot = canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        centre = canvas.getCoordinateTransform().toMapCoordinates(spot.x(), spot.y())
        if pinch.scaleFactor() > 0 and not math.isclose(pinch.scaleFactor(), 1.0):
            canvas.zoomByFactor(1 / pinch.scaleFactor(), centre)
        event.accept(pinch)
        return True

    @property
    def desk(self) -> Desk:
        """The desk that is drawn on; a tool is only held while there is one."""
        desk: Desk = self.studio.desk
        return desk

    def reach(self) -> float:
        """How far from the pointer something may lie, metres."""
        return float(REACH_PX * self.canvas().mapUnitsPerPixel())

    def node_at(self, point: QgsPointXY) -> str:
        """The node of the picture under the pointer; ''."""
        return network.nearest_node(self.desk, point, self.reach(), self.studio.picture)

    def ring(self, nodes: Iterable[str]) -> None:
        """Rings round these nodes, and no others."""
        self.rings.reset(POINT_BAND)
        spots = [QgsPointXY(*spot) for each in nodes for spot in network.node_places(self.desk, each)]
        for place, spot in enumerate(spots):
            self.rings.addPoint(spot, place == len(spots) - 1)

    def dragged(self, event: QgsMapMouseEvent, start: QPoint) -> bool:
        """Whether the pointer has left where it was pressed."""
        moved = event.pos() - start
        return math.hypot(moved.x(), moved.y()) > DRAG_PX


def line_band(canvas: QgsMapCanvas, width: int = 3) -> QgsRubberBand:
    """A line in the colour of the pen."""
    band = QgsRubberBand(canvas, LINE_BAND)
    band.setColor(BAND)
    band.setWidth(width)
    return band


def ring_band(canvas: QgsMapCanvas, size: int = 22) -> QgsRubberBand:
    """Rings in the colour of the pen."""
    ring = QgsRubberBand(canvas, POINT_BAND)
    ring.setColor(BAND)
    ring.setFillColor(FOUND)
    ring.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
    ring.setIconSize(size)
    ring.setWidth(3)
    return ring


def area_band(canvas: QgsMapCanvas, alpha: int = 60) -> QgsRubberBand:
    """An area in the colour of the pen."""
    band = QgsRubberBand(canvas, AREA_BAND)
    band.setStrokeColor(BAND)
    band.setFillColor(QColor(BAND.red(), BAND.green(), BAND.blue(), alpha))
    band.setWidth(2)
    return band


def show(band: QgsRubberBand, geometry: QgsGeometry) -> None:
    """Let a band show a geometry in the map's coordinates."""
    band.setToGeometry(geometry, None)
