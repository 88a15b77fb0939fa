"""The questions to deal with: where goals meet on the map, with what is written of each, in words and as a table.

A question without a place is one that somebody has written of and that is no longer on the map: it is not thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry

from ..compat import AREA_GEOMETRY, LINE_GEOMETRY
from ..i18n import joined, tr
from ..store.gpkg.records import ObjectRecord, Question
from .coverage_texts import Names, TextTable
from .goal_meetings import CONFLICT, CROSSING, MOST, SYNERGY, Meeting, has_more

OPEN = "oppen"


@dataclass(frozen=True)
class MapQuestion:
    """A meeting, and what is written of it. `meeting` is None when it is no longer on the map."""

    question: Question
    meeting: Meeting | None

    @property
    def key(self) -> str:
        """What it is found by again."""
        return self.question.nyckel


def questions_of(meetings: Iterable[Meeting], written: Mapping[str, Question]) -> tuple[MapQuestion, ...]:
    """The meetings in their order, with what is written of each; then what is written of others."""
    found, left = [], dict(written)
    for one in meetings:
        said = left.pop(one.key, None)
        found.append(MapQuestion(said if said is not None else _unwritten(one), one))
    return (*found, *(MapQuestion(one, None) for _key, one in sorted(left.items())))


def _unwritten(one: Meeting) -> Question:
    first, second = sorted((one.first_id, one.second_id)) if one.second_id else (one.first_id, "")
    goals = sorted(filter(None, {one.first_goal, one.second_goal}))
    return Question("", one.key, one.kind, OPEN, first, second, *(*goals, "", "")[:2])


def kind_text(slag: str) -> str:
    """What a kind of question is called."""
    return {
        CONFLICT: tr("Målkonflikt"),
        SYNERGY: tr("Synergi"),
        CROSSING: tr("Stråk och grönt samband korsas"),
    }.get(slag, tr("Fråga"))


def status_text(status: str) -> str:
    """What a status is called."""
    return {OPEN: tr("Öppen"), "hanterad": tr("Hanterad"), "accepterad": tr("Accepterad")}.get(status, status)


def no_proof() -> str:
    """What overlap of schematic objects means, and does not."""
    return tr("Objekten är ritade i stora drag. Att de överlappar är inget bevis på en konflikt, utan en fråga.")


def more_text(meetings: Sequence[Meeting]) -> str:
    """That there are more than were found, of which kinds, and what to do; '' when there are not."""
    kinds = has_more(meetings)
    if not kinds:
        return ""
    text = tr("{kinds}: de första {most} av varje är med, det finns fler. Välj en målsamling i taget för att se dem.")
    return text.format(kinds=joined(map(kind_text, kinds)), most=MOST)


def where_text(one: MapQuestion, names: Names) -> str:
    """'Kil (Nod) och Grön kil (Värdetrakt)'."""
    question = one.question
    ids = [each for each in (question.objekt_id, question.andra_objekt_id) if each]
    return joined(map(names.object, ids))


def goals_text(one: MapQuestion, names: Names) -> str:
    """The goals of it, with ' – ' between; '' of a crossing."""
    goals = dict.fromkeys(each for each in (one.question.mal_id, one.question.andra_mal_id) if each)
    return " – ".join(map(names.goal, goals))


def strength_text(one: MapQuestion) -> str:
    """Why it is a question, in a few words."""
    question, meeting = one.question, one.meeting
    if meeting is None:
        return tr("Finns inte längre på kartan")
    if meeting.kind == CROSSING:
        return ""
    if question.mal_id and not question.andra_mal_id:
        return (
            tr("Det ena stödjer och det andra motverkar samma mål")
            if meeting.strength < 0
            else tr("Båda stödjer samma mål")
        )
    if meeting.strength < 0 and not meeting.second_id:
        return tr("Objektet stödjer det ena och motverkar det andra, eller målen motverkar varandra")
    return (
        tr("Målen är bedömda som att de motverkar varandra")
        if meeting.strength < 0
        else tr("Målen är bedömda som att de främjar varandra")
    )


def meeting_place(first: QgsGeometry, second: QgsGeometry | None) -> tuple[float, float] | None:
    """Where to put the mark (EPSG:3006): where they cross or overlap, between the two, or on the only one."""
    if first.isNull() or first.isEmpty():
        return None
    if second is None or second.isNull() or second.isEmpty():
        return _on(first)
    shared = first.intersection(second)
    if not shared.isNull() and not shared.isEmpty():
        return _on(shared)
    between = first.shortestLine(second)
    return _on(between) if not between.isNull() and not between.isEmpty() else _on(first)


def _on(shape: QgsGeometry) -> tuple[float, float] | None:
    if shape.type() == AREA_GEOMETRY:
        spot = shape.pointOnSurface()
    elif shape.type() == LINE_GEOMETRY:
        longest = max(shape.asGeometryCollection(), key=lambda part: part.length(), default=shape)
        spot = longest.interpolate(longest.length() / 2)
    else:
        vertex = next(shape.vertices())
        return vertex.x(), vertex.y()
    if spot.isNull() or spot.isEmpty():
        return None
    place = spot.asPoint()
    return place.x(), place.y()


def places_of(questions: Sequence[MapQuestion], objects: Iterable[ObjectRecord]) -> dict[str, tuple[float, float]]:
    """Where the mark of each lies, by its key; those without a place are left out."""
    wanted = {each for one in questions for each in (one.question.objekt_id, one.question.andra_objekt_id) if each}
    shapes: dict[str, QgsGeometry] = {}
    for record in objects:
        if record.objekt_id in wanted and record.wkb:
            shapes[record.objekt_id] = QgsGeometry()
            shapes[record.objekt_id].fromWkb(record.wkb)
    found = {}
    for one in questions:
        first, second = shapes.get(one.question.objekt_id), shapes.get(one.question.andra_objekt_id)
        if one.meeting is None or first is None:
            continue
        place = meeting_place(first, second)
        if place is not None:
            found[one.key] = place
    return found


def questions_table(questions: Sequence[MapQuestion], names: Names) -> TextTable:
    """A row for each."""
    heads = (
        *(tr("Slag"), tr("Var"), tr("Mål"), tr("Status"), tr("Ansvarig"), tr("Text")),
        tr("Anmärkning"),
    )
    rows = tuple(
        (
            *(kind_text(one.question.slag), where_text(one, names), goals_text(one, names)),
            *(status_text(one.question.status), one.question.ansvarig, one.question.text),
            strength_text(one),
        )
        for one in questions
    )
    return TextTable("fragor", tr("Frågor att hantera"), heads, rows)
