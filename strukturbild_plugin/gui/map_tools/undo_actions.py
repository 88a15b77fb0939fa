"""QGIS's own Undo and Redo, in its toolbar and menu: enabled when Ctrl+Z does something, and they do the same.

QGIS enables them by the undo stack of the active layer alone, and a strukturbild's last step may be in another. Its
slots stay connected; what it sets is put right when it has set it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtBoundSignal
from qgis.PyQt.QtWidgets import QAction

from ...drawing.session.edit_session import EditSession
from ..guarded import guarded
from ..saving.action_filter import ActionFilter

UNDO, REDO = "undo", "redo"
_ACTIONS = {UNDO: "mActionUndo", REDO: "mActionRedo"}
"""QGIS's names of them."""
_CAN = {UNDO: "canUndo", REDO: "canRedo"}


class UndoHost(Protocol):
    """Steps back and forward in the open strukturbild."""

    iface: QgisInterface
    edit_session: EditSession | None
    changed: pyqtBoundSignal
    tool_changed: pyqtBoundSignal

    def undo(self) -> None: ...

    def redo(self) -> None: ...


def meant(host: UndoHost, way: str) -> Callable[[], None] | None:
    """What "undo" or "redo" (`way`) does now; None when it is QGIS's to do, or there is nothing of ours to do.

    It is QGIS's when the active layer is the user's own, and has something to undo or do again.
    """
    edit_session = host.edit_session
    if edit_session is None or not (edit_session.can_undo() if way == UNDO else edit_session.can_redo()):
        return None
    layer = host.iface.activeLayer()
    if layer not in edit_session.layers.values() and _layer_can(host.iface, way):
        return None
    return host.undo if way == UNDO else host.redo


def _layer_can(iface: QgisInterface, way: str) -> bool:
    """Whether the active layer has something to undo or do again: what QGIS goes by."""
    layer = iface.activeLayer()
    return bool(isinstance(layer, QgsVectorLayer) and layer.isEditable() and getattr(layer.undoStack(), _CAN[way])())


@guarded
class UndoActions(QObject):
    """On from when it is made until it is closed."""

    def __init__(self, host: UndoHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host, window = host, host.iface.mainWindow()
        found = {way: window.findChild(QAction, name) for way, name in _ACTIONS.items()}
        self._actions: dict[str, QAction] = {way: action for way, action in found.items() if action is not None}
        before = {action: partial(self._leave_to_qgis, way) for way, action in self._actions.items()}
        self._filter = ActionFilter(before, self)
        for signal in self._signals():
            signal.connect(guarded(self._put_right))

    def close(self) -> None:
        """They are QGIS's again."""
        for signal in self._signals():
            signal.disconnect(guarded(self._put_right))
        self._filter.close()
        for way, action in self._actions.items():
            if not sip.isdeleted(action):
                action.setEnabled(_layer_can(self._host.iface, way))
        self._actions = {}

    def _signals(self) -> tuple[pyqtBoundSignal, ...]:
        ours = (self._host.changed, self._host.tool_changed)
        return (*ours, *(action.changed for action in self._actions.values() if not sip.isdeleted(action)))

    def _put_right(self) -> None:
        """Something was done, or QGIS has enabled or disabled them."""
        for way, action in self._actions.items():
            can = meant(self._host, way) is not None or _layer_can(self._host.iface, way)
            if action.isEnabled() != can:
                action.setEnabled(can)

    def _leave_to_qgis(self, way: str) -> bool:
        call = meant(self._host, way)
        if call is None:
            return True
        call()
        return False
