"""What the dock can do: create, open, save, check, export, verify. Long work in tasks, layers on the main thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...errors import StrukturbildError
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..guarded import guarded
from ..map_coordinates import zoom_to
from ..messages import Messages
from .deferred_redraw import DeferredRedraw
from .held_connections import HeldConnections
from .layer_styler import tell_once
from .live_checks import LiveChecks, LiveState
from .open_document import (
    OpenDocument,
    adopted,
    in_project,
    put_base_map,
    put_in_project,
    take_out_of_project,
)
from .openable_file import OpenableFile, make_ready
from .refused_file import tell_refused
from .task_runner import BackgroundTask, TaskRunner

CHANGES_SETTLE_MS = 300
FIRST_VIEW_MS = 250
_AIR = 1.14
"""How much wider than the area the first view is: names by its edge have room."""


@dataclass(frozen=True)
class CheckResult:
    """One reading of the strukturbild and what the rules said of it."""

    snapshot: Snapshot
    findings: tuple[Any, ...]


@guarded
class Session(QObject):
    """The open strukturbild and what is done with it; the dock shows what it tells."""

    opened_changed = pyqtSignal()
    layers_changed = pyqtSignal()
    """The same strukturbild, with other layers of it in the project."""
    content_changed = pyqtSignal()
    """Something was drawn, saved or thrown away."""
    saved = pyqtSignal()
    """Everything was saved, by itself or on demand."""
    snapshot_read = pyqtSignal(object)
    checked = pyqtSignal(object)
    check_running = pyqtSignal(bool)
    about_to_save = pyqtSignal()
    """What stands half-written in a form is to be written now."""
    live_read = pyqtSignal(object)
    """What is drawn now, checked and measured (live_checks.LiveState)."""

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.iface = iface
        self.messages = Messages(iface)
        self.runner = TaskRunner(self.messages.failed)
        self.opened: OpenDocument | None = None
        self.snapshot: Snapshot | None = None
        self.why_not_saved = ""
        self.live = LiveChecks(self.messages.failed, settings.language(), self)
        self.live.was_read.connect(guarded(self._know_live))
        self._redraw = DeferredRedraw(iface, self._layers, self)
        self.connections = HeldConnections(iface.mapCanvas(), self._layers, self)
        self._reread, self._settle = QTimer(self), QTimer(self)
        for timer in (self._reread, self._settle):
            timer.setSingleShot(True)
            timer.setInterval(CHANGES_SETTLE_MS)
        self._reread.timeout.connect(guarded(self.read))
        self._settle.timeout.connect(guarded(self.content_changed))
        self.content_changed.connect(guarded(self.live.start))
        self.saved.connect(guarded(self._something_changed))
        self.opened_changed.connect(guarded(self._follow))
        project = QgsProject.instance()
        project.readProject.connect(guarded(self.adopt_project))
        project.cleared.connect(guarded(self._project_cleared))

    def close_down(self) -> None:
        """The plugin is switched off: stop what runs, listen no more; the layers stay in the project."""
        project = QgsProject.instance()
        project.readProject.disconnect(guarded(self.adopt_project))
        project.cleared.disconnect(guarded(self._project_cleared))
        self._settle.stop()
        self._reread.stop()
        self._listen(False)
        self.connections.close()
        self.runner.close()

    def create(self, path: Path, request: Any, overwrite: bool) -> BackgroundTask:
        """Make a new strukturbild and open it."""
        profile = settings.chosen(settings.PROFILE)
        notices: list[str] = []

        def work(feedback: Feedback) -> Path:
            from ...store.create.create import create
            from ...store.styling.custom_styles import add_profile

            made = create(path, request, feedback, overwrite=overwrite)
            try:
                notices.extend(add_profile(made, Path(profile), settings.author(), instead=False) if profile else ())
            except StrukturbildError as error:  # the strukturbild is there, and can be drawn in without it
                notices.append(tr("Regionens profil är inte inläst. {why}").format(why=error))
            return made

        def done(made: Path) -> None:
            first = tr("Regionens profil kunde inte användas helt som den är tänkt ({count} saker).")
            tell_once(self.messages, made, "profil", first, notices)
            self.open(made)

        return self.runner.start(tr("Skapar {title}").format(title=request.titel), work, done)

    def create_example(self, path: Path) -> BackgroundTask:
        """Make the worked example at `path` and open it."""

        def work(feedback: Feedback) -> Path:
            from ...store.examples.example import create_example, examples

            return create_example(examples()[0][0], path, feedback)

        return self.runner.start(tr("Skapar exemplet"), work, self.open)

    def open(self, path: Path) -> BackgroundTask:
        """Open a strukturbild: looked over and repaired in a task, its layers loaded here; asks before an upgrade."""
        title, done = tr("Öppnar {file}").format(file=path.name), partial(self._load, path)
        return self.runner.start(title, lambda _feedback: make_ready(path), done, self._not_opened)

    def open_clean_copy(self, path: Path) -> BackgroundTask:
        """Make a copy of a file that cannot be used as it is, without what is foreign in it, and open that."""
        folder = settings.folder_to_write_in(path)

        def work(feedback: Feedback) -> Any:
            from ...store.create.clean_copy import clean_name, make_clean_copy

            return make_clean_copy(path, clean_name(path, folder), feedback)

        def done(made: Any) -> None:
            where = tr("Den rensade kopian ligger i {path}.").format(path=made.path)
            self.messages.warn(tr("Den rensade kopian är klar och öppnas."), (where, *made.sentences()))
            self.open(made.path)

        return self.runner.start(tr("Gör en rensad kopia av {file}").format(file=path.name), work, done)

    def _not_opened(self, error: Exception, details: str) -> None:
        tell_refused(self, error, details)

    def save(self) -> bool:
        """Write the edits to the file; False when a layer refused (and the message bar says why)."""
        saved = self.save_quietly()
        if not saved:
            self.messages.failed(StrukturbildError(self.why_not_saved))
        return saved

    def save_quietly(self) -> bool:
        """Write the edits to the file, what stands half-written in a form too; False when a layer refused.

        `why_not_saved` says why; the edits are kept.
        """
        self.why_not_saved = ""
        if self.opened is None:
            return True
        self.about_to_save.emit()
        if not self.opened.unsaved():
            return True
        try:
            self.opened.save()
        except StrukturbildError as error:
            self.why_not_saved = str(error)
            return False
        self.saved.emit()
        return True

    def close(self) -> None:
        """Take the strukturbild out of the project; edits not saved are thrown away."""
        if self.opened is not None:
            self._listen(False)
            self.opened.discard()
            self.opened = None  # what is taken out now is not missing
            take_out_of_project(QgsProject.instance())
            self.opened_changed.emit()

    def replace_document(self, opened: OpenDocument) -> None:
        """The same strukturbild; layers that were missing are there again."""
        self._listen(False)
        self.opened = opened
        self._listen(True)
        self.layers_changed.emit()
        self.read()

    def read(self) -> None:
        """Read the file again, for counts and editions."""
        opened = self.opened
        if opened is None or opened.guard.away:
            return

        def work(_feedback: Feedback) -> Snapshot:
            from ...store.gpkg.snapshot import read_snapshot

            return read_snapshot(opened.path)

        title = tr("Läser {file}").format(file=opened.path.name)
        self.runner.start(title, work, lambda snapshot: self._set_snapshot(opened, snapshot))

    def check(self) -> None:
        """Run all rules on what is saved."""
        opened = self.opened
        if opened is None:
            return

        def work(_feedback: Feedback) -> CheckResult:
            from ...checks.run import check
            from ...store.gpkg.snapshot import read_snapshot

            snapshot = read_snapshot(opened.path)
            return CheckResult(snapshot, tuple(check(snapshot)))

        def done(checked: CheckResult) -> None:
            self.check_running.emit(False)
            self._set_snapshot(opened, checked.snapshot)
            self.checked.emit(checked.findings)

        def failed(error: Exception, details: str) -> None:
            self.check_running.emit(False)
            self.messages.failed(error, details)

        self.check_running.emit(True)
        self.runner.start(tr("Granskar {title}").format(title=opened.head.titel), work, done, failed)

    def export(
        self,
        request: Any,
        done: Callable[[Any], None],
        failed: Callable[[Exception, str], None],
        progress: Callable[[float], None],
    ) -> BackgroundTask | None:
        """Make an edition of what is saved."""
        opened = self.opened
        if opened is None:
            return None

        def work(feedback: Feedback) -> Any:
            from ...export.edition.edition import export

            return export(opened.path, request, feedback, run_on_main=self.runner.on_main)

        title = tr("Gör utgåva av {title}").format(title=opened.head.titel)
        return self.runner.start(title, work, done, failed, progress)

    def verify(self, folder: Path, done: Callable[[Any], None]) -> BackgroundTask:
        """Compare the files of an edition."""

        def work(_feedback: Feedback) -> Any:
            from ...export.edition.verify import verify

            return verify(folder)

        return self.runner.start(tr("Verifierar {folder}").format(folder=folder.name), work, done)

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """The file as it was read."""
        if self.opened is not None:
            self._set_snapshot(self.opened, snapshot)

    def _set_snapshot(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        if opened is self.opened:
            self.update_snapshot(snapshot)
            self.snapshot_read.emit(snapshot)

    def update_snapshot(self, snapshot: Snapshot) -> None:
        """What is open is ahead of the file in this: let what reads the open layers know."""
        if self.opened is not None:
            self.snapshot = snapshot
            self.live.follow(self.opened, snapshot)

    def _know_live(self, live: LiveState) -> None:
        """What is drawn is what the file has, once it is saved: it need not be read again."""
        if self.opened is not None and self.snapshot is not None and not self.opened.unsaved():
            self.snapshot = live.snapshot
        self.live_read.emit(live)

    def _follow(self) -> None:
        """Another strukturbild, or none: nothing is known of it until it is read."""
        self.snapshot = None
        self.live.follow(self.opened, None)

    def _load(self, path: Path, ready: OpenableFile) -> None:
        """On the main thread: layers into the project, and the canvas to the area."""
        self._listen(False)
        self.opened = None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.opened = put_in_project(
                path,
                ready.head,
                settings.language(),
                ready.stale,
                ready.copy,
                ready.hidden_tables,
                ready.group_colours,
            )
            put_base_map(QgsProject.instance(), ready.head, ready.attachments)
        except StrukturbildError as error:
            if self.opened is None:
                raise
            self.messages.warn(str(error))  # the base map failed; a strukturbild can be worked with on another
        finally:
            QApplication.restoreOverrideCursor()
            self.opened_changed.emit()
        settings.remember_file(path)
        ready.tell(self.messages, path)
        self._listen(True)
        # QGIS zooms to everything when an empty project gets its first layers; ours is the last word
        QTimer.singleShot(FIRST_VIEW_MS, guarded(self.zoom_to_area))
        self.read()

    def zoom_to_area(self) -> None:
        """Show the whole area with air around for names."""
        extent = self.opened.extent() if self.opened is not None else None
        if extent is not None and not extent.isEmpty():
            extent.scale(_AIR)
            zoom_to(self.iface.mapCanvas(), extent, beside_windows=False)  # a merge opens it from a window in front

    def _listen(self, listen: bool) -> None:
        """Hear (or stop hearing) every edit in the open layers, undone and redone ones too."""
        self.connections.follow(self.opened.path if listen and self.opened is not None else None)
        for layer in self._layers():
            edited = (layer.layerModified, layer.afterRollBack, layer.editingStopped, layer.afterCommitChanges)
            heard: list[tuple[Any, Callable[..., None]]] = [
                *((one, self._something_changed) for one in (*edited, layer.undoStack().indexChanged)),
                (layer.editingStarted, self._redraw.editing_started),
                (layer.repaintRequested, self._redraw.repaint_requested),
                (layer.afterCommitChanges, self._reread.start),
            ]
            for signal, slot in heard:
                if listen:
                    signal.connect(guarded(slot))
                else:
                    with contextlib.suppress(TypeError):  # it was not connected
                        signal.disconnect(guarded(slot))

    def _layers(self) -> tuple[QgsVectorLayer, ...]:
        return self.opened.layers() if self.opened is not None else ()

    def _something_changed(self, *_: object) -> None:
        self._settle.start()

    def adopt_project(self) -> None:
        """If the project already holds a strukturbild, take it up where it was left."""
        found = in_project(QgsProject.instance())
        if found is None:
            return
        path, layer_ids = found

        def work(_feedback: Feedback) -> OpenableFile:
            return make_ready(path)

        def done(ready: OpenableFile) -> None:
            self.opened = adopted(
                path, ready.head, layer_ids, ready.stale, ready.copy, ready.hidden_tables, ready.group_colours
            )
            self._listen(True)
            self.opened_changed.emit()
            self.read()

        def failed(error: Exception, details: str) -> None:
            from .layer_tree_legend import take_back_swatches

            layers = (QgsProject.instance().mapLayer(layer_id) for layer_id in layer_ids)
            take_back_swatches([layer for layer in layers if isinstance(layer, QgsVectorLayer)])
            self._not_opened(error, details)

        self.runner.start(tr("Öppnar {file}").format(file=path.name), work, done, failed)

    def _project_cleared(self) -> None:
        """The project was closed and the layers went with it."""
        if self.opened is not None:
            self.opened = None
            self.opened_changed.emit()
