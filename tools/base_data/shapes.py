"""Small operations on areas and lines that every layer of the base data needs."""

from __future__ import annotations

import math
from typing import Iterable, Sequence

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

BOX = QgsRectangle(-500_000, 5_800_000, 1_600_000, 8_000_000)
"""EPSG:3006. All of Sweden at once with 150 km around fits with room to spare, so no map shows the clip edges."""


def united(parts: Iterable[QgsGeometry]) -> QgsGeometry:
    """The union of areas."""
    return areas(QgsGeometry.unaryUnion([part for part in parts if not part.isEmpty()]))


def clipped(geometry: QgsGeometry) -> QgsGeometry:
    """The part of an area within BOX."""
    return areas(valid(geometry).intersection(QgsGeometry.fromRect(BOX)))


def valid(geometry: QgsGeometry) -> QgsGeometry:
    """`geometry`, repaired where needed."""
    return geometry if geometry.isGeosValid() else areas(geometry.makeValid())


def simplified(area: QgsGeometry, tolerance: float) -> QgsGeometry:
    """`area` with fewer corners, its rings off by `tolerance` at most (Douglas-Peucker); they may cross afterwards.

    Written out, since QGIS's own `simplify` answers differently with each version of GEOS, and the outline of a
    strukturbild is part of its fingerprint.
    """
    polygons = area.asMultiPolygon() if area.isMultipart() else [area.asPolygon()]
    return QgsGeometry.fromMultiPolygonXY(
        [[_simple_ring(ring, tolerance) for ring in polygon] for polygon in polygons if polygon]
    )


def areas(geometry: QgsGeometry, smallest: float = 0.0) -> QgsGeometry:
    """Only the areas of `geometry` larger than `smallest` m2, as a multipolygon; empty when there is none."""
    return _kept(geometry, QgsWkbTypes.PolygonGeometry, lambda part: part.area() > smallest)


def lines(geometry: QgsGeometry, shortest: float = 0.0) -> QgsGeometry:
    """Only the lines of `geometry` longer than `shortest` m, joined, as a multilinestring; empty when there is none."""
    only = _kept(geometry, QgsWkbTypes.LineGeometry, lambda part: part.length() > 0)
    if only.isEmpty():
        return only
    return _kept(only.mergeLines(), QgsWkbTypes.LineGeometry, lambda part: part.length() > shortest)


def parts(geometry: QgsGeometry) -> list[QgsGeometry]:
    """The single parts of `geometry`."""
    return [] if geometry.isEmpty() else geometry.asGeometryCollection()


def _kept(geometry, kind, keep) -> QgsGeometry:  # type: ignore[no-untyped-def]
    found = [part for part in parts(geometry) if QgsWkbTypes.geometryType(part.wkbType()) == kind and keep(part)]
    return QgsGeometry.collectGeometry(found) if found else QgsGeometry()


def _simple_ring(ring: Sequence[QgsPointXY], tolerance: float) -> list[QgsPointXY]:
    spots = [(point.x(), point.y()) for point in ring]
    kept, open_sections = {0, len(ring) - 1}, [(0, len(ring) - 1, 1)]
    while open_sections:
        start, end, depth = open_sections.pop()
        if end - start < 2:
            continue
        farthest = max(range(start + 1, end), key=lambda place: _to_segment(spots[place], spots[start], spots[end]))
        # Of a ring four corners are kept, the first of them twice: fewer enclose nothing.
        if depth < 3 or _to_segment(spots[farthest], spots[start], spots[end]) > tolerance:
            kept.add(farthest)
            open_sections += [(start, farthest, depth + 1), (farthest, end, depth + 1)]
    return [ring[place] for place in sorted(kept)]


def _to_segment(spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x * along_x + along_y * along_y
    part = 0.0
    if length:
        part = ((spot[0] - start[0]) * along_x + (spot[1] - start[1]) * along_y) / length
        part = min(1.0, max(0.0, part))
    # sqrt is exact to the last bit on every machine; hypot need not be
    across_x, across_y = start[0] + part * along_x - spot[0], start[1] + part * along_y - spot[1]
    return math.sqrt(across_x * across_x + across_y * across_y)
