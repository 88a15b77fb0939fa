"""Which national and global goals the goals of a region answer to, in the region's own judgement."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Goal, GoalCounterpart


def answered_goals(
    goals: Sequence[Goal], counterparts: Sequence[GoalCounterpart]
) -> dict[str, tuple[tuple[Goal, str], ...]]:
    """By the identity of a goal, the goals it answers to and why, in the order of `goals`. Those not there are left."""
    places = {goal.mal_id: (place, goal) for place, goal in enumerate(goals)}
    found: dict[str, list[tuple[int, str]]] = {}
    for one in counterparts:
        if one.mal_id in places and one.motsvarar_mal_id in places:
            found.setdefault(one.mal_id, []).append((places[one.motsvarar_mal_id][0], one.motivering))
    return {mal_id: tuple((goals[place], reason) for place, reason in sorted(those)) for mal_id, those in found.items()}
