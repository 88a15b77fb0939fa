"""The drawing room of the window: what is armed or chosen, which map tool holds the pen, and undo across layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, Qt, pyqtSignal

from ..drawing.desk import Desk, layers_by_code
from ..drawing.objects import Prefill, add_object, set_values
from ..errors import StrukturbildError
from ..store.records import Picture, Snapshot
from . import settings
from .choice import Choice
from .keys import Keys
from .opened import Opened
from .pen import Armed, hint
from .pen_input import PenInput
from .snapping import Snapping
from .who import Who


class Studio(QObject):
    """Arms tools and does what they ask for, one undo step each."""

    armed_changed = pyqtSignal(object)
    drew = pyqtSignal(str)
    picked = pyqtSignal(str)
    changed = pyqtSignal()
    """Something was done, undone or saved."""
    held_changed = pyqtSignal()
    """Another tool, another choice or another hint."""
    number_pressed = pyqtSignal(int)
    """A number key, 1-9, on the map."""

    def __init__(self, iface: Any, messages: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from .acts import Acts
        from .map_card import MapCard

        self.iface, self.messages = iface, messages
        self.desk: Desk | None = None
        self.opened: Opened | None = None
        self.armed: Armed | None = None
        self.last_armed: Armed | None = None
        self._picture = ""
        self.pictures: Sequence[Picture] = ()
        self.lan: Sequence[str] = ()
        """The län of the strukturbild: of places with one name, the one there is meant."""
        self.width = 6000.0
        """Of a broad line, metres."""
        self.hint = ""
        """What the next click does."""
        self._tool: Any = None
        self._laid_down: Any = None
        """The tool held before: it may be in the middle of the event that put it down."""
        self.who = Who(self)
        self.choice = Choice(iface.mapCanvas(), self)
        self.acts = Acts(self)
        self.snapping = Snapping(iface)
        self._keys, self._pen_input = Keys(self), PenInput(self)
        self.card = MapCard(self)
        self.choice.changed.connect(self.held_changed)
        self.changed.connect(self.choice.refresh)

    @property
    def picture(self) -> str:
        """The picture that is drawn in; what was chosen in another is chosen no longer."""
        return self._picture

    @picture.setter
    def picture(self, bild_id: str) -> None:
        if bild_id != self._picture:
            self._picture = bild_id
            self.choice.clear()
            self.held_changed.emit()

    def close(self) -> None:
        """The strukturbild is left."""
        self.disarm()
        self.choice.clear()
        if self.desk is not None:
            self.desk.close()
        self.desk, self.opened = None, None
        self.held_changed.emit()

    def close_down(self) -> None:
        """The plugin is switched off."""
        self.close()
        if self._laid_down is not None:
            sip.delete(self._laid_down)  # QGIS's digitising tools do not outlive the map
            self._laid_down = None
        self._keys.close()
        self._pen_input.close()
        self.card.close_down()

    def take(self, opened: Opened, snapshot: Snapshot) -> None:
        """Draw in this strukturbild from now on."""
        self.pictures, self.lan = snapshot.pictures, snapshot.head.lan
        self.who.know(snapshot.objects)
        if self.desk is not None:
            return
        layers = layers_by_code(opened.layers(), snapshot.catalogue)
        self.opened = opened
        self.desk = Desk(layers, snapshot.catalogue, settings.author(), settings.group())
        self.desk.changed.append(self.changed.emit)
        known = [one.bild_id for one in snapshot.pictures]
        kept = settings.place_in(opened.path, "bild")
        self.picture = kept if kept in known else (known[0] if known else "")

    def arm(self, armed: Armed) -> None:
        """The next click draws this."""
        from .tools import pen_tool

        if self.desk is None or not self.attempt(self.desk.start):
            return
        self._drop_tool()
        self.snapping.take_off()
        self.choice.clear()
        self.desk.author, self.desk.group = settings.author(), settings.group()
        self.armed = self.last_armed = armed
        self.iface.setActiveLayer(self.desk.layer(armed.lager))
        self._hold(pen_tool(self.iface.mapCanvas(), self, self.iface.cadDockWidget()), hint(armed))
        if armed.snaps() and self.opened is not None:
            self.snapping.put_on(self.opened.layers())
        self.armed_changed.emit(armed)

    def arm_same(self) -> None:
        """The next of the same: as the one thing chosen, else as was drawn last."""
        chosen = self.choice.known()
        klass = self.desk.catalogue.klass(chosen[0].klass) if self.desk is not None and len(chosen) == 1 else None
        if klass is not None:
            kind = next((kind for kind, code in klass.lager.items() if code == chosen[0].lager), "")
            level = str(self.desk.feature(chosen[0].objekt_id)["niva"] or "") if self.desk is not None else ""
            way = self.last_armed.way if self.last_armed is not None else Armed.way
            self.arm(Armed(klass, kind, chosen[0].lager, level, way))
        elif self.last_armed is not None:
            self.arm(self.last_armed)

    def hand(self) -> None:
        """Take the hand: choose objects and move nodes."""
        if self.desk is None or not self.attempt(self.desk.start):
            return
        from .hand_tool import HandTool

        self.disarm()
        self._hold(HandTool(self.iface.mapCanvas(), self), "")

    def begin(self, tool: Any, hint: str) -> None:
        """Hold a tool that does something with what is chosen; Esc goes back to the hand."""
        if self.desk is None or not self.attempt(self.desk.start):
            return
        self.disarm()
        self._hold(tool, hint)

    def step_back(self) -> None:
        """Esc: from what was begun to the hand, from the hand to nothing chosen, from there to no tool."""
        if self.armed is None and self._tool is not None and self.hint:
            self.hand()
        elif self.armed is None and self.choice.ids:
            self.choice.clear()
        else:
            self.disarm()

    def holds_hand(self) -> bool:
        """Whether the hand is what is held, or something it does."""
        return self._tool is not None and self.armed is None

    def pointing(self) -> bool:
        """Whether the plain hand is held."""
        return self.holds_hand() and not self.hint

    def disarm(self) -> None:
        """Put the tool down."""
        was, self.armed = self.armed, None
        self._drop_tool()
        if was is not None:
            self.snapping.take_off()
            self.armed_changed.emit(None)

    def choose(self, ids: Iterable[str]) -> None:
        """These are chosen; one alone is shown in the object panel."""
        self.choice.take(ids)
        if len(self.choice.ids) == 1:
            self.picked.emit(self.choice.ids[0])

    def offer(self, place: QPoint, others: Sequence[str]) -> None:
        """The menu of what can be done with what is chosen; `others` lie here too."""
        from .act_menu import act_menu

        menu = act_menu(self, others)
        menu.exec(place)
        menu.deleteLater()

    def prefill(self) -> Prefill:
        """Class, level, picture, author and group of the next object."""
        armed = self.armed
        if armed is None or self.desk is None:
            raise RuntimeError("nothing is armed")
        return Prefill(armed.klass.kod, niva=armed.niva, bild_id=self.picture)

    def set_level(self, niva: str) -> None:
        """The level of those to come."""
        if self.armed is not None:
            self.armed = self.last_armed = replace(self.armed, niva=niva)

    def add(self, geometry: QgsGeometry, name: str = "") -> None:
        """Draw the armed class."""
        if self.desk is not None and self.armed is not None:
            self.draw(lambda: add_object(self.desk, self.prefill(), geometry, name))  # type: ignore[arg-type]

    def draw(self, call: Callable[[], str]) -> str:
        """Do what draws one object, and tell which it became; '' when it did not work."""
        made: list[str] = []
        if not self.do(lambda: made.append(call())):
            return ""
        self.drew.emit(made[0])
        return made[0]

    def change(self, objekt_id: str, values: dict[str, object]) -> None:
        """Write values of an object."""
        desk = self.desk
        if desk is not None and desk.objects.get(objekt_id) is not None:
            self.do(lambda: set_values(desk, objekt_id, values))

    def do(self, call: Callable[[], Any]) -> bool:
        """Do it, and draw the map anew."""
        done = self.attempt(call)
        if done:
            self._refresh()
        return done

    def attempt(self, call: Callable[[], Any]) -> bool:
        """Do it; what does not work is told in a sentence."""
        try:
            call()
        except StrukturbildError as error:
            self.messages.warn(str(error))
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

    def shown_codes(self) -> set[str]:
        """The layers of the strukturbild that the map shows."""
        shown = self.iface.mapCanvas().layers()
        return {code for code, layer in self.desk.layers.items() if layer in shown} if self.desk is not None else set()

    def _hold(self, tool: Any, said: str) -> None:
        self._tool, self.hint = tool, said
        canvas = self.iface.mapCanvas()
        canvas.setMapTool(tool)
        tool.deactivated.connect(self._put_down)
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self.held_changed.emit()

    def _put_down(self) -> None:
        """Another map tool was chosen."""
        if self._tool is not None:
            self._laid_down, self._tool, self.hint = self._tool, None, ""
            was, self.armed = self.armed, None
            if was is not None:
                self.snapping.take_off()
                self.armed_changed.emit(None)
            self.changed.emit()
            self.held_changed.emit()

    def _drop_tool(self) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            self._laid_down = tool
            self.hint = ""
            self.iface.mapCanvas().unsetMapTool(tool)
            self.changed.emit()
            self.held_changed.emit()

    def _refresh(self) -> None:
        for layer in self.desk.layers.values() if self.desk is not None else ():
            layer.triggerRepaint()
