"""Lists and phrases of objects, for the texts beside maps."""

from __future__ import annotations

from typing import Iterable, Sequence

from ...cartography.layout.legend_phrases import phrase
from ...store.gpkg.records import ObjectRecord, Snapshot
from .. import texts

_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


def object_phrase(snapshot: Snapshot, record: ObjectRecord) -> str:
    """What an object is: 'Storregionalt stråk, utvecklas'."""
    catalogue, language = snapshot.catalogue, snapshot.head.sprak
    klass = catalogue.object_class(record.klass)
    return phrase(catalogue, klass, record.niva, record.status, language) if klass is not None else record.klass


def in_legend_order(snapshot: Snapshot, objects: Iterable[ObjectRecord]) -> list[ObjectRecord]:
    """The objects as the legend has them: by class, the largest level first, then by name in Swedish order."""
    places = {
        (klass.kod, level): (place, rank)
        for place, klass in enumerate(snapshot.catalogue.klasser)
        for rank, level in enumerate((*(level.kod for level in klass.nivaer), ""))
    }
    last = (len(places), 0)
    return sorted(objects, key=lambda each: (places.get((each.klass, each.niva), last), swedish_sort_key(each.namn)))


def swedish_sort_key(name: str) -> list[int]:
    """To sort by: å, ä and ö come last in the alphabet."""
    return [_ALPHABET.find(letter) for letter in name.lower()]


def name_list(names: Sequence[str], language: str) -> str:
    """The names, each once, in their order; those without are counted."""
    named = list(dict.fromkeys(name for name in names if name))
    nameless = sum(not name for name in names)
    if nameless:
        named.append(texts.UNNAMED.in_language(language).format(count=nameless))
    return ", ".join(named)
