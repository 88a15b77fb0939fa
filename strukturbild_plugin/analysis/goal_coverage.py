"""Goals and the map: what no goal reaches, what no object carries, and where nothing is drawn, linked or written.

Only goals with none below them count, as in the matrix. Nothing here is a mark: a place may rightly be empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import QgsGeometry

from ..goals.model import Goal, GoalLink, GoalSet
from ..store.gpkg.records import ObjectRecord, Snapshot
from .goal_matrix import GoalMatrix, by_class, by_object, goal_matrix, leaf_goals
from .meeting_distances import meeting_distances
from .municipalities import AreaFinder, MunicipalityFinder

BY_CLASS, BY_OBJECT, BY_MUNICIPALITY = "klass", "objekt", "kommun"
WITHOUT_OBJECT, WITHOUT_GOAL, WITHOUT_TEXT, NOT_SILENT = "objekt", "mal", "text", ""
"""What a place lacks: anything drawn; anything linked to a goal; anything that says something. In this order."""
COUNTRYSIDE = ("landsbygd", "gransbygd")
"""The classes of countryside."""
WRITTEN = ("beskrivning", "stallningstagande", "utmaning")
"""The attributes that say something of an object."""


@dataclass(frozen=True)
class CoverageChoice:
    """What is looked at; '' everywhere means all."""

    samling: str = ""
    bild_id: str = ""
    struktur: str = ""
    only_silent: bool = False
    """Only the goals that nothing is linked to."""


@dataclass(frozen=True)
class PlaceCoverage:
    """A municipality, or a drawn countryside: how many objects lie in it, and how many of them say something."""

    kod: str
    namn: str
    objects: int
    linked: int
    written: int
    object_ids: tuple[str, ...]

    @property
    def lacks(self) -> str:
        """The first of what it lacks; NOT_SILENT when it has all three."""
        if not self.objects:
            return WITHOUT_OBJECT
        if not self.linked:
            return WITHOUT_GOAL
        return NOT_SILENT if self.written else WITHOUT_TEXT


@dataclass(frozen=True)
class RegionMeeting:
    """An object that carries goals of several regions: of each set, the goals."""

    objekt_id: str
    goals: Mapping[str, tuple[str, ...]]
    """Code of the set -> mal_id, in reading order."""


@dataclass(frozen=True)
class Coverage:
    """All that is said of goals and objects under one choice."""

    choice: CoverageChoice
    objects: tuple[ObjectRecord, ...]
    goals: tuple[Goal, ...]
    """Those that are looked at, with none below them."""
    links: tuple[GoalLink, ...]
    """Between the two, and from the objects to goals above."""
    goals_without_place: tuple[Goal, ...]
    objects_without_goal: tuple[ObjectRecord, ...]
    meetings: tuple[RegionMeeting, ...]
    distances: Mapping[str, float]
    """Code of the class -> how near its objects meet others, in metres."""


def coverage_of(snapshot: Snapshot, choice: CoverageChoice) -> Coverage:
    """What the choice shows of a strukturbild."""
    objects = tuple(chosen_objects(snapshot, choice))
    there = {record.objekt_id for record in objects}
    goals = tuple(one for one in snapshot.goals if not choice.samling or one.samling == choice.samling)
    known = {goal.mal_id for goal in goals}
    links = tuple(link for link in snapshot.links if link.objekt_id in there and link.mal_id in known)
    leaves = leaf_goals(goals)
    reached, carrying = {link.mal_id for link in links}, {link.objekt_id for link in links}
    return Coverage(
        choice,
        objects,
        tuple(goal for goal in leaves if not choice.only_silent or goal.mal_id not in reached),
        links,
        tuple(goal for goal in leaves if goal.mal_id not in reached),
        tuple(record for record in objects if record.objekt_id not in carrying),
        region_meetings(snapshot.goal_sets, snapshot.goals, snapshot.links, objects),
        meeting_distances(snapshot.catalogue),
    )


def chosen_objects(snapshot: Snapshot, choice: CoverageChoice) -> Iterable[ObjectRecord]:
    """The objects of the picture and the structure that are chosen."""
    structures = {klass.kod: klass.struktur for klass in snapshot.catalogue.klasser}
    for record in snapshot.objects:
        if choice.bild_id and record.bild_id != choice.bild_id:
            continue
        if not choice.struktur or structures.get(record.klass) == choice.struktur:
            yield record


def matrix_of(
    coverage: Coverage, snapshot: Snapshot, by: str, municipalities: MunicipalityFinder | None = None
) -> GoalMatrix:
    """The matrix of the goals against classes, objects or municipalities (BY_...)."""
    if by == BY_OBJECT:
        columns: Sequence[str] = [record.objekt_id for record in coverage.objects]
        columns_of: Mapping[str, Sequence[str]] = by_object(coverage.objects)
    elif by == BY_MUNICIPALITY and municipalities is not None:
        columns, columns_of = list(municipalities.names), municipalities.of_all(coverage.objects)
    else:
        drawn = {record.klass for record in coverage.objects}
        listed = snapshot.catalogue.in_legend_order()
        columns, columns_of = [one.kod for one in listed if one.kod in drawn], by_class(coverage.objects)
    shown = {goal.mal_id for goal in coverage.goals}
    above = {goal.over_id for goal in snapshot.goals}
    links = [link for link in coverage.links if link.mal_id in shown or link.mal_id in above]
    return goal_matrix(coverage.goals, links, columns, columns_of)


def municipality_coverage(coverage: Coverage, municipalities: MunicipalityFinder) -> tuple[PlaceCoverage, ...]:
    """Every municipality, in the order of the codes, with what lies in it."""
    return _places(municipalities.names, municipalities.of_all(coverage.objects), coverage)


def countryside_coverage(coverage: Coverage) -> tuple[PlaceCoverage, ...]:
    """Every countryside that is drawn as an area, with what lies in it, itself not counted among the objects.

    It is silent in goal or text only when it says nothing itself either.
    """
    drawn = [record for record in coverage.objects if record.klass in COUNTRYSIDE and record.wkb]
    finder = _finder(tuple((record.objekt_id, record.wkb or b"") for record in drawn))
    carrying = {link.objekt_id for link in coverage.links}
    inside: dict[str, list[ObjectRecord]] = {record.objekt_id: [] for record in drawn}
    for record in coverage.objects:
        for kod in finder.of(record.wkb or b""):
            if kod != record.objekt_id:
                inside[kod].append(record)
    found = []
    for one in drawn:
        there = inside[one.objekt_id]
        linked = sum(record.objekt_id in carrying for record in (one, *there))
        written = sum(says_something(record) for record in (one, *there))
        ids = tuple(record.objekt_id for record in there)
        found.append(PlaceCoverage(one.objekt_id, one.namn, len(there), linked, written, ids))
    return tuple(found)


def region_meetings(
    goal_sets: Sequence[GoalSet], goals: Sequence[Goal], links: Iterable[GoalLink], objects: Iterable[ObjectRecord]
) -> tuple[RegionMeeting, ...]:
    """The objects that are linked to goals of at least two sets that are of different län, in the order given."""
    counties = {one.kod: frozenset(one.lan) for one in goal_sets if one.lan}
    place = {goal.mal_id: number for number, goal in enumerate(goals)}
    of_goal = {goal.mal_id: goal.samling for goal in goals if goal.samling in counties}
    found: dict[str, dict[str, list[str]]] = {}
    for link in links:
        samling = of_goal.get(link.mal_id)
        if samling is not None:
            found.setdefault(link.objekt_id, {}).setdefault(samling, []).append(link.mal_id)
    meetings = []
    for record in objects:
        sets = found.get(record.objekt_id, {})
        if len({counties[kod] for kod in sets}) > 1:
            ordered = {kod: tuple(sorted(sets[kod], key=place.__getitem__)) for kod in counties if kod in sets}
            meetings.append(RegionMeeting(record.objekt_id, ordered))
    return tuple(meetings)


def says_something(record: ObjectRecord) -> bool:
    """Whether anything is written about an object beside its name."""
    return any(str(record.attribut.get(name) or "").strip() for name in WRITTEN)


def _places(
    names: Mapping[str, str], places_of: Mapping[str, Sequence[str]], coverage: Coverage
) -> tuple[PlaceCoverage, ...]:
    carrying = {link.objekt_id for link in coverage.links}
    inside: dict[str, list[ObjectRecord]] = {kod: [] for kod in names}
    for record in coverage.objects:
        for kod in places_of[record.objekt_id]:
            inside[kod].append(record)
    return tuple(
        PlaceCoverage(
            kod,
            namn,
            len(inside[kod]),
            sum(record.objekt_id in carrying for record in inside[kod]),
            sum(says_something(record) for record in inside[kod]),
            tuple(record.objekt_id for record in inside[kod]),
        )
        for kod, namn in names.items()
    )


@lru_cache(maxsize=2)
def _finder(areas: tuple[tuple[str, bytes], ...]) -> AreaFinder:
    """Kept while the areas are where they were: what was asked of it is not asked of the shapes again."""
    shapes = {}
    for objekt_id, wkb in areas:
        shapes[objekt_id] = QgsGeometry()
        shapes[objekt_id].fromWkb(wkb)
    return AreaFinder(shapes)
