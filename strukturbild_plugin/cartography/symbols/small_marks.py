"""Small marks that say more than what a thing is: which subtype, and which roles a place has.

The first subtype of a class is drawn plain; each of the others has its mark, in the middle of a point, and once or
twice on a line or an area: it tells those who ask, and is no pattern. Roles stand in a row below a point. Which mark a
code has comes from the symbol set.
"""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsExpression, QgsSymbolLayer

from ... import compat
from ...catalogue.model import LINE, POINT
from ..symbol_set import MARKS
from . import geometry_expressions as shapes
from .resolved_symbol import ResolvedSymbol
from .symbol_layers import along, data_defined, generated, in_middle, in_pass, mark, only_when

MAX_ROLES = 4
"""A place's roles beyond these, in the order of the catalogue, are in the form and not on the map."""
_LAST_PLACE = "coalesce(@geometry_part_num, 1) = coalesce(@geometry_part_count, 1)"
"""A node that is several places has one row of roles."""
ROLE_ROW_GAP_MM = 1.0
"""Millimetres between a point and its row of roles."""
_SWATCH_GAP_MM = 7.0
_FADED_MM = 14.0
"""Millimetres of an open end that have no marks: the band fades out there."""
_OUTLINE_MM = 0.28
"""Width in mm of the outline of a mark."""


def subtype_layers(
    resolved: ResolvedSymbol, has_subtypes: bool, swatch: bool, open_ends: bool = False
) -> list[QgsSymbolLayer]:
    """A symbol layer for each subtype that has a mark, shown for objects of it; in a swatch only the resolved one."""
    if swatch:
        marks = dict(resolved.subtypes)
        return [_marked(resolved, marks[resolved.subtype], True)] if resolved.subtype in marks else []
    if not has_subtypes:
        return []
    drawn = [
        only_when(_marked(resolved, name, False), shapes.equals("undertyp", kod)) for kod, name in resolved.subtypes
    ]
    if not drawn or resolved.recipe.geometri == POINT:
        return drawn
    # One place serves the marks of all subtypes: each that had its own would be copied at every redraw.
    return [only_when(_at_its_place(resolved, drawn, open_ends), marked_subtypes(resolved))]


def marked_subtypes(resolved: ResolvedSymbol) -> str:
    """Whether an object is of a subtype with a mark, as an expression; '' when the class has none."""
    codes = ", ".join(QgsExpression.quotedString(kod) for kod, _name in resolved.subtypes)
    return f"coalesce(\"undertyp\", '') IN ({codes})" if codes else ""


def _marked(resolved: ResolvedSymbol, name: str, swatch: bool) -> QgsSymbolLayer:
    """The mark by itself; in a swatch of a line or an area where it stands there."""
    shape, geometry, share = MARKS[name], resolved.recipe.geometri, resolved.subtype_marks.storlek
    unbuilt = bool(resolved.status.monster)
    if geometry == POINT:
        colour = resolved.hue.stark if unbuilt else resolved.paper
        return mark(shape, resolved.size * share * 1.5, colour)
    size = max(1.5, min(resolved.size, 6.0) * share * 1.25) if geometry == LINE else 5.0 * share
    sign = mark(shape, size * resolved.scale, resolved.paper, 1.0, resolved.hue.stark, _OUTLINE_MM * resolved.scale)
    if not swatch:
        return sign
    return along([sign], _SWATCH_GAP_MM * resolved.scale, turn=False) if geometry == LINE else in_middle([sign])


def _at_its_place(resolved: ResolvedSymbol, marks: Sequence[QgsSymbolLayer], open_ends: bool) -> QgsSymbolLayer:
    """The marks of a line or an area where the map shows them."""
    away = resolved.subtype_marks.avstand * resolved.scale
    if resolved.recipe.geometri != LINE:
        return generated(POINT, shapes.once_inside(away * 0.25), marks)
    line = shapes.solid_line(_FADED_MM) if open_ends else "$geometry"
    if resolved.recipe.bage:
        line = shapes.bent(resolved.recipe.bage, 2.6)
    return generated(POINT, shapes.few_along(line, away), marks)


def role_layers(resolved_symbols: Sequence[tuple[str, ResolvedSymbol]], top: int) -> list[QgsSymbolLayer]:
    """The row of roles below points, in rendering pass `top`: `resolved_symbols` are conditions and what is drawn then.

    One row serves every class and level: in the symbol of each it would be most of a style's weight.
    """
    resolved = resolved_symbols[0][1]
    sizes = " ".join(f"WHEN {condition} THEN {each.outer_diameter / 2:.2f}" for condition, each in resolved_symbols)
    codes = ", ".join(QgsExpression.quotedString(kod) for kod, _name, _open in resolved.roles)
    given = "string_to_array(replace(replace(replace(coalesce(\"roll\", ''), '{', ''), '}', ''), '\"', ''))"
    row = f"array_slice(array_filter(array({codes}), array_contains({given}, @element)), 0, {MAX_ROLES - 1})"
    return [in_pass(_role(resolved, row, place, f"CASE {sizes} ELSE 2 END"), top) for place in range(MAX_ROLES)]


def has_roles(resolved: ResolvedSymbol, classes: Sequence[str]) -> str:
    """Whether a point of one of these classes has a role with a mark, as an expression."""
    listed = ", ".join(QgsExpression.quotedString(kod) for kod in classes)
    return f"\"klass\" IN ({listed}) AND coalesce(\"roll\", '') NOT IN ('', '{{}}')"


def role_swatch(resolved: ResolvedSymbol, kod: str) -> list[QgsSymbolLayer]:
    """The mark of one role by itself."""
    for known, name, hollow in resolved.roles:
        if known == kod:
            return [_role_mark(resolved, MARKS[name], hollow)]
    return []


def _role_mark(resolved: ResolvedSymbol, shape: str, hollow: bool) -> QgsSymbolLayer:
    fill = resolved.paper if hollow else resolved.hue.stark
    size, outline = resolved.role_marks.storlek * resolved.scale, _OUTLINE_MM * resolved.scale
    return mark(shape, size, fill, 1.0, resolved.hue.stark, outline)


def _role(resolved: ResolvedSymbol, row: str, place: int, radius: str) -> QgsSymbolLayer:
    size, gap = resolved.role_marks.storlek * resolved.scale, resolved.role_marks.avstand * resolved.scale
    layer = _role_mark(resolved, "circle", False)
    below = ROLE_ROW_GAP_MM * resolved.scale + size / 2

    def of_role(values: dict[str, str]) -> str:
        pairs = ", ".join(f"{QgsExpression.quotedString(kod)}, '{value}'" for kod, value in values.items())
        return f"map_get(map({pairs}), array_get({row}, {place}))"

    shapes_by_role = {kod: MARKS[name] for kod, name, _hollow in resolved.roles}
    layer.setDataDefinedProperty(compat.NAME, data_defined(of_role(shapes_by_role)))
    if any(hollow for _kod, _name, hollow in resolved.roles):
        fills = {kod: resolved.paper if hollow else resolved.hue.stark for kod, _name, hollow in resolved.roles}
        layer.setDataDefinedProperty(compat.FILL_COLOUR, data_defined(of_role(fills)))
    across = f"({place} - (array_length({row}) - 1) / 2.0) * {size + gap:.3f}"
    down = f"{radius} + {below:.3f}"
    layer.setDataDefinedProperty(compat.OFFSET, data_defined(f"to_string({across}) || ',' || to_string({down})"))
    return only_when(layer, f"array_length({row}) > {place} AND {_LAST_PLACE}")
