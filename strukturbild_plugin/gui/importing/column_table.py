"""Which column of the file fills what: guessed, shown with why, and changed with two clicks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.importing.plan import ColumnGuess
from ..guarded import guarded

_ALWAYS = ("namn", "titel")
"""What an object and a goal is called is asked for even when no column looks like it."""


@guarded
class ColumnTable(QWidget):
    """A list of columns for each thing an object can be told; those that the file fills come first."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._titles: Mapping[str, str] = {}
        self._columns: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._filled, self._empty = QWidget(self), QWidget(self)
        for part in (self._filled, self._empty):
            form = QFormLayout(part)
            form.setContentsMargins(0, 0, 0, 0)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.more = QToolButton(self)
        self.more.setText(tr("Fler uppgifter"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.toggled.connect(guarded(self._unfold))
        self._empty.hide()
        for part in (self._filled, self.more, self._empty):
            column.addWidget(part)

    def show_mapping(self, titles: Mapping[str, str], columns: Sequence[str], mapping: Sequence[ColumnGuess]) -> None:
        """The targets (code -> title) and columns there are, and which fills which."""
        chosen = {guess.target: guess for guess in mapping}
        if (dict(titles), tuple(columns)) != (dict(self._titles), self._columns) or not self._boxes:
            self._titles, self._columns = dict(titles), tuple(columns)
            self._lay(chosen)
        for target, box in self._boxes.items():
            guess = chosen.get(target)
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(guess.column), 0) if guess is not None else 0)
            box.blockSignals(False)
            box.setToolTip(guess.why if guess is not None else "")

    def fields(self) -> dict[str, str]:
        """Target -> column, of those that are filled."""
        return {target: str(box.currentData()) for target, box in self._boxes.items() if box.currentData()}

    def _unfold(self, on: bool) -> None:
        self._empty.setVisible(on)
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)

    def _lay(self, chosen: Mapping[str, ColumnGuess]) -> None:
        for part in (self._filled, self._empty):
            form = part.layout()
            while form.rowCount():
                form.removeRow(0)
        self._boxes = {}
        for target, title in self._titles.items():
            filled = target in chosen or target in _ALWAYS
            box = QComboBox(self)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.addItem(tr("(tomt)"), "")
            for name in self._columns:
                box.addItem(name, name)
            box.setAccessibleName(title)
            box.activated.connect(guarded(lambda _place: self.changed.emit()))
            (self._filled if filled else self._empty).layout().addRow(title, box)
            self._boxes[target] = box
        self.more.setVisible(self._empty.layout().rowCount() > 0)
