"""How many have drawn a thing, on a map: the width of a line, the shade of an area, the size of a node; and how many.

Widths, shades and sizes say it without colours, and the number stands beside the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ... import compat
from ...catalogue.model import AREA, LINE, POINT, Text
from ..symbol_set import SymbolSet
from ..symbols.symbol_layers import fill, mark, stroke, symbol
from ..typography.text_style import TextColours
from .text_format import label_settings, set_expression

_MIN_LINE_MM, _MAX_LINE_MM = 0.5, 4.2
_MIN_SHADE, _MAX_SHADE = 0.08, 0.55
_MIN_NODE_MM, _MAX_NODE_MM = 2.2, 7.0
_HALO_MM, _AREA_LINE_MM = 0.5, 0.35
_PLACE_MM, _LABEL_DISTANCE_MM = 1.4, 0.9
_WHITE = "#ffffff"
_KINDS: Mapping[str, tuple[str, Text]] = {
    POINT: ("MultiPoint", Text("Punkter", "Points")),
    LINE: ("MultiLineString", Text("Linjer", "Lines")),
    AREA: ("MultiPolygon", Text("Ytor", "Areas")),
}
"""QGIS's name of each kind of geometry, and the layer's; the first lies on top."""


@dataclass(frozen=True)
class CountedShape:
    """A thing on the map: its kind of geometry, shape (WKB, EPSG:3006), how many have drawn it, and its label.

    `count` 0: it was there before, to find one's way by.
    """

    kind: str
    wkb: bytes
    count: int
    label: str


def count_symbol(kind: str, count: int, of: int, colours: TextColours, factor: float) -> QgsSymbol:
    """How a thing of `kind` that `count` `of` all have drawn looks. `factor`: 1 on A3."""
    if not count:
        return symbol(POINT, [mark("circle", _PLACE_MM * factor, colours.quiet)])
    share = _share(count, of)
    if kind == LINE:
        width = _between(share, _MIN_LINE_MM, _MAX_LINE_MM) * factor
        return symbol(LINE, [stroke(_WHITE, width + _HALO_MM * factor, 0.8), stroke(colours.accent, width)])
    if kind == AREA:
        shade = _between(share, _MIN_SHADE, _MAX_SHADE)
        dashes = (1.4 * factor, 1.0 * factor) if count == 1 else ()
        edge = stroke(colours.accent, _AREA_LINE_MM * factor, dashes=dashes)
        return symbol(AREA, [fill(colours.accent, shade), edge])
    size = _between(share, _MIN_NODE_MM, _MAX_NODE_MM) * factor
    ring = mark("circle", size, _WHITE, outline=colours.accent, outline_width=(0.4 + 0.8 * share) * factor)
    return symbol(POINT, [ring, mark("circle", 0.36 * size, colours.accent)])


def agreement_layers(
    shapes: Sequence[CountedShape], of: int, colours: TextColours, symbols: SymbolSet, factor: float, language: str
) -> list[QgsVectorLayer]:
    """Memory layers (EPSG:3006) of `shapes`, points on top; `of`: how many there are in all."""
    layers = []
    for kind, (geometry, name) in _KINDS.items():
        here = [one for one in shapes if one.kind == kind]
        if here:
            layers.append(_layer(geometry, name.in_language(language), here, of, colours, factor))
            _label(layers[-1], kind, colours, symbols, factor, of)
    return layers


def _layer(
    geometry: str, name: str, shapes: Sequence[CountedShape], of: int, colours: TextColours, factor: float
) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:3006", name, "memory")
    provider = layer.dataProvider()
    provider.addAttributes([compat.integer_field("antal"), compat.text_field("text")])
    layer.updateFields()
    features = []
    for one in sorted(shapes, key=lambda each: each.count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([one.count, one.label])
        shape = QgsGeometry()
        shape.fromWkb(one.wkb)
        feature.setGeometry(shape)
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    counts = sorted({one.count for one in shapes})
    categories = [
        QgsRendererCategory(count, count_symbol(shapes[0].kind, count, of, colours, factor), str(count))
        for count in counts
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("antal", categories))
    return layer


def _label(layer: QgsVectorLayer, kind: str, colours: TextColours, symbols: SymbolSet, factor: float, of: int) -> None:
    styles = {POINT: symbols.text.nod, LINE: symbols.text.linje, AREA: symbols.text.yta}[kind]
    settings = label_settings(symbols, styles[min(1, len(styles) - 1)], colours.text)
    settings.fieldName = "text"
    settings.placement = {
        POINT: compat.LABEL_AROUND_POINT,
        LINE: compat.LABEL_LINE,
        AREA: compat.LABEL_HORIZONTAL,
    }[kind]
    settings.dist, settings.distUnits = _LABEL_DISTANCE_MM * factor, compat.MILLIMETERS
    if kind != AREA:
        least, most = (_MIN_NODE_MM, _MAX_NODE_MM) if kind == POINT else (_MIN_LINE_MM, _MAX_LINE_MM)
        size = f'{least} + {most - least} * max(0, "antal" - 1) / {max(1, of - 1)}'
        set_expression(settings, "LabelDistance", f"{factor:.4f} * ({_LABEL_DISTANCE_MM} + ({size}) / 2)")
    if kind == LINE:
        settings.lineSettings().setPlacementFlags(compat.line_placement("AboveLine", "MapOrientation"))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _share(count: int, of: int) -> float:
    """0 for one alone, 1 for all."""
    return (count - 1) / (of - 1) if of > 1 else 1.0


def _between(share: float, least: float, most: float) -> float:
    return least + (most - least) * max(0.0, min(1.0, share))
