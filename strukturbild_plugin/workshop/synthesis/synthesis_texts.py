"""The synthesis in words: 'Stråk Kil–Sunne · 4 av 6 grupper', and the rows of its table."""

from __future__ import annotations

from collections.abc import Sequence

from ...i18n import joined, tr
from ...printable_text import one_line
from ...store.gpkg.records import Snapshot
from .agreement import ALTERNATIVE
from .synthesis import Synthesis, Thing


def class_name(snapshot: Snapshot, klass: str, language: str) -> str:
    """What a class is called; its code when the catalogue does not have it."""
    found = snapshot.catalogue.object_class(klass)
    return found.namn.in_language(language) if found is not None else klass


def thing_name(snapshot: Snapshot, thing: Thing, language: str) -> str:
    """'Stråk Kil–Sunne', 'Nobelbanestråket', 'Grön kil': the class too, where the name does not say it."""
    kind = class_name(snapshot, thing.agreement.klass, language)
    if not thing.namn:
        return kind
    return thing.namn if kind.lower() in thing.namn.lower() else f"{kind} {thing.namn}"


def listed_name(snapshot: Snapshot, thing: Thing, language: str) -> str:
    """'Kil–Sunne · Stråk': the name first, for a list that cuts what is long."""
    whole = thing_name(snapshot, thing, language)
    if not thing.namn or whole == thing.namn:
        return whole
    return f"{thing.namn} · {class_name(snapshot, thing.agreement.klass, language)}"


def groups_text(thing: Thing, count: int) -> str:
    """'4 av 6 grupper', 'bara Bord 3'. `count`: all groups."""
    if len(thing.groups) == 1:
        return tr("bara {grupp}").format(grupp=thing.groups[0])
    return tr("{n} av {antal} grupper").format(n=len(thing.groups), antal=count)


def summary(synthesis: Synthesis) -> str:
    """How many things there are, in a sentence or two."""
    several, joint = synthesis.of_several(), sum(one.joint for one in synthesis.things)
    alone = sum(len(one.groups) == 1 and not one.joint and not one.joins for one in synthesis.things)
    said = tr("{n} grupper har ritat: {flera} objekt har ritats av flera grupper, {ensamma} av bara en.")
    sentences = [said.format(n=len(synthesis.groups), flera=len(several), ensamma=alone)]
    if joint:
        sentences.append(tr("Gemensamma: {n}.").format(n=joint))
    return " ".join(sentences)


def table_heads() -> tuple[str, ...]:
    """The columns of the table."""
    return (
        tr("Slag"),
        tr("Namn"),
        tr("Bild"),
        tr("Antal grupper"),
        tr("Av"),
        tr("Grupper"),
        tr("Likhet (%)"),
        tr("Grupper med en variant"),
        tr("Gemensamt"),
        "objekt_id",
    )


def table_rows(snapshot: Snapshot, synthesis: Synthesis, language: str) -> list[tuple[str | int, ...]]:
    """A row for each thing. Likeness: of the least like group with the one that stands for all."""
    pictures = {one.bild_id: one.namn for one in snapshot.pictures}
    order = {one.namn: number for number, one in enumerate(synthesis.groups)}
    rows: list[tuple[str | int, ...]] = []
    for thing in synthesis.things:
        members = thing.agreement.members
        variants = {one.grupp for one in members if one.kind == ALTERNATIVE}
        several = len(members) > 1
        rows.append(
            (
                class_name(snapshot, thing.agreement.klass, language),
                one_line(thing.namn),
                one_line(pictures.get(thing.agreement.bild_id, "")),
                len(thing.groups),
                len(synthesis.groups),
                _in_order(thing.groups, order),
                round(100 * min(one.likeness for one in members)) if several else "",
                _in_order(variants, order),
                tr("ja") if thing.joint else tr("nej, sent ritat") if thing.joins else tr("nej"),
                thing.shown,
            )
        )
    return rows


def log_text(snapshot: Snapshot, thing: Thing, grupp: str, count: int, language: str) -> str:
    """What the log says of a thing that is made joint: how many, which groups, whose shape."""
    return tr("{namn}: {antal} ({grupper}). Form: {grupp}.").format(
        namn=thing_name(snapshot, thing, language),
        antal=groups_text(thing, count),
        grupper=joined(thing.groups),
        grupp=grupp,
    )


def _in_order(names: Sequence[str] | set[str], order: dict[str, int]) -> str:
    return ", ".join(one_line(name) for name in sorted(names, key=lambda name: (order.get(name, len(order)), name)))
