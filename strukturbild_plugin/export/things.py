"""Objects in words, as they are listed beside maps."""

from __future__ import annotations

from typing import Sequence

from ..cartography.wording import phrase
from ..store.records import Objekt, Snapshot
from . import words


def thing(snapshot: Snapshot, objekt: Objekt) -> str:
    """What an object is: 'Storregionalt stråk, utvecklas'."""
    catalogue, language = snapshot.catalogue, snapshot.head.sprak
    klass = catalogue.klass(objekt.klass)
    return phrase(catalogue, klass, objekt.niva, objekt.status, language) if klass is not None else objekt.klass


def listed(names: Sequence[str], language: str) -> str:
    """The names, each once, in their order; those without are counted."""
    named = list(dict.fromkeys(name for name in names if name))
    nameless = sum(not name for name in names)
    if nameless:
        named.append(words.UNNAMED.in_language(language).format(count=nameless))
    return ", ".join(named)
