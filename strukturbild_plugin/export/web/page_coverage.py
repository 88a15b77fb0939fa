"""How goals meet what is drawn, as plain tables of the web page: goals by class, and municipalities.

What is written of questions and of goals against goals stays in the strukturbild: it is work in progress.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...analysis.coverage_texts import cell_text, class_name, goal_title
from ...analysis.goal_coverage import (
    BY_CLASS,
    NOT_SILENT,
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
    WITHOUT_TEXT,
    CoverageChoice,
    coverage_of,
    matrix_of,
    municipality_coverage,
)
from ...analysis.municipalities import MunicipalityFinder
from ...catalogue.model import Text
from ...store.gpkg.records import Snapshot
from .page_texts import PAGE_TEXTS

_LACKS: Mapping[str, Text] = {
    WITHOUT_OBJECT: Text("inget ritat", "nothing drawn"),
    WITHOUT_GOAL: Text("inget mål", "no goal"),
    WITHOUT_TEXT: Text("ingen text", "no text"),
    NOT_SILENT: Text("inget", "nothing"),
}


@dataclass(frozen=True)
class CoverageRow:
    """A goal with none below it: where it is on the page, its title, whose it is, and a cell for each class."""

    anchor: str
    title: str
    owner: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class PlaceRow:
    """A municipality: name, objects, of them with goals and with text, and what is missing."""

    name: str
    objects: int
    linked: int
    written: int
    lacks: str


@dataclass(frozen=True)
class CoveragePart:
    """The tables of a picture."""

    caption: str
    classes: tuple[str, ...]
    goals: tuple[CoverageRow, ...]
    places_caption: str
    places: tuple[PlaceRow, ...]


def coverage_parts(snapshot: Snapshot) -> tuple[CoveragePart, ...]:
    """A part for each picture that has objects, in their order; none when there are no goals."""
    if not snapshot.goals:
        return ()
    drawn = {one.bild_id for one in snapshot.objects}
    finder = MunicipalityFinder(snapshot.head.lan)
    pictures = sorted(snapshot.pictures, key=lambda one: (one.ordning, one.bild_id))
    return tuple(_part(snapshot, one.bild_id, one.namn, finder) for one in pictures if one.bild_id in drawn)


def goal_anchor(mal_id: str) -> str:
    """Where a goal is on the page; only letters, digits and hyphens of its id."""
    return "m-" + "".join(sign for sign in mal_id if sign.isalnum() or sign == "-")


def _part(snapshot: Snapshot, bild_id: str, name: str, finder: MunicipalityFinder) -> CoveragePart:
    language = snapshot.head.sprak
    coverage = coverage_of(snapshot, CoverageChoice(bild_id=bild_id))
    matrix = matrix_of(coverage, snapshot, BY_CLASS)
    owners = {one.kod: one.organisation or one.namn for one in snapshot.goal_sets}
    goals = tuple(
        CoverageRow(
            goal_anchor(goal.mal_id),
            goal_title(goal),
            owners.get(goal.samling, ""),
            tuple(cell_text(cell) for cell in matrix.row(goal.mal_id)),
        )
        for goal in matrix.goals
    )
    places = tuple(
        PlaceRow(one.namn, one.objects, one.linked, one.written, _LACKS[one.lacks].in_language(language))
        for one in municipality_coverage(coverage, finder)
    )
    return CoveragePart(
        PAGE_TEXTS["tackning_caption"].in_language(language).format(bild=name),
        tuple(class_name(snapshot.catalogue, kod, language) for kod in matrix.columns),
        goals,
        PAGE_TEXTS["svenska_kommuner_caption" if finder.partly else "kommuner_caption"]
        .in_language(language)
        .format(bild=name),
        places,
    )
