"""Where the marks of comments and the dots of votes lie on the map, in pixels, when some of them are too close."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Pixel = tuple[float, float]

MARK_REACH_PX = 26.0
"""Comments that are closer than this share one mark."""
DOT_PX = 14.0
"""Diameter of a dot."""
_HEAP_REACH_PX = 30.0
_MAX_LOOSE = 12
"""More dots than this at one place are one heap with a number."""
_TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle, in radians: dots round a place, evenly, without a pattern."""


@dataclass(frozen=True)
class PlacedMark:
    """One mark for one comment or several; `ids` in the order of their numbers."""

    spot: Pixel
    ids: tuple[str, ...]


@dataclass(frozen=True)
class PlacedDot:
    """A dot of one vote, or a heap of many."""

    spot: Pixel
    ids: tuple[str, ...]

    @property
    def is_heap(self) -> bool:
        """Whether there are too many to be drawn one by one."""
        return len(self.ids) > 1


def placed_marks(spots: Iterable[tuple[str, Pixel]]) -> list[PlacedMark]:
    """A mark for each comment (identity and place in pixels); those that lie too close share the first one's."""
    found: list[tuple[Pixel, list[str]]] = []
    for name, spot in spots:
        near = next((ids for there, ids in found if math.dist(there, spot) < MARK_REACH_PX), None)
        if near is None:
            found.append((spot, [name]))
        else:
            near.append(name)
    return [PlacedMark(spot, tuple(ids)) for spot, ids in found]


def placed_dots(spots: Iterable[tuple[str, Pixel]]) -> list[PlacedDot]:
    """A dot for each vote: those on top of each other are laid side by side, very many become a heap."""
    heaps: list[tuple[Pixel, list[tuple[str, Pixel]]]] = []
    for name, spot in spots:
        near = next((inside for there, inside in heaps if math.dist(there, spot) < _HEAP_REACH_PX), None)
        if near is None:
            heaps.append((spot, [(name, spot)]))
        else:
            near.append((name, spot))
    found: list[PlacedDot] = []
    for there, inside in heaps:
        if len(inside) > _MAX_LOOSE:
            found.append(PlacedDot(there, tuple(name for name, _spot in inside)))
        else:
            found.extend(_side_by_side(inside))
    return found


def _side_by_side(inside: Sequence[tuple[str, Pixel]]) -> list[PlacedDot]:
    taken: list[PlacedDot] = []
    for name, spot in inside:
        step, place = 0, spot
        while any(math.dist(place, one.spot) < DOT_PX for one in taken):
            step += 1
            away = DOT_PX * 0.6 * math.sqrt(step)
            place = (spot[0] + away * math.cos(step * _TURN), spot[1] + away * math.sin(step * _TURN))
        taken.append(PlacedDot(place, (name,)))
    return taken
