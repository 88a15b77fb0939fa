"""Chooses map tools: the draw mode, the selection, the tool that the map holds, and undo across layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from qgis.core import QgsGeometry
from qgis.gui import QgisInterface, QgsMapCanvas, QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer, pyqtSignal

from ...drawing.edits.location_edits import LocationEdits
from ...drawing.edits.objects import NewObject, add_object, set_values
from ...drawing.edits.qgis_tool_edits import QgisToolEdits
from ...drawing.session.edit_session import EditSession, layers_by_code
from ...errors import StrukturbildError
from ...store.gpkg.records import Picture, Snapshot
from .. import settings
from ..guarded import guarded
from ..messages import Messages
from ..options.author import Author
from ..session.open_document import OpenDocument
from .base_tool import HeldTool, Tool
from .draw_mode import DrawMode, draw_mode_like, kept_hint
from .draw_mode import hint as hint_of
from .map_overlay import MapOverlay
from .object_actions import ObjectActions
from .selection import ObjectSelection
from .shortcuts import Shortcuts
from .snapping import Snapping
from .stylus_input import StylusInput
from .undo_offer import UndoOffer


@guarded
class ToolController(QObject):
    """Sets draw mode and map tool, and does what the tools ask for, one undo step each."""

    draw_mode_changed = pyqtSignal(object)
    drew = pyqtSignal(str)
    picked = pyqtSignal(str)
    changed = pyqtSignal()
    """Something was done, undone or saved."""
    tool_changed = pyqtSignal()
    """Another tool, selection or hint."""
    number_pressed = pyqtSignal(int)
    """A number key, 1-9, on the map."""

    def __init__(self, iface: QgisInterface, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.iface, self.messages = iface, messages
        self.edit_session: EditSession | None = None
        self.opened: OpenDocument | None = None
        self.last_draw_mode: DrawMode | None = None
        self._picture = self._held_in = ""
        self.pictures: Sequence[Picture] = ()
        self.lan: Sequence[str] = ()
        """The län of the strukturbild: of places with one name, the one there is meant."""
        self.width = 6000.0
        """Of a broad line, metres."""
        self.blocked_reason = ""
        """Why nothing can be drawn in the strukturbild that is open; '' when it can."""
        self._tools: dict[object, HeldTool] = {}
        self._taking = False
        self._told_of: HeldTool | None = None
        """Whether a tool is just being taken here, and which one was last told of."""
        self.who = Author(self, self)
        self.selection = ObjectSelection(iface.mapCanvas(), self, self)
        self.before_edit: list[Callable[[], None]] = []
        """Asked before anything is done in a strukturbild; raises StoreError when nothing may be."""
        self.actions = ObjectActions(self)
        self.snapping = Snapping(iface)
        self._keys, self._pen_input = Shortcuts(self, self), StylusInput(self, self)
        self.overlay = MapOverlay(self)
        self.selection.changed.connect(guarded(self.tool_changed))
        self.changed.connect(guarded(self.selection.refresh))
        self.undo_offer = UndoOffer(self, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(guarded(self._put_right))
        self._tidy = QTimer(self)
        self._tidy.setSingleShot(True)
        self._tidy.timeout.connect(guarded(self._drop_half_drawn))
        iface.mapCanvas().mapToolSet.connect(guarded(self._map_tool_set))

    @property
    def current_tool(self) -> HeldTool | None:
        """Our tool that the map holds; None when it holds another. The map alone knows: QGIS changes tools too."""
        tool = self.iface.mapCanvas().mapTool()
        return next((ours for ours in self._tools.values() if ours is tool), None)

    @property
    def draw_mode(self) -> DrawMode | None:
        """What the pen that is held draws."""
        return held.draw_mode if (held := self.current_tool) is not None else None

    @property
    def strukturbild_id(self) -> str:
        """Of the strukturbild that is drawn in; '' when there is none."""
        return self.opened.head.strukturbild_id if self.opened is not None else ""

    @property
    def hint(self) -> str:
        """What the next click does."""
        if (held := self.current_tool) is None:
            return ""
        return kept_hint() if held.keeps() else held.hint

    def tool(self, kind: Callable[[QgsMapCanvas, Any], Tool]) -> Tool:
        """The one map tool of this kind. It is never thrown away: QGIS and other plugins put back what was held."""
        if (made := self._tools.get(kind)) is None:
            made = self._tools[kind] = kind(self.iface.mapCanvas(), self)
        return cast(Tool, made)

    @property
    def picture(self) -> str:
        """The picture that is drawn in; what was chosen in another is chosen no longer."""
        return self._picture

    @picture.setter
    def picture(self, bild_id: str) -> None:
        if bild_id != self._picture:
            self._picture = bild_id
            self.selection.clear()
            self.tool_changed.emit()

    def close(self) -> None:
        """The strukturbild is left."""
        if self.current_tool is not None:
            self._held_in = self.strukturbild_id
            self.current_tool.keep_for_later()
        self.selection.clear()  # first: the layers it lights may be gone
        self.unset_tool()
        if self.edit_session is not None:
            self.edit_session.close()
        self.edit_session, self.opened = None, None
        self.snapping.follow(())
        for tool in self._tools.values():
            tool.draw_mode = None
        self.tool_changed.emit()

    def close_down(self) -> None:
        """The plugin is switched off."""
        self.close()
        canvas = self.iface.mapCanvas()
        canvas.mapToolSet.disconnect(guarded(self._map_tool_set))
        self._soon.stop()
        self._tidy.stop()
        users = canvas.mapTool()
        if users is not None and users.flags() & QgsMapTool.Flag.EditTool:
            # QGIS still keeps the last tool that does not edit, perhaps ours, to put it back: let it be another
            self.iface.actionPan().trigger()
            canvas.setMapTool(users)
        while self._tools:
            self._tools.popitem()[1].close()
        self.selection.close()
        self._keys.close()
        self._pen_input.close()
        self.overlay.close_down()

    def load(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        """Draw in this strukturbild from now on."""
        self.pictures, self.lan = snapshot.pictures, snapshot.head.lan
        self.who.set_groups_of(snapshot.objects)
        if self.edit_session is not None:
            return
        held_in, self._held_in = self._held_in, ""
        self.opened, layers = opened, layers_by_code(opened.layers(), snapshot.catalogue, opened.hidden_tables)
        self.snapping.follow(layers.values())
        self.edit_session = EditSession(layers, snapshot.catalogue, settings.author(), self.who.group())
        self.edit_session.before_edit = self.before_edit
        self.edit_session.changed.append(self.changed.emit)
        self.edit_session.refused.append(self.messages.warn)
        self.edit_session.notices.append(self.messages.warn)
        self.edit_session.losses.append(self.undo_offer.tell)
        QgisToolEdits(self.edit_session)
        LocationEdits(self.edit_session, in_copy=opened.copy is not None)
        known = [one.bild_id for one in snapshot.pictures]
        kept = settings.place_in(opened.path, "bild")
        self.picture = kept if kept in known else (known[0] if known else "")
        if waiting := next((tool for tool in self._tools.values() if tool.waits()), None):  # begun, and to be ended
            draw_mode = waiting.waiting_mode()
            self.begin(waiting, waiting.hint) if draw_mode is None else self.set_draw_mode(draw_mode)
        elif held_in == self.strukturbild_id and isinstance(self.iface.mapCanvas().mapTool(), QgsMapToolPan):
            self.use_select_tool()  # one of ours was held when its layers became others

    def set_draw_mode(self, draw_mode: DrawMode) -> None:
        """The next click draws this."""
        from .digitize_tools import pen_tool

        if not self.attempt(self.who.refuse_drawing) or not self._may_draw() or self.edit_session is None:
            return
        self.selection.clear()
        self.edit_session.author, self.edit_session.group = settings.author(), self.who.group()
        self.last_draw_mode = draw_mode
        self.iface.setActiveLayer(self.edit_session.layer(draw_mode.lager))
        pen = pen_tool(self, draw_mode)
        self._hold(pen, draw_mode)
        pen.go_on()

    def repeat_draw_mode(self) -> None:
        """The next of the same: as the one thing chosen, else as was drawn last."""
        edit_session, chosen = self.edit_session, self.selection.known()
        only = chosen[0] if len(chosen) == 1 and edit_session is not None else None
        klass = edit_session.catalogue.object_class(only.klass) if edit_session and only else None
        if edit_session is not None and only is not None and klass is not None:
            feature = edit_session.feature(only.objekt_id)
            way = self.last_draw_mode.way if self.last_draw_mode is not None else DrawMode.way
            self.set_draw_mode(draw_mode_like(klass, only.lager, feature, way))
        elif self.last_draw_mode is not None:
            self.set_draw_mode(self.last_draw_mode)

    def use_select_tool(self) -> None:
        """Let the map hold the select tool: choose objects and move nodes."""
        from .select_tool import SelectTool

        if self._may_draw():
            self._hold(self.tool(SelectTool))

    def begin(self, tool: HeldTool, hint: str) -> None:
        """Hold a tool that does something with what is chosen; Esc goes back to the select tool."""
        if self._may_draw():
            self._hold(tool, None, hint)
            tool.go_on()

    def step_back(self) -> None:
        """Esc: from drawing or what was begun to the select tool, from that to nothing chosen."""
        if self.select_tool_active():
            self.selection.clear()
        else:
            self.return_to_select_tool()

    def in_select_mode(self) -> bool:
        """Whether the map holds the select tool, or one that does something with what is chosen."""
        return self.current_tool is not None and self.draw_mode is None and not self.current_tool.title

    def select_tool_active(self) -> bool:
        """Whether the map holds the select tool itself."""
        return self.in_select_mode() and not self.hint

    def return_to_select_tool(self) -> None:
        """From what is begun to the select tool; a tool that is not ours is let be."""
        if self.current_tool is None:
            return
        self.use_select_tool()
        if not self.select_tool_active():  # the layers can no longer be edited
            self.unset_tool()

    def unset_tool(self) -> None:
        """Put our tool down; the map can be moved."""
        if self.current_tool is not None:
            self.iface.actionPan().trigger()

    def choose(self, ids: Iterable[str]) -> None:
        """These are chosen, and shown in the object panel: one alone, or several together."""
        self.selection.set(ids)
        if self.selection.ids:
            self.picked.emit(self.selection.ids[0] if len(self.selection.ids) == 1 else "")

    def offer(self, place: QPoint, others: Sequence[str]) -> None:
        """The menu of what can be done with what is chosen; `others` lie here too."""
        from .context_menu import object_menu

        menu = object_menu(self, others)
        menu.exec(place)
        menu.deleteLater()

    def prefill(self) -> NewObject:
        """Class, level, picture, author and group of the next object."""
        draw_mode = self.draw_mode
        if draw_mode is None or self.edit_session is None:
            raise RuntimeError("there is no draw mode")
        return NewObject(draw_mode.klass.kod, draw_mode.niva, draw_mode.undertyp, self.picture)

    def set_level(self, niva: str, undertyp: str = "") -> None:
        """The level of those to come, and their subtype where the level hangs on it."""
        held = self.current_tool
        if held is not None and held.draw_mode is not None:
            held.draw_mode = self.last_draw_mode = replace(held.draw_mode, niva=niva, undertyp=undertyp)

    def add(self, geometry: QgsGeometry, name: str = "") -> bool:
        """Draw an object of the draw mode's class; whether it was taken."""
        edit_session = self.edit_session
        if edit_session is None or self.draw_mode is None:
            return False
        return bool(self.draw(lambda: add_object(edit_session, self.prefill(), geometry, name)))

    def draw(self, call: Callable[[], str]) -> str:
        """Do what draws one object, and tell which it became; '' when it did not work."""
        made: list[str] = []
        if not self.do(lambda: made.append(call())):
            return ""
        self.drew.emit(made[0])
        return made[0]

    def change(self, objekt_id: str, values: dict[str, object]) -> None:
        """Write values of an object."""
        edit_session = self.edit_session
        if edit_session is not None and edit_session.objects.get(objekt_id) is not None:
            self.do(lambda: set_values(edit_session, objekt_id, values))

    def do(self, call: Callable[[], object]) -> bool:
        """Do it, and draw the map anew."""
        done = self.attempt(call)
        if done:
            self._refresh()
        return done

    def attempt(self, call: Callable[[], object]) -> bool:
        """Do it; what does not work is told in a sentence."""
        try:
            call()
        except StrukturbildError as error:
            self.messages.warn(str(error))
            return False
        return True

    def undo(self) -> None:
        """Undo the last thing done, whichever layers it was in."""
        if self.edit_session is not None and self.edit_session.can_undo() and self._nothing_forbids():
            self.edit_session.undo()
            self._refresh()

    def redo(self) -> None:
        """Do it again."""
        if self.edit_session is not None and self.edit_session.can_redo() and self._nothing_forbids():
            self.edit_session.redo()
            self._refresh()

    def shown_codes(self) -> set[str]:
        """The layers of the strukturbild that the map shows."""
        session, shown = self.edit_session, self.iface.mapCanvas().layers()
        return {code for code, layer in session.layers.items() if layer in shown} if session is not None else set()

    def _nothing_forbids(self) -> bool:
        return all(self.attempt(ask) for ask in self.before_edit)

    def _may_draw(self) -> bool:
        """Whether there is something to draw in, ready for it; if not, the user has been told."""
        if self.edit_session is None and self.blocked_reason:
            self.messages.warn(self.blocked_reason)
        return self.edit_session is not None and self.attempt(self.edit_session.start)

    def _hold(self, tool: HeldTool, draw_mode: DrawMode | None = None, hint: str = "") -> None:
        canvas = self.iface.mapCanvas()
        self._taking = True
        try:
            if canvas.mapTool() is tool:
                canvas.unsetMapTool(tool)
            tool.drop()
            tool.draw_mode, tool.hint = draw_mode, hint or (hint_of(draw_mode) if draw_mode is not None else "")
            canvas.setMapTool(tool)
        finally:
            self._taking = False
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()
        self._tidy.start()

    def _map_tool_set(self, *_: object) -> None:
        """The map holds another tool; QGIS or another plugin may have put back one of ours."""
        none_left = self.iface.mapCanvas().mapTool() is None and self.edit_session is not None
        if self._taking or (self.current_tool is None and self._told_of is None and not none_left):
            return
        self._tell()
        self._soon.start()  # not while the map is changing tools
        self._tidy.start()

    def _drop_half_drawn(self) -> None:
        """What was begun with a tool that is no longer held would lie on the map with nobody to end it."""
        if self.edit_session is not None:
            for tool in self._tools.values():
                if tool is not self.current_tool:
                    tool.drop()

    def _put_right(self) -> None:
        """A tool that was put back and belongs to something that is over gives way; a map without any rests."""
        held = self.current_tool
        if self.edit_session is None:
            self.unset_tool()
        elif held is not None and held.draw_mode is None and not held.is_select_tool:
            self.use_select_tool()
        elif self.iface.mapCanvas().mapTool() is None:
            self.use_select_tool()
            if self.current_tool is None:  # the layers can't be edited
                self.iface.actionPan().trigger()

    def _tell(self) -> None:
        self._told_of, draw_mode = self.current_tool, self.draw_mode
        if draw_mode is not None and draw_mode.snaps() and self.opened is not None:
            self.snapping.enable(self.opened.layers())
        else:
            self.snapping.restore()
        self.draw_mode_changed.emit(draw_mode)
        self.changed.emit()
        self.tool_changed.emit()

    def _refresh(self) -> None:
        for layer in self.edit_session.layers.values() if self.edit_session is not None else ():
            layer.triggerRepaint()
