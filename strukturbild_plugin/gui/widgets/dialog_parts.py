"""What dialogs share: the two buttons that end them, and the field that says where a strukturbild is to lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ...i18n import tr
from ...store.create.create import with_ending
from ..guarded import guarded
from .labels import icon


def answers(
    dialog: QDialog, text: str, leave: str = "", accept: Callable[[], None] | None = None
) -> tuple[QDialogButtonBox, QPushButton]:
    """A row with a button of these words, which accepts, and one to leave by ("Avbryt"); the row and the first.

    `accept`: what the first does in place of ending the dialog.
    """
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, dialog)
    yes = row.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = row.button(QDialogButtonBox.StandardButton.Cancel)
    cancel.setText(leave or tr("Avbryt"))
    cancel.setIcon(QIcon())
    row.accepted.connect(guarded(accept or dialog.accept))
    row.rejected.connect(guarded(dialog.reject))
    return row, yes


@guarded
class FileField(QLineEdit):
    """Where a strukturbild is to lie, written or chosen; `textEdited` tells both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._browse = QPushButton(icon("oppna"), "", parent)
        self._browse.setToolTip(tr("Välj plats för filen"))
        self._browse.setAccessibleName(tr("Välj plats för filen"))
        self._browse.clicked.connect(guarded(lambda _=False: self._choose()))

    def row(self) -> QHBoxLayout:
        """The field with its button."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self, 1)
        row.addWidget(self._browse)
        return row

    def path(self) -> Path:
        """What it says, with the ending of a strukturbild."""
        return with_ending(Path(self.text().strip()))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Spara strukturbilden som"), self.text(), tr("Strukturbild (*.gpkg)")
        )
        if chosen:
            self.setText(chosen)
            self.textEdited.emit(chosen)
