"""Expressions that make drawn shapes out of stored geometry: soft areas, hatches, bands that fade out.

They are plain QGIS 3.22 expressions in map units (metres); a length in millimetres on paper is tied to @map_scale, so
that a shape looks the same at every scale and paper.

QGIS copies the arguments of a function twice whenever it reads or copies an expression, so each function within another
doubles the time, and a renderer is copied at every redraw. Therefore `_choice` and not if(), and few variables.
"""

from __future__ import annotations

import math

_DEFAULT_SCALE = 1_000_000
_MAX_HATCH_LINES = 600
"""A hatch never has more lines than this across the map, however large the area or the screen is."""

GOES_ON_BEFORE = "coalesce(\"mot_start\", '') <> ''"
GOES_ON_AFTER = "coalesce(\"mot_slut\", '') <> ''"
OPEN_ENDED = f"{GOES_ON_BEFORE} OR {GOES_ON_AFTER}"
_MAP_EDGE_MM = 3.0
"""How far inside the map's edge, in mm, a line that goes on beyond it ends."""
_PARTS = "coalesce(num_geometries(@linje), 1)"
_SIMPLIFY_MM = 0.05
"""Bends smaller than this, in mm, are not drawn: nobody sees them and each costs time and space in a PDF."""
_MAX_BENDS = 80
_SWAY_STEP_MM = 6.0
"""Millimetres between the bends of a line drawn by hand."""
_HEIGHTS = ("y_min(@ya)", "y_max(@ya)")

EXACT = "exakt"
IN_PRINCIPLE = "principiell"


def metres(millimetres: float) -> str:
    """A length on paper as an expression in map units."""
    return f"({millimetres:.4f} * coalesce(@map_scale, {_DEFAULT_SCALE}) / 1000)"


def equals(field: str, value: str) -> str:
    """Whether the attribute `field` is `value`."""
    return f'"{field}" = {text(value)}'


def at_level(code: str) -> str:
    """Whether the object has the level `code`; '' for none."""
    return equals("niva", code) if code else "coalesce(\"niva\", '') = ''"


def text(value: str) -> str:
    """A text as expressions write it."""
    quoted = value.replace("\\", "\\\\").replace("'", "''")  # a backslash would let the quote after it through
    return f"'{quoted}'"


def map_inside(millimetres: float) -> str:
    """The map without `millimetres` at its edges, where a name could be cut."""
    return f"buffer(coalesce(@map_extent, bounds($geometry)), -{metres(millimetres)})"


def parts_larger_than(millimetres: float) -> str:
    """The parts of an area that are larger than a square of `millimetres` on paper."""
    numbers = "generate_series(1, coalesce(num_geometries($geometry), 1))"
    parts = f"array_foreach({numbers}, coalesce(geometry_n($geometry, @element), $geometry))"
    return f"collect_geometries(array_filter({parts}, area(@element) > {metres(millimetres)} ^ 2))"


CALM_LINE = f"coalesce(simplify(line_merge($geometry), {metres(_SIMPLIFY_MM)}), $geometry)"


def clipped_to_map(geometry: str, margin: float) -> str:
    """`geometry` cut to the map and `margin` mm round it: what lies outside costs time and is not seen."""
    around = f"buffer(coalesce(@map_extent, bounds($geometry)), {metres(margin)})"
    return f"coalesce(intersection({geometry}, {around}), {geometry})"


def softened(millimetres: float, has_uncertainty: bool) -> str:
    """The feature's area grown by `millimetres` (or shrunk): less when exact, more when in principle only."""
    distance = metres(millimetres)
    if has_uncertainty:
        exact, loose = equals("osakerhet", EXACT), equals("osakerhet", IN_PRINCIPLE)
        distance += f" * CASE WHEN {exact} THEN 0.2 WHEN {loose} THEN 1.35 ELSE 1 END"
    return f"buffer($geometry, {distance}, 10)"


def hatch(area: str, spacing: float, angle: float, loose: float = 0.0) -> str:
    """Parallel lines `spacing` mm apart at `angle` degrees (anticlockwise from east), cut to `area`.

    Lines lie at whole multiples of the spacing from the origin, so hatches of neighbouring areas meet; `loose` ones
    (share of the spacing) are neither quite parallel nor quite as far from each other.
    """
    turn = math.radians(angle % 180.0)
    along_x, along_y = math.cos(turn), math.sin(turn)
    across_x, across_y = -along_y, along_x
    corners = ", ".join(
        f"{x} * {across_x:.6f} + {y} * {across_y:.6f}" for x in ("x_min(@ya)", "x_max(@ya)") for y in _HEIGHTS
    )
    reach = "(bounds_width(@ya) + bounds_height(@ya))"
    middle_x, middle_y = "(x_min(@ya) + x_max(@ya)) / 2", "(y_min(@ya) + y_max(@ya)) / 2"
    middle = f"{middle_x} * {along_x:.6f} + {middle_y} * {along_y:.6f}"
    gap, start, stop, first, last = (f"@matt[{place}]" for place in range(5))
    measures = (
        f"max({metres(spacing)}, {reach} / {_MAX_HATCH_LINES})",
        f"{middle} - {reach}",
        f"{middle} + {reach}",
        f"min({corners})",
        f"max({corners})",
    )

    def end(at: str, phase: int) -> str:
        row = f"(@element + {loose:.2f} * sin(@element * 5.1 + {phase}))" if loose else "@element"
        x = f"{row} * {gap} * {across_x:.6f} + {at} * {along_x:.6f}"
        y = f"{row} * {gap} * {across_y:.6f} + {at} * {along_y:.6f}"
        return f"make_point({x}, {y})"

    numbers = f"generate_series(floor({first} / {gap}), ceil({last} / {gap}))"
    lines = f"collect_geometries(array_foreach({numbers}, make_line({end(start, 0)}, {end(stop, 2)})))"
    names = {"ya": clipped_to_map(area, 8), "matt": f"array({', '.join(measures)})"}
    return _let(names, f"intersection({lines}, @ya)")


def few_along(line: str, away: float) -> str:
    """A point on `line` `away` mm from its beginning, at most a third of the way; on a long line one at its end too.

    Two, since a node or another line may lie on one of them.
    """
    far = f"min({metres(away)}, length(@ett) * 0.3)"
    first, last = f"line_interpolate_point(@ett, {far})", f"line_interpolate_point(@ett, length(@ett) - {far})"
    points = _choice(f"length(@ett) > {metres(away * 4)}", f"collect_geometries({first}, {last})", first)
    return _let({"hel": line}, _let({"ett": "coalesce(geometry_n(@hel, 1), @hel)"}, points))


def once_inside(below: float) -> str:
    """One point in the area, `below` mm under the place where a name is set, or there when that is near the edge."""
    lower = f"translate(@mitt, 0, -{metres(below)})"
    inner = f"buffer(@ya, -{metres(below * 0.5)})"
    names = {"ya": clipped_to_map("$geometry", 0), "mitt": f"pole_of_inaccessibility(@ya, {metres(1)})"}
    return _let(names, _choice(f"within({lower}, {inner})", lower, "@mitt"))


def bent(share: float, shorten: float) -> str:
    """A straight line between two points, bent by `share` of its length and `shorten` mm shorter at either end.

    So a link between two nodes does not lie hidden under the band between them. Lines with more points keep their way.
    """
    first, last = "start_point(@linje)", "end_point(@linje)"
    top = (
        f"make_point((x({first}) + x({last})) / 2 + (y({last}) - y({first})) * {2 * share:.4f}, "
        f"(y({first}) + y({last})) / 2 + (x({first}) - x({last})) * {2 * share:.4f})"
    )
    curve = _choice("num_points(@linje) = 2", f"smooth(make_line({first}, {top}, {last}), 4)", "@linje")
    cut = f"min({metres(shorten)}, length(@kurva) * 0.2)"
    trimmed = f"line_substring(@kurva, {cut}, length(@kurva) - {cut})"
    return _let({"linje": CALM_LINE}, _choice(f"{_PARTS} > 1", "@linje", _let({"kurva": curve}, trimmed)))


def visible_line() -> str:
    """The line as it is seen: an end that goes on beyond the map stops just inside the map's edge, or where it ends."""
    inner = f"buffer(coalesce(@map_extent, bounds(@linje)), -{metres(_MAP_EDGE_MM)})"
    located = "line_locate_point(@linje, {end}_point(coalesce(geometry_n(@syn, {part}), @syn)))"
    first = _choice(GOES_ON_BEFORE, f"coalesce({located.format(end='start', part=1)}, 0)", "0")
    last = _choice(GOES_ON_AFTER, located.format(end="end", part="num_geometries(@syn)"), "NULL")
    shown = f"line_substring(@linje, {first}, coalesce({last}, length(@linje)))"
    seen = _let({"syn": f"coalesce(intersection(@linje, {inner}), @linje)"}, shown)
    return _let({"linje": CALM_LINE}, _choice(f"{_PARTS} > 1 OR NOT ({OPEN_ENDED})", "@linje", seen))


def solid_line(inset: float) -> str:
    """`visible_line` without the `inset` mm that fade out at an end that goes on beyond the map."""
    step = f"min({metres(inset)}, length(@sedd) * 0.33)"
    first, last = _choice(GOES_ON_BEFORE, step, "0"), _choice(GOES_ON_AFTER, step, "0")
    inner = f"line_substring(@sedd, {first}, length(@sedd) - {last})"
    return _let({"sedd": visible_line()}, _choice("coalesce(num_geometries(@sedd), 1) > 1", "@sedd", inner))


def inset_length(inset: float, open_end: str) -> str:
    """How many mm of `visible_line` to leave out where it has an `open_end`: `inset`, at most a third of the line.

    So strokes drawn on each other with growing inset fade out at such an end, and only there.
    """
    paper = f"length($geometry) / {metres(1)}"
    single = "coalesce(num_geometries($geometry), 1) = 1"
    return _choice(f"{open_end} AND {single}", f"min({inset:.3f}, {paper} * {min(0.33, inset / 40):.4f})", "0")


def hand_drawn_line(sway: float) -> str:
    """The line as if drawn by hand: it sways `sway` mm to the sides, softly, and always the same way."""
    return _choice("coalesce(num_geometries($geometry), 1) > 1", "$geometry", _swaying("$geometry", sway))


def hand_drawn_area(sway: float) -> str:
    """The area with an outline as if drawn by hand. Areas with holes or of several parts keep theirs."""
    plain = "coalesce(num_geometries($geometry), 1) > 1 OR coalesce(num_interior_rings($geometry), 0) > 0"
    ring = "exterior_ring(coalesce(geometry_n($geometry, 1), $geometry))"
    return _choice(plain, "$geometry", f"buffer(make_polygon(close_line({_swaying(ring, sway)})), 0)")


def _swaying(line: str, sway: float) -> str:
    """`line` through points that lie a little beside it.

    Without variables: QGIS prepares what stands in one twice, so nested ones cost time that doubles with each.
    """
    many = f"max(4, min({_MAX_BENDS}, round(length({line}) / {metres(_SWAY_STEP_MM)})))"
    at = f"line_interpolate_point({line}, length({line}) * min(0.999999, @element / {many}))"
    # Two waves that do not meet again: no two bends look the same, but each drawing of a line does.
    side = f"{metres(sway / 2)} * (sin(@element * 2.3) + sin(@element * 0.9))"
    up = f"{metres(sway / 2)} * (cos(@element * 1.7) + sin(@element * 3.1))"
    return f"smooth(make_line(array_foreach(generate_series(0, {many}), translate({at}, {side}, {up}))), 1)"


def open_end(point: str, inset: float) -> str:
    """The 'start' or 'end' of `visible_line`, `inset` mm in."""
    step = f"min({metres(inset)}, length(@sedd) * 0.33)"
    at = step if point == "start" else f"length(@sedd) - {step}"
    return _let({"sedd": visible_line()}, f"line_interpolate_point(@sedd, {at})")


def rising_end(point: str, inset: float) -> str:
    """Whether the last `inset` mm of the seen line's 'start' or 'end' rise to the right (or fall to the left)."""
    tip, back = f"{point}_point(@hel)", "@in"
    names = {"hel": visible_line(), "in": open_end(point, inset)}
    return _let(names, f"(x({tip}) - x({back})) * (y({tip}) - y({back})) > 0")


def _choice(condition: str, yes: str, no: str) -> str:
    """`yes` where `condition` is true, else `no`; no function, see above."""
    return f"CASE WHEN {condition} THEN {yes} ELSE {no} END"


def _let(names: dict[str, str], body: str) -> str:
    """`body` with variables; later ones may use earlier ones."""
    for name, value in reversed(list(names.items())):
        body = f"with_variable('{name}', {value}, {body})"
    return body
