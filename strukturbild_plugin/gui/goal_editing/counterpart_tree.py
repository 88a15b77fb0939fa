"""Goals under their sets as a list to go through, or to tick in, with a second line that says something of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QTreeWidgetItem, QWidget

from ...goals.tree import GoalTree
from ..goal_linking.key_cap import key_cap
from ..guarded import guarded
from ..object_panel.goal_tree import joined_facts
from ..widgets.wrapping_lists import WrappingTree
from .own_goals import goal_name, shortened

_CODE = Qt.ItemDataRole.UserRole
KEYS = 9
"""So many goals have a number key."""
_KEY_SIDE = 16
_LONGEST_TIP = 200


@guarded
class CounterpartTree(WrappingTree):
    """`ticks`: every goal has a box to tick, and the first seen a number; else only goals with none below are there."""

    def __init__(self, ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(True, parent)
        self._ticks = ticks
        self.setIconSize(QSize(_KEY_SIDE, _KEY_SIDE))

    def show_trees(self, trees: Sequence[GoalTree]) -> None:
        """These sets, with nothing ticked and nothing said."""
        self.blockSignals(True)
        self.clear()
        for tree in trees:
            top = QTreeWidgetItem(self, [tree.goal_set.namn])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            above = {goal.over_id for goal in tree.goals}
            for goal in tree.goals:
                if not self._ticks and goal.mal_id in above:
                    continue
                item = QTreeWidgetItem(top, [goal_name(goal)])
                item.setData(0, _CODE, goal.mal_id)
                item.setToolTip(0, joined_facts(goal.niva_namn, shortened(goal.beskrivning, _LONGEST_TIP)))
                if self._ticks:
                    item.setCheckState(0, Qt.CheckState.Unchecked)
            top.setExpanded(True)
        self.blockSignals(False)

    def items(self) -> dict[str, QTreeWidgetItem]:
        """The lines of the goals by identity, in their order."""
        tops = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        listed = [top.child(place) for top in tops for place in range(top.childCount())]
        return {str(item.data(0, _CODE)): item for item in listed}

    def code(self) -> str:
        """The identity of the goal that is chosen; '' for none."""
        item = self.currentItem()
        return str(item.data(0, _CODE) or "") if item is not None else ""

    def ticked(self) -> list[str]:
        """The goals that are ticked."""
        return [code for code, item in self.items().items() if item.checkState(0) == Qt.CheckState.Checked]

    def tick(self, codes: Collection[str]) -> None:
        """Let these be ticked, and no others."""
        self.blockSignals(True)
        for code, item in self.items().items():
            item.setCheckState(0, Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def turn_tick(self, number: int) -> None:
        """Tick the goal with this key, or no longer."""
        seen = self._seen()
        if number <= min(KEYS, len(seen)):
            item = self.items()[seen[number - 1]]
            on = item.checkState(0) == Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def say(self, texts: Mapping[str, str]) -> None:
        """Let these stand under the titles of the goals, by identity, and nothing under the others."""
        self.blockSignals(True)
        for code, item in self.items().items():
            title, text = str(item.text(0)).partition("\n")[0], texts.get(code, "")
            said = f"{title}\n{text}" if text else title
            if said != item.text(0):
                item.setText(0, said)
        self.blockSignals(False)
        self.scheduleDelayedItemsLayout()

    def narrow(self, words: Sequence[str]) -> None:
        """Show the goals that have all these words, and number the first of them."""
        items = self.items()
        for item in items.values():
            item.setHidden(not all(word in item.text(0).casefold() for word in words))
        seen = self._seen()[:KEYS]
        self.blockSignals(True)
        for code, item in items.items():
            key = str(seen.index(code) + 1) if code in seen else ""
            item.setIcon(0, key_cap(key, self.palette(), _KEY_SIDE))
        self.blockSignals(False)

    def _seen(self) -> list[str]:
        return [code for code, item in self.items().items() if not item.isHidden()]
