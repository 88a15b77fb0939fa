"""Saves the open strukturbild by itself at the end of each gesture. Off unless the setting says so.

Never while a mouse button is held or an edit command is open, and never waiting for another program: then it tries
again a little later. On a network share or in a synchronised folder only when nothing has been drawn for a while: such
places are slow and copy files in the middle of a write.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, QTime, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...drawing.session.layer_watcher import LayerSubscription
from ...errors import StrukturbildError
from ...store.gpkg.file_copy import warning_about
from ...store.gpkg.write_lock import is_locked, make_whole
from .. import settings
from ..guarded import guarded
from .session import Session

SOON_MS, FIRST_RETRY_MS, MAX_RETRY_MS = 0, 1_000, 30_000
REST_MS = 60_000
"""So long nothing is done before a strukturbild on a network share or in a synchronised folder is saved."""


@guarded
class SaveController(QObject):
    """Listens to the undo stacks of the open strukturbild, and saves all its layers when one has moved."""

    saved = pyqtSignal(str)
    """Everything is in the file, since this time of day (14.32)."""

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        buttons: Callable[[], Qt.MouseButtons] = QApplication.mouseButtons,
        outside: Callable[[Path], str] = warning_about,
    ) -> None:
        """`buttons`: the mouse buttons that are held. `outside`: why a file lies where it is slow to save, or ''."""
        super().__init__(parent)
        self._session, self._buttons, self._outside = session, buttons, outside
        self._subscription = LayerSubscription(())
        self._retry_ms, self._told = FIRST_RETRY_MS, ""
        self._whole = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(guarded(self.save_now))
        session.opened_changed.connect(guarded(self._follow))
        session.layers_changed.connect(guarded(self._follow))

    def close(self) -> None:
        """The plugin is switched off."""
        self._timer.stop()
        self._subscription.close()

    def wait_ms(self) -> int:
        """How long after a gesture it is saved."""
        opened = self._session.opened
        return REST_MS if opened is not None and self._outside(opened.path) else SOON_MS

    def save_now(self) -> bool:
        """Save if nothing stands in the way; whether everything is in the file. Else it is tried again."""
        opened = self._session.opened
        if opened is None or (not opened.unsaved() and self._whole):
            return True
        if self._in_the_middle() or is_locked(opened.path):
            return self._later()
        try:
            if opened.unsaved():
                opened.save()
        except StrukturbildError as error:
            if str(error) != self._told:  # once: it is tried again and again
                self._told = str(error)
                self._session.messages.warn(self._told)
            return self._later()
        self._told = ""
        self._whole = make_whole(opened.path)
        if not self._whole:
            self._later()
        else:
            self._retry_ms = FIRST_RETRY_MS
        self.saved.emit(QTime.currentTime().toString("HH.mm"))
        self._session.content_changed.emit()
        return True

    def _follow(self) -> None:
        self._timer.stop()
        self._subscription.close()
        self._retry_ms, self._told, self._whole = FIRST_RETRY_MS, "", True
        opened = self._session.opened
        if opened is not None and settings.saves_at_once():
            self._subscription = LayerSubscription(opened.layers(), undo_index_changed=guarded(self._stepped))

    def _stepped(self, _code: str, _place: int) -> None:
        self._timer.start(self.wait_ms())

    def _later(self) -> bool:
        self._timer.start(self._retry_ms)
        self._retry_ms = min(self._retry_ms * 2, MAX_RETRY_MS)
        return False

    def _in_the_middle(self) -> bool:
        opened = self._session.opened
        layers = opened.layers() if opened is not None else ()
        return self._buttons() != Qt.MouseButton.NoButton or any(layer.isEditCommandActive() for layer in layers)
