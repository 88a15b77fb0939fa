"""Small operations on areas and lines that every layer of the base data needs."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsGeometry, QgsRectangle, QgsWkbTypes

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
