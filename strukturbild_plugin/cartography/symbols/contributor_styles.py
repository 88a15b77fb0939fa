"""Whose contribution an object is: a mark in the colour of its group, beside what the object is."""

from __future__ import annotations

import re
from typing import Mapping, Sequence

from qgis.core import QgsSymbol, QgsSymbolLayer

from ... import compat
from ...catalogue.model import LINE, POINT
from . import geometry_expressions as shapes
from .resolved_symbol import ResolvedSymbol
from .symbol_layers import data_defined, in_pass, mark, only_when, stroke, symbol

GROUP_GIVEN = "coalesce(\"grupp\", '') <> ''"
"""Whether somebody's group is written on the object."""
_RING_MM, _SIDE_LINE_MM, _OUTLINE_MM = 0.7, 0.9, 0.9
"""Widths in mm of the ring round a point, the line beside a line and the outline of an area."""


def group_colours(colours: Sequence[str], names: Sequence[str]) -> Mapping[str, str]:
    """A colour ('#rrggbb' of `colours`) for each group by name; distinct while there are enough colours."""
    if not colours:
        return {}
    given: dict[str, int] = {}
    for name in sorted(set(names)):
        place = _place(name) % len(colours)
        free = [(place + step) % len(colours) for step in range(len(colours))]
        given[name] = next((each for each in free if each not in given.values()), place)
    return {name: colours[place] for name, place in given.items()}


def _place(name: str) -> int:
    """'Grupp 3' takes the third colour; a name without a number takes one by its letters, always the same."""
    number = re.search(r"[0-9]{1,3}\Z", name)
    return int(number.group(0)) - 1 if number else len(name) + 5 * ord(name[0]) + ord(name[-1])


def group_swatch(colour: str) -> QgsSymbol:
    """The ring that is drawn round what the group has drawn."""
    return symbol(POINT, [mark("circle", 3.6, colour, 0.0, colour, _RING_MM)])


def group_colour(colours: Sequence[str], known: Mapping[str, str]) -> str:
    """An expression for the colour of the attribute `grupp`: the `known` groups' own, others by their name.

    In the window nobody knows which groups there will be; 'Grupp 1', 'Grupp 2' ... get one colour each all the same.
    """
    listed = ", ".join(f"'{colour}'" for colour in colours)
    by_name = (
        f"array_get(array({listed}), "
        "coalesce(to_int(nullif(regexp_substr(\"grupp\", '([0-9]{1,3})$'), '')) - 1, "
        f'length("grupp") + 5 * ascii("grupp") + ascii(right("grupp", 1))) % {len(colours)})'
    )
    whens = " ".join(f"WHEN {_is_of(name)} THEN '{colour}'" for name, colour in known.items())
    return f"CASE {whens} ELSE {by_name} END" if whens else by_name


def _is_of(name: str) -> str:
    """Whether the object is of this group. A name like "area (x)" is put together, so as not to look like a call."""
    parts = [shapes.text(part) for part in re.split(r"(?=\()", name)]
    return shapes.equals("grupp", name) if len(parts) == 1 else f'"grupp" = ({" || ".join(parts)})'


def with_contributor_marks(owner: QgsSymbol, resolved: ResolvedSymbol) -> QgsSymbol:
    """`owner` with the mark of whoever contributed the object."""
    layer = _mark(resolved)
    layer.setDataDefinedProperty(
        compat.STROKE_COLOUR, data_defined(group_colour(resolved.groups, resolved.group_names))
    )
    last = owner.symbolLayer(owner.symbolLayerCount() - 1).renderingPass()
    owner.appendSymbolLayer(only_when(in_pass(layer, last), GROUP_GIVEN))
    return owner


def contributor_symbol(resolved: ResolvedSymbol, rendering_pass: int) -> QgsSymbol:
    """The mark of whoever contributed the object and nothing else, drawn in `rendering_pass`."""
    layer = _mark(resolved)
    colour = group_colour(resolved.groups, resolved.group_names)
    layer.setDataDefinedProperty(compat.STROKE_COLOUR, data_defined(colour))
    return symbol(resolved.recipe.geometri, [in_pass(layer, rendering_pass)])


def _mark(resolved: ResolvedSymbol) -> QgsSymbolLayer:
    colour = resolved.groups[0]
    geometry = resolved.recipe.geometri
    if geometry == POINT:
        return mark("circle", resolved.size + 4.2, colour, 0.0, colour, _RING_MM)
    if geometry == LINE:
        return stroke(colour, _SIDE_LINE_MM, 1.0, offset=resolved.size / 2 + 1.2)
    return stroke(colour, _OUTLINE_MM, 1.0, offset=_OUTLINE_MM / 2)
