"""Readers of GeoPackage that are not QGIS's GDAL, each run as a script of its own: `other_readers.py READER FILE`.

pyogrio brings a GDAL of its own; SpatiaLite reads GeoPackage with its own code. Each prints a JSON object of layers.
"""

from __future__ import annotations

import json
import sqlite3
import sys


def with_pyogrio(path):
    import pyogrio

    found = {}
    for name, kind in pyogrio.list_layers(path):
        meta, _fids, shapes, columns = pyogrio.raw.read(path, layer=name)
        names = list(meta["fields"])
        first = {column: str(values[0]) for column, values in zip(names, columns) if len(values)}
        count = len(shapes) if shapes is not None else len(columns[0])
        found[name] = {"kind": kind, "crs": meta["crs"], "columns": names, "rows": count, "first": first}
    return found


def with_spatialite(path):
    connection = sqlite3.connect(path)
    connection.enable_load_extension(True)
    connection.load_extension("mod_spatialite")
    assert connection.execute("SELECT CheckGeoPackageMetaData()").fetchone() == (1,)
    connection.execute("SELECT AutoGPKGStart()")
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'vgpkg%'")]
    found = {}
    for table in tables:
        cursor = connection.execute(f'SELECT ST_GeometryType(geom), ST_IsValid(geom), ST_Srid(geom), * FROM "{table}"')
        names = [column[0] for column in cursor.description][3:]
        rows = cursor.fetchall()
        found[table.removeprefix("vgpkg_")] = {
            "kind": sorted({row[0] for row in rows}),
            "valid": all(row[1] == 1 for row in rows),
            "crs": sorted({row[2] for row in rows}),
            "columns": names,
            "rows": len(rows),
            "first": dict(zip(names, map(str, rows[0][3:]))) if rows else {},
        }
    return found


if __name__ == "__main__":
    print("JSON" + json.dumps({"pyogrio": with_pyogrio, "spatialite": with_spatialite}[sys.argv[1]](sys.argv[2])))
