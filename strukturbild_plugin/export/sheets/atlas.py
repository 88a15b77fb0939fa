"""The atlas: a cover with contents, and a page for each goal, area or picture, its objects strong and the rest pale."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Mapping, Sequence

from ...cartography.layout.compose import SheetPage, page_counts
from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...document_texts import MIN_PAGE_SHRINK, numbered
from ...errors import ExportError
from ...feedback import stop_if_cancelled
from ...i18n import tr
from .. import sheet_kind_texts as kind_texts
from .atlas_areas import area_pages
from .atlas_goals import goal_pages
from .atlas_page import AtlasLayers, AtlasPage, make_atlas_layers
from .atlas_pictures import picture_pages
from .sheet_context import SheetContent, SheetContext, extent_of, map_over_base, node_names
from .sheet_kinds import BY_AREA, BY_GOAL, BY_PICTURE
from .sheet_texts import sheet_texts, used_classes

_CONTENTS_COLUMNS, _MAX_SHORT_TITLE = 3, 18
"""Columns of contents when no title has more letters: names of places do not."""


def atlas(context: SheetContext) -> list[SheetContent]:
    """Cover and pages, numbered. ExportError when there is nothing to make a page of."""
    atlas_layers = make_atlas_layers(context)
    pages = _PAGE_MAKERS[context.kind.page_per](context, atlas_layers)
    if not pages:
        raise ExportError(_NOTHING[context.kind.page_per]())
    stop_if_cancelled(context.feedback)
    cover = _cover(context, atlas_layers)
    blank = [_with_contents(context, cover, pages, [0] * len(pages)), *(page.content for page in pages)]
    extras = context.extras(blank[0].page.maps[0].extent)
    counts = page_counts(context.page, [content.page for content in blank], context.colours, extras)
    numbers = [1 + sum(counts[: place + 1]) for place in range(len(pages))]
    return [_with_contents(context, cover, pages, numbers), *blank[1:]]


def _cover(context: SheetContext, atlas_layers: AtlasLayers) -> SheetContent:
    """The whole picture; of an atlas of pictures the bare region, since each picture has its page."""
    snapshot = context.snapshot
    bare = context.kind.page_per == BY_PICTURE
    extent = extent_of(snapshot, context.picture.bild_id)
    objects = [] if bare else context.objects()
    shown = (
        map_over_base(context, [], extent) if bare else atlas_layers.shown({each.objekt_id for each in objects}, extent)
    )
    legend = context.legend(used_classes(objects))
    texts = replace(sheet_texts(context, context.picture, legend), legend_may_go=True, legend_next="")
    if bare:
        texts = replace(texts, subtitle="", decision="")
    return SheetContent(SheetPage(texts, (shown,)), node_names(objects))


def _with_contents(
    context: SheetContext, cover: SheetContent, pages: Sequence[AtlasPage], numbers: Sequence[int]
) -> SheetContent:
    language = context.snapshot.head.sprak
    groups: dict[str, list[TextLine]] = {}
    for page, number in zip(pages, numbers):
        groups.setdefault(page.group, []).append(TextLine(page.title, mark=str(number)))
    texts = replace(
        numbered(cover.page.texts, context.snapshot.head),
        overline=f"{cover.page.texts.overline} · {kind_texts.ATLAS.in_language(language)}",
        listing_title=kind_texts.CONTENTS.in_language(language),
        listing=tuple(TextSection(group, lines=tuple(lines)) for group, lines in groups.items()),
        listing_next=kind_texts.CONTENTS_NEXT.in_language(language),
        listing_space=0.9,
        listing_columns=_CONTENTS_COLUMNS if all(len(page.title) <= _MAX_SHORT_TITLE for page in pages) else 1,
        least_shrink=MIN_PAGE_SHRINK,
    )
    return replace(cover, page=SheetPage(texts, cover.page.maps))


_PAGE_MAKERS: Mapping[str, Callable[[SheetContext, AtlasLayers], list[AtlasPage]]] = {
    BY_GOAL: goal_pages,
    BY_AREA: area_pages,
    BY_PICTURE: picture_pages,
}
_NOTHING: Mapping[str, Callable[[], str]] = {
    BY_GOAL: lambda: tr(
        "Atlasen skulle få en sida per mål, men inget objekt i bilden är kopplat till ett mål. Koppla objekt "
        "till mål först."
    ),
    BY_AREA: lambda: tr("Atlasen skulle få en sida per område, men bilden har inga objekt i något av områdena."),
    BY_PICTURE: lambda: tr("Atlasen skulle få en sida per bild, men ingen bild har objekt."),
}
