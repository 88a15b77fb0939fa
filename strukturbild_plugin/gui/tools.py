"""The map tools: point and click as QGIS does it, node to node, a sweep of the hand, and the hand itself."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import (
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolDigitizeFeature,
    QgsMapToolIdentify,
    QgsRubberBand,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..drawing import areas, network
from ..drawing.desk import Desk
from ..drawing.parts import lines_geometry
from ..errors import StrukturbildError
from .pen import FREEHAND

REACH_PX = 14
"""A node this near the pointer is the one that is meant, in pixels."""
DRAG_PX = 5
BAND = QColor(214, 96, 24, 210)
FOUND = QColor(214, 96, 24, 90)
LEAVE, END = (Qt.Key.Key_Escape,), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class CaptureTool(QgsMapToolDigitizeFeature):
    """QGIS's own digitising, with snapping, tracing and advanced digitising; Esc with nothing begun leaves."""

    def __init__(self, canvas: QgsMapCanvas, cad: Any, studio: Any) -> None:
        super().__init__(canvas, cad)
        self._studio = studio
        self.digitizingCompleted.connect(lambda feature: studio.add(feature.geometry()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in LEAVE and self.size() == 0:
            event.ignore()
            self._studio.disarm()
            return
        super().keyPressEvent(event)


class _Tool(QgsMapTool):
    """What the tools of the studio share."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any) -> None:
        super().__init__(canvas)
        self.studio = studio
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self.band.setColor(BAND)
        self.band.setWidth(3)

    def deactivate(self) -> None:
        """QGIS's: another tool is taken."""
        self.band.reset()
        super().deactivate()

    @property
    def desk(self) -> Desk:
        """The desk that is drawn on; a tool is only held while there is one."""
        desk: Desk = self.studio.desk
        return desk

    def node_at(self, point: QgsPointXY) -> str:
        """The node of the picture under the pointer; ''."""
        reach = REACH_PX * self.canvas().mapUnitsPerPixel()
        return network.nearest_node(self.desk, point, reach, self.studio.picture)


class NetworkTool(_Tool):
    """Click node to node; free clicks bend a stråk between."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any) -> None:
        super().__init__(canvas, studio)
        self.path: list[Any] = []
        self._ring = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self._ring.setColor(FOUND)
        self._ring.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._ring.setIconSize(22)
        self._ring.setWidth(3)

    def deactivate(self) -> None:
        self._ring.reset(QgsWkbTypes.GeometryType.PointGeometry)
        self.path = []
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the curve as it would become."""
        here = self._anchor(event.mapPoint())
        self._ring.reset(QgsWkbTypes.GeometryType.PointGeometry)
        if isinstance(here, str):
            self._ring.addPoint(QgsPointXY(*network.node_places(self.desk, here)[0]))
        self._show([*self.path, here])

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Left takes a place, right ends."""
        if event.button() == RIGHT:
            self._finish()
            return
        if event.button() != LEFT:
            return
        here = self._anchor(event.mapPoint())
        samband = self.studio.armed is not None and self.studio.armed.lager == "samband"
        if (samband and not isinstance(here, str)) or (self.path and here == self.path[-1]):
            return
        self.path.append(here)
        if samband and len(self.path) == 2:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Backspace takes the last place back, Esc drops the line or leaves."""
        event.ignore()
        if event.key() in END:
            self._finish()
        elif event.key() == Qt.Key.Key_Backspace and self.path:
            self.path.pop()
            self._show(self.path)
        elif event.key() in LEAVE and self.path:
            self._clear()
        elif event.key() in LEAVE:
            self.studio.disarm()

    def _anchor(self, point: QgsPointXY) -> Any:
        return self.node_at(point) or (point.x(), point.y())

    def _show(self, path: list[Any]) -> None:
        self.band.reset()
        try:
            line = network.curve_through(self.desk, path) if len(path) > 1 else []
        except StrukturbildError:
            return
        self.band.setToGeometry(lines_geometry([line]) if line else QgsGeometry(), None)

    def _finish(self) -> None:
        path, studio = list(self.path), self.studio
        self._clear()
        if len(path) < 2 or studio.armed is None or studio.desk is None:
            return
        desk, prefill = studio.desk, studio.prefill()
        if studio.armed.lager == "samband":
            studio.draw(lambda: network.draw_samband(desk, prefill, path[0], path[1]))
        else:
            studio.draw(lambda: network.draw_strak(desk, prefill, path))

    def _clear(self) -> None:
        self.path = []
        self.band.reset()


class SweepTool(_Tool):
    """Hold the button and draw: round an area, or along the middle of a broad one."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any) -> None:
        super().__init__(canvas, studio)
        self._points: list[QgsPointXY] = []

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Begin."""
        if event.button() == LEFT:
            self.band.reset()
            self._points = [event.mapPoint()]
            self.band.addPoint(event.mapPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Go on."""
        if self._points:
            self._points.append(event.mapPoint())
            self.band.addPoint(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Done: make the area."""
        points, self._points = self._points, []
        self.band.reset()
        armed = self.studio.armed
        if event.button() != LEFT or len(points) < 2 or armed is None:
            return
        made: list[QgsGeometry] = []
        if armed.way == FREEHAND:
            done = self.studio.attempt(lambda: made.append(areas.freehand(points, self.canvas().scale())))
        else:
            done = self.studio.attempt(lambda: made.append(areas.buffer_of_line(points, self.studio.width)))
        if done:
            self.studio.add(made[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops the stroke or leaves."""
        event.ignore()
        if event.key() in LEAVE:
            begun, self._points = bool(self._points), []
            self.band.reset()
            if not begun:
                self.studio.disarm()


class HandTool(_Tool):
    """A click chooses; a node that is dragged takes with it what hangs on it."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any) -> None:
        super().__init__(canvas, studio)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._node, self._from = "", QPoint()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take hold of the node that is here."""
        self._node, self._from = self.node_at(event.mapPoint()), event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show where from and where to."""
        if self._node and event.buttons() & LEFT and self._dragged(event):
            start = network.node_places(self.desk, self._node)[0]
            self.band.setToGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*start), event.mapPoint()]), None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Move it, or choose what is here."""
        node, self._node = self._node, ""
        self.band.reset()
        studio, desk = self.studio, self.studio.desk
        if desk is None or event.button() != LEFT:
            return
        if node and self._dragged(event):
            studio.attempt(lambda: network.move_node(desk, node, event.mapPoint()))
            self.canvas().refreshAllLayers()
            return
        found = node or self._other_at(event.pos())
        if found:
            studio.picked.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        event.ignore()
        if event.key() in LEAVE:
            self.studio.disarm()

    def _dragged(self, event: QgsMapMouseEvent) -> bool:
        moved = event.pos() - self._from
        return math.hypot(moved.x(), moved.y()) > DRAG_PX

    def _other_at(self, place: QPoint) -> str:
        desk = self.studio.desk
        layers = [layer for layer in self.canvas().layers() if layer in list(desk.layers.values())] if desk else []
        look = QgsMapToolIdentify(self.canvas())
        found = look.identify(place.x(), place.y(), layers, QgsMapToolIdentify.IdentifyMode.TopDownStopAtFirst)
        return str(found[0].mFeature["objekt_id"] or "") if found else ""
