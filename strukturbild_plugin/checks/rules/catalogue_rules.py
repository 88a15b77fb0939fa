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


def class_unknown(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """A class the catalogue does not have cannot be drawn."""
    objekt = thing.record
    if objekt.klass not in ground.classes:
        here = ground.catalogue.classes_in(objekt.lager)
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} har klassen ”{klass}”, som inte finns i katalogen. Objektet ritas inte."),
            tr("Välj en klass som finns, eller lägg till klassen i strukturbilden."),
            _spelled(objekt, "klass", objekt.klass, here),
            klass=objekt.klass,
        )


def class_in_wrong_layer(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """A known class in a layer it does not belong to."""
    objekt = thing.record
    klass = ground.classes.get(objekt.klass)
    if klass and objekt.lager not in klass.lager.values():
        layer = ground.catalogue.layer(objekt.lager)
        yield ground.remark(
            ERROR,
            objekt,
            tr("{objekt} ligger i lagret {lager}, där klassen inte hör hemma."),
            tr("Byt klass, eller rita om objektet i rätt lager."),
            lager=layer.namn.sv if layer else objekt.lager,
        )


def level_unknown(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """A level its class does not have."""
    klass = ground.classes.get(thing.record.klass)
    niva = thing.record.niva
    if klass and niva and klass.level(niva) is None:
        way = _spelled(thing.record, "niva", niva, klass.nivaer) if klass.nivaer else _emptied(thing.record, "niva")
        yield _unknown(ground, thing.record, tr("nivån"), niva, klass.nivaer, ERROR, way)


def subtype_unknown(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """A subtype its class does not have."""
    objekt = thing.record
    klass = ground.classes.get(objekt.klass)
    if klass and objekt.undertyp and objekt.undertyp not in {one.kod for one in klass.undertyper}:
        way = _spelled(objekt, "undertyp", objekt.undertyp, klass.undertyper)
        yield _unknown(ground, objekt, tr("undertypen"), objekt.undertyp, klass.undertyper, WARNING, way)


def status_unknown(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """A status that is not in the list."""
    objekt = thing.record
    allowed = ground.catalogue.listor.get(STATUS_LIST, ())
    if allowed and objekt.status and objekt.status not in {one.kod for one in allowed}:
        way = _spelled(objekt, "status", objekt.status, allowed)
        yield _unknown(ground, objekt, tr("statusen"), objekt.status, allowed, ERROR, way)


def value_unknown(ground: CheckContext, thing: CheckedObject) -> Iterator[Remark]:
    """Role, uncertainty and every other value picked from a list."""
    lists = ground.catalogue.listor
    for attribute in ground.cached("picked", lambda: _picked(ground)):
        for kod in _codes(thing.record, attribute):
            allowed = lists[attribute.lista]
            if not any(kod == one.kod for one in allowed):
                label = f"{attribute.namn.sv.lower()}:"
                way = _spelled(thing.record, attribute.kod, kod, allowed) if attribute.typ == CHOICE else None
                yield _unknown(ground, thing.record, label, kod, allowed, WARNING, way)


def _picked(ground: CheckContext) -> list[Attribute]:
    lists = ground.catalogue.listor
    return [one for one in ground.catalogue.attribut.values() if one.typ in (CHOICE, CHOICES) and one.lista in lists]


def _codes(objekt: ObjectRecord, attribute: Attribute) -> Iterable[str]:
    if attribute.kod == ROLE_LIST:
        return objekt.roller
    if attribute.kod == STATUS_LIST:
        return ()
    value = objekt.osakerhet if attribute.kod == UNCERTAINTY_LIST else objekt.attribut.get(attribute.kod)
    text = "" if value is None else str(value)
    return listed(text) if attribute.typ == CHOICES else [text] if text else []


def listed(text: str) -> list[str]:
    """The codes in QGIS's text for several values: '{a,b}', '{"a","b"}' or 'a,b'; order kept."""
    codes = (code.strip().strip('"') for code in text.strip().strip("{}").split(","))
    return [code for code in codes if code]


def _spelled(
    objekt: ObjectRecord, column: str, kod: str, allowed: Sequence[Choice | Level | ObjectClass]
) -> Fix | None:
    """What is meant, when the value is a name or a code written otherwise: 'Regional' is the level 'regional'."""
    meant = [one for one in allowed if folded(kod) in (folded(one.kod), folded(one.namn.sv), folded(one.namn.en))]
    if len(meant) != 1:
        return None
    said = tr("Byt ”{kod}” mot listans ”{namn}”").format(namn=meant[0].namn.sv, kod=kod)
    return Fix(said, (SetValues(objekt.objekt_id, ((column, meant[0].kod),)),))


def _emptied(objekt: ObjectRecord, column: str) -> Fix:
    """A class without levels has no use for one; it is not drawn by it."""
    return Fix(tr("Töm nivån: klassen har inga nivåer"), (SetValues(objekt.objekt_id, ((column, None),)),), safe=False)


def _unknown(
    ground: CheckContext,
    objekt: ObjectRecord,
    what: str,
    kod: str,
    allowed: Iterable[Choice | Level],
    severity: str,
    way: Fix | None,
) -> Remark:
    names = [one.namn.sv.lower() for one in allowed]
    several = ", ".join(names[:_MAX_NAMED]) + (" …" if len(names) > _MAX_NAMED else "")
    return ground.remark(
        severity,
        objekt,
        tr("{objekt} har {vad} ”{kod}”, som inte finns i katalogen."),
        tr("Välj något av: {names}.").format(names=several) if names else tr("Lämna fältet tomt."),
        way,
        vad=what,
        kod=kod,
    )
