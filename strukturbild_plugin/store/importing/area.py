"""Outlines that what is imported is tried against: the strukturbild's own area, Sweden and the countries around it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Sequence

from ... import paths
from ...compat import GDAL_FAILED, ogr, raising_gdal
from ...errors import StoreError
from ..create.regions import base_data, state_of, swedish_regions
from ..gpkg.records import Area
from ..gpkg.wkb import from_blob
from .crs import in_sweden

MARGIN_M = 5_000.0
"""Metres outside the strukturbild's outline that still belong to it: a town at the border matters on both
sides of it, and coasts are drawn differently."""
SWEDEN = "SE"
_WATERS_M = 12_000.0
"""Metres of coast and large lakes that are Sweden too."""
_AREA_DIMENSION = 2
_MIN_SHARED = 0.05
"""Share of an area that must lie inside the outline itself: neighbouring municipalities only share a border with it."""


class Outline:
    """Areas (WKB, EPSG:3006, metres) as one, `margin_m` wider; asking it is cheap however many ask."""

    def __init__(self, wkbs: Sequence[bytes], margin_m: float = 0.0) -> None:
        with raising_gdal():
            whole = ogr.Geometry(ogr.wkbMultiPolygon)
            for wkb in wkbs:
                shape = ogr.CreateGeometryFromWkb(wkb)
                for place in range(shape.GetGeometryCount()):
                    whole.AddGeometry(shape.GetGeometryRef(place))
            self._inner = whole.Buffer(0.0)
            self._shape = whole.Buffer(margin_m, 4)
            self._prepared = self._shape.CreatePreparedGeometry()
            self._west, self._east, self._south, self._north = self._shape.GetEnvelope()

    def holds(self, x: float, y: float) -> bool:
        """Whether a point (EPSG:3006, metres) lies inside."""
        if not (self._west <= x <= self._east and self._south <= y <= self._north):
            return False
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        return bool(self._prepared.Intersects(point))

    def touches(self, shape: Any) -> bool:
        """Whether some of a geometry (ogr, EPSG:3006) lies inside; of an area, more than a shared border."""
        west, east, south, north = shape.GetEnvelope()
        if west > self._east or east < self._west or south > self._north or north < self._south:
            return False
        try:
            if not self._prepared.Intersects(shape):
                return False
            if shape.GetDimension() < _AREA_DIMENSION or self._prepared.Contains(shape):
                return True
            shared = shape.Intersection(self._inner).GetArea()
            return bool(shared >= _MIN_SHARED * min(shape.GetArea(), self._inner.GetArea()))
        except GDAL_FAILED:
            return True  # what cannot be judged is not left out


def outline_of(areas: Sequence[Area]) -> Outline | None:
    """The strukturbild's area with its margin; None when it has no outline."""
    wkbs = [area.wkb for area in areas if area.wkb]
    return Outline(wkbs, MARGIN_M) if wkbs else None


def lies_in_sweden(x: float, y: float) -> bool:
    """Whether a point (EPSG:3006, metres) lies in Sweden or its waters: by the base data's län, else coarsely."""
    outline = _sweden(*state_of(paths.BASE_DATA), _WATERS_M)
    return outline.holds(x, y) if outline else in_sweden(x, y)


def country_at(x: float, y: float) -> str:
    """The country (ISO code) of a point (EPSG:3006, metres); '' when the base data do not say."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return ""
    state = state_of(paths.BASE_DATA)
    land = _sweden(*state, 0.0)
    if land is not None and land.holds(x, y):
        return SWEDEN
    found = next((iso for iso, outline in _neighbours(*state) if outline.holds(x, y)), "")
    return found or (SWEDEN if lies_in_sweden(x, y) else "")


@lru_cache(maxsize=2)
def municipality_codes(_path: str, _changed: int) -> frozenset[str]:
    """The codes of Sweden's municipalities; none without base data."""
    try:
        with base_data() as database:
            rows = database.execute("SELECT kommun_kod FROM kommuner").fetchall()
    except StoreError:
        return frozenset()
    return frozenset(str(code) for (code,) in rows)


@lru_cache(maxsize=4)
def _sweden(_path: str, _changed: int, margin_m: float) -> Outline | None:
    try:
        return Outline([region.wkb for region in swedish_regions()], margin_m)
    except StoreError:
        return None


@lru_cache(maxsize=2)
def _neighbours(_path: str, _changed: int) -> tuple[tuple[str, Outline], ...]:
    try:
        with base_data() as database:
            rows = database.execute("SELECT iso, geom FROM grannlander").fetchall()
    except StoreError:
        return ()
    shapes = ((iso, from_blob(blob)) for iso, blob in rows if iso != SWEDEN)
    return tuple((iso, Outline([wkb])) for iso, wkb in shapes if wkb)
