"""Read the richer real data beside the project, in degrees (WGS 84): places, networks, protected areas, rivers."""

from __future__ import annotations

import csv
import math
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from strukturbild_plugin.compat import ogr, osr, raising_gdal

Point = tuple[float, float]
"""Longitude and latitude, or in a network metres (EPSG:3006)."""

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@dataclass(frozen=True)
class Town:
    """A built-up area of 2020, or a place in a neighbouring country."""

    namn: str
    lan: str
    people: int
    at: Point


@dataclass(frozen=True)
class Protected:
    """A protected area: its name, size in hectares, hull and middle in degrees."""

    namn: str
    lan: str
    size: float
    hull: tuple[Point, ...]
    middle: Point


def is_there(data: Path = DATA) -> bool:
    """Whether the data lies beside the project."""
    return (data / "tatorter.csv").is_file()


def towns(data: Path = DATA) -> list[Town]:
    """The Swedish built-up areas, largest first."""
    with (data / "tatorter.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        Town(row["tatort"], row["lan_kod"], int(row["befolkning"]), (float(row["lon"]), float(row["lat"])))
        for row in rows
    ]
    return sorted(found, key=lambda town: (-town.people, town.namn))


def neighbours(data: Path = DATA) -> list[Town]:
    """Places abroad, largest first; `lan` is the country's code."""
    found = [
        Town(row["namn"], row["land"], row["befolkning"] or 0, _degrees(*_xy(shape)))
        for row, shape in _rows(data / "orter_norden.gpkg", "orter_norden")
        if row["land"] != "SE"
    ]
    return sorted(found, key=lambda town: (-town.people, town.namn))


def commuting(data: Path = DATA) -> dict[tuple[str, str], int]:
    """Commuters in both directions between two municipalities of Norrbotten, 2024."""
    sums: dict[tuple[str, str], int] = {}
    with (data / "pendling_norrbotten_2024.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, other = sorted((row["bostad"], row["arbete"]))
            if one != other:
                sums[one, other] = sums.get((one, other), 0) + int(row["sysselsatta"])
    return sums


def protected(lan_names: tuple[str, ...], least: float, data: Path = DATA) -> list[Protected]:
    """Protected areas of at least `least` hectares in these län (names), largest first."""
    found = []
    for row, shape in _rows(data / "skyddade_omraden.gpkg", "skyddade_ytor"):
        if row["area_ha"] >= least and any(name in row["lan"] for name in lan_names):
            around = shape.ConvexHull()  # held on to: a ring is gone with its polygon
            ring = around.GetGeometryRef(0)
            hull = tuple(_degrees(*ring.GetPoint_2D(number)) for number in range(ring.GetPointCount() - 1))
            found.append(Protected(row["namn"], row["lan"], row["area_ha"], hull, _degrees(*_xy(shape.Centroid()))))
    return sorted(found, key=lambda area: (-area.size, area.namn))


@raising_gdal()
def river(called: list[str], data: Path = DATA) -> list[Point]:
    """The longest run of a river, in degrees, schematised; `called`: the names of its parts in the source."""
    whole = ogr.Geometry(ogr.wkbMultiLineString)
    for row, shape in _rows(data / "vatten.gpkg", "vattendrag"):
        if row["namn"] in called:
            for part in range(shape.GetGeometryCount()):
                whole.AddGeometry(shape.GetGeometryRef(part))
    merged = ogr.ForceToMultiLineString(ogr.ForceToLineString(whole))
    parts = [merged.GetGeometryRef(number) for number in range(merged.GetGeometryCount())]
    line = max(parts, key=lambda part: part.Length()).Simplify(5000)
    return [_degrees(*line.GetPoint_2D(number)) for number in range(line.GetPointCount())]


def edges(layer: str, data: Path = DATA) -> list[tuple[Point, Point, float]]:
    """The pieces of a network (`vagar` or `jarnvag`): from, to in metres, and length in kilometres."""
    return [
        (shape.GetPoint_2D(0), shape.GetPoint_2D(shape.GetPointCount() - 1), row["langd_km"])
        for row, shape in _rows(data / "vagar_jarnvag.gpkg", layer)
    ]


@lru_cache(maxsize=2)
@raising_gdal()
def _changer(start: int, end: int) -> Callable[[float, float], Point]:
    systems = []
    for code in (start, end):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    change = osr.CoordinateTransformation(*systems)
    return raising_gdal()(lambda x, y: change.TransformPoint(x, y)[:2])


def to_metres(longitude: float, latitude: float) -> Point:
    """EPSG:3006 from degrees."""
    return _changer(4326, 3006)(longitude, latitude)


def _degrees(x: float, y: float) -> Point:
    longitude, latitude = _changer(3006, 4326)(x, y)
    return round(longitude, 4), round(latitude, 4)


to_degrees = _degrees


def length(line: list[Point]) -> float:
    """Of a line in metres."""
    return sum(math.dist(one, other) for one, other in zip(line, line[1:]))


def _xy(shape: Any) -> Point:
    return shape.GetX(), shape.GetY()


@raising_gdal()
def _rows(file: Path, layer: str) -> list[tuple[dict[str, Any], Any]]:
    """Attributes and geometry of every feature, from a copy: opening a GeoPackage may change it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        source = ogr.Open(str(copy))
        rows = [(feature.items(), feature.GetGeometryRef().Clone()) for feature in source.GetLayerByName(layer)]
        source = None
    return rows
