"""The objects that are different since a state: those that can be brought back have a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...i18n import tr
from ...store.earlier_states.state_diff import CHANGED, GONE, NEW, ObjectDiff, StateDiff
from ..guarded import guarded
from ..recovery.change_descriptions import ChangeDescriptions
from ..widgets.wrapping_delegate import WrappingDelegate
from . import state_texts

MAX_LINES = 500
"""More objects of a kind are not listed one by one; ticking the kind takes them all."""
_IDS = Qt.ItemDataRole.UserRole
"""The ids of the objects that a line stands for."""


@guarded
class DiffTree(QTreeWidget):
    """Three kinds: taken away, changed, new since. New ones stay as they are and are listed only."""

    chosen_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_lage_skillnader")
        self.setHeaderHidden(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(WrappingDelegate(self))
        self.itemChanged.connect(guarded(lambda _item, _column: self.chosen_changed.emit()))

    def show_diff(self, diff: StateDiff, descriptions: ChangeDescriptions) -> None:
        """List this; what was ticked and is still there stays ticked."""
        ticked = frozenset(self.chosen())
        self.clear_diff()
        self.blockSignals(True)
        titles = {GONE: tr("Borttaget"), CHANGED: tr("Ändrat"), NEW: tr("Nytt")}
        for kind, title in titles.items():
            objects = diff.of_kind(kind)
            if objects:
                self._add_kind(kind, f"{title} ({len(objects)})", objects, descriptions, ticked)
        self.blockSignals(False)
        self.setVisible(self.topLevelItemCount() > 0)
        self.chosen_changed.emit()

    def clear_diff(self) -> None:
        """List nothing."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self.hide()

    def chosen(self) -> tuple[str, ...]:
        """The ids of the objects that are ticked."""
        groups = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        lines = (group.child(at) for group in groups for at in range(group.childCount()))
        ticked = (line for line in lines if line.data(0, _IDS) and line.checkState(0) == Qt.CheckState.Checked)
        return tuple(objekt_id for line in ticked for objekt_id in line.data(0, _IDS))

    def _add_kind(
        self,
        kind: str,
        title: str,
        objects: tuple[ObjectDiff, ...],
        descriptions: ChangeDescriptions,
        ticked: frozenset[str],
    ) -> None:
        group, rest = QTreeWidgetItem([title]), objects[MAX_LINES:]
        for one in objects[:MAX_LINES]:
            line = _line(state_texts.title(one, descriptions), (one,), kind, ticked)
            for change in one.changes:
                line.addChildren([QTreeWidgetItem([text]) for text in state_texts.details(change, descriptions)])
            group.addChild(line)
        if rest:
            group.addChild(_line(tr("… och {n} till.").format(n=len(rest)), rest, kind, ticked))
        if kind != NEW:
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        self.addTopLevelItem(group)
        group.setExpanded(kind != NEW)


def _line(text: str, objects: Sequence[ObjectDiff], kind: str, ticked: frozenset[str]) -> QTreeWidgetItem:
    """A line for one object or more; a box to tick unless they are new."""
    line = QTreeWidgetItem([text])
    if kind != NEW:
        ids = [one.objekt_id for one in objects]
        line.setData(0, _IDS, ids)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Checked if ticked.issuperset(ids) else Qt.CheckState.Unchecked)
    return line
