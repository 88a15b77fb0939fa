"""What the rules stand on: one snapshot, read into lookups, geometries and spatial indexes once."""

from __future__ import annotations

import struct
from functools import cached_property
from typing import Iterator, Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..catalogue.model import Catalogue, ObjectClass
from ..compat import LINE_GEOMETRY, POINT_GEOMETRY
from ..i18n import tr
from ..store.records import Objekt, Picture, Snapshot
from .finding import Remark

NODE_LAYER, BAND_LAYER, LINK_LAYER, BORDER_LAYER = "nod", "strak", "samband", "gransbygd"

Part = Sequence[QgsPointXY]


class Ground:
    """A snapshot with everything the rules ask of it more than once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.catalogue: Catalogue = snapshot.catalogue
        self.classes: dict[str, ObjectClass] = {klass.kod: klass for klass in snapshot.catalogue.klasser}
        self.objects: dict[str, Objekt] = {objekt.objekt_id: objekt for objekt in snapshot.objects}
        self.pictures: dict[str, Picture] = {picture.bild_id: picture for picture in snapshot.pictures}

    @cached_property
    def shapes(self) -> dict[int, QgsGeometry]:
        """Geometry of each object that has one, by the object's place in the snapshot."""
        found = {}
        for place, objekt in enumerate(self.snapshot.objects):
            geometry = read_wkb(objekt.wkb)
            if geometry is not None:
                found[place] = geometry
        return found

    def drawn(self, *layers: str) -> Iterator[tuple[Objekt, QgsGeometry]]:
        """Objects that have a geometry, of `layers` or of all."""
        for place, geometry in self.shapes.items():
            objekt = self.snapshot.objects[place]
            if not layers or objekt.lager in layers:
                yield objekt, geometry

    @cached_property
    def nodes(self) -> dict[str, Nodes]:
        """The nodes of each picture."""
        by_picture: dict[str, list[tuple[Objekt, QgsGeometry]]] = {}
        for objekt, geometry in self.drawn(NODE_LAYER):
            by_picture.setdefault(objekt.bild_id, []).append((objekt, geometry))
        return {bild_id: Nodes(nodes) for bild_id, nodes in by_picture.items()}

    def nodes_of(self, bild_id: str) -> Nodes:
        """The nodes of one picture."""
        return self.nodes.get(bild_id) or Nodes([])

    @cached_property
    def area(self) -> QgsGeometry | None:
        """The whole area of the strukturbild, or None when it has none."""
        parts = [read_wkb(area.wkb) for area in self.snapshot.areas]
        together = QgsGeometry.unaryUnion([part for part in parts if part is not None])
        return None if together.isNull() or together.isEmpty() else together

    def called(self, objekt: Objekt) -> str:
        """The object as one would say it: 'Nod ”Karlstad”'."""
        klass = self.classes.get(objekt.klass)
        kind = klass.namn.in_language(self.snapshot.head.sprak) if klass else tr("Objektet")
        name = objekt.namn.strip() or objekt.objekt_id[:8]
        return f"{kind} ”{name}”"

    def kind_of_picture(self, objekt: Objekt) -> tuple[str, str]:
        """bildtyp and skala of the picture an object is in; '' when the picture is missing."""
        picture = self.pictures.get(objekt.bild_id)
        return (picture.bildtyp, picture.skala) if picture else ("", "")

    def remark(self, allvar: str, objekt: Objekt, mening: str, forslag: str, **words: str) -> Remark:
        """A remark about one object; `{objekt}` in `mening` becomes its name, other braces come from `words`."""
        said = mening.format(objekt=self.called(objekt), **words)
        return Remark(allvar, said, forslag, objekt.objekt_id, objekt.lager)


class Nodes:
    """The nodes of one picture, found by place. A joint node (multipoint) is met at any of its points."""

    def __init__(self, nodes: Sequence[tuple[Objekt, QgsGeometry]]) -> None:
        self.points: list[tuple[Objekt, QgsPointXY]] = [
            (objekt, point) for objekt, geometry in nodes for point in points_of(geometry)
        ]
        self._index = QgsSpatialIndex()
        for place, (_objekt, point) in enumerate(self.points):
            feature = QgsFeature(place)
            feature.setGeometry(QgsGeometry.fromPointXY(point))
            self._index.addFeature(feature)

    def nearest(self, point: QgsPointXY) -> tuple[Objekt, float] | None:
        """The nearest node and the distance to it in metres."""
        found = self._index.nearestNeighbor(point, 1)
        if not found:
            return None
        objekt, place = self.points[found[0]]
        return objekt, point.distance(place)

    def within(self, point: QgsPointXY, metres: float) -> list[Objekt]:
        """The nodes within `metres` of `point`."""
        square = QgsGeometry.fromPointXY(point).boundingBox().buffered(metres)
        hits = (self.points[place] for place in self._index.intersects(square))
        return [objekt for objekt, place in hits if point.distance(place) <= metres]

    def distance_to(self, objekt_id: str, point: QgsPointXY) -> float | None:
        """Metres from `point` to the node with this id, None when it is not here."""
        return min((point.distance(place) for place in self._by_id.get(objekt_id, ())), default=None)

    @cached_property
    def _by_id(self) -> dict[str, list[QgsPointXY]]:
        found: dict[str, list[QgsPointXY]] = {}
        for objekt, point in self.points:
            found.setdefault(objekt.objekt_id, []).append(point)
        return found


def read_wkb(wkb: bytes | None) -> QgsGeometry | None:
    """The geometry in `wkb`; None when there is none or it cannot be read."""
    if not wkb or len(wkb) < struct.calcsize("<BI"):
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return None if geometry.isNull() or geometry.isEmpty() else geometry


def points_of(geometry: QgsGeometry) -> list[QgsPointXY]:
    """The points of a point geometry, single or multi; none of another kind."""
    if geometry.type() != POINT_GEOMETRY:
        return []
    return list(geometry.asMultiPoint()) if geometry.isMultipart() else [geometry.asPoint()]


def lines_of(geometry: QgsGeometry) -> list[Part]:
    """The lines of a line geometry, single or multi, without those of a single point; none of another kind."""
    if geometry.type() != LINE_GEOMETRY:
        return []
    lines = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
    return [line for line in lines if len(line) > 1]
