"""Symbols of points: rings by level for nodes, own shapes for other points, always with a paper-coloured halo."""

from __future__ import annotations

from qgis.core import QgsSymbolLayer

from ..catalogue.model import LINE
from .drawing import generated, in_pass, mark, stroke
from .look import Look
from .symbol_set import MARKS, RING

_HALO = 0.5
"""Width of the halo in mm."""
_GROWTH_GAP = 0.65
"""Gap in mm between a node and the ring that says it is to grow."""
_JOINED = (
    "if(coalesce(num_geometries($geometry), 1) > 1, make_line(array_foreach("
    "generate_series(1, num_geometries($geometry)), geometry_n($geometry, @element))), NULL)"
)
"""A node that is several places: the line that ties them together."""


def point_layers(look: Look, swatch: bool) -> list[QgsSymbolLayer]:
    """The symbol layers of a point, the lowest first."""
    shape = MARKS[look.recipe.marke] if look.recipe.form != RING else "circle"
    size = look.size
    layers = [] if swatch else [generated(LINE, _JOINED, [stroke(look.hue.stark, max(0.7, size * 0.16))])]
    below = len(layers) + 1
    layers.append(mark(shape, _outer(look) + 2 * _HALO, look.paper, 0.94))
    layers.extend(_body(look, shape, size))
    if look.status.tillagg:
        ring = size + 2 * _GROWTH_GAP + look.status.kant
        layers.append(mark(shape, ring, look.paper, 0.0, look.hue.stark, look.status.kant))
    for number, layer in enumerate(layers):
        in_pass(layer, 2 * (look.ranks - 1 - look.rank) + (1 if number >= below else 0))
    return layers


def _outer(look: Look) -> float:
    if look.status.tillagg:
        return look.size + 2 * (_GROWTH_GAP + look.status.kant)
    return look.size


def _body(look: Look, shape: str, size: float) -> list[QgsSymbolLayer]:
    if look.status.monster:
        return _unbuilt(look, shape, size)
    tone = look.tone
    if look.recipe.form != RING:
        inner = mark(shape, size * 0.36, look.paper)
        return [mark(shape, size, tone), inner] if look.rank == 0 else [mark(shape, size, tone)]
    if look.rank == 0 and look.ranks > 2:
        return [mark(shape, size, tone), mark(shape, size * 0.66, look.paper), mark(shape, size * 0.38, tone)]
    if look.rank <= 1:
        return [mark(shape, size, tone), mark(shape, size * 0.34, look.paper)]
    return [mark(shape, size, tone)]


def _unbuilt(look: Look, shape: str, size: float) -> list[QgsSymbolLayer]:
    """What is proposed or reserved: an outline that is broken, and nothing solid inside."""
    dotted = look.status.monster[0] < 1.0
    width = min(look.status.kant * 1.15, size * 0.13)
    inside = mark(shape, size, look.hue.blek if not dotted else look.paper)
    outline = mark(
        shape,
        size - width,
        look.paper,
        0.0,
        look.hue.mellan if dotted else look.hue.stark,
        width,
        "dot" if dotted else "dash",
    )
    layers = [inside, outline]
    if look.recipe.form == RING and look.rank <= 1 and not dotted:
        layers.append(mark(shape, size * 0.3, look.paper, 1.0, look.hue.stark, width * 0.8))
    return layers
