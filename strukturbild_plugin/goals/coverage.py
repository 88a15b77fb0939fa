"""How objects contribute to goals: which are supported, which no object is linked to, and where there is conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Sequence

from .model import Goal, GoalLink


@dataclass(frozen=True)
class GoalCoverage:
    """The contributions of objects to one goal. Objects are named once, sorted by id."""

    mal_id: str
    object_ids: tuple[str, ...]
    """Objects linked to the goal itself."""
    object_ids_below: tuple[str, ...]
    """Objects linked to the goal or to any goal below it."""
    total: int
    """Sum of the contributions (-2..+2) to the goal itself."""
    total_below: int
    """The same with every goal below it."""
    opposing_ids: tuple[str, ...]
    """Objects whose contribution to the goal itself is negative."""

    @property
    def has_no_objects(self) -> bool:
        """Whether no object is linked to the goal or to anything below it."""
        return not self.object_ids_below

    @property
    def is_conflicting(self) -> bool:
        """Whether some objects support the goal while others work against it."""
        return bool(self.opposing_ids) and len(self.opposing_ids) < len(self.object_ids)


def coverage(goals: Sequence[Goal], links: Sequence[GoalLink], object_ids: Collection[str]) -> tuple[GoalCoverage, ...]:
    """The coverage of each goal, in the order of `goals`. Links from objects not among `object_ids` do not count."""
    known = set(object_ids)
    direct: dict[str, list[GoalLink]] = {goal.mal_id: [] for goal in goals}
    for link in links:
        if link.objekt_id in known and link.mal_id in direct:
            direct[link.mal_id].append(link)
    below = _with_all_below(goals)
    return tuple(_of_one(goal.mal_id, direct, below[goal.mal_id]) for goal in goals)


def goals_without_objects(
    goals: Sequence[Goal], links: Sequence[GoalLink], object_ids: Collection[str]
) -> tuple[Goal, ...]:
    """The goals that no object is linked to, neither directly nor by a goal below."""
    bare = {found.mal_id for found in coverage(goals, links, object_ids) if found.has_no_objects}
    return tuple(goal for goal in goals if goal.mal_id in bare)


def objects_without_goals(
    goals: Sequence[Goal], links: Sequence[GoalLink], object_ids: Collection[str]
) -> tuple[str, ...]:
    """The objects that are linked to none of `goals`, sorted by id."""
    known = {goal.mal_id for goal in goals}
    linked = {link.objekt_id for link in links if link.mal_id in known}
    return tuple(sorted(set(object_ids) - linked))


def conflicts(goals: Sequence[Goal], links: Sequence[GoalLink]) -> tuple[GoalLink, ...]:
    """The links whose contribution is negative, worst first, then in the order of the goals."""
    place = {goal.mal_id: number for number, goal in enumerate(goals)}
    against = (link for link in links if link.bidrag < 0 and link.mal_id in place)
    return tuple(sorted(against, key=lambda link: (link.bidrag, place[link.mal_id], link.objekt_id)))


def _of_one(mal_id: str, direct: dict[str, list[GoalLink]], below: Collection[str]) -> GoalCoverage:
    own = direct[mal_id]
    all_below = [link for code in below for link in direct[code]]
    return GoalCoverage(
        mal_id=mal_id,
        object_ids=_objects(own),
        object_ids_below=_objects(all_below),
        total=sum(link.bidrag for link in own),
        total_below=sum(link.bidrag for link in all_below),
        opposing_ids=_objects([link for link in own if link.bidrag < 0]),
    )


def _objects(links: Sequence[GoalLink]) -> tuple[str, ...]:
    return tuple(sorted({link.objekt_id for link in links}))


def _with_all_below(goals: Sequence[Goal]) -> dict[str, set[str]]:
    """Each goal's identity -> itself and every goal below. A broken circle of parents counts each goal once."""
    above = {goal.mal_id: goal.over_id for goal in goals}
    found: dict[str, set[str]] = {mal_id: {mal_id} for mal_id in above}
    for mal_id in above:
        seen, over = {mal_id}, above[mal_id]
        while over in above and over not in seen:
            found[over].add(mal_id)
            seen.add(over)
            over = above[over]
    return found
