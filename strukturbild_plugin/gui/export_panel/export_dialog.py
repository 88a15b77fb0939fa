"""Make an edition: choose folder and pictures, watch it come, go to the result."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...cartography.typography.page import DEFAULT_PAPER, PAPERS, paper_name
from ...checks.engine.finding import ERROR
from ...document_texts import terms
from ...errors import StrukturbildError
from ...export.edition.export_preview import available_kinds, offered_pictures, pictures_of, preview_export
from ...export.export_request import ExportRequest
from ...i18n import tr
from ...store.gpkg.attachments import LAYOUT
from ...store.gpkg.records import Snapshot
from ...workshop.conflict_sentences import waiting_text
from .. import settings
from ..guarded import guarded
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, icon, quiet
from .export_options import ExportOptions

_SHORT = 12
_NAMED = 3
"""So many faults are named when an edition is done; all are in the panel."""


@guarded
class ExportDialog(FittingDialog):
    """Asks, shows progress, then the result, in one window."""

    start_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()
    verify_wanted = pyqtSignal(str)

    layout_wanted = pyqtSignal()
    """The sheet is wanted in QGIS's layout designer."""

    def __init__(self, title: str, folder: Path, snapshot: Snapshot | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self.setWindowTitle(tr("Gör utgåva"))
        self.setObjectName("strukturbild_utgava_dialog")
        self._running = False
        self._result_folder: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(heading(title, self, 1.15))
        column.addLayout(self._form(folder))
        column.addWidget(self._further())
        self.plan = quiet("", self)
        column.addWidget(self.plan)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.hide()
        column.addWidget(self.bar)
        self.result = QWidget(self)
        self._result_column = QVBoxLayout(self.result)
        self._result_column.setContentsMargins(0, 0, 0, 0)
        self.result.hide()
        column.addWidget(self.result)
        self.trouble = QLabel(self)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._asking = (
            *(self.folder_line, self.browse, self.pictures, self.kinds, self.papers, self.author_line),
            *(self.choices, self.more, self.start, self.designer),
        )
        for box in (self.pictures, self.kinds, self.papers):
            box.currentIndexChanged.connect(guarded(lambda _index: self._say_plan()))
        self.folder_line.textChanged.connect(guarded(lambda _text: self._say_plan()))
        self.choices.changed.connect(guarded(self._say_plan))
        self.setMinimumWidth(self.fontMetrics().height() * 36)
        self._say_plan()

    def request(self) -> ExportRequest:
        """All that is chosen."""
        choices = self.choices
        return ExportRequest(
            folder=self.folder(),
            bild_id=self.picture(),
            formats=choices.formats(),
            author=self.author(),
            paper=self.paper(),
            kind=self.kind(),
            kinds=choices.kinds(),
            papers=choices.papers(),
            options=choices.options(),
            layout=choices.layout_name(),
            picture_width=choices.picture_width(),
            standard=choices.standard(),
        )

    def folder(self) -> Path:
        """Where the edition is to lie."""
        return Path(self.folder_line.text().strip())

    def picture(self) -> str:
        """Id of the chosen picture; '' for all."""
        return self.pictures.currentData() or ""

    def paper(self) -> str:
        """Code of the chosen paper."""
        return str(self.papers.currentData())

    def kind(self) -> str:
        """Code of the chosen kind of sheet."""
        return str(self.kinds.currentData() or "karta")

    def author(self) -> str:
        """Who it is by."""
        return self.author_line.text().strip()

    def show_running(self) -> None:
        """The edition is being made."""
        self._running = True
        for widget in self._asking:
            widget.setEnabled(False)
        self.result.hide()
        self.trouble.hide()
        self.bar.setValue(0)
        self.bar.show()
        self._fit()
        self.reveal(self.bar)
        self.close_button.setText(tr("Avbryt"))

    def show_progress(self, percent: float) -> None:
        """0 to 100."""
        self.bar.setValue(int(percent))

    def show_result(self, result: Any, status_name: str) -> None:
        """Number, fingerprint and files; the way to the folder."""
        self._stopped()
        self._result_folder = result.folder
        edition = result.edition
        while self._result_column.count():
            self._result_column.takeAt(0).widget().deleteLater()
        made = tr("Utgåva {number} är klar").format(number=edition.nummer)
        mark = edition.fingeravtryck[:_SHORT]
        mark = " ".join(mark[start : start + 4] for start in range(0, len(mark), 4))
        head_edits = tr("Status: {status}. Fingeravtryck: {mark}.").format(status=status_name, mark=mark)
        names = "\n".join(file.name for file in dict.fromkeys(result.files.values()))
        place = quiet(tr("Mapp: {mapp}").format(mapp=result.folder.name), self.result)
        place.setToolTip(str(result.folder))
        said = result.note if result.is_new else result.message
        self._result_column.addWidget(heading(made, self.result, 1.15))
        self._result_column.addWidget(quiet(head_edits, self.result))
        self._result_column.addWidget(place)
        faults = [finding.mening for finding in result.findings if finding.allvar == ERROR]
        for words in (said, *_faults(faults)):
            if words:
                self._result_column.addWidget(quiet(words, self.result))
        self._result_column.addWidget(quiet(names, self.result))
        self.result.show()
        self.start.hide()
        self.designer.hide()
        self.open_folder.show()
        self.verify.show()
        self.open_folder.setDefault(True)
        self._fit()
        self.reveal(self.result)

    def show_trouble(self, sentence: str) -> None:
        """It did not work; the form can be changed and tried again."""
        self._stopped()
        self.show_verdict(sentence)

    def show_verdict(self, sentence: str) -> None:
        """What verifying the result said."""
        self.trouble.setText(sentence)
        self.trouble.show()
        self._fit()
        self.reveal(self.trouble)

    def reject(self) -> None:
        """Close, or cancel what is running."""
        if self._running:
            self.cancel_wanted.emit()
        else:
            super().reject()

    def _fit(self) -> None:
        """Grow with what is shown: sentences that wrap would else squeeze the fields above."""
        wanted = self.wanted_height()
        self.resize(self.width(), max(wanted, self.height() if self._running else wanted))
        self.keep_on_screen()

    def _stopped(self) -> None:
        self._running = False
        self.bar.hide()
        for widget in self._asking:
            widget.setEnabled(True)
        self.close_button.setText(tr("Stäng"))

    def _say_plan(self) -> None:
        """What will be made, and where; what stands in the way instead, when something does."""
        request = self.request()
        sentence = self._lacking(request)
        fine = not sentence and bool(request.formats)
        if self._snapshot is not None and not sentence:
            try:
                sentence = preview_export(self._snapshot, request).sentence(settings.language())
                sentence += "\n" + tr("Utgåvan får en egen mapp i den mapp du väljer.") if fine else ""
            except StrukturbildError as error:
                sentence, fine = str(error), False
            if self._snapshot.waiting_conflicts:
                waits = tr("{frågor}. Det som stod där förut gäller tills det är avgjort.")
                sentence = f"{waits.format(frågor=waiting_text(self._snapshot.waiting_conflicts))}\n{sentence}"
        self.plan.setText(sentence)
        if not self._running:
            self.start.setEnabled(fine)

    def _lacking(self, request: ExportRequest) -> str:
        """Which field is to be filled in before an edition can be made; '' for none."""
        if not self.folder_line.text().strip():
            return tr("Välj en mapp i fältet Mapp.")
        if not request.folder.is_absolute():
            return tr("Skriv hela sökvägen i fältet Mapp, eller välj mappen med knappen bredvid.")
        return ""

    def _further(self) -> QWidget:
        """A line that unfolds the choices that most never need."""
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        self.more = QToolButton(whole)
        self.more.setText(tr("Format, fler kartblad och tillval"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setAutoRaise(True)
        self.more.setCheckable(True)
        layouts = [one.namn for one in self._snapshot.attachments if one.slag == LAYOUT] if self._snapshot else []
        self.choices = ExportOptions(self._kinds, layouts, self._snapshot.head if self._snapshot else None, whole)
        self.choices.hide()
        self.more.toggled.connect(guarded(self._unfold))
        column.addWidget(self.more)
        column.addWidget(self.choices)
        return whole

    def _unfold(self, shown: bool) -> None:
        self.choices.setVisible(shown)
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._fit()

    def _form(self, folder: Path) -> QFormLayout:
        pictures = offered_pictures(self._snapshot) if self._snapshot else []
        aside = self._snapshot is not None and len(pictures_of(self._snapshot)) < len(pictures)
        self.folder_line = QLineEdit(str(folder), self)
        self.browse = QPushButton(icon("oppna"), "", self)
        self.browse.setToolTip(tr("Välj mapp"))
        self.browse.setAccessibleName(tr("Välj mapp"))
        self.browse.clicked.connect(guarded(lambda _=False: self._browse()))
        row = QHBoxLayout()
        row.addWidget(self.folder_line, 1)
        row.addWidget(self.browse)
        self.pictures = QComboBox(self)
        every = tr("Alla bilder utom gruppernas varianter") if aside else tr("Alla bilder som har objekt")
        self.pictures.addItem(every, "")
        for picture in pictures:
            self.pictures.addItem(picture.namn, picture.bild_id)
        self.papers = _choices(self, [(paper_name(code), code) for code in PAPERS], _usual_paper())
        offered = available_kinds(self._snapshot, pictures)
        self._kinds = [(kod, name.in_language(settings.language())) for kod, name in offered]
        self.kinds = _choices(self, [(name, kod) for kod, name in self._kinds], "karta")
        organisation = self._snapshot.head.organisation if self._snapshot else ""
        self.author_line = QLineEdit(organisation or settings.author(), self)
        self.author_line.setPlaceholderText(tr("Namn eller organisation"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Mapp"), row)
        form.addRow(tr("Kartor"), self.pictures)
        form.addRow(tr("Kartblad"), self.kinds)
        form.addRow(tr("Papper"), self.papers)
        form.addRow(tr("Gjord av"), self.author_line)
        self.terms = quiet(_terms(self._snapshot), self)
        policy = self.terms.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)  # the form gives half the width to what may be narrow
        self.terms.setSizePolicy(policy)
        form.addRow(tr("Villkor"), self.terms)
        return form

    def _buttons(self) -> QHBoxLayout:
        self.start = QPushButton(icon("utgava"), tr("Gör utgåva"), self)
        self.start.setDefault(True)
        self.start.clicked.connect(guarded(lambda _=False: self.start_wanted.emit()))
        self.open_folder = QPushButton(icon("oppna"), tr("Öppna mappen"), self)
        self.open_folder.clicked.connect(guarded(lambda _=False: self._show_folder()))
        self.verify = QPushButton(icon("verifiera"), tr("Verifiera"), self)
        self.verify.clicked.connect(guarded(lambda _=False: self.verify_wanted.emit(str(self._result_folder))))
        self.close_button = QPushButton(tr("Stäng"), self)
        self.close_button.clicked.connect(guarded(lambda _=False: self.reject()))
        self.designer = QPushButton(tr("Öppna i layouthanteraren"), self)
        self.designer.setToolTip(tr("Ändra kartbladet för hand i QGIS. Det kan sedan sparas som egen layout."))
        self.designer.clicked.connect(guarded(lambda _=False: self.layout_wanted.emit()))
        row = QHBoxLayout()
        row.addWidget(self.designer)
        row.addStretch(1)
        for button in (self.start, self.open_folder, self.verify, self.close_button):
            row.addWidget(button)
        self.open_folder.hide()
        self.verify.hide()
        return row

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Mapp för utgåvan"), self.folder_line.text())
        if chosen:
            self.folder_line.setText(chosen)

    def _show_folder(self) -> None:
        if self._result_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._result_folder)))


def _terms(snapshot: Snapshot | None) -> str:
    """What the files will say of licence, permission and reference, and where it is changed."""
    said = terms(snapshot.head) if snapshot is not None else ()
    if said:
        return " ".join((*said, tr("Ändras i steget Syfte.")))
    return tr("Ingen licens, inget spridningstillstånd och inget diarienummer är angivet. De skrivs i steget Syfte.")


def _faults(sentences: Sequence[str]) -> list[str]:
    """What is wrong in what was printed: the first ones by name, and where to put all of them right."""
    if not sentences:
        return []
    first = tr("Granskningen har {count} fel, och de följer med i utgåvan:").format(count=len(sentences))
    if len(sentences) > _NAMED:
        named = [*sentences[:_NAMED], tr("… och {count} till.").format(count=len(sentences) - _NAMED)]
    else:
        named = list(sentences)
    return [first, "\n".join(f"• {words}" for words in named), tr("Rätta dem i fliken Granska och gör utgåvan igen.")]


def _choices(parent: QWidget, choices: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
    """A list of (name, code) with the code `chosen` picked."""
    box = QComboBox(parent)
    for name, code in choices:
        box.addItem(name, code)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _usual_paper() -> str:
    """The paper chosen on the settings page."""
    chosen = settings.chosen(settings.PAPER)
    return chosen if chosen in PAPERS else DEFAULT_PAPER
