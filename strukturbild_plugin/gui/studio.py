"""The drawing room of the window: what is armed, which map tool holds the pen, and undo across layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence

from ..catalogue.model import AREA
from ..drawing.desk import Desk, layers_by_code
from ..drawing.objects import Prefill, add_object, set_values
from ..errors import StrukturbildError
from ..store.records import Snapshot
from . import settings
from .opened import Opened
from .pen import POINTED, Armed


class Studio(QObject):
    """Arms tools and does what they ask for, one undo step each."""

    armed_changed = pyqtSignal(object)
    drew = pyqtSignal(str)
    picked = pyqtSignal(str)
    changed = pyqtSignal()
    """Something was done, undone or saved."""

    def __init__(self, iface: Any, messages: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface, self._messages = iface, messages
        self.desk: Desk | None = None
        self.armed: Armed | None = None
        self.picture = ""
        self.width = 6000.0
        """Of a broad line, metres."""
        self._tool: Any = None
        self._watched = (iface.mainWindow(), iface.mapCanvas())
        for one in self._watched:
            one.installEventFilter(self)

    def close(self) -> None:
        """The strukturbild is left."""
        self.disarm()
        if self.desk is not None:
            self.desk.close()
        self.desk = None

    def close_down(self) -> None:
        """The plugin is switched off."""
        self.close()
        for one in self._watched:
            one.removeEventFilter(self)

    def take(self, opened: Opened, snapshot: Snapshot) -> None:
        """Draw in this strukturbild from now on."""
        if self.desk is not None:
            return
        layers = layers_by_code(opened.layers(), snapshot.catalogue)
        self.desk = Desk(layers, snapshot.catalogue, settings.author(), settings.group())
        self.desk.changed.append(self.changed.emit)
        known = [one.bild_id for one in snapshot.pictures]
        kept = settings.place_in(opened.path, "bild")
        self.picture = kept if kept in known else (known[0] if known else "")

    def arm(self, armed: Armed) -> None:
        """The next click draws this."""
        if self.desk is None or not self.attempt(self.desk.start):
            return
        self._drop_tool()
        self.desk.author, self.desk.group = settings.author(), settings.group()
        self.armed = armed
        self._iface.setActiveLayer(self.desk.layer(armed.lager))
        self._hold(self._tool_for(armed))
        self.armed_changed.emit(armed)

    def hand(self) -> None:
        """Take the hand: choose objects and move nodes."""
        from .tools import HandTool

        if self.desk is not None and self.attempt(self.desk.start):
            self.disarm()
            self._hold(HandTool(self._iface.mapCanvas(), self))

    def holds_hand(self) -> bool:
        """Whether the hand is what is held."""
        return self._tool is not None and self.armed is None

    def disarm(self) -> None:
        """Put the tool down."""
        was, self.armed = self.armed, None
        self._drop_tool()
        if was is not None:
            self.armed_changed.emit(None)

    def prefill(self) -> Prefill:
        """Class, level, picture, author and group of the next object."""
        armed = self.armed
        if armed is None or self.desk is None:
            raise RuntimeError("nothing is armed")
        return Prefill(armed.klass.kod, niva=armed.niva, bild_id=self.picture)

    def set_level(self, niva: str) -> None:
        """The level of those to come."""
        if self.armed is not None:
            self.armed = replace(self.armed, niva=niva)

    def add(self, geometry: QgsGeometry, name: str = "") -> None:
        """Draw the armed class."""
        if self.desk is not None and self.armed is not None:
            self.draw(lambda: add_object(self.desk, self.prefill(), geometry, name))  # type: ignore[arg-type]

    def draw(self, call: Callable[[], str]) -> None:
        """Do what draws one object, and tell which it became."""
        made: list[str] = []
        if self.attempt(lambda: made.append(call())):
            self._refresh()
            self.drew.emit(made[0])

    def change(self, objekt_id: str, values: dict[str, object]) -> None:
        """Write values of an object."""
        desk = self.desk
        if desk is not None and desk.objects.get(objekt_id) is not None:
            self.attempt(lambda: set_values(desk, objekt_id, values))
            self._refresh()

    def attempt(self, call: Callable[[], Any]) -> bool:
        """Do it; what does not work is told in a sentence."""
        try:
            call()
        except StrukturbildError as error:
            self._messages.warn(str(error))
            return False
        return True

    def undo(self) -> None:
        """Undo the last thing done, whichever layers it was in."""
        if self.desk is not None and self.desk.can_undo():
            self.desk.undo()
            self._refresh()

    def redo(self) -> None:
        """Do it again."""
        if self.desk is not None and self.desk.can_redo():
            self.desk.redo()
            self._refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Shift+Z undo across layers, unless a text is being written or there is nothing of ours."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or self.desk is None:
            return False
        back, again = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        if not (back and self.desk.can_undo()) and not (again and self.desk.can_redo()):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.undo() if back else self.redo()
        return True

    def _tool_for(self, armed: Armed) -> Any:
        from . import tools

        canvas = self._iface.mapCanvas()
        if armed.lager in ("strak", "samband"):
            return tools.NetworkTool(canvas, self)
        if armed.geometri == AREA and armed.way != POINTED:
            return tools.SweepTool(canvas, self)
        return tools.CaptureTool(canvas, self._iface.cadDockWidget(), self)

    def _hold(self, tool: Any) -> None:
        self._tool = tool
        canvas = self._iface.mapCanvas()
        canvas.setMapTool(tool)
        tool.deactivated.connect(self._put_down)
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_down(self) -> None:
        """Another map tool was chosen."""
        if self._tool is not None:
            self._tool = None
            was, self.armed = self.armed, None
            if was is not None:
                self.armed_changed.emit(None)
            self.changed.emit()

    def _drop_tool(self) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            self._iface.mapCanvas().unsetMapTool(tool)
            self.changed.emit()

    def _refresh(self) -> None:
        for layer in self.desk.layers.values() if self.desk is not None else ():
            layer.triggerRepaint()
