"""Symbols of points: rings by level for nodes, own shapes for other points, always with a paper-coloured halo."""

from __future__ import annotations

from qgis.core import QgsSymbolLayer

from ...catalogue.model import LINE
from ..symbol_set import MARKS, RING
from .resolved_symbol import GROWTH_GAP_MM, ResolvedSymbol
from .small_marks import marked_subtypes, subtype_layers
from .symbol_layers import generated, in_pass, mark, only_when, stroke

_HALO_MM = 0.5
"""Width of the halo in mm, on A3."""
_JOINED = (
    "if(coalesce(num_geometries($geometry), 1) > 1, make_line(array_foreach("
    "generate_series(1, num_geometries($geometry)), geometry_n($geometry, @element))), NULL)"
)
"""A node that is several places: the line that ties them together."""


def point_layers(look: ResolvedSymbol, swatch: bool, has_subtypes: bool = False) -> list[QgsSymbolLayer]:
    """The symbol layers of a point, the lowest first."""
    shape = MARKS[look.recipe.marke] if look.recipe.form != RING else "circle"
    size = look.size
    layers = [] if swatch else [generated(LINE, _JOINED, [stroke(look.hue.stark, max(0.7, size * 0.16))])]
    below = len(layers) + 1
    layers.append(mark(shape, _outer(look) + 2 * _HALO_MM * look.broad, look.paper, 0.94))
    body = _body(look, shape, size)
    if look.subtypes and look.recipe.form != RING and not look.status.monster:
        body = _without_hole(look, body, swatch, has_subtypes)
    layers.extend(body)
    layers.extend(subtype_layers(look, has_subtypes, swatch))
    if look.status.tillagg:
        ring = size + 2 * GROWTH_GAP_MM * look.broad + look.status.kant
        layers.append(mark(shape, ring, look.paper, 0.0, look.hue.stark, look.status.kant))
    for number, layer in enumerate(layers):
        in_pass(layer, 2 * (look.ranks - 1 - look.rank) + (1 if number >= below else 0))
    return layers


def _without_hole(look: ResolvedSymbol, body: list[QgsSymbolLayer], swatch: bool, known: bool) -> list[QgsSymbolLayer]:
    """The plain hole in a sign gives way to the mark of a subtype."""
    if swatch:
        return body[:1] if look.subtype in dict(look.subtypes) else body
    if known:
        for hole in body[1:]:
            only_when(hole, f"NOT ({marked_subtypes(look)})")
    return body


def _outer(look: ResolvedSymbol) -> float:
    if look.status.tillagg:
        return look.size + 2 * (GROWTH_GAP_MM * look.broad + look.status.kant)
    return look.size


def _body(look: ResolvedSymbol, shape: str, size: float) -> list[QgsSymbolLayer]:
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


def _unbuilt(look: ResolvedSymbol, shape: str, size: float) -> list[QgsSymbolLayer]:
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
