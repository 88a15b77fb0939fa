"""Which areas the strukturbild is about, chosen anew; what follows is said before it is done."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ...checks.rules.outside_area import outside
from ...i18n import tr
from ...store.create.area_change import area_names, areas_of, goal_sets_of, title_after
from ...store.create.regions import all_regions
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from ..widgets.region_list import RegionList, goals_abroad, map_abroad, names_abroad


@dataclass(frozen=True)
class AreaRequest:
    """The areas by code, and whether the RUS of those that are new comes along."""

    lan: tuple[str, ...]
    goals: bool


@guarded
class AreaDialog(FittingDialog):
    """The areas with ticks. `snapshot`: the strukturbild as it is drawn now."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_lan_dialog")
        self.setWindowTitle(tr("Ändra område"))
        self._snapshot, self._regions = snapshot, all_regions()
        self._outside = set(outside(snapshot, snapshot.areas))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        text = tr("Valet bestämmer områdets gräns, bakgrundskartan och vad granskningen räknar som utanför.")
        column.addWidget(quiet(text, self))
        self.regions = RegionList(self)
        self.regions.fill_regions(self._regions, snapshot.head.lan)
        column.addWidget(self.regions, 1)
        self.goals = QCheckBox(self)
        self.goals.setChecked(True)
        column.addWidget(self.goals)
        self.follows = quiet("", self)
        column.addWidget(self.follows)
        buttons, self.change = answers(self, tr("Ändra"))
        column.addWidget(buttons)
        self.regions.changed.connect(guarded(self._show))
        self._show()
        side = self.fontMetrics().height()
        self.resize(QSize(side * 26, side * 32))

    def request(self) -> AreaRequest:
        """What was chosen."""
        return AreaRequest(self.regions.ticked(), self.goals.isChecked() and self._offers_goals)

    def _show(self) -> None:
        """What follows of what is ticked now."""
        head, ticked = self._snapshot.head, self.regions.ticked()
        self._show_goals([kod for kod in ticked if kod not in head.lan])
        chosen = [region for region in self._regions if region.kod in ticked]
        # in the order they were chosen first; the new ones come last
        known = {region.kod for region in self._regions}
        changed = set(ticked) != {kod for kod in head.lan if kod in known}
        self.change.setEnabled(bool(ticked) and changed)
        if not ticked:
            self.follows.setText(tr("Välj minst ett område."))
            return
        areas = areas_of(chosen, self._snapshot.areas)
        sentences = [tr("Området blir {areas}.").format(areas=area_names(areas))]
        out = len(set(outside(self._snapshot, areas)) - self._outside) if changed else 0
        if out:
            text = tr("Objekt som hamnar utanför: {n}. De ligger kvar på kartan, och granskningen räknar upp dem.")
            sentences.append(text.format(n=out))
        lost = self._goals_of([kod for kod in head.lan if kod not in ticked])
        if lost:
            text = tr("Målen ligger kvar: {names}. De kan tas bort på steget RUS-mål.")
            sentences.append(text.format(names=", ".join(lost)))
        title = title_after(head.titel, head.lan, chosen)
        if title != head.titel:
            sentences.append(tr("Titeln blir ”{title}”.").format(title=title))
        new = [region for region in chosen if region.kod not in head.lan]
        self.follows.setText(" ".join(filter(None, (*sentences, goals_abroad(names_abroad(new)), map_abroad(new)))))

    def _goals_of(self, lan: list[str]) -> list[str]:
        """The goal sets of län that go, by name."""
        gone = set(lan)
        return [one.namn for one in self._snapshot.goal_sets if one.lan and set(one.lan) <= gone]

    def _show_goals(self, new: list[str]) -> None:
        there = {goal_set.kod for goal_set in self._snapshot.goal_sets}
        names = [tree.goal_set.namn for tree in goal_sets_of(new) if tree.goal_set.kod not in there]
        self._offers_goals = bool(names)
        self.goals.setVisible(bool(names))
        text = tr("Hämta också målen i länets RUS") if len(names) == 1 else tr("Hämta också målen i länens RUS")
        self.goals.setText(text)
        self.goals.setToolTip("\n".join(names))
