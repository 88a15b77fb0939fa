"""The goals of one object: what it contributes to, how much and why; and all goals, to tie it to more."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...drawing.edits import goal_links
from ...goals.contribution_words import CONTRIBUTION_WORDS, contribution_word
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..widgets.fields import ChoiceField, TextField
from ..widgets.labels import heading, quiet
from ..widgets.wrapping_lists import FittingList
from .goal_tree import GoalTreeView, joined_facts

TIE = Qt.ItemDataRole.UserRole
SHOWN_LINES = 8


def contributions() -> tuple[tuple[int, str], ...]:
    """What a contribution is called, the strongest first."""
    shown_in = settings.language()
    return tuple((number, contribution_word(number, shown_in)) for number in CONTRIBUTION_WORDS)


@guarded
class GoalPanel(QWidget):
    """Ties listed; one is chosen and changed. Each change is an undo step, saved with what is drawn."""

    def __init__(self, tools: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._objekt_id = tools, ""
        self._snapshot: Snapshot | None = None
        self._goals: dict[str, Any] = {}
        self._owners: dict[str, str] = {}
        self.ties: tuple[goal_links.GoalLinkRow, ...] = ()
        column = QVBoxLayout(self)
        column.setSpacing(4)
        self.said = quiet("", self)
        self.tree = FittingList(12, self)
        self.tree.currentItemChanged.connect(guarded(lambda _item, _before: self._show_tie()))
        self.bidrag = ChoiceField(contributions())
        self.bidrag.setAccessibleName(tr("Bidrag"))
        self.bidrag.written.connect(guarded(lambda _number: self._change()))
        self.why = TextField(tr("Varför? En mening"), self, fewest=2)
        self.why.setAccessibleName(tr("Varför"))
        self.why.written.connect(guarded(lambda _text: self._change()))
        self.remove = QPushButton(tr("Ta bort kopplingen"), self)
        self.remove.clicked.connect(guarded(lambda _=False: self._untie()))
        self.more = heading(tr("Koppla till fler mål"), self)
        self.all = GoalTreeView(self)
        self.all.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * SHOWN_LINES)
        self.all.chosen.connect(guarded(self.tie))
        self.all.current_changed.connect(guarded(self._offer))
        self.add = QPushButton(tr("Koppla"), self)
        self.add.setObjectName("strukturbild_koppla")
        self.add.clicked.connect(guarded(lambda _=False: self.tie(self.all.current())))
        for widget in (self.said, self.tree, self.bidrag, self.why, self.remove, self.more):
            column.addWidget(widget)
        column.addWidget(self.all, 1)
        column.addWidget(self.add)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """All the goals of the strukturbild, and what is tied to them now."""
        self._snapshot = snapshot
        self._goals = {goal.mal_id: goal for goal in snapshot.goals}
        self._owners = {one.kod: one.organisation for one in snapshot.goal_sets}
        self._fill()

    def show_object(self, objekt_id: str) -> None:
        """Whose ties to show."""
        self.keep()
        self._objekt_id = objekt_id
        self._fill()

    def keep(self) -> None:
        """Write what is being written just now."""
        self.why.keep()

    def chosen(self) -> goal_links.GoalLinkRow | None:
        """The tie that is shown."""
        found: goal_links.GoalLinkRow | None = self._tie_chosen()
        return found

    def tie(self, mal_id: str) -> None:
        """Tie the object to one more goal, and show that tie."""
        edit_session = self._tools.edit_session
        if mal_id in self._goals and edit_session is not None and mal_id not in {one.mal_id for one in self.ties}:
            self._tools.attempt(lambda: goal_links.add_goal_link(edit_session, self._objekt_id, mal_id))
            self._fill(mal_id)

    def _fill(self, wanted: str = "") -> None:
        edit_session = self._tools.edit_session
        there = (
            edit_session is not None and bool(self._objekt_id) and edit_session.objects.get(self._objekt_id) is not None
        )
        self.ties = (
            goal_links.goal_links_of(edit_session, self._objekt_id) if edit_session is not None and there else ()
        )
        chosen = self._tie_chosen()
        wanted = wanted or (chosen.mal_id if chosen is not None else "")
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in self.ties:
            item = QTreeWidgetItem(self.tree, [self._goal_text(one)])
            item.setData(0, TIE, one)
            if wanted == one.mal_id or self.tree.currentItem() is None:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)
        self.tree.setVisible(bool(self.ties))
        number = len(self.ties)
        self.said.setText(
            tr("Kopplat till {n} av {all} mål.").format(n=number, all=len(self._goals))
            if number
            else tr("Inte kopplat till något mål än.")
        )
        if self._snapshot is not None:
            self.all.show_snapshot(self._snapshot, frozenset(one.mal_id for one in self.ties))
        self._show_tie()
        self._offer()

    def _goal_text(self, one: goal_links.GoalLinkRow) -> str:
        why = f" – {one.motivering}" if one.motivering else ""
        goal = self._goals.get(one.mal_id)
        whose = self._owners.get(goal.samling, "") if goal is not None else ""
        said = joined_facts(whose, dict(contributions()).get(one.bidrag, ""))
        return f"{self._title(one.mal_id)}\n{said}{why}"

    def _title(self, mal_id: str) -> str:
        goal = self._goals.get(mal_id)
        if goal is None:
            return tr("Ett mål som inte finns längre")
        return " ".join(part for part in (goal.kod, goal.titel) if part)

    def _tie_chosen(self) -> Any:
        item = self.tree.currentItem()
        return item.data(0, TIE) if item is not None else None

    def _offer(self) -> None:
        code = self.all.current()
        tied = {one.mal_id for one in self.ties}
        self.add.setEnabled(bool(self._objekt_id) and code in self._goals and code not in tied)

    def _show_tie(self) -> None:
        one = self._tie_chosen()
        for widget in (self.bidrag, self.why, self.remove):
            widget.setVisible(one is not None)
        if one is not None:
            self.bidrag.set_value(one.bidrag)
            if not (self.why.hasFocus() and self.why.dirty()):
                self.why.set_value(one.motivering)

    def _change(self) -> None:
        one, edit_session = self._tie_chosen(), self._tools.edit_session
        if one is not None and edit_session is not None:
            number, why = self.bidrag.value(), self.why.value()
            self._tools.attempt(lambda: goal_links.change(edit_session, one, number, why))
            self._fill()

    def _untie(self) -> None:
        one, edit_session = self._tie_chosen(), self._tools.edit_session
        if one is not None and edit_session is not None:
            self.why.set_value("")
            self._tools.attempt(lambda: goal_links.remove_goal_link(edit_session, one))
            self._fill()
