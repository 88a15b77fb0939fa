""""Spara som…" and "Återgå till sparat": what users of other programs look for in the file menu."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtWidgets import QDialog, QMessageBox

from ...feedback import Feedback
from ...i18n import tr
from .. import settings
from ..map_tools.tool_controller import ToolController
from ..session.session import Session
from .copy_dialog import CopyDialog
from .file_actions import FileActions
from .prompts import may_replace, saved_first, warn_of_place

MOST_NAMED = 4


class CopyHost(Protocol):
    """Where a copy is asked for: the open strukturbild, and what is asked before it is left."""

    session: Session
    files: FileActions
    tools: ToolController


def save_as(dock: CopyHost) -> None:
    """Ask for a copy, make it in a task, and open it if wanted."""
    session, window = dock.session, dock.files.window
    if session.opened is None or not saved_first(session, window, tr("Kopian görs av det som är sparat.")):
        return
    opened = session.opened
    dialog = CopyDialog(opened.head.titel, opened.path, window)
    chosen, path, overwrite = dialog.exec() == QDialog.DialogCode.Accepted, dialog.path(), False
    if chosen and path.exists() and path != opened.path:
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


def can_revert(dock: CopyHost) -> bool:
    """Whether there is something that is not saved."""
    return bool(_unsaved(dock))


def revert(dock: CopyHost) -> bool:
    """Throw away what is not saved, when the planner is sure; whether it was done."""
    session = dock.session
    session.about_to_save.emit()  # what stands half-written is thrown away too, and not written afterwards
    opened = session.opened
    if opened is None or not can_revert(dock):
        session.messages.well(tr("Allt är redan sparat."))
        return False
    if not _sure(dock):
        return False
    dock.tools.unset_tool()
    dock.tools.selection.clear()
    opened.discard()
    session.content_changed.emit()
    session.messages.well(tr("Strukturbilden är som den sparades senast."))
    return True


def _unsaved(dock: CopyHost) -> list[str]:
    opened = dock.session.opened
    return [layer.name() for layer in opened.unsaved()] if opened is not None else []


def _sure(dock: CopyHost) -> bool:
    names = _unsaved(dock)
    what = ", ".join(names) if len(names) <= MOST_NAMED else tr("{n} lager").format(n=len(names))
    box = QMessageBox(dock.files.window)
    box.setObjectName("strukturbild_aterga")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Återgå till sparat"))
    box.setText(tr("Kasta det som inte är sparat?"))
    words = tr("Osparade ändringar finns i: {what}. De kan inte hämtas tillbaka.")
    box.setInformativeText(words.format(what=what))
    throw = box.addButton(tr("Kasta ändringarna"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is throw
