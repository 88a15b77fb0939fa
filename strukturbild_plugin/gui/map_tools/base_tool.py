"""What the map tools share: a band to draw with, the node under the pointer, two fingers that zoom.

There is one tool of each kind as long as the map is there (ToolController.tool): QGIS and other plugins put back
whatever the map has held before, and die of a tool that is gone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgisInterface, QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtBoundSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QGestureEvent

from ...drawing.edits import network
from ...drawing.edits.objects import NewObject
from ...drawing.edits.qgis_geometry import points_geometry
from ...drawing.session.edit_session import EditSession
from ..guarded import guarded
from ..map_coordinates import GroundBand, NotOnTheGround, metres_per_pixel, place_of, zoom_about
from ..messages import Messages
from ..session.open_document import OpenDocument
from .draw_mode import DrawMode
from .undo_offer import UndoOffer

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


class HeldTool(Protocol):
    """A map tool of ours."""

    draw_mode: DrawMode | None
    """What it draws, if it is a pen."""
    hint: str
    """What the next click does."""
    is_select_tool: bool
    title: str
    """What it is called on the map, when it neither draws nor does something with what is chosen."""

    def drop(self) -> bool: ...

    def keep_for_later(self) -> None: ...

    def waits(self) -> bool: ...

    def waiting_mode(self) -> DrawMode | None: ...

    def keeps(self) -> bool: ...

    def go_on(self) -> None: ...

    def keyPressEvent(self, event: QKeyEvent) -> None: ...

    def close(self) -> None: ...


Tool = TypeVar("Tool", bound=HeldTool)


class ToolHost(Protocol):
    """What the map tools ask of whoever chooses them (tool_controller.ToolController)."""

    iface: QgisInterface
    messages: Messages
    undo_offer: UndoOffer
    edit_session: EditSession | None
    opened: OpenDocument | None
    picture: str
    width: float
    """Of a broad line, metres."""
    tool_changed: pyqtBoundSignal

    @property
    def draw_mode(self) -> DrawMode | None: ...

    @property
    def strukturbild_id(self) -> str: ...

    def tool(self, kind: Callable[[QgsMapCanvas, Any], Tool]) -> Tool: ...

    def begin(self, tool: HeldTool, hint: str) -> None: ...

    def use_select_tool(self) -> None: ...

    def step_back(self) -> None: ...

    def choose(self, ids: Iterable[str]) -> None: ...

    def prefill(self) -> NewObject: ...

    def add(self, geometry: QgsGeometry, name: str = "") -> bool: ...

    def draw(self, call: Callable[[], str]) -> str: ...

    def do(self, call: Callable[[], object]) -> bool: ...

    def attempt(self, call: Callable[[], object]) -> bool: ...

    def undo(self) -> None: ...


@guarded
class StrukturbildMapTool(QgsMapTool):
    """A tool that belongs to the tool controller; Esc drops what is begun, and then the tool."""

    draw_mode: DrawMode | None = None
    """What it draws, if it is a pen."""
    hint = ""
    """What the next click does."""
    is_select_tool = False
    title = ""
    """What it is called on the map, when it neither draws nor does something with what is chosen."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas)
        self.tools = tools
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.band = line_band(canvas)
        self.rings = ring_band(canvas)

    def deactivate(self) -> None:
        """QGIS's: another tool is taken."""
        self.drop()
        for band in self.bands():
            band.clear()
        super().deactivate()

    def close(self) -> None:
        """The plugin is switched off; QGIS may still know of the tool, so it lives on and does nothing."""
        for band in self.bands():
            band.remove()

    def keep_for_later(self) -> None:
        """The strukturbild is left: what is begun may wait in case it is opened anew."""

    def waits(self) -> bool:
        """Whether something waits to be ended in the strukturbild that is open."""
        return False

    def waiting_mode(self) -> DrawMode | None:
        """What the pen drew that drew what waits; None for a tool that does something with what is chosen."""
        return None

    def keeps(self) -> bool:
        """Whether it holds something that was refused, to be tried again."""
        return False

    def go_on(self) -> None:
        """With what waits."""

    def bands(self) -> tuple[GroundBand, ...]:
        """What it has put on the canvas."""
        return (self.band, self.rings)

    def drop(self) -> bool:
        """Let go of what is begun; whether there was anything."""
        self.band.clear()
        return False

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """A button was pressed at a place (EPSG:3006)."""

    def moved(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """The pointer is at a place (EPSG:3006)."""

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """A button was let go at a place (EPSG:3006)."""

    def missed(self, _event: QgsMapMouseEvent) -> None:
        """A button was let go where there is no place."""
        self.drop()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's."""
        self._pass_on(self.pressed, event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's."""
        self._pass_on(self.moved, event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """QGIS's: where nothing can be drawn, that is said."""
        if not self._pass_on(self.released, event) and self.tools.edit_session is not None:
            self.tools.messages.warn(str(NotOnTheGround()))
            self.missed(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc; every other key is somebody else's. To QGIS, Esc would be an order to stop drawing the map half done."""
        event.setAccepted(event.key() in LEAVE)
        if event.key() in LEAVE and not self.drop():
            self.tools.step_back()

    def gestureEvent(self, event: QGestureEvent) -> bool:
        """Two fingers zoom and pan the map, whatever tool is held; a stroke the first finger began is dropped."""
        if event.gesture(Qt.GestureType.PinchGesture) is not None:
            self.pinched()
        return zoom_by_pinch(self.canvas(), event)

    def pinched(self) -> None:
        """What the first finger began is not meant."""
        self.drop()

    @property
    def edit_session(self) -> EditSession:
        """The edit session that is drawn on; events come only while there is one."""
        edit_session = self.tools.edit_session
        if edit_session is None:
            raise RuntimeError("nothing is open to draw in")
        return edit_session

    def reach(self, place: QgsPointXY) -> float:
        """How far from a place something may lie to be what is pointed at, metres."""
        return REACH_PX * metres_per_pixel(self.canvas(), place)

    def node_at(self, place: QgsPointXY) -> str:
        """The node of the picture under the pointer; ''."""
        return network.nearest_node(self.edit_session, place, self.reach(place), self.tools.picture)

    def ring(self, nodes: Iterable[str]) -> None:
        """Rings round these nodes, and no others."""
        self.rings.set_shape(
            points_geometry([spot for each in nodes for spot in network.node_places(self.edit_session, each)])
        )

    def dragged(self, event: QgsMapMouseEvent, start: QPoint) -> bool:
        """Whether the pointer has left where it was pressed."""
        moved = event.pos() - start
        return math.hypot(moved.x(), moved.y()) > DRAG_PX

    def _pass_on(self, call: Callable[[QgsMapMouseEvent, QgsPointXY], None], event: QgsMapMouseEvent) -> bool:
        """Hand an event on with its place on the ground; False when it has none."""
        if self.tools.edit_session is None:
            return False
        place = place_of(self.canvas(), event)
        if place is not None:
            self.tools.attempt(lambda: call(event, place))
        return place is not None


def zoom_by_pinch(canvas: QgsMapCanvas, event: QGestureEvent) -> bool:
    """Zoom and pan the map as two fingers do; False when they don't."""
    pinch = event.gesture(Qt.GestureType.PinchGesture)
    if pinch is None:
        return False
    if pinch.scaleFactor() > 0 and not math.isclose(pinch.scaleFactor(), 1.0):
        spot = canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        zoom_about(canvas, spot, 1 / pinch.scaleFactor())
    event.accept(pinch)
    return True


def line_band(canvas: QgsMapCanvas, width: int = 3) -> GroundBand:
    """A line in the colour of the pen."""
    band = GroundBand(canvas, LINE_BAND)
    band.setColor(BAND)
    band.setWidth(width)
    return band


def ring_band(canvas: QgsMapCanvas, size: int = 22) -> GroundBand:
    """Rings in the colour of the pen."""
    ring = GroundBand(canvas, POINT_BAND)
    ring.setColor(BAND)
    ring.setFillColor(FOUND)
    ring.setIcon(GroundBand.IconType.ICON_CIRCLE)
    ring.setIconSize(size)
    ring.setWidth(3)
    return ring


def area_band(canvas: QgsMapCanvas, alpha: int = 60) -> GroundBand:
    """An area in the colour of the pen."""
    band = GroundBand(canvas, AREA_BAND)
    band.setStrokeColor(BAND)
    band.setFillColor(QColor(BAND.red(), BAND.green(), BAND.blue(), alpha))
    band.setWidth(2)
    return band
