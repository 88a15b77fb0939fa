"""Symbols of areas: soft fills, hatches without a border, plain fields, and outlines with a soft inside.

On the map soft edges and hatches are made by geometry generators, because gradients, shapebursts and (in QGIS 3.22)
line patterns become pictures in a PDF. A legend swatch has no map to measure by, so it is drawn with plain layers in
the same colours.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import Callable

from qgis.core import QgsGeometryGeneratorSymbolLayer, QgsSymbolLayer

from ... import compat
from ...catalogue.model import AREA, LINE
from ..symbol_set import CONTOUR, FIELD, HATCH
from . import geometry_expressions as shapes
from .resolved_symbol import ResolvedSymbol
from .symbol_layers import by_hand, fill, generated, in_pass, mark, only_when, pattern, stroke

_STEPS = 6
_LOOSE = 0.3
_STRENGTH_BY_RANK = (1.0, 0.68, 0.42)
"""How strong a soft area or the lines of a hatch are at each level: the lesser, the fainter."""
_IN_PRINCIPLE = f"coalesce({shapes.equals('osakerhet', shapes.IN_PRINCIPLE)}, false)"
_INNER_OUTLINE_MM = 1.5
"""Millimetres from an outline to the second one inside it."""
_SOFT_EDGE_MM = 2.2
"""Width in mm, on A3, of a soft edge."""


def area_layers(resolved: ResolvedSymbol, has_uncertainty: bool, swatch: bool) -> list[QgsSymbolLayer]:
    """The symbol layers of an area, the lowest first."""
    forms: dict[str, Callable[[ResolvedSymbol, bool, bool], list[QgsSymbolLayer]]] = {
        HATCH: _hatch,
        FIELD: _field,
        CONTOUR: _contour,
    }
    layers = forms.get(resolved.recipe.form, _soft)(resolved, has_uncertainty, swatch)
    return _by_hand(layers, resolved.sway) if resolved.sway and not swatch else layers


def _by_hand(layers: list[QgsSymbolLayer], sway: float) -> list[QgsSymbolLayer]:
    """Fills and outlines drawn by hand; the lines of a hatch are loose already."""
    found = []
    for hatched, together in groupby(layers, _is_hatch):
        run = list(together)
        found.extend(run if hatched else [by_hand(AREA, run, sway)])
    return found


def _is_hatch(layer: QgsSymbolLayer) -> bool:
    return isinstance(layer, QgsGeometryGeneratorSymbolLayer) and layer.symbolType() == compat.LINE_SYMBOL


def _step_alpha(total: float, steps: int) -> float:
    """The alpha of each of `steps` fills that together are as strong as `total`."""
    return 1 - (1 - min(total, 0.97)) ** (1 / steps)


def _soft(resolved: ResolvedSymbol, has_uncertainty: bool, swatch: bool) -> list[QgsSymbolLayer]:
    strength = resolved.recipe.tathet * resolved.status.styrka * _STRENGTH_BY_RANK[min(resolved.rank, 2)]
    layers = soft_fill(
        resolved.hue.mellan, strength, has_uncertainty, swatch, soft=_SOFT_EDGE_MM * resolved.line_width_factor
    )
    return [*layers, *_edge(resolved, 0.3 if resolved.recipe.kant else 0.0)]


def soft_fill(
    colour: str, strength: float, has_uncertainty: bool, swatch: bool, steps: int = _STEPS, soft: float = _SOFT_EDGE_MM
) -> list[QgsSymbolLayer]:
    """Fills on each other, each a little smaller, from outside the edge to inside it: `soft` mm in all."""
    alpha = _step_alpha(strength, steps)
    if swatch:
        # Outlines of falling width do in a patch what buffers do on the map.
        edges = [stroke(colour, 0.9 * step / 3, _step_alpha(strength * 0.45, 3)) for step in (3, 2, 1)]
        return [*edges, fill(colour, strength * 0.92)]
    layers = []
    for step in range(steps):
        distance = soft / 2 - soft * step / (steps - 1)
        layers.append(generated(AREA, shapes.softened(distance, has_uncertainty), [fill(colour, alpha)]))
    return layers


def _edge(resolved: ResolvedSymbol, built: float) -> list[QgsSymbolLayer]:
    """The outline that says the status: `built` mm when it stands, fine when developed, broken when not there."""
    status = resolved.status
    if status.monster:
        return [
            stroke(
                resolved.hue.stark if status.styrka > 0.2 else resolved.hue.mellan,
                status.kant * 0.9,
                1.0,
                status.monster,
            )
        ]
    if status.tillagg:
        return [stroke(resolved.hue.stark, status.kant * 0.9, 0.9)]
    return [stroke(resolved.hue.stark, built * resolved.line_width_factor, 0.75)] if built else []


def _hatch(resolved: ResolvedSymbol, has_uncertainty: bool, swatch: bool) -> list[QgsSymbolLayer]:
    recipe, status = resolved.recipe, resolved.status
    strength = recipe.tathet * max(0.62, status.styrka)
    dashes = status.monster or recipe.monster
    spacing = recipe.avstand * (1.2 if status.monster and not resolved.hatch_once else 1.0)
    width = (
        recipe.bredd
        * resolved.line_width_factor
        * (1.0 if not status.monster else 0.86)
        * _STRENGTH_BY_RANK[min(resolved.rank, 2)]
    )
    angles = (recipe.vinkel, recipe.vinkel + 90) if recipe.kors else (recipe.vinkel,)
    colour = resolved.hue.stark if status.monster and status.styrka > 0.2 else resolved.hue.mellan
    faint, soft = 0.16 * (0.4 + 0.6 * status.styrka), _SOFT_EDGE_MM * resolved.line_width_factor
    fills = soft_fill(resolved.hue.ljus, faint, has_uncertainty, swatch, soft=soft)
    if swatch:
        hatched = [each for angle in angles for each in _swatch_hatch(angle, colour, spacing, width, strength, dashes)]
        return [*fills, *hatched, *_added(resolved)]
    # Three hatches on each other, each shorter: the lines fade towards the edge, and no border is needed. Dashes of
    # lines of different length would fill each other's gaps, and what is planned would look built: they are drawn once.
    once = bool(dashes) or resolved.hatch_once
    insets = (-0.3,) if once else tuple(inset * resolved.line_width_factor for inset in (0.5, -0.6, -1.7))
    lines = [
        generated(
            LINE,
            shapes.hatch(shapes.softened(distance, has_uncertainty), spacing, angle, _LOOSE if resolved.sway else 0.0),
            [stroke(colour, width, _step_alpha(strength, len(insets)), dashes, cap="flat")],
        )
        for angle in angles
        for distance in insets
    ]
    return [*fills, *lines, *_added(resolved)]


def _added(resolved: ResolvedSymbol) -> list[QgsSymbolLayer]:
    return [stroke(resolved.hue.stark, resolved.status.kant * 0.8, 0.8)] if resolved.status.tillagg else []


def _swatch_hatch(
    turn: float, colour: str, spacing: float, width: float, strength: float, dashes: tuple[float, ...]
) -> list[QgsSymbolLayer]:
    """The hatch as a pattern of short lines that meet, or of dots: a vector in every version."""
    angle = turn % 180
    dense = spacing * 0.72
    if dashes and dashes[0] < 1.0:
        return [pattern([mark("circle", width * 1.3, colour, strength)], dense, dense)]
    if angle % 90 == 0:
        length = dashes[0] if dashes else dense
        step = sum(dashes[:2]) if dashes else dense
        across, down = (step, dense) if angle == 0 else (dense, step)
    else:
        across = down = dense * math.sqrt(2)
        length = down * math.sqrt(2) * (0.55 if dashes else 1.02)
    line = mark("line", length, colour, strength, colour, width, angle=90.0 - angle)
    return [pattern([line], across, down)]


def _field(resolved: ResolvedSymbol, has_uncertainty: bool, swatch: bool) -> list[QgsSymbolLayer]:
    """A plain field with a fine edge; the larger the level, the stronger. In principle only: a soft edge instead."""
    colour = (resolved.hue.mellan, resolved.hue.ljus, resolved.hue.ljus)[min(resolved.rank, 2)]
    strength = resolved.recipe.tathet * resolved.status.styrka * (1.0, 0.95, 0.3)[min(resolved.rank, 2)]
    if resolved.hatch_planned and resolved.status.monster:
        return [*_hatch(resolved, has_uncertainty, swatch), *_edge(resolved, 0.25)]
    plain = fill(colour, strength)
    if swatch or not has_uncertainty:
        return [plain, *_edge(resolved, 0.25)]
    soft = soft_fill(colour, strength, True, False, steps=3, soft=_SOFT_EDGE_MM * resolved.line_width_factor)
    return [
        only_when(plain, f"NOT ({_IN_PRINCIPLE})"),
        *(only_when(layer, _IN_PRINCIPLE) for layer in soft),
        *_loose_edge(_edge(resolved, 0.25), resolved),
    ]


def _loose_edge(edge: list[QgsSymbolLayer], resolved: ResolvedSymbol) -> list[QgsSymbolLayer]:
    """What stands has no edge where it lies in principle only; what does not stand yet keeps its broken one."""
    if resolved.status.monster:
        return edge
    return [only_when(layer, f"NOT ({_IN_PRINCIPLE})") for layer in edge]


def _contour(resolved: ResolvedSymbol, has_uncertainty: bool, swatch: bool) -> list[QgsSymbolLayer]:
    """An outline with a soft band inside it: a territory, not a use of land."""
    strength = resolved.recipe.tathet * (0.35 + 0.65 * resolved.status.styrka)
    edge = _edge(resolved, 0.4)
    if resolved.status.tillagg:
        # A second outline inside the first: like the ring round a node, something is added to what is there.
        edge.append(
            stroke(
                resolved.hue.stark,
                resolved.status.kant * 0.8,
                0.8,
                offset=_INNER_OUTLINE_MM * resolved.line_width_factor,
            )
        )
    if swatch:
        return [fill(resolved.hue.ljus, strength * 0.5), stroke(resolved.hue.ljus, 1.4, strength), *edge]
    inside = [
        generated(
            AREA,
            f"difference($geometry, buffer($geometry, -{shapes.metres(depth)}))",
            [fill(resolved.hue.mellan, _step_alpha(strength, 3))],
        )
        for depth in (
            3.0 * resolved.line_width_factor,
            1.9 * resolved.line_width_factor,
            0.9 * resolved.line_width_factor,
        )
    ]
    if not has_uncertainty:
        return [*inside, *edge]
    # Two strokes on each other: the outline of what lies in principle only has no sharp side.
    width = 0.4 * resolved.line_width_factor + resolved.status.kant
    wide = (
        [stroke(resolved.hue.stark, width * share, 0.22) for share in (4.0, 2.0)] if not resolved.status.monster else []
    )
    return [*inside, *_loose_edge(edge, resolved), *(only_when(layer, _IN_PRINCIPLE) for layer in wide)]


def rendering_pass(resolved: ResolvedSymbol) -> int:
    """The rendering pass of an area: small kinds over large ones."""
    return {CONTOUR: 3, HATCH: 2, FIELD: 1}.get(resolved.recipe.form, 0)


def in_own_pass(layers: list[QgsSymbolLayer], resolved: ResolvedSymbol) -> list[QgsSymbolLayer]:
    """All layers in the area's own pass."""
    return [in_pass(layer, rendering_pass(resolved)) for layer in layers]
