"""What is written past the layers: purpose, pictures, goals, anchoring. In a task each, with a way back."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, pyqtSignal

from ...errors import StoreError
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.records import Head, Picture
from .. import settings
from ..guarded import guarded
from .open_document import OpenDocument
from .project_properties import FILE_PROPERTY
from .session import Session

MOST_BACK = 30

Work = Callable[[Path], Any]
Change = Callable[[Any], Any]
"""Takes a store Writer; what it gives is handed to the way back."""


@dataclass(frozen=True)
class HeadEdit:
    """`text`: what was done, for the note. `back`: what takes it back, or None."""

    text: str
    work: Work
    back: Callable[[Any], Work] | None
    path: Path
    is_back: bool = False
    notes: Sequence[str] = ()
    """What the work found that the user should know; read when it is done."""


@guarded
class HeadEdits(QObject):
    """Writes for the forms of the dock."""

    written = pyqtSignal(str)
    """What was done, in words; the strukturbild is being read again."""
    failed = pyqtSignal()
    """Nothing was written: the forms show what stands in the file."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[HeadEdit] = deque()
        self._running = False
        self._back: list[tuple[str, Work]] = []
        self.before_write: list[Callable[[bool], None]] = []
        """Asked before anything is written, with whether it only adds; raises StoreError when it may not be."""

    def write(self, text: str, change: Change, back: Callable[[Any], Change] | None = None, adds: bool = False) -> None:
        """Write with a store Writer. `back` gets what `change` gave, and gives the change that undoes it."""
        undo = None if back is None else (lambda result: _writing(back(result)))
        self.run(text, _writing(change), undo, adds=adds)

    def run(
        self,
        text: str,
        work: Work,
        back: Callable[[Any], Work] | None = None,
        notes: Sequence[str] = (),
        adds: bool = False,
    ) -> None:
        """Do something with the file at the open path, in a task; what it puts into `notes` is told after.

        `adds`: nothing that is there becomes another.
        """
        opened = self._session.opened
        if opened is not None and self.may_write(adds):
            self._waiting.append(HeadEdit(text, work, back, opened.path, notes=notes))
            self._next()

    def may_write(self, adds: bool = False) -> bool:
        """Whether something may be written past the layers just now; if not, the user has been told."""
        try:
            for ask in self.before_write:
                ask(adds)
        except StoreError as error:
            self._session.messages.warn(str(error))
            self.failed.emit()
            return False
        return True

    @property
    def workshop_level(self) -> int | None:
        """The level of cooperation of the workshop that the open file is a group's copy of; None for all else."""
        opened = self._session.opened
        return opened.copy.samverkansniva if opened is not None and opened.copy is not None else None

    @property
    def busy(self) -> bool:
        """Whether something is being written: what is read meanwhile is older than what the forms say."""
        return self._running or bool(self._waiting)

    def can_go_back(self) -> bool:
        """Whether the last thing written can be taken back."""
        return bool(self._back) and not self._running

    def go_back(self) -> None:
        """Take the last thing written back."""
        opened = self._session.opened
        if opened is not None and self.can_go_back():
            text, work = self._back.pop()
            self._waiting.append(HeadEdit(tr("Ångrat: {what}").format(what=text), work, None, opened.path, True))
            self._next()

    def finish(self, seconds: float = 10.0) -> None:
        """Let what is being written be written: before the file is read, left or QGIS is closed."""
        end = time.monotonic() + seconds
        while self.busy and time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            time.sleep(0.005)

    def forget(self) -> None:
        """Another strukturbild is opened: there is no way back to what was done in the one before."""
        self._back.clear()

    def _next(self) -> None:
        if self._running or not self._waiting:
            return
        job = self._waiting.popleft()
        self._running = True

        def work(_feedback: Feedback) -> tuple[Any, Head]:
            from ...store.writing.transaction import reading

            result = job.work(job.path)
            with reading(job.path) as db:
                return result, db.head()

        def failed(error: Exception, details: str) -> None:
            self._running = False
            self._session.messages.failed(error, details)
            self.failed.emit()
            self._next()

        title = tr("Sparar {what}").format(what=job.text)
        self._session.runner.start(title, work, lambda answer: self._done(job, answer), failed)

    def _done(self, job: HeadEdit, answer: tuple[Any, Head]) -> None:
        self._running = False
        result, head = answer
        if job.back is not None:
            self._back.append((job.text, job.back(result)))
            del self._back[:-MOST_BACK]
        elif not job.is_back:
            self._back.clear()  # what cannot be taken back is a wall
        opened = self._session.opened
        if opened is not None and opened.path == job.path:
            if opened.head != head:
                _rename_group(opened, head)
                self._session.opened = replace(opened, head=head)
            if not self._waiting:
                self._session.read()
            self.written.emit(job.text)
        if job.notes:
            self._session.messages.warn(job.notes[0], job.notes[1:])
        self._next()


def renew_picture_lists(opened: OpenDocument, pictures: tuple[Picture, ...], first: str) -> None:
    """Let QGIS's own forms of the open layers know the pictures there are now; new objects go to `first`."""
    from ...catalogue.model import Choice, Text
    from ...store.qgis_project.forms import set_picture_default, value_map

    setup = value_map([Choice(one.bild_id, Text(one.namn, one.namn)) for one in pictures], settings.language())
    for layer in opened.layers():
        index = layer.fields().indexOf("bild_id")
        if index >= 0 and layer.fields().indexOf("klass") >= 0:
            layer.setEditorWidgetSetup(index, setup)
            set_picture_default(layer, first)


def _writing(change: Change) -> Work:
    def work(path: Path) -> Any:
        from ...store.writing.transaction import writing

        with writing(path, settings.author()) as db:
            return change(db)

    return work


def _rename_group(opened: OpenDocument, head: Head) -> None:
    """The group in the layer tree is called as the strukturbild."""
    if opened.head.titel == head.titel:
        return
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        if group.customProperty(FILE_PROPERTY) == str(opened.path) and group.name() == opened.head.titel:
            group.setName(head.titel)
