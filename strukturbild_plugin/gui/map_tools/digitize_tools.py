"""The pens: point and click as QGIS does it, node to node, and a sweep of the hand."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolDigitizeFeature
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent

from ...catalogue.model import LINE
from ...drawing.edits import areas, network
from ...drawing.edits.area_parts import freehand_line
from ...drawing.edits.network import Anchor
from ...drawing.edits.qgis_geometry import lines_geometry
from ...errors import StrukturbildError
from ..guarded import guarded
from ..map_coordinates import NotOnTheGround, place_of, scale_at
from .base_tool import END, LEAVE, LEFT, RIGHT, HeldTool, StrukturbildMapTool, ToolHost
from .draw_mode import BROAD, DrawMode

_NOWHERE = ("", 0)


@guarded
class DigitizeTool(QgsMapToolDigitizeFeature):
    """QGIS's own digitising, with snapping, tracing and advanced digitising.

    Enter and a double click end, as they do for a stråk; Esc with nothing begun leaves. It draws in the layer that is
    the draw mode's, whichever is chosen in the layer tree; the map's CRS it sees to itself.
    """

    draw_mode: DrawMode | None = None
    hint = ""
    is_select_tool = False

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools.iface.cadDockWidget())
        self._tools, self._doubled = tools, False
        self.digitizingCompleted.connect(guarded(self._completed))

    def activate(self) -> None:
        """QGIS's."""
        self._doubled = False
        super().activate()

    def drop(self) -> bool:
        """Let go of what is begun; whether there was anything."""
        begun = self.size() > 0
        if begun:
            self.stopCapturing()
        return begun

    def keep_for_later(self) -> None:
        """What is begun here cannot be handed to QGIS's own digitising again."""

    def waits(self) -> bool:
        """Nothing does."""
        return False

    def go_on(self) -> None:
        """From nothing."""

    def close(self) -> None:
        """The plugin is switched off, and the map holds another tool."""
        del self._tools
        sip.delete(self)  # QGIS's digitising tools do not outlive the map

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in LEAVE and self.size() == 0:
            event.ignore()
            self._tools.step_back()
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
        if not self._tools.attempt(self._turn_to_layer):
            return
        if self._doubled and event.button() == LEFT:
            self._doubled = False
            self._end()
        elif event.button() == LEFT and place_of(self.canvas(), event) is None:
            self._tools.messages.warn(str(NotOnTheGround()))
        else:
            super().cadCanvasReleaseEvent(event)

    def _turn_to_layer(self) -> None:
        """QGIS draws in the layer that is chosen in the tree: another may have been, or its edit mode turned off."""
        edit_session, draw_mode = self._tools.edit_session, self.draw_mode
        if edit_session is None or draw_mode is None:
            return
        layer = edit_session.layer(draw_mode.lager)
        if not layer.isEditable():
            edit_session.start()
        if self.canvas().currentLayer() != layer:
            self._tools.iface.setActiveLayer(layer)

    def _completed(self, feature: QgsFeature) -> None:
        tools = self._tools
        tools.attempt(lambda: tools.add(areas.tidied(feature.geometry())))

    def _end(self) -> None:
        """As a click with the right button does, which is QGIS's own way."""
        where = self.canvas().mouseLastXY()
        super().cadCanvasReleaseEvent(QgsMapMouseEvent(self.canvas(), QEvent.Type.MouseButtonRelease, where, RIGHT))


@guarded
class CorridorTool(StrukturbildMapTool):
    """Click node to node; free clicks bend the line between. What it becomes is said by who takes the path."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self.path: list[Anchor] = []
        self.nodes_only, self.most, self._doubled = False, 0, False
        self._callback: Callable[[list[Anchor]], bool] = _nothing
        self._refused: tuple[tuple[str, int], list[Anchor]] = (_NOWHERE, [])
        """Where a path could not be drawn (strukturbild, `most`), and the path: kept until it is put right."""

    def set_up(self, callback: Callable[[list[Anchor]], bool], nodes_only: bool = False, most: int = 0) -> CorridorTool:
        """Who takes the path (and whether it did); by nodes alone, and by how many at most (0: any number)."""
        self.drop()
        self._callback, self.nodes_only, self.most = callback, nodes_only, most
        return self

    def keep_for_later(self) -> None:
        """The strukturbild is left: what is begun waits in case it is opened anew."""
        if self.path:
            self._refused = ((self.tools.strukturbild_id, self.most), list(self.path))

    def waits(self) -> bool:
        """Whether a path waits to be ended in the strukturbild that is open."""
        return bool(self._refused[1]) and self._refused[0][0] == self.tools.strukturbild_id

    def go_on(self) -> None:
        """With the path that was refused, when the strukturbild has been opened anew since and has its nodes."""
        (where, path), self._refused = self._refused, (_NOWHERE, [])
        nodes = [one for one in path if isinstance(one, str)]
        here = where == (self.tools.strukturbild_id, self.most)
        if here and all(self.edit_session.objects.get(one) is not None for one in nodes):
            self._keep(path)

    def drop(self) -> bool:
        begun, self.path, self._doubled = bool(self.path), [], False
        super().drop()
        return begun

    def moved(self, _event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Show the curve as it would become."""
        here = self.anchor(place)
        self.ring([here] if isinstance(here, str) else [])
        self._show([*self.path, here])

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Left takes a place, right ends."""
        if event.button() == RIGHT or self._doubled:
            self.finish()
            return
        if event.button() != LEFT:
            return
        here = self.anchor(place)
        if (self.nodes_only and not isinstance(here, str)) or (self.path and here == self.path[-1]):
            return
        self.path.append(here)
        if len(self.path) == self.most:
            self.finish()

    def missed(self, event: QgsMapMouseEvent) -> None:
        """What is begun is kept."""
        self._doubled = False
        if event.button() == RIGHT:
            self.finish()

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """A double click ends, as it does in other programs (when its second release comes)."""
        self._doubled = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Backspace takes the last place back, Esc drops the line or leaves."""
        if event.key() in LEAVE:
            self._refused = (_NOWHERE, [])
        super().keyPressEvent(event)
        if event.key() in END:
            self.tools.attempt(self.finish)
        elif event.key() == Qt.Key.Key_Backspace and self.path:
            self.path.pop()
            self._show(self.path)

    def anchor(self, place: QgsPointXY) -> Anchor:
        """The node here, else the place itself."""
        return self.node_at(place) or (place.x(), place.y())

    def finish(self) -> None:
        """Hand the path over; when it is not taken it stays, to be ended once what stood in the way is put right."""
        path = list(self.path)
        self.drop()
        if len(path) < 2 or self.tools.edit_session is None:
            return
        if self._callback(path):
            self._refused = (_NOWHERE, [])
        else:
            self._keep(path)

    def _keep(self, path: list[Anchor]) -> None:
        self._refused = ((self.tools.strukturbild_id, self.most), path)
        self.path = path[: self.most - 1] if self.most and len(path) == self.most else path
        self._show(self.path)

    def _show(self, path: list[Anchor]) -> None:
        try:
            line = network.curve_through(self.edit_session, path) if len(path) > 1 else []
        except StrukturbildError:
            line = []
        self.band.set_shape(lines_geometry([line]) if line else QgsGeometry())


@guarded
class FreehandTool(StrukturbildMapTool):
    """Hold the button (or the pen, or a finger) down and draw; what it becomes is said by who takes the stroke."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self._points: list[QgsPointXY] = []
        self._callback: Callable[[list[QgsPointXY]], object] = _nothing

    def set_up(self, callback: Callable[[list[QgsPointXY]], object]) -> FreehandTool:
        """Who takes the stroke."""
        self.drop()
        self._callback = callback
        return self

    def drop(self) -> bool:
        begun, self._points = bool(self._points), []
        super().drop()
        return begun

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Begin."""
        if event.button() == LEFT:
            self.drop()
            self._points = [place]

    def moved(self, _event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Go on."""
        if self._points:
            self._points.append(place)
            self.band.set_shape(QgsGeometry.fromPolylineXY(self._points))

    def released(self, event: QgsMapMouseEvent, _place: QgsPointXY) -> None:
        """Done."""
        points = list(self._points)
        self.drop()
        if event.button() == LEFT and len(points) > 1:
            self._callback(points)


def pen_tool(tools: ToolHost, draw_mode: DrawMode) -> HeldTool:
    """The tool for a draw mode."""
    if draw_mode.lager in ("strak", "samband"):
        nodes_only = draw_mode.lager == "samband"
        return tools.tool(CorridorTool).set_up(lambda path: _draw_path(tools, path), nodes_only, 2 if nodes_only else 0)
    if draw_mode.sweeps():
        return tools.tool(FreehandTool).set_up(lambda points: _draw_stroke(tools, points))
    return tools.tool(DigitizeTool)


def _draw_path(tools: ToolHost, path: list[Anchor]) -> bool:
    edit_session = tools.edit_session
    if tools.draw_mode is None or edit_session is None:
        return False
    prefill = tools.prefill()
    if tools.draw_mode.lager == "samband":
        return bool(tools.draw(lambda: network.draw_link(edit_session, prefill, str(path[0]), str(path[1]))))
    return bool(tools.draw(lambda: network.draw_corridor(edit_session, prefill, path)))


def _draw_stroke(tools: ToolHost, points: list[QgsPointXY]) -> None:
    draw_mode, made = tools.draw_mode, []
    if draw_mode is None:
        return

    def make() -> None:
        scale = scale_at(tools.iface.mapCanvas(), points[0])
        if draw_mode.geometri == LINE:
            made.append(freehand_line(points, scale))
        elif draw_mode.way == BROAD:
            made.append(areas.buffer_of_line(points, tools.width))
        else:
            made.append(areas.freehand(points, scale))

    if tools.attempt(make):
        tools.add(made[0])


def _nothing(_taken: object) -> bool:
    """Nobody takes it."""
    return True
