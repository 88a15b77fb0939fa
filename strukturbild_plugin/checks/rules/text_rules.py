"""Rules about what is written: names, levels and texts."""

from __future__ import annotations

from typing import Iterator

from ...i18n import tr
from ...printable_text import one_line
from ...store.gpkg.proposed_edits import SetValues
from ..engine.check_context import BAND_LAYER, LINK_LAYER, NODE_LAYER, CheckContext, CheckedObject
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark

TEXT_ATTRIBUTES = ("stallningstagande", "beskrivning")
"""One of these says why the object is in the picture or what is wanted there (domain: the region chooses the word)."""

MAX_LEVELS = 6
"""Levels to choose among at once; more are chosen in the form."""


def nothing_drawn(ground: CheckContext) -> Iterator[Remark]:
    """A strukturbild without anything on the map."""
    if not ground.any_drawn():
        yield Remark(
            ERROR,
            tr("Strukturbilden är tom: ingenting är ritat ännu."),
            tr("Rita eller importera minst ett objekt."),
        )


def name_missing(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Nodes and stråk are read by name; a samband may go by the nodes it ties together."""
    if not one_line(thing.record.namn):
        severity = {NODE_LAYER: ERROR, BAND_LAYER: ERROR, LINK_LAYER: TIP}
        yield ground.remark(
            severity.get(thing.record.lager, WARNING),
            thing.record,
            tr("{slag} saknar namn."),
            tr("Skriv det namn som ska stå på kartan och i objekttabellen."),
            slag=ground.class_name(thing.record),
        )


def name_spaced(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Spaces that nobody sees until a name is sorted, searched for or set in a label."""
    tidy = " ".join(thing.record.namn.split())
    if tidy and tidy != thing.record.namn:
        yield ground.remark(
            TIP,
            thing.record,
            tr("{objekt} har mellanslag för mycket i namnet."),
            tr("Ta bort dem, så sorteras och hittas namnet som det ska."),
            Fix(tr("Skriv namnet ”{namn}”").format(namn=tidy), _set(thing, namn=tidy)),
        )


def level_missing(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Classes that have levels are sized by them. The only level there is can be set; else the planner chooses."""
    objekt = thing.record
    klass = ground.classes.get(objekt.klass)
    if klass and klass.nivaer and not objekt.niva:
        levels = sorted(klass.nivaer, key=lambda level: level.ordning)
        names = [level.namn.in_language(ground.head.sprak) for level in levels]
        ways = [
            Fix(tr("Sätt nivån ”{niva}”").format(niva=name), _set(thing, niva=level.kod), len(levels) == 1)
            for level, name in zip(levels, names)
        ]
        yield ground.remark(
            WARNING,
            objekt,
            tr("{objekt} saknar nivå och ritas därför i minsta storlek."),
            tr("Välj nivå: {names}.").format(names=", ".join(map(str.lower, names))),
            *(ways if len(ways) <= MAX_LEVELS else ()),
        )


def text_missing(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Why it is here, or what is wanted: at least one of the two texts."""
    if not any(str(thing.record.attribut.get(kod) or "").strip() for kod in TEXT_ATTRIBUTES):
        yield ground.remark(
            WARNING,
            thing.record,
            tr("{objekt} har varken beskrivning eller ställningstagande."),
            tr("Skriv en mening om varför objektet är med, eller vad regionen vill här."),
        )


def _set(thing: CheckedObject, **values: str) -> tuple[SetValues]:
    return (SetValues(thing.record.objekt_id, tuple(values.items())),)
