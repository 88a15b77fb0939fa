"""Symbols of lines: soft bands with casing, thin links, double links, barriers with teeth, green links as beads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Sequence

from qgis.core import QgsGeometryGeneratorSymbolLayer, QgsSymbolLayer

from ... import compat
from ...catalogue.model import LINE
from ..symbol_set import BAND, BEADS, DOUBLE, MARKS, TOOTHED
from . import geometry_expressions as shapes
from .resolved_symbol import ResolvedSymbol
from .symbol_layers import along, by_hand, data_defined, generated, in_pass, mark, only_when, stroke, symbol

_CORE_DASHES_MM = (3.2, 1.6)
"""Dashes in mm, on A3, of the core of what is developed."""
_STEPS = 10
_FADE_MM = 24.0
"""Length in mm, on A3, over which an open end fades."""
_CASING_MM = 0.55
"""Width in mm, on A3, of the paper-coloured casing on either side of a band."""
_CAP = f"if({shapes.OPEN_ENDED}, 'flat', 'round')"


@dataclass(frozen=True)
class LineFields:
    """Which of the attributes that steer a line the layer has."""

    open_ends: bool = False
    direction: bool = False


def line_layers(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    """The symbol layers of a line, the lowest first. A swatch uses no geometry of its own."""
    forms: dict[str, Callable[[ResolvedSymbol, LineFields, bool], list[QgsSymbolLayer]]] = {
        BAND: _band,
        DOUBLE: _double,
        TOOTHED: _toothed,
        BEADS: _beads,
    }
    layers = forms.get(resolved.recipe.form, _stroke)(resolved, fields, swatch)
    if resolved.sway and not swatch:
        layers = [_by_hand(layer, resolved.sway) for layer in layers]
    base = 3 * (resolved.ranks - 1 - resolved.rank)
    return [in_pass(layer, base + layer.renderingPass()) for layer in layers]


def _by_hand(layer: QgsSymbolLayer, sway: float) -> QgsSymbolLayer:
    if not isinstance(layer, QgsGeometryGeneratorSymbolLayer):
        return by_hand(LINE, [layer], sway)
    # First the line that is seen, then how it is drawn.
    inner = layer.subSymbol()
    copies = [inner.symbolLayer(place).clone() for place in range(inner.symbolLayerCount())]
    layer.setSubSymbol(symbol(LINE, [by_hand(LINE, copies, sway)]))
    return layer


def _band(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    """Strokes on each other, each narrower: soft edges; and where the end is open each shorter: it fades out."""
    open_ends = fields.open_ends and not swatch
    width, fade = resolved.size + 2 * _CASING_MM * resolved.line_width_factor, _FADE_MM * resolved.line_width_factor
    casing = [] if swatch else [(stroke(resolved.paper, width, 0.75), fade * 0.75)]
    passes = (casing, _soft_strokes(resolved, swatch), _marks_of_status(resolved))
    if not open_ends:
        return [in_pass(layer, number) for number, strokes in enumerate(passes) for layer, _inset in strokes]
    layers = []
    for number, strokes in enumerate(passes):
        # One generator finds the line that is seen; the strokes on it are only trimmed.
        inner = [_drawn_in(layer, inset) for layer, inset in strokes]
        inner.extend(_heads(resolved) if number == 2 else [])
        layers.append(in_pass(generated(LINE, shapes.visible_line(), inner), number))
    return layers


def _soft_strokes(resolved: ResolvedSymbol, swatch: bool) -> list[tuple[QgsSymbolLayer, float]]:
    """The band itself: strokes, and how far in mm each is drawn in at an open end."""
    # In a swatch round ends would reach beyond the box.
    cap = "flat" if swatch else "round"
    strength = resolved.status.styrka * (0.94, 0.9, 0.84)[min(resolved.rank, 2)]
    alpha = 1 - (1 - strength) ** (1 / _STEPS)
    colour = resolved.hue.mellan if resolved.rank < 2 else resolved.hue.ljus
    shares, fade = [step / (_STEPS - 1) for step in range(_STEPS)], _FADE_MM * resolved.line_width_factor
    return [(stroke(colour, resolved.size * (1 - 0.42 * share), alpha, cap=cap), fade * share) for share in shares]


def _marks_of_status(resolved: ResolvedSymbol) -> list[tuple[QgsSymbolLayer, float]]:
    """A dashed core in what is developed; broken edges round what is not there yet."""
    status, width = resolved.status, resolved.size
    if status.tillagg:
        dashes = tuple(length * resolved.scale for length in _CORE_DASHES_MM)
        return [
            (
                stroke(resolved.hue.stark, max(0.45, width * 0.13), 1, dashes),
                _FADE_MM * resolved.line_width_factor * 0.6,
            )
        ]
    if not status.monster:
        return []
    edge = resolved.hue.stark if status.styrka > 0.2 else resolved.hue.mellan
    edges = (stroke(edge, status.kant, 1, status.monster, offset=side * width / 2) for side in (-1, 1))
    return [(layer, _FADE_MM * resolved.line_width_factor * 0.5) for layer in edges]


def _drawn_in(layer: QgsSymbolLayer, inset: float) -> QgsSymbolLayer:
    layer.setDataDefinedProperty(compat.CAP_STYLE, data_defined(_CAP))
    if inset:
        for number, open_end in ((compat.TRIM_START, shapes.GOES_ON_BEFORE), (compat.TRIM_END, shapes.GOES_ON_AFTER)):
            layer.setDataDefinedProperty(number, data_defined(shapes.inset_length(inset, open_end)))
    return layer


def _heads(resolved: ResolvedSymbol) -> list[QgsSymbolLayer]:
    """Arrowheads where the band goes on beyond the map."""
    size = max(2.6 * resolved.line_width_factor, resolved.size * 0.75)
    heads = []
    for at, angle, condition in (
        ("firstvertex", 180.0, shapes.GOES_ON_BEFORE),
        ("lastvertex", 0.0, shapes.GOES_ON_AFTER),
    ):
        head = mark(
            "arrowhead",
            size,
            resolved.hue.stark,
            1.0,
            resolved.hue.stark,
            0.7 * resolved.line_width_factor,
            angle=angle,
        )
        heads.append(only_when(along([head], at=at), condition))
    return heads


def _dashes(resolved: ResolvedSymbol) -> tuple[float, ...]:
    return resolved.status.monster or resolved.recipe.monster


def _stroke(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    width, status = resolved.size, resolved.status
    colour = resolved.tone if status.styrka > 0.2 else resolved.hue.mellan
    layers = [
        in_pass(stroke(resolved.paper, width + 0.7 * resolved.line_width_factor, 0.8), 0),
        in_pass(stroke(colour, width, 1.0, _dashes(resolved)), 1),
    ]
    if status.tillagg:
        layers[1] = in_pass(stroke(resolved.hue.ljus, width * 2.3, 0.75), 1)
        layers.append(in_pass(stroke(colour, width * 0.85, 1.0), 2))
    if resolved.recipe.pilar and fields.direction and not swatch:
        layers.extend(_arrows(resolved, colour))
    if resolved.recipe.bage and not swatch:
        bent = shapes.bent(resolved.recipe.bage, 2.6 * resolved.line_width_factor)
        layers = _on(bent, layers)
    return layers


def _on(expression: str, layers: Sequence[QgsSymbolLayer]) -> list[QgsSymbolLayer]:
    """The layers on another line, which is found once for each of their passes."""
    passes: dict[int, list[QgsSymbolLayer]] = {}
    for layer in layers:
        passes.setdefault(layer.renderingPass(), []).append(in_pass(layer, 0))
    return [in_pass(generated(LINE, expression, together), number) for number, together in passes.items()]


def _arrows(resolved: ResolvedSymbol, colour: str) -> list[QgsSymbolLayer]:
    size = resolved.size + 1.7 * resolved.line_width_factor
    forward = along([mark("filled_arrowhead", size, colour)], at="lastvertex")
    back = along([mark("filled_arrowhead", size, colour, angle=180.0)], at="firstvertex")
    return [
        in_pass(only_when(forward, "\"riktning\" IN ('fran_till', 'bada')"), 2),
        in_pass(only_when(back, "\"riktning\" IN ('till_fran', 'bada')"), 2),
    ]


def _double(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    """Two thin lines side by side: a direct link, not a corridor."""
    width, status = resolved.size, resolved.status
    colour = resolved.tone if status.styrka > 0.2 else resolved.hue.mellan
    thin = max(0.32, width * 0.26)
    middle = resolved.hue.ljus if status.tillagg else resolved.paper
    layers = [in_pass(stroke(resolved.paper, width + 0.7 * resolved.line_width_factor, 0.85), 0)]
    if status.tillagg:
        layers.append(in_pass(stroke(middle, width, 0.8), 1))
    sides = [stroke(colour, thin, 1.0, _dashes(resolved), offset=side * (width - thin) / 2) for side in (-1, 1)]
    return [*layers, *(in_pass(layer, 2) for layer in sides)]


def _toothed(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    """A line with teeth across it: something is cut off here."""
    width, status = resolved.size, resolved.status
    colour = resolved.tone if not status.monster else resolved.hue.mellan
    tooth = mark("line", 2.6 * resolved.line_width_factor, colour, 1.0, colour, max(0.4, width * 0.75))
    added = [in_pass(stroke(resolved.hue.ljus, width * 3.2, 0.9), 0)] if status.tillagg else []
    return [
        in_pass(stroke(resolved.paper, width + 0.9 * resolved.line_width_factor, 0.8), 0),
        *added,
        in_pass(stroke(colour, width, 1.0, _dashes(resolved)), 1),
        in_pass(along([tooth], 2.2 * resolved.line_width_factor), 2),
    ]


def _beads(resolved: ResolvedSymbol, fields: LineFields, swatch: bool) -> list[QgsSymbolLayer]:
    """A row of round dots: something moves here, without a way of its own. Not yet there: rings."""
    size, status = resolved.size, resolved.status
    shape = MARKS[resolved.recipe.marke]
    gap = size * (1.75 if not status.monster else 2.1)
    layers = [in_pass(stroke(resolved.paper, size + 0.7 * resolved.line_width_factor, 0.6), 0)]
    if status.tillagg:
        layers.append(in_pass(stroke(resolved.hue.ljus, size * 0.5, 0.9), 1))
    if status.monster:
        faint = status.styrka <= 0.2
        outline = resolved.hue.mellan if faint else resolved.hue.stark
        rim = (0.22 if faint else 0.3) * resolved.line_width_factor
        bead = mark(shape, size * (0.7 if faint else 0.95), resolved.paper, 1.0, outline, rim)
    else:
        bead = mark(shape, size, resolved.hue.stark if resolved.rank == 0 else resolved.hue.mellan)
    layers.append(in_pass(along([bead], gap, turn=False), 2))
    return layers
