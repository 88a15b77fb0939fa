"""The pens: corner by corner as QGIS does it, here; node to node and free hand in files of their own."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasTracer, QgsMapMouseEvent, QgsMapToolDigitizeFeature
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QGestureEvent

from ...catalogue.model import AREA
from ...drawing.edits import areas, network
from ...drawing.edits.network import Anchor
from ..guarded import guarded
from ..map_coordinates import NotOnTheGround, on_map, place_at, place_of
from .base_tool import END, LEAVE, LEFT, RIGHT, HeldTool, ToolHost, line_band, zoom_by_pinch
from .corridor_tool import CorridorTool, too_few
from .draw_mode import DrawMode
from .freehand_tool import FreehandTool, Stroke, StrokeRecorder, draw_stroke
from .place_names import name_of_place
from .waiting_shape import WaitingShape

_UNSTEADY_PX = 12
"""A click may slide so far, in pixels, and is still a corner."""


@guarded
class DigitizeTool(QgsMapToolDigitizeFeature):
    """QGIS's own digitising, with snapping, tracing and advanced digitising; a drag with nothing begun is free hand.

    Enter and a double click end, as they do for a stråk; Esc with nothing begun leaves. It draws in the layer that is
    the draw mode's, whichever is chosen in the layer tree; the map's CRS it sees to itself. What is refused stays: the
    corners as they were clicked, a stroke as it was drawn.
    """

    draw_mode: DrawMode | None = None
    hint = ""
    is_select_tool = False
    title = ""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools.iface.cadDockWidget())
        self._tools, self._doubled, self._taken, self._pinched = tools, False, True, False
        self._hand = StrokeRecorder(canvas, line_band(canvas), _UNSTEADY_PX)
        self._strokes: WaitingShape[Stroke] = WaitingShape(tools)
        self._corners: WaitingShape[list[QgsPointXY]] = WaitingShape(tools)
        self.digitizingCompleted.connect(guarded(self._completed))

    def activate(self) -> None:
        """QGIS's."""
        self._doubled = False
        super().activate()

    def deactivate(self) -> None:
        """QGIS's: another tool is taken."""
        self._hand.drop()
        super().deactivate()

    def drop(self) -> bool:
        """Let go of what is begun; whether there was anything."""
        begun = self.size() > 0
        if begun and self._corners.here(self._purpose) is not None:
            self._keep_corners(self._clicked())  # with what has been added since they were refused
        if begun:
            self.stopCapturing()
        return self._hand.drop() or begun

    def keep_for_later(self) -> None:
        """The strukturbild is left: what is begun waits in case it is opened anew."""
        if self.size() > 0:
            self._keep_corners(self._clicked())

    def waits(self) -> bool:
        """Whether something waits to be taken in the strukturbild that is open."""
        return self._corners.anywhere() or self._strokes.anywhere()

    def waiting_mode(self) -> DrawMode | None:
        """What the pen drew that drew it."""
        return self._corners.draw_mode if self._corners.anywhere() else self._strokes.draw_mode

    def keeps(self) -> bool:
        """Whether it holds what was refused."""
        return any(one.here(self._purpose) is not None for one in (self._corners, self._strokes))

    def go_on(self) -> None:
        """With what was refused, and with what was begun when the strukturbild was opened anew."""
        self._hand.show(self._strokes.here(self._purpose))
        corners = self._corners.here(self._purpose)
        if not corners or self.size() > 0 or not self._tools.attempt(self._turn_to_layer):
            return
        self._tools.attempt(lambda: self._click_again(corners))

    def close(self) -> None:
        """The plugin is switched off, and the map holds another tool."""
        self._hand.band.remove()
        del self._tools
        sip.delete(self)  # QGIS's digitising tools do not outlive the map

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in LEAVE:
            self._corners.forget()
        if event.key() in LEAVE and self.size() == 0:
            event.accept()
            if self._strokes.here(self._purpose) is not None:
                self._strokes.forget()
                self._hand.drop()
            elif not self._hand.drop():
                self._tools.step_back()
            return
        if event.key() in END and (self.size() > 0 or self._strokes.here(self._purpose) is not None):
            event.accept()
            self._end()
            return
        super().keyPressEvent(event)

    def gestureEvent(self, event: QGestureEvent) -> bool:
        """Two fingers zoom and pan the map; what the first one began is neither stroke nor corner."""
        if event.gesture(Qt.GestureType.PinchGesture) is not None:
            self._pinched = True
            self._hand.drop()
            self._hand.show(self._strokes.here(self._purpose))
        return zoom_by_pinch(self.canvas(), event)

    def canvasDoubleClickEvent(self, _event: QgsMapMouseEvent) -> None:
        """Its first click took the place; its second release ends."""
        self._doubled = self.size() > 0

    def cadCanvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's: perhaps a stroke begins."""
        self._pinched = False
        place = self._hand_place(event) if event.button() == LEFT and self._may_sweep() else None
        if place is not None:
            self._hand.begin(event.pos(), place)
        super().cadCanvasPressEvent(event)

    def cadCanvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's: a drag is a stroke."""
        place = self._hand_place(event) if self._hand.points and event.buttons() & LEFT else None
        if place is not None:
            self._hand.go_on(event.pos(), place)
        if not (self._hand.points and self._hand.is_drag):
            super().cadCanvasMoveEvent(event)

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's."""
        stroke = self._hand.end() if event.button() == LEFT else None
        self._hand.show(self._strokes.here(self._purpose))
        if stroke is not None and self._hand.is_drag:
            self._draw(stroke)
            return
        if self._pinched and event.button() == LEFT:
            return
        if not self._tools.attempt(self._turn_to_layer):
            return
        if event.button() == RIGHT or (self._doubled and event.button() == LEFT):
            self._doubled = False
            self._end(event if event.button() == RIGHT else None)
        elif event.button() == LEFT and place_of(self.canvas(), event) is None:
            self._tools.messages.warn(str(NotOnTheGround()))
        else:
            super().cadCanvasReleaseEvent(event)

    @property
    def _purpose(self) -> str:
        return self.draw_mode.geometri if self.draw_mode is not None else ""

    def _may_sweep(self) -> bool:
        """A line that is begun with corners goes on with corners, and advanced digitising has its own ways."""
        draws_corners = self.draw_mode is not None and self.draw_mode.snaps() and self._tools.edit_session is not None
        return draws_corners and self.size() == 0 and not self.cadDockWidget().cadEnabled()

    def _hand_place(self, event: QgsMapMouseEvent) -> QgsPointXY | None:
        """Where the hand is, whatever it would snap to."""
        return place_at(self.canvas(), event.pos())

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

    def _draw(self, stroke: Stroke) -> None:
        """It stays until it is taken, whatever happens to it."""
        taken = False
        try:
            taken = draw_stroke(self._tools, stroke)
        finally:
            if taken:
                self._strokes.forget()
            else:
                self._strokes.keep(stroke, self._purpose, self.draw_mode)
            self._hand.show(self._strokes.here(self._purpose))

    def _completed(self, feature: QgsFeature) -> None:
        self._taken = False
        shape = areas.tidied(feature.geometry())
        self._taken = self._tools.add(shape, name_of_place(self.canvas(), self._tools, shape))

    def _end(self, event: QgsMapMouseEvent | None = None) -> None:
        """What has been clicked, as a click with the right button does, which is QGIS's own way; else the stroke."""
        stroke, clicked = self._strokes.here(self._purpose), self._clicked()
        if self.size() == 0 and stroke is not None:
            self._draw(stroke)
            return
        least = 3 if self.draw_mode is not None and self.draw_mode.geometri == AREA else 2
        if 0 < self.size() < least:
            self._tools.messages.warn(too_few(least))
            return
        where, self._taken = self.canvas().mouseLastXY(), True
        press = event or QgsMapMouseEvent(self.canvas(), QEvent.Type.MouseButtonRelease, where, RIGHT)
        super().cadCanvasReleaseEvent(press)
        if self._taken:
            self._corners.forget()
        elif clicked:
            self._keep_corners(clicked)
            self.go_on()

    def _clicked(self) -> list[QgsPointXY]:
        """The corners clicked so far (EPSG:3006)."""
        return [QgsPointXY(corner) for corner in self.pointsZM()]

    def _keep_corners(self, clicked: list[QgsPointXY]) -> None:
        self._corners.keep(clicked, self._purpose, self.draw_mode)

    def _click_again(self, corners: list[QgsPointXY]) -> None:
        """Give QGIS's digitising these corners as if they had been clicked, but straight from one to the next."""
        tracer = QgsMapCanvasTracer.tracerForCanvas(self.canvas())
        action = tracer.actionEnableTracing() if tracer is not None else None
        if action is not None and not action.isChecked():
            action = None
        if action is not None:
            action.blockSignals(True)  # the user's own choice is as it was in a moment
            action.setChecked(False)
        for corner in on_map(self.canvas(), QgsGeometry.fromMultiPointXY(corners)).asMultiPoint():
            self.addVertex(corner)
            self.startCapturing()
        if action is not None:
            action.setChecked(True)
            action.blockSignals(False)


def pen_tool(tools: ToolHost, draw_mode: DrawMode) -> HeldTool:
    """The tool for a draw mode."""
    if draw_mode.lager in ("strak", "samband"):
        nodes_only = draw_mode.lager == "samband"
        most = 2 if nodes_only else 0
        return tools.tool(CorridorTool).set_up(
            lambda path: _draw_path(tools, path), draw_mode.lager, nodes_only=nodes_only, most=most
        )
    if draw_mode.sweeps():
        purpose = f"{draw_mode.geometri}/{draw_mode.way}"
        return tools.tool(FreehandTool).set_up(lambda stroke: draw_stroke(tools, stroke), purpose)
    return tools.tool(DigitizeTool)


def _draw_path(tools: ToolHost, path: list[Anchor]) -> bool:
    edit_session = tools.edit_session
    if tools.draw_mode is None or edit_session is None:
        return False
    prefill = tools.prefill()
    if tools.draw_mode.lager == "samband":
        return bool(tools.draw(lambda: network.draw_link(edit_session, prefill, str(path[0]), str(path[1]))))
    return bool(tools.draw(lambda: network.draw_corridor(edit_session, prefill, path)))
