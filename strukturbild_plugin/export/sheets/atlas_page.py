"""What all pages of an atlas share: the picture's layers, strong and pale, and the frame of their texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Collection, Sequence

from qgis.core import QgsMapLayer, QgsRectangle, QgsVectorLayer

from ... import compat
from ...cartography.layout.compose import SheetMap
from ...cartography.layout.sheet_texts import SheetTexts
from ...cartography.symbols.muting import FOCUS, filter_by_focus, focus_value, mute_symbol_set, without_line_names
from ...document_texts import atlas_page_texts
from ...store.gpkg.records import ObjectRecord
from .. import sheet_kind_texts as kind_texts
from .map_layers import LAYER_PROPERTY, picture_layers
from .sheet_context import SheetContent, SheetContext
from .sheet_texts import legend_groups, sheet_texts, used_classes


@dataclass(frozen=True)
class AtlasPage:
    """A page, and what the contents call it and the group it stands in."""

    group: str
    title: str
    content: SheetContent


@dataclass(frozen=True)
class AtlasLayers:
    """The picture's layers, styled once and shared by all pages: strong ones over pale ones."""

    context: SheetContext
    strong: Sequence[QgsVectorLayer]
    pale: Sequence[QgsVectorLayer]

    def shown(self, ids: Collection[str], extent: QgsRectangle, between: Sequence[QgsMapLayer] = ()) -> SheetMap:
        """A map on which these objects stand out; layers `between` lie over the pale and under the strong."""
        points = [[layer for layer in layers if _is_point(layer)] for layers in (self.strong, self.pale)]
        others = [[layer for layer in layers if not _is_point(layer)] for layers in (self.strong, self.pale)]
        # A pale node still shows where a strong line passes; so all nodes lie over all lines.
        layers = [*points[0], *points[1], *others[0], *between, *others[1], *self.context.base]
        return SheetMap(layers, extent, {FOCUS: focus_value(frozenset(ids))})


def _is_point(layer: QgsVectorLayer) -> bool:
    return bool(layer.geometryType() == compat.POINT_GEOMETRY)


def make_atlas_layers(context: SheetContext) -> AtlasLayers:
    """Style the picture's layers, once strong and once pale."""
    snapshot, bild_id = context.snapshot, context.picture.bild_id
    strong = picture_layers(snapshot, bild_id, context.symbols)
    pale = picture_layers(snapshot, bild_id, mute_symbol_set(context.symbols))
    for layer in strong:
        filter_by_focus(layer, focused=True)
    for layer in pale:
        shown = snapshot.catalogue.layer(str(layer.customProperty(LAYER_PROPERTY, "")))
        without_line_names(layer, shown.geometri if shown is not None else "")
        filter_by_focus(layer, focused=False)
    return AtlasLayers(context, strong, pale)


def page_texts(
    context: SheetContext, objects: Sequence[ObjectRecord], group: str, title: str
) -> tuple[SheetTexts, tuple[str, ...]]:
    """The texts of a page about `objects`, without its own listing; and the rows of its legend."""
    language = context.snapshot.head.sprak
    legend = context.legend(used_classes(objects))
    texts = replace(
        atlas_page_texts(sheet_texts(context, context.picture, legend), context.snapshot.head, group, title),
        legend=legend_groups(context.snapshot, legend),
        legend_note=kind_texts.PALE.in_language(language),
    )
    return texts, tuple(entry.text for entry in legend)
