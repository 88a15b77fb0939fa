"""The pens: point and click as QGIS does it, node to node, and a sweep of the hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolDigitizeFeature
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent

from ..catalogue.model import LINE
from ..drawing import areas, network
from ..drawing.parts import lines_geometry
from ..drawing.pieces import freehand_line
from ..errors import StrukturbildError
from .base_tool import END, LEAVE, LEFT, RIGHT, StudioTool
from .pen import BROAD


class CaptureTool(QgsMapToolDigitizeFeature):
    """QGIS's own digitising, with snapping, tracing and advanced digitising.

    Enter and a double click end, as they do for a stråk; Esc with nothing begun leaves.
    """

    def __init__(self, canvas: QgsMapCanvas, cad: Any, studio: Any) -> None:
        super().__init__(canvas, cad)
        self._studio, self._doubled = studio, False
        self.digitizingCompleted.connect(lambda feature: studio.add(areas.tidied(feature.geometry())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in LEAVE and self.size() == 0:
            event.ignore()
            self._studio.step_back()
            return
        if event.key() in END and self.size() > 0:
            event.accept()
            self._end()
            return
        super().keyPressEvent(event)

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """Its first click took the place; its second release ends."""
        self._doubled = self.size() > 0

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's."""
        if self._doubled and event.button() == LEFT:
            self._doubled = False
            self._end()
        else:
            super().cadCanvasReleaseEvent(event)

    def _end(self) -> None:
        """As a click with the right button does, which is QGIS's own way."""
        where = self.canvas().mouseLastXY()
        super().cadCanvasReleaseEvent(QgsMapMouseEvent(self.canvas(), QEvent.Type.MouseButtonRelease, where, RIGHT))


class PathTool(StudioTool):
    """Click node to node; free clicks bend the line between. What it becomes is said by who takes the path."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any, take: Callable[[list[Any]], None]) -> None:
        super().__init__(canvas, studio)
        self.path: list[Any] = []
        self.nodes_only, self.most, self._doubled = False, 0, False
        self._take = take

    def drop(self) -> bool:
        begun, self.path = bool(self.path), []
        super().drop()
        return begun

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the curve as it would become."""
        here = self.anchor(event.mapPoint())
        self.ring([here] if isinstance(here, str) else [])
        self._show([*self.path, here])

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Left takes a place, right ends."""
        if event.button() == RIGHT or self._doubled:
            self._doubled = False
            self.finish()
            return
        if event.button() != LEFT:
            return
        here = self.anchor(event.mapPoint())
        if (self.nodes_only and not isinstance(here, str)) or (self.path and here == self.path[-1]):
            return
        self.path.append(here)
        if len(self.path) == self.most:
            self.finish()

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """A double click ends, as it does in other programs (when its second release comes)."""
        self._doubled = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Backspace takes the last place back, Esc drops the line or leaves."""
        super().keyPressEvent(event)
        if event.key() in END:
            self.finish()
        elif event.key() == Qt.Key.Key_Backspace and self.path:
            self.path.pop()
            self._show(self.path)

    def anchor(self, point: QgsPointXY) -> Any:
        """The node here, else the place itself."""
        return self.node_at(point) or (point.x(), point.y())

    def finish(self) -> None:
        """Hand the path over."""
        path = list(self.path)
        self.drop()
        if len(path) > 1 and self.studio.desk is not None:
            self._take(path)

    def _show(self, path: list[Any]) -> None:
        self.band.reset()
        try:
            line = network.curve_through(self.desk, path) if len(path) > 1 else []
        except StrukturbildError:
            return
        self.band.setToGeometry(lines_geometry([line]) if line else QgsGeometry(), None)


class SweepTool(StudioTool):
    """Hold the button (or the pen, or a finger) down and draw; what it becomes is said by who takes the stroke."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any, take: Callable[[list[QgsPointXY]], None]) -> None:
        super().__init__(canvas, studio)
        self._points: list[QgsPointXY] = []
        self._take = take

    def drop(self) -> bool:
        begun, self._points = bool(self._points), []
        super().drop()
        return begun

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Begin."""
        if event.button() == LEFT:
            self.drop()
            self._points = [event.mapPoint()]
            self.band.addPoint(event.mapPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Go on."""
        if self._points:
            self._points.append(event.mapPoint())
            self.band.addPoint(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Done."""
        points = list(self._points)
        self.drop()
        if event.button() == LEFT and len(points) > 1 and self.studio.desk is not None:
            self._take(points)


def pen_tool(canvas: QgsMapCanvas, studio: Any, cad: Any) -> Any:
    """The tool that draws what is armed."""
    armed = studio.armed
    if armed.lager in ("strak", "samband"):
        tool = PathTool(canvas, studio, lambda path: _draw_path(studio, path))
        tool.nodes_only = armed.lager == "samband"
        tool.most = 2 if tool.nodes_only else 0
        return tool
    if armed.sweeps():
        return SweepTool(canvas, studio, lambda points: _draw_stroke(studio, canvas, points))
    return CaptureTool(canvas, cad, studio)


def _draw_path(studio: Any, path: list[Any]) -> None:
    if studio.armed is None:
        return
    desk, prefill = studio.desk, studio.prefill()
    if studio.armed.lager == "samband":
        studio.draw(lambda: network.draw_samband(desk, prefill, path[0], path[1]))
    else:
        studio.draw(lambda: network.draw_strak(desk, prefill, path))


def _draw_stroke(studio: Any, canvas: QgsMapCanvas, points: list[QgsPointXY]) -> None:
    armed, made = studio.armed, []
    if armed is None:
        return

    def make() -> None:
        if armed.geometri == LINE:
            made.append(freehand_line(points, canvas.scale()))
        elif armed.way == BROAD:
            made.append(areas.buffer_of_line(points, studio.width))
        else:
            made.append(areas.freehand(points, canvas.scale()))

    if studio.attempt(make):
        studio.add(made[0])


