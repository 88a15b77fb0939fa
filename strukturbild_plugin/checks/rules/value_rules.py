"""Rules about numbers, yes and no, dates and lists: what a form, a script or an import left that nobody can mean."""

from __future__ import annotations

import datetime
import math
import re
import sys
from typing import Iterator, Mapping

from ...catalogue.model import CHOICES, DATE, DECIMAL, INTEGER, YES_NO, Attribute, Catalogue
from ...i18n import tr
from ...store.gpkg.proposed_edits import SetValues
from ...store.gpkg.records import ObjectRecord, Value
from ...store.importing.reading.numbers import number
from ...store.importing.values import date, yes_or_no
from ..engine.check_context import CheckContext, CheckedObject
from ..engine.finding import ERROR, TIP, WARNING, Fix, Remark

EMPTY_NUMBERS = (-(2**63), -sys.float_info.max)
"""What QGIS's spin boxes write for an empty field when they have no least value."""

_MAX_NUMBER = 2_000_000_000
_RANGES = {"år": (1000, 9999), "invånare": (0, _MAX_NUMBER), "antal": (0, _MAX_NUMBER), "meter": (0, _MAX_NUMBER)}
"""What a number can be, by its unit in the catalogue."""
_ANY_UNIT = (-(2**62), 2**62)
"""What it can be whatever its unit is: what lies beyond is no measure, and is not the same number everywhere."""

_ISO_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}(?!\d)")
_NUMBER_IN_TEXT = re.compile(r"[-\u2212]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_KINDS = (INTEGER, DECIMAL, YES_NO, DATE)


def value_not_meant(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """A number, a yes or no, or a date that is none, or that cannot be right."""
    for attribute in context.cached("kinds", lambda: _of_kinds(context.catalogue)):
        value = checked.record.attribut.get(attribute.kod)
        if value is None or value == "":
            continue
        if attribute.typ == YES_NO:
            yield from _yes_or_no(context, checked.record, attribute, value)
        elif attribute.typ == DATE:
            yield from _date(context, checked.record, attribute, value)
        else:
            yield from _number(context, checked.record, attribute, value)


def list_without_answers(context: CheckContext, checked: CheckedObject) -> Iterator[Remark]:
    """'{}' is what a check list in QGIS writes for an empty field."""
    empty = [
        attribute
        for attribute in context.cached("lists", lambda: _lists(context.catalogue))
        if str(checked.record.attribut.get(attribute.kod) or "").strip() in ("{}", "[]")
    ]
    if empty:
        columns = [attribute.kod for attribute in empty]
        columns += [] if checked.record.roller else ["roll"]  # '{}' there is read as no roles: it goes with the others
        yield context.remark(
            TIP,
            checked.record,
            tr("{objekt} har en tom lista i {fält}, som ett formulär har skrivit dit."),
            tr("Töm den, så ser fältet ut som ett som ingen har fyllt i."),
            _emptied(checked.record, tr("Töm {fält}").format(fält=_labels(context, empty)), *columns),
            fält=_labels(context, empty),
        )


def unseen_in_qgis(record: ObjectRecord, catalogue: Catalogue) -> Mapping[str, Value]:
    """Values of the file that its layer does not show: QGIS shows 'ca 26000' as 0 and '2024' as no date at all."""
    found: dict[str, Value] = {}
    for code, value in record.attribut.items():
        attribute = catalogue.attribut.get(code)
        kind = attribute.typ if attribute is not None else ""
        text = kind in (INTEGER, DECIMAL) and isinstance(value, str)
        part = kind == INTEGER and isinstance(value, float) and not value.is_integer()
        if text or part or (kind == YES_NO and value not in (0, 1)) or (kind == DATE and not _is_date(value)):
            found[code] = value
    return found


def _number(context: CheckContext, record: ObjectRecord, attribute: Attribute, value: Value) -> Iterator[Remark]:
    label, unit = _labels(context, [attribute]), attribute.enhet
    empty = tr("Töm {fält}").format(fält=label)
    if isinstance(value, str):
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} har ”{värde}” i {fält}, som ska vara ett tal."),
            tr("Skriv talet ensamt, eller töm fältet."),
            *_number_fixes(record, attribute, value, label),
            värde=value,
            fält=label,
        )
    elif value in EMPTY_NUMBERS or (isinstance(value, float) and not math.isfinite(value)):
        yield context.remark(
            ERROR,
            record,
            tr("{objekt} har ett tal i {fält} som ingen har skrivit ({värde})."),
            tr("Töm fältet. Ett formulär i QGIS fyllde i det när det var tomt."),
            _emptied(record, empty, attribute.kod),
            värde=str(value),
            fält=label,
        )
    elif isinstance(value, (int, float)) and not _fits(value, unit):
        least, most = _RANGES.get(unit, _ANY_UNIT)
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} har {värde} i {fält}. Det kan inte stämma."),
            tr("Skriv ett tal mellan {minst} och {mest}, eller töm fältet.").format(minst=least, mest=most),
            _emptied_after_question(record, empty, attribute.kod, label, value),
            värde=str(value),
            fält=label,
        )
    elif attribute.typ == INTEGER and isinstance(value, float) and not value.is_integer():
        yield context.remark(
            WARNING,
            record,
            tr("{objekt} har {värde} i {fält}, som ska vara ett heltal."),
            tr("Skriv talet utan decimaler."),
            _written(record, attribute, str(round(value)), round(value), safe=False),
            värde=str(value),
            fält=label,
        )


def _number_fixes(record: ObjectRecord, attribute: Attribute, text: str, label: str) -> Iterator[Fix]:
    """A number written as people write it can be written as one; one that stands in a text is for people to judge."""
    whole = attribute.typ == INTEGER
    known = number(text)
    inside = _NUMBER_IN_TEXT.findall(text) if known is None else []
    found = known if known is not None else number(inside[0]) if len(inside) == 1 else None
    if found is not None and _fits(found, attribute.enhet) and (not whole or found.is_integer()):
        kept = int(found) if whole else found
        yield _written(record, attribute, str(kept), kept, safe=known is not None)
    if known is None:
        yield _emptied_after_question(record, tr("Töm {fält}").format(fält=label), attribute.kod, label, text)


def _yes_or_no(context: CheckContext, record: ObjectRecord, attribute: Attribute, value: Value) -> Iterator[Remark]:
    if value in (0, 1):
        return
    label = _labels(context, [attribute])
    meant = yes_or_no(str(value))
    if meant is None:
        fix = _emptied_after_question(record, tr("Töm {fält}").format(fält=label), attribute.kod, label, value)
    else:
        fix = _written(record, attribute, tr("Ja") if meant else tr("Nej"), meant)
    yield context.remark(
        ERROR,
        record,
        tr("{objekt} har ”{värde}” i {fält}, som ska vara ja eller nej. QGIS läser det fel."),
        tr("Välj ja eller nej, eller töm fältet."),
        fix,
        värde=str(value),
        fält=label,
    )


def _date(context: CheckContext, record: ObjectRecord, attribute: Attribute, value: Value) -> Iterator[Remark]:
    if _is_date(value):
        return
    label, meant = _labels(context, [attribute]), date(str(value))
    if meant is None:
        fix = _emptied_after_question(record, tr("Töm {fält}").format(fält=label), attribute.kod, label, value)
    else:
        fix = _written(record, attribute, meant, meant)
    yield context.remark(
        WARNING,
        record,
        tr("{objekt} har ”{värde}” i {fält}, som ska vara ett datum. I QGIS syns det inte."),
        tr("Skriv datumet som 2026-05-31, eller töm fältet."),
        fix,
        värde=str(value),
        fält=label,
    )


def _is_date(value: Value) -> bool:
    if not isinstance(value, str) or not _ISO_DATE.match(value):
        return False
    try:
        datetime.date(int(value[:4]), int(value[5:7]), int(value[8:10]))
    except ValueError:
        return False
    return True


def _fits(value: float, unit: str) -> bool:
    least, most = _RANGES.get(unit, _ANY_UNIT)
    return least <= value <= most


def _written(record: ObjectRecord, attribute: Attribute, shown: str, value: Value, safe: bool = True) -> Fix:
    edits = (SetValues(record.objekt_id, ((attribute.kod, value),)),)
    return Fix(tr("Skriv {värde}").format(värde=shown), edits, safe)


def _emptied(record: ObjectRecord, text: str, *columns: str) -> Fix:
    return Fix(text, (SetValues(record.objekt_id, tuple((column, None) for column in columns)),))


def _emptied_after_question(record: ObjectRecord, text: str, column: str, label: str, value: Value) -> Fix:
    """Emptying something that somebody may have meant something by."""
    question = tr("Ska ”{värde}” i {fält} tas bort?").format(värde=value, fält=label)
    return Fix(text, (SetValues(record.objekt_id, ((column, None),)),), safe=False, question=question)


def _labels(context: CheckContext, attributes: list[Attribute]) -> str:
    return ", ".join(f"”{attribute.namn.in_language(context.head.sprak)}”" for attribute in attributes)


def _of_kinds(catalogue: Catalogue) -> list[Attribute]:
    return [one for one in catalogue.attribut.values() if one.typ in _KINDS]


def _lists(catalogue: Catalogue) -> list[Attribute]:
    return [one for one in catalogue.attribut.values() if one.typ == CHOICES]
