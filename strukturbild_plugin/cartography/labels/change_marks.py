"""Small dark marks on objects that differ between two maps: a plus for new, a triangle for changed, a cross for gone.

They say it by shape and by light against dark, so that a grey copy and a colour-blind eye see it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ... import compat
from ...catalogue.model import POINT
from ..symbol_set import SymbolSet
from ..symbols import geometry_expressions as shapes
from ..symbols.symbol_layers import mark, symbol
from ..typography.text_style import TextColours
from .text_format import label_settings, set_expression

_SIZE_MM, _OUTLINE_MM = 3.3, 0.35
_GLYPHS: Mapping[str, tuple[str, float]] = {
    "ny": ("cross", 1.7),
    "andrad": ("triangle", 1.5),
    "borta": ("cross2", 1.25),
}
"""QGIS's shape and its size in mm by kind of change."""
_WHITE = "#ffffff"
_OFFSET_SHARE = 0.72
"""Where on a round sign the mark sits: at its upper left, about the cosine of 45 degrees."""


@dataclass(frozen=True)
class ChangeMark:
    """A mark: what has happened, where (EPSG:3006), and how large the sign is that it sits on, in mm."""

    kind: str
    x: float
    y: float
    radius: float = 0.0


def mark_position(wkb: bytes, bend: float = 0.0) -> tuple[float, float] | None:
    """Where on a geometry its change mark goes (x, y in EPSG:3006); None when it is empty.

    A node's first point, the middle of a line's longest part, the northernmost vertex of an area. `bend`: how a line
    between two points is drawn (geometry_expressions.bent); the mark lies on what is seen.
    """
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.isEmpty():
        return None
    if bend and geometry.type() == compat.LINE_GEOMETRY:
        geometry = _as_drawn(geometry, bend)
    if geometry.type() == compat.POINT_GEOMETRY:
        point = next(iter(geometry.vertices()))
        return point.x(), point.y()
    if geometry.type() == compat.LINE_GEOMETRY:
        longest = max(geometry.asGeometryCollection() or [geometry], key=lambda part: part.length())
        middle = longest.interpolate(longest.length() / 2).asPoint()
        return middle.x(), middle.y()
    top = max(geometry.vertices(), key=lambda vertex: vertex.y())
    return top.x(), top.y()


def _as_drawn(line: QgsGeometry, bend: float) -> QgsGeometry:
    """The curve that the symbol draws, as its own expression says."""
    feature, context = QgsFeature(), QgsExpressionContext()
    feature.setGeometry(line)
    context.setFeature(feature)
    drawn = QgsExpression(shapes.bent(bend, 0.0)).evaluate(context)
    return drawn if isinstance(drawn, QgsGeometry) and not drawn.isEmpty() else line


def change_symbol(kind: str, colours: TextColours, factor: float) -> QgsSymbol:
    """The marker symbol of a kind of change ('ny', 'andrad', 'borta'). `factor`: 1 on A3."""
    shape, size = _GLYPHS[kind]
    disc = mark("circle", _SIZE_MM * factor, colours.text, outline=_WHITE, outline_width=_OUTLINE_MM * factor)
    glyph = mark(shape, size * factor, _WHITE, outline=_WHITE, outline_width=0.45 * factor)
    return symbol(POINT, [disc, glyph])


def change_layer(
    name: str, marks: Sequence[ChangeMark], colours: TextColours, symbols: SymbolSet, factor: float
) -> QgsVectorLayer:
    """A memory layer (EPSG:3006) with a change mark at each place, for the top of the map; labels avoid the marks.

    `factor`: what sizes in mm are multiplied by, 1 on A3.
    """
    layer = QgsVectorLayer("Point?crs=EPSG:3006", name, "memory")
    provider = layer.dataProvider()
    provider.addAttributes([compat.text_field("slag"), compat.decimal_field("hojd")])
    layer.updateFields()
    features = []
    for each in marks:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(
            [each.kind, each.radius * _OFFSET_SHARE + 0.3 * _SIZE_MM * factor if each.radius else 0.0]
        )
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(each.x, each.y)))
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    root = QgsRuleBasedRenderer.Rule(None)
    for kind in _GLYPHS:
        made = change_symbol(kind, colours, factor)
        for place in range(made.symbolLayerCount()):
            up = 'to_string(-"hojd") || \',\' || to_string(-"hojd")'
            made.symbolLayer(place).setDataDefinedProperty(compat.OFFSET, QgsProperty.fromExpression(up))
        root.appendChild(QgsRuleBasedRenderer.Rule(made, filterExp=shapes.equals("slag", kind)))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    _keep_clear(layer, symbols)
    return layer


def _keep_clear(layer: QgsVectorLayer, symbols: SymbolSet) -> None:
    settings = label_settings(symbols, symbols.text.bas, symbols.bas.text)
    settings.fieldName = "slag"
    # It is in the labelling without being written: that is what makes names keep clear of it.
    set_expression(settings, "Show", "false")
    obstacle = settings.obstacleSettings()
    obstacle.setIsObstacle(True)
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
