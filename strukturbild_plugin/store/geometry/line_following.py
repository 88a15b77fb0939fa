"""Lines that follow the nodes they are tied to. Plain points in metres, EPSG:3006."""

from __future__ import annotations

import math
from typing import Iterator, Sequence

from .curves import Point, knots, reshaped

MAX_NODE_DISTANCE_M = 5_000.0
"""A line whose nearest point is farther than this from a node it names, in metres, is tied by name alone."""


def corridor_after(line: list[Point], old: Sequence[Point], new: Sequence[Point]) -> list[Point]:
    """The corridor `line` after its node moved from the points `old` to `new`, as many.

    Every vertex at the node goes along, else the vertex nearest to it.
    """
    marks = knots(line)
    at_node = {place: spot for place, vertex in enumerate(line) for spot in old if math.dist(vertex, spot) <= 1.0}
    if not at_node:
        spot = min(old, key=lambda each: min(math.dist(each, vertex) for vertex in line))
        with_it, marks, place = marked(line, spot)
        if math.dist(with_it[place], spot) > MAX_NODE_DISTANCE_M:
            return line
        line, at_node = with_it, {place: spot}
    moves = {}
    for place, spot in at_node.items():
        goal = new[list(old).index(spot)]
        x, y = line[place] if math.dist(line[place], spot) > 1.0 else spot
        moves[place] = (x + goal[0] - spot[0], y + goal[1] - spot[1])
    return reshaped(line, marks, moves) if any(line[place] != goal for place, goal in moves.items()) else line


def link_after(line: list[Point], ends: Sequence[bool], old: Sequence[Point], new: Sequence[Point]) -> list[Point]:
    """The link `line` after its node moved from the points `old` to `new`: turned and scaled, so that its bend stays.

    `ends`: whether it starts, and ends, at the node.
    """
    if all(ends):
        visited = [0, -1]
    else:
        nearest = min((0, -1), key=lambda end: min(math.dist(line[end], spot) for spot in old))
        visited = [nearest]
    spots = [line[0], line[-1]]
    for end in visited:
        spot = min(range(len(old)), key=lambda place, end=end: math.dist(old[place], line[end]))  # type: ignore[misc]
        if math.dist(old[spot], line[end]) <= MAX_NODE_DISTANCE_M:
            spots[end] = (
                line[end][0] + new[spot][0] - old[spot][0],
                line[end][1] + new[spot][1] - old[spot][1],
            )
    return carried(line, *spots) if spots != [line[0], line[-1]] else line


def nearest_vertex(line: Sequence[Point], point: Point) -> int:
    """The place in `line` of the vertex nearest to `point`."""
    return min(range(len(line)), key=lambda place: math.dist(line[place], point))


def marked(line: Sequence[Point], point: Point) -> tuple[list[Point], list[int], int]:
    """`line` with a vertex where it passes nearest to `point`, the places of its knots, and that of the vertex."""
    marks = knots(line)
    feet = [(math.dist(point, foot), place, foot) for place, foot in enumerate(_feet(line, point))]
    _, place, foot = min(feet)
    for near in (place, place + 1):
        if math.dist(line[near], foot) <= 1.0:
            return list(line), marks, near
    shifted = [mark + 1 if mark > place else mark for mark in marks]
    return [*line[: place + 1], foot, *line[place + 1 :]], shifted, place + 1


def _feet(line: Sequence[Point], point: Point) -> Iterator[Point]:
    return (foot_on(point, start, end) for start, end in zip(line, line[1:]))


def foot_on(point: Point, start: Point, end: Point) -> Point:
    """The point of the straight line from `start` to `end` that is nearest to `point`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return start[0] + share * dx, start[1] + share * dy


def carried(line: Sequence[Point], start: Point, end: Point) -> list[Point]:
    """`line` turned and scaled so that it goes from `start` to `end`: a bow stays the same bow."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    old, new = complex(x2 - x1, y2 - y1), complex(end[0] - start[0], end[1] - start[1])
    if abs(old) <= 1.0:
        return [(x + start[0] - x1, y + start[1] - y1) for x, y in line]
    turn, origin = new / old, complex(*start)
    moved = [origin + (complex(x, y) - complex(x1, y1)) * turn for x, y in line]
    return [start, *((place.real, place.imag) for place in moved[1:-1]), end]
