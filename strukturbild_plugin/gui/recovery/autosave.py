"""Keeps a copy of what is not saved in the user's profile, so that a crash or a power cut takes nothing with it.

What has changed is read on the main thread, in slices shorter than anybody notices; the file is written in a thread of
its own, a few seconds after the last edit and never while something is dragged.
"""

from __future__ import annotations

import contextlib
import os
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QDateTime, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...drawing.session.unsaved_changes import UnsavedChanges
from ...errors import StoreError
from ...i18n import tr
from ...store.autosave.copy_folder import AutosaveFile, AutosaveFolder
from ...store.autosave.copy_format import AutosaveCopy, RowChange
from ...store.schema.tables import SCHEMA_VERSION
from ..guarded import guarded
from ..session.open_document import OpenDocument, table_of
from ..session.worker_thread import WorkerThread
from .pending_input import PendingInput

SETTLE_MS = 2000
"""So long after the last edit the copy is written."""
LONGEST_S = 8.0
"""Whoever draws without a pause gets a copy this often."""
DRAG_MS = 300
SLICE_S = 0.010
POLL_MS = 5000
"""What is being written in a form, and what waits to be saved with an object, is looked at this often."""
REST = 10
"""Writing takes at most one part in so many of the time."""
AGAIN_S = 30.0
"""So long after a copy could not be written it is tried again."""


def tables_of(opened: OpenDocument) -> dict[str, Any]:
    """The layers of a strukturbild by table, without the private ones that serve forms."""
    found: dict[str, Any] = {}
    for layer in opened.layers():
        if not layer.flags() & QgsMapLayer.LayerFlag.Private:
            found.setdefault(table_of(layer), layer)
    return found


@guarded
class Autosave(QObject):
    """Follows one open strukturbild. Main thread only."""

    settled = pyqtSignal()
    """All was saved or thrown away: there is nothing to keep."""
    throwing = pyqtSignal()
    """Edits are about to be thrown away."""
    emptied = pyqtSignal()
    """There is nothing to keep any more, or something again; also after undo back to nothing."""
    failed = pyqtSignal(str)
    """The copy could not be written: a sentence."""
    _written = pyqtSignal(str, float)

    def __init__(
        self,
        opened: OpenDocument,
        folder: AutosaveFolder,
        threads: WorkerThread,
        beside: Callable[[], PendingInput] = PendingInput,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._threads, self._beside, self._folder = opened, threads, beside, folder
        self._place: AutosaveFile = folder.new_copy(opened.head.strukturbild_id, opened.path)
        self.contains: tuple[str, ...] = ()
        """Names of copies that were laid back, and so lie in this one too."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(guarded(self._tick))
        self._first, self._not_before = 0.0, 0.0
        self._kept: tuple[int, tuple[str, ...], PendingInput] | None = None
        """What the copy holds: the state of the rows it was made of, `contains`, and what was not in the layers."""
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(guarded(self._look_beside))
        self._poll.start()
        self._told = ""
        self._written.connect(guarded(self._note))
        self._unsaved = UnsavedChanges(tables_of(opened), self._on_change, self._was_settled, self.throwing.emit)
        if self._unsaved.modified():
            self._on_change()

    @property
    def layers(self) -> dict[str, Any]:
        """The open layers by table."""
        return tables_of(self._opened)

    def close(self) -> None:
        """The strukturbild is left. A copy of what was neither saved nor thrown away stays."""
        self._timer.stop()
        self._poll.stop()
        if not self._unsaved.rows:
            self._forget()
        self._unsaved.close()
        if self._kept is not None:
            self._threads.do(self._place.unlock)

    def flush(self) -> bool:
        """Write the copy now, whatever time it takes; whether it lies there."""
        while not self._unsaved.read_some():
            pass
        self._write()
        self._threads.wait()
        return self._kept is None or self._place.path.is_file()

    def hand_over(self, path: Path) -> str:
        """Keep what is not saved for the file at `path` instead, and follow no more; the copy's name, '' for none.

        Raises StoreError, and then all is as it was.
        """
        while not self._unsaved.read_some():
            pass
        rows = self._rows(self._beside())
        if not rows:
            return ""
        place = self._folder.new_copy(self._opened.head.strukturbild_id, path)
        place.write(replace(self._copy(rows), fil=str(path)))
        place.unlock()
        self._unsaved.rows.clear()
        self._forget()
        self.close()
        return place.name

    def _on_change(self) -> None:
        now = time.monotonic()
        if not self._timer.isActive():
            self._first = now
        if now - self._first < LONGEST_S or not self._timer.isActive():
            self._timer.start(SETTLE_MS)

    def _look_beside(self) -> None:
        before = self._kept[2] if self._kept is not None else PendingInput()
        if self._beside() != before:
            self._on_change()

    def _was_settled(self) -> None:
        """A layer was saved or rolled back. QGIS may be on its way out: do not wait for the timer."""
        if self._unsaved.modified():
            self._on_change()
        else:
            self._timer.stop()
            self._forget()
            self.settled.emit()

    def _tick(self) -> None:
        """The timer's: read, then write, unless the pen is down."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start(DRAG_MS)
            return
        end, read = time.perf_counter() + SLICE_S, False
        while not read and time.perf_counter() < end:
            read = self._unsaved.read_some()
        if not read:
            self._timer.start(0)
        elif time.monotonic() < self._not_before:
            self._timer.start(SETTLE_MS)
        else:
            self._write()

    def _write(self) -> None:
        was_kept, beside = self._kept is not None, self._beside()
        now = (self._unsaved.changes, self.contains, beside)
        rows = self._rows(beside)
        if not rows:
            self._forget()
        elif self._kept != now:
            self._kept = now
            place, copy, told = self._place, self._copy(rows), self._written.emit
            self._threads.do(lambda: _put(place, copy, told))
        if was_kept != (self._kept is not None):
            self.emptied.emit()

    def _rows(self, beside: PendingInput) -> tuple[RowChange, ...]:
        rows = dict(self._unsaved.rows)
        for key, cells in beside.cells:
            change = self._unsaved.with_cells(key, dict(cells))
            if change is not None:
                rows[key] = change
        return (*rows.values(), *beside.rows)

    def _copy(self, rows: tuple[RowChange, ...]) -> AutosaveCopy:
        head, now = self._opened.head, QDateTime.currentDateTimeUtc()
        return AutosaveCopy(
            strukturbild_id=head.strukturbild_id,
            titel=head.titel,
            fil=str(self._opened.path),
            schema=SCHEMA_VERSION,
            tid=str(now.toString(Qt.DateFormat.ISODate)),
            process=os.getpid(),
            rader=rows,
            innehaller=self.contains,
        )

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept = None
            self._threads.do(self._place.remove)

    def _note(self, trouble: str, took: float) -> None:
        """The thread's answer."""
        self._not_before = time.monotonic() + (AGAIN_S if trouble else took * REST)
        if trouble and self._kept is not None:
            self._kept = (-1, (), PendingInput())
            self._timer.start(round(AGAIN_S * 1000))
        if trouble and trouble != self._told:
            text = tr("Det osparade kunde inte säkerhetskopieras: {why}")
            self.failed.emit(text.format(why=trouble))
        self._told = trouble


def _put(place: AutosaveFile, copy: AutosaveCopy, told: Callable[[str, float], None]) -> None:
    """In the other thread: write, and tell how it went."""
    begun, trouble = time.perf_counter(), ""
    try:
        place.write(copy)
    except StoreError as error:
        trouble = str(error)
    except Exception:  # noqa: BLE001 - a copy that fails must not stop the next
        trouble = traceback.format_exc().strip().splitlines()[-1]
    with contextlib.suppress(RuntimeError):  # the strukturbild has been left meanwhile
        told(trouble, time.perf_counter() - begun)
