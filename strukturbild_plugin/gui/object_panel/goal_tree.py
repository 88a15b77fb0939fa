"""Goals as a tree that wraps and can be searched, with how well the objects carry each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QTreeWidgetItem, QVBoxLayout, QWidget

from ...goals.counterparts import answered_goals
from ...goals.coverage import GoalCoverage, coverage
from ...goals.model import Goal, GoalSet
from ...goals.set_texts import extent_in_words
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..widgets.labels import quiet
from ..widgets.wrapping_lists import WrappingTree

CODE, WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@guarded
class GoalTreeView(QWidget):
    """`chosen`: identity of a goal that was double-clicked or entered."""

    chosen = pyqtSignal(str)
    current_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Sök bland målen"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(guarded(lambda _text: self._narrow()))
        self.none = quiet(tr("Inget mål med de orden."), self)
        self.none.hide()
        self.tree = WrappingTree(True, self)
        self.tree.setObjectName("strukturbild_maltrad")
        self.tree.itemActivated.connect(guarded(lambda item, _column: self._choose(item)))
        self.tree.currentItemChanged.connect(guarded(lambda _item, _before: self.current_changed.emit()))
        for widget in (self.search, self.none):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        self._shown: Any = None
        self._soon = QTimer(self)  # of a page that has just come to the front the lines have no heights yet
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._scroll_as_laid_out))
        self.tree.viewport().installEventFilter(self)

    def show_snapshot(
        self, snapshot: Snapshot, left_out: frozenset[str] = frozenset(), said: Mapping[str, str] | None = None
    ) -> None:
        """The goals of all sets, with whose they are; those of `left_out` are not offered but keep their place.

        `said`: what is said of some goals in place of how well objects carry them.
        """
        found = coverage(snapshot.goals, snapshot.links, {one.objekt_id for one in snapshot.objects})
        carried = {one.mal_id: tr("Kopplat") if one.mal_id in left_out else carried_by(one) for one in found}
        carried.update(said or {})
        answers = answered_goals(snapshot.goals, snapshot.counterparts)
        shown = (snapshot.goal_sets, snapshot.goals, carried, left_out, answers)
        if shown == self._shown:
            return
        self._shown = shown
        kept, folded = self.current(), self._folded()
        self.tree.blockSignals(True)
        self.tree.clear()
        for goal_set in sorted(snapshot.goal_sets, key=lambda one: not one.lan):  # a region's before those for all
            top = QTreeWidgetItem(self.tree, [f"{goal_set.namn}\n{about_set(goal_set)}".strip()])
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            top.setData(0, CODE, f"samling:{goal_set.kod}")
            items: dict[str, QTreeWidgetItem] = {}
            for goal in (one for one in snapshot.goals if one.samling == goal_set.kod):
                above = items.get(goal.over_id, top)
                text = joined_facts(goal_set.organisation, carried[goal.mal_id])
                items[goal.mal_id] = item = self._item(above, goal, text, goal.mal_id in left_out)
                if goal.mal_id in answers:
                    item.setToolTip(0, f"{item.toolTip(0)}\n{answers_in_words(answers[goal.mal_id])}")
            top.setExpanded(goal_set.kod not in folded)
            for item in items.values():
                item.setExpanded(True)
        self.tree.blockSignals(False)
        self._narrow()
        self._take_up(kept)

    def current(self) -> str:
        """The code of what is chosen: a goal's identity, or 'samling:kod'."""
        item = self.tree.currentItem()
        return str(item.data(0, CODE) or "") if item is not None else ""

    def choose(self, code: str) -> None:
        """Let this one be chosen, and seen."""
        self._take_up(code)
        self._scroll()
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: with less room, what is chosen is to be seen still."""
        if event.type() == QEvent.Type.Resize and self.tree.currentItem() is not None:
            self._soon.start()
        return bool(super().eventFilter(watched, event))

    def _scroll_as_laid_out(self) -> None:
        """The lines have other heights at another width, which Qt asks for later."""
        self.tree.doItemsLayout()
        self._scroll()

    def _scroll(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.scrollToItem(item)

    def seen_goals(self) -> list[str]:
        """The goals that the search lets through and that have no goal below them, in reading order."""
        return [str(item.data(0, CODE)) for item in self.goal_items() if not item.isHidden() and not item.childCount()]

    def goal_items(self) -> list[QTreeWidgetItem]:
        """The lines of all goals, in reading order."""
        found: list[QTreeWidgetItem] = []
        rest = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        while rest:
            item = rest.pop(0)
            found.append(item)
            rest = [*(item.child(place) for place in range(item.childCount())), *rest]
        return [item for item in found if item.data(0, WORDS) is not None]

    def _item(self, above: QTreeWidgetItem, goal: Any, said: str, left_out: bool) -> QTreeWidgetItem:
        title = " ".join(part for part in (goal.kod, goal.titel) if part)
        item = QTreeWidgetItem(above, [f"{title}\n{said}"])
        item.setData(0, CODE, goal.mal_id)
        item.setData(0, WORDS, " ".join((goal.kod, goal.niva_namn, goal.titel, goal.beskrivning)).casefold())
        item.setToolTip(0, "\n".join(part for part in (goal.niva_namn, title, goal.beskrivning) if part))
        if left_out:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        return item

    def _choose(self, item: QTreeWidgetItem) -> None:
        code = str(item.data(0, CODE) or "")
        if code and not code.startswith("samling:") and item.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.chosen.emit(code)

    def _folded(self) -> set[str]:
        tops = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return {str(top.data(0, CODE)).partition(":")[2] for top in tops if not top.isExpanded()}

    def _take_up(self, code: str) -> None:
        for item in self._all():
            if code and item.data(0, CODE) == code:
                self.tree.setCurrentItem(item)
                return  # whoever hears of it may fill the tree anew, and then the others are gone

    def _all(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        rest = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        while rest:
            item = rest.pop()
            found.append(item)
            rest.extend(item.child(place) for place in range(item.childCount()))
        return found

    def _narrow(self) -> None:
        """Every word must be there; what stands above a hit is shown too."""
        wanted = self.search.text().casefold().split()
        hits = 0
        for item in self._all():
            text = item.data(0, WORDS)
            hit = text is not None and all(word in text for word in wanted)
            hits += hit
            item.setHidden(bool(wanted) and not hit)
            above = item.parent()
            while hit and wanted and above is not None:
                above.setHidden(False)
                above = above.parent()
        if wanted:  # a parent looked at after its child must not hide it again
            for item in self._all():
                if not item.isHidden() and item.parent() is not None:
                    _show_above(item)
        self.none.setVisible(bool(wanted) and not hits)


def carried_by(found: GoalCoverage) -> str:
    """'3 objekt, 1 motverkar'; of a goal with goals below it they count too."""
    number = len(found.object_ids_below)
    if not number:
        return tr("Inget objekt än")
    said = objects_in_words(number)
    against = len(found.opposing_ids)
    return tr("{objects}, {n} motverkar").format(objects=said, n=against) if against else said


def objects_in_words(number: int) -> str:
    """'1 objekt', '3 objekt'."""
    return tr("1 objekt") if number == 1 else tr("{n} objekt").format(n=number)


def answers_in_words(answers: Sequence[tuple[Goal, str]]) -> str:
    """'Regionens bedömning: motsvarar 11 Hållbara städer (skäl)'."""
    named = [f"{goal.kod} {goal.titel}".strip() + (f" ({why})" if why else "") for goal, why in answers]
    return tr("Regionens bedömning: motsvarar {goals}").format(goals=", ".join(named))


def joined_facts(*parts: str) -> str:
    """'Region Värmland · 3 objekt', without what is empty."""
    return " · ".join(part for part in parts if part)


def about_set(goal_set: GoalSet) -> str:
    """'Antagen 2021 · till 2040 · toppnivå'."""
    parts = [tr("Antagen {year}").format(year=goal_set.antagen) if goal_set.antagen else ""]
    parts.append(tr("till {year}").format(year=goal_set.horisont) if goal_set.horisont else "")
    parts.append(extent_in_words(goal_set))
    return " · ".join(part for part in parts if part)


def _show_above(item: QTreeWidgetItem) -> None:
    above = item.parent()
    while above is not None:
        above.setHidden(False)
        above = above.parent()
