"""Smooth curves through few points, for broad-brush drawing. Plain numbers in metres, no catalogue.

The curve is the centripetal Catmull-Rom spline (Barry and Goldman 1988; Yuksel, Schaefer and Keyser 2011): it goes
through every point and, unlike the uniform one, makes no loops or cusps between points that lie close together.
"""

from __future__ import annotations

import bisect
import math
from typing import Collection, Mapping, Sequence

Point = tuple[float, float]

SPACING_M = 1500.0
"""Metres between the points of a drawn curve: finer than a millimetre on an A3 sheet of a county."""

MIN_STEPS = 6
"""Every piece between two points has at least so many steps: enough to find the points again, see `knots`."""
_MAX_PIECES = 10
"""A line with too many knots is cut in about so many pieces; a change reaches two of them to either side."""
_MIN_UNEVENNESS_M = 1.0
"""Unevenness in metres that shows a knot; rounding coordinates to decimetres gives less."""


def smooth_line(points: Sequence[Point], spacing: float = SPACING_M) -> list[Point]:
    """A curve through `points` in order, about `spacing` metres between its vertices. Its ends are the given ends."""
    through = _without_repeats(points)
    if len(through) < 3:
        return _straight(through, spacing)
    framed = [_mirrored(through[0], through[1]), *through, _mirrored(through[-1], through[-2])]
    return _through(framed, spacing)


def smooth_ring(points: Sequence[Point], spacing: float = SPACING_M) -> list[Point]:
    """A closed curve through `points` (not repeating the first): first and last vertex are the same."""
    around = _without_repeats([*points, points[0]])[:-1] if points else []
    if len(around) < 3:
        raise ValueError("a ring needs three different points")
    curve = _through([around[-1], *around, around[0], around[1]], spacing)
    curve[-1] = curve[0]
    return curve


def knots(line: Sequence[Point]) -> list[int]:
    """The indexes in `line` of the points the curve was drawn through, its ends included.

    Within one piece of the spline the vertices are evenly spaced on a cubic, so their fourth differences vanish; they
    do not across a knot. In a line drawn by hand nearly every vertex is a knot. Such a line with many vertices gives
    those that keep its shape within a hundredth of its length, and some between.
    """
    last = len(line) - 1
    if last < 4:
        inner = [place for place in range(1, last) if _unevenness(line, place - 1, (1, -2, 1)) > _MIN_UNEVENNESS_M]
        return [0, *inner, last]
    rough = [_unevenness(line, start, (1, -4, 6, -4, 1)) > _MIN_UNEVENNESS_M for start in range(last - 3)]
    inner = [place for place in range(1, last) if all(rough[max(place - 3, 0) : min(place, last - 3)])]
    if len(inner) > max(12, last / 4):
        evenly = {round(last * share / _MAX_PIECES) for share in range(_MAX_PIECES + 1)}
        return sorted(evenly.union(main_vertices(line, sum(map(math.dist, line, line[1:])) / 100)))
    return [0, *inner, last]


def main_vertices(line: Sequence[Point], tolerance: float) -> list[int]:
    """The indexes in `line` of the vertices that keep it within `tolerance` metres (Douglas and Peucker 1973)."""
    kept, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = max(
            ((_off(line[place], line[first], line[last]), place) for place in range(first + 1, last)),
            default=(0.0, first),
        )
        if far > tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return sorted(kept)


def reshaped(
    line: Sequence[Point], marks: Collection[int], moves: Mapping[int, Point], drop: Collection[int] = ()
) -> list[Point]:
    """`line` with some vertices moved (index -> new position, metres) and the curve drawn smoothly through them again.

    It still goes through its other knots (`marks`), and is left as it is two knots away from what moved. Knots in
    `drop` are no longer gone through.
    """
    changed = {*moves, *drop}
    marks = sorted({*marks, *changed})
    controls = [(mark, moves.get(mark, line[mark])) for mark in marks if mark not in drop]
    near = [place for place, (mark, _) in enumerate(controls) if _beside_any(marks, mark, changed)]
    low, high = max(near[0] - 1, 0), min(near[-1] + 1, len(controls) - 1)
    # Points that would fall on each other give the curve no direction: what moved goes before what lies there.
    for place in range(high, low, -1):
        if math.dist(controls[place][1], controls[place - 1][1]) <= 1.0 and len(controls) > 2:
            stays = controls[place][0] in moves or place == len(controls) - 1
            del controls[place - 1 if stays and place > 1 else place]
            high -= 1
    drawn = through([point for _, point in controls], low, high)
    head = line[: controls[low][0]] if low else []
    tail = line[controls[high][0] + 1 :] if high < len(controls) - 1 else []
    return [*head, *drawn, *tail]


def through(points: Sequence[Point], low: int, high: int, spacing: float = SPACING_M) -> list[Point]:
    """The piece of the curve through all of `points` that lies between those at `low` and `high`."""
    if len(points) == 2:
        return _straight(points, spacing)
    framed = [_mirrored(points[0], points[1]), *points, _mirrored(points[-1], points[-2])]
    return _through(framed[low : high + 3], spacing)


def arc(start: Point, end: Point, bulge: float, spacing: float = SPACING_M) -> list[Point]:
    """A flat arc from `start` to `end`, about `spacing` metres between its vertices.

    `bulge` is its height as a share of the distance between the ends, positive to the left.
    """
    (x1, y1), (x2, y2) = start, end
    # A quadratic Bézier curve is half as high as its control point stands.
    middle = ((x1 + x2) / 2 - (y2 - y1) * 2 * bulge, (y1 + y2) / 2 + (x2 - x1) * 2 * bulge)
    steps = max(8, math.ceil(math.dist(start, end) / spacing))
    return [_bezier(start, middle, end, step / steps) for step in range(steps + 1)]


def ribbon(
    points: Sequence[Point], width: float, end_width: float | None = None, spacing: float = SPACING_M
) -> list[Point]:
    """A closed, soft band along the curve through `points`, rounded at both ends.

    `width` is in metres; with `end_width` the band widens or narrows evenly to that at its end.
    """
    line = smooth_line(points, spacing)
    last = len(line) - 1
    halves = [(width + ((end_width or width) - width) * place / last) / 2 for place in range(len(line))]
    left = [_beside(line, place, half) for place, half in enumerate(halves)]
    right = [_beside(line, place, -half) for place, half in enumerate(halves)]
    ring = [*left, *_cap(line[-1], left[-1]), *reversed(right), *_cap(line[0], right[0])]
    return [*ring, ring[0]]


def _beside_any(marks: Sequence[int], mark: int, changed: Collection[int]) -> bool:
    """Whether `mark` or a neighbour of it among `marks` has changed."""
    place = bisect.bisect_left(marks, mark)
    return any(near in changed for near in marks[max(place - 1, 0) : place + 2])


def _unevenness(line: Sequence[Point], start: int, weights: Sequence[int]) -> float:
    x = sum(weight * line[start + place][0] for place, weight in enumerate(weights))
    y = sum(weight * line[start + place][1] for place, weight in enumerate(weights))
    return math.hypot(x, y)


def _off(point: Point, start: Point, end: Point) -> float:
    """The distance of `point` from the straight line between `start` and `end`, metres."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + share * dx, start[1] + share * dy))


def _through(framed: Sequence[Point], spacing: float) -> list[Point]:
    """The spline from the second to the last but one point of `framed`."""
    curve = [framed[1]]
    for place in range(len(framed) - 3):
        before, start, end, after = framed[place : place + 4]
        steps = max(MIN_STEPS, math.ceil(math.dist(start, end) / spacing))
        curve.extend(_on_spline(before, start, end, after, step / steps) for step in range(1, steps))
        curve.append(end)
    return curve


def _on_spline(before: Point, start: Point, end: Point, after: Point, share: float) -> Point:
    """The point at `share` (0-1) of the way from `start` to `end` (Barry and Goldman's pyramid)."""
    t0 = 0.0
    t1 = t0 + math.sqrt(math.dist(before, start))
    t2 = t1 + math.sqrt(math.dist(start, end))
    t3 = t2 + math.sqrt(math.dist(end, after))
    t = t1 + share * (t2 - t1)
    a1, a2, a3 = _mix(before, start, t0, t1, t), _mix(start, end, t1, t2, t), _mix(end, after, t2, t3, t)
    return _mix(_mix(a1, a2, t0, t2, t), _mix(a2, a3, t1, t3, t), t1, t2, t)


def _mix(first: Point, second: Point, low: float, high: float, t: float) -> Point:
    share = (t - low) / (high - low)
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def _bezier(start: Point, middle: Point, end: Point, t: float) -> Point:
    first, second, third = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return (
        first * start[0] + second * middle[0] + third * end[0],
        first * start[1] + second * middle[1] + third * end[1],
    )


def _straight(points: Sequence[Point], spacing: float) -> list[Point]:
    if len(points) < 2:
        raise ValueError("a line needs two different points")
    start, end = points
    steps = max(1, math.ceil(math.dist(start, end) / spacing))
    return [_mix(start, end, 0, steps, step) for step in range(steps)] + [end]


def _mirrored(end: Point, next_to_it: Point) -> Point:
    """A point beyond `end`, so that the curve leaves it straight."""
    return 2 * end[0] - next_to_it[0], 2 * end[1] - next_to_it[1]


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    """The points without those that repeat the one before (they would give the spline no direction)."""
    return [point for place, point in enumerate(points) if place == 0 or math.dist(point, points[place - 1]) > 1.0]


def _beside(line: Sequence[Point], place: int, offset: float) -> Point:
    before, after = line[max(place - 1, 0)], line[min(place + 1, len(line) - 1)]
    length = math.dist(before, after) or 1.0
    return (
        line[place][0] - (after[1] - before[1]) / length * offset,
        line[place][1] + (after[0] - before[0]) / length * offset,
    )


def _cap(centre: Point, start: Point, steps: int = 8) -> list[Point]:
    """A half circle clockwise from `start` round `centre`, without its ends."""
    radius = math.dist(centre, start)
    angle = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turns = (angle - math.pi * step / steps for step in range(1, steps))
    return [(centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)) for turn in turns]
