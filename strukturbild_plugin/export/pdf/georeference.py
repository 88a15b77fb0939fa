"""Where on earth the maps of a PDF page lie, after ISO 32000-2, 12.9 and 12.10 (viewports and geospatial measure).

One viewport per map, as large as the map: what is beside the map has no coordinates. Read by QGIS, GDAL and Acrobat.
"""

from __future__ import annotations

from typing import Any, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsPointXY,
)

from ... import compat
from ...bundled import pypdf
from ...store.geometry.transforms import transform_between
from .reader import POINTS_PER_MM

_UNIT_SQUARE = (0, 0, 0, 1, 1, 1, 1, 0)
"""Corners of a viewport: lower left, upper left, upper right, lower right."""
_DECIMALS = 9


def georeference(page: Any, maps: Sequence[QgsLayoutItemMap], writer: Any) -> None:
    """Give the page (of a pypdf writer) a viewport for each of `maps`, which lie on it."""
    generic = pypdf().generic
    name = generic.NameObject
    viewports = [_viewport(page, item, writer) for item in maps if item.crs().isValid()]
    page.pop("/VP", None)
    if viewports:
        page[name("/VP")] = generic.ArrayObject(viewports)


def _viewport(page: Any, item: QgsLayoutItemMap, writer: Any) -> Any:
    generic = pypdf().generic
    name = generic.NameObject
    measure = generic.DictionaryObject(
        {
            name("/Type"): name("/Measure"),
            name("/Subtype"): name("/GEO"),
            name("/Bounds"): _numbers(_UNIT_SQUARE),
            name("/LPTS"): _numbers(_UNIT_SQUARE),
            name("/GPTS"): _numbers(_corners(item)),
            name("/GCS"): writer._add_object(_system(item.crs())),
        }
    )
    return writer._add_object(
        generic.DictionaryObject(
            {
                name("/Type"): name("/Viewport"),
                name("/Name"): generic.TextStringObject(item.id() or "karta"),
                name("/BBox"): _numbers(_box(page, item)),
                name("/Measure"): writer._add_object(measure),
            }
        )
    )


def _box(page: Any, item: QgsLayoutItemMap) -> tuple[float, ...]:
    """The map's frame on the page in points: left, lower, right, upper. Drawing starts at the upper left corner."""
    place, size = item.pagePos(), item.rect()
    left, top = place.x() * POINTS_PER_MM, float(page.mediabox.top) - place.y() * POINTS_PER_MM
    right, lower = left + size.width() * POINTS_PER_MM, top - size.height() * POINTS_PER_MM
    return (left, lower, right, top)


def _corners(item: QgsLayoutItemMap) -> list[float]:
    """Latitude and longitude of the corners that `_UNIT_SQUARE` names."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = transform_between(item.crs(), degrees)
    upper_left, upper_right, lower_right, lower_left = list(item.visibleExtentPolygon())[:4]
    found: list[float] = []
    for corner in (lower_left, upper_left, upper_right, lower_right):
        point = transform.transform(QgsPointXY(corner))
        found += [point.y(), point.x()]
    return found


def _system(crs: QgsCoordinateReferenceSystem) -> Any:
    generic = pypdf().generic
    name = generic.NameObject
    kind = "/GEOGCS" if crs.isGeographic() else "/PROJCS"
    found = generic.DictionaryObject({name("/Type"): name(kind)})
    authority, _, number = crs.authid().partition(":")
    if authority == "EPSG" and number.isdigit():
        found[name("/EPSG")] = generic.NumberObject(int(number))
    found[name("/WKT")] = generic.TextStringObject(crs.toWkt(compat.WKT_ESRI))
    return found


def _numbers(values: Sequence[float]) -> Any:
    generic = pypdf().generic
    return generic.ArrayObject([generic.FloatObject(f"{value:.{_DECIMALS}f}") for value in values])
