"""The goal sets of the open strukturbild as they become, act by act: each is written at once and can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...drawing.session.edit_session import GOAL_LINKS
from ...errors import GoalError
from ...goals.goal_editing import in_reading_order
from ...goals.goal_library import is_from_library
from ...goals.model import Goal, GoalSet
from ...goals.tree import GoalTree
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.live_checks import LiveState
from ..session.session import Session
from ..steps.goal_sets_form import library


@guarded
class OwnGoals(QObject):
    """What the windows of goals show and change. Main thread only."""

    changed = pyqtSignal()
    """Something else stands in the file, or is about to."""

    def __init__(self, session: Session, head_edits: HeadEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.head_edits = session, head_edits
        self._snapshot: Snapshot | None = None
        self._pending: dict[str, GoalTree | None] = {}
        """By code, sets as they will be when what waits has been written."""
        session.live_read.connect(guarded(self._read))
        session.opened_changed.connect(guarded(self._forget))
        head_edits.failed.connect(guarded(self._failed))

    @property
    def snapshot(self) -> Snapshot | None:
        """What is in the file and drawn, as last read."""
        return self._snapshot

    def trees(self) -> tuple[GoalTree, ...]:
        """Every set with its goals in reading order."""
        return tuple(in_reading_order(tree) for tree in self._raw().values())

    def tree(self, kod: str) -> GoalTree | None:
        """The set with this code."""
        return next((tree for tree in self.trees() if tree.goal_set.kod == kod), None)

    def tree_of(self, mal_id: str) -> GoalTree | None:
        """The set that the goal is in."""
        return next((tree for tree in self.trees() if any(one.mal_id == mal_id for one in tree.goals)), None)

    def taken_codes(self) -> set[str]:
        """Codes that a new set cannot have."""
        return {*self._raw(), *library()[0].trees}

    def links(self) -> Counter[str]:
        """How many objects are linked to each goal, what is not saved included."""
        return Counter(link.mal_id for link in self._snapshot.links) if self._snapshot is not None else Counter()

    def hanging(self, goals: Collection[str]) -> tuple[int, int]:
        """How many links, and how many judgements between goals, go with these goals."""
        snapshot, wanted = self._snapshot, set(goals)
        if snapshot is None:
            return 0, 0
        pairs = [(one.fran_mal_id, one.till_mal_id) for one in snapshot.influences]
        pairs += [(one.mal_id, one.motsvarar_mal_id) for one in snapshot.counterparts]
        return (
            sum(link.mal_id in wanted for link in snapshot.links),
            sum(bool(wanted & set(pair)) for pair in pairs),
        )

    def refuse_unsaved_links(self, goals: Collection[str]) -> None:
        """Raises GoalError when these goals have links and links are being edited: the layer would lose its rows."""
        opened = self.session.opened
        layer = opened.layer(GOAL_LINKS) if opened is not None else None
        if layer is not None and layer.isModified() and self.hanging(goals)[0]:
            raise GoalError(tr("Det finns målkopplingar som inte är sparade. Spara strukturbilden först."))

    def change(self, kod: str, after: GoalTree | None, what: str) -> bool:
        """Let the set with this code become `after` (None: go); `what`: in words, for the log and the way back.

        Gives whether it is being written; the user has been told otherwise.
        """
        from ...store.writing.goal_edits import change_goal_set, undo_goal_set

        before = self._raw().get(kod)
        if before == after:
            return False
        if not self.head_edits.may_write():
            self.changed.emit()
            return False
        self._pending[kod] = after
        self.head_edits.write(
            what,
            lambda db: change_goal_set(db, before, after, what),
            lambda done: lambda db: undo_goal_set(db, done),
        )
        self.changed.emit()
        return True

    def _raw(self) -> dict[str, GoalTree]:
        """By code, as they stand in the file; the order of the goals is the file's."""
        snapshot = self._snapshot
        found: dict[str, GoalTree | None] = {}
        if snapshot is not None:
            goals: dict[str, list[Goal]] = {}
            for goal in snapshot.goals:
                goals.setdefault(goal.samling, []).append(goal)
            found = {one.kod: GoalTree(one, tuple(goals.get(one.kod, ()))) for one in snapshot.goal_sets}
        found.update(self._pending)
        return {kod: tree for kod, tree in found.items() if tree is not None}

    def _read(self, live: LiveState) -> None:
        if self.head_edits.busy:
            return
        self._pending.clear()
        before, self._snapshot = self._snapshot, live.snapshot
        if before is None or _shown(before) != _shown(live.snapshot):
            self.changed.emit()

    def _failed(self) -> None:
        self._pending.clear()
        self.changed.emit()
        if self.session.opened is not None:
            self.session.read()

    def _forget(self) -> None:
        self._pending.clear()
        self._snapshot = None
        self.changed.emit()


def is_library_set(goal_set: GoalSet) -> bool:
    """Whether it is out of a goal library, and never changed."""
    return is_from_library(goal_set, library()[0].trees)


def is_for_all(goal_set: GoalSet) -> bool:
    """Whether it is national or global, and no region's."""
    known: Mapping[str, GoalTree] = library()[0].trees
    return (
        is_library_set(goal_set)
        and not goal_set.lan
        and not (known[goal_set.kod].goal_set.lan if goal_set.kod in known else ())
    )


def goal_name(goal: Goal) -> str:
    """'1.2 Ett starkt näringsliv'."""
    return " ".join(part for part in (goal.kod, goal.titel) if part)


def shortened(text: str, most: int = 60) -> str:
    """The text, cut when it is longer than so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _shown(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.goal_sets, snapshot.goals, snapshot.links, snapshot.counterparts, snapshot.influences
