"""The sheet of one picture: its map and what stands beside it."""

from __future__ import annotations

from ...cartography.layout.compose import SheetPage
from .sheet_context import SheetContent, SheetContext, extent_of, node_names, on_base
from .sheet_texts import every_class, sheet_words, used_classes


def one_map(ground: SheetContext) -> list[SheetContent]:
    """The picture's page."""
    snapshot, picture, kind = ground.snapshot, ground.picture, ground.kind
    objects = ground.objects() if kind.drawn else []
    legend = ground.legend(used_classes(objects) if kind.drawn else every_class(snapshot.catalogue))
    paper = ground.page.paper
    layers = ground.layers(picture.bild_id, paper) if kind.drawn else ()
    words = sheet_words(ground, picture, legend)
    leaf = SheetPage(words, (on_base(ground, layers, extent_of(snapshot, picture.bild_id)),))
    return [SheetContent(leaf, node_names(objects), tuple(entry.rubrik for entry in legend))]
