"""Which Swedish municipalities an object concerns: what is stored with it when it is drawn, for what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import QgsGeometry

from ..errors import StoreError
from ..region_codes import has_foreign
from ..store.create.location import LINK_LAYER, location_finder
from ..store.create.regions import base_data
from ..store.geometry.overlap import AreaIndex, lies_in
from ..store.gpkg.records import ObjectRecord
from ..store.gpkg.wkb import from_blob

_MOST_KEPT = 20_000
"""Shapes that the answers of are kept; then all are forgotten."""


class MunicipalityFinder:
    """The municipalities of some län: `names` by code, in the order of the codes; none when base data are missing.

    `partly`: some of the areas are in Norway or Finland, whose municipalities are not counted; that is to be said.
    """

    def __init__(self, lan: Sequence[str]) -> None:
        self.partly = has_foreign(lan)
        self.names: dict[str, str] = {}
        self.shapes: dict[str, QgsGeometry] = {}
        try:
            for code, name, shape in _outlines(lan):
                self.names[code], self.shapes[code] = name, shape
        except StoreError:
            self.names, self.shapes = {}, {}
        self._finder = location_finder()

    def of(self, record: ObjectRecord) -> tuple[str, ...]:
        """The codes of those that the object concerns, in order: as they are filled in when it is drawn."""
        found = self._finder.of(record.wkb, record.lager == LINK_LAYER).concerned
        return tuple(code for code in found if code in self.names)

    def of_all(self, objects: Iterable[ObjectRecord]) -> dict[str, tuple[str, ...]]:
        """The same for several, by objekt_id."""
        return {record.objekt_id: self.of(record) for record in objects}


class AreaFinder:
    """Which of some areas (by code, EPSG:3006) a shape lies in. What is asked again is answered at once."""

    def __init__(self, areas: Mapping[str, QgsGeometry]) -> None:
        self._shapes, self._index = dict(areas), AreaIndex(areas)
        self._known: dict[bytes, tuple[str, ...]] = {}

    def of(self, wkb: bytes) -> tuple[str, ...]:
        """The codes of the areas that hold a point of it, or at least LEAST_SHARE of it (or it of them), in order."""
        found = self._known.get(wkb)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            found = self._known[wkb] = self._find(wkb)
        return found

    def _find(self, wkb: bytes) -> tuple[str, ...]:
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        if shape.isNull() or shape.isEmpty():
            return ()
        return tuple(code for code in self._index.near(shape) if lies_in(shape, self._shapes[code]))


def _outlines(lan: Sequence[str]) -> list[tuple[str, str, QgsGeometry]]:
    found = []
    with base_data() as database:
        for code, name, blob in database.execute("SELECT kommun_kod, namn, geom FROM kommuner ORDER BY kommun_kod"):
            if str(code)[:2] in lan:
                shape = QgsGeometry()
                shape.fromWkb(from_blob(blob) or b"")
                found.append((str(code), str(name), shape))
    return found
