"""The region's judgements of what its goals answer to, as the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...goals.model import Goal
from ...goals.tree import GoalTree
from ...i18n import tr
from ...store.writing.goal_counterparts import Judgements


def counterpart_table(
    own: Sequence[GoalTree],
    goals: Sequence[Goal],
    answers: Callable[[str], Mapping[str, str]],
    judged: Judgements,
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows: a row for each pair, and one for each goal with none below it that answers to none.

    `goals`: all there are. `answers`: of a goal, what it answers to and why.
    """
    heads = (
        *(tr("Målsamling"), tr("Kod"), tr("Mål")),
        *(tr("Motsvarar kod"), tr("Motsvarar mål"), tr("Skäl"), tr("Bedömt av"), tr("Dag")),
    )
    names = {goal.mal_id: goal for goal in goals}
    rows: list[tuple[str, ...]] = []
    for tree in own:
        above = {goal.over_id for goal in tree.goals}
        for goal in tree.goals:
            first, found = (tree.goal_set.namn, goal.kod, goal.titel), answers(goal.mal_id)
            for code, why in found.items():
                other = names.get(code)
                who, when = judged.get((goal.mal_id, code), ("", ""))
                rows.append((*first, other.kod if other else "", other.titel if other else "", why, who, when[:10]))
            if not found and goal.mal_id not in above:
                rows.append((*first, "", "", "", "", ""))
    return heads, rows
