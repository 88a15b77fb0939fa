"""Rules about goals and objects that nothing ties together."""

from __future__ import annotations

from typing import Iterator

from ..goals.coverage import goals_without_objects, objects_without_goals
from ..i18n import tr
from .finding import TIP, WARNING, Remark
from .ground import Ground

WITHOUT_GOALS = ("nulage",)
"""Kinds of picture whose objects need no goals: they show what is, not what is wanted (domain 1.4)."""


def no_goals(ground: Ground) -> Iterator[Remark]:
    """A strukturbild without any goals."""
    if ground.snapshot.objects and not ground.snapshot.goals:
        yield Remark(
            TIP,
            tr("Strukturbilden har inga mål att koppla objekten till."),
            tr("Hämta regionens RUS ur målbiblioteket, eller importera mål från en tabell."),
        )


def goal_without_object(ground: Ground) -> Iterator[Remark]:
    """Goals no object carries; a goal above others that are bare too is said alone. National and global sets: tips."""
    snapshot = ground.snapshot
    bare = goals_without_objects(snapshot.goals, snapshot.links, ground.objects)
    bare_ids = {goal.mal_id for goal in bare}
    sets = {goal_set.kod: goal_set for goal_set in snapshot.goal_sets}
    for goal in bare:
        if goal.over_id in bare_ids:
            continue
        goal_set = sets.get(goal.samling)
        yield Remark(
            WARNING if goal_set and goal_set.lan else TIP,
            tr("Inget objekt bidrar till målet ”{mal}” ({samling}).").format(
                mal=goal.titel, samling=goal_set.namn if goal_set else goal.samling
            ),
            tr("Koppla de objekt som bidrar, eller låt det synas att målet saknar stöd i bilden."),
        )


def object_without_goal(ground: Ground) -> Iterator[Remark]:
    """Objects tied to no goal, in pictures that show what is wanted."""
    snapshot = ground.snapshot
    if not snapshot.goals:
        return
    for objekt_id in objects_without_goals(snapshot.goals, snapshot.links, ground.objects):
        objekt = ground.objects[objekt_id]
        if ground.kind_of_picture(objekt)[0] not in WITHOUT_GOALS:
            yield ground.remark(
                WARNING,
                objekt,
                tr("{objekt} är inte kopplad till något mål."),
                tr("Välj vilket mål objektet bidrar till och skriv varför."),
            )
