"""The geometry of an example's objects: places found by name, calm curves through them, EPSG:3006."""

from __future__ import annotations

import math
import struct
from typing import Callable, Sequence

from ...catalogue.model import AREA, LINE, POINT
from ...errors import StoreError
from ...i18n import tr
from ..create.places import find_place
from ..geometry import curves
from .example_file import BAND, BOW, CORRIDOR, GREEN_LINK, PLACES, RING, Anchor, ExampleObject, ExamplePlace

Point = curves.Point

KINDS = {PLACES: POINT, CORRIDOR: LINE, BOW: LINE, GREEN_LINK: LINE, RING: AREA, BAND: AREA}
"""The geometry kind of each way to draw."""

MAX_PLACE_DISTANCE_M = 15_000.0
"""A place of the right name farther than this from where the example expects it is another place, in metres."""

_ONE, _MANY = {POINT: 1, LINE: 2, AREA: 3}, {POINT: 4, LINE: 5, AREA: 6}


class ExampleGeometry:
    """Draws the objects of one example; what others refer to by name is worked out first."""

    def __init__(self, objects: Sequence[ExampleObject]) -> None:
        self._metres = _to_metres()
        self.node_of: dict[str, str] = {}
        """The name of a node, or of a place in it, -> the name of the node."""
        self._spots: dict[str, Point] = {}
        self._areas: dict[str, list[Point]] = {}
        self._nodes: dict[str, list[Point]] = {}
        for example_object in objects:
            if example_object.shape == PLACES:
                self._add_node(example_object)
            elif KINDS[example_object.shape] == AREA:
                self._areas[example_object.namn] = [self._point(anchor) for anchor in example_object.anchors]

    def wkb(self, example_object: ExampleObject) -> bytes:
        """The object's geometry as ISO WKB of the multi type."""
        if example_object.shape == PLACES:
            return _multi(POINT, [struct.pack("<2d", *point) for point in self._nodes[example_object.namn]])
        if example_object.shape == RING:
            return _multi(AREA, [_ring(curves.smooth_ring(self._areas[example_object.namn]))])
        if example_object.shape == BAND:
            return _multi(AREA, [_ring(curves.ribbon(self._areas[example_object.namn], *example_object.bredd))])
        if example_object.shape == BOW:
            start, end = (self._point(anchor) for anchor in example_object.anchors)
            return _multi(LINE, [_vertices(curves.arc(start, end, example_object.bage))])
        return _multi(LINE, [_vertices(curves.smooth_line(self._chain(example_object)))])

    def _add_node(self, example_object: ExampleObject) -> None:
        points = [self._find(spot) for spot in example_object.platser]
        self._nodes[example_object.namn] = points
        names = [example_object.namn, *(spot.ort for spot in example_object.platser if spot.ort)]
        for name, point in zip(names, [points[0], *points]):
            self.node_of.setdefault(name, example_object.namn)
            self._spots.setdefault(name, point)

    def _find(self, spot: ExamplePlace) -> Point:
        expected = self._metres(*spot.reserv)
        try:
            found = find_place(spot.ort, near=expected) if spot.ort else None
        except StoreError:
            found = None  # without base data the example still draws, from its own coordinates
        if found is None or found.land != "SE" or (spot.lan and found.lan_kod and found.lan_kod != spot.lan):
            return expected
        here = (found.x, found.y)
        return here if math.dist(here, expected) <= MAX_PLACE_DISTANCE_M else expected

    def _point(self, anchor: Anchor) -> Point:
        if not isinstance(anchor, str):
            return self._metres(*anchor)
        if anchor not in self._spots:
            raise StoreError(tr("Exemplet går genom ”{name}”, som inte är någon av dess noder.").format(name=anchor))
        return self._spots[anchor]

    def _chain(self, example_object: ExampleObject) -> list[Point]:
        """The points a line goes through; the end at an area is its point nearest to where the line comes from."""
        anchors = example_object.anchors
        points = [None if anchor in self._areas else self._point(anchor) for anchor in anchors]
        for place, point in enumerate(points):
            if point is None:
                beside = points[place - 1 if place else 1] or self._middle(anchors[1 if place == 0 else place - 1])
                points[place] = min(self._areas[str(anchors[place])], key=lambda corner: math.dist(corner, beside))
        return [point for point in points if point is not None]

    def _middle(self, anchor: Anchor) -> Point:
        corners = self._areas[str(anchor)]
        return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)


def _to_metres() -> Callable[[float, float], Point]:
    """A function from longitude and latitude (WGS 84) to metres (EPSG:3006)."""
    from ...compat import GDAL_FAILED, raising_gdal
    from ..importing.crs import system_of, to_sweref

    change = to_sweref(system_of(4326))

    @raising_gdal()
    def metres(longitude: float, latitude: float) -> Point:
        try:
            x, y, _ = change.TransformPoint(longitude, latitude)
        except GDAL_FAILED:
            x = y = math.inf
        if not (math.isfinite(x) and math.isfinite(y)):
            raise StoreError(tr("Exemplets koordinater kunde inte räknas om till SWEREF 99 TM."))
        return round(x, 1), round(y, 1)

    return metres


def _multi(kind: str, bodies: Sequence[bytes]) -> bytes:
    head = struct.pack("<BI", 1, _ONE[kind])
    return struct.pack("<BII", 1, _MANY[kind], len(bodies)) + b"".join(head + body for body in bodies)


def _vertices(points: Sequence[Point]) -> bytes:
    return struct.pack("<I", len(points)) + b"".join(struct.pack("<2d", round(x, 1), round(y, 1)) for x, y in points)


def _ring(points: Sequence[Point]) -> bytes:
    return struct.pack("<I", 1) + _vertices(points)
