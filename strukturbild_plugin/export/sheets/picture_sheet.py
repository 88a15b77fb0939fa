"""The sheet of one picture: its map and what stands beside it."""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsGeometry, QgsRectangle

from ...cartography.layout.compose import SheetPage
from ...store.gpkg.records import ObjectRecord
from .goal_table import goal_table
from .sheet_context import SheetContent, SheetContext, extent_of, map_over_base, node_names
from .sheet_kinds import NAMED
from .sheet_texts import every_class, sheet_texts, used_classes


def one_map(context: SheetContext, explained: Sequence[ObjectRecord] | None = None) -> list[SheetContent]:
    """The picture's page. `explained`: the objects that the legend is of; None for all that are drawn."""
    snapshot, picture, kind = context.snapshot, context.picture, context.kind
    objects = context.objects() if kind.drawn else []
    shown = [record for record in objects if record.wkb] if explained is None else explained
    legend = context.legend(used_classes(shown) if kind.drawn else every_class(snapshot.catalogue))
    paper = context.page.paper
    layers = context.layers(picture.bild_id, paper) if kind.drawn else ()
    texts = sheet_texts(context, picture, legend)
    maps = (map_over_base(context, layers, extent_of(snapshot, picture.bild_id)),)
    page = SheetPage(texts, maps, goal_table(snapshot, picture) if kind.goals == NAMED else None)
    return [SheetContent(page, node_names(objects), tuple(entry.text for entry in legend))]


def objects_within(context: SheetContext, extent: QgsRectangle) -> list[ObjectRecord]:
    """The picture's objects that reach into `extent` (EPSG:3006)."""
    return [record for record in context.objects() if record.wkb and reaches(record.wkb, extent)]


def reaches(wkb: bytes, extent: QgsRectangle) -> bool:
    """Whether a shape reaches into `extent` (both EPSG:3006)."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    box = geometry.boundingBox()
    return bool(extent.contains(box)) or bool(extent.intersects(box) and geometry.intersects(extent))
