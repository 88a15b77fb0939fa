"""Asked before one of QGIS's own actions runs: by key, in a menu, or by its button. QGIS's slots stay connected.

Qt calls a signal's slots in the order in which they were connected, and QGIS's came first. What starts an action is an
event, though, and a filter sees it before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar, QToolButton

from ...compat import event_place, widgets_of
from ..guarded import guarded

Before = Callable[[], bool]
"""Whether QGIS is to go on with its action."""
_PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@guarded
class ActionFilter(QObject):
    """On from when it is made until it is closed. `before`: QGIS's actions, and what is asked."""

    def __init__(self, before: Mapping[QAction, Before], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = dict(before)
        self._watched: list[QObject] = []
        self._buttons: dict[QObject, QAction] = {}
        for action in self._before:
            self._watch(action)
            for widget in widgets_of(action):
                if isinstance(widget, QMenu):
                    self._watch(widget)
                elif isinstance(widget, QToolBar):
                    button = widget.widgetForAction(action)
                    if isinstance(button, QToolButton):
                        self._buttons[button] = action
                        self._watch(button)

    def close(self) -> None:
        """Ask no more."""
        for one in self._watched:
            if not sip.isdeleted(one):
                one.removeEventFilter(self)
        self._watched, self._buttons = [], {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True stops what would have started the action."""
        action = self._started(watched, event)
        if action is None or not action.isEnabled() or self._before[action]():
            return False
        if isinstance(watched, QMenu):
            watched.close()
            top = watched.parent()
            while isinstance(top, QMenu):
                top.close()
                top = top.parent()
        elif isinstance(watched, QToolButton):
            watched.setDown(False)
        return True

    def _watch(self, one: QObject) -> None:
        if one not in self._watched:
            one.installEventFilter(self)
            self._watched.append(one)

    def _started(self, watched: QObject, event: QEvent) -> QAction | None:
        """The action that this event would start."""
        kind = event.type()
        if isinstance(watched, QAction):
            return watched if kind == QEvent.Type.Shortcut and watched in self._before else None
        if isinstance(watched, QMenu):
            found = _chosen(watched, event)
            return found if found in self._before else None
        action = self._buttons.get(watched)
        if action is None or not isinstance(watched, QToolButton):
            return None
        if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            inside = watched.rect().contains(event_place(event).toPoint())
            return action if left and watched.isDown() and inside else None
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return action if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() else None
        return None


def _chosen(menu: QMenu, event: QEvent) -> QAction | None:
    """What this event chooses in a menu."""
    if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
        return menu.actionAt(event_place(event).toPoint())
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return None
    if event.key() in _PRESS_KEYS:
        return menu.activeAction()
    return _by_letter(menu.actions(), event.text())


def _by_letter(actions: Iterable[QAction], letter: str) -> QAction | None:
    """The only one with this letter underlined; of several, Qt only goes to the next."""
    if not letter.strip():
        return None
    wanted = QKeySequence.mnemonic(f"&{letter}")
    found = [one for one in actions if one.isVisible() and QKeySequence.mnemonic(one.text()) == wanted]
    return found[0] if len(found) == 1 and found[0].menu() is None else None
