"""A spatial index of nodes, that follows while they come and go."""

from __future__ import annotations

import math
from typing import Any, Callable, Generic, Hashable, Iterable, TypeVar

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

from .curves import Point

K = TypeVar("K", bound=Hashable)


class NodeIndex(Generic[K]):
    """A spatial index of nodes, by a key for each. A joint node (multipoint) is found at any of its points.

    Coordinates and distances are in metres (EPSG:3006). `order`: what tells which of several nodes in exactly the same
    place is the first there. However many there are, the place is one entry.
    """

    def __init__(self, order: Callable[[K], Any] | None = None) -> None:
        self._order = order
        self._index, self._next = QgsSpatialIndex(), 1
        self._places: dict[int, Point] = {}
        self._slots: dict[Point, int] = {}
        self._keys: dict[Point, dict[K, None]] = {}
        self._first: dict[Point, K] = {}
        self._places_of: dict[K, list[Point]] = {}

    def set_points(self, key: K, points: Iterable[Point]) -> None:
        """Put the node `key` at these points, in place of where it was."""
        self.remove(key)
        for x, y in points:
            if not (math.isfinite(x) and math.isfinite(y)):
                continue
            place = (x, y)
            if place not in self._slots:
                self._index.addFeature(self._next, QgsRectangle(x, y, x, y))
                self._places[self._next], self._slots[place], self._keys[place] = place, self._next, {}
                self._next += 1
            self._keys[place][key] = None
            self._first.pop(place, None)
            self._places_of.setdefault(key, []).append(place)

    def remove(self, key: K) -> None:
        """Take the node `key` out; nothing happens when it is not there."""
        for place in dict.fromkeys(self._places_of.pop(key, ())):
            there = self._keys[place]
            del there[key]
            self._first.pop(place, None)
            if not there:
                slot = self._slots.pop(place)
                feature = QgsFeature(slot)  # what the index wants to see of an entry to forget it
                feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*self._places.pop(slot))))
                self._index.deleteFeature(feature)
                del self._keys[place]

    def nearest(self, x: float, y: float) -> list[tuple[float, K]]:
        """Metres to and key of the nearest node; several when they are as near, in no order; [] when there are none."""
        return [(math.dist((x, y), place), key) for place in self._nearest(x, y) for key in self._keys[place]]

    def nearest_first(self, x: float, y: float) -> list[tuple[float, K]]:
        """As `nearest`, but of several in exactly the same place the first."""
        return [(math.dist((x, y), place), self._first_at(place)) for place in self._nearest(x, y)]

    def within(self, x: float, y: float, metres: float) -> list[tuple[float, K]]:
        """Metres to and key of each point of a node within `metres` of (x, y), in no order."""
        box = QgsRectangle(x - metres, y - metres, x + metres, y + metres)
        places = (self._places[slot] for slot in self._index.intersects(box))
        found = ((math.dist((x, y), place), key) for place in places for key in self._keys[place])
        return [entry for entry in found if entry[0] <= metres]

    def only_within(self, x: float, y: float, metres: float) -> K | None:
        """The node within `metres` of (x, y) when there is one and one only, at any of its points; else None."""
        asked, there = 1, -1
        keys: set[K] = set()
        while len(keys) < 2 and there != len(places := self._nearest(x, y, asked, metres)):
            there, asked = len(places), 2 * asked
            for place in places:
                if len(self._keys[place]) > 1:
                    return None
                keys.update(self._keys[place])
        return keys.pop() if len(keys) == 1 else None

    def _nearest(self, x: float, y: float, number: int = 1, metres: float = 0.0) -> list[Point]:
        """The `number` nearest places, with those that are as near as the last; within `metres` unless that is 0."""
        if number == 1 and not metres and (x, y) in self._slots:
            return [(x, y)]  # nearer there is none: what is anchored to a node ends in its very place
        slots = self._index.nearestNeighbor(QgsPointXY(x, y), number, metres) if self._slots else []
        places = [self._places[slot] for slot in slots]
        return [place for place in places if not metres or math.dist((x, y), place) <= metres]

    def _first_at(self, place: Point) -> K:
        if place not in self._first:
            keys = self._keys[place]
            self._first[place] = min(keys, key=self._order) if self._order is not None else next(iter(keys))
        return self._first[place]
