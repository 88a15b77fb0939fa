"""How goals bear on each other: a directed table from -3 (works against) to +3, and what follows in two steps.

The scale and the question ("if progress is made on this goal, how does it bear on that one?") are those of Nilsson,
Griggs and Visbeck (Nature 534, 2016) and SEI's SDG Synergies (Weitz et al. 2018). A pair that nobody has judged is not
0. There is no total for a strukturbild: sums are of one goal, and stand beside what they hide.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Iterable, Mapping, Sequence

from ..goals.model import Goal, GoalInfluence, GoalLink

LEAST, MOST = -3, 3
SECOND_STEP = 0.5
"""What a step further on counts against the first. Ours."""
MOST_PAIRS = 40
"""Pairs that are asked at most: more are not answered with care in a workshop. Ours."""


@dataclass(frozen=True)
class GoalStanding:
    """One goal among the others."""

    mal_id: str
    on_others: int
    """Sum of its influence on other goals (its row)."""
    from_others: int
    """Sum of their influence on it (its column)."""
    on_others_in_two_steps: float
    """`on_others`, and half of what the goals that it bears on do to others than itself, times its own influence."""
    worst: GoalInfluence | None
    """Its strongest negative influence, which sums hide; None when it has none."""
    judged_on_others: int
    """How many of its pairs towards other goals somebody has judged: with none, `on_others` says nothing."""
    judged_from_others: int
    """The same of other goals' pairs towards it, for `from_others`."""

    @property
    def judged(self) -> int:
        """How many of its pairs with other goals somebody has judged, both ways."""
        return self.judged_on_others + self.judged_from_others


class InfluenceTable:
    """The judged pairs among some goals. What is said of other goals, or of a goal and itself, is left out."""

    def __init__(self, goals: Sequence[Goal], influences: Iterable[GoalInfluence]) -> None:
        self.goals = tuple(goals)
        known = {goal.mal_id for goal in goals}
        self._pairs: dict[tuple[str, str], GoalInfluence] = {
            (one.fran_mal_id, one.till_mal_id): one
            for one in influences
            if one.fran_mal_id in known and one.till_mal_id in known and one.fran_mal_id != one.till_mal_id
        }
        self._from: Mapping[str, list[GoalInfluence]] = _grouped(self._pairs.values(), True)
        self._to: Mapping[str, list[GoalInfluence]] = _grouped(self._pairs.values(), False)

    def pairs(self) -> tuple[GoalInfluence, ...]:
        """Every pair that is judged, in the order it was given."""
        return tuple(self._pairs.values())

    def value(self, fran: str, till: str) -> int | None:
        """From one goal to another; None: nobody has judged it."""
        found = self._pairs.get((fran, till))
        return None if found is None else found.varde

    def standing(self, mal_id: str) -> GoalStanding:
        """One goal's sums, and the worst that they hide."""
        out = self._from.get(mal_id, [])
        further = sum(one.varde * self._on_others(one.till_mal_id, mal_id) for one in out)
        on_others = sum(one.varde for one in out)
        worst = min(out, key=lambda one: (one.varde, one.till_mal_id), default=None)
        return GoalStanding(
            mal_id,
            on_others,
            sum(one.varde for one in self._to.get(mal_id, ())),
            on_others + SECOND_STEP * further,
            worst if worst is not None and worst.varde < 0 else None,
            len(out),
            len(self._to.get(mal_id, ())),
        )

    def _on_others(self, mal_id: str, but: str) -> int:
        return sum(one.varde for one in self._from.get(mal_id, ()) if one.till_mal_id != but)

    def conflicts(self) -> tuple[GoalInfluence, ...]:
        """Every negative influence, worst first, then in the order of the goals."""
        place = {goal.mal_id: number for number, goal in enumerate(self.goals)}
        against = (one for one in self._pairs.values() if one.varde < 0)
        return tuple(sorted(against, key=lambda one: (one.varde, place[one.fran_mal_id], place[one.till_mal_id])))


def pairs_to_judge(
    goals: Sequence[Goal], links: Iterable[GoalLink], most: int = MOST_PAIRS
) -> tuple[tuple[str, str], ...]:
    """The ordered pairs of goals that share an object on the map, those that share most objects first.

    At most `most`, and always both ways of a pair. Which are judged already is not asked: who judges sees it.
    """
    known = {goal.mal_id: number for number, goal in enumerate(goals)}
    of_object: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.mal_id in known and link.bidrag:
            of_object[link.objekt_id].add(link.mal_id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for together in of_object.values():
        for pair in combinations(sorted(together, key=known.__getitem__), 2):
            shared[pair] += 1
    order = sorted(shared, key=lambda pair: (-shared[pair], known[pair[0]], known[pair[1]]))
    return tuple(way for one, other in order[: most // 2] for way in ((one, other), (other, one)))


def _grouped(pairs: Iterable[GoalInfluence], by_source: bool) -> dict[str, list[GoalInfluence]]:
    found: dict[str, list[GoalInfluence]] = defaultdict(list)
    for one in pairs:
        found[one.fran_mal_id if by_source else one.till_mal_id].append(one)
    return found
