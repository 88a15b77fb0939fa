"""Rules about codes: everything an object says must be in the strukturbild's own catalogue."""

from __future__ import annotations

from typing import Iterable, Iterator

from ..catalogue.model import CHOICE, CHOICES, ROLE_LIST, STATUS_LIST, UNCERTAINTY_LIST, Attribute, Choice, Level
from ..i18n import tr
from ..store.records import Objekt
from .finding import ERROR, WARNING, Remark
from .ground import Ground

_MOST_NAMED = 8
"""Allowed values named in a suggestion; more would not be read."""


def class_unknown(ground: Ground) -> Iterator[Remark]:
    """A class the catalogue does not have cannot be drawn."""
    for objekt in ground.snapshot.objects:
        if objekt.klass not in ground.classes:
            yield ground.remark(
                ERROR,
                objekt,
                tr("{objekt} har klassen ”{klass}”, som inte finns i katalogen. Objektet ritas inte."),
                tr("Välj en klass som finns, eller lägg till klassen i strukturbilden."),
                klass=objekt.klass,
            )


def class_in_wrong_layer(ground: Ground) -> Iterator[Remark]:
    """A known class in a layer it does not belong to."""
    for objekt in ground.snapshot.objects:
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


def level_unknown(ground: Ground) -> Iterator[Remark]:
    """A level its class does not have."""
    for objekt in ground.snapshot.objects:
        klass = ground.classes.get(objekt.klass)
        if klass and objekt.niva and klass.level(objekt.niva) is None:
            yield _unknown(ground, objekt, tr("nivån"), objekt.niva, klass.nivaer, ERROR)


def subtype_unknown(ground: Ground) -> Iterator[Remark]:
    """A subtype its class does not have."""
    for objekt in ground.snapshot.objects:
        klass = ground.classes.get(objekt.klass)
        if klass and objekt.undertyp and objekt.undertyp not in {one.kod for one in klass.undertyper}:
            yield _unknown(ground, objekt, tr("undertypen"), objekt.undertyp, klass.undertyper, WARNING)


def status_unknown(ground: Ground) -> Iterator[Remark]:
    """A status that is not in the list."""
    allowed = ground.catalogue.listor.get(STATUS_LIST, ())
    for objekt in ground.snapshot.objects:
        if allowed and objekt.status and objekt.status not in {one.kod for one in allowed}:
            yield _unknown(ground, objekt, tr("statusen"), objekt.status, allowed, ERROR)


def value_unknown(ground: Ground) -> Iterator[Remark]:
    """Role, uncertainty and every other value picked from a list."""
    lists = ground.catalogue.listor
    picked = [
        one for one in ground.catalogue.attribut.values() if one.typ in (CHOICE, CHOICES) and one.lista in lists
    ]
    allowed = {name: {one.kod for one in values} for name, values in lists.items()}
    for objekt in ground.snapshot.objects:
        for attribute in picked:
            for kod in _codes(objekt, attribute):
                if kod not in allowed[attribute.lista]:
                    label = f"{attribute.namn.sv.lower()}:"
                    yield _unknown(ground, objekt, label, kod, lists[attribute.lista], WARNING)


def _codes(objekt: Objekt, attribute: Attribute) -> Iterable[str]:
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


def _unknown(
    ground: Ground, objekt: Objekt, what: str, kod: str, allowed: Iterable[Choice | Level], severity: str
) -> Remark:
    names = [one.namn.sv.lower() for one in allowed]
    several = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    return ground.remark(
        severity,
        objekt,
        tr("{objekt} har {vad} ”{kod}”, som inte finns i katalogen."),
        tr("Välj något av: {names}.").format(names=several) if names else tr("Lämna fältet tomt."),
        vad=what,
        kod=kod,
    )
