""" "Spara som…": what users of other programs look for in the file menu."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtWidgets import QDialog

from ...feedback import Feedback
from ...i18n import tr
from .. import settings
from ..disk_answers import is_there
from ..session.session import Session
from .copy_dialog import CopyDialog
from .file_actions import FileActions
from .prompts import may_replace, saved_first, warn_of_place


class CopyHost(Protocol):
    """Where a copy is asked for: the open strukturbild, and what is asked before it is left."""

    session: Session
    files: FileActions


def save_as(dock: CopyHost) -> None:
    """Ask for a copy, make it in a task, and open it if wanted."""
    session, window = dock.session, dock.files.window
    if session.opened is None or not saved_first(session, window, tr("Kopian görs av det som är sparat.")):
        return
    opened = session.opened
    group = opened.copy.grupp if opened.copy is not None else ""
    dialog = CopyDialog(opened.head.titel, opened.path, window, group)
    chosen, path, overwrite = dialog.exec() == QDialog.DialogCode.Accepted, dialog.path(), False
    if chosen and is_there(path) and path != opened.path:
        chosen = overwrite = may_replace(path, window)
    if chosen:
        warn_of_place(path, session.messages)
        make_copy(dock, path, dialog.kind(), dialog.titel(), dialog.open_it.isChecked(), overwrite)
    dialog.deleteLater()


def make_copy(dock: CopyHost, path: Path, kind: str, titel: str, open_it: bool, overwrite: bool = False) -> None:
    """Copy the open strukturbild to `path` in a task; tells where it lies."""
    session, opened = dock.session, dock.session.opened
    if opened is None:
        return
    source = opened.path

    def work(feedback: Feedback) -> Path:
        from ...store.create.copy import copy_strukturbild

        return copy_strukturbild(source, path, kind, titel, settings.author(), feedback, overwrite)

    def done(made: Path) -> None:
        if open_it and dock.files.may_leave():
            session.open(made)
        session.messages.well(tr("Kopian ligger i {path}.").format(path=made))

    session.runner.start(tr("Sparar {file}").format(file=path.name), work, done)
