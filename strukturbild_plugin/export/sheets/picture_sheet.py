"""The sheet of one picture: its map and what stands beside it."""

from __future__ import annotations

from ...cartography.layout.compose import SheetPage
from .sheet_context import SheetContent, SheetContext, extent_of, map_over_base, node_names
from .sheet_texts import every_class, sheet_texts, used_classes


def one_map(context: SheetContext) -> list[SheetContent]:
    """The picture's page."""
    snapshot, picture, kind = context.snapshot, context.picture, context.kind
    objects = context.objects() if kind.drawn else []
    legend = context.legend(used_classes(objects) if kind.drawn else every_class(snapshot.catalogue))
    paper = context.page.paper
    layers = context.layers(picture.bild_id, paper) if kind.drawn else ()
    texts = sheet_texts(context, picture, legend)
    page = SheetPage(texts, (map_over_base(context, layers, extent_of(snapshot, picture.bild_id)),))
    return [SheetContent(page, node_names(objects), tuple(entry.text for entry in legend))]
