"""What comes first, for the sheet with goals: the objects by priority, with the reason for each."""

from __future__ import annotations

from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...catalogue.added_attributes import is_added
from ...catalogue.model import Choice
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from .. import texts
from .object_lists import in_legend_order

PRIORITY, REASON = "prioritet", "prioritet_skal"


def priority_levels(snapshot: Snapshot) -> tuple[Choice, ...]:
    """The priorities there are, the highest first; () in a catalogue where the code means something of its own."""
    if not is_added(snapshot.catalogue, PRIORITY):
        return ()
    return snapshot.catalogue.listor.get(snapshot.catalogue.attribut[PRIORITY].lista, ())


def priorities(snapshot: Snapshot, picture: Picture) -> tuple[TextSection, ...]:
    """One section with a line for each priority that objects of the picture have; none when none has any."""
    language = snapshot.head.sprak
    here = in_legend_order(snapshot, (one for one in snapshot.objects if one.bild_id == picture.bild_id))
    lines = []
    for level in priority_levels(snapshot):
        named = [_with_reason(one, language) for one in here if one.attribut.get(PRIORITY) == level.kod]
        if named:
            lines.append(TextLine("; ".join(named), lead=level.namn.in_language(language)))
    return (TextSection(texts.PRIORITIES.in_language(language), lines=tuple(lines)),) if lines else ()


def _with_reason(record: ObjectRecord, language: str) -> str:
    name = record.namn.strip() or texts.NO_NAME.in_language(language)
    reason = " ".join(str(record.attribut.get(REASON) or "").split())
    return f"{name} ({reason.rstrip('.')})" if reason else name
