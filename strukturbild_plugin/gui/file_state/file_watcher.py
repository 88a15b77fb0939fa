"""Watches the file of the open strukturbild: what has become of it, and what others write in it. Main thread only.

The file is looked at in a thread of its own: when the system says that something happened in its folder, when QGIS
comes to the front, and every other second, since network drives say nothing. Before an edit and before a save it is
looked at once more, right then.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...drawing.session.layer_watcher import LayerSubscription
from ...errors import StoreError
from ...store.gpkg.error_messages import locked, silent
from ...store.gpkg.file_parts import FileParts
from ...store.gpkg.held_file import AWAY, FileIdentity, FileLook, FileState, hold, release
from ...store.gpkg.row_versions import RowVersion, TableVersions, row_versions, versions_in
from ...store.gpkg.write_lock import is_shut
from ..disk_answers import WAIT_S, ask
from ..guarded import guarded
from ..session.open_document import OpenDocument, table_of
from ..session.session import Session
from .file_state_texts import conflict_sentence, overwritten_sentence, state_sentence
from .seen_file import KnownFile, SeenFile, see_file
from .stale_rows import gives_rows, rows_with_edits, shows_overwritten

LOOK_MS, SOON_MS, BUSY_MS = 2_000, 150, 400
LOCKED_PROPERTY = "strukturbild/last"
"""Of a layer that is read-only because its file cannot be written to; a project saved meanwhile keeps it."""


@guarded
class FileWatcher(QObject):
    """Knows the state of the open file, and the rows that were changed both here and by somebody else."""

    changed = pyqtSignal()
    """The file's state is another, or other rows stand against others' work."""
    others_wrote = pyqtSignal()
    """Rows that somebody else has written are shown now."""
    _seen = pyqtSignal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thread: threading.Thread | None = None
        self.identity: FileIdentity | None = None
        self.look: FileLook | None = None
        self.conflicts: dict[tuple[str, int], RowVersion | None] = {}
        """By table and feature id, how somebody else left a row that has edits here; None: it is deleted there."""
        self._path: Path | None = None
        self._subscription = LayerSubscription(())
        self._known: dict[str, TableVersions] = {}
        self._stamp: tuple[int, ...] = ()
        self._touched: dict[str, set[int]] = {}
        self._written: dict[str, set[int]] = {}
        """Rows edited here since the last save, and rows saved here since the file was looked at."""
        self._discarding: set[str] = set()
        self._parts, self._moment, self._looking, self._overwritten = FileParts(Path()), 0, False, False
        self._files = QFileSystemWatcher(self)
        self._every, self._soon = QTimer(self), QTimer(self)
        self._every.setInterval(LOOK_MS)
        self._soon.setSingleShot(True)
        for signal in (self._every.timeout, self._soon.timeout):
            signal.connect(guarded(self._start_look))
        for signal in (self._files.fileChanged, self._files.directoryChanged):
            signal.connect(guarded(self.look_soon))
        QApplication.instance().applicationStateChanged.connect(guarded(self._app_state))
        self._seen.connect(guarded(self._take), Qt.ConnectionType.QueuedConnection)
        session.opened_changed.connect(guarded(self._follow))
        session.layers_changed.connect(guarded(self._subscribe))
        session.content_changed.connect(guarded(self._settle_conflicts))

    def close(self) -> None:
        """The plugin is switched off."""
        self._leave()
        QApplication.instance().applicationStateChanged.disconnect(guarded(self._app_state))
        if self._thread is not None:
            self._thread.join(WAIT_S)  # no longer: a server that does not answer would keep QGIS from ending

    @property
    def state(self) -> FileState:
        """Of the open file; THERE when none is open."""
        return self.look.state if self.look is not None else FileState.THERE

    def sentence(self) -> str:
        """What is wrong and what to do; '' when nothing is."""
        if self.look is None or self._path is None:
            return ""
        return state_sentence(self.look, self._path) or conflict_sentence(self.conflicts)

    def look_soon(self, *_: object) -> None:
        """Something may have happened."""
        self._soon.start(SOON_MS)

    def look_now(self) -> bool:
        """See at once what has become of the file; False when the disk does not answer."""
        opened, identity = self._session.opened, self.identity
        if opened is None or self._path is None:
            return True
        if identity is None:
            self._look_first(opened)
            return self.identity is not None
        if look := ask(opened.path, partial(self._parts.look, identity, opened.head.strukturbild_id), None):
            self._set_look(look)
        return look is not None

    def refuse_editing(self) -> None:
        """Raise StoreError with the sentence when nothing can be drawn in the file as it is."""
        if not self.look_now() and self._path is not None:
            raise StoreError(silent(self._path))
        if self.state is not FileState.THERE:
            raise StoreError(self.sentence())
        layers = self._session.opened.layers() if self._session.opened is not None else ()
        if self._path is not None and not any(layer.isEditable() for layer in layers) and is_shut(self._path):
            raise StoreError(locked(self._path))

    def refuse_saving(self) -> None:
        """Raise StoreError with the sentence when a save would go wrong, or write over what others have written."""
        self.refuse_editing()
        if self._path is not None:
            edited = self._edited_rows()
            self._refuse_conflicts(edited, row_versions(self._path, edited) or {})

    def refuse_overwriting(self, connection: sqlite3.Connection) -> None:
        """The same within the transaction of a save: what others wrote since it was looked at."""
        edited = self._edited_rows()
        self._refuse_conflicts(edited, versions_in(connection, edited))

    def _edited_rows(self) -> dict[str, set[int]]:
        """By table, the rows with edits here that were last written by others or long ago."""
        opened = self._session.opened
        if opened is None:
            return {}
        tables = {table_of(layer) for layer in opened.unsaved()}.intersection(self._known)
        return {table: rows_with_edits(opened.layers(), table) - self._written.get(table, set()) for table in tables}

    def _refuse_conflicts(self, edited: dict[str, set[int]], now: dict[str, TableVersions]) -> None:
        for table, there in now.items():
            known = self._known[table].rows
            for fid in edited[table].intersection(known):
                if there.rows.get(fid) != known[fid]:
                    self.conflicts[table, fid] = there.rows.get(fid)
        if self.conflicts:
            self.changed.emit()
            raise StoreError(self.sentence())

    def note_saved(self) -> None:
        """The open layers were just saved here: what is in the file now is known."""
        self._moment += 1
        written = {table: fids for table, fids in self._written.items() if table in self._known}
        versions = row_versions(self._path, written) if self._path is not None else None
        for table, there in (versions or {}).items():
            rows = {fid: row for fid, row in self._known[table].rows.items() if fid not in written[table]}
            self._known[table] = TableVersions({**rows, **there.rows}, there.state, there.highest)
            del self._written[table]

    def _follow(self) -> None:
        """Another strukturbild is open, or none."""
        self._leave()
        opened = self._session.opened
        if opened is None:
            self.changed.emit()
            return
        self._path, self._parts = opened.path, FileParts(opened.path)
        opened.guard.before_save = self.refuse_saving
        opened.guard.within_save = self.refuse_overwriting
        opened.guard.after_save = self.note_saved
        self._look_first(opened)
        self._subscribe()
        self._every.start()
        self.changed.emit()

    def _look_first(self, opened: OpenDocument) -> None:
        """See which file it is; a disk that does not answer is asked again, and nothing is drawn until it has."""
        if seen := ask(opened.path, self._looker(opened), None):
            self._take_first(seen)

    def _take_first(self, seen: SeenFile) -> None:
        if self._path is None:
            return
        self.identity, self._stamp, self._known = hold(self._path, seen.identity), seen.stamp, seen.versions or {}
        if seen.told_by_system:
            self._files.addPaths([str(self._path), str(self._path.parent)])
        self._set_look(seen.look)

    def _looker(self, opened: OpenDocument) -> Callable[[], SeenFile]:
        """What another thread does to see what has become of the file."""
        first = dict.fromkeys(table_of(layer) for layer in opened.layers())
        tables = first if self.identity is None else dict.fromkeys(self._known)
        known = KnownFile(self._moment, self.identity, opened.head.strukturbild_id, self._stamp, tables)
        return partial(see_file, opened.path, self._parts, known)

    def _leave(self) -> None:
        self._moment += 1
        self._every.stop()
        self._soon.stop()
        self._subscription.close()
        for paths in (self._files.files(), self._files.directories()):
            if paths:
                self._files.removePaths(paths)
        if self._path is not None:
            release(self._path)
        self._path = self.identity = self.look = None
        self._known, self.conflicts, self._stamp, self._looking = {}, {}, (), False
        self._touched, self._written, self._discarding, self._overwritten = {}, {}, set(), False

    def _subscribe(self) -> None:
        self._subscription.close()
        opened = self._session.opened
        if opened is not None and self._path is not None:
            self._subscription = LayerSubscription(
                opened.layers(),
                row_changed=self._touch,
                geometry_changed=self._touch,
                edits_ended=self._ended,
                edits_written=self._ended,
                edits_about_to_be_discarded=self._about_to_discard,
                edits_about_to_be_written=self._about_to_write,
            )
            self._lock(opened.layers(), self.state is not FileState.THERE)

    def _touch(self, table: str, fid: int) -> None:
        self._touched.setdefault(table, set()).add(fid)

    def _about_to_write(self, table: str) -> None:
        """QGIS saves by itself, and cannot be kept from writing over what others wrote: it is told."""
        with contextlib.suppress(StoreError):
            self.refuse_saving()
        both = {key: row for key, row in self.conflicts.items() if key[0] == table}
        if both:
            self._session.messages.warn(overwritten_sentence(both))

    def _about_to_discard(self, table: str) -> None:
        """What is thrown away was not written here; QGIS takes the steps back one by one until it has."""
        self._discarding.add(table)

    def _ended(self, table: str) -> None:
        """Saved, or thrown away."""
        self._moment += 1
        touched = self._touched.pop(table, set())
        if table in self._discarding:
            self._discarding.discard(table)
        else:
            self._written.setdefault(table, set()).update(touched)
        self.look_soon()

    def _app_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_soon()

    def _start_look(self) -> None:
        opened = self._session.opened
        if opened is None or self._path is None or self._looking:
            return
        look = self._looker(opened)
        self._looking = True

        def work() -> None:
            seen = None
            try:
                seen = look()
            finally:
                with contextlib.suppress(RuntimeError):  # the plugin has been switched off meanwhile
                    self._seen.emit(seen)

        self._thread = threading.Thread(target=work, name="strukturbild-file", daemon=True)
        self._thread.start()

    def _take(self, seen: SeenFile | None) -> None:
        """The other thread's answer; None when it failed."""
        self._looking = False
        if seen is None:
            return
        if self._path is None or seen.moment != self._moment:  # another file, or saved in between
            self.look_soon()
            return
        if self.identity is None:
            self._take_first(seen)
            return
        self._set_look(seen.look)
        if seen.versions is None:
            return
        if self._in_the_middle():
            self._soon.start(BUSY_MS)
            return
        self._stamp = seen.stamp
        self._open_unreadable(seen.versions)
        self._compare(seen.versions)

    def _in_the_middle(self) -> bool:
        opened = self._session.opened
        layers = opened.layers() if opened is not None else ()
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton or self._session.iface.mapCanvas().isDrawing()
        return held or any(layer.isEditCommandActive() for layer in layers)

    def _set_look(self, look: FileLook) -> None:
        if self._overwritten and look.state in (FileState.THERE, FileState.READ_ONLY):
            look = FileLook(FileState.OVERWRITTEN, look.path)  # until it is opened anew
        before, self.look, opened = self.look, look, self._session.opened
        if look == before or opened is None:
            return
        opened.guard.away = look.state in AWAY
        self._session.connections.look()
        QTimer.singleShot(0, guarded(self._relock))  # not from within a save: QGIS 3.44 ends
        if look.state is FileState.THERE and look.identity is not None and self._path is not None:
            self.identity = hold(self._path, look.identity)
            if self._files.directories():
                self._files.addPath(str(self._path))  # who replaced or renamed it took the watch along
        if before and before.state in AWAY and look.state not in AWAY:
            self._show_again({table_of(layer) for layer in opened.layers()})
        self.changed.emit()

    def _relock(self) -> None:
        if self._session.opened is not None and self._path is not None:
            self._lock(self._session.opened.layers(), self.state is not FileState.THERE)

    def _lock(self, layers: Iterable[QgsVectorLayer], locked: bool) -> None:
        """QGIS's own pencil is grey while nothing can be drawn: it would open what lies in the file's place."""
        for layer in layers:
            ours = bool(layer.customProperty(LOCKED_PROPERTY))
            if locked and not layer.readOnly() and not layer.isEditable():
                layer.setReadOnly(True)
                layer.setCustomProperty(LOCKED_PROPERTY, True)
            elif not locked and ours:
                layer.removeCustomProperty(LOCKED_PROPERTY)
                layer.setReadOnly(False)

    def _compare(self, now: dict[str, TableVersions]) -> None:
        """Show what somebody else has written, and keep apart what was changed here too."""
        opened = self._session.opened
        older = any(there.is_before(self._known[table]) for table, there in now.items() if table in self._known)
        written, self._written = self._written, {}
        theirs, before, changed = set(), dict(self.conflicts), dict[str, set[int]]()
        for table, there in now.items():
            known, ours = self._known.get(table), written.get(table, set())
            if known is None:
                continue
            rows = {fid for fid in {*known.rows, *there.rows} if known.rows.get(fid) != there.rows.get(fid)} - ours
            both = rows & rows_with_edits(opened.layers(), table) if opened is not None else set()
            changed[table] = rows
            if rows or (there.state != known.state and table not in written):
                theirs.add(table)
            self.conflicts.update({(table, fid): there.rows.get(fid) for fid in both})
            kept = {fid: known.rows[fid] for fid in both if fid in known.rows}
            self._known[table] = TableVersions({**there.rows, **kept}, there.state, there.highest)
        if older or (opened is not None and shows_overwritten(opened.path, opened.layers(), now, changed)):
            self._overwritten = True
            self.look_now()
            return
        if theirs:
            self._show_again(theirs)
        self._settle_conflicts()
        if self.conflicts != before:
            self.changed.emit()

    def _open_unreadable(self, now: dict[str, TableVersions]) -> None:
        """Open layers anew that lie at rest and give no rows although the file has some.

        QGIS reads a file that nobody edits without locks, and cannot follow when another program begins to write in it.
        """
        opened = self._session.opened
        for layer in opened.layers() if opened is not None else ():
            there = now.get(table_of(layer))
            if there is not None and there.rows and not layer.isEditable() and not gives_rows(layer):
                layer.dataProvider().reloadData()
                layer.triggerRepaint()

    def _show_again(self, tables: set[str]) -> None:
        """Read these tables anew, on the map and in all that follows them; edits here stay.

        Not by reload(): QGIS comes to a stop when another thread closes a layer of the same file just then.
        """
        opened = self._session.opened
        for layer in opened.layers() if opened is not None else ():
            if table_of(layer) in tables:
                layer.dataChanged.emit()
                layer.triggerRepaint()
        self._session.read()
        self.others_wrote.emit()

    def _settle_conflicts(self) -> None:
        """What is no longer edited here stands against nothing."""
        layers = self._session.opened.layers() if self._session.opened is not None else ()
        gone = [key for key in self.conflicts if key[1] not in rows_with_edits(layers, key[0])]
        for table, fid in gone:
            there = self.conflicts.pop((table, fid))
            rows = {number: row for number, row in self._known[table].rows.items() if number != fid}
            self._known[table] = TableVersions({**rows, **({fid: there} if there else {})}, self._known[table].state)
        if gone:
            self.changed.emit()
