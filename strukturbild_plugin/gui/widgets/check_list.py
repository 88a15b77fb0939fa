"""A list with ticks and a search line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..guarded import guarded

CODE = Qt.ItemDataRole.UserRole
Entry = tuple[str, str, str]
"""Code, text and tool tip of a line; without a code it is a heading."""


@guarded
class CheckList(QWidget):
    """Tick some of many. Typing narrows the list; what is ticked stays ticked when it is out of sight."""

    changed = pyqtSignal()

    def __init__(self, search: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(search)
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(bool(search))
        self.search.textChanged.connect(guarded(self._narrow))
        self.list = QListWidget(self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(guarded(lambda _item: self.changed.emit()))
        # a click anywhere on the line ticks it, not only on the little box
        self.list.itemClicked.connect(guarded(self._clicked))
        self._pressed_state: dict[int, Qt.CheckState] = {}
        self.list.itemPressed.connect(guarded(self._pressed))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def fill(self, entries: Sequence[Entry], ticked: Collection[str] = ()) -> None:
        """`entries`: code, text and tool tip of each line, in order; one without a code is a heading."""
        self.list.blockSignals(True)
        self.list.clear()
        for code, text, tip in entries:
            item = QListWidgetItem(text, self.list)
            item.setData(CODE, code)
            if not code:
                _make_heading(item)
                continue
            item.setToolTip(tip or text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._narrow(self.search.text())
        self.changed.emit()

    def ticked(self) -> tuple[str, ...]:
        """Codes of the ticked lines, in order."""
        return tuple(item.data(CODE) for item in self._items() if item.checkState() == Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _pressed(self, item: QListWidgetItem) -> None:
        self._pressed_state = {self.list.row(item): item.checkState()}

    def _clicked(self, item: QListWidgetItem) -> None:
        before = self._pressed_state.pop(self.list.row(item), None)
        if not item.data(CODE):
            return
        if before is not None and before == item.checkState():
            other = Qt.CheckState.Unchecked if before == Qt.CheckState.Checked else Qt.CheckState.Checked
            item.setCheckState(other)

    def _narrow(self, text: str) -> None:
        wanted, shown = text.strip().casefold(), False
        for item in reversed(self._items()):  # a heading stays when any line under it does
            if item.data(CODE):
                hidden = bool(wanted) and wanted not in f"{item.text()}\n{item.data(CODE)}".casefold()
                shown = shown or not hidden
            else:
                hidden, shown = not shown, False
            item.setHidden(hidden)


def _make_heading(item: QListWidgetItem) -> None:
    """Bold, and nothing to choose or tick."""
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
