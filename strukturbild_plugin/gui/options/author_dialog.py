"""Who draws: the name and the group that are written on every object."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCompleter,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet


@guarded
class AuthorDialog(FittingDialog):
    """Two lines. `groups`: those there are, offered while one writes; `fixed`: the one whose copy is open."""

    def __init__(self, groups: Sequence[str] = (), parent: QWidget | None = None, fixed: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_vem_dialog")
        self.setWindowTitle(tr("Vem ritar?"))
        column = QVBoxLayout(self)
        column.addWidget(quiet(tr("Skrivs på det som ritas, så att ni kan se vem som ritat vad."), self))
        form = QFormLayout()
        self.author, self.group = QLineEdit(settings.author(), self), QLineEdit(fixed or settings.group(), self)
        self.group.setEnabled(not fixed)
        self.group.setPlaceholderText(tr("Till exempel Bord 2"))
        known = QCompleter(list(groups), self.group)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.group.setCompleter(known)
        form.addRow(tr("Namn"), self.author)
        form.addRow(tr("Grupp eller bord"), self.group)
        column.addLayout(form)
        buttons, keep = answers(self, tr("Spara"))
        keep.setDefault(True)
        column.addWidget(buttons)
