"""What a picture has nothing of, for the sheet with goals: goals without a place, municipalities with nothing drawn."""

from __future__ import annotations

from collections.abc import Sequence

from ...analysis.coverage_texts import goal_title
from ...analysis.goal_coverage import (
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
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
    kinds = (
        (texts.GOALS_WITHOUT_PLACE, [goal_title(goal) for goal in coverage.goals_without_place]),
        (no_objects, [one.namn for one in places if one.lacks == WITHOUT_OBJECT]),
        (no_goals, [one.namn for one in places if one.lacks == WITHOUT_GOAL]),
    )
    lines = tuple(TextLine(_some(names, language), lead=lead.in_language(language)) for lead, names in kinds if names)
    return (TextSection(texts.WHITE_SPOTS.in_language(language), lines=lines),) if lines else ()


def _some(names: Sequence[str], language: str) -> str:
    listed = ", ".join(names[:MOST_NAMES])
    left = len(names) - MOST_NAMES
    return listed if left <= 0 else texts.AND_MORE.in_language(language).format(names=listed, count=left)
