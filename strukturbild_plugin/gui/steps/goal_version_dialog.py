"""From one version of a strategy to the next: goal by goal, old beside new. Nothing moves that is not chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...goals.model import Goal, GoalSet
from ...goals.new_version import GoalMatch, match_goals
from ...goals.set_texts import adopted_in_words, set_facts
from ...goals.tree import GoalTree
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import heading, quiet
from ..widgets.wrapping_delegate import WrappingDelegate

WIDTH, HEIGHT = 860, 560
_ALL_ROOM = 1000


@guarded
class GoalVersionDialog(FittingDialog):
    """A line for each goal of `old` that something hangs on; `versions` are the sets it may be changed for."""

    def __init__(
        self, snapshot: Snapshot, old: GoalSet, versions: Sequence[GoalTree], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Byt till ny version"))
        self.resize(WIDTH, HEIGHT)
        self._old, self._versions = old, tuple(versions)
        self._goals = [goal for goal in snapshot.goals if goal.samling == old.kod]
        self._links = Counter(link.mal_id for link in snapshot.links)
        self._hanging = _hanging(snapshot)
        self._boxes: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(heading(old.namn, self, 1.1))
        column.addWidget(quiet(_about(old, len(self._goals)), self))
        self.version = QComboBox(self)
        self.version.setAccessibleName(tr("Ny version"))
        for tree in self._versions:
            self.version.addItem(tree.goal_set.namn, tree.goal_set.kod)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("byts mot"), self))
        row.addWidget(self.version, 1)
        column.addLayout(row)
        self.about = quiet("", self)
        column.addWidget(self.about)
        self.table = QTreeWidget(self)
        self.table.setHeaderLabels([tr("Mål i dag"), tr("Likhet"), tr("Mål i den nya versionen")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(False)
        self.table.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.table.header().resizeSection(2, WIDTH // 2)
        WrappingDelegate(self.table)
        column.addWidget(self.table, _ALL_ROOM)
        column.addStretch(1)  # where there is no table, the lines keep together
        self.take_all = QPushButton(tr("Ta alla förslag"), self)
        self.take_all.clicked.connect(guarded(lambda _=False: self._take_proposals()))
        self.follows = quiet("", self)
        below = QHBoxLayout()
        below.addWidget(self.follows, 1)
        below.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        buttons, self.change = answers(self, tr("Byt version"))
        column.addWidget(buttons)
        self.version.currentIndexChanged.connect(guarded(lambda _index: self._fill()))
        self._matches: tuple[GoalMatch, ...] = ()
        self._fill()
        if not self._matches:
            self.resize(WIDTH, self.sizeHint().height())

    def tree(self) -> GoalTree:
        """The new version."""
        return self._versions[self.version.currentIndex()]

    def moves(self) -> dict[str, str]:
        """Identity of each old goal that is to become a new one, and of that."""
        return {mal_id: str(box.currentData()) for mal_id, box in self._boxes.items() if box.currentData()}

    def _fill(self) -> None:
        tree = self.tree()
        self.about.setText(_about(tree.goal_set, len(tree.goals)))
        self._matches = match_goals([goal for goal in self._goals if goal.mal_id in self._hanging], tree.goals)
        self.table.clear()
        self._boxes.clear()
        for match in self._matches:
            item = QTreeWidgetItem(self.table, [self._in_words(match.old), _likeness(match), ""])
            box = QComboBox(self.table)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(match.old.titel)
            box.addItem(tr("Behåll, och se över"), "")
            for goal in tree.goals:
                box.addItem(_title(goal), goal.mal_id)
                box.setItemData(box.count() - 1, _title(goal), Qt.ItemDataRole.ToolTipRole)
            same = match.new is not None and match.likeness == 1
            box.setCurrentIndex(max(box.findData(match.new.mal_id), 0) if same and match.new is not None else 0)
            box.currentIndexChanged.connect(guarded(lambda _index: self._follow()))
            self.table.setItemWidget(item, 2, self._choice(box, match))
            self._boxes[match.old.mal_id] = box
        self.table.setVisible(bool(self._matches))
        self._follow()

    def _choice(self, box: QComboBox, match: GoalMatch) -> QWidget:
        """The box, and under it the proposal as a button that takes it."""
        holder = QWidget(self.table)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(2)
        column.addWidget(box)
        if match.new is not None and match.likeness < 1:
            new = match.new
            said = tr("Förslag: {title}").format(title=_title(new))
            room = WIDTH // 2 - 4 * self.fontMetrics().averageCharWidth()
            take = QPushButton(self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room), holder)
            take.setToolTip(_title(new))
            take.setFlat(True)
            take.setStyleSheet("text-align: left")
            take.clicked.connect(guarded(lambda _=False: box.setCurrentIndex(box.findData(new.mal_id))))
            column.addWidget(take)
        return holder

    def _in_words(self, goal: Goal) -> str:
        number = self._links[goal.mal_id]
        said = tr("{n} objekt").format(n=number) if number else tr("Inget objekt, men annat är kopplat till målet")
        return f"{_title(goal)}\n{said}"

    def _take_proposals(self) -> None:
        for match in self._matches:
            box = self._boxes[match.old.mal_id]
            if match.new is not None and not box.currentData():
                box.setCurrentIndex(box.findData(match.new.mal_id))

    def _follow(self) -> None:
        moves = self.moves()
        moved = sum(self._links[mal_id] for mal_id in moves)
        left = sum(self._links[match.old.mal_id] for match in self._matches) - moved
        self.take_all.setVisible(any(match.new and not moves.get(match.old.mal_id) for match in self._matches))
        if not self._matches:
            self.follows.setText(tr("Inget är kopplat till målen. Den gamla samlingen tas bort."))
            return
        parts = [tr("Kopplingar som flyttas: {n}.").format(n=moved)]
        if left or len(moves) < len(self._matches):
            text = tr("Kvar på de gamla målen: {n}. De listas när du granskar, och den gamla samlingen ligger kvar.")
            parts.append(text.format(n=left))
        else:
            parts.append(tr("Den gamla samlingen tas bort."))
        self.follows.setText(" ".join(parts))


def _hanging(snapshot: Snapshot) -> set[str]:
    """Goals that links, influences, counterparts or questions point at."""
    found = {link.mal_id for link in snapshot.links}
    for influence in snapshot.influences:
        found |= {influence.fran_mal_id, influence.till_mal_id}
    for counterpart in snapshot.counterparts:
        found |= {counterpart.mal_id, counterpart.motsvarar_mal_id}
    return found | {mal_id for one in snapshot.questions for mal_id in (one.mal_id, one.andra_mal_id)}


def _about(goal_set: GoalSet, goals: int) -> str:
    return ", ".join(filter(None, (adopted_in_words(goal_set), set_facts(goal_set, goals))))


def _title(goal: Goal) -> str:
    return " ".join(filter(None, (goal.kod, goal.titel)))


def _likeness(match: GoalMatch) -> str:
    if match.new is None:
        return "–"
    return tr("samma ord") if match.likeness == 1 else f"{round(100 * match.likeness)} %"


def newer_versions(kod: str, trees: Mapping[str, GoalTree], newest: GoalTree | None) -> list[GoalTree]:
    """What the set `kod` may be changed for: the newest version first, then the other sets for the same län."""
    own = trees.get(kod) or newest
    lan = set(own.goal_set.lan) if own is not None else set()
    others = [tree for code, tree in trees.items() if code != kod and lan & set(tree.goal_set.lan)]
    found = [*([newest] if newest is not None else []), *others]
    return list({tree.goal_set.kod: tree for tree in found}.values())
