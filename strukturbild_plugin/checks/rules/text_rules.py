"""Rules about what is written: names, levels and texts."""

from __future__ import annotations

from typing import Iterator

from ...i18n import tr
from ...printable_text import one_line
from ...store.gpkg.odd_cells import most_characters
from ...store.gpkg.proposed_edits import SetValues
from ..engine.check_context import CORRIDOR_LAYER, LINK_LAYER, NODE_LAYER, CheckContext, CheckedObject
from ..engine.finding import ERROR, REVIEW, TIP, WARNING, Fix, Remark
from .fitting_rules import fitting_class

TEXT_ATTRIBUTES = ("stallningstagande", "beskrivning")
"""One of these says why the object is in the picture or what is wanted there (domain: the region chooses the word)."""

MAX_LEVELS = 6
"""Levels to choose among at once; more are chosen in the form."""


def nothing_drawn(context: CheckContext) -> Iterator[Remark]:
    """A strukturbild without anything on the map."""
    if not context.any_drawn():
        yield Remark(
            ERROR,
            tr("Strukturbilden är tom: ingenting är ritat ännu."),
            tr("Rita eller importera minst ett objekt."),
        )


def conflicts_waiting(context: CheckContext) -> Iterator[Remark]:
    """What a merge left to choose between: until it is decided the map shows what stood there before."""
    number = context.waiting_conflicts
    if number:
        many = tr("Strukturbilden är inte färdig: {n} frågor efter sammanslagningen väntar.").format(n=number)
        yield Remark(
            WARNING,
            tr("Strukturbilden är inte färdig: 1 fråga efter sammanslagningen väntar.") if number == 1 else many,
            tr("Avgör dem under ”Frågor” innan utgåvan görs: till dess gäller det som stod där förut."),
            atgarder=(Fix(tr("Avgör frågorna"), (), safe=False, opens=REVIEW),),
        )


def name_missing(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Nodes and stråk are read by name; a samband may go by the nodes it ties together."""
    if not one_line(checked.record.namn):
        severity = {NODE_LAYER: ERROR, CORRIDOR_LAYER: ERROR, LINK_LAYER: TIP}
        yield context.remark(
            severity.get(checked.record.lager, WARNING),
            checked.record,
            tr("{slag} saknar namn."),
            tr("Skriv det namn som ska stå på kartan och i objekttabellen."),
            slag=context.class_name(checked.record),
        )


def name_spaced(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Spaces that nobody sees until a name is sorted, searched for or set in a label."""
    tidy = " ".join(checked.record.namn.split())
    if tidy and tidy != checked.record.namn:
        yield context.remark(
            TIP,
            checked.record,
            tr("{objekt} har mellanslag för mycket i namnet."),
            tr("Ta bort dem, så sorteras och hittas namnet som det ska."),
            Fix(tr("Skriv namnet ”{namn}”").format(namn=tidy), _set(checked, namn=tidy)),
        )


def level_missing(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Classes that have levels are sized by them. The only level there is can be set; else the planner chooses."""
    record = checked.record
    klass = fitting_class(context, record)
    fitting = klass.levels_for(record.undertyp) if klass else ()
    if fitting and not record.niva:
        levels = sorted(fitting, key=lambda level: level.ordning)
        names = [level.namn.in_language(context.head.sprak) for level in levels]
        fixes = [
            Fix(tr("Sätt nivån ”{niva}”").format(niva=name), _set(checked, niva=level.kod), len(levels) == 1)
            for level, name in zip(levels, names)
        ]
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} saknar nivå och ritas därför i minsta storlek."),
            tr("Välj nivå: {names}.").format(names=", ".join(map(str.lower, names))),
            *(fixes if len(fixes) <= MAX_LEVELS else ()),
        )


def text_missing(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Why it is here, or what is wanted: at least one of the two texts."""
    if not any(str(checked.record.attribut.get(code) or "").strip() for code in TEXT_ATTRIBUTES):
        yield context.remark(
            WARNING,
            checked.record,
            tr("{objekt} har varken beskrivning eller ställningstagande."),
            tr("Skriv en mening om varför objektet är med, eller vad regionen vill här."),
        )


def text_long(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Texts so long that nobody has written them there on purpose; of those set on one line the rest is cut."""
    record = checked.record
    for code, value in (("namn", record.namn), *record.attribut.items()):
        if isinstance(value, str) and len(value) > most_characters(code, context.catalogue):
            known = context.catalogue.attribut.get(code)
            yield context.remark(
                TIP,
                record,
                tr("{objekt} har {antal} tecken i ”{falt}”, troligen inklistrat."),
                tr("Korta texten; det längre kan stå i en bilaga."),
                antal=str(len(value)),
                falt=known.namn.in_language(context.head.sprak) if known else code,
            )


def _set(checked: CheckedObject, **values: str) -> tuple[SetValues]:
    return (SetValues(checked.record.objekt_id, tuple(values.items())),)
