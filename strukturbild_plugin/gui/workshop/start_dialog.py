"""The window "Starta workshop": what it is about, which groups take part, and where their files are to lie."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QColor, QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...export.workshop_papers import button_texts
from ...export.workshop_papers.start_with_papers import WorkshopPapers
from ...i18n import tr
from ...workshop.start import Group, StartedWorkshop, WorkshopPlan
from ..disk_answers import is_folder
from ..guarded import guarded
from ..object_panel.anchoring_panel import fill_levels, meaning_of
from ..session.open_document import OpenDocument
from ..settings import folder_to_write_in
from ..templates.new_document_choices import file_name
from ..widgets.colour_swatch import colour_icon
from ..widgets.fields import ChoiceField, TextField
from ..widgets.labels import icon, quiet
from ..widgets.wrapping_lists import FittingList
from .group_table import GroupTable
from .task_dialog import TaskDialog
from .workshop_controller import WorkshopController

_LISTED_LINES = 30
"""As many as there is room for on a large screen; the window scrolls on a small one."""


@guarded
class StartDialog(TaskDialog):
    """`opened`: the main file; `municipalities`: name by code, of its län."""

    def __init__(
        self,
        controller: WorkshopController,
        opened: OpenDocument,
        municipalities: Mapping[str, str],
        window: QWidget,
    ) -> None:
        super().__init__(controller, tr("Starta workshop"), tr("Gör gruppernas filer"), "workshop", window)
        self.setObjectName("strukturbild_starta_workshop")
        self._main, self._own_folder = opened.path, False
        self._sheet: Path | None = None
        self._mail: Path | None = None
        self.heading.setText(tr("Starta workshop om {titel}").format(titel=opened.head.titel))
        column = QVBoxLayout(self.asks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            quiet(
                tr(
                    "Varje grupp får en egen fil med det som är ritat nu. Alla kan rita samtidigt, var för "
                    "sig och utan nätverk. Efteråt slår ni ihop filerna, och inget som ritats går förlorat."
                ),
                self,
            )
        )
        column.addLayout(self._form(opened.head.titel, opened.head.samverkansniva))
        self.groups = GroupTable(municipalities, self)
        self.groups.changed.connect(guarded(self._show_ready))
        column.addWidget(self.groups, 1)
        self._build_result()
        controller.session.opened_changed.connect(guarded(self._main_left))
        self.setMinimumWidth(self.fontMetrics().height() * 36)
        self.resize(self.minimumWidth(), min(self.fontMetrics().height() * 42, max(window.height(), 1)))
        self._suggest_folder()
        self._show_ready()

    def plan(self) -> WorkshopPlan:
        """All that is chosen."""
        return WorkshopPlan(
            self.name.text().strip(),
            self.groups.groups(),
            self.purpose.toPlainText().strip(),
            self.level.value(),
            self.place.text().strip(),
            svar_senast=self.deadline.text().strip(),
            svar_till=self.answer_to.text().strip(),
        )

    def carry_out(self) -> None:
        """Make the files."""
        folder, plan = Path(self.folder_line.text().strip()), self.plan()
        if not self.save_first():
            return
        self.show_running()
        self.controller.start(
            self._main,
            folder,
            plan,
            self.while_open(lambda started, papers: self._show_started(started, papers, plan.groups)),
            self.while_open(self.show_trouble),
            self.while_open(self.show_progress),
        )

    def _form(self, titel: str, level: int | None) -> QFormLayout:
        self.name = QLineEdit(tr("Workshop {titel}").format(titel=titel), self)
        self.name.textEdited.connect(guarded(lambda _text: self._named()))
        self.purpose = TextField(tr("Vad ni ska komma fram till, till exempel vilka stråk som är viktigast"), self)
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(tr("Till exempel Residenset i Karlstad, eller digitalt"))
        self.answer_to = QLineEdit(self)
        self.answer_to.setPlaceholderText(tr("Namn eller mejladress, till handledarbladet och mejlen"))
        self.deadline = QLineEdit(self)
        self.deadline.setPlaceholderText(tr("Till exempel fredag 15 januari"))
        self.level = ChoiceField((), empty=tr("Inget valt"))
        fill_levels(self.level)
        self.meaning = quiet("", self)
        self.level.set_value(level)
        self._explain()
        self.level.activated.connect(guarded(lambda _place: self._explain()))
        self.folder_line = QLineEdit(self)
        self.folder_line.textEdited.connect(guarded(self._folder_written))
        self.browse = QPushButton(icon("oppna"), "", self)
        self.browse.setAutoDefault(False)
        self.browse.setToolTip(tr("Välj mapp"))
        self.browse.setAccessibleName(tr("Välj mapp"))
        self.browse.clicked.connect(guarded(lambda _=False: self._browse()))
        row = QHBoxLayout()
        row.addWidget(self.folder_line, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Namn"), self.name)
        form.addRow(tr("Syfte"), self.purpose)
        form.addRow(tr("Plats"), self.place)
        form.addRow(tr("Filerna lämnas till"), self.answer_to)
        form.addRow(tr("Senast"), self.deadline)
        form.addRow(tr("Nivå på samverkanstrappan"), self.level)
        form.addRow("", self.meaning)
        form.addRow(tr("Mapp för filerna"), row)
        return form

    def _build_result(self) -> None:
        column = QVBoxLayout(self.tells)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.where = quiet("", self)
        self.files = FittingList(_LISTED_LINES, self)
        self.files.setObjectName("strukturbild_workshop_filer")
        self.open_sheet = QPushButton(icon("utgava"), tr("Öppna handledarbladet"), self)
        self.open_sheet.setAutoDefault(False)
        about = tr("En sida att skriva ut: grupperna, vad alla gör steg för steg, och hur filerna slås ihop")
        self.open_sheet.setToolTip(about)
        self.open_sheet.clicked.connect(guarded(lambda _=False: _open(self._sheet)))
        column.addWidget(self.where)
        column.addWidget(self.files)
        self.open_mail = QPushButton(icon("oppna"), tr("Öppna mejltexterna"), self)
        self.open_mail.setAutoDefault(False)
        self.open_mail.setToolTip(tr("En text för varje kommun, att kopiera till ett mejl som filen bifogas"))
        self.open_mail.clicked.connect(guarded(lambda _=False: _open(self._mail)))
        self.open_mail.hide()
        papers = QHBoxLayout()
        papers.addWidget(self.open_sheet)
        papers.addWidget(self.open_mail)
        papers.addStretch(1)
        column.addLayout(papers)
        for number, sentence in enumerate(next_steps(), 1):
            column.addWidget(quiet(f"{number}. {sentence}", self))
        column.addStretch(1)

    def _show_started(self, started: StartedWorkshop, papers: WorkshopPapers, groups: tuple[Group, ...]) -> None:
        folder = started.files[0].parent
        self.where.setText(tr("Filerna ligger i {mapp}.").format(mapp=folder))
        for group, path in zip(groups, started.files):
            item = QTreeWidgetItem(self.files, [f"{group.namn}: {path.name}"])
            item.setIcon(0, colour_icon(QColor(group.farg)))
        self._sheet, self._mail = papers.sheet, papers.mail
        self.open_mail.setVisible(papers.mail is not None)
        for path in filter(None, (papers.sheet, papers.mail)):
            QTreeWidgetItem(self.files, [path.name]).setIcon(0, icon("utgava"))
        said = tr("Workshopen är startad. {antal} filer är gjorda.").format(antal=len(groups))
        self.show_result(said if len(groups) > 1 else tr("Workshopen är startad. En fil är gjord."), folder)
        self.controller.session.read()

    def _main_left(self) -> None:
        """Another strukturbild is open: what is asked here would be about the one that was left."""
        if self.pages.currentWidget() is self.asks and not self.controller.busy:
            self.close()

    def _explain(self) -> None:
        self.meaning.setText(meaning_of(self.level.value()))
        self.meaning.setVisible(bool(self.meaning.text()))

    def _named(self) -> None:
        self._suggest_folder()
        self._show_ready()

    def _suggest_folder(self) -> None:
        """A folder of its own beside the main file, until another is chosen."""
        if not self._own_folder:
            self.folder_line.setText(str(folder_to_write_in(self._main) / file_name(self.name.text())))

    def _folder_written(self, text: str) -> None:
        self._own_folder = bool(text.strip())
        self._show_ready()

    def _browse(self) -> None:
        there = Path(self.folder_line.text())
        start = there if is_folder(there) else there.parent
        chosen = QFileDialog.getExistingDirectory(self, tr("Mapp för gruppernas filer"), str(start))
        if chosen:
            self.folder_line.setText(chosen)
            self._folder_written(chosen)

    def _show_ready(self) -> None:
        groups = self.groups.groups()
        self.do.setEnabled(bool(self.name.text().strip() and self.folder_line.text().strip() and groups))
        several = tr("Gör {antal} filer").format(antal=len(groups)) if groups else tr("Gör gruppernas filer")
        self.do.setText(tr("Gör en fil") if len(groups) == 1 else several)


def _open(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def next_steps() -> tuple[str, ...]:
    """What to do with the files, in order."""
    return (
        tr("Ge varje grupp sin fil, på en dator, ett USB-minne eller i ett mejl. Behåll huvudfilen själv."),
        tr(
            "Gruppen öppnar sin fil i QGIS med {oppna} i panelen Strukturbild. Överst står gruppens namn och färg."
        ).format(oppna=button_texts.open_file()),
        tr("När gruppen är klar stänger den QGIS och lämnar tillbaka filen. Det som ritats är redan sparat."),
        tr("Öppna huvudfilen och välj Arkiv > Slå ihop kopior. Kopior som kommer senare slås ihop på samma sätt."),
    )
