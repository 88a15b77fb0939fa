"""Whether a shape lies in an area: one judgement of where objects lie, for what is stored and for what is counted."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsSpatialIndex

from ...compat import AREA_GEOMETRY, LINE_GEOMETRY

LEAST_SHARE = 0.01
"""So much of an object, or of the area, has to lie in the other: outlines are generalised, and slivers along a border
say nothing. Ours."""


def size_of(shape: QgsGeometry) -> float:
    """Metres of a line, square metres of an area; 0 of points."""
    if shape.type() == LINE_GEOMETRY:
        return float(shape.length())
    return float(shape.area()) if shape.type() == AREA_GEOMETRY else 0.0


def shared_with(shape: QgsGeometry, area: QgsGeometry) -> float:
    """How much of a line (metres) or an area (square metres) lies in `area`; 0 for nothing."""
    if not shape.intersects(area):
        return 0.0
    shared = shape.intersection(area)
    return float(shared.length() if shape.type() == LINE_GEOMETRY else shared.area())


def is_enough(shape: QgsGeometry, area: QgsGeometry, shared: float) -> bool:
    """Whether `shared` (as `shared_with`) is more than a sliver: for a line of it, for an area of either."""
    whole = size_of(shape)
    least = whole if shape.type() == LINE_GEOMETRY else min(whole, area.area())
    return bool(shared) and shared >= LEAST_SHARE * least


def lies_in(shape: QgsGeometry, area: QgsGeometry) -> bool:
    """Whether a point of `shape` is in the area, or enough of a line or an area is."""
    if shape.type() not in (LINE_GEOMETRY, AREA_GEOMETRY):
        return bool(shape.intersects(area))
    return is_enough(shape, area, shared_with(shape, area))


class AreaIndex:
    """Some areas by code (EPSG:3006), found by where they are."""

    def __init__(self, areas: Mapping[str, QgsGeometry]) -> None:
        self._codes = tuple(areas)
        self._index = QgsSpatialIndex()
        for place, shape in enumerate(areas.values()):
            feature = QgsFeature(place)
            feature.setGeometry(shape)
            self._index.addFeature(feature)

    def near(self, shape: QgsGeometry, metres: float = 1.0) -> list[str]:
        """The codes of the areas whose boxes a shape's box comes near, in order.

        A point's box has no area, and an index may leave it out: hence a metre.
        """
        box: QgsRectangle = shape.boundingBox().buffered(metres)
        return [self._codes[place] for place in sorted(self._index.intersects(box))]
