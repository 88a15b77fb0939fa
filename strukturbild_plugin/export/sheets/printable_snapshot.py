"""The strukturbild as it is set on paper: every text in signs that can be seen, and that its typeface has.

Only what is printed is made of it. Fingerprint, delivery and manifest are made of the strukturbild as it is stored.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Callable, Mapping

from ...cartography.symbol_sets.symbol_set_library import typeface
from ...cartography.typography.glyph_fallback import fallback_glyphs, substitute_glyphs
from ...catalogue.model import LONG_TEXT, Text
from ...goals.model import Goal, GoalLink, GoalSet
from ...printable_text import one_line
from ...store.gpkg.records import Area, Head, ObjectRecord, Picture, Snapshot

_LINES: Mapping[type, tuple[str, ...]] = {
    Head: ("titel", "organisation", "licens", "spridningstillstand", "diarienummer"),
    Picture: ("namn", "scenario", "beslutsdatum", "beslutsorgan"),
    ObjectRecord: ("namn", "grupp"),
    Area: ("namn",),
    GoalSet: ("namn", "organisation", "antagen"),
    Goal: ("kod", "niva_namn", "titel", "indikator"),
    Text: ("sv", "en"),
}
"""Texts of one line. Codes and ids tell things apart and are left as they are."""

_PARAGRAPHS: Mapping[type, tuple[str, ...]] = {
    Head: ("beskrivning",),
    GoalSet: ("anmarkning", "overordnat"),
    Goal: ("beskrivning",),
    GoalLink: ("motivering",),
}


def printable(snapshot: Snapshot) -> Snapshot:
    """`snapshot` with all its texts as they are printed; itself when they are all so already."""
    setter = _GlyphSubstituter(_family(snapshot), snapshot)
    parts = ("head", "catalogue", "pictures", "objects", "areas", "goal_sets", "goals", "links")
    return setter.with_fields(snapshot, parts, setter.set)  # type: ignore[no-any-return]


def borrowed_signs(snapshot: Snapshot) -> frozenset[str]:
    """The signs of a `printable` snapshot that come out in another typeface than its own."""
    found: set[str] = set()
    family = _family(snapshot)

    def note(text: str) -> str:
        found.update(fallback_glyphs(text, family))
        return text

    setter = _GlyphSubstituter(family, snapshot, note)
    setter.set((snapshot.head, snapshot.catalogue, snapshot.pictures, snapshot.objects, snapshot.areas))
    setter.set((snapshot.goal_sets, snapshot.goals, snapshot.links))
    return frozenset(found)


def _family(snapshot: Snapshot) -> str:
    return typeface(snapshot.head.symboluppsattning, snapshot.attachments)


class _GlyphSubstituter:
    """Goes through what a snapshot holds. What does not change is given back as it is, not as a copy."""

    def __init__(self, family: str, snapshot: Snapshot, convert: Callable[[str], str] | None = None) -> None:
        self._way = convert or (lambda text: substitute_glyphs(text, family))
        self._long = {kod for kod, each in snapshot.catalogue.attribut.items() if each.typ == LONG_TEXT}

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
        if kind not in _LINES and kind not in _PARAGRAPHS:
            return self.with_fields(record, tuple(field.name for field in fields(record)), self.set)
        done = self.with_fields(record, _LINES.get(kind, ()), self._line)
        done = self.with_fields(done, _PARAGRAPHS.get(kind, ()), self._way)
        return self.with_fields(done, ("attribut",), self._attributes) if kind is ObjectRecord else done

    def with_fields(self, record: Any, names: tuple[str, ...], convert: Callable[[Any], Any]) -> Any:
        """`record` with some of its fields gone through."""
        changed_record = {name: convert(getattr(record, name)) for name in names}
        changed = {name: value for name, value in changed_record.items() if not _same(value, getattr(record, name))}
        return replace(record, **changed) if changed else record

    def _line(self, text: str) -> str:
        return self._way(one_line(text))

    def _attributes(self, attributes: Mapping[str, Any]) -> Mapping[str, Any]:
        changed_record = {
            kod: (self._way(value) if kod in self._long else self._line(value)) if isinstance(value, str) else value
            for kod, value in attributes.items()
        }
        return attributes if all(_same(changed_record[kod], attributes[kod]) for kod in attributes) else changed_record


def _same(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, str) and one == other)
