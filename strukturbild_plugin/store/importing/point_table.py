"""Tables of coordinates: CSV as Excel and statistics programs write it, with east and north, lon and lat, or WKT."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Mapping, Sequence

_WKT = ("wkt", "geom", "geometry", "geometri", "the_geom", "wkt_geom")
_LON_LAT = (("lon", "lat"), ("long", "lat"), ("lng", "lat"), ("longitude", "latitude"), ("longitud", "latitud"))
_EAST_NORTH = (
    ("e", "n"),
    ("x", "y"),
    ("east", "north"),
    ("easting", "northing"),
    ("ost", "nord"),
    ("öst", "nord"),
    ("sweref99_e", "sweref99_n"),
    ("x_koord", "y_koord"),
    ("xkoord", "ykoord"),
    ("x-koordinat", "y-koordinat"),
)


@dataclass(frozen=True)
class PointColumns:
    """Where a table keeps its geometry: one WKT column, or two with east and north (or longitude and latitude)."""

    wkt: str = ""
    east: str = ""
    north: str = ""
    degrees: bool = False
    """True when the column names say longitude and latitude: that is WGS 84."""

    def geometry(self, values: Mapping[str, Any]) -> Any:
        """The geometry (ogr) of a row, or None."""
        from ...compat import GDAL_FAILED, ogr

        if self.wkt:
            text = str(values.get(self.wkt) or "").strip()
            text = text.split(";", 1)[1] if text.upper().startswith("SRID=") and ";" in text else text
            try:
                return ogr.CreateGeometryFromWkt(text) if text else None
            except GDAL_FAILED:
                return None
        east, north = number(values.get(self.east)), number(values.get(self.north))
        if east is None or north is None:
            return None
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(east, north)
        return point


def point_columns(columns: Sequence[str]) -> PointColumns | None:
    """How the table with these columns gives its geometry; None when nothing says so."""
    named = {column.strip().casefold(): column for column in columns}
    for wkt in _WKT:
        if wkt in named:
            return PointColumns(wkt=named[wkt])
    for pairs, degrees in ((_EAST_NORTH, False), (_LON_LAT, True)):
        for east, north in pairs:
            if east in named and north in named:
                return PointColumns(east=named[east], north=named[north], degrees=degrees)
    return None


def number(value: Any) -> float | None:
    """A number as people write it: '6 583 244,5' or 6583244.5; None when it is no number."""
    if isinstance(value, (int, float)):
        return float(value) if math.isfinite(value) else None
    text = "".join(str(value or "").split()).replace("\u2212", "-")
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None
