"""Tools that ask for one thing more: a node, a stråk, a piece of an area, a place to pull, a way for a branch."""

from __future__ import annotations

from collections.abc import Callable, Collection

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QPoint

from ...drawing.edits import areas
from ...drawing.edits import corridor_edits as chains
from ...drawing.edits.identify import objects_at
from ...drawing.edits.network import Anchor
from ..guarded import guarded
from ..map_coordinates import GroundBand
from .base_tool import LEFT, StrukturbildMapTool, ToolHost, area_band
from .corridor_tool import CorridorTool
from .freehand_tool import FreehandTool, Stroke, StrokeRecorder


@guarded
class PickNodeTool(StrukturbildMapTool):
    """Waits for a click on a node: any of the picture, or one of those that `among` gives (they have rings)."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self._callback: Callable[[str], None] = _nothing
        self._among: Callable[[], Collection[str] | None] = tuple

    def set_up(self, callback: Callable[[str], None], among: Callable[[], Collection[str] | None]) -> PickNodeTool:
        """Who takes the node, and which can be taken."""
        self._callback, self._among = callback, among
        return self

    def activate(self) -> None:
        """QGIS's: the tool is taken."""
        super().activate()
        if self.tools.edit_session is not None:
            self._show("")

    def moved(self, _event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """A ring round the node that would be meant."""
        self._show(self._meant(place))

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """This one."""
        node = self._meant(place) if event.button() == LEFT else ""
        if node:
            self._callback(node)
            if self.isActive() and self.tools.edit_session is not None:
                self._show("")

    def _meant(self, place: QgsPointXY) -> str:
        node, among = self.node_at(place), self._among()
        return node if among is None or node in among else ""

    def _show(self, node: str) -> None:
        among = [each for each in self._among() or () if self.edit_session.objects.get(each) is not None]
        self.ring(dict.fromkeys([*among, *([node] if node else [])]))


@guarded
class PickLineTool(StrukturbildMapTool):
    """Waits for a click on one of `among`, which are lit."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self._callback: Callable[[str], None] = _nothing
        self._among: set[str] = set()

    def set_up(self, callback: Callable[[str], None], among: Collection[str]) -> PickLineTool:
        """Who takes the line, and which can be taken."""
        self._callback, self._among = callback, set(among)
        return self

    def activate(self) -> None:
        """QGIS's: the tool is taken."""
        super().activate()
        edit_session = self.tools.edit_session
        if edit_session is not None:
            there = [each for each in self._among if edit_session.objects.get(each) is not None]
            self.band.set_shape(QgsGeometry.collectGeometry([edit_session.feature(each).geometry() for each in there]))

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """This one."""
        here = objects_at(self.edit_session, place, self.reach(place)) if event.button() == LEFT else []
        meant = next((each for each in here if each in self._among), "")
        if meant:
            self._callback(meant)


@guarded
class MoveEndTool(StrukturbildMapTool):
    """Drag a line where it should bend, as often as one likes."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self._line = ""
        self._from, self._spot, self._begun = QPoint(), QgsPointXY(), False

    def set_up(self, line_id: str) -> MoveEndTool:
        """Which line."""
        self._line = line_id
        return self

    def drop(self) -> bool:
        begun, self._begun = self._begun, False
        super().drop()
        return begun

    def pressed(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Take hold, if the line is here."""
        here = objects_at(self.edit_session, place, self.reach(place)) if event.button() == LEFT else []
        self._begun = self._line in here
        self._from, self._spot = event.pos(), place

    def moved(self, _event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Show where to."""
        if self._begun:
            self.band.set_shape(QgsGeometry.fromPolylineXY([self._spot, place]))

    def released(self, event: QgsMapMouseEvent, place: QgsPointXY) -> None:
        """Bend it."""
        edit_session, spot = self.edit_session, self._spot
        if self.drop() and self.dragged(event, self._from):
            self.tools.do(lambda: chains.pull(edit_session, self._line, spot, place))


class _RingRecorder(StrokeRecorder):
    """Shows a stroke as the area it goes round, too."""

    def __init__(self, canvas: QgsMapCanvas, band: GroundBand, area: GroundBand) -> None:
        super().__init__(canvas, band)
        self._area = area

    def show(self, stroke: Stroke | None) -> None:
        super().show(stroke)
        ring = stroke.points if stroke is not None and len(stroke.points) > 2 else []
        self._area.set_shape(QgsGeometry.fromPolygonXY([ring]) if ring else QgsGeometry())

    def drop(self) -> bool:
        self._area.clear()
        return super().drop()


@guarded
class AreaPartTool(FreehandTool):
    """Draw round a piece of land; it is shown as an area while it is drawn."""

    def set_up_piece(self, callback: Callable[[QgsGeometry], bool], purpose: str) -> AreaPartTool:
        """Who takes the area (and whether it did), and what for."""

        def taken(stroke: Stroke) -> bool:
            return callback(areas.freehand(stroke.points, stroke.scale))

        self.set_up(taken, purpose)
        return self

    def bands(self) -> tuple[GroundBand, ...]:
        return (*super().bands(), self._area)

    def _recorder(self, canvas: QgsMapCanvas) -> StrokeRecorder:
        self._area = area_band(canvas)
        return _RingRecorder(canvas, self.band, self._area)


def branch_tool(tools: ToolHost, strak_id: str) -> CorridorTool:
    """The first click is where the branch leaves the stråk."""

    def callback(path: list[Anchor]) -> bool:
        edit_session, first = tool.edit_session, path[0]
        at = edit_session.known(first).places[0] if isinstance(first, str) else first
        near, drawn = tool.reach(QgsPointXY(*at)), []
        if tools.do(lambda: drawn.append(chains.branch_from(edit_session, strak_id, at, path[1:], tolerance=near))):
            tools.use_select_tool()
            tools.choose(drawn)
        return bool(drawn)

    tool = tools.tool(CorridorTool).set_up(callback, f"gren/{strak_id}")
    return tool


def _nothing(_taken: str) -> None:
    """Nobody takes it."""
