"""What the web page says, as plain values in the order it says it: from a snapshot, without HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Sequence

from ...catalogue.added_attributes import is_added
from ...catalogue.model import ROLE_LIST
from ...document_texts import area_text
from ...goals.counterparts import answered_goals
from ...goals.model import Goal
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from ..delivery.readable_columns import ReadableTexts
from .page_coverage import goal_anchor
from .page_texts import PAGE_TEXTS

TEXTS = ("utmaning", "stallningstagande", "beskrivning", "planeringsprincip")
"""Texts of an object on the page: the challenge of today and what is wanted, then why."""
FACTS = ("prioritet", "prioritet_skal", "tillganglighet", "plan_slag", "plan_ref", "granskorsning", "ses_over")
"""What is said after them, in the words of the catalogue."""


@dataclass(frozen=True)
class ObjectRow:
    """An object in the table."""

    anchor: str
    name: str
    class_name: str
    level: str
    status: str
    texts: tuple[tuple[str, str], ...]
    """Heading and text."""
    goals: tuple[tuple[str, str, str, str, str], ...]
    """Goal, its set, contribution, reason, and where the goal is on the page."""


@dataclass(frozen=True)
class PicturePart:
    """A picture: its map and objects."""

    bild_id: str
    anchor: str
    name: str
    heading: str
    """'Målbild 2040, regional'."""
    alt: str
    objects: tuple[ObjectRow, ...]
    count: str


@dataclass(frozen=True)
class GoalEntry:
    """A goal with its objects: name of object, anchor, contribution and reason."""

    level: str
    title: str
    anchor: str
    objects: tuple[tuple[str, str, str, str], ...]
    children: tuple[GoalEntry, ...]
    answers: tuple[tuple[str, str], ...] = ()
    """National and global goals it answers to, in the region's judgement: name with its set, and why."""


@dataclass(frozen=True)
class GoalPart:
    """A goal set."""

    name: str
    facts: tuple[str, ...]
    url: str
    superior: str
    goals: tuple[GoalEntry, ...]


def picture_parts(snapshot: Snapshot) -> tuple[PicturePart, ...]:
    """The pictures that have objects, in their order."""
    readable = ReadableTexts(snapshot)
    parts = []
    for number, picture in enumerate(sorted(snapshot.pictures, key=lambda one: (one.ordning, one.bild_id)), start=1):
        objects = [record for record in snapshot.objects if record.bild_id == picture.bild_id]
        if objects:
            parts.append(_picture_part(readable, picture, objects, number))
    return tuple(parts)


def goal_parts(snapshot: Snapshot) -> tuple[GoalPart, ...]:
    """The goal sets with their trees."""
    readable = ReadableTexts(snapshot)
    names = {record.objekt_id: _name(readable, record) for record in snapshot.objects}
    answers = _answers(snapshot)
    parts = []
    for goal_set in snapshot.goal_sets:
        goals = [goal for goal in snapshot.goals if goal.samling == goal_set.kod]
        facts = [goal_set.organisation]
        if goal_set.antagen:
            facts.append(_word(readable, "antagen").format(nar=goal_set.antagen))
        if goal_set.horisont:
            facts.append(_word(readable, "horisont").format(ar=goal_set.horisont))
        if not goal_set.fullstandig:
            facts.append(_word(readable, "ofullstandig"))
        url = goal_set.url if goal_set.url.startswith(("https://", "http://")) else ""
        tree = _tree(readable, goals, names, answers)
        parts.append(GoalPart(goal_set.namn, tuple(filter(None, facts)), url, goal_set.overordnat, tree))
    return tuple(parts)


def anchor(objekt_id: str) -> str:
    """Where an object is on the page; only letters, digits and hyphens of its id."""
    return "o-" + "".join(sign for sign in objekt_id if sign.isalnum() or sign == "-")


def _picture_part(
    readable: ReadableTexts, picture: Picture, objects: Sequence[ObjectRecord], number: int
) -> PicturePart:
    kind = readable.value("bildtyp", picture.bildtyp)
    horizon = f" {picture.horisont}" if picture.horisont else ""
    scale = readable.value("skala", picture.skala).lower()
    count = _counted(readable, len(objects))
    areas = ", ".join(area_text(area.namn, readable.snapshot.head.sprak) for area in readable.snapshot.areas)
    alt = _word(readable, "alt").format(
        bild=picture.namn, omrade=areas, antal=_counts_text(readable, objects), objekt=_word(readable, "objekt")
    )
    return PicturePart(
        bild_id=picture.bild_id,
        anchor=f"bild-{number}",
        name=picture.namn,
        heading=f"{kind}{horizon}, {scale}" if scale else f"{kind}{horizon}",
        alt=alt,
        objects=tuple(_row(readable, record) for record in _in_reading_order(readable, objects)),
        count=count,
    )


def _row(readable: ReadableTexts, record: ObjectRecord) -> ObjectRow:
    roles = ", ".join(readable.value(ROLE_LIST, role) for role in record.roller)
    texts = [(_word(readable, kod), str(record.attribut.get(kod) or "")) for kod in TEXTS]
    texts.append((_word(readable, "roll"), roles))
    texts += [readable.attribute(record, kod) for kod in FACTS if is_added(readable.snapshot.catalogue, kod)]
    texts.append((_word(readable, "insatser"), "; ".join(readable.measures(record))))
    subtype = readable.subtype(record)
    class_name = f"{readable.class_name(record)} ({subtype.lower()})" if subtype else readable.class_name(record)
    return ObjectRow(
        anchor=anchor(record.objekt_id),
        name=_name(readable, record),
        class_name=class_name,
        level=readable.level(record) or _no_level(readable, record),
        status=readable.status(record),
        texts=tuple((heading, text) for heading, text in texts if text.strip()),
        goals=tuple(
            (*readable.goal_parts(link), goal_anchor(link.mal_id)) for link in readable.links.get(record.objekt_id, ())
        ),
    )


def _no_level(readable: ReadableTexts, record: ObjectRecord) -> str:
    """What is said of an object of a class with several levels that has been given none."""
    klass = readable.snapshot.catalogue.object_class(record.klass)
    missing = klass is not None and len(klass.nivaer) > 1 and klass.levels_for(record.undertyp)
    return _word(readable, "ej_angiven") if missing else ""


def _in_reading_order(readable: ReadableTexts, objects: Sequence[ObjectRecord]) -> list[ObjectRecord]:
    """As the legend: by structure and class, large levels first, then by name."""
    place = {klass.kod: number for number, klass in enumerate(readable.snapshot.catalogue.in_legend_order())}
    return sorted(
        objects,
        key=lambda record: (
            place.get(record.klass, len(place)),
            _level_order(readable, record),
            record.namn.casefold(),
            record.objekt_id,
        ),
    )


def _level_order(readable: ReadableTexts, record: ObjectRecord) -> int:
    klass = readable.snapshot.catalogue.object_class(record.klass)
    level = klass.level(record.niva) if klass else None
    return level.ordning if level else 99


def _counts_text(readable: ReadableTexts, objects: Sequence[ObjectRecord]) -> str:
    """'7 noder, 2 stråk': what a map shows, in the order of the legend."""
    counts = Counter(record.klass for record in objects)
    parts = []
    for klass in readable.snapshot.catalogue.in_legend_order():
        if counts.get(klass.kod):
            count = counts[klass.kod]
            name = readable.text(klass.namn if count == 1 else klass.plural).lower()
            parts.append(f"{count} {name}")
    return ", ".join(parts)


def _answers(snapshot: Snapshot) -> dict[str, tuple[tuple[str, str], ...]]:
    sets = {one.kod: one.namn for one in snapshot.goal_sets}
    return {
        mal_id: tuple((f"{goal.titel} ({sets.get(goal.samling, goal.samling)})", why) for goal, why in those)
        for mal_id, those in answered_goals(snapshot.goals, snapshot.counterparts).items()
    }


def _tree(
    readable: ReadableTexts,
    goals: Sequence[Goal],
    names: dict[str, str],
    answers: dict[str, tuple[tuple[str, str], ...]],
) -> tuple[GoalEntry, ...]:
    known = {goal.mal_id: goal for goal in goals}
    below: dict[str, list[Goal]] = {}
    for goal in sorted(goals, key=lambda goal: (goal.ordning, goal.kod, goal.mal_id)):
        below.setdefault(goal.over_id if _has_top(goal, known) else "", []).append(goal)
    by_goal: dict[str, list[tuple[str, str, str, str]]] = {}
    for objekt_id, links in readable.links.items():
        for link in links:
            entry = (names.get(objekt_id, ""), anchor(objekt_id), readable.contribution(link.bidrag), link.motivering)
            if entry[0]:
                by_goal.setdefault(link.mal_id, []).append(entry)

    def grown(over: str, above: frozenset[str]) -> tuple[GoalEntry, ...]:
        return tuple(
            GoalEntry(
                goal.niva_namn,
                goal.titel,
                goal_anchor(goal.mal_id),
                tuple(sorted(by_goal.get(goal.mal_id, ()))),
                grown(goal.mal_id, above | {goal.mal_id}),
                answers.get(goal.mal_id, ()),
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


def _name(readable: ReadableTexts, record: ObjectRecord) -> str:
    return record.namn.strip() or _word(readable, "utan_namn")


def _counted(readable: ReadableTexts, number: int) -> str:
    return _word(readable, "ett_objekt") if number == 1 else _word(readable, "antal_objekt").format(n=number)


def _word(readable: ReadableTexts, name: str) -> str:
    return readable.text(PAGE_TEXTS[name])
