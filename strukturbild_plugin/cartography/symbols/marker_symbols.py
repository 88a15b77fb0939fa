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
"""For a node of several points: the line that joins them."""


def point_layers(resolved: ResolvedSymbol, swatch: bool, has_subtypes: bool = False) -> list[QgsSymbolLayer]:
    """The symbol layers of a point, the lowest first."""
    shape = MARKS[resolved.recipe.marke] if resolved.recipe.form != RING else "circle"
    size = resolved.size
    layers = [] if swatch else [generated(LINE, _JOINED, [stroke(resolved.hue.stark, max(0.7, size * 0.16))])]
    below = len(layers) + 1
    layers.append(mark(shape, _outer(resolved) + 2 * _HALO_MM * resolved.line_width_factor, resolved.paper, 0.94))
    body = _body(resolved, shape, size)
    if resolved.subtypes and resolved.recipe.form != RING and not resolved.status.monster:
        body = _without_hole(resolved, body, swatch, has_subtypes)
    layers.extend(body)
    layers.extend(subtype_layers(resolved, has_subtypes, swatch))
    if resolved.status.tillagg:
        ring = size + 2 * GROWTH_GAP_MM * resolved.line_width_factor + resolved.status.kant
        layers.append(mark(shape, ring, resolved.paper, 0.0, resolved.hue.stark, resolved.status.kant))
    for number, layer in enumerate(layers):
        in_pass(layer, 2 * (resolved.ranks - 1 - resolved.rank) + (1 if number >= below else 0))
    return layers


def _without_hole(
    resolved: ResolvedSymbol, body: list[QgsSymbolLayer], swatch: bool, known: bool
) -> list[QgsSymbolLayer]:
    """The plain hole in a sign gives way to the mark of a subtype."""
    if swatch:
        return body[:1] if resolved.subtype in dict(resolved.subtypes) else body
    if known:
        for hole in body[1:]:
            only_when(hole, f"NOT ({marked_subtypes(resolved)})")
    return body


def _outer(resolved: ResolvedSymbol) -> float:
    if resolved.status.tillagg:
        return resolved.size + 2 * (GROWTH_GAP_MM * resolved.line_width_factor + resolved.status.kant)
    return resolved.size


def _body(resolved: ResolvedSymbol, shape: str, size: float) -> list[QgsSymbolLayer]:
    if resolved.status.monster:
        return _unbuilt(resolved, shape, size)
    tone = resolved.tone
    if resolved.recipe.form != RING:
        inner = mark(shape, size * 0.36, resolved.paper)
        return [mark(shape, size, tone), inner] if resolved.rank == 0 else [mark(shape, size, tone)]
    if resolved.rank == 0 and resolved.ranks > 2:
        return [mark(shape, size, tone), mark(shape, size * 0.66, resolved.paper), mark(shape, size * 0.38, tone)]
    if resolved.rank <= 1:
        return [mark(shape, size, tone), mark(shape, size * 0.34, resolved.paper)]
    return [mark(shape, size, tone)]


def _unbuilt(resolved: ResolvedSymbol, shape: str, size: float) -> list[QgsSymbolLayer]:
    """What is proposed or reserved: an outline that is broken, and nothing solid inside."""
    dotted = resolved.status.monster[0] < 1.0
    width = min(resolved.status.kant * 1.15, size * 0.13)
    inside = mark(shape, size, resolved.hue.blek if not dotted else resolved.paper)
    outline = mark(
        shape,
        size - width,
        resolved.paper,
        0.0,
        resolved.hue.mellan if dotted else resolved.hue.stark,
        width,
        "dot" if dotted else "dash",
    )
    layers = [inside, outline]
    if resolved.recipe.form == RING and resolved.rank <= 1 and not dotted:
        layers.append(mark(shape, size * 0.3, resolved.paper, 1.0, resolved.hue.stark, width * 0.8))
    return layers
