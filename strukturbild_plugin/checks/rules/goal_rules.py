"""Rules about goals and objects that nothing ties together."""

from __future__ import annotations

from typing import Iterator

from ...i18n import tr
from ...store.gpkg.records import PRESENT
from ..engine.check_context import CheckContext, CheckedObject
from ..engine.finding import TIP, WARNING, Remark

WITHOUT_GOALS = (PRESENT,)
"""Kinds of picture whose objects need no goals: they show what is, not what is wanted (domain 1.4)."""


def goals_missing(context: CheckContext) -> Iterator[Remark]:
    """A strukturbild without any goals."""
    if context.any_object() and not context.goals:
        yield Remark(
            TIP,
            tr("Strukturbilden har inga mål att koppla objekten till."),
            tr("Hämta regionens RUS ur målbiblioteket, eller importera mål från en tabell."),
        )


def goal_without_object(context: CheckContext) -> Iterator[Remark]:
    """Goals no object carries; a goal above others that are bare too is said alone. National and global sets: tips."""
    supported = _supported(context)
    bare = {goal.mal_id for goal in context.goals} - supported
    for goal in context.goals:
        if goal.mal_id not in bare or goal.over_id in bare:
            continue
        goal_set = context.goal_sets.get(goal.samling)
        yield Remark(
            WARNING if goal_set and goal_set.lan else TIP,
            tr("Inget objekt bidrar till målet ”{mal}” ({samling}).").format(
                mal=goal.titel, samling=goal_set.namn if goal_set else goal.samling
            ),
            tr("Koppla de objekt som bidrar, eller redovisa att målet saknar stöd i bilden."),
        )


def object_without_goal(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Objects tied to no goal, in pictures that show what is wanted; said once of objects that share an id."""
    record = checked.record
    if not context.goals or context.kind_of_picture(record)[0] in WITHOUT_GOALS:
        return
    if context.sharing_id(record.objekt_id)[0].key != checked.key:
        return
    if not any(link.mal_id in context.goal_ids for link in context.goals_of(record.objekt_id)):
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} är inte kopplad till något mål."),
            tr("Välj vilket mål objektet bidrar till och skriv varför."),
        )


def goal_of_replaced_set(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Objects tied to goals of a version that another set in the file has replaced."""
    record = checked.record
    if not context.replaced_sets or context.sharing_id(record.objekt_id)[0].key != checked.key:
        return
    for link in context.goals_of(record.objekt_id):
        goal = context.goal_by_id.get(link.mal_id)
        newer = context.replaced_sets.get(goal.samling) if goal is not None else None
        if goal is None or newer is None:
            continue
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} är kopplat till målet ”{mal}” ur {old}, som {new} har ersatt."),
            tr("Koppla objektet till ett mål i den nya versionen, och ta sedan bort den gamla kopplingen."),
            mal=goal.titel,
            old=context.goal_sets[goal.samling].namn,
            new=newer.namn,
        )


def _supported(context: CheckContext) -> set[str]:
    """Goals that some object is linked to, directly or by a goal below. A circle of parents is walked once."""
    above = {goal.mal_id: goal.over_id for goal in context.goals}
    found: set[str] = set()
    for goal in context.linked_goals():
        while goal in above and goal not in found:
            found.add(goal)
            goal = above[goal]
    return found
