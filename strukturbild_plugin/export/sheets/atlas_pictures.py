"""The pages of an atlas of pictures: each picture of the strukturbild as its own map."""

from __future__ import annotations

from dataclasses import replace

from ...cartography.layout.compose import SheetPage
from ...feedback import stop_if_cancelled
from .. import words_of_kinds as said
from .atlas_page import LEAST_SHRINK, PAGE_POINTS, AtlasLayers, AtlasPage, numbered
from .sheet_context import SheetContent, SheetContext, extent_of, node_names, on_base, picture_of
from .sheet_kinds import drawn_pictures
from .sheet_texts import sheet_words, used_classes


def picture_pages(ground: SheetContext, _stage: AtlasLayers) -> list[AtlasPage]:
    """A page for each picture that has objects; nothing on them is pale."""
    return [_page(ground, bild_id) for bild_id in drawn_pictures(ground.snapshot)]


def _page(ground: SheetContext, bild_id: str) -> AtlasPage:
    stop_if_cancelled(ground.feedback)
    snapshot, picture = ground.snapshot, picture_of(ground.snapshot, bild_id)
    group = said.PICTURES.in_language(snapshot.head.sprak)
    objects = ground.objects(bild_id)
    legend = ground.legend(used_classes(objects))
    words = replace(
        numbered(ground, sheet_words(ground, picture, legend)),
        overline=group,
        title=picture.namn,
        running=picture.namn,
        title_points=PAGE_POINTS,
        ingress="",
        least_shrink=LEAST_SHRINK,
    )
    layers = ground.layers(bild_id)
    shown = on_base(ground, layers, extent_of(snapshot, bild_id))
    rows = tuple(entry.rubrik for entry in legend)
    return AtlasPage(group, picture.namn, SheetContent(SheetPage(words, (shown,)), node_names(objects), rows))
