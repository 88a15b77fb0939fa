"""What more an edition can be than its usual self: formats, further sheets, bleed, grid, own layout."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...cartography.typography.page import PAPERS, paper_name
from ...catalogue.plan_standard import PlanStandard
from ...export.export_request import NO_LAYOUT
from ...export.formats import FORMATS
from ...export.image.image_writer import DEFAULT_WIDTH_PX, WIDTHS_PX
from ...export.sheet_options import MAX_BLEED_MM, SheetOptions
from ...i18n import tr
from ...store.gpkg.records import Head
from .. import settings
from ..guarded import guarded
from ..widgets.check_list import CheckList
from ..widgets.labels import quiet
from .plan_standard_box import PlanStandardBox, offered_standards, standard_of

_USUAL_BLEED = 3.0
_BROWSE = "…"
_ROWS = 5


@guarded
class ExportOptions(QWidget):
    """The choices that most never need; hidden until asked for."""

    changed = pyqtSignal()

    def __init__(
        self,
        kinds: Sequence[tuple[str, str]],
        layouts: Sequence[str],
        head: Head | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        tabs = QTabWidget(self)
        for name, content in (
            (tr("Format"), self._formats()),
            (tr("Fler kartblad och papper"), self._sheets(kinds)),
            (tr("Tillval"), self._options(layouts)),
            (tr("Data"), self._data(head)),
        ):
            page = QWidget(tabs)
            content.setContentsMargins(10, 10, 10, 8)
            page.setLayout(content)
            tabs.addTab(page, name)
        column.addWidget(tabs)

    def formats(self) -> tuple[str, ...]:
        """Codes of the ticked formats."""
        return tuple(kod for kod, box in self.format_boxes.items() if box.isChecked())

    def kinds(self) -> tuple[str, ...]:
        """Further kinds of sheet."""
        return self.more_kinds.ticked()

    def papers(self) -> tuple[str, ...]:
        """Further papers."""
        return self.more_papers.ticked()

    def options(self) -> SheetOptions:
        """Bleed, crop marks, grid and locator map."""
        bleed = self.bleed.value() if self.with_bleed.isChecked() else 0.0
        return SheetOptions(bleed, self.with_bleed.isChecked(), self.grid.isChecked(), self.locator.isChecked())

    def picture_width(self) -> int:
        """Pixels."""
        return int(self.width_box.currentData())

    def layout_name(self) -> str:
        """Name or path of the layout; `NO_LAYOUT` for the program's own."""
        return str(self.layout_box.currentData() or "")

    def standard(self) -> PlanStandard | None:
        """Whose categories the objects get in the GeoPackage."""
        return self.standards.standard()

    def _data(self, head: Head | None) -> QVBoxLayout:
        offered = offered_standards()
        self.standards = PlanStandardBox(offered, standard_of(head, offered), self, head)
        column = QVBoxLayout()
        column.addWidget(self.standards)
        column.addStretch(1)
        return column

    def _formats(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.format_boxes: dict[str, QCheckBox] = {}
        language, usual = settings.language(), settings.chosen_list(settings.FORMATS)
        for row, (kod, one) in enumerate(FORMATS.items()):
            box = QCheckBox(one.name.in_language(language), self)
            box.setChecked(one.code in usual if usual else one.standard)
            box.setToolTip(one.about.in_language(language))
            box.toggled.connect(guarded(lambda _on: self.changed.emit()))
            self.format_boxes[kod] = box
            grid.addWidget(box, row, 0)
            about = quiet(one.about.in_language(language), self)
            about.setWordWrap(False)
            grid.addWidget(about, row, 1)
        return grid

    def _sheets(self, kinds: Sequence[tuple[str, str]]) -> QHBoxLayout:
        self.more_kinds, self.more_papers = CheckList(parent=self), CheckList(parent=self)
        self.more_kinds.fill([(kod, name, "") for kod, name in kinds])
        self.more_papers.fill([(kod, paper_name(kod), "") for kod in PAPERS])
        row = QHBoxLayout()
        for ticks, name, share in (
            (self.more_kinds, tr("Fler kartblad"), 3),
            (self.more_papers, tr("Fler papper"), 2),
        ):
            ticks.list.setAccessibleName(name)
            ticks.list.setMinimumHeight(int(self.fontMetrics().height() * 1.5 * _ROWS))
            ticks.changed.connect(guarded(self.changed))
            row.addWidget(ticks, share)
        return row

    def _options(self, layouts: Sequence[str]) -> QFormLayout:
        self.locator = QCheckBox(tr("Sverigekarta med området markerat"), self)
        self.grid = QCheckBox(tr("Koordinatrutnät, SWEREF 99 TM"), self)
        self.with_bleed = QCheckBox(tr("Utfall och skärmärken till tryckeriet"), self)
        self.bleed = QDoubleSpinBox(self)
        self.bleed.setRange(0.0, MAX_BLEED_MM)
        self.bleed.setDecimals(1)
        self.bleed.setValue(_USUAL_BLEED)
        self.bleed.setSuffix(" mm")
        self.bleed.setEnabled(False)
        self.with_bleed.toggled.connect(guarded(self.bleed.setEnabled))
        row = QHBoxLayout()
        row.addWidget(self.with_bleed)
        row.addWidget(self.bleed)
        row.addStretch(1)
        self.width_box = QComboBox(self)
        for width in WIDTHS_PX:
            self.width_box.addItem(tr("{n} pixlar").format(n=width), width)
        self.width_box.setCurrentIndex(self.width_box.findData(DEFAULT_WIDTH_PX))
        self.layout_box = QComboBox(self)
        for name in layouts:
            self.layout_box.addItem(name, name)
        self.layout_box.addItem(tr("Programmets egen"), NO_LAYOUT)
        self.layout_box.addItem(tr("Välj fil…"), _BROWSE)
        self._layout_before = 0
        self.layout_box.activated.connect(guarded(lambda _index: self._layout_picked()))
        for box in (self.locator, self.grid, self.with_bleed):
            box.toggled.connect(guarded(lambda _on: self.changed.emit()))
        form = QFormLayout()
        form.addRow(self.locator)
        form.addRow(self.grid)
        form.addRow(row)
        form.addRow(tr("PNG-bildens bredd"), self.width_box)
        form.addRow(tr("Layout för kartan"), self.layout_box)
        return form

    def _layout_picked(self) -> None:
        """A file is asked for and put in the list; without one, what was chosen before stays."""
        if self.layout_box.currentData() == _BROWSE:
            chosen, _kind = QFileDialog.getOpenFileName(
                self, tr("Layout från QGIS layouthanterare"), "", tr("Layoutmall (*.qpt)")
            )
            if chosen:
                self.layout_box.insertItem(0, chosen.replace("\\", "/").rpartition("/")[2], chosen)
                self._layout_before = 0
            self.layout_box.setCurrentIndex(self._layout_before)
        self._layout_before = self.layout_box.currentIndex()
        self.changed.emit()
