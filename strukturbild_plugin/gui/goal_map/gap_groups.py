"""The lists of what no goal reaches and no object says, in words."""

from __future__ import annotations

from collections.abc import Iterable

from ...analysis.coverage_texts import (
    COUNTRYSIDE,
    MUNICIPALITIES,
    NO_GOAL,
    NO_PLACE,
    REGIONS,
    Names,
    lacking_text,
    table_title,
)
from ...analysis.goal_coverage import (
    NOT_SILENT,
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
    WITHOUT_TEXT,
    Coverage,
    PlaceCoverage,
    countryside_coverage,
    municipality_coverage,
)
from ...analysis.municipalities import MunicipalityFinder
from ...goals.model import Goal
from ...i18n import tr
from .gap_list import GOAL, MUNICIPALITY, OBJECT, GapGroup, GapLine


def gap_groups(coverage: Coverage, names: Names, finder: MunicipalityFinder) -> tuple[GapGroup, ...]:
    """Every list, the goals first."""
    goals = tuple(GapLine(GOAL, one.mal_id, _goal_and_whose(one, names)) for one in coverage.goals_without_place)
    objects = tuple(
        GapLine(OBJECT, one.objekt_id, names.object(one.objekt_id)) for one in coverage.objects_without_goal
    )
    regions = tuple(
        GapLine(OBJECT, one.objekt_id, f"{names.object(one.objekt_id)}: {', '.join(map(names.goal_set, one.goals))}")
        for one in coverage.meetings
    )
    return (
        GapGroup(NO_PLACE, table_title(NO_PLACE), goals, tr("Alla mål har stöd av objekt")),
        GapGroup(NO_GOAL, table_title(NO_GOAL), objects, tr("Alla objekt är kopplade till mål")),
        GapGroup(
            MUNICIPALITIES,
            tr("Svenska kommuner utan objekt, mål eller text")
            if finder.partly
            else tr("Kommuner utan objekt, mål eller text"),
            _silent(municipality_coverage(coverage, finder), MUNICIPALITY),
            _all_well(finder),
        ),
        GapGroup(
            COUNTRYSIDE,
            tr("Landsbygder utan objekt, mål eller text"),
            _silent(countryside_coverage(coverage), OBJECT),
            tr("Ingen ritad landsbygd saknar objekt, mål eller text"),
        ),
        GapGroup(REGIONS, tr("Objekt med flera regioners mål"), regions, tr("Inget objekt har flera regioners mål")),
    )


def _goal_and_whose(goal: Goal, names: Names) -> str:
    """The goal, and under it the organisation; the name of the set when the organisation has several."""
    owner = names.goal_set(goal.samling)
    several = sum(names.goal_set(kod) == owner for kod in names.sets) > 1
    found = names.sets.get(goal.samling)
    return f"{names.goal(goal.mal_id)}\n{found.namn if several and found is not None else owner}"


def _all_well(finder: MunicipalityFinder) -> str:
    if finder.partly:
        all_well = tr("Alla svenska kommuner har objekt, mål och text. Kommuner i Norge och Finland räknas inte.")
        return all_well if finder.names else tr("Kommuner i Norge och Finland räknas inte.")
    return tr("Alla kommuner har objekt, mål och text") if finder.names else tr("Kommunernas gränser saknas")


def _silent(places: Iterable[PlaceCoverage], kind: str) -> tuple[GapLine, ...]:
    order = (WITHOUT_OBJECT, WITHOUT_GOAL, WITHOUT_TEXT)
    silent = sorted((one for one in places if one.lacks != NOT_SILENT), key=lambda one: order.index(one.lacks))
    return tuple(
        GapLine(kind, one.kod, f"{one.namn or tr('utan namn')}: {_lower(lacking_text(one.lacks))}") for one in silent
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
