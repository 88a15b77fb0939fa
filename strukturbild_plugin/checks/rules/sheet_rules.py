"""Rules about what finds room on a sheet, reckoned by the function that arranges it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Iterator, Mapping, Sequence

from ...cartography.basemap.base_layers import attribution
from ...cartography.layout.arrange import introduction_room
from ...cartography.layout.frames import MapFrames
from ...cartography.layout.logos import carried_logos
from ...cartography.layout.map_extent import extent_around
from ...cartography.layout.sheet_texts import SheetTexts, TextSection
from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import family_or_shipped
from ...cartography.typography.page import DEFAULT_PAPER, PAPERS, page_of, paper_name
from ...cartography.typography.text_style import TextColours, sheet_colours
from ...document_texts import area_text, atlas_page_texts, document_texts, goal_texts, list_name, stamp_lines
from ...errors import ExportError, StrukturbildError
from ...goals.model import Goal
from ...i18n import joined, tr
from ...printable_snapshot import printable_records
from ...printable_text import one_line
from ..engine.check_context import CheckContext
from ..engine.finding import ERROR, TIP, WARNING, Remark

_SOMETHING = (TextSection(""),)
"""A legend or listing: what is in it plays no part, since it goes to a page of its own before a text is cut."""
_MAX_NAMED = 3
"""Papers named in one sentence; more would not be read."""
_SHORT = 300
"""A goal's description of so many characters finds room on every page of an atlas."""
_MAX_SHOWN = 60
_STATUS_LIST = "bildstatus"
_ANY_STAMP = (1, "2026-01-01", "0000 0000 0000")
"""Number, day and fingerprint of an edition that is not made yet: as wide as any."""


def text_without_room(context: CheckContext) -> Iterator[Remark]:
    """The description of the strukturbild where a map has no room for it and cuts it; titles and terms without room,
    which stop the map.

    On every paper that is chosen by name, as a plain map; of the paper that is chosen to begin with it weighs more.
    """
    if not context.any_drawn():
        return
    rooms = _rooms(context, tuple(_texts(context)))
    refused = [paper for paper, room in rooms.items() if room is None]
    if refused:
        yield Remark(
            ERROR if DEFAULT_PAPER in refused else WARNING,
            tr("Titel, områden och villkor får inte plats på kartor i {papper}, så de kan inte göras.").format(
                papper=_named(refused)
            ),
            tr("Korta titel, licens, spridningstillstånd eller diarienummer, eller välj ett annat papper."),
        )
    length = len(context.head.beskrivning)
    cut = {paper: room for paper, room in rooms.items() if room is not None and room < length}
    if cut:
        sentence = tr(
            "Beskrivningen (syftet) är {antal} tecken lång och får inte plats på kartor i {papper}: där står bara de "
            "första, omkring {rum}."
        )
        yield Remark(
            WARNING if DEFAULT_PAPER in cut else TIP,
            sentence.format(antal=length, papper=_named(tuple(cut)), rum=min(cut.values())),
            tr(
                "Korta den i steget om syfte, eller välj ett annat papper. Hela texten står på webbsidan och "
                "i leveransen."
            ),
        )


def goal_without_room(context: CheckContext) -> Iterator[Remark]:
    """The description of a goal that its page in an atlas has no room for, and cuts."""
    linked = context.linked_goals()
    for goal in context.goals:
        if goal.mal_id not in linked or goal.samling not in context.goal_sets or len(goal.beskrivning) <= _SHORT:
            continue
        texts = tuple(_goal_texts(context, goal))
        longest = max((len(one.introduction) for one in texts), default=0)
        cut = [paper for paper, room in _rooms(context, texts).items() if room is None or room < longest]
        if cut:
            name = one_line(f"{goal.kod} {goal.titel}")
            sentence = tr(
                "Målet ”{mål}” har en beskrivning på {antal} tecken, som inte får plats på målets sida i en atlas i "
                "{papper} och kortas där."
            )
            yield Remark(
                TIP,
                sentence.format(
                    mål=name if len(name) <= _MAX_SHOWN else name[: _MAX_SHOWN - 1] + "…",
                    antal=len(goal.beskrivning),
                    papper=_named(cut),
                ),
                tr("Korta den i tabellen Mål, eller välj ett annat papper. Hela texten står i leveransen."),
            )


def _named(papers: Sequence[str]) -> str:
    """'A3 stående, A4 stående och 2 papper till'."""
    if len(papers) == len(PAPERS):
        return tr("något papper")
    more = [tr("{n} papper till").format(n=len(papers) - _MAX_NAMED)] if len(papers) > _MAX_NAMED + 1 else []
    return joined([*map(paper_name, papers[: _MAX_NAMED if more else None]), *more])


def _rooms(context: CheckContext, texts: tuple[SheetTexts, ...]) -> Mapping[str, int | None]:
    """Paper -> how many characters of an introduction a map on it holds; None when not even the title has room."""
    frames, colours = MapFrames(aspect=_aspect(context)), _colours(context)
    return {paper: _room(paper, texts, colours, frames) for paper in PAPERS} if texts else {}


@lru_cache(maxsize=256)
def _room(paper: str, texts: Sequence[SheetTexts], colours: TextColours, frames: MapFrames) -> int | None:
    """What there is room for beside the texts of every picture; asked again while somebody draws, it is known."""
    try:
        return min(introduction_room(page_of(paper), one, colours, frames) for one in texts)
    except ExportError:
        return None


def _texts(context: CheckContext) -> Iterator[SheetTexts]:
    """The texts of the sheets of the pictures, those that differ, as they are printed."""
    catalogue, stored = context.catalogue, (context.head, tuple(context.pictures.values()), context.areas)
    head, pictures, areas = printable_records(stored, _colours(context).family, catalogue)
    regions = [area_text(area.namn, head.sprak) for area in areas]
    logos, sources = carried_logos(context.attachments), _sources(head.sprak)
    listing = _SOMETHING if context.linked_goals() else ()
    seen: set[SheetTexts] = set()
    for picture in pictures:
        status = list_name(catalogue, _STATUS_LIST, picture.status, head.sprak)
        stamp = stamp_lines(status, *_ANY_STAMP, head.sprak)
        texts = document_texts(head, catalogue, picture, regions, stamp, sources, logos)
        texts = replace(texts, legend=_SOMETHING, listing=listing)
        if texts not in seen:
            seen.add(texts)
            yield texts


def _goal_texts(context: CheckContext, goal: Goal) -> Iterator[SheetTexts]:
    """The same of the pages of a goal."""
    stored = (context.head, goal, context.goal_sets[goal.samling])
    head, shown, goal_set = printable_records(stored, _colours(context).family, context.catalogue)
    for texts in _texts(context):
        page = atlas_page_texts(texts, head, goal_set.namn, shown.titel)
        yield replace(goal_texts(page, shown, goal_set, head.sprak), listing=_SOMETHING)


def _colours(context: CheckContext) -> TextColours:
    def look_up() -> TextColours:
        symbols, _own = usable_symbol_set(context.head.symboluppsattning, context.attachments)
        return sheet_colours(symbols, family_or_shipped(symbols.typsnitt))

    return context.cached("bladets färger", look_up)


def _sources(language: str) -> tuple[str, ...]:
    """What the base map's licences want said; nothing where there is no base map, which stops the map itself."""
    try:
        return attribution(language)
    except StrukturbildError:
        return ()


def _aspect(context: CheckContext) -> float:
    """Width by height of what every map shows: the regions with air around."""
    extent = extent_around(area.wkb for area in context.areas)
    return extent.width() / extent.height() if extent.isFinite() and not extent.isEmpty() else 1.0
