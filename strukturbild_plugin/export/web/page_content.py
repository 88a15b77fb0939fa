"""What the web page says, as plain values in the order it says it: from a snapshot, without HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Sequence

from ...catalogue.model import ROLE_LIST
from ...goals.model import Goal
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from ..delivery.readable_columns import ReadableTexts
from .page_texts import WORDS

TEXTS = ("stallningstagande", "beskrivning", "planeringsprincip")
"""Texts of an object on the page: what is wanted first, then why."""


@dataclass(frozen=True)
class ObjectRow:
    """An object in the table."""

    ankare: str
    namn: str
    klass: str
    niva: str
    status: str
    texter: tuple[tuple[str, str], ...]
    """Heading and text."""
    mal: tuple[tuple[str, str, str, str], ...]
    """Goal, its set, contribution and reason."""


@dataclass(frozen=True)
class PicturePart:
    """A picture: its map and objects."""

    bild_id: str
    ankare: str
    namn: str
    rubrik: str
    """'Målbild 2040, regional'."""
    alt: str
    objekt: tuple[ObjectRow, ...]
    antal: str


@dataclass(frozen=True)
class GoalEntry:
    """A goal with its objects: name of object, anchor, contribution and reason."""

    niva: str
    titel: str
    objekt: tuple[tuple[str, str, str, str], ...]
    under: tuple[GoalEntry, ...]


@dataclass(frozen=True)
class GoalPart:
    """A goal set."""

    namn: str
    fakta: tuple[str, ...]
    url: str
    overordnat: str
    mal: tuple[GoalEntry, ...]


def picture_parts(snapshot: Snapshot) -> tuple[PicturePart, ...]:
    """The pictures that have objects, in their order."""
    words = ReadableTexts(snapshot)
    parts = []
    for number, picture in enumerate(sorted(snapshot.pictures, key=lambda one: (one.ordning, one.bild_id)), start=1):
        objects = [objekt for objekt in snapshot.objects if objekt.bild_id == picture.bild_id]
        if objects:
            parts.append(_picture_part(words, picture, objects, number))
    return tuple(parts)


def goal_parts(snapshot: Snapshot) -> tuple[GoalPart, ...]:
    """The goal sets with their trees."""
    words = ReadableTexts(snapshot)
    names = {objekt.objekt_id: _name(words, objekt) for objekt in snapshot.objects}
    parts = []
    for goal_set in snapshot.goal_sets:
        goals = [goal for goal in snapshot.goals if goal.samling == goal_set.kod]
        facts = [goal_set.organisation]
        if goal_set.antagen:
            facts.append(_word(words, "antagen").format(nar=goal_set.antagen))
        if goal_set.horisont:
            facts.append(_word(words, "horisont").format(ar=goal_set.horisont))
        if not goal_set.fullstandig:
            facts.append(_word(words, "ofullstandig"))
        url = goal_set.url if goal_set.url.startswith(("https://", "http://")) else ""
        tree = _tree(words, goals, names)
        parts.append(GoalPart(goal_set.namn, tuple(filter(None, facts)), url, goal_set.overordnat, tree))
    return tuple(parts)


def anchor(objekt_id: str) -> str:
    """Where an object is on the page; only letters, digits and hyphens of its id."""
    return "o-" + "".join(sign for sign in objekt_id if sign.isalnum() or sign == "-")


def _picture_part(words: ReadableTexts, picture: Picture, objects: Sequence[ObjectRecord], number: int) -> PicturePart:
    kind = words.value("bildtyp", picture.bildtyp)
    horizon = f" {picture.horisont}" if picture.horisont else ""
    scale = words.value("skala", picture.skala).lower()
    count = _counted(words, len(objects))
    areas = ", ".join(area.namn for area in words.snapshot.areas)
    alt = _word(words, "alt").format(
        bild=picture.namn, omrade=areas, antal=_summed(words, objects), objekt=_word(words, "objekt")
    )
    return PicturePart(
        bild_id=picture.bild_id,
        ankare=f"bild-{number}",
        namn=picture.namn,
        rubrik=f"{kind}{horizon}, {scale}" if scale else f"{kind}{horizon}",
        alt=alt,
        objekt=tuple(_row(words, objekt) for objekt in _in_reading_order(words, objects)),
        antal=count,
    )


def _row(words: ReadableTexts, objekt: ObjectRecord) -> ObjectRow:
    roles = ", ".join(words.value(ROLE_LIST, role) for role in objekt.roller)
    texts = [(_word(words, kod), str(objekt.attribut.get(kod) or "")) for kod in TEXTS]
    texts.append((_word(words, "roll"), roles))
    subtype = words.subtype(objekt)
    klass = f"{words.klass(objekt)} ({subtype.lower()})" if subtype else words.klass(objekt)
    return ObjectRow(
        ankare=anchor(objekt.objekt_id),
        namn=_name(words, objekt),
        klass=klass,
        niva=words.level(objekt),
        status=words.status(objekt),
        texter=tuple((heading, text) for heading, text in texts if text.strip()),
        mal=tuple(words.goal_parts(link) for link in words.links.get(objekt.objekt_id, ())),
    )


def _in_reading_order(words: ReadableTexts, objects: Sequence[ObjectRecord]) -> list[ObjectRecord]:
    """As the legend: by structure and class, large levels first, then by name."""
    place = {klass.kod: number for number, klass in enumerate(words.snapshot.catalogue.in_legend_order())}
    return sorted(
        objects,
        key=lambda objekt: (
            place.get(objekt.klass, len(place)),
            _level_order(words, objekt),
            objekt.namn.casefold(),
            objekt.objekt_id,
        ),
    )


def _level_order(words: ReadableTexts, objekt: ObjectRecord) -> int:
    klass = words.snapshot.catalogue.klass(objekt.klass)
    level = klass.level(objekt.niva) if klass else None
    return level.ordning if level else 99


def _summed(words: ReadableTexts, objects: Sequence[ObjectRecord]) -> str:
    """'7 noder, 2 stråk': what a map shows, in the order of the legend."""
    counts = Counter(objekt.klass for objekt in objects)
    parts = []
    for klass in words.snapshot.catalogue.in_legend_order():
        if counts.get(klass.kod):
            count = counts[klass.kod]
            name = words.said(klass.namn if count == 1 else klass.plural).lower()
            parts.append(f"{count} {name}")
    return ", ".join(parts)


def _tree(words: ReadableTexts, goals: Sequence[Goal], names: dict[str, str]) -> tuple[GoalEntry, ...]:
    known = {goal.mal_id: goal for goal in goals}
    below: dict[str, list[Goal]] = {}
    for goal in sorted(goals, key=lambda goal: (goal.ordning, goal.kod, goal.mal_id)):
        below.setdefault(goal.over_id if _has_top(goal, known) else "", []).append(goal)
    by_goal: dict[str, list[tuple[str, str, str, str]]] = {}
    for objekt_id, links in words.links.items():
        for link in links:
            entry = (names.get(objekt_id, ""), anchor(objekt_id), words.contribution(link.bidrag), link.motivering)
            if entry[0]:
                by_goal.setdefault(link.mal_id, []).append(entry)

    def grown(over: str, above: frozenset[str]) -> tuple[GoalEntry, ...]:
        return tuple(
            GoalEntry(
                goal.niva_namn,
                goal.titel,
                tuple(sorted(by_goal.get(goal.mal_id, ()))),
                grown(goal.mal_id, above | {goal.mal_id}),
            )
            for goal in below.get(over, ())
            if goal.mal_id not in above
        )

    return grown("", frozenset())


def _has_top(goal: Goal, known: dict[str, Goal]) -> bool:
    """Whether the goals above `goal` are here and lead to a top; in a broken circle every goal stands by itself."""
    seen, over = {goal.mal_id}, goal.over_id
    if over not in known:
        return False
    while over in known:
        if over in seen:
            return False
        seen.add(over)
        over = known[over].over_id
    return True


def _name(words: ReadableTexts, objekt: ObjectRecord) -> str:
    return objekt.namn.strip() or _word(words, "utan_namn")


def _counted(words: ReadableTexts, number: int) -> str:
    return _word(words, "ett_objekt") if number == 1 else _word(words, "antal_objekt").format(n=number)


def _word(words: ReadableTexts, name: str) -> str:
    return words.said(WORDS[name])
