"""Cells of a source as the values a strukturbild holds: codes found by code or name, numbers, dates, yes and no."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from typing import Any, Mapping, Sequence

from ...catalogue.model import (
    CHOICE,
    CHOICES,
    DATE,
    DECIMAL,
    INTEGER,
    ROLE_LIST,
    STATUS_LIST,
    UNCERTAINTY_LIST,
    YES_NO,
    Attribute,
    Catalogue,
    Choice,
    Level,
    ObjectClass,
)
from ...i18n import tr
from ..create.regions import folded
from ..gpkg.records import Value
from .reading.numbers import number

NAME, LEVEL, SUBTYPE, STATUS, UNCERTAINTY, ROLES = "namn", "niva", "undertyp", "status", "osakerhet", "roll"
NAMED = (NAME, LEVEL, SUBTYPE, STATUS, UNCERTAINTY, ROLES)
"""Columns that are fields of an object of their own; every other target is an attribute of the catalogue."""

_YES = {"ja", "j", "1", "1.0", "true", "sant", "yes", "y", "x"}
_NO = {"nej", "n", "0", "0.0", "false", "falskt", "no"}
_DATE = re.compile(r"^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D.*)?$")
_MAX_SHOWN = 12
_MAX_INTEGER = 2.0**63
"""Whole numbers from here on do not fit in a column."""


class CellReader:
    """Reads the cells of one import, and remembers the values it did not understand."""

    def __init__(self, catalogue: Catalogue, klass: ObjectClass) -> None:
        self._klass = klass
        self._lists: dict[str, Sequence[Choice] | Sequence[Level]] = {
            LEVEL: klass.nivaer,
            SUBTYPE: klass.undertyper,
            STATUS: catalogue.listor.get(STATUS_LIST, ()),
            UNCERTAINTY: catalogue.listor.get(UNCERTAINTY_LIST, ()),
            ROLES: klass.roles_among(catalogue.listor.get(ROLE_LIST, ())),
        }
        self._attributes = {attribute.kod: attribute for attribute in usable_attributes(catalogue, klass)}
        self._attribute_lists = catalogue.listor
        self._unknown: Counter[tuple[str, str]] = Counter()

    def text(self, value: Any) -> str:
        """A cell as one line of text; numbers that are whole without '.0'."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(str("" if value is None else value).split())

    def code(self, target: str, value: Any) -> str:
        """The code of a level, subtype, status or uncertainty written as code or name; '' when unknown."""
        return self._coded(target, value, self._lists[target])

    def codes(self, target: str, value: Any) -> tuple[str, ...]:
        """Several codes in one cell, separated by comma, semicolon or bar."""
        return self._several(target, value, self._lists[target])

    def attribute(self, code: str, value: Any) -> Value:
        """A cell as the attribute `code` wants it; None when it is empty or not understood."""
        attribute = self._attributes[code]
        text = str("" if value is None else value).strip()
        if not text:
            return None
        if attribute.typ in (CHOICE, CHOICES):
            return self._choice(attribute, value)
        if attribute.typ == YES_NO:
            return self._understood(code, text, yes_or_no(text))
        if attribute.typ == DATE:
            return self._understood(code, text, date(text))
        if attribute.typ in (INTEGER, DECIMAL):
            found = number(value)
            if attribute.typ == INTEGER and found is not None:
                found = round(found) if abs(found) < _MAX_INTEGER else None
            return self._understood(code, text, found)
        return text

    def problems(self) -> tuple[str, ...]:
        """One sentence for each value that was not understood, the commonest first."""
        return tuple(
            self._sentence(target, value, count) for (target, value), count in self._unknown.most_common(_MAX_SHOWN)
        )

    def _choice(self, attribute: Attribute, value: Any) -> Value:
        choices = self._attribute_lists.get(attribute.lista, ())
        if attribute.typ == CHOICE:
            return self._coded(attribute.kod, value, choices) or None
        codes = self._several(attribute.kod, value, choices)
        return "{" + ",".join(codes) + "}" if codes else None

    def _several(self, target: str, value: Any, allowed: Sequence[Choice] | Sequence[Level]) -> tuple[str, ...]:
        parts = re.split(r"[,;|]", self.text(value).strip("{}[]"))
        found = (self._coded(target, part.strip().strip('"'), allowed) for part in parts)
        return tuple(dict.fromkeys(code for code in found if code))

    def _coded(self, target: str, value: Any, allowed: Sequence[Choice] | Sequence[Level]) -> str:
        text = self.text(value)
        if not text:
            return ""
        found = find_code(text, allowed)
        if not found:
            self._unknown[target, text] += 1
        return found

    def _understood(self, target: str, text: str, value: Value) -> Value:
        if value is None:
            self._unknown[target, text] += 1
        return value

    def _sentence(self, target: str, value: str, count: int) -> str:
        allowed: Sequence[Choice] | Sequence[Level] = self._lists.get(target, ())
        if target in self._attributes:
            allowed = allowed or self._attribute_lists.get(self._attributes[target].lista, ())
        words = tr("Värdet ”{värde}” för {kolumn} känns inte igen och lämnades tomt ({antal} objekt).").format(
            värde=value[:60], kolumn=target, antal=count
        )
        if not allowed:
            return words
        return words + " " + tr("Tillåtna: {lista}.").format(lista=", ".join(each.namn.sv for each in allowed))


def find_code(text: str, allowed: Sequence[Choice] | Sequence[Level]) -> str:
    """The code in `allowed` meant by a code or a name in either language, however capitalised or accented; else ''."""
    wanted = _loose(text)
    for each in allowed:
        if wanted in (_loose(each.kod), _loose(each.namn.sv), _loose(each.namn.en)):
            return each.kod
    # "Regionalt" and "Regional nod" mean the level "Regional", as long as only one level can be meant.
    stems = [each.kod for each in allowed if _stem(wanted) == _stem(_loose(each.namn.sv))]
    return stems[0] if len(stems) == 1 else ""


def yes_or_no(text: str) -> int | None:
    """1 for 'Ja', 'yes' or 'x', 0 for 'nej'; None when it is neither."""
    plain = folded(text)
    return 1 if plain in _YES else 0 if plain in _NO else None


def date(text: str) -> str | None:
    """'1909/03/17', '19090317' or '1909-03-17T00:00:00' as '1909-03-17'; None when it is no date."""
    found = _DATE.match(text.strip())
    if not found:
        return None
    try:
        return datetime.date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def usable_attributes(catalogue: Catalogue, klass: ObjectClass) -> tuple[Attribute, ...]:
    """The attributes an object of the class has, whichever of its layers it lies in."""
    codes = list(catalogue.gemensamma)
    for layer in dict.fromkeys(klass.lager.values()):
        found = catalogue.layer(layer)
        codes.extend(found.attribut if found else ())
    codes.extend(klass.attribut)
    return tuple(catalogue.attribut[code] for code in dict.fromkeys(codes) if code not in NAMED)


def targets(catalogue: Catalogue, klass: ObjectClass) -> Mapping[str, str]:
    """What a column can be imported to: code -> name shown."""
    fixed = {LEVEL: tr("Nivå"), SUBTYPE: tr("Undertyp")}
    named = {
        code: catalogue.attribut[code].namn.sv if code in catalogue.attribut else fixed.get(code, code)
        for code in NAMED
    }
    return {**named, **{attribute.kod: attribute.namn.sv for attribute in usable_attributes(catalogue, klass)}}


def _loose(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", folded(text)).strip()


def _stem(text: str) -> str:
    first = text.split(" ")[0] if text else ""
    return first[:-1] if len(first) > 5 and first[-1] in "ta" else first
