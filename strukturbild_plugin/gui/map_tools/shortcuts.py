"""The keys of the drawing room: undo and redo across layers, next of the same, a number for each tile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtBoundSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ..guarded import guarded
from .base_tool import HeldTool
from .draw_mode import DrawMode
from .object_actions import ActionHost
from .undo_actions import REDO, UNDO, UndoActions, UndoHost, meant

PANEL = "StrukturbildPanel"


class ShortcutHost(ActionHost, UndoHost, Protocol):
    """What the keys do."""

    number_pressed: pyqtBoundSignal
    last_draw_mode: DrawMode | None

    @property
    def current_tool(self) -> HeldTool | None: ...

    def select_tool_active(self) -> bool: ...

    def repeat_draw_mode(self) -> None: ...

    def parent(self) -> QObject | None: ...


@guarded
class Shortcuts(QObject):
    """Listens on the window, the map and the dock, whose keys do not reach the window when it floats.

    A text that is being written keeps its own keys: they never come here.
    """

    def __init__(self, tools: ShortcutHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        dock = tools.parent()
        docks = (dock,) if isinstance(dock, QWidget) else ()
        self._watched: tuple[QWidget, ...] = (tools.iface.mainWindow(), tools.iface.mapCanvas(), *docks)
        for one in self._watched:
            one.installEventFilter(self)
        self._undo_actions = UndoActions(tools, self)

    def close(self) -> None:
        """Listen no more."""
        for one in self._watched:
            if not sip.isdeleted(one):
                one.removeEventFilter(self)
        self._undo_actions.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """QGIS has shortcuts of its own on some of these keys: they are ours while there is something of ours to do."""
        edit_session = self._tools.edit_session
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or edit_session is None:
            return False
        call = self._meant(event, watched is self._tools.iface.mapCanvas() or self._in_dock())
        if call is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            call()
        return True

    def _meant(self, event: QKeyEvent, at_work: bool) -> Callable[[], None] | None:
        tools = self._tools
        for key, way in ((QKeySequence.StandardKey.Undo, UNDO), (QKeySequence.StandardKey.Redo, REDO)):
            call = meant(tools, way) if event.matches(key) else None
            if call is not None:
                return call
        tool = tools.current_tool
        if event.key() == Qt.Key.Key_Escape and not tools.iface.mapCanvas().hasFocus() and tool is not None:
            return partial(tool.keyPressEvent, event)  # the tool on the map is put down, wherever the keys went
        if not at_work:
            return None
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_R and (tools.last_draw_mode is not None or tools.selection.ids):
            return tools.repeat_draw_mode
        if event.key() == Qt.Key.Key_Delete and tools.selection.ids and tools.select_tool_active():
            return tools.actions.remove
        number = event.key() - Qt.Key.Key_0
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and 1 <= number <= 9:
            return lambda: tools.number_pressed.emit(number)
        return None

    def _in_dock(self) -> bool:
        """Whether the dock has the keys."""
        at: QWidget | None = QApplication.focusWidget()
        while at is not None and at.objectName() != PANEL:
            at = at.parentWidget()
        return at is not None
