"""The way from the export dialog to an edition on disk."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QWidget

from ...errors import Cancelled, StrukturbildError
from ...i18n import tr
from ...store.earlier_states.edition_before import edition_before
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..messages import sentence_of
from ..session.earlier_state_folder import state_folder_of
from ..session.open_document import OpenDocument
from ..session.session import Session
from ..session.task_runner import BackgroundTask
from ..settings import folder_to_write_in, language
from ..status_texts import verdict_sentence
from .export_dialog import ExportDialog


class ExportController:
    """One dialog and the task it starts."""

    def __init__(self, session: Session, opened: OpenDocument, snapshot: Snapshot | None, parent: QWidget) -> None:
        self._session, self._snapshot = session, snapshot
        self._earlier = partial(edition_before, state_folder_of(opened.path, opened.head))
        self._task: BackgroundTask | None = None
        folder = folder_to_write_in(opened.path) / tr("utgavor")
        self.dialog = ExportDialog(opened.head.titel, folder, snapshot, parent)
        self.dialog.start_wanted.connect(guarded(self._start))
        self.dialog.cancel_wanted.connect(guarded(self._cancel))
        self.dialog.verify_wanted.connect(guarded(self._verify))
        self.dialog.layout_wanted.connect(guarded(self._open_layout))

    def show(self) -> None:
        """Ask, and wait until the dialog is closed."""
        self.dialog.exec()
        self.dialog.deleteLater()

    def _start(self) -> None:
        dialog = self.dialog
        request = replace(dialog.request(), earlier=self._earlier)
        dialog.show_running()
        self._task = self._session.export(request, self._done, self._failed, dialog.show_progress)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _done(self, result: Any) -> None:
        self._task = None
        self.dialog.show_result(result, self._status_name(result.edition.status))
        self._session.read()

    def _failed(self, error: Exception, details: str) -> None:
        self._task = None
        if isinstance(error, Cancelled):
            self.dialog.show_trouble(tr("Avbrutet. Ingen utgåva gjordes."))
        else:
            self.dialog.show_trouble(sentence_of(error))
            self._session.messages.log(error, details)

    def _open_layout(self) -> None:
        """Close, and open the chosen sheet in QGIS's layout designer."""
        from .layout_designer import open_in_designer

        request, snapshot = self.dialog.request(), self._snapshot
        if snapshot is None:
            return
        try:
            open_in_designer(self._session, snapshot, request)
        except StrukturbildError as error:
            self.dialog.show_trouble(sentence_of(error))
            return
        self.dialog.reject()

    def _verify(self, folder: str) -> None:
        def show(verdict: Any) -> None:
            self.dialog.show_verdict(verdict_sentence(verdict))

        self._session.verify(Path(folder), show)

    def _status_name(self, kod: str) -> str:
        choices = self._snapshot.catalogue.listor.get("bildstatus", ()) if self._snapshot else ()
        return next((choice.namn.in_language(language()) for choice in choices if choice.kod == kod), kod)
