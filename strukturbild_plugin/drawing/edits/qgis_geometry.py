"""Between QGIS's geometries and the plain points that store/geometry/curves.py works with. Metres, EPSG:3006."""

from __future__ import annotations

import math
from typing import Sequence, Union

from qgis.core import QgsGeometry, QgsPoint, QgsPointXY, QgsWkbTypes

from ...catalogue.model import AREA, LINE, POINT
from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point

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
