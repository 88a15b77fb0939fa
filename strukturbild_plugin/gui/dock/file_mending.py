"""What the button does when the open file was moved, deleted, replaced or locked, or others wrote what was drawn here.

What is not saved is handed over to a copy first, and laid back once the file is open again: nothing is lost whatever
goes wrong in between.
"""

from __future__ import annotations

import contextlib
import html
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...errors import StoreError
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.error_messages import explained
from ...store.gpkg.file_copy import discard, refuse_existing, replace_atomically
from ...store.gpkg.held_content import pages_beside, save_held, sides_of_ours
from ...store.gpkg.held_file import AWAY, FileState
from .. import settings
from ..disk_answers import ask, is_folder, is_there
from ..file_state.file_state_texts import state_button
from ..file_state.file_watcher import FileWatcher
from ..guarded import guarded
from ..recovery.recovery_controller import RecoveryController
from ..session.session import FIRST_VIEW_MS, Session
from ..widgets.busy_cursor import waiting

PLACES = ("steg", "bild")
"""Where one was in the strukturbild, which is kept by its path."""


@guarded
class FileMending(QObject):
    """The notice of the open file's state. `window`: over which a place for a new file is asked for."""

    changed = pyqtSignal()

    def __init__(
        self,
        watcher: FileWatcher,
        session: Session,
        recovery: RecoveryController,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watcher, self._session, self._recovery, self._window = watcher, session, recovery, window
        self._view: Any = None
        """What the map showed of what was left to be opened anew, and in which coordinate system."""
        self._state = watcher.state
        self._show_soon = QTimer(self)  # gone with this: a window that closes meanwhile shows nothing
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(2 * FIRST_VIEW_MS)
        self._show_soon.timeout.connect(guarded(self._show_view))
        watcher.changed.connect(guarded(self._state_changed))
        watcher.changed.connect(guarded(self.changed))
        session.opened_changed.connect(guarded(self._show_same))

    def sentence(self) -> str:
        """What is wrong; '' when nothing is."""
        return self._watcher.sentence()

    def button(self) -> str:
        """What mends it."""
        opened, look = self._session.opened, self._watcher.look
        text = state_button(look, opened.path) if opened is not None and look is not None else ""
        return text or tr("Hämta deras ändringar")

    def act(self) -> None:
        """Mend it. What cannot be done is told in a sentence, and all is as it was."""
        self._watcher.look_now()
        ways: dict[FileState, Callable[[], None]] = {
            FileState.THERE: self._take_theirs,
            FileState.READ_ONLY: self._copy,
            FileState.MOVED: self._open_moved,
            FileState.DELETED: self._ask_new_file,
            FileState.LOST: self._tell_lost,
            FileState.REPLACED: self._open_replacement,
            FileState.OTHER: self._ask_new_file,
            FileState.OVERWRITTEN: self._open_again,
            FileState.INCOMPLETE: self._open_again,
        }
        try:
            ways[self._watcher.state]()
        except (StoreError, OSError) as error:
            opened = self._session.opened
            self._session.messages.failed(explained(error, opened.path if opened is not None else Path()))

    def save_new_file(self, target: Path) -> None:
        """Save what was open in a new file at `target`, and go on there. Raises StoreError, OSError."""
        opened, identity = self._session.opened, self._watcher.identity
        if opened is None or identity is None:
            return
        path, beside = opened.path, _free_beside(target)
        with waiting():
            save_held(identity, path, beside)
        try:
            self._go_to(target, lambda: _put(beside, target, path))
        finally:
            discard(beside)

    def _open_moved(self) -> None:
        opened, identity, look = self._session.opened, self._watcher.identity, self._watcher.look
        if opened is None or identity is None or look is None:
            return
        path, found = opened.path, look.path
        beside = _free_beside(found)
        whole = not pages_beside(path)
        if not whole:
            save_held(identity, path, beside)

        try:
            self._go_to(found, None if whole else lambda: replace_atomically(beside, found))
        finally:
            discard(beside)

    def _open_replacement(self) -> None:
        """The new one; the one that was open is kept beside it, for what is saved in it may be nowhere else."""
        opened, identity = self._session.opened, self._watcher.identity
        if opened is None or identity is None:
            return
        path = opened.path
        folder = settings.folder_to_write_in(path)
        mine = _free(folder, tr("{name} (min version)").format(name=path.stem))
        with waiting():
            save_held(identity, path, mine)
        self._go_to(path)
        said = tr("Den nya versionen öppnas. Den du hade ligger kvar som {name}.")
        self._session.messages.warn(said.format(name=mine.name))

    def _open_again(self) -> None:
        """What was written over it."""
        opened = self._session.opened
        if opened is not None:
            self._go_to(opened.path)

    def _ask_new_file(self) -> None:
        opened = self._session.opened
        if opened is None:
            return
        place = opened.path
        if self._watcher.state is FileState.OTHER:
            place = _free(place.parent, tr("{name} (min version)").format(name=place.stem))
        if not is_folder(place.parent):
            place = settings.home_folder() / place.name
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, tr("Spara strukturbilden i en ny fil"), str(place), tr("Strukturbild (*.gpkg)")
        )
        if chosen:
            from ...store.create.create import with_ending

            self.save_new_file(with_ending(Path(chosen)))

    def _copy(self) -> None:
        """A copy in the same folder, or where new ones go when nothing can be written there."""
        opened = self._session.opened
        if opened is None:
            return
        path = opened.path
        folder = settings.folder_to_write_in(path)
        target = _free(folder, tr("{name} (kopia)").format(name=path.stem))

        def work(feedback: Feedback) -> Path:
            from ...store.create.copy import SAME, copy_strukturbild

            return copy_strukturbild(path, target, SAME, feedback=feedback)

        def done(made: Path) -> None:
            self._go_to(made)
            self._session.messages.well(tr("Kopian ligger i {path}.").format(path=made))

        self._session.runner.start(tr("Sparar {file}").format(file=target.name), work, done)

    def _tell_lost(self) -> None:
        if self._watcher.state is FileState.LOST:
            self._session.messages.warn(self.sentence())

    def _take_theirs(self) -> None:
        """What others wrote is shown; what was drawn here is laid on it, and asked about where both wrote."""
        opened = self._session.opened
        if opened is not None:
            self._recovery.hand_over(opened.path)
            opened.discard()
            self._recovery.follow_again()
            self._session.content_changed.emit()
            self._session.read()

    def _go_to(self, target: Path, put: Callable[[], None] | None = None) -> None:
        """Leave what is open, do `put`, and open `target` with what was not saved."""
        opened, canvas = self._session.opened, self._session.iface.mapCanvas()
        if opened is None:
            return
        self._recovery.hand_over(target)
        sides = sides_of_ours(opened.path) if self._watcher.state in AWAY else []
        view = canvas.extent(), canvas.mapSettings().destinationCrs()
        self._session.close()
        self._unsay(opened.path.name)
        for side in sides:
            side.unlink(missing_ok=True)
        if ask(opened.path, lambda: opened.path.is_file() and not opened.path.stat().st_size, False):
            opened.path.unlink()  # QGIS makes an empty file where it looks for one that is gone
        if put is not None:
            put()
        for what in PLACES:
            settings.remember_place(target, what, settings.place_in(opened.path, what))
        self._view = view
        self._session.open(target)

    def _unsay(self, name: str) -> None:
        """What was said of a file that was not where it was, by us and by QGIS of each layer, is true no more."""
        bar = self._session.iface.messageBar()
        for item in list(bar.items()):
            if name in html.unescape(item.text()):
                bar.popWidget(item)

    def _state_changed(self) -> None:
        before, self._state = self._state, self._watcher.state
        opened = self._session.opened
        if opened is not None and self._state is FileState.THERE and before is not FileState.THERE:
            self._unsay(opened.path.name)

    def _show_same(self) -> None:
        """It is open again: the map shows what it did."""
        if self._view is not None and self._session.opened is not None:
            self._show_soon.start()

    def _show_view(self) -> None:
        view, self._view = self._view, None
        canvas = self._session.iface.mapCanvas()
        if view is not None and not sip.isdeleted(canvas) and canvas.mapSettings().destinationCrs() == view[1]:
            canvas.setExtent(view[0])
            canvas.refresh()


def _put(beside: Path, target: Path, path: Path) -> None:
    """The new file in its place. What SQLite has left of the one at `path` would be taken for a part of it."""
    if target == path:
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_size:
                refuse_existing(path)
        discard(path)
    replace_atomically(beside, target)


def _free_beside(target: Path) -> Path:
    return target.with_name(f".{target.stem[:40]}.{uuid.uuid4().hex[:8]}.ny.gpkg")


def _free(folder: Path, stem: str) -> Path:
    """A name in the folder that nothing has yet: 'Målbild (kopia).gpkg', then 'Målbild (kopia) 2.gpkg'."""
    number = 1
    while is_there(found := folder / (f"{stem}.gpkg" if number == 1 else f"{stem} {number}.gpkg")):
        number += 1
    return found
