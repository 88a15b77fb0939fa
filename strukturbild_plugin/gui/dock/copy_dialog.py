"""The dialog behind "Spara som…": a new strukturbild for the next revision, or the same one in another place."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...store.create.copy import REVISION, SAME
from ...store.gpkg.file_place import is_temporary
from ...store.gpkg.odd_cells import MAX_LINE
from ..guarded import guarded
from ..settings import folder_to_write_in
from ..templates.new_document_choices import free_file, free_path
from ..widgets.dialog_parts import FileField, answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from ..widgets.length_counter import LengthCounter


@guarded
class CopyDialog(FittingDialog):
    """Title and file are suggested. `source`: the file that is copied; `group`: whose copy it is in a workshop.

    A group's copy stays that first of all: a new strukturbild is no longer the group's. What lies in a temporary folder
    is first of all to lie somewhere else.
    """

    def __init__(self, titel: str, source: Path, parent: QWidget | None = None, group: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_spara_som_dialog")
        self.setWindowTitle(tr("Spara som"))
        self._titel, self._source, self._own_path = titel, source, False
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(6)
        moves = bool(group) or is_temporary(source)
        if moves:
            self.same, self.revision = self._same(column, group), self._revision(column, group)
        else:
            self.revision, self.same = self._revision(column), self._same(column)
        (self.same if moves else self.revision).setChecked(True)
        column.addLayout(self._form())
        self.open_it = QCheckBox(tr("Öppna kopian"), self)
        self.open_it.setChecked(True)
        column.addWidget(self.open_it)
        column.addSpacing(8)
        buttons, self.save = answers(self, tr("Spara"))
        column.addWidget(buttons)
        for one in (self.revision, self.same):
            one.toggled.connect(guarded(lambda _on: self._show()))
        self._show()
        width = self.fontMetrics().height() * 36
        self.resize(width, column.heightForWidth(width))  # wrapped texts ask for more height than they get to use

    def kind(self) -> str:
        """REVISION or SAME."""
        return REVISION if self.revision.isChecked() else SAME

    def titel(self) -> str:
        """The title of a new strukturbild; '' for the same one."""
        return self.title.text().strip() if self.kind() == REVISION else ""

    def path(self) -> Path:
        """Where the copy is to lie."""
        return self.place.path()

    def _revision(self, column: QVBoxLayout, group: str = "") -> QRadioButton:
        told = tr(
            "Allt ritat, målen, utseendet och loggen följer med. Bilderna blir utkast igen. Utgåvor, beslutsdatum och "
            "förankring stannar i den gamla, och i den nya står vilken den kommer från."
        )
        if group:
            told = tr(
                "Det blir en annan strukturbild, som inte längre är {grupp}s kopia. Det som ritas i den är inte med "
                "när workshopens kopior slås ihop, om den som slår ihop inte väljer det."
            ).format(grupp=group)
        return self._choice(column, tr("Ny strukturbild för nästa revidering"), told)

    def _same(self, column: QVBoxLayout, group: str = "") -> QRadioButton:
        told = tr("En exakt kopia med allt, till exempel för ett bord på en workshop eller som säkerhetskopia.")
        if group:
            told = tr(
                "En exakt kopia med allt, till exempel på ett usb-minne. Den är fortfarande {grupp}s kopia i "
                "workshopen, och går att lämna in."
            ).format(grupp=group)
        return self._choice(column, tr("Samma strukturbild på ett annat ställe"), told)

    def _choice(self, column: QVBoxLayout, title: str, explained: str) -> QRadioButton:
        made = QRadioButton(title, self)
        font = made.font()
        font.setBold(True)
        made.setFont(font)
        text = quiet(explained, self)
        text.setContentsMargins(24, 0, 0, 8)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(made)
        column.addWidget(text)
        return made

    def _form(self) -> QFormLayout:
        self.title = QLineEdit(self._titel, self)
        LengthCounter(self.title, MAX_LINE)
        self.title.textEdited.connect(guarded(lambda _text: self._show()))
        self.place = FileField(self)
        self.place.textEdited.connect(guarded(self._place_edited))
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.addRow(tr("Titel"), self.title)
        self.form.addRow(tr("Fil"), self.place.row())
        return self.form

    def _show(self) -> None:
        new = self.kind() == REVISION
        self.title.setEnabled(new)
        if not new:
            self.title.setText(self._titel)
        if not self._own_path:
            folder = folder_to_write_in(self._source)
            found = free_path(folder, self._new_name()) if new else free_file(folder / self._source.name)
            self.place.setText(str(found))
        self.save.setEnabled(bool(self.place.text().strip()) and bool(self.title.text().strip()))

    def _new_name(self) -> str:
        """'…-revidering-2027': what the planner will look for."""
        title = self.title.text().strip() or self._titel
        return " ".join((title, tr("revidering"), str(QDate.currentDate().year())))

    def _place_edited(self, text: str) -> None:
        self._own_path = bool(text.strip())
        self._show()
