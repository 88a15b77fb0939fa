"""The pages of an atlas of pictures: each picture of the strukturbild as its own map."""

from __future__ import annotations

from dataclasses import replace

from ...cartography.layout.compose import SheetPage
from ...document_texts import MIN_PAGE_SHRINK, PAGE_TITLE_PT, numbered
from ...feedback import stop_if_cancelled
from .. import sheet_kind_texts as kind_texts
from .atlas_page import AtlasLayers, AtlasPage
from .sheet_context import SheetContent, SheetContext, extent_of, map_over_base, node_names, picture_of
from .sheet_kinds import drawn_pictures
from .sheet_texts import sheet_texts, used_classes


def picture_pages(context: SheetContext, _atlas_layers: AtlasLayers) -> list[AtlasPage]:
    """A page for each picture that has objects; nothing on them is pale."""
    return [_page(context, bild_id) for bild_id in drawn_pictures(context.snapshot)]


def _page(context: SheetContext, bild_id: str) -> AtlasPage:
    stop_if_cancelled(context.feedback)
    snapshot, picture = context.snapshot, picture_of(context.snapshot, bild_id)
    group = kind_texts.PICTURES.in_language(snapshot.head.sprak)
    objects = context.objects(bild_id)
    legend = context.legend(used_classes(objects))
    texts = replace(
        numbered(sheet_texts(context, picture, legend), snapshot.head),
        overline=group,
        title=picture.namn,
        running=picture.namn,
        title_points=PAGE_TITLE_PT,
        introduction="",
        least_shrink=MIN_PAGE_SHRINK,
    )
    layers = context.layers(bild_id)
    shown = map_over_base(context, layers, extent_of(snapshot, bild_id))
    rows = tuple(entry.text for entry in legend)
    return AtlasPage(group, picture.namn, SheetContent(SheetPage(texts, (shown,)), node_names(objects), rows))
