"""What a picture has nothing of, for the sheet with goals: goals without a place, municipalities with nothing drawn."""

from __future__ import annotations

from collections.abc import Sequence

from ...analysis.coverage_texts import goal_title
from ...analysis.goal_coverage import (
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
    Coverage,
    CoverageChoice,
    coverage_of,
    municipality_coverage,
)
from ...analysis.municipalities import MunicipalityFinder
from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...store.gpkg.records import Picture, Snapshot
from .. import texts

MOST_NAMES = 12
"""Names in a line; the rest are counted. The web page and the tables have all."""


def white_spots(snapshot: Snapshot, picture: Picture) -> tuple[TextSection, ...]:
    """One section with a line for each kind; none when there is nothing to say, or no goal at all."""
    if not snapshot.goals:
        return ()
    language = snapshot.head.sprak
    coverage = coverage_of(snapshot, CoverageChoice(bild_id=picture.bild_id))
    finder = MunicipalityFinder(snapshot.head.lan)
    places = municipality_coverage(coverage, finder)
    no_objects, no_goals = (
        (texts.SWEDISH_WITHOUT_OBJECTS, texts.SWEDISH_WITHOUT_GOALS)
        if finder.partly
        else (texts.MUNICIPALITIES_WITHOUT_OBJECTS, texts.MUNICIPALITIES_WITHOUT_GOALS)
    )
    kinds = [
        *_goals_without_place(snapshot, coverage, language),
        (no_objects.in_language(language), [one.namn for one in places if one.lacks == WITHOUT_OBJECT]),
        (no_goals.in_language(language), [one.namn for one in places if one.lacks == WITHOUT_GOAL]),
    ]
    lines = tuple(TextLine(_some(names, language), lead=lead) for lead, names in kinds if names)
    return (TextSection(texts.WHITE_SPOTS.in_language(language), lines=lines),) if lines else ()


def _goals_without_place(snapshot: Snapshot, coverage: Coverage, language: str) -> list[tuple[str, list[str]]]:
    """A line for each goal set that has such goals; which set, where there are several."""
    lead = texts.GOALS_WITHOUT_PLACE.in_language(language)
    found = []
    for goal_set in snapshot.goal_sets:
        goals = [goal_title(goal) for goal in coverage.goals_without_place if goal.samling == goal_set.kod]
        found.append((f"{lead}, {goal_set.namn}" if len(snapshot.goal_sets) > 1 else lead, goals))
    return found


def _some(names: Sequence[str], language: str) -> str:
    listed = ", ".join(names[:MOST_NAMES])
    left = len(names) - MOST_NAMES
    return listed if left <= 0 else texts.AND_MORE.in_language(language).format(names=listed, count=left)
