"""Whose contribution an object is: a mark in the colour of its group, beside what the object is."""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsSymbol, QgsSymbolLayer

from .. import compat
from ..catalogue.model import LINE, POINT
from .drawing import in_pass, mark, only_when, steered, stroke
from .look import Look

_GIVEN = "coalesce(\"grupp\", '') <> ''"
_RING, _BESIDE, _OUTLINE = 0.7, 0.9, 0.9
"""Widths in mm of the ring round a point, the line beside a line and the outline of an area."""


def group_colour(colours: Sequence[str]) -> str:
    """An expression for the colour of the attribute `grupp`: 'Grupp 1', 'Grupp 2' ... get one each."""
    listed = ", ".join(f"'{colour}'" for colour in colours)
    return (
        f"array_get(array({listed}), "
        f'(length("grupp") + 5 * ascii("grupp") + ascii(right("grupp", 1))) % {len(colours)})'
    )


def contributed(owner: QgsSymbol, look: Look) -> QgsSymbol:
    """`owner` with the mark of whoever contributed the object."""
    layer = _mark(look)
    layer.setDataDefinedProperty(compat.STROKE_COLOUR, steered(group_colour(look.groups)))
    last = owner.symbolLayer(owner.symbolLayerCount() - 1).renderingPass()
    owner.appendSymbolLayer(only_when(in_pass(layer, last), _GIVEN))
    return owner


def _mark(look: Look) -> QgsSymbolLayer:
    colour = look.groups[0]
    geometry = look.recipe.geometri
    if geometry == POINT:
        return mark("circle", look.size + 4.2, colour, 0.0, colour, _RING)
    if geometry == LINE:
        return stroke(colour, _BESIDE, 1.0, offset=look.size / 2 + 1.2)
    return stroke(colour, _OUTLINE, 1.0, offset=_OUTLINE / 2)
