"""The map tool that chooses what is to be linked to a goal: a click takes one object or lets it go, a lasso many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent

from ...drawing.edits.identify import objects_at, objects_within
from ..guarded import guarded
from ..map_coordinates import GroundBand
from ..map_tools.base_tool import END, LEAVE, LEFT, StrukturbildMapTool, ToolHost, area_band
from ..map_tools.freehand_tool import Stroke, StrokeRecorder

_FEWEST_CORNERS = 3


class GoalLinkHost(ToolHost, Protocol):
    """What it asks for too."""

    def shown_codes(self) -> set[str]: ...


class GoalLinkReceiver(Protocol):
    """Who is told what was pointed at."""

    def point_at(self, ids: Sequence[str], adds: bool) -> None: ...

    def surround(self, ids: Sequence[str], adds: bool) -> None: ...

    def finish(self) -> None: ...

    def let_go(self) -> bool: ...


class LassoRecorder(StrokeRecorder):
    """Shows the area that the pointer goes round."""

    def show(self, stroke: Stroke | None) -> None:
        """This one, or none."""
        self.band.set_shape(_area(stroke) if stroke is not None else QgsGeometry())


@guarded
class GoalLinkTool(StrukturbildMapTool):
    """Tells `receiver` of objects; Enter is its, and Esc too as long as it has something to let go of."""

    tools: GoalLinkHost
    receiver: GoalLinkReceiver | None = None

    def __init__(self, canvas: QgsMapCanvas, tools: GoalLinkHost) -> None:
        super().__init__(canvas, tools)
        self._lasso_band = area_band(canvas, 40)
        self._lasso = LassoRecorder(canvas, self._lasso_band)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def bands(self) -> tuple[GroundBand, ...]:
        return (*super().bands(), self._lasso_band)

    def drop(self) -> bool:
        begun = self._lasso.is_drag and self._lasso.drop()
        self._lasso.drop()
        super().drop()
        return begun

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """A click or a lasso begins."""
        if event.button() == LEFT:
            self._lasso.begin(event.pos(), place)

    def moved(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """The lasso goes on; else a ring round the node that would be meant."""
        if self._lasso.points:
            self._lasso.go_on(event.pos(), place)
            return
        node = self.node_at(place)
        self.ring([node] if node else [])

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """What was clicked on, or gone round."""
        if event.button() != LEFT or not self._lasso.points or self.receiver is None:
            return
        drag, stroke = self._lasso.is_drag, self._lasso.end()
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if drag and stroke is not None:
            self.receiver.surround(self._inside(stroke), adds)
        else:
            self.receiver.point_at(self.objects_at(place), adds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes; Esc lets go of the lasso, then of what is chosen, then of the tool."""
        event.setAccepted(event.key() in LEAVE)
        if event.key() in END and self.receiver is not None:
            event.accept()
            self.receiver.finish()
        elif event.key() in LEAVE and not self.drop() and not (self.receiver is not None and self.receiver.let_go()):
            self.tools.step_back()

    def objects_at(self, place: QgsPointXY) -> list[str]:
        """The objects of the picture at a place (EPSG:3006), the likeliest first."""
        session = self.edit_session
        found = objects_at(session, place, self.reach(place), self.tools.picture, self.tools.shown_codes())
        return [each for each in found if session.known(each).bild_id == self.tools.picture]

    def _inside(self, stroke: Stroke) -> list[str]:
        area = _area(stroke)
        if area.isEmpty():
            return []
        return objects_within(self.edit_session, area, self.tools.picture, self.tools.shown_codes())


def _area(stroke: Stroke) -> QgsGeometry:
    """What a stroke goes round, sound also where the stroke crosses itself."""
    if len(stroke.points) < _FEWEST_CORNERS:
        return QgsGeometry()
    return QgsGeometry.fromPolygonXY([[*stroke.points, stroke.points[0]]]).makeValid()
