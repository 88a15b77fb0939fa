"""A list with ticks and a search line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..guarded import guarded

CODE = Qt.ItemDataRole.UserRole


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

    def fill(self, entries: Sequence[tuple[str, str, str]], ticked: Collection[str] = ()) -> None:
        """`entries`: code, text and tool tip of each line, in order."""
        self.list.blockSignals(True)
        self.list.clear()
        for code, text, tip in entries:
            item = QListWidgetItem(text, self.list)
            item.setData(CODE, code)
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
        if before is not None and before == item.checkState():
            other = Qt.CheckState.Unchecked if before == Qt.CheckState.Checked else Qt.CheckState.Checked
            item.setCheckState(other)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items():
            item.setHidden(bool(wanted) and wanted not in item.text().casefold())
