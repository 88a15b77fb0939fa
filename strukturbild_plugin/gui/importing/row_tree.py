"""The rows of a file by what becomes of them; the one that is chosen stands out on the map."""

from __future__ import annotations

from collections import defaultdict

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...i18n import tr
from ...store.importing.plan import CHANGED, LEFT, NEW, SAME, ImportPlan, PlannedRow
from ..guarded import guarded
from ..widgets.wrapping_delegate import WrappingDelegate
from . import import_texts

ROW = Qt.ItemDataRole.UserRole
MAX_LISTED = 200
"""Rows listed under one heading; the heading counts them all."""


@guarded
class RowTree(QTreeWidget):
    """A heading per outcome (and per reason, of those that are left), and the rows under it."""

    row_chosen = pyqtSignal(object)
    """A PlannedRow; None for a heading."""
    row_opened = pyqtSignal(object)
    """A double click: show it on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_importrader")
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        WrappingDelegate(self)
        self.currentItemChanged.connect(guarded(lambda item, _before: self.row_chosen.emit(_row_of(item))))
        self.itemDoubleClicked.connect(guarded(lambda item, _column: self.row_opened.emit(_row_of(item))))

    def show_plan(self, plan: ImportPlan | None) -> None:
        """The rows of this plan, and no others."""
        self.clear()
        if plan is None:
            return
        titles = import_texts.outcome_titles()
        for outcome in (NEW, CHANGED, SAME):
            rows = plan.of(outcome)
            if rows:
                self._heading(self.invisibleRootItem(), titles[outcome], rows, outcome != SAME)
        left = plan.of(LEFT)
        if left:
            top = self._heading(self.invisibleRootItem(), titles[LEFT], (), True, len(left))
            by_reason: dict[str, list[PlannedRow]] = defaultdict(list)
            for row in left:
                by_reason[row.reason].append(row)
            for reason, those in sorted(by_reason.items(), key=lambda item: -len(item[1])):
                self._heading(top, reason, tuple(those), False)
        if plan.gone:
            words = tr("Hämtade tidigare, finns inte längre i filen: {count}. De är kvar i strukturbilden.")
            item = QTreeWidgetItem([words.format(count=import_texts.number(len(plan.gone)))])
            self.addTopLevelItem(item)
            for record in plan.gone[:MAX_LISTED]:
                item.addChild(QTreeWidgetItem([record.namn or tr("(utan namn)")]))

    def _heading(
        self, above: QTreeWidgetItem, title: str, rows: tuple[PlannedRow, ...], is_open: bool, count: int | None = None
    ) -> QTreeWidgetItem:
        many = import_texts.number(len(rows) if count is None else count)
        item = QTreeWidgetItem([f"{title}: {many}"])
        above.addChild(item)
        for row in rows[:MAX_LISTED]:
            child = QTreeWidgetItem([_text(row)])
            child.setData(0, ROW, row)
            item.addChild(child)
        if len(rows) > MAX_LISTED:
            more = import_texts.number(len(rows) - MAX_LISTED)
            item.addChild(QTreeWidgetItem([tr("… och {count} till.").format(count=more)]))
        item.setExpanded(is_open)
        return item


def _text(row: PlannedRow) -> str:
    different = row.difference()
    return f"{row.name or row.label}\n{different}" if different else row.name or row.label


def _row_of(item: QTreeWidgetItem | None) -> PlannedRow | None:
    found = item.data(0, ROW) if item is not None else None
    return found if isinstance(found, PlannedRow) else None
