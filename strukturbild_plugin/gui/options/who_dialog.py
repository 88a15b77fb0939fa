"""Who draws: the name and the group that are written on every object."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from .. import settings
from ..widgets.labels import quiet


class AuthorDialog(QDialog):
    """Two lines. `groups`: those there are, offered while one writes."""

    def __init__(self, groups: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_vem_dialog")
        self.setWindowTitle(tr("Vem ritar?"))
        column = QVBoxLayout(self)
        column.addWidget(quiet(tr("Skrivs på det som ritas, så att ni kan se vem som ritat vad."), self))
        form = QFormLayout()
        self.author, self.group = QLineEdit(settings.author(), self), QLineEdit(settings.group(), self)
        self.group.setPlaceholderText(tr("Till exempel Bord 2"))
        known = QCompleter(list(groups), self.group)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.group.setCompleter(known)
        form.addRow(tr("Namn"), self.author)
        form.addRow(tr("Grupp eller bord"), self.group)
        column.addLayout(form)
        buttons = QDialogButtonBox(self)
        keep, leave = QPushButton(tr("Spara")), QPushButton(tr("Avbryt"))
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
