"""What every output of an edition says beside its content: stamp, sources, licence and the tool."""

from __future__ import annotations

import configparser

from ... import document_texts, paths
from ...cartography.basemap.base_layers import attribution
from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import family_or_shipped
from ...cartography.typography.glyph_fallback import substitute_glyphs
from ...catalogue.model import Choice
from ...printable_text import one_line
from ...store.gpkg.odd_cells import MAX_LINE
from ...store.gpkg.records import Edition, Snapshot
from ..file_names import swedish_date
from ..stamp import EditionStamp
from .iso19139 import MetadataFacts

STATUS_LIST = "bildstatus"
"""The value list a picture's status is taken from, the least advanced first."""


def stamp_of(edition: Edition, snapshot: Snapshot) -> EditionStamp:
    """The stamp of an edition, in the language of the strukturbild."""
    named = {choice.kod: choice.namn.in_language(snapshot.head.sprak) for choice in _statuses(snapshot)}
    status_name = named.get(edition.status) or _printable(edition.status, snapshot)
    return EditionStamp(edition.nummer, swedish_date(edition.tid), edition.status, status_name, edition.fingeravtryck)


def _printable(code: str, snapshot: Snapshot) -> str:
    """A code that no list has, as the sheets set it: in signs that can be seen, and that their typeface has."""
    symbols, _own = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
    line = one_line(code)
    shown = line if len(line) <= MAX_LINE else line[: MAX_LINE - 1] + "…"
    return substitute_glyphs(shown, family_or_shipped(symbols.typsnitt))


def edition_metadata(snapshot: Snapshot, edition: Edition, licence: str = "", permission: str = "") -> MetadataFacts:
    """The metadata of `edition` that every file and the ISO 19139 record state.

    `licence`, `permission`: as texts, instead of the strukturbild's own.
    """
    head = snapshot.head
    return MetadataFacts(
        stamp=stamp_of(edition, snapshot),
        made_at=edition.tid,
        licence=licence or one_line(head.licens),
        permission=permission or document_texts.permission(head),
        sources=sources(snapshot),
        principle=document_texts.PRINCIPLE.in_language(snapshot.head.sprak),
        tool=tool(),
        reference=one_line(head.diarienummer),
    )


def least_advanced(snapshot: Snapshot) -> str:
    """The status of the edition: the least advanced among the pictures that have objects."""
    order = [choice.kod for choice in _statuses(snapshot)]
    used = {record.bild_id for record in snapshot.objects}
    found = [picture.status for picture in snapshot.pictures if picture.bild_id in used]
    # A status nobody knows cannot be said to be advanced.
    return min(found, key=lambda status: order.index(status) if status in order else -1, default="")


def sources(snapshot: Snapshot) -> tuple[str, ...]:
    """Where the content comes from: the objects' own sources, the goal sets, and the base map's attribution."""
    own = sorted({one_line(str(record.attribut.get("kalla") or "")) for record in snapshot.objects} - {""})
    linked = {goal.samling for goal in snapshot.goals}
    goals = [f"{one.namn}, {one.organisation}" for one in snapshot.goal_sets if one.kod in linked]
    return tuple(dict.fromkeys([*own, *goals, *attribution(snapshot.head.sprak)]))


def tool() -> str:
    """Name and version of the plugin."""
    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read(paths.METADATA, encoding="utf-8")
    except configparser.Error:
        return "Strukturbild"
    return f"Strukturbild {read.get('general', 'version', fallback='')}".strip()


def _statuses(snapshot: Snapshot) -> tuple[Choice, ...]:
    return snapshot.catalogue.listor.get(STATUS_LIST, ())
