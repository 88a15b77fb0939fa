"""The pen that goes node to node: stråk, samband and branches."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent

from ...drawing.edits import network
from ...drawing.edits.network import Anchor
from ...drawing.edits.qgis_geometry import lines_geometry
from ...errors import StrukturbildError
from ...i18n import tr
from ..guarded import guarded
from .base_tool import END, LEAVE, LEFT, RIGHT, StrukturbildMapTool, ToolHost
from .draw_mode import DrawMode
from .waiting_shape import WaitingShape


@guarded
class CorridorTool(StrukturbildMapTool):
    """Click node to node; free clicks bend the line between. What it becomes is said by who takes the path."""

    def __init__(self, canvas: QgsMapCanvas, tools: ToolHost) -> None:
        super().__init__(canvas, tools)
        self.path: list[Anchor] = []
        self.nodes_only, self.most, self._doubled, self._pinched = False, 0, False, False
        self._callback: Callable[[list[Anchor]], bool] = _nothing
        self._waiting: WaitingShape[list[Anchor]] = WaitingShape(tools)
        """A path that could not be drawn: kept until it is put right."""
        self._purpose = ""

    def set_up(
        self, callback: Callable[[list[Anchor]], bool], purpose: str, nodes_only: bool = False, most: int = 0
    ) -> CorridorTool:
        """Who takes the path (and whether it did), and what for: one that was refused is taken up for the same.

        By nodes alone (`nodes_only`), and by how many at most (0: any number).
        """
        self.drop()
        self._callback, self._purpose, self.nodes_only, self.most = callback, purpose, nodes_only, most
        return self

    def keep_for_later(self) -> None:
        """The strukturbild is left: what is begun waits in case it is opened anew."""
        if self.path:
            self._waiting.keep(list(self.path), self._purpose, self.draw_mode)

    def waits(self) -> bool:
        """Whether a path waits to be ended in the strukturbild that is open."""
        return self._waiting.anywhere()

    def waiting_mode(self) -> DrawMode | None:
        """What the pen drew that drew it."""
        return self._waiting.draw_mode

    def keeps(self) -> bool:
        """Whether it holds a path that was refused."""
        return bool(self.path) and self._waiting.here(self._purpose) is not None

    def go_on(self) -> None:
        """With the path that was refused, also when the strukturbild has been opened anew since and has its nodes."""
        path = self._waiting.here(self._purpose) or []
        nodes = [one for one in path if isinstance(one, str)]
        if path and all(self.edit_session.objects.get(one) is not None for one in nodes):
            self._keep(path)
        elif path:
            self._waiting.forget()

    def pinched(self) -> None:
        """What is begun is kept, and the finger that is lifted takes no place."""
        self._pinched = True

    def pressed(self, _event: QgsMapMouseEvent, _place: QgsPointXY) -> None:
        """A place is taken when the button is let go."""
        self._pinched = False

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
        if event.button() != LEFT or self._pinched:
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
            self._waiting.forget()
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
        if len(path) == 1:
            self._doubled = False
            self.tools.messages.warn(too_few(2))
            return
        self.drop()
        if not path or self.tools.edit_session is None:
            return
        taken = False
        try:
            taken = self._callback(path)
        finally:
            if taken:
                self._waiting.forget()
            else:
                self._keep(path)

    def _keep(self, path: list[Anchor]) -> None:
        self.path = path[: self.most - 1] if self.most and len(path) == self.most else path
        self._waiting.keep(path, self._purpose, self.draw_mode)
        self._show(self.path)

    def _show(self, path: list[Anchor]) -> None:
        try:
            line = network.curve_through(self.edit_session, path) if len(path) > 1 else []
        except StrukturbildError:
            line = []
        self.band.set_shape(lines_geometry([line]) if line else QgsGeometry())


def too_few(least: int) -> str:
    """Why something of fewer places than `least` (2 or 3) is not ended."""
    if least > 2:
        return tr("Ett område behöver minst tre hörn. Klicka ut fler, eller tryck Esc och börja om.")
    return tr("En linje behöver minst två platser. Klicka på en till, eller tryck Esc och börja om.")


def _nothing(_taken: list[Anchor]) -> bool:
    """Nobody takes it."""
    return True
