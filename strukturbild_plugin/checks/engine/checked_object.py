"""An object with its geometry, as the rules check it."""

from __future__ import annotations

from typing import Any, Hashable

from qgis.core import QgsGeometry, QgsPointXY

from ...store.gpkg.records import ObjectRecord
from .geometry import points_of, read_wkb

Key = Hashable
"""What an object is called here: an id of its own even when two objects share an objekt_id."""


class CheckedObject:
    """An object with its geometry; None when it has none or it cannot be read."""

    __slots__ = ("_points", "geometry", "key", "record")

    def __init__(self, key: Key, record: ObjectRecord, was: CheckedObject | None = None) -> None:
        self.key, self.record = key, record
        self._points: list[QgsPointXY] | None = None
        same = was is not None and was.record.wkb == record.wkb
        self.geometry: QgsGeometry | None = was.geometry if was is not None and same else read_wkb(record.wkb)

    def points(self) -> list[QgsPointXY]:
        """Where a node is."""
        if self._points is None:
            self._points = points_of(self.geometry) if self.geometry is not None else []
        return self._points

    def rank(self) -> tuple[Any, ...]:
        """An order among objects that share an id, the same whatever order they were read in."""
        one = self.record
        return one.lager, one.bild_id, one.klass, one.namn, one.wkb or b"", sorted(map(str, one.attribut.items()))
