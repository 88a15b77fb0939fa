"""The groups of a workshop as a table: name, colour, and what each may change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.gui import QgsColorButton
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...workshop.start import EVERYTHING, GROUP_COLOURS, Group, rights_texts
from ..guarded import guarded
from ..widgets.labels import quiet

NAME, COLOUR, RIGHTS = range(3)
TABLES = 6
_CODE = Qt.ItemDataRole.UserRole
_FEWEST_LINES = 5


@guarded
class GroupTable(QWidget):
    """`municipalities`: name by code of four digits, of the strukturbild's län."""

    changed = pyqtSignal()

    def __init__(self, municipalities: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._municipalities = municipalities
        self._by_hand: set[QgsColorButton] = set()
        """The colours that somebody has chosen."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = QTableWidget(0, 3, self)
        self.table.setObjectName("strukturbild_workshop_grupper")
        self.table.setHorizontalHeaderLabels([tr("Grupp"), tr("Färg"), tr("Får ändra")])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for narrow in (COLOUR, RIGHTS):
            header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(line * _FEWEST_LINES)
        self.table.itemChanged.connect(guarded(lambda _item: self.changed.emit()))
        self.table.itemSelectionChanged.connect(guarded(self._show_buttons))
        self.none = quiet(tr("Lägg till borden, eller en grupp för varje kommun. Namnen går att ändra."), self)
        column.addLayout(self._buttons())
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._show_buttons()

    def groups(self) -> tuple[Group, ...]:
        """The groups, in order."""
        return tuple(self._group(row) for row in range(self.table.rowCount()))

    def add(self, groups: Iterable[Group]) -> None:
        """Add groups; one whose name is there already is left out."""
        known = {one.namn.strip().casefold() for one in self.groups()}
        for group in groups:
            if group.namn.casefold() not in known:
                self._add_row(group)
        self._show_buttons()
        self.changed.emit()

    def _buttons(self) -> QHBoxLayout:
        self.tables = self._button(tr("Bord 1–6"), lambda: self.add(self._tables()))
        self.each = self._button(tr("En per kommun"), lambda: self.add(self._each_municipality()))
        self.each.setToolTip(tr("En fil för varje kommun i länet, att mejla till kommunen"))
        self.each.setEnabled(bool(self._municipalities))
        self.one = self._button(tr("Lägg till"), self._add_one)
        self.remove = self._button(tr("Ta bort"), self._remove)
        row = QHBoxLayout()
        for button in (self.tables, self.each, self.one):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove)
        return row

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(lambda _=False: call()))  # type: ignore[operator]
        return button

    def _tables(self) -> list[Group]:
        return [Group(tr("Bord {nummer}").format(nummer=number)) for number in range(1, TABLES + 1)]

    def _each_municipality(self) -> list[Group]:
        return [Group(name, kommunkod=code) for code, name in self._municipalities.items()]

    def _add_one(self) -> None:
        known = {one.namn.strip().casefold() for one in self.groups()}
        number = self.table.rowCount() + 1
        while (name := tr("Bord {nummer}").format(nummer=number)).casefold() in known:
            number += 1
        self.add([Group(name)])
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, NAME)
        self.table.editItem(self.table.item(row, NAME))

    def _add_row(self, group: Group) -> None:
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        name = QTableWidgetItem(group.namn)
        name.setData(_CODE, group.kommunkod)
        self.table.setItem(row, NAME, name)
        self.table.blockSignals(False)
        colour = QgsColorButton(self.table)
        colour.setShowMenu(False)
        colour.setAllowOpacity(False)
        colour.setColor(QColor(group.farg or self._free_colour()))
        colour.colorChanged.connect(guarded(lambda _colour: self._by_hand.add(colour)))
        colour.setColorDialogTitle(tr("Gruppens färg"))
        colour.setMaximumWidth(self.fontMetrics().height() * 4)
        self.table.setCellWidget(row, COLOUR, colour)
        rights = QComboBox(self.table)
        for code, words, meaning in rights_texts():
            rights.addItem(words, code)
            rights.setItemData(rights.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        rights.setCurrentIndex(rights.findData(group.far_andra or EVERYTHING))
        rights.setAccessibleName(tr("Vad {grupp} får ändra").format(grupp=group.namn))
        self.table.setCellWidget(row, RIGHTS, rights)

    def _free_colour(self) -> str:
        """The next colour that no group has; the one that fewest have when all are taken."""
        taken = [one.farg for one in self.groups()[:-1]]
        return min(GROUP_COLOURS, key=taken.count)

    def _spread_colours(self) -> None:
        """Two groups have one colour only while none is free, or when somebody has chosen it for both."""
        for row in range(self.table.rowCount()):
            colours = [one.farg for one in self.groups()]
            button, free = self.table.cellWidget(row, COLOUR), [one for one in GROUP_COLOURS if one not in colours]
            if free and button not in self._by_hand and colours.count(colours[row]) > 1:
                button.blockSignals(True)
                button.setColor(QColor(free[0]))
                button.blockSignals(False)

    def _group(self, row: int) -> Group:
        item, colour, rights = self.table.item(row, NAME), *(self.table.cellWidget(row, at) for at in (COLOUR, RIGHTS))
        return Group(
            item.text().strip(),
            colour.color().name() if colour is not None else "",
            str(item.data(_CODE) or ""),
            str(rights.currentData()) if rights is not None else "",
        )

    def _remove(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self._by_hand.discard(self.table.cellWidget(row, COLOUR))
            self.table.removeRow(row)
        self._spread_colours()
        self._show_buttons()
        self.changed.emit()

    def _show_buttons(self) -> None:
        self.none.setVisible(self.table.rowCount() == 0)
        self.table.setVisible(self.table.rowCount() > 0)
        self.remove.setEnabled(bool(self.table.selectedIndexes()))
