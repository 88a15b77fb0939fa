"""The keys of linking, on the map and on what of the page has no text: before QGIS's own shortcuts on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QWidget

from ..guarded import guarded

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
_WITHOUT_CONTROL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class KeyReceiver(Protocol):
    """What the keys do."""

    def finish(self) -> None: ...

    def unlink(self) -> None: ...

    def step_contribution(self, by: int) -> None: ...

    def number_pressed(self, number: int) -> None: ...

    def begin_reason(self, text: str) -> None: ...


@guarded
class GoalLinkKeys(QObject):
    """Listens to `widgets` while `active()`."""

    def __init__(
        self,
        receiver: KeyReceiver,
        widgets: Iterable[QWidget],
        active: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._receiver, self._widgets, self._active = receiver, tuple(widgets), active
        for each in self._widgets:
            each.installEventFilter(self)

    def close(self) -> None:
        """Listen no more."""
        for each in self._widgets:
            if not sip.isdeleted(each):
                each.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not self._active():
            return False
        call = self._meant(event)
        if call is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            call()
        return True

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, text, to = event.key(), event.text(), self._receiver
        if event.modifiers() & ~_WITHOUT_CONTROL:
            return None
        if key in _ENTER:
            return to.finish
        if key == Qt.Key.Key_Delete:
            return to.unlink
        if key in _STEPS:
            return lambda: to.step_contribution(_STEPS[key])
        if len(text) == 1 and text in "123456789":
            return lambda: to.number_pressed(int(text))
        return (lambda: to.begin_reason(text)) if text.isalpha() else None
