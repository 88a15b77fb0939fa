"""The extent of a map: what bounds some shapes, with air around."""

from __future__ import annotations

from typing import Iterable

from qgis.core import QgsGeometry, QgsRectangle

_MARGIN_SHARE = 0.035
"""Share of the area's size left free around it on the map."""


def extent_around(shapes: Iterable[bytes], air: float = _MARGIN_SHARE) -> QgsRectangle:
    """What bounds the shapes (WKB), with a share of its size left free around it."""
    extent = QgsRectangle()
    extent.setMinimal()
    for wkb in shapes:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        extent.combineExtentWith(geometry.boundingBox())
    return extent.buffered(max(extent.width(), extent.height()) * air)
