"""What the coverage of goals is called, and its tables: on the screen, in spreadsheets and on the web page alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Union

from ..catalogue.model import Catalogue
from ..goals.model import Goal, GoalSet
from ..i18n import tr
from ..store.gpkg.records import ObjectRecord, Snapshot
from .goal_coverage import (
    BY_CLASS,
    BY_MUNICIPALITY,
    BY_OBJECT,
    NOT_SILENT,
    WITHOUT_GOAL,
    WITHOUT_OBJECT,
    WITHOUT_TEXT,
    Coverage,
    PlaceCoverage,
    RegionMeeting,
    countryside_coverage,
    matrix_of,
    municipality_coverage,
)
from .goal_matrix import GoalMatrix, MatrixCell
from .municipalities import MunicipalityFinder

Cell = Union[str, int, float]
NO_PLACE, NO_GOAL, MUNICIPALITIES, COUNTRYSIDE, REGIONS = (
    "utan_plats",
    "utan_mal",
    "kommuner",
    "landsbygder",
    "regioner",
)


@dataclass(frozen=True)
class TextTable:
    """A table of texts and numbers. `code`: for names of files; `title`: in words."""

    code: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Names:
    """What the classes, objects, goals and sets of a strukturbild are called in a language."""

    def __init__(self, snapshot: Snapshot, language: str) -> None:
        self._catalogue, self._language = snapshot.catalogue, language
        self.objects: Mapping[str, ObjectRecord] = {one.objekt_id: one for one in snapshot.objects}
        self.goals: Mapping[str, Goal] = {one.mal_id: one for one in snapshot.goals}
        self.sets: Mapping[str, GoalSet] = {one.kod: one for one in snapshot.goal_sets}
        self.pictures = {one.bild_id: one.namn for one in snapshot.pictures}

    def klass(self, kod: str) -> str:
        """A class; its code when the catalogue does not have it."""
        return class_name(self._catalogue, kod, self._language)

    def object(self, objekt_id: str) -> str:
        """'Kil (Nod)', or the class of one without name."""
        record = self.objects.get(objekt_id)
        if record is None:
            return tr("ett objekt")
        klass = self.klass(record.klass)
        return f"{record.namn} ({klass})" if record.namn.strip() else klass

    def short_object(self, objekt_id: str) -> str:
        """'Kil', or the class of one without name."""
        record = self.objects.get(objekt_id)
        return (record.namn.strip() or self.klass(record.klass)) if record is not None else tr("ett objekt")

    def goal(self, mal_id: str) -> str:
        """'1.2 Rent vatten'."""
        goal = self.goals.get(mal_id)
        return goal_title(goal) if goal is not None else tr("ett mål")

    def goal_set(self, kod: str) -> str:
        """Who has the set: the organisation, else its name."""
        found = self.sets.get(kod)
        return (found.organisation or found.namn) if found is not None else kod

    def set_name(self, kod: str) -> str:
        """What the set is called, else who has it."""
        found = self.sets.get(kod)
        return (found.namn.strip() or found.organisation or kod) if found is not None else kod


def class_name(catalogue: Catalogue, kod: str, language: str) -> str:
    """What a class is called; its code when the catalogue does not have it."""
    found = catalogue.object_class(kod)
    return found.namn.in_language(language) if found is not None else kod


def goal_title(goal: Goal) -> str:
    """'1.2 Rent vatten'."""
    return f"{goal.kod} {goal.titel}".strip()


def lacking_text(lacks: str) -> str:
    """What a place lacks, in words."""
    return {
        WITHOUT_OBJECT: tr("Inget är ritat"),
        WITHOUT_GOAL: tr("Ritat, men inget mål"),
        WITHOUT_TEXT: tr("Mål, men ingen text"),
        NOT_SILENT: tr("Objekt, mål och text"),
    }[lacks]


def cell_text(cell: MatrixCell | None) -> str:
    """'3', '−1', '3 −1', '0': how many objects support and oppose; '' where nothing is linked."""
    if cell is None:
        return ""
    parts = [str(cell.supporting)] if cell.supporting else []
    parts += [f"−{cell.opposing}"] if cell.opposing else []
    return " ".join(parts) or "0"


def cell_sentence(cell: MatrixCell, weight: float | None) -> str:
    """The same in words, with the sum of the contributions."""
    parts = [tr("{n} stödjer").format(n=cell.supporting)] if cell.supporting else []
    parts += [tr("{n} motverkar").format(n=cell.opposing)] if cell.opposing else []
    parts += [tr("{n} neutrala").format(n=cell.neutral)] if cell.neutral else []
    said = ", ".join(parts)
    total = tr("summa av bidragen {summa}").format(summa=signed(cell.total))
    if weight not in (None, 1.0):
        total += ", " + tr("med målets vikt {summa}").format(summa=signed(cell.weighted))
    return f"{said}; {total}."


def signed(number: float) -> str:
    """'+2', '−1,5', '0'."""
    if not number:
        return "0"
    return f"{number:+g}".replace("-", "−").replace(".", ",")


def column_names(matrix: GoalMatrix, by: str, names: Names, municipalities: Mapping[str, str]) -> tuple[str, ...]:
    """What the columns of a matrix are called."""
    if by == BY_CLASS:
        return tuple(names.klass(kod) for kod in matrix.columns)
    if by == BY_MUNICIPALITY:
        return tuple(municipalities.get(kod, kod) for kod in matrix.columns)
    return tuple(names.short_object(objekt_id) for objekt_id in matrix.columns)


def coverage_tables(
    snapshot: Snapshot, coverage: Coverage, municipalities: MunicipalityFinder, language: str
) -> tuple[TextTable, ...]:
    """Every table of a coverage."""
    names, partly = Names(snapshot, language), municipalities.partly
    return (
        *(
            matrix_table(matrix_of(coverage, snapshot, by, municipalities), by, names, municipalities.names, partly)
            for by in (BY_CLASS, BY_OBJECT, BY_MUNICIPALITY)
        ),
        goals_table(coverage.goals_without_place, names),
        objects_table(coverage.objects_without_goal, names),
        places_table(MUNICIPALITIES, municipality_coverage(coverage, municipalities), partly),
        places_table(COUNTRYSIDE, countryside_coverage(coverage)),
        regions_table(coverage.meetings, names),
    )


def table_title(code: str, partly: bool = False) -> str:
    """What a table is called. `partly`: the area is partly abroad, where no municipalities are counted."""
    if partly and code in (BY_MUNICIPALITY, MUNICIPALITIES):
        return tr("Svenska kommuner") if code == MUNICIPALITIES else tr("Mål och svenska kommuner")
    return {
        BY_CLASS: tr("Mål och klasser"),
        BY_OBJECT: tr("Mål och objekt"),
        BY_MUNICIPALITY: tr("Mål och kommuner"),
        NO_PLACE: tr("Mål utan plats"),
        NO_GOAL: tr("Objekt utan mål"),
        MUNICIPALITIES: tr("Kommuner"),
        COUNTRYSIDE: tr("Landsbygder"),
        REGIONS: tr("Flera regioners mål"),
    }[code]


def matrix_table(
    matrix: GoalMatrix, by: str, names: Names, municipalities: Mapping[str, str], partly: bool = False
) -> TextTable:
    """A row for each goal: objects that support, oppose and neither, and the weighted contributions by column."""
    heads = (
        *(tr("Målsamling"), tr("Kod"), tr("Mål"), tr("Vikt"), tr("Stödjer"), tr("Motverkar"), tr("Neutral")),
        *_told_apart(column_names(matrix, by, names, municipalities)),
    )
    rows = []
    for goal in matrix.goals:
        cells = matrix.row(goal.mal_id)
        supporting, opposing, neutral = _objects_by_sign(matrix, goal.mal_id)
        rows.append(
            (
                *(names.set_name(goal.samling), goal.kod, goal.titel, _number(1.0 if goal.vikt is None else goal.vikt)),
                *(supporting, opposing, neutral),
                *("" if cell is None else _number(cell.weighted) for cell in cells),
            )
        )
    return TextTable(by, table_title(by, partly), heads, tuple(rows))


def goals_table(goals: Sequence[Goal], names: Names) -> TextTable:
    """Goals that nothing is linked to."""
    heads = (tr("Målsamling"), tr("Kod"), tr("Mål"))
    rows = tuple((names.set_name(goal.samling), goal.kod, goal.titel) for goal in goals)
    return TextTable(NO_PLACE, table_title(NO_PLACE), heads, rows)


def objects_table(objects: Sequence[ObjectRecord], names: Names) -> TextTable:
    """Objects that are linked to nothing."""
    heads = (tr("Bild"), tr("Klass"), tr("Namn"))
    rows = tuple((names.pictures.get(one.bild_id, ""), names.klass(one.klass), one.namn) for one in objects)
    return TextTable(NO_GOAL, table_title(NO_GOAL), heads, rows)


def places_table(code: str, places: Sequence[PlaceCoverage], partly: bool = False) -> TextTable:
    """Municipalities or countrysides, with what each lacks."""
    first = tr("Kommun") if code == MUNICIPALITIES else tr("Landsbygd")
    heads = (first, tr("Objekt"), tr("Objekt med mål"), tr("Objekt med text"), tr("Vad som saknas"))
    rows = tuple(
        (one.namn or tr("utan namn"), one.objects, one.linked, one.written, lacking_text(one.lacks)) for one in places
    )
    return TextTable(code, table_title(code, partly), heads, rows)


def regions_table(meetings: Sequence[RegionMeeting], names: Names) -> TextTable:
    """Objects that carry the goals of several regions, a row for each goal."""
    heads = (tr("Objekt"), tr("Målsamling"), tr("Mål"))
    rows = tuple(
        (names.object(one.objekt_id), names.set_name(kod), names.goal(mal_id))
        for one in meetings
        for kod, listed in one.goals.items()
        for mal_id in listed
    )
    return TextTable(REGIONS, table_title(REGIONS), heads, rows)


def _objects_by_sign(matrix: GoalMatrix, mal_id: str) -> tuple[int, int, int]:
    """Each object once, in however many columns it counts."""
    values = matrix.contributions.get(mal_id, {}).values()
    return sum(one > 0 for one in values), sum(one < 0 for one in values), sum(one == 0 for one in values)


def _number(value: float) -> Cell:
    return int(value) if value == int(value) else value


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Columns with one name get a number after it."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(found)
