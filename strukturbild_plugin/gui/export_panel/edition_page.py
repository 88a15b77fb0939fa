"""The editions made so far, and the way to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...export.file_names import swedish_date
from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...store.gpkg.records import Edition
from ...workshop.conflict_sentences import waiting_text
from ..guarded import guarded
from ..widgets.labels import LinkLabel, icon, quiet

_SHORT = 12


@guarded
class EditionPage(QWidget):
    """Buttons and a list."""

    export_wanted = pyqtSignal()
    verify_wanted = pyqtSignal()
    names_wanted = pyqtSignal()
    """Names on the printed map are to be moved."""
    compare_wanted = pyqtSignal()
    """What is new since the edition that is chosen, or since the latest."""
    review_wanted = pyqtSignal()
    """What a merge left to choose between is to be decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        text = tr("En utgåva är karta, GeoPackage och webbsida med samma nummer, datum och fingeravtryck.")
        column.addWidget(quiet(text, self))
        self.export_button = QPushButton(icon("utgava"), tr("Gör utgåva…"), self)
        self.export_button.clicked.connect(guarded(lambda _=False: self.export_wanted.emit()))
        self.verify_button = QPushButton(icon("verifiera"), tr("Verifiera utgåva…"), self)
        self.verify_button.clicked.connect(guarded(lambda _=False: self.verify_wanted.emit()))
        self.names_button = QPushButton(tr("Flytta namn…"), self)
        self.names_button.setToolTip(tr("Se kartbladet som det trycks, och flytta namn som är olämpligt placerade."))
        self.names_button.clicked.connect(guarded(lambda _=False: self.names_wanted.emit()))
        self.compare_button = QPushButton(tr("Jämför med…"), self)
        self.compare_button.setToolTip(
            tr("Se vad som är nytt sedan en utgåva eller en annan fil, som lista och på kartan.")
        )
        self.compare_button.clicked.connect(guarded(lambda _=False: self.compare_wanted.emit()))
        column.addWidget(self.export_button)
        column.addWidget(self.names_button)
        column.addWidget(self.verify_button)
        column.addWidget(self.compare_button)
        self.waiting = LinkLabel("", button_texts.show_questions(), self)
        self.waiting.linkActivated.connect(guarded(lambda _link: self.review_wanted.emit()))
        self.waiting.hide()
        column.addWidget(self.waiting)
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("Utgåva"), tr("Datum"), tr("Status"), tr("Fingeravtryck")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemDoubleClicked.connect(guarded(lambda _item, _column: self.compare_wanted.emit()))
        column.addWidget(self.list, 1)
        self.none = quiet(tr("Ingen utgåva är gjord än."), self)
        column.addWidget(self.none)
        column.addStretch(0)

    def chosen(self) -> int:
        """The edition that is chosen in the list; 0 when none is."""
        item = self.list.currentItem()
        return int(item.text(0)) if item is not None else 0

    def show_waiting(self, number: int) -> None:
        """How many conflicts of a merge wait."""
        if number:
            self.waiting.say(f"{waiting_text(number)}.", button_texts.show_questions())
        self.waiting.setVisible(bool(number))

    def show_editions(self, editions: Sequence[Edition], status_names: Mapping[str, str]) -> None:
        """Newest first."""
        self.list.clear()
        for edition in sorted(editions, key=lambda one: one.nummer, reverse=True):
            short = edition.fingeravtryck[:_SHORT]
            row = [str(edition.nummer), _day(edition.tid), status_names.get(edition.status, edition.status), short]
            item = QTreeWidgetItem(self.list, row)
            item.setToolTip(3, edition.fingeravtryck)
            item.setTextAlignment(0, int(Qt.AlignmentFlag.AlignCenter))
        self.list.setVisible(bool(editions))
        self.none.setVisible(not editions)


def _day(tid: str) -> str:
    """The same day as on the sheets; what somebody else has written otherwise is shown as it is."""
    try:
        return swedish_date(tid)
    except ValueError:
        return tid[:10]
