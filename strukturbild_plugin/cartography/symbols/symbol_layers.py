"""The few symbol layers everything is drawn with: stroke, fill, mark and generator. All stay vector in a PDF.

Layers are made from QGIS's own property strings, which are the same in every version. Lengths are millimetres.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Sequence

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
)

from ... import compat
from ...catalogue.model import AREA, LINE, POINT
from . import geometry_expressions as shapes

_SYMBOLS = {POINT: QgsMarkerSymbol, LINE: QgsLineSymbol, AREA: QgsFillSymbol}
_GENERATED = {POINT: "Marker", LINE: "Line", AREA: "Fill"}


def rgba(colour: str, alpha: float = 1.0) -> str:
    """'#rrggbb' and an alpha from 0 to 1 as QGIS writes colours.

    Alpha in the colour stays vector; the opacity of a layer does not.
    """
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * max(0.0, min(1.0, alpha)))}"


def stroke(
    colour: str,
    width: float,
    alpha: float = 1.0,
    dashes: Sequence[float] = (),
    cap: str = "round",
    offset: float = 0.0,
) -> QgsSymbolLayer:
    """A line of `width`, dashed when `dashes` are given."""
    properties = {
        "line_color": rgba(colour, alpha),
        "line_width": f"{width:.3f}",
        "line_width_unit": "MM",
        "capstyle": "flat" if dashes else cap,
        "joinstyle": "round",
        "offset": f"{offset:.3f}",
        "offset_unit": "MM",
    }
    if dashes:
        properties["use_custom_dash"] = "1"
        properties["customdash"] = ";".join(f"{length:.3f}" for length in dashes)
        properties["customdash_unit"] = "MM"
    return QgsSimpleLineSymbolLayer.create(properties)


def fill(colour: str, alpha: float = 1.0) -> QgsSymbolLayer:
    """An area without outline."""
    return QgsSimpleFillSymbolLayer.create({"color": rgba(colour, alpha), "style": "solid", "outline_style": "no"})


def mark(
    shape: str,
    size: float,
    colour: str,
    alpha: float = 1.0,
    outline: str = "",
    outline_width: float = 0.0,
    outline_style: str = "solid",
    angle: float = 0.0,
    offset: tuple[float, float] = (0.0, 0.0),
) -> QgsSymbolLayer:
    """A marker of QGIS's `shape`; without `outline` it is only filled."""
    return QgsSimpleMarkerSymbolLayer.create(
        {
            "name": shape,
            "size": f"{size:.3f}",
            "size_unit": "MM",
            "color": rgba(colour, alpha),
            "outline_color": rgba(outline or colour, 1.0),
            "outline_width": f"{outline_width:.3f}",
            "outline_width_unit": "MM",
            "outline_style": outline_style if outline else "no",
            "joinstyle": "round",
            "angle": f"{angle:.1f}",
            "offset": f"{offset[0]:.3f},{offset[1]:.3f}",
            "offset_unit": "MM",
        }
    )


def generated(geometry: str, expression: str, layers: Sequence[QgsSymbolLayer]) -> QgsSymbolLayer:
    """`layers` drawn on the geometry that `expression` makes of the feature's."""
    layer = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": _GENERATED[geometry], "geometryModifier": expression, "units": "MapUnit"}
    )
    layer.setSubSymbol(symbol(geometry, layers))
    return layer


def by_hand(geometry: str, layers: Sequence[QgsSymbolLayer], sway: float) -> QgsSymbolLayer:
    """`layers` of one pass drawn on a geometry that sways `sway` mm as if drawn by hand."""
    number = layers[0].renderingPass()
    for layer in layers:
        layer.setRenderingPass(0)
    shape = shapes.hand_drawn_line(sway) if geometry == LINE else shapes.hand_drawn_area(sway)
    return in_pass(generated(geometry, shape, layers), number)


def along(
    marks: Sequence[QgsSymbolLayer], interval: float = 0.0, at: str = "interval", turn: bool = True
) -> QgsSymbolLayer:
    """Marks on a line: every `interval` mm, or at its 'firstvertex' or 'lastvertex'."""
    layer = QgsMarkerLineSymbolLayer.create(
        {
            "placement": at,
            "interval": f"{interval or 3.0:.3f}",
            "interval_unit": "MM",
            "offset_along_line": f"{interval / 2:.3f}",
            "offset_along_line_unit": "MM",
            "rotate": "1" if turn else "0",
        }
    )
    layer.setSubSymbol(symbol(POINT, marks))
    return layer


def pattern(marks: Sequence[QgsSymbolLayer], across: float, down: float) -> QgsSymbolLayer:
    """An area filled with marks in rows and columns of `across` and `down` mm."""
    layer = QgsPointPatternFillSymbolLayer.create(
        {
            "distance_x": f"{across:.3f}",
            "distance_x_unit": "MM",
            "distance_y": f"{down:.3f}",
            "distance_y_unit": "MM",
        }
    )
    layer.setSubSymbol(symbol(POINT, marks))
    return layer


def in_middle(marks: Sequence[QgsSymbolLayer]) -> QgsSymbolLayer:
    """Marks in the middle of an area."""
    layer = QgsCentroidFillSymbolLayer.create({"point_on_surface": "1"})
    layer.setSubSymbol(symbol(POINT, marks))
    return layer


def symbol(geometry: str, layers: Sequence[QgsSymbolLayer]) -> QgsSymbol:
    """A symbol of `layers`, the first at the bottom."""
    # A symbol built directly from Python-owned layers can crash; a made one takes them over safely.
    made = _SYMBOLS[geometry].createSimple({})
    made.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        made.appendSymbolLayer(layer)
    return made


@lru_cache(maxsize=4096)
def data_defined(expression: str) -> QgsProperty:
    """A property that `expression` decides. Reading an expression is what takes time, so each is read once."""
    return QgsProperty.fromExpression(expression)


def only_when(layer: QgsSymbolLayer, condition: str) -> QgsSymbolLayer:
    """Draw `layer` only for features for which the expression `condition` is true; an empty column makes it false."""
    layer.setDataDefinedProperty(compat.LAYER_ENABLED, data_defined(f"coalesce({condition}, false)"))
    return layer


def in_pass(layer: QgsSymbolLayer, number: int) -> QgsSymbolLayer:
    """Draw `layer` in rendering pass `number`: all features' lower passes come first."""
    layer.setRenderingPass(number)
    return layer
