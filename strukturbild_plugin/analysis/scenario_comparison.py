"""Two or three pictures of one strukturbild side by side: objects, how they carry the goals, and where goals meet.

Nothing is summed up to one number: which picture is best is for people to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..feedback import Feedback, Silent
from ..goals.model import Goal, GoalInfluence
from ..i18n import tr
from ..store.gpkg.records import ObjectRecord, Picture, Snapshot
from .coverage_texts import Cell, Names, TextTable, cell_text
from .goal_coverage import BY_CLASS, CoverageChoice, coverage_of, matrix_of
from .goal_matrix import MatrixCell
from .goal_meetings import CONFLICT, CROSSING, SYNERGY, Meeting, meetings
from .goal_questions import kind_text
from .picture_diff import CHANGED, GONE, NEW, ObjectDiff, compare

LEAST, MOST = 2, 3
_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class ScenarioPart:
    """One of the pictures."""

    picture: Picture
    objects: tuple[ObjectRecord, ...]
    changes: tuple[ObjectDiff, ...] | None
    """Against the start that all of them have; None when they have none in common."""
    goals: tuple[MatrixCell | None, ...]
    """For each goal, how all objects of the picture carry it."""
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class ScenarioComparison:
    """`start`: the picture that all of them begin with; None without."""

    start: Picture | None
    goals: tuple[Goal, ...]
    parts: tuple[ScenarioPart, ...]


def common_start(snapshot: Snapshot, pictures: Sequence[str]) -> Picture | None:
    """The picture that all of these (bild_id) begin with, when it is in the file."""
    by_id = {one.bild_id: one for one in snapshot.pictures}
    starts = {by_id[each].utgar_fran if each in by_id else "" for each in pictures}
    return by_id.get(next(iter(starts))) if len(starts) == 1 else None


def scenario_pictures(snapshot: Snapshot) -> tuple[str, ...]:
    """The pictures (bild_id) with objects that are scenarios of each other: those that are said to start from the same
    picture, else those of one kind and scale that each name a scenario. At most MOST; () when there are no two.
    """
    drawn = {one.bild_id for one in snapshot.objects if one.wkb}
    ordered = [one for one in sorted(snapshot.pictures, key=lambda one: one.ordning) if one.bild_id in drawn]
    starts = [(one, one.utgar_fran) for one in ordered if one.utgar_fran]
    named = [(one, (one.bildtyp, one.skala)) for one in ordered if one.scenario.strip()]
    for those in (starts, named):
        for key in dict.fromkeys(key for _one, key in those):
            alike = [one.bild_id for one, other in those if other == key]
            if len(alike) >= LEAST:
                return tuple(alike[:MOST])
    return ()


def suggested_pictures(snapshot: Snapshot) -> tuple[str, ...]:
    """The pictures to compare at first: the scenarios, else the first ones that have objects."""
    drawn = {one.bild_id for one in snapshot.objects}
    ordered = [one.bild_id for one in sorted(snapshot.pictures, key=lambda one: one.ordning) if one.bild_id in drawn]
    return scenario_pictures(snapshot) or tuple(ordered[:LEAST])


def compare_scenarios(
    snapshot: Snapshot,
    pictures: Sequence[str],
    influences: Sequence[GoalInfluence],
    samling: str = "",
    feedback: Feedback = _NO_FEEDBACK,
) -> ScenarioComparison:
    """Compare these pictures (bild_id), in the order given, each once; those that are gone are left out.

    `samling`: only the goals of this set; '' all.
    """
    by_id = {one.bild_id: one for one in snapshot.pictures}
    pictures = [each for each in dict.fromkeys(pictures) if each in by_id]
    start = common_start(snapshot, pictures)
    begun = [one for one in snapshot.objects if start is not None and one.bild_id == start.bild_id]
    parts: list[ScenarioPart] = []
    goals: tuple[Goal, ...] = ()
    for bild_id in pictures:
        coverage = coverage_of(snapshot, CoverageChoice(samling, bild_id))
        goals = coverage.goals
        matrix = matrix_of(coverage, snapshot, BY_CLASS)
        cells = tuple(_whole(matrix.row(goal.mal_id)) for goal in goals)
        changes = compare(begun, coverage.objects) if start is not None else None
        met = meetings(coverage.objects, goals, coverage.links, influences, coverage.distances, feedback)
        parts.append(ScenarioPart(by_id[bild_id], coverage.objects, changes, cells, met))
    return ScenarioComparison(start, goals, tuple(parts))


def comparison_table(found: ScenarioComparison, names: Names) -> TextTable:
    """What differs and what does not, a column for each picture."""
    heads = (tr("Del"), tr("Vad"), *(one.picture.namn for one in found.parts))
    rows: list[tuple[Cell, ...]] = [(tr("Innehåll"), tr("Antal objekt"), *(len(one.objects) for one in found.parts))]
    for kind, title in ((NEW, tr("Nya")), (CHANGED, tr("Ändrade")), (GONE, tr("Borttagna"))):
        if found.start is not None:
            against = tr("{vad} mot {bild}").format(vad=title, bild=found.start.namn)
            rows.append((tr("Innehåll"), against, *(_count(one, kind) for one in found.parts)))
    for place, goal in enumerate(found.goals):
        rows.append((tr("Mål"), names.goal(goal.mal_id), *(cell_text(one.goals[place]) for one in found.parts)))
    for kind in (CONFLICT, CROSSING, SYNERGY):
        counts = (sum(each.kind == kind for each in one.meetings) for one in found.parts)
        rows.append((tr("Frågor"), kind_text(kind), *counts))
    return TextTable("jamfor", tr("Jämförda bilder"), heads, tuple(rows))


def _count(part: ScenarioPart, kind: str) -> int:
    return sum(one.kind == kind for one in part.changes or ())


def _whole(cells: Sequence[MatrixCell | None]) -> MatrixCell | None:
    """All columns of a goal as one."""
    there = [one for one in cells if one is not None]
    if not there:
        return None
    return MatrixCell(
        sum(one.supporting for one in there),
        sum(one.opposing for one in there),
        sum(one.neutral for one in there),
        sum(one.total for one in there),
        sum(one.weighted for one in there),
        tuple(sorted(objekt_id for one in there for objekt_id in one.object_ids)),
    )
