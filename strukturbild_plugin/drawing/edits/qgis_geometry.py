"""Between QGIS's geometries and the plain points that store/geometry/curves.py works with. Metres, EPSG:3006."""

from __future__ import annotations

import math
from typing import Iterator, Sequence, Union

from qgis.core import QgsGeometry, QgsPoint, QgsPointXY, QgsWkbTypes

from ...catalogue.model import AREA, LINE, POINT
from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point, knots

Where = Union[Point, QgsPointXY, QgsPoint]

_KINDS = {
    int(QgsWkbTypes.geometryType(wkb_type)): kind
    for wkb_type, kind in (
        (QgsWkbTypes.Type.Point, POINT),
        (QgsWkbTypes.Type.LineString, LINE),
        (QgsWkbTypes.Type.Polygon, AREA),
    )
}


def xy(where: Where) -> Point:
    """A point as plain numbers. Raises StoreError when a coordinate is not finite."""
    x, y = (where.x(), where.y()) if isinstance(where, (QgsPointXY, QgsPoint)) else where
    if not (math.isfinite(x) and math.isfinite(y)):
        raise StoreError(tr("Punkten ligger utanför kartan. Klicka på kartan igen."))
    return float(x), float(y)


def kind_of(geometry: QgsGeometry) -> str:
    """The geometry kind, 'punkt', 'linje' or 'yta'; '' when there is nothing."""
    if geometry.isNull() or geometry.isEmpty():
        return ""
    return _KINDS.get(int(geometry.type()), "")


def points_geometry(points: Sequence[Point]) -> QgsGeometry:
    """A multipoint of `points` (EPSG:3006)."""
    return QgsGeometry.fromMultiPointXY([QgsPointXY(*point) for point in points])


def points_of(geometry: QgsGeometry) -> list[Point]:
    """The points of a (multi)point."""
    return [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]


def lines_geometry(lines: Sequence[Sequence[Point]]) -> QgsGeometry:
    """A multiline of `lines` (EPSG:3006)."""
    return QgsGeometry.fromMultiPolylineXY([[QgsPointXY(*point) for point in line] for line in lines])


def lines_of(geometry: QgsGeometry) -> list[list[Point]]:
    """The parts of a (multi)line; empty ones are left out."""
    parts = [geometry.constGet()] if not geometry.isMultipart() else geometry.constParts()
    found = [[(vertex.x(), vertex.y()) for vertex in part.vertices()] for part in parts if part is not None]
    return [part for part in found if len(part) > 1]


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
