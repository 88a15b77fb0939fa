"""Saves the open strukturbild by itself at the end of each gesture, and says in a word whether all of it is saved.

Never while a mouse button is held or an edit command is open, and never waiting for another program: then it tries
again a little later. On a network share or in a synchronised folder only when nothing has been drawn for a while: such
places are slow and copy files in the middle of a write.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, QTime, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...drawing.session.layer_watcher import LayerSubscription
from ...errors import StoreError, StrukturbildError
from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...store.gpkg.error_messages import locked, silent
from ...store.gpkg.file_place import warning_about
from ...store.gpkg.write_lock import is_locked, make_plain, make_whole
from ..disk_answers import ask, responds
from ..guarded import guarded
from ..messages import sentence_of
from ..session.session import Session

SOON_MS, MIDDLE_MS, FIRST_RETRY_MS, MAX_RETRY_MS = 0, 200, 1_000, 30_000
REST_MS = 60_000
"""So long nothing is done before a strukturbild on a network share or in a synchronised folder is saved."""
LEAVE_AGAIN_MS, MAX_LEAVES = 20_000, 6
"""QGIS lets go of the connections to a file a minute after its layers are gone."""
TOLD_AFTER = 3
"""So many tries that another program stands in the way of are not worth a word."""


@dataclass(frozen=True)
class SaveState:
    """`text`: whether all is saved, in a word, or why not. `more`: the reason at length. `button`: '' for none."""

    text: str
    more: str = ""
    button: str = ""

    @property
    def saved(self) -> bool:
        """Whether there is nothing to do."""
        return not self.button


@guarded
class SaveController(QObject):
    """Listens to the undo stacks of the open strukturbild, and saves all its layers when one has moved."""

    state_changed = pyqtSignal()
    """What `state` says is another."""

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        buttons: Callable[[], Qt.MouseButtons] = QApplication.mouseButtons,
        outside: Callable[[Path], str] = lambda path: ask(path, lambda: warning_about(path), ""),
    ) -> None:
        """`buttons`: the mouse buttons that are held. `outside`: why a file lies where it is slow to save, or ''."""
        super().__init__(parent)
        self._session, self._buttons, self._outside = session, buttons, outside
        self._subscription = LayerSubscription(())
        self._place, self._at, self._refused = "", "", ""
        """Why it is slow to save where the file lies, when all was saved, and why it could not be."""
        self._retry_ms, self._tries, self._whole = FIRST_RETRY_MS, 0, True
        self._opened_path: Path | None = None
        self._left: dict[Path, int] = {}
        """Files that were left, and how many times they have been asked to be made plain."""
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(guarded(self.make_left_plain))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(guarded(self.save_now))
        session.opened_changed.connect(guarded(self._follow))
        session.layers_changed.connect(guarded(self._follow))
        session.saved.connect(guarded(self._note_saved))

    def close(self) -> None:
        """The plugin is switched off."""
        self._timer.stop()
        self._leaving.stop()
        self.make_left_plain()
        self._leaving.stop()
        self._subscription.close()
        for changed in (self._session.opened_changed, self._session.layers_changed):
            changed.disconnect(guarded(self._follow))
        self._session.saved.disconnect(guarded(self._note_saved))

    def state(self) -> SaveState:
        """Whether all is saved."""
        opened = self._session.opened
        if opened is None or not opened.unsaved():
            return SaveState(button_texts.saved(self._at) if self._at else tr("Allt är sparat."))
        names = "\n".join(layer.name() for layer in opened.unsaved())
        if self._refused:
            return SaveState(tr("Inte sparat."), f"{self._refused}\n\n{names}", tr("Försök igen"))
        if self._tries >= TOLD_AFTER:
            text = tr("Inte sparat än: filen används av ett annat program.")
            return SaveState(text, tr("Det sparas så snart filen är ledig.") + f"\n\n{names}", tr("Försök igen"))
        if self._place:
            text = tr("Sparas när du har vilat en minut.")
            return SaveState(text, f"{self._place}\n\n{names}", tr("Spara nu"))
        return SaveState(tr("Sparar…"), names, tr("Spara nu"))

    def wait_ms(self) -> int:
        """How long after a gesture it is saved."""
        return REST_MS if self._place else SOON_MS

    def save_now(self) -> bool:
        """Save if nothing stands in the way; whether everything is in the file. Else it is tried again."""
        opened = self._session.opened
        if opened is None:
            return True
        if not opened.unsaved():  # undone, or saved on demand
            self._end_trouble()
            return self._whole or self._make_whole(opened.path)
        if self._in_the_middle():
            self._timer.start(MIDDLE_MS)
            return False
        try:
            if not responds(opened.path):
                raise StoreError(silent(opened.path))
            if is_locked(opened.path):
                return self._wait_for_other()
            opened.save()
        except StrukturbildError as error:
            refused = str(error)
            if refused == locked(opened.path):  # it began to write between the look and the save
                return self._wait_for_other()
            if refused != self._refused:  # once: it is tried again and again
                self._refused = refused
                self._session.messages.warn(refused)
            return self._later()
        except Exception as error:  # a fault of ours: the guard tells of it, and nothing here says that it is saved
            self._refused = sentence_of(error)
            self._later()
            raise
        self._session.saved.emit()
        return self._make_whole(opened.path)

    def _make_whole(self, path: Path) -> bool:
        """Everything is saved; what lies beside the file is brought into it now, or when nobody reads any more."""
        self._whole = make_whole(path)
        if not self._whole:
            self._later()
        return True

    def _note_saved(self) -> None:
        """By itself or on demand."""
        self._timer.stop()
        self._end_trouble()
        self._retry_ms = FIRST_RETRY_MS
        self._at = QTime.currentTime().toString("HH.mm")
        self.state_changed.emit()

    def _end_trouble(self) -> None:
        """What stood in the way does so no more."""
        if self._tries or self._refused:
            self._refused, self._tries, self._retry_ms = "", 0, FIRST_RETRY_MS
            self.state_changed.emit()

    def _wait_for_other(self) -> bool:
        self._refused, self._tries = "", self._tries + 1
        return self._later()

    def make_left_plain(self) -> None:
        """Files that were left do not say that they are open, as soon as QGIS has let go of them."""
        if self._session.runner.busy:  # it may be replacing one of them, and take this for a layer that writes in it
            self._leaving.start(MIDDLE_MS)
            return
        for path, tries in list(self._left.items()):
            if (responds(path) and make_plain(path)) or tries + 1 >= MAX_LEAVES:
                del self._left[path]
            else:
                self._left[path] = tries + 1
        if self._left:
            self._leaving.start(LEAVE_AGAIN_MS)

    def _note_left(self, now: Path | None) -> None:
        if self._opened_path is not None and self._opened_path != now:
            self._left[self._opened_path] = 0
            self._leaving.start(MIDDLE_MS)
        if now is not None:
            self._left.pop(now, None)
        self._opened_path = now

    def _follow(self) -> None:
        self._timer.stop()
        self._subscription.close()
        opened = self._session.opened
        self._note_left(opened.path if opened is not None else None)
        self._place, self._at, self._refused = self._outside(opened.path) if opened is not None else "", "", ""
        self._retry_ms, self._tries, self._whole = FIRST_RETRY_MS, 0, True
        layers = opened.layers() if opened is not None else ()
        self._subscription = LayerSubscription(layers, undo_index_changed=guarded(self._stepped))
        if opened is not None and opened.unsaved():  # taken up with edits in them
            self._timer.start(self.wait_ms())
        self.state_changed.emit()

    def _stepped(self, _code: str, _place: int) -> None:
        opened = self._session.opened
        waits = self._timer.isActive() and (self._tries or self._refused)
        if waits and opened is not None and opened.unsaved():  # it is tried again in its own time
            self.state_changed.emit()
        else:
            self._timer.start(self.wait_ms())
            if self._place:
                self.state_changed.emit()

    def _later(self) -> bool:
        self._timer.start(self._retry_ms)
        self._retry_ms = min(self._retry_ms * 2, MAX_RETRY_MS)
        self.state_changed.emit()
        return False

    def _in_the_middle(self) -> bool:
        opened = self._session.opened
        layers = opened.layers() if opened is not None else ()
        return self._buttons() != Qt.MouseButton.NoButton or any(layer.isEditCommandActive() for layer in layers)
