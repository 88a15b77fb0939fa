"""A spatial index of nodes, that follows while they come and go."""

from __future__ import annotations

import math
from typing import Generic, Hashable, Iterable, TypeVar

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

from .curves import Point

K = TypeVar("K", bound=Hashable)


class NodeIndex(Generic[K]):
    """A spatial index of nodes, by a key for each. A joint node (multipoint) is found at any of its points.

    Coordinates and distances are in metres (EPSG:3006).
    """

    def __init__(self) -> None:
        self._index, self._next = QgsSpatialIndex(), 1
        self._spots: dict[int, tuple[K, Point]] = {}
        self._slots_of: dict[K, list[int]] = {}

    def set_points(self, key: K, points: Iterable[Point]) -> None:
        """Put the node `key` at these points, in place of where it was."""
        self.remove(key)
        for x, y in points:
            if not (math.isfinite(x) and math.isfinite(y)):
                continue
            self._index.addFeature(self._next, QgsRectangle(x, y, x, y))
            self._spots[self._next] = (key, (x, y))
            self._slots_of.setdefault(key, []).append(self._next)
            self._next += 1

    def remove(self, key: K) -> None:
        """Take the node `key` out; nothing happens when it is not there."""
        for slot in self._slots_of.pop(key, ()):
            feature = QgsFeature(slot)  # what the index wants to see of an entry to forget it
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*self._spots.pop(slot)[1])))
            self._index.deleteFeature(feature)

    def nearest(self, x: float, y: float) -> list[tuple[float, K]]:
        """Metres to and key of the nearest node; several when they are as near, in no order; [] when there are none."""
        found = [self._spots[slot] for slot in self._index.nearestNeighbor(QgsPointXY(x, y), 1)] if self._spots else []
        return [(math.dist((x, y), place), key) for key, place in found]

    def within(self, x: float, y: float, metres: float) -> list[tuple[float, K]]:
        """Metres to and key of each point of a node within `metres` of (x, y), in no order."""
        box = QgsRectangle(x - metres, y - metres, x + metres, y + metres)
        spots = (self._spots[slot] for slot in self._index.intersects(box))
        found = ((math.dist((x, y), place), key) for key, place in spots)
        return [entry for entry in found if entry[0] <= metres]
