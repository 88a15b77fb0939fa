"""What is asked before something is lost or left out: unsaved edits, a file that is there, a place that is risky."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...i18n import tr
from ..disk_answers import ask
from ..messages import Messages
from ..session.session import Session


def may_leave(session: Session, window: QWidget) -> bool:
    """Before another strukturbild takes its place: all is saved; if it can't be, throw away or stay."""
    while not session.save_quietly():
        box = _unsaved_box(session, window)
        throw = box.addButton(tr("Ta bort det osparade"), QMessageBox.ButtonRole.DestructiveRole)
        again = box.addButton(tr("Försök igen"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(again)
        box.exec()
        if box.clickedButton() is throw and session.opened is not None:
            session.opened.discard()
            return True
        if box.clickedButton() is not again:
            return False
    return True


def saved_first(session: Session, window: QWidget, why: str) -> bool:
    """Before a check or an edition: all is saved; if it can't be, go on with what is in the file, or not."""
    while not session.save_quietly():
        box = _unsaved_box(session, window)
        box.setInformativeText(f"{why}\n\n{box.informativeText()}")
        without = box.addButton(tr("Fortsätt utan det osparade"), QMessageBox.ButtonRole.DestructiveRole)
        again = box.addButton(tr("Försök igen"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(again)
        box.exec()
        if box.clickedButton() is without:
            return True
        if box.clickedButton() is not again:
            return False
    return True


def may_replace(path: Path, window: QWidget) -> bool:
    """Before a file that is there is written over."""
    answer = QMessageBox.question(
        window, tr("Filen finns redan"), tr("{name} finns redan. Ska den ersättas?").format(name=path.name)
    )
    return answer == QMessageBox.StandardButton.Yes


def warn_of_place(path: Path, messages: Messages) -> None:
    """A network, a synchronised or a temporary folder is no good place to write in: say so."""
    from ...store.gpkg.file_place import warning_about, warning_of_temporary

    warning = warning_of_temporary(path) or ask(path, lambda: warning_about(path), "")
    if warning:
        messages.warn(warning)


def _unsaved_box(session: Session, window: QWidget) -> QMessageBox:
    title = session.opened.head.titel if session.opened is not None else ""
    box = QMessageBox(window)
    box.setObjectName("strukturbild_osparat_fraga")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Osparade ändringar"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Det du har ritat i {title} kunde inte sparas.").format(title=title))
    box.setInformativeText(session.why_not_saved)
    box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    return box
