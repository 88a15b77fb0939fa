"""How alike two drawn shapes are, from 0 to 1, within a tolerance that says how broad the brush is.

A place that is d metres from the other shape is 1 - d / (2 tolerance) alike, at least 0. Points: the worst of them.
Lines: the mean along the line. Areas: how much of each lies in the other, widened by a quarter of the tolerance. What
is least of the two ways counts. Metres, EPSG:3006.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import QgsGeometry, QgsPointXY

from ...compat import LINE_GEOMETRY, POINT_GEOMETRY

_SAMPLES, _BUFFER_SEGMENTS = 40, 4


def likeness(one: QgsGeometry, other: QgsGeometry, tolerance: float) -> float:
    """How alike two shapes are; 0 for shapes of different kinds, and for those that have nothing in common."""
    if one.isEmpty() or other.isEmpty() or one.type() != other.type():
        return 0.0
    if one.type() == POINT_GEOMETRY:
        return _points_likeness(_vertices(one), _vertices(other), tolerance)
    if one.type() == LINE_GEOMETRY:
        return min(_line_likeness(one, other, tolerance), _line_likeness(other, one, tolerance))
    first, second = _valid(one), _valid(other)
    return min(_area_likeness(first, second, tolerance), _area_likeness(second, first, tolerance))


def _points_likeness(one: Sequence[QgsPointXY], other: Sequence[QgsPointXY], tolerance: float) -> float:
    there = [min(math.sqrt(a.sqrDist(b)) for b in other) for a in one]
    back = [min(math.sqrt(a.sqrDist(b)) for a in one) for b in other]
    return _near(max(*there, *back), tolerance)


def _line_likeness(line: QgsGeometry, other: QgsGeometry, tolerance: float) -> float:
    """The mean along `line`, by evenly spaced points on it."""
    length = line.length()
    if not length:
        return 0.0
    spots = (line.interpolate(length * (place + 0.5) / _SAMPLES) for place in range(_SAMPLES))
    return math.fsum(_near(spot.distance(other), tolerance) for spot in spots) / _SAMPLES


def _near(distance: float, tolerance: float) -> float:
    return max(0.0, 1.0 - distance / (2 * tolerance))


def _area_likeness(area: QgsGeometry, other: QgsGeometry, tolerance: float) -> float:
    size = area.area()
    wider = other.buffer(tolerance / 4, _BUFFER_SEGMENTS)
    return min(1.0, area.intersection(wider).area() / size) if size else 0.0


def _valid(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isGeosValid() else geometry.makeValid()


def _vertices(geometry: QgsGeometry) -> list[QgsPointXY]:
    return [QgsPointXY(vertex) for vertex in geometry.vertices()]
