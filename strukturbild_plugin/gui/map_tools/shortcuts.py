"""The keys of the drawing room: undo and redo across layers, next of the same, a number for each tile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtBoundSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...drawing.session.edit_session import EditSession
from .draw_mode import DrawMode
from .object_actions import ActionHost

PANEL = "StrukturbildPanel"


class ShortcutHost(ActionHost, Protocol):
    """What the keys do."""

    number_pressed: pyqtBoundSignal
    last_armed: DrawMode | None

    def pointing(self) -> bool: ...

    def arm_same(self) -> None: ...

    def redo(self) -> None: ...


class Shortcuts(QObject):
    """Listens on the window and the map. A text that is being written keeps its own keys: they never come here."""

    def __init__(self, studio: ShortcutHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._watched = (studio.iface.mainWindow(), studio.iface.mapCanvas())
        for one in self._watched:
            one.installEventFilter(self)

    def close(self) -> None:
        """Listen no more."""
        for one in self._watched:
            one.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """QGIS has shortcuts of its own on some of these keys: they are ours while there is something of ours to do."""
        desk = self._studio.desk
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or desk is None:
            return False
        call = self._meant(event, desk, watched is self._studio.iface.mapCanvas() or self._in_dock())
        if call is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            call()
        return True

    def _meant(self, event: QKeyEvent, desk: EditSession, at_work: bool) -> Callable[[], None] | None:
        studio = self._studio
        if event.matches(QKeySequence.StandardKey.Undo) and desk.can_undo():
            return studio.undo
        if event.matches(QKeySequence.StandardKey.Redo) and desk.can_redo():
            return studio.redo
        if not at_work:
            return None
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_D and (studio.last_armed is not None or studio.choice.ids):
            return studio.arm_same
        if event.key() == Qt.Key.Key_Delete and studio.choice.ids and studio.pointing():
            return studio.acts.remove
        number = event.key() - Qt.Key.Key_0
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and 1 <= number <= 9:
            return lambda: studio.number_pressed.emit(number)
        return None

    def _in_dock(self) -> bool:
        """Whether the dock has the keys."""
        at: QWidget | None = QApplication.focusWidget()
        while at is not None and at.objectName() != PANEL:
            at = at.parentWidget()
        return at is not None
