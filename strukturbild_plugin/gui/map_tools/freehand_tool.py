"""Free hand: hold the button (or the pen, or a finger) down and draw; what is refused waits to be tried again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QKeyEvent

from ...catalogue.model import LINE
from ...drawing.edits import areas
from ...drawing.edits.area_parts import freehand_line
from ..guarded import guarded
from ..map_coordinates import GroundBand, scale_at
from .base_tool import DRAG_PX, END, LEAVE, LEFT, RIGHT, StrukturbildMapTool, ToolHost
from .draw_mode import BROAD, DrawMode
from .waiting_shape import WaitingShape


@dataclass(frozen=True)
class Stroke:
    """What a hand drew in one sweep (EPSG:3006), at the map scale 1:`scale` it was drawn in."""

    points: list[QgsPointXY]
    scale: float


class StrokeRecorder:
    """Follows the pointer while a button is held, and shows the way it has gone.

    A pointer that stays within `reach` pixels of where it was pressed has clicked.
    """

    def __init__(self, canvas: QgsMapCanvas, band: GroundBand, reach: int = DRAG_PX) -> None:
        self._canvas, self.band, self._reach = canvas, band, reach
        self.points: list[QgsPointXY] = []
        self.is_drag = False
        """Whether the pointer has left where it was pressed: no click."""
        self._from, self._scale = QPoint(), 1.0

    def begin(self, pixel: QPoint, place: QgsPointXY) -> None:
        """The button was pressed at a place (EPSG:3006)."""
        self._from, self._scale = pixel, scale_at(self._canvas, place)
        self.points, self.is_drag = [place], False

    def go_on(self, pixel: QPoint, place: QgsPointXY) -> None:
        """The pointer has come to a place, with the button held."""
        moved = pixel - self._from
        self.is_drag = self.is_drag or math.hypot(moved.x(), moved.y()) > self._reach
        self.points.append(place)
        if self.is_drag:
            self.show(self.stroke())

    def stroke(self) -> Stroke | None:
        """What has been drawn; None for a mere click."""
        return Stroke(list(self.points), self._scale) if len(self.points) > 1 else None

    def end(self) -> Stroke | None:
        """The button was let go; gives what was drawn, None for a mere click."""
        stroke = self.stroke()
        self.drop()
        return stroke

    def drop(self) -> bool:
        """Let go of what is begun; whether there was anything."""
        begun, self.points = bool(self.points), []
        self.band.clear()
        return begun

    def show(self, stroke: Stroke | None) -> None:
        """This one, or none."""
        self.band.set_shape(QgsGeometry.fromPolylineXY(stroke.points) if stroke is not None else QgsGeometry())


@guarded
class FreehandTool(StrukturbildMapTool):
    """What a stroke becomes is said by who takes it; Enter or a right click tries again with one that was refused."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self._hand = self._recorder(canvas)
        self._waiting: WaitingShape[Stroke] = WaitingShape(tools)
        self._purpose = ""
        self._callback: Callable[[Stroke], bool] = _nothing

    def set_up(self, callback: Callable[[Stroke], bool], purpose: str) -> FreehandTool:
        """Who takes the stroke (and whether it did), and what for: one that was refused is shown for the same."""
        self.drop()
        self._callback, self._purpose = callback, purpose
        return self

    def keep_for_later(self) -> None:
        """The strukturbild is left: what is begun waits in case it is opened anew."""
        stroke = self._hand.stroke()
        if stroke is not None:
            self._keep(stroke)

    def waits(self) -> bool:
        """Whether a stroke waits to be taken in the strukturbild that is open."""
        return self._waiting.anywhere()

    def waiting_mode(self) -> DrawMode | None:
        """What the pen drew that drew it."""
        return self._waiting.draw_mode

    def keeps(self) -> bool:
        """Whether it holds what was refused."""
        return self._waiting.here(self._purpose) is not None

    def go_on(self) -> None:
        """Show the stroke that was refused."""
        self._hand.show(self._waiting.here(self._purpose))

    def drop(self) -> bool:
        begun = self._hand.drop()
        super().drop()
        return begun

    def pinched(self) -> None:
        """What the first finger began is no stroke."""
        self.drop()
        self.go_on()

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Begin."""
        if event.button() == LEFT:
            self._hand.begin(event.pos(), place)

    def moved(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Go on."""
        if self._hand.points:
            self._hand.go_on(event.pos(), place)

    def released(self, event: QgsMapMouseEvent, _place: QgsPointXY) -> None:
        """Done; the right button tries again."""
        stroke = self._hand.end()
        if event.button() == RIGHT:
            self.finish()
        elif event.button() == LEFT and stroke is not None and (self._hand.is_drag or not self.keeps()):
            self._hand_over(stroke)
        else:
            self.go_on()

    def missed(self, event: QgsMapMouseEvent) -> None:
        """The button was let go where there is no ground: what was drawn so far is kept."""
        stroke = self._hand.end()
        if event.button() == RIGHT:
            self.finish()
        elif stroke is not None:
            self._keep(stroke)
        self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops the stroke or leaves, Enter tries again."""
        if event.key() in LEAVE and self.keeps():
            event.accept()
            self._waiting.forget()
            self.drop()
            return
        super().keyPressEvent(event)
        if event.key() in END:
            self.tools.attempt(self.finish)

    def finish(self) -> None:
        """Try again with what was refused."""
        stroke = self._waiting.here(self._purpose)
        self.go_on()
        if stroke is not None and self.tools.edit_session is not None:
            self._hand_over(stroke)

    def _hand_over(self, stroke: Stroke) -> None:
        """It stays until it is taken, whatever happens to it."""
        taken = False
        try:
            taken = self._callback(stroke)
        finally:
            if taken:
                self._waiting.forget()
                self.drop()
            else:
                self._keep(stroke)

    def _keep(self, stroke: Stroke) -> None:
        self._waiting.keep(stroke, self._purpose, self.draw_mode)
        self.go_on()

    def _recorder(self, canvas: QgsMapCanvas) -> StrokeRecorder:
        return StrokeRecorder(canvas, self.band)


def draw_stroke(tools: ToolHost, stroke: Stroke) -> bool:
    """Draw an object of the draw mode's class by free hand; whether it was taken."""
    draw_mode = tools.draw_mode
    made: list[QgsGeometry] = []
    if draw_mode is None:
        return False

    def make() -> None:
        if draw_mode.geometri == LINE:
            made.append(freehand_line(stroke.points, stroke.scale))
        elif draw_mode.way == BROAD:
            made.append(areas.buffer_of_line(stroke.points, tools.width))
        else:
            made.append(areas.freehand(stroke.points, stroke.scale))

    return tools.attempt(make) and tools.add(made[0])


def _nothing(_taken: Stroke) -> bool:
    """Nobody takes it."""
    return True
