"""A matrix of goals against what is drawn: goals down, columns across with their names on end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionHeader, QTableView, QWidget

from ...analysis.coverage_texts import cell_sentence, cell_text, goal_title
from ...analysis.goal_matrix import GoalMatrix, MatrixCell
from ..guarded import guarded
from ..widgets.tool_tips import tool_tip

_SUPPORTED, _OPPOSED, _BETWEEN, _INK = QColor("#c6dbef"), QColor("#fdd0a2"), QColor("#dddddd"), QColor("#1a1a1a")
_LONGEST_HEAD = 9
"""Line heights that a column's name takes at most; the rest is in its tool tip."""
_AIR = 8
_MOST_SIGNS = 120


@guarded
class MatrixModel(QAbstractTableModel):
    """The cells of a `GoalMatrix`. What a cell holds is said in words too, so that colour is not alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = GoalMatrix((), (), {}, 0)
        self._heads: tuple[str, ...] = ()
        self._full: Mapping[str, str] = {}
        self._owners: Mapping[str, str] = {}

    def show_matrix(
        self, matrix: GoalMatrix, heads: Sequence[str], full: Mapping[str, str], owners: Mapping[str, str]
    ) -> None:
        """`heads`: what the columns are called; `full`: the same in full, by key; `owners`: of the sets, by code."""
        self.beginResetModel()
        self.matrix, self._heads, self._full, self._owners = matrix, tuple(heads), full, owners
        self.endResetModel()

    def shown(self) -> tuple[object, ...]:
        """What was shown last, as it was given."""
        return self.matrix, self._heads, self._full, self._owners

    def cell(self, row: int, column: int) -> MatrixCell | None:
        """What is linked there."""
        if not (0 <= row < len(self.matrix.goals) and 0 <= column < len(self.matrix.columns)):
            return None
        return self.matrix.cells.get((self.matrix.goals[row].mal_id, self.matrix.columns[column]))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.matrix.goals)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.matrix.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(cell)
        if cell is None:
            return None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self._sentence(index, cell)
            return tool_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        if role == Qt.ItemDataRole.BackgroundRole:
            return _SUPPORTED if cell.total > 0 else _OPPOSED if cell.total < 0 else _BETWEEN
        return _INK if role == Qt.ItemDataRole.ForegroundRole else None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = side == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return _line(self._heads[section] if across else goal_title(self.matrix.goals[section]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._column_name(section) if across else self._goal_name(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _column_name(self, section: int) -> str:
        return self._full.get(self.matrix.columns[section], self._heads[section])

    def _goal_name(self, section: int) -> str:
        goal = self.matrix.goals[section]
        return "\n".join(part for part in (goal_title(goal), self._owners.get(goal.samling, "")) if part)

    def _sentence(self, index: QModelIndex, cell: MatrixCell) -> str:
        goal = self.matrix.goals[index.row()]
        heads = f"{goal_title(goal)}\n{self._full.get(self.matrix.columns[index.column()], '')}"
        return f"{heads}\n{cell_sentence(cell, goal.vikt)}"


@guarded
class NamesOnEnd(QHeaderView):
    """Columns whose names are read from below, so that the columns can be narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMinimumSectionSize(self.fontMetrics().height() + _AIR)
        self.most = _LONGEST_HEAD * self.fontMetrics().height()
        """Pixels that a name has at most."""

    def sectionSizeFromContents(self, section: int) -> QSize:
        name, metrics = self._name(section), self.fontMetrics()
        return QSize(metrics.height() + _AIR, min(metrics.horizontalAdvance(name) + _AIR, self.most))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section = box, section
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.restore()
        painter.save()
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.translate(box.left(), box.bottom())
        painter.rotate(-90)
        room = QRect(_AIR // 2, 0, box.height() - _AIR // 2, box.width())
        text = self.fontMetrics().elidedText(self._name(section), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")


@guarded
class NamesOfGoals(QHeaderView):
    """Rows whose names take two lines where one is too little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(self.fontMetrics().height() + _AIR)

    def height_of(self, section: int) -> int:
        """Pixels that the row needs at the width there is."""
        metrics = self.fontMetrics()
        long = metrics.horizontalAdvance(self._name(section)) > self.width() - _AIR
        return (2 * metrics.lineSpacing() if long else metrics.height()) + _AIR

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section = box, section
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.restore()
        painter.save()
        font = self.font()
        font.setBold(self.selectionModel() is not None and self.selectionModel().currentIndex().row() == section)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = box.adjusted(_AIR // 2, 0, -_AIR // 2, 0)
        lines = two_lines(self._name(section), QFontMetrics(font), room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "\n".join(lines))
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Vertical) or "")


@guarded
class MatrixView(QTableView):
    """One cell, one goal or one column is chosen, with the mouse or the arrows."""

    chosen = pyqtSignal(str, str)
    """The goal (mal_id) and the column's key; '' for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_goals = MatrixModel(self)
        self.setModel(self.model_of_goals)
        self.names = NamesOnEnd(self)
        self.setHorizontalHeader(self.names)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.goal_names = down = NamesOfGoals(self)
        self.setVerticalHeader(down)
        self.selectionModel().currentChanged.connect(guarded(lambda now, _before: self._tell(now)))
        down.sectionClicked.connect(guarded(lambda row: self.chosen.emit(self._goal(row), "")))
        self.horizontalHeader().sectionClicked.connect(
            guarded(lambda column: self.chosen.emit("", self.model_of_goals.matrix.columns[column]))
        )

    def show_matrix(
        self, matrix: GoalMatrix, heads: Sequence[str], full: Mapping[str, str], owners: Mapping[str, str]
    ) -> None:
        """Show it; the cell that was chosen stays so, and the place that was looked at."""
        model = self.model_of_goals
        if (matrix, tuple(heads), full, owners) == model.shown():
            return  # nothing of it has changed: the pen waits for no table
        goal, column = self.current()
        places = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.model_of_goals.show_matrix(matrix, heads, full, owners)
        keys = [one.mal_id for one in matrix.goals]
        if goal in keys and column in matrix.columns:
            self.setCurrentIndex(self.model_of_goals.index(keys.index(goal), matrix.columns.index(column)))
        self.selectionModel().blockSignals(False)
        self._fit()
        self.horizontalScrollBar().setValue(places[0])
        self.verticalScrollBar().setValue(places[1])
        self.viewport().update()

    def current(self) -> tuple[str, str]:
        """The goal and the column of the cell that is chosen; '' for none."""
        index, matrix = self.currentIndex(), self.model_of_goals.matrix
        if not index.isValid() or index.row() >= len(matrix.goals) or index.column() >= len(matrix.columns):
            return "", ""
        return self._goal(index.row()), matrix.columns[index.column()]

    def resizeEvent(self, event: Any) -> None:
        """Qt's: the goals get what the columns leave, or not quite half of the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        down, model = self.goal_names, self.model_of_goals
        metrics = self.fontMetrics()
        texts: dict[str, set[str]] = {}
        for (_goal, key), cell in model.matrix.cells.items():
            texts.setdefault(key, set()).add(cell_text(cell))
        taken = 0
        for place, key in enumerate(model.matrix.columns):
            widest = max((metrics.horizontalAdvance(text) for text in texts.get(key, ())), default=0)
            self.setColumnWidth(place, max(widest, metrics.height()) + _AIR)
            taken += self.columnWidth(place)
        wanted = max((metrics.horizontalAdvance(_line(goal_title(one))) for one in model.matrix.goals), default=0)
        wanted += 2 * _AIR
        left = self.width() - taken - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        down.setFixedWidth(max(metrics.height() * 4, min(wanted, max(left, self.width() * 45 // 100))))
        for row in range(model.rowCount()):
            self.setRowHeight(row, down.height_of(row))
        across = self.names
        across.most = max(4 * metrics.height(), min(_LONGEST_HEAD * metrics.height(), self.height() * 2 // 5))
        across.setFixedHeight(
            max((across.sectionSizeFromContents(place).height() for place in range(model.columnCount())), default=0)
            or metrics.height() + _AIR
        )

    def _goal(self, row: int) -> str:
        goals = self.model_of_goals.matrix.goals
        return goals[row].mal_id if 0 <= row < len(goals) else ""

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(*self.current())


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """At most two lines of `text`, broken between words; the second ends in dots when that is not all."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if first else [rest]


def _line(text: str) -> str:
    """What somebody has written, on one line and not longer than can be seen."""
    return " ".join(text[:_MOST_SIGNS].split())
