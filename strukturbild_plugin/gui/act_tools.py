"""Tools that ask for one thing more: a node, a stråk, a piece of an area, a place to pull, a way for a branch."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import QPoint

from ..drawing import areas, chains
from ..drawing.seeing import things_at
from .base_tool import LEFT, LINE_BAND, StudioTool, area_band, show
from .tools import PathTool, SweepTool


class AskNode(StudioTool):
    """Waits for a click on a node: any of the picture, or one of those that `among` gives (they have rings)."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        studio: Any,
        take: Callable[[str], None],
        among: Callable[[], Collection[str] | None],
    ) -> None:
        super().__init__(canvas, studio)
        self._take, self._among = take, among

    def activate(self) -> None:
        """QGIS's: the tool is taken."""
        super().activate()
        self._show("")

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """A ring round the node that would be meant."""
        self._show(self._meant(event.mapPoint()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """This one."""
        node = self._meant(event.mapPoint()) if event.button() == LEFT else ""
        if node:
            self._take(node)
            if self.isActive() and self.studio.desk is not None:
                self._show("")

    def _meant(self, point: QgsPointXY) -> str:
        node, among = self.node_at(point), self._among()
        return node if among is None or node in among else ""

    def _show(self, node: str) -> None:
        among = [each for each in self._among() or () if self.desk.objects.get(each) is not None]
        self.ring(dict.fromkeys([*among, *([node] if node else [])]))


class AskLine(StudioTool):
    """Waits for a click on one of `among`, which are lit."""

    def __init__(
        self, canvas: QgsMapCanvas, studio: Any, take: Callable[[str], None], among: Collection[str]
    ) -> None:
        super().__init__(canvas, studio)
        self._take, self._among = take, set(among)

    def activate(self) -> None:
        """QGIS's: the tool is taken."""
        super().activate()
        self.band.reset(LINE_BAND)
        for each in self._among:
            self.band.addGeometry(self.desk.feature(each).geometry(), None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """This one."""
        here = things_at(self.desk, event.mapPoint(), self.reach()) if event.button() == LEFT else []
        meant = next((each for each in here if each in self._among), "")
        if meant:
            self._take(meant)


class PullTool(StudioTool):
    """Drag a line where it should bend, as often as one likes."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any, line_id: str) -> None:
        super().__init__(canvas, studio)
        self._line = line_id
        self._from, self._spot, self._begun = QPoint(), QgsPointXY(), False

    def drop(self) -> bool:
        begun, self._begun = self._begun, False
        super().drop()
        return begun

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take hold, if the line is here."""
        here = things_at(self.desk, event.mapPoint(), self.reach()) if event.button() == LEFT else []
        self._begun = self._line in here
        self._from, self._spot = event.pos(), event.mapPoint()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show where to."""
        if self._begun:
            show(self.band, QgsGeometry.fromPolylineXY([self._spot, event.mapPoint()]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Bend it."""
        desk, spot, here = self.desk, self._spot, event.mapPoint()
        if self.drop() and self.dragged(event, self._from):
            self.studio.do(lambda: chains.pull(desk, self._line, spot, here))


class PieceTool(SweepTool):
    """Draw round a piece of land; it is shown as an area while it is drawn."""

    def __init__(self, canvas: QgsMapCanvas, studio: Any, take: Callable[[QgsGeometry], None]) -> None:
        super().__init__(canvas, studio, self._done)
        self._shape = take
        self._area = area_band(canvas)

    def bands(self) -> tuple[QgsRubberBand, ...]:
        return (*super().bands(), self._area)

    def drop(self) -> bool:
        self._area.reset()
        return super().drop()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Go on."""
        super().canvasMoveEvent(event)
        if len(self._points) > 2:
            show(self._area, QgsGeometry.fromPolygonXY([self._points]))

    def _done(self, points: list[QgsPointXY]) -> None:
        made: list[QgsGeometry] = []
        if self.studio.attempt(lambda: made.append(areas.freehand(points, self.canvas().scale()))):
            self._shape(made[0])


def branch_tool(canvas: QgsMapCanvas, studio: Any, strak_id: str) -> PathTool:
    """The first click is where the branch leaves the stråk."""

    def take(path: list[Any]) -> None:
        desk, first = studio.desk, path[0]
        at = desk.known(first).places[0] if isinstance(first, str) else first
        drawn: list[str] = []
        if studio.do(lambda: drawn.append(chains.branch_from(desk, strak_id, at, path[1:], tolerance=tool.reach()))):
            studio.hand()
            studio.choose(drawn)

    tool = PathTool(canvas, studio, take)
    return tool
