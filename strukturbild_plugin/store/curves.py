"""Calm curves through few points, as a designer draws them with a broad brush. Plain numbers, metres, no catalogue.

The curve is the centripetal Catmull-Rom spline (Barry and Goldman 1988; Yuksel, Schaefer and Keyser 2011): it goes
through every point and, unlike the uniform one, makes no loops or cusps between points that lie close together.
"""

from __future__ import annotations

import math
from typing import Sequence

Point = tuple[float, float]

SPACING = 1500.0
"""Metres between the points of a drawn curve: finer than a millimetre on an A3 sheet of a county."""


def smooth_line(points: Sequence[Point], spacing: float = SPACING) -> list[Point]:
    """A curve through `points` in order, about `spacing` metres between its vertices. Its ends are the given ends."""
    through = _without_repeats(points)
    if len(through) < 3:
        return _straight(through, spacing)
    framed = [_mirrored(through[0], through[1]), *through, _mirrored(through[-1], through[-2])]
    return _through(framed, spacing)


def smooth_ring(points: Sequence[Point], spacing: float = SPACING) -> list[Point]:
    """A closed curve through `points` (not repeating the first): first and last vertex are the same."""
    around = _without_repeats([*points, points[0]])[:-1] if points else []
    if len(around) < 3:
        raise ValueError("a ring needs three different points")
    curve = _through([around[-1], *around, around[0], around[1]], spacing)
    curve[-1] = curve[0]
    return curve


def arc(start: Point, end: Point, bulge: float, spacing: float = SPACING) -> list[Point]:
    """A gentle bow from `start` to `end`; `bulge` is its height as a share of the distance, positive to the left."""
    (x1, y1), (x2, y2) = start, end
    # A quadratic Bézier curve is half as high as its control point stands.
    middle = ((x1 + x2) / 2 - (y2 - y1) * 2 * bulge, (y1 + y2) / 2 + (x2 - x1) * 2 * bulge)
    steps = max(8, math.ceil(math.dist(start, end) / spacing))
    return [_bezier(start, middle, end, step / steps) for step in range(steps + 1)]


def ribbon(
    points: Sequence[Point], width: float, end_width: float | None = None, spacing: float = SPACING
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


def _through(framed: Sequence[Point], spacing: float) -> list[Point]:
    """The spline from the second to the last but one point of `framed`."""
    curve = [framed[1]]
    for place in range(len(framed) - 3):
        before, start, end, after = framed[place : place + 4]
        steps = max(1, math.ceil(math.dist(start, end) / spacing))
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
