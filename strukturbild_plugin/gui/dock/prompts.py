"""What is asked before something is lost or left out: unsaved edits, a file that is there, a place that is risky."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...i18n import tr
from ..messages import Messages
from ..session.session import Session


def may_leave(session: Session, window: QWidget) -> bool:
    """Before another strukturbild takes its place: save, throw away or stay."""
    session.about_to_save.emit()  # what stands half-written in a form counts too
    opened = session.opened
    if opened is None or not opened.unsaved():
        return True
    box = _unsaved_box(window, tr("Strukturbilden {title} har osparade ändringar.").format(title=opened.head.titel))
    throw = box.addButton(tr("Kasta ändringarna"), QMessageBox.ButtonRole.DestructiveRole)
    save = box.addButton(tr("Spara"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is throw:
        opened.discard()
        return True
    return box.clickedButton() is save and bool(session.save())


def saved_first(session: Session, window: QWidget, why: str) -> bool:
    """Before a check or an edition: offer to save what is not saved."""
    session.about_to_save.emit()
    opened = session.opened
    if opened is None or not opened.unsaved():
        return True
    box = _unsaved_box(window, tr("Det finns osparade ändringar. {why}").format(why=why))
    save = box.addButton(tr("Spara och fortsätt"), QMessageBox.ButtonRole.AcceptRole)
    without = box.addButton(tr("Fortsätt utan att spara"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is without:
        return True
    return box.clickedButton() is save and bool(session.save())


def may_replace(path: Path, window: QWidget) -> bool:
    """Before a file that is there is written over."""
    answer = QMessageBox.question(
        window, tr("Filen finns redan"), tr("{name} finns redan. Ska den ersättas?").format(name=path.name)
    )
    return answer == QMessageBox.StandardButton.Yes


def warn_of_place(path: Path, messages: Messages) -> None:
    """A network or a synchronised folder is no good place to write in: say so."""
    from ...store.gpkg.file_copy import warning_about

    warning = warning_about(path)
    if warning:
        messages.warn(warning)


def _unsaved_box(window: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Osparade ändringar"))
    box.setText(text)
    box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    return box
