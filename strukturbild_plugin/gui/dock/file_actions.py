"""New, open, the example, close, verify: what the file menu, the start page and the plugin's menu all call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from ...i18n import tr
from .. import settings
from ..disk_answers import is_file, is_there
from ..session.session import Session
from ..status_texts import verdict_sentence
from .prompts import may_leave, may_replace, warn_of_place


class FileActions:
    """Asks which file, and lets the session do it."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session, self.window = session, window
        self._choices: Any = None

    def new(self) -> None:
        """Ask for a new strukturbild and make it."""
        if not self.may_leave():
            return
        if self._choices is not None:
            self._ask_new(self._choices)
            return
        from ..templates.new_document_choices import read_choices

        self._session.runner.start(tr("Läser mallar och mål"), read_choices, self._ask_new)

    def open(self, path: str = "") -> None:
        """Open a strukturbild; asks which one when no path is given."""
        if not self.may_leave():
            return
        if not path:
            path, _kind = QFileDialog.getOpenFileName(
                self.window,
                tr("Öppna strukturbild"),
                str(settings.home_folder()),
                tr("Strukturbild (*.gpkg)"),
            )
        if path:
            warn_of_place(Path(path), self._session.messages)
            self._session.open(Path(path))

    def open_example(self) -> None:
        """Open the worked example, made the first time."""
        if not self.may_leave():
            return
        path = settings.home_folder() / tr("Exempel Nobelbanestråket.gpkg")
        if is_file(path):
            self._session.open(path)
        else:
            self._session.create_example(path)
            self._session.messages.well(tr("Exemplet läggs i {path}").format(path=path))

    def close(self) -> None:
        """Take the strukturbild out of the project, unless the planner stays."""
        if self.may_leave():
            self._session.close()

    def verify(self) -> None:
        """Ask for the folder of an edition and say whether its files belong together."""
        folder = QFileDialog.getExistingDirectory(self.window, tr("Välj utgåvans mapp"), str(settings.home_folder()))
        if folder:
            self._session.verify(Path(folder), self._show_verdict)

    def may_leave(self) -> bool:
        """Whether the open strukturbild may be left: it is saved, or the planner has said what to do."""
        return may_leave(self._session, self.window)

    def forget_choices(self) -> None:
        """Templates or symbol sets have changed: read them again for the next new strukturbild."""
        self._choices = None

    def _ask_new(self, choices: Any) -> None:
        from ..templates.new_document_dialog import NewDocumentDialog

        self._choices = choices
        dialog = NewDocumentDialog(choices, self.window)
        answer = dialog.exec()
        self._choices = dialog.choices  # own templates may have come or gone meanwhile
        if answer == QDialog.DialogCode.Accepted:
            path, overwrite = dialog.path(), False
            there = is_there(path)
            if there:
                overwrite = may_replace(path, self.window)
            if overwrite or not there:
                warn_of_place(path, self._session.messages)
                if overwrite and self._session.opened is not None and self._session.opened.path == path:
                    self._session.close()
                self._session.create(path, dialog.request(), overwrite)
        dialog.deleteLater()

    def _show_verdict(self, verdict: Any) -> None:
        sentence = verdict_sentence(verdict)
        if verdict.status == "same":
            self._session.messages.well(sentence)
        else:
            self._session.messages.warn(sentence)
