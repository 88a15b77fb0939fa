"""The nodes of one picture, found by place."""

from __future__ import annotations

from typing import Hashable

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

from .checked_object import CheckedObject


class NodeIndex:
    """Nodes that come and go. A joint node (multipoint) is met at any of its points."""

    def __init__(self) -> None:
        self._index, self._next = QgsSpatialIndex(), 1
        self._spots: dict[int, tuple[CheckedObject, QgsPointXY]] = {}
        self._slots_of: dict[Hashable, list[int]] = {}

    def add(self, thing: CheckedObject) -> None:
        """A node is there."""
        for point in thing.points():
            self._index.addFeature(self._next, QgsRectangle(point, point))
            self._spots[self._next] = (thing, point)
            self._slots_of.setdefault(thing.key, []).append(self._next)
            self._next += 1

    def drop(self, key: Hashable) -> None:
        """It is there no more."""
        for slot in self._slots_of.pop(key, ()):
            feature = QgsFeature(slot)
            feature.setGeometry(QgsGeometry.fromPointXY(self._spots.pop(slot)[1]))
            self._index.deleteFeature(feature)

    def nearest(self, point: QgsPointXY) -> tuple[CheckedObject, float] | None:
        """The nearest node and the distance to it in metres; of several as near, the one of lowest id."""
        if not self._spots:
            return None
        found = (self._spots[slot] for slot in self._index.nearestNeighbor(point, 1))
        thing, place = min(found, key=lambda spot: (point.distance(spot[1]), spot[0].objekt.objekt_id))
        return thing, point.distance(place)

    def within(self, point: QgsPointXY, metres: float) -> list[CheckedObject]:
        """The nodes within `metres` of `point`, each once, by id."""
        square = QgsRectangle(point, point).buffered(metres)
        hits = (self._spots[slot] for slot in self._index.intersects(square))
        found = {thing.key: thing for thing, place in hits if point.distance(place) <= metres}
        return sorted(found.values(), key=lambda thing: thing.objekt.objekt_id)
