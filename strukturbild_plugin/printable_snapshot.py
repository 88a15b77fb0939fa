"""The strukturbild as it is set on paper: every text in signs that can be seen, and that its typeface has.

Only what is printed is made of it. Fingerprint, delivery and manifest are made of the strukturbild as it is stored.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Callable, Mapping, TypeVar

from .cartography.symbol_sets.symbol_set_library import usable_symbol_set
from .cartography.typography.fonts import family_or_shipped
from .cartography.typography.glyph_fallback import fallback_glyphs, substitute_glyphs
from .catalogue.model import LONG_TEXT, Catalogue, Text
from .goals.model import Goal, GoalLink, GoalSet
from .printable_text import cleaned, one_line
from .store.gpkg.drawable import areas_as_drawn, as_drawn
from .store.gpkg.odd_cells import MAX_LINE, most_characters
from .store.gpkg.records import Area, Head, ObjectRecord, Picture, Snapshot

T = TypeVar("T")

LINES: Mapping[type, tuple[str, ...]] = {
    Head: ("titel", "organisation", "licens", "spridningstillstand", "diarienummer"),
    Picture: ("namn", "scenario", "beslutsdatum", "beslutsorgan"),
    ObjectRecord: ("namn", "grupp"),
    Area: ("namn",),
    GoalSet: ("namn", "organisation", "antagen"),
    Goal: ("kod", "niva_namn", "titel", "indikator"),
    Text: ("sv", "en"),
}
"""Texts of one line. Ids tell things apart and are left as they are."""

_CODES: Mapping[type, tuple[str, ...]] = {
    Picture: ("bildtyp", "skala", "status"),
    ObjectRecord: ("niva", "undertyp", "status", "osakerhet"),
}
"""Codes: one that no list has is printed as it stands, so it is set as a text when it has unusual signs."""

_PARAGRAPHS: Mapping[type, tuple[str, ...]] = {
    Head: ("beskrivning",),
    GoalSet: ("anmarkning", "overordnat"),
    Goal: ("beskrivning",),
    GoalLink: ("motivering",),
}


_PARTS = ("head", "catalogue", "pictures", "objects", "areas", "goal_sets", "goals", "links")
"""What of a snapshot is shown."""


def printable(snapshot: Snapshot) -> Snapshot:
    """`snapshot` with all its texts as they are printed; itself when they are all so already."""
    setter = _GlyphSubstituter(_family(snapshot), snapshot.catalogue)
    return setter.with_fields(_drawable(snapshot), _PARTS, setter.set)  # type: ignore[no-any-return]


def printable_records(records: T, family: str, catalogue: Catalogue) -> T:
    """`records` (a record, or a tuple of them) with their texts as they are printed in the typeface `family`."""
    return _GlyphSubstituter(family, catalogue).set(records)  # type: ignore[no-any-return]


def readable(snapshot: Snapshot) -> Snapshot:
    """`snapshot` with its texts as a screen shows them, in whatever typefaces it has: without what nobody sees."""
    setter = _GlyphSubstituter("", snapshot.catalogue, cleaned)
    return setter.with_fields(_drawable(snapshot), _PARTS, setter.set)  # type: ignore[no-any-return]


def _drawable(snapshot: Snapshot) -> Snapshot:
    """The snapshot without the geometries that cannot be drawn, which the check names; itself when all can be."""
    objects = tuple(as_drawn(record, snapshot.catalogue) for record in snapshot.objects)
    areas = areas_as_drawn(snapshot.areas)
    if areas is snapshot.areas and all(map(_same, objects, snapshot.objects)):
        return snapshot
    return replace(snapshot, objects=objects, areas=areas)


def borrowed_signs(snapshot: Snapshot) -> frozenset[str]:
    """The signs of a `printable` snapshot that come out in another typeface than its own."""
    found: set[str] = set()
    family = _family(snapshot)

    def note(text: str) -> str:
        found.update(fallback_glyphs(text, family))
        return text

    setter = _GlyphSubstituter(family, snapshot.catalogue, note)
    setter.set((snapshot.head, snapshot.catalogue, snapshot.pictures, snapshot.objects, snapshot.areas))
    setter.set((snapshot.goal_sets, snapshot.goals, snapshot.links))
    return frozenset(found)


def _family(snapshot: Snapshot) -> str:
    symbols, _own = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
    return family_or_shipped(symbols.typsnitt)


class _GlyphSubstituter:
    """Goes through what a snapshot holds. What does not change is given back as it is, not as a copy."""

    def __init__(self, family: str, catalogue: Catalogue, convert: Callable[[str], str] | None = None) -> None:
        self._way = convert or (lambda text: substitute_glyphs(text, family))
        self._long = {kod for kod, each in catalogue.attribut.items() if each.typ == LONG_TEXT}
        self._most = {kod: most_characters(kod, catalogue) for kod in catalogue.attribut}

    def set(self, record: Any) -> Any:
        """`record`, or a copy of it with its texts set."""
        if isinstance(record, tuple):
            changed_record = tuple(map(self.set, record))
            return record if all(map(_same, changed_record, record)) else changed_record
        if isinstance(record, Mapping):
            changed = {key: self.set(value) for key, value in record.items()}
            return record if all(_same(changed[key], record[key]) for key in record) else changed
        if not is_dataclass(record):
            return record
        kind = type(record)
        if kind not in LINES and kind not in _PARAGRAPHS:
            return self.with_fields(record, tuple(field.name for field in fields(record)), self.set)
        done = self.with_fields(record, LINES.get(kind, ()), self._line)
        done = self.with_fields(done, _PARAGRAPHS.get(kind, ()), self._way)
        done = self.with_fields(done, _CODES.get(kind, ()), self._code)
        return self.with_fields(done, ("attribut",), self._attributes) if kind is ObjectRecord else done

    def with_fields(self, record: Any, names: tuple[str, ...], convert: Callable[[Any], Any]) -> Any:
        """`record` with some of its fields gone through."""
        changed_record = {name: convert(getattr(record, name)) for name in names}
        changed = {name: value for name, value in changed_record.items() if not _same(value, getattr(record, name))}
        return replace(record, **changed) if changed else record

    def _line(self, text: str, most: int = MAX_LINE) -> str:
        line = one_line(text)
        return self._way(line if len(line) <= most else line[: most - 1] + "…")

    def _code(self, code: str) -> str:
        return code if code.isascii() and code.isprintable() and len(code) <= MAX_LINE else self._line(code)

    def _attributes(self, attributes: Mapping[str, Any]) -> Mapping[str, Any]:
        changed_record = {
            kod: self._attribute(kod, value) if isinstance(value, str) else value for kod, value in attributes.items()
        }
        return attributes if all(_same(changed_record[kod], attributes[kod]) for kod in attributes) else changed_record

    def _attribute(self, kod: str, text: str) -> str:
        return self._way(text) if kod in self._long else self._line(text, self._most.get(kod, MAX_LINE))


def _same(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, str) and one == other)
