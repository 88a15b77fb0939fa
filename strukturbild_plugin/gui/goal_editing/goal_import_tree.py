"""What an import of goals gives: the goals as the tree they become, and under it what is left and why."""

from __future__ import annotations

from collections import defaultdict

from qgis.PyQt.QtWidgets import QTreeWidgetItem, QWidget

from ...i18n import tr
from ...store.importing.goal_plan import GoalPlan, PlannedGoal
from ...store.importing.plan import CHANGED, LEFT, NEW, SAME
from ..guarded import guarded
from ..object_panel.goal_tree import joined_facts, objects_in_words
from ..widgets.wrapping_lists import WrappingTree
from .own_goals import goal_name, shortened

MAX_LISTED = 500
"""Goals listed; the heading counts them all."""
_LONGEST = 200


@guarded
class GoalImportTree(WrappingTree):
    """Headings that count, and what is under each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(True, parent)
        self.setObjectName("strukturbild_mal_forhandsvisning")
        self.setAccessibleName(tr("Vad som hämtas"))

    def show_plan(self, plan: GoalPlan | None) -> None:
        """What this plan does, and no other."""
        self.clear()
        if plan is None:
            return
        left = plan.of(LEFT)
        if left:
            self._show_left(left)
        if plan.tree is not None:
            self._show_taken(plan)
        if plan.kept:
            top = self._heading(tr("Finns inte i tabellen, men ligger kvar: {n}").format(n=len(plan.kept)), False)
            for goal, number in plan.kept[:MAX_LISTED]:
                _line(top, goal_name(goal), objects_in_words(number))
        if plan.going:
            top = self._heading(tr("Finns inte i tabellen, och tas bort: {n}").format(n=len(plan.going)), False)
            for goal in plan.going[:MAX_LISTED]:
                _line(top, goal_name(goal), "")

    def _show_taken(self, plan: GoalPlan) -> None:
        rows = {row.mal_id: row for row in plan.rows if row.outcome != LEFT}
        top = self._heading(tr("Hämtas: {n}").format(n=len(rows)), True)
        words = {NEW: "", CHANGED: tr("ändras"), SAME: tr("som förut")}
        items: dict[str, QTreeWidgetItem] = {}
        listed = [goal for goal in (plan.tree.goals if plan.tree is not None else ()) if goal.mal_id in rows]
        for goal in listed[:MAX_LISTED]:
            row = rows[goal.mal_id]
            facts = (goal.niva_namn, str(goal.malar) if goal.malar else "", goal.indikator, words[row.outcome])
            item = _line(items.get(goal.over_id, top), goal_name(goal), joined_facts(*facts))
            item.setToolTip(0, joined_facts(row.label, shortened(goal.beskrivning, _LONGEST)))
            items[goal.mal_id] = item
        _say_more(top, len(listed))
        for item in items.values():
            item.setExpanded(True)

    def _show_left(self, left: tuple[PlannedGoal, ...]) -> None:
        top = self._heading(tr("Hämtas inte: {n}").format(n=len(left)), True)
        by_reason: dict[str, list[PlannedGoal]] = defaultdict(list)
        for row in left[:MAX_LISTED]:
            by_reason[row.reason].append(row)
        for reason, those in by_reason.items():
            for row in those:
                _line(top, joined_facts(row.label, f"{row.goal.kod} {row.goal.titel}".strip()), reason)
        _say_more(top, len(left))

    def _heading(self, text: str, is_open: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setExpanded(is_open)
        return item


def _line(above: QTreeWidgetItem, first: str, second: str) -> QTreeWidgetItem:
    return QTreeWidgetItem(above, ["\n".join(shortened(one, _LONGEST) for one in (first, second) if one)])


def _say_more(top: QTreeWidgetItem, number: int) -> None:
    if number > MAX_LISTED:
        top.addChild(QTreeWidgetItem([tr("… och {count} till.").format(count=number - MAX_LISTED)]))
