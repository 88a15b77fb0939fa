"""Two or three pictures side by side: objects, goals and questions, a column for each."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...analysis.coverage_texts import TextTable
from ...analysis.scenario_comparison import LEAST, MOST
from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import quiet
from ..widgets.tool_tips import tool_tip

_COLUMNS_SHARE = 0.55
"""Of the width that the pictures' columns may take together."""
_LONGEST = 120
"""Signs of a line; the rest is in its tool tip."""


@guarded
class ScenarioView(QWidget):
    """It shows, and tells which pictures are wanted."""

    pictures_changed = pyqtSignal()
    beside_wanted = pyqtSignal()
    """The first two on the map, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._by_hand = False
        row = QHBoxLayout()
        self.choices: list[QComboBox] = []
        for number in range(MOST):
            combo = QComboBox(self)
            combo.setAccessibleName(tr("Bild {n} att jämföra").format(n=number + 1))
            combo.setToolTip(combo.accessibleName())
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(4)
            combo.activated.connect(guarded(lambda _place: self._choose()))
            self.choices.append(combo)
            row.addWidget(combo, 1)
        column.addLayout(row)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("strukturbild_jamfor_bilder")
        self.tree.setMinimumHeight(1)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        column.addWidget(self.tree, 1)
        self.said = quiet("", self)
        column.addWidget(self.said)
        last = QHBoxLayout()
        self.differing = QCheckBox(tr("Bara skillnader"), self)
        self.differing.toggled.connect(guarded(lambda _on: self._fill()))
        self.beside = QPushButton(tr("Visa bredvid varandra"), self)
        self.beside.clicked.connect(guarded(lambda _=False: self.beside_wanted.emit()))
        last.addWidget(self.differing)
        last.addStretch(1)
        last.addWidget(self.beside)
        column.addLayout(last)
        self._table: TextTable | None = None

    def show_pictures(self, pictures: Sequence[tuple[str, str]], suggested: Sequence[str]) -> None:
        """The pictures (bild_id, name) to choose between; what somebody has chosen stays, else what is suggested."""
        first = [*suggested, *(bild_id for bild_id, _name in pictures if bild_id not in suggested)]
        keeps = self._by_hand and len(set(self.chosen()) & {bild_id for bild_id, _name in pictures}) >= LEAST
        for number, combo in enumerate(self.choices):
            wanted = [*([] if number < LEAST else [("", tr("Ingen"))]), *pictures]
            kept = combo.currentData()
            combo.blockSignals(True)
            if [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())] != wanted:
                combo.clear()
                for bild_id, name in wanted:
                    combo.addItem(name, bild_id)
            guess = first[number] if number < max(len(suggested), min(LEAST, len(first))) else ""
            combo.setCurrentIndex(max(0, combo.findData(kept if keeps else guess)))
            combo.blockSignals(False)

    def forget(self) -> None:
        """Another strukturbild is open: nobody has chosen anything in it."""
        self._by_hand = False

    def _choose(self) -> None:
        self._by_hand = True
        self.pictures_changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """The pictures that are chosen (bild_id), each once."""
        return tuple(dict.fromkeys(str(combo.currentData() or "") for combo in self.choices if combo.currentData()))

    def show_table(self, table: TextTable | None, said: str) -> None:
        """Show it; `said`: what there is to know, or why there is nothing."""
        self._table = table
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.beside.setEnabled(table is not None)
        self._fill()

    def _column_width(self, column: int) -> int:
        """As wide as the name of the picture needs, within what leaves room for the goals."""
        header, least = self.tree.header(), self.fontMetrics().height() * 4
        most = int(self.tree.viewport().width() * _COLUMNS_SHARE / max(len(self.chosen()), 1))
        return max(least, min(int(header.sectionSizeHint(column)), most))

    def _fill(self) -> None:
        table, place = self._table, self.tree.verticalScrollBar().value()
        self.tree.clear()
        if table is None:
            self.tree.setColumnCount(1)
            self.tree.setHeaderLabels([""])
            return
        self.tree.setColumnCount(len(table.heads) - 1)
        self.tree.setHeaderLabels([str(head) for head in table.heads[1:]])
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number in range(1, len(table.heads) - 1):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(number, self._column_width(number))
            self.tree.headerItem().setToolTip(number, tool_tip(str(table.heads[number + 1])))
        for combo in self.choices:
            combo.setToolTip(tool_tip(f"{combo.accessibleName()}: {combo.currentText()}"))
        part = ""
        for row in table.rows:
            if self.differing.isChecked() and len(set(row[2:])) == 1:
                continue
            if row[0] != part:
                part = str(row[0])
                heading = QTreeWidgetItem(self.tree, [part])
                font = heading.font(0)
                font.setBold(True)
                heading.setFont(0, font)
                heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(
                self.tree, [" ".join(str(cell)[:_LONGEST].split()) if cell != "" else "–" for cell in row[1:]]
            )
            item.setToolTip(0, tool_tip(str(row[1])))
            for number in range(1, len(row) - 1):
                item.setTextAlignment(number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        self.tree.verticalScrollBar().setValue(place)
