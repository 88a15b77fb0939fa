"""Rules about codes: everything an object says must be in the strukturbild's own catalogue."""

from __future__ import annotations

from typing import Iterable, Iterator, Sequence

from ...catalogue.model import (
    CHOICE,
    CHOICES,
    ROLE_LIST,
    STATUS_LIST,
    UNCERTAINTY_LIST,
    Attribute,
    Choice,
    Level,
    ObjectClass,
)
from ...i18n import tr
from ...store.gpkg.proposed_edits import SetValues
from ...store.gpkg.records import ObjectRecord
from ..engine.check_context import CheckContext, CheckedObject, folded
from ..engine.finding import ERROR, WARNING, Fix, Remark

_MAX_NAMED = 8
"""Allowed values named in a suggestion; more would not be read."""


def class_unknown(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A class the catalogue does not have cannot be drawn."""
    record = checked.record
    if record.klass not in context.classes:
        here = context.catalogue.classes_in(record.lager)
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} har klassen ”{klass}”, som inte finns i katalogen. Objektet ritas inte."),
            tr("Välj en klass som finns, eller lägg till klassen i strukturbilden."),
            _spelled(record, "klass", record.klass, here),
            klass=record.klass,
        )


def class_in_wrong_layer(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A known class in a layer it does not belong to."""
    record = checked.record
    klass = context.classes.get(record.klass)
    if klass and record.lager not in klass.lager.values():
        layer = context.catalogue.layer(record.lager)
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} ligger i lagret {lager}, där klassen inte hör hemma."),
            tr("Byt klass, eller rita om objektet i rätt lager."),
            lager=layer.namn.sv if layer else record.lager,
        )


def level_unknown(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A level its class does not have."""
    klass = context.classes.get(checked.record.klass)
    level = checked.record.niva
    if klass and level and klass.level(level) is None:
        fix = (
            _spelled(checked.record, "niva", level, klass.nivaer) if klass.nivaer else _emptied(checked.record, "niva")
        )
        yield _unknown(context, checked.record, tr("nivån"), level, klass.nivaer, ERROR, fix)


def subtype_unknown(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A subtype its class does not have."""
    record = checked.record
    klass = context.classes.get(record.klass)
    if klass and record.undertyp and record.undertyp not in {one.kod for one in klass.undertyper}:
        fix = _spelled(record, "undertyp", record.undertyp, klass.undertyper)
        yield _unknown(context, record, tr("undertypen"), record.undertyp, klass.undertyper, WARNING, fix)


def status_unknown(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A status that is not in the list."""
    record = checked.record
    allowed = context.catalogue.listor.get(STATUS_LIST, ())
    if allowed and record.status and record.status not in {one.kod for one in allowed}:
        fix = _spelled(record, "status", record.status, allowed)
        yield _unknown(context, record, tr("statusen"), record.status, allowed, ERROR, fix)


def value_unknown(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """Role, uncertainty and every other value picked from a list."""
    lists = context.catalogue.listor
    for attribute in context.cached("picked", lambda: _picked(context)):
        for code in _codes(checked.record, attribute):
            allowed = lists[attribute.lista]
            if not any(code == one.kod for one in allowed):
                label = f"{attribute.namn.sv.lower()}:"
                fix = _spelled(checked.record, attribute.kod, code, allowed) if attribute.typ == CHOICE else None
                yield _unknown(context, checked.record, label, code, allowed, WARNING, fix)


def _picked(context: CheckContext) -> list[Attribute]:
    lists = context.catalogue.listor
    return [one for one in context.catalogue.attribut.values() if one.typ in (CHOICE, CHOICES) and one.lista in lists]


def _codes(record: ObjectRecord, attribute: Attribute) -> Iterable[str]:
    if attribute.kod == ROLE_LIST:
        return record.roller
    if attribute.kod == STATUS_LIST:
        return ()
    value = record.osakerhet if attribute.kod == UNCERTAINTY_LIST else record.attribut.get(attribute.kod)
    text = "" if value is None else str(value)
    return listed(text) if attribute.typ == CHOICES else [text] if text else []


def listed(text: str) -> list[str]:
    """The codes in QGIS's text for several values: '{a,b}', '{"a","b"}' or 'a,b'; order kept."""
    codes = (code.strip().strip('"') for code in text.strip().strip("{}").split(","))
    return [code for code in codes if code]


def _spelled(
    record: ObjectRecord, column: str, code: str, allowed: Sequence[Choice | Level | ObjectClass]
) -> Fix | None:
    """What is meant, when the value is a name or a code written otherwise: 'Regional' is the level 'regional'."""
    meant = [one for one in allowed if folded(code) in (folded(one.kod), folded(one.namn.sv), folded(one.namn.en))]
    if len(meant) != 1:
        return None
    text = tr("Byt ”{kod}” mot listans ”{namn}”").format(namn=meant[0].namn.sv, kod=code)
    return Fix(text, (SetValues(record.objekt_id, ((column, meant[0].kod),)),))


def _emptied(record: ObjectRecord, column: str) -> Fix:
    """A class without levels has no use for one; it is not drawn by it."""
    return Fix(tr("Töm nivån: klassen har inga nivåer"), (SetValues(record.objekt_id, ((column, None),)),), safe=False)


def _unknown(
    context: CheckContext,
    record: ObjectRecord,
    what: str,
    code: str,
    allowed: Iterable[Choice | Level],
    severity: str,
    fix: Fix | None,
) -> Remark:
    names = [one.namn.sv.lower() for one in allowed]
    several = ", ".join(names[:_MAX_NAMED]) + (" …" if len(names) > _MAX_NAMED else "")
    return context.remark(
        severity,
        record,
        tr("{objekt} har {vad} ”{kod}”, som inte finns i katalogen."),
        tr("Välj något av: {names}.").format(names=several) if names else tr("Lämna fältet tomt."),
        fix,
        vad=what,
        kod=code,
    )
