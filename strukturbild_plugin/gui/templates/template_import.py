"""Bring a template in from a file, or take one away: what is asked, and what is told."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ...cartography.layout.logos import logo_notices
from ...errors import StrukturbildError
from ...i18n import tr
from ...store.templates import template_library as library
from .. import settings
from .new_document_choices import own_templates_folder

_MOST_SHOWN = 12


def ask_and_import(parent: QWidget) -> library.InstalledTemplate | None:
    """Let the user choose a file and bring it in; None when nothing came in."""
    path, _kind = QFileDialog.getOpenFileName(
        parent, tr("Hämta in mall"), str(settings.home_folder()), tr("Mall (*.strukturmall)")
    )
    return bring_in(Path(path), parent) if path else None


def bring_in(path: Path, parent: QWidget, quietly: bool = False) -> library.InstalledTemplate | None:
    """Bring the package at `path` in, after asking when it is there in another version; None when it did not come.

    `quietly`: say nothing when the very same is there already.
    """
    try:
        arrival = library.inspect_package(path, own_templates_folder())
        if arrival.relation == library.SAME:
            if not quietly:
                tell(parent, tr("Mallen finns redan bland dina mallar."))
            return library.install(arrival)
        replace = _answer(arrival, parent)
        if replace is None:
            return None
        installed = library.install(arrival, replace)
        notices = logo_notices(installed.package.attachments)
        if notices:
            tell(parent, tr("Mallen är inlagd."), "\n".join(notices))
        return installed
    except StrukturbildError as error:
        tell(parent, *_parted(error))
        return None


def ask_and_remove(installed: library.InstalledTemplate, parent: QWidget) -> bool:
    """Take a template away if the user says yes."""
    box = _box(parent, tr("Ta bort mallen"))
    name = installed.template.namn.in_language(settings.language())
    box.setText(tr("Ta bort mallen ”{name}” från den här datorn?").format(name=name))
    box.setInformativeText(tr("Strukturbilder som är gjorda med den har sin egen kopia och påverkas inte."))
    yes = box.addButton(tr("Ta bort"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is not yes:
        return False
    try:
        library.remove(installed, own_templates_folder())
    except StrukturbildError as error:
        tell(parent, str(error))
        return False
    return True


def tell(parent: QWidget, sentence: str, details: str = "") -> None:
    """A sentence, and more of it for who wants to read on."""
    box = _box(parent, tr("Mallar"))
    box.setText(sentence)
    if details:
        lines = details.split("\n")
        box.setInformativeText("\n".join(lines[:_MOST_SHOWN]))
        if len(lines) > _MOST_SHOWN:
            box.setDetailedText(details)
    box.addButton(tr("Stäng"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _answer(arrival: library.IncomingTemplate, parent: QWidget) -> bool | None:
    """True: put it in place of the earlier one; False: beside; None: leave it."""
    if arrival.relation in (library.NEW, library.CHANGED):
        return False
    there, new = arrival.installed[0].template.version, arrival.package.template
    name = new.namn.in_language(settings.language())
    box = _box(parent, tr("Mallen finns i en annan version"))
    if arrival.relation == library.NEWER:
        text = tr("Du har version {there} av ”{name}”. Filen är version {new}, som är nyare.")
    else:
        text = tr("Du har version {there} av ”{name}”. Filen är version {new}, som är äldre.")
    box.setText(text.format(there=there, name=name, new=new.version))
    box.setInformativeText(tr("Strukturbilder som redan är gjorda påverkas inte."))
    swap = None
    if arrival.relation == library.NEWER:
        swap = box.addButton(tr("Byt ut"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(swap)
    both = box.addButton(tr("Behåll båda"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    if swap is None:
        box.setDefaultButton(leave)
    box.exec()
    pressed = box.clickedButton()
    if swap is not None and pressed is swap:
        return True
    return False if pressed is both else None


def _parted(error: StrukturbildError) -> tuple[str, str]:
    """The first line, and the list of faults below it."""
    first, _newline, rest = str(error).partition("\n")
    return first, rest


def _box(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("strukturbild_mall_fraga")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
