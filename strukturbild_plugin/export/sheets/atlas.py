"""The atlas: a cover with contents, and a page for each goal, area or picture, its objects strong and the rest pale."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Mapping, Sequence

from ...cartography.layout.compose import SheetPage, page_counts
from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...errors import ExportError
from ...feedback import stop_if_cancelled
from ...i18n import tr
from .. import words_of_kinds as said
from .atlas_areas import area_pages
from .atlas_goals import goal_pages
from .atlas_page import LEAST_SHRINK, AtlasLayers, AtlasPage, numbered, set_stage
from .atlas_pictures import picture_pages
from .sheet_context import SheetContent, SheetContext, extent_of, node_names, on_base
from .sheet_kinds import BY_AREA, BY_GOAL, BY_PICTURE
from .sheet_texts import sheet_words, used_classes

_COLUMNS, _SHORT = 3, 18
"""Columns of contents when no title has more letters: names of places do not."""


def atlas(ground: SheetContext) -> list[SheetContent]:
    """Cover and pages, numbered. ExportError when there is nothing to make a page of."""
    stage = set_stage(ground)
    pages = _LEAVES[ground.kind.leaf](ground, stage)
    if not pages:
        raise ExportError(_NOTHING[ground.kind.leaf]())
    stop_if_cancelled(ground.feedback)
    cover = _cover(ground, stage)
    blank = [_with_contents(ground, cover, pages, [0] * len(pages)), *(page.content for page in pages)]
    extras = ground.extras(blank[0].leaf.maps[0].extent)
    counts = page_counts(ground.page, [content.leaf for content in blank], ground.ink, extras)
    numbers = [1 + sum(counts[: place + 1]) for place in range(len(pages))]
    return [_with_contents(ground, cover, pages, numbers), *blank[1:]]


def _cover(ground: SheetContext, stage: AtlasLayers) -> SheetContent:
    """The whole picture; of an atlas of pictures the bare region, since each picture has its page."""
    snapshot = ground.snapshot
    bare = ground.kind.leaf == BY_PICTURE
    extent = extent_of(snapshot, ground.picture.bild_id)
    objects = [] if bare else ground.objects()
    shown = on_base(ground, [], extent) if bare else stage.shown({each.objekt_id for each in objects}, extent)
    legend = ground.legend(used_classes(objects))
    words = replace(sheet_words(ground, ground.picture, legend), legend_may_go=True, legend_next="")
    if bare:
        words = replace(words, subtitle="", decision="")
    return SheetContent(SheetPage(words, (shown,)), node_names(objects))


def _with_contents(
    ground: SheetContext, cover: SheetContent, pages: Sequence[AtlasPage], numbers: Sequence[int]
) -> SheetContent:
    language = ground.snapshot.head.sprak
    groups: dict[str, list[TextLine]] = {}
    for page, number in zip(pages, numbers):
        groups.setdefault(page.group, []).append(TextLine(page.title, mark=str(number)))
    words = replace(
        numbered(ground, cover.leaf.words),
        overline=f"{cover.leaf.words.overline} · {said.ATLAS.in_language(language)}",
        listing_title=said.CONTENTS.in_language(language),
        listing=tuple(TextSection(group, lines=tuple(lines)) for group, lines in groups.items()),
        listing_next=said.CONTENTS_NEXT.in_language(language),
        listing_space=0.9,
        listing_columns=_COLUMNS if all(len(page.title) <= _SHORT for page in pages) else 1,
        least_shrink=LEAST_SHRINK,
    )
    return replace(cover, leaf=SheetPage(words, cover.leaf.maps))


_LEAVES: Mapping[str, Callable[[SheetContext, AtlasLayers], list[AtlasPage]]] = {
    BY_GOAL: goal_pages,
    BY_AREA: area_pages,
    BY_PICTURE: picture_pages,
}
_NOTHING: Mapping[str, Callable[[], str]] = {
    BY_GOAL: lambda: tr(
        "Atlasen skulle få en sida per mål, men inget objekt i bilden är knutet till ett mål. Koppla objekt till mål "
        "först."
    ),
    BY_AREA: lambda: tr("Atlasen skulle få en sida per område, men bilden har inga objekt i något av områdena."),
    BY_PICTURE: lambda: tr("Atlasen skulle få en sida per bild, men ingen bild har objekt."),
}
