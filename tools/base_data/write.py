"""Writes the base data as a GeoPackage, the same bytes every time."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Sequence

from qgis.core import QgsGeometry, QgsWkbTypes

from strukturbild_plugin.compat import gdal, ogr, osr
from tools.base_data.sources import BaseDataError

WRITTEN = "2025-01-01T00:00:00.000Z"
"""The time stamp inside the file: fixed, so that the same sources give the same bytes."""
GRID_M = 0.1
"""Coordinates are kept to the decimetre; the sources are good to some hundred metres."""


class Table(NamedTuple):
    """A layer to write: text columns unless named in `numbers`; `kind` is an ogr.wkb constant, wkbNone for a table."""

    name: str
    kind: int
    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]
    """Values by column, and the geometry last when there is one."""
    numbers: tuple[str, ...] = ()


def write_base(path: Path, tables: Sequence[Table]) -> None:
    """Make `path` anew from `tables`."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", WRITTEN)
    system = osr.SpatialReference()
    system.ImportFromEPSG(3006)
    try:
        options = ["VERSION=1.2", "ADD_GPKG_OGR_CONTENTS=NO"]
        target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=options)
        for table in tables:
            _write_table(target, table, system)
        del target
    except RuntimeError as error:
        raise BaseDataError(f"Kan inte skriva {path.name}: {error}") from error
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")
    for rest in ("-wal", "-shm"):
        Path(f"{path}{rest}").unlink(missing_ok=True)


def _write_table(target: ogr.DataSource, table: Table, system: osr.SpatialReference) -> None:
    spatial = table.kind != ogr.wkbNone
    options = ["GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES"] if spatial else []
    layer = target.CreateLayer(table.name, system if spatial else None, table.kind, options)
    for column in table.columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTInteger64 if column in table.numbers else ogr.OFTString))
    layer.StartTransaction()
    for row in table.rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for column, value in zip(table.columns, row):
            feature.SetField(column, value)
        if spatial:
            feature.SetGeometry(_stored(row[-1], table))  # type: ignore[arg-type]
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _stored(geometry: QgsGeometry, table: Table) -> ogr.Geometry:
    snapped = geometry.snappedToGrid(GRID_M, GRID_M)
    if not snapped.isGeosValid():
        snapped = geometry
    if table.kind != ogr.wkbPoint and not QgsWkbTypes.isMultiType(snapped.wkbType()):
        snapped.convertToMultiType()
    if snapped.isEmpty():
        raise BaseDataError(f"Lagret {table.name}: en rad har ingen geometri.")
    return ogr.CreateGeometryFromWkb(bytes(snapped.asWkb()))


def replace(made: Path, wanted: Path) -> None:
    """Put the finished file in its place at once."""
    os.replace(made, wanted)
