"""Geometries as the rules read them: from WKB, in points and in lines."""

from __future__ import annotations

import math
import struct
from typing import Sequence

from qgis.core import QgsGeometry, QgsPointXY

from ...compat import LINE_GEOMETRY, POINT_GEOMETRY

Part = Sequence[QgsPointXY]


def read_wkb(wkb: bytes | None) -> QgsGeometry | None:
    """The geometry in `wkb`; None when there is none or it cannot be read."""
    if not wkb or len(wkb) < struct.calcsize("<BI"):
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return None if geometry.isNull() or geometry.isEmpty() else geometry


def points_of(geometry: QgsGeometry) -> list[QgsPointXY]:
    """The points of a point geometry, single or multi; none of another kind, and none that are nowhere."""
    if geometry.type() != POINT_GEOMETRY:
        return []
    points = list(geometry.asMultiPoint()) if geometry.isMultipart() else [geometry.asPoint()]
    return [point for point in points if finite(point)]


def lines_of(geometry: QgsGeometry) -> list[Part]:
    """The lines of a line geometry, single or multi, without those of a single point; none of another kind."""
    if geometry.type() != LINE_GEOMETRY or not geometry.boundingBox().isFinite():
        return []
    lines = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
    return [line for line in lines if len(line) > 1]


def finite(point: QgsPointXY) -> bool:
    """Whether the point is somewhere."""
    return math.isfinite(point.x()) and math.isfinite(point.y())
