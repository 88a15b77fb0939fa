"""Small sources to import from, written as a planner might have them, and a look at what arrived."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Mapping, Sequence

from osgeo import ogr, osr

from strukturbild_plugin.store.gpkg.records import ObjectRecord
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

KARLSTAD = (414979.0, 6583244.0)
OREBRO = (511775.0, 6570594.0)
NOWHERE = "NOWHERE"
KARLSTAD_DEGREES = (13.5036, 59.3793)


def write_layer(
    path: Path,
    shapes: Sequence[str],
    epsg: int | None = 3006,
    values: Sequence[Mapping[str, Any]] = (),
    driver: str = "GPKG",
    kind: int = ogr.wkbUnknown,
    name: str = "lager",
) -> Path:
    """A file with one layer: WKT shapes as they stand, labelled with `epsg`, and text values by column."""
    columns = list(dict.fromkeys(column for row in values for column in row))
    system = osr.SpatialReference() if epsg else None
    if system is not None:
        system.ImportFromEPSG(epsg)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer(name, system, kind)
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    layer.StartTransaction()
    for place, shape in enumerate(shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        for column, value in (values[place] if place < len(values) else {}).items():
            feature.SetField(column, value)
        feature.SetGeometry(_shape(shape))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path


def _shape(wkt: str) -> Any:
    """The geometry of WKT; '' is none, and NOWHERE a line through what is no number."""
    if wkt != NOWHERE:
        return ogr.CreateGeometryFromWkt(wkt) if wkt else None
    line = ogr.Geometry(ogr.wkbLineString)
    line.AddPoint_2D(*KARLSTAD)
    line.AddPoint_2D(float("nan"), KARLSTAD[1])
    return line


def write_geojson(path: Path, shapes: Sequence[Mapping[str, Any]], **values: Sequence[Any]) -> Path:
    """A GeoJSON of geometries, with one list of values for each column."""
    features = [
        {"type": "Feature", "properties": {name: each[i] for name, each in values.items()}, "geometry": shape}
        for i, shape in enumerate(shapes)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def point(place: tuple[float, float]) -> str:
    """A point as WKT."""
    return f"POINT({place[0]} {place[1]})"


def square(place: tuple[float, float], size: float = 5000.0) -> str:
    """A square as WKT, `place` in its lower left corner."""
    x, y = place
    return f"POLYGON(({x} {y},{x + size} {y},{x + size} {y + size},{x} {y + size},{x} {y}))"


def objects_in(path: Path, klass: str = "") -> list[ObjectRecord]:
    """The objects of a strukturbild, by name."""
    found = [thing for thing in read_snapshot(path).objects if not klass or thing.klass == klass]
    return sorted(found, key=lambda thing: thing.namn)


def shape_of(thing: ObjectRecord) -> Any:
    """The geometry (ogr) of an object."""
    return ogr.CreateGeometryFromWkb(thing.wkb)


def centre_of(thing: ObjectRecord) -> tuple[float, float]:
    """The middle of an object's extent."""
    west, east, south, north = shape_of(thing).GetEnvelope()
    return (west + east) / 2, (south + north) / 2


def content_of(path: Path) -> str:
    """A fingerprint of everything a file's tables hold."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return hashlib.sha256("\n".join(database.iterdump()).encode()).hexdigest()


class StopsAt:
    """A user who cancels when the bar has come to `percent`."""

    def __init__(self, percent: float) -> None:
        self.percent, self.reached = percent, 0.0

    def setProgress(self, progress: float) -> None:
        self.reached = max(self.reached, progress)

    def isCanceled(self) -> bool:
        return self.reached >= self.percent


def write_table(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """A CSV as Excel writes it in Sweden: semicolons, one header row."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [columns, *([str(row.get(column, "")) for column in columns] for row in rows)]
    path.write_text("".join(";".join(line) + "\n" for line in lines), encoding="utf-8")
    return path
