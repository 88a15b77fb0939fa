"""Goals against what is drawn: how each goal that has none below it is carried, by class, object or municipality."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Iterable, Mapping, Sequence

from ..goals.model import Goal, GoalLink
from ..store.gpkg.records import ObjectRecord


@dataclass(frozen=True)
class MatrixCell:
    """The links of one goal in one column."""

    supporting: int
    """Objects whose contribution is positive."""
    opposing: int
    """Objects whose contribution is negative."""
    neutral: int
    """Objects that are linked with 0."""
    total: int
    """Sum of the contributions, -2..+2 each."""
    weighted: float
    """The same times the goal's weight, which is 1 when none is given."""
    object_ids: tuple[str, ...]

    @property
    def number(self) -> int:
        """Objects in the cell."""
        return len(self.object_ids)


@dataclass(frozen=True)
class GoalMatrix:
    """Rows are goals with none below them, in reading order; columns are keys in the order given."""

    goals: tuple[Goal, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], MatrixCell]
    """By goal identity and column key; without an entry nothing is linked there."""
    above: int
    """Links to goals that have goals below them: they are of no row, and are told beside the matrix."""
    contributions: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Of each goal, the contribution of each object; each once, in however many columns it counts."""

    def goals_without_place(self) -> tuple[Goal, ...]:
        """Rows that nothing drawn is linked to."""
        linked = {mal_id for mal_id, _column in self.cells}
        return tuple(goal for goal in self.goals if goal.mal_id not in linked)

    def columns_without_goal(self) -> tuple[str, ...]:
        """Columns that are linked to none of the rows."""
        linked = {column for _goal, column in self.cells}
        return tuple(column for column in self.columns if column not in linked)

    def row(self, mal_id: str) -> tuple[MatrixCell | None, ...]:
        """The cells of a goal, one for each column."""
        return tuple(self.cells.get((mal_id, column)) for column in self.columns)


def goal_matrix(
    goals: Sequence[Goal],
    links: Iterable[GoalLink],
    columns: Sequence[str],
    columns_of: Mapping[str, Sequence[str]],
) -> GoalMatrix:
    """The matrix of `goals` against `columns`; `columns_of`: the columns each object (by id) counts in.

    An object of two columns (a stråk through two municipalities) counts in both; links of other objects do not count.
    """
    leaves = leaf_goals(goals)
    weights = {goal.mal_id: 1.0 if goal.vikt is None else goal.vikt for goal in leaves}
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    of_goal: dict[str, dict[str, int]] = defaultdict(dict)
    above = 0
    for link in links:
        if link.objekt_id not in columns_of:
            continue
        if link.mal_id not in weights:
            above += 1
            continue
        of_goal[link.mal_id][link.objekt_id] = link.bidrag
        for column in columns_of[link.objekt_id]:
            found[link.mal_id, column][link.objekt_id] = link.bidrag
    cells = {key: _cell(contributions, weights[key[0]]) for key, contributions in found.items()}
    return GoalMatrix(leaves, tuple(columns), cells, above, of_goal)


def leaf_goals(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals that no goal is below: nothing counts twice along a tree. A goal above itself is above no other."""
    above = {goal.mal_id: goal.over_id for goal in goals}
    circular = _circular(above)
    parents = {goal.over_id for goal in goals if goal.mal_id not in circular}
    return tuple(goal for goal in goals if goal.mal_id not in parents)


def _circular(above: Mapping[str, str]) -> set[str]:
    """The goals that are, over others, above themselves, as a file from others may say. Each is walked through once."""
    found: set[str] = set()
    done: set[str] = set()
    for start in above:
        path: dict[str, None] = {}
        mal_id = start
        while mal_id in above and mal_id not in done and mal_id not in path:
            path[mal_id] = None
            mal_id = above[mal_id]
        if mal_id in path:
            found.update(list(path)[list(path).index(mal_id) :])
        done.update(path)
    return found


def by_class(objects: Iterable[ObjectRecord]) -> dict[str, tuple[str, ...]]:
    """The class of each object, as `columns_of`."""
    return {record.objekt_id: (record.klass,) for record in objects}


def by_object(objects: Iterable[ObjectRecord]) -> dict[str, tuple[str, ...]]:
    """Each object as a column of its own."""
    return {record.objekt_id: (record.objekt_id,) for record in objects}


def _cell(contributions: Mapping[str, int], weight: float) -> MatrixCell:
    values = contributions.values()
    total = sum(values)
    return MatrixCell(
        supporting=sum(value > 0 for value in values),
        opposing=sum(value < 0 for value in values),
        neutral=sum(value == 0 for value in values),
        total=total,
        weighted=total * weight,
        object_ids=tuple(sorted(contributions)),
    )
