"""Files in the formats that regions get, written as their programs write them, and what is read of them."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any, Callable

import openpyxl
from osgeo import gdal, ogr, osr

from strukturbild_plugin.store.importing.crs import to_sweref
from strukturbild_plugin.store.importing.source import open_source
from tests.store.importing.helpers import KARLSTAD, KARLSTAD_DEGREES, point, write_layer

ORT = {"namn": "Åmål"}
LINE_WKT = f"LINESTRING({KARLSTAD[0]} {KARLSTAD[1]},{KARLSTAD[0] + 900} {KARLSTAD[1]})"


def read(source: Path, name: str = "") -> tuple[list[dict[str, Any]], list[tuple[float, float]]]:
    """The values of a layer, and the middle of each geometry in SWEREF 99 TM."""
    values, places = [], []
    with open_source(source) as opened:
        layer = opened.layer(name)
        move = to_sweref(layer.system) if layer.system is not None else None
        for row in layer.rows():
            values.append(dict(row.values))
            if row.geometry is not None:
                west, east, south, north = row.geometry.GetEnvelope()
                middle = ((west + east) / 2, (south + north) / 2)
                places.append(move.TransformPoint(*middle)[:2] if move else middle)
    return values, places


def spreadsheet(path: Path) -> Path:
    """A sheet as they come: a title, empty rows, numbers as text, a date, a percentage, and a sheet of notes first."""
    book = openpyxl.Workbook()
    book.active.title = "Läs mig"
    book.active.append(["Uppgifter från kommunerna"])
    sheet = book.create_sheet("Tätorter")
    for row in (
        ["Tätorter 2024"], [], ["Namn", "Öst", "Norr", "Kod", "Andel"],
        ["Åmål", KARLSTAD[0], KARLSTAD[1], "0017", 0.123], [], ["Kil", "404 000,5", "6 597 000", "0018", 1],
    ):  # fmt: skip
        sheet.append(row)
    if path.suffix == ".ods":
        gdal.VectorTranslate(str(path), _saved(book, path.with_suffix(".xlsx")), format="ODS")
    else:
        book.save(path)
    return path


def _saved(book: openpyxl.Workbook, path: Path) -> str:
    book.save(path)
    return str(path)


def gml(path: Path) -> Path:
    """What a WFS answers: the northing first, as the URN of the system has it, and a schema to fetch."""
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
        'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:a="http://127.0.0.1:9/a" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xsi:schemaLocation="http://127.0.0.1:9/a http://127.0.0.1:9/a.xsd"><wfs:member><a:ort gml:id="ort.1">'
        "<a:namn>Åmål</a:namn><a:del xlink:href='http://127.0.0.1:9/b.gml#c'/><a:geom>"
        '<gml:Point gml:id="p" srsName="urn:ogc:def:crs:EPSG::3006">'
        f"<gml:pos>{KARLSTAD[1]} {KARLSTAD[0]}</gml:pos></gml:Point></a:geom></a:ort></wfs:member>"
        "</wfs:FeatureCollection>",
        encoding="utf-8",
    )
    return path


def spatialite(path: Path) -> Path:
    """An SQLite database with a layer, a view that is SQL of somebody else's, and a table that is another file."""
    data = ogr.GetDriverByName("SQLite").CreateDataSource(str(path), ["SPATIALITE=YES", "INIT_WITH_EPSG=NO"])
    _one_place(data)
    del data
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW vy AS SELECT load_extension('x')")
        database.execute("PRAGMA writable_schema = ON")
        sql = f"CREATE VIRTUAL TABLE utifran USING VirtualText('{path}', 'utf-8', 0)"
        database.execute("INSERT INTO sqlite_master VALUES ('table', 'utifran', 'utifran', 0, ?)", (sql,))
    return path


def geodatabase(path: Path) -> Path:
    _one_place(ogr.GetDriverByName("OpenFileGDB").CreateDataSource(str(path)))
    return path


def _one_place(data: Any) -> None:
    system = osr.SpatialReference()
    system.ImportFromEPSG(3006)
    layer = data.CreateLayer("orter", system, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("namn", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature["namn"] = "Åmål"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(point(KARLSTAD)))
    layer.CreateFeature(feature)


def esri_json(path: Path) -> Path:
    feature = {"attributes": ORT, "geometry": {"x": KARLSTAD[0], "y": KARLSTAD[1]}}
    fields = [{"name": "namn", "type": "esriFieldTypeString", "alias": "Namn", "length": 50}]
    head = {"geometryType": "esriGeometryPoint", "spatialReference": {"wkid": 3006}, "fields": fields}
    path.write_text(json.dumps({**head, "features": [feature]}), encoding="utf-8")
    return path


def zipped(path: Path, *files: Path, inside: str = "Län/data/") -> Path:
    """The files and what belongs to them in a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            for each in sorted(file.parent.glob(f"{file.stem}.*")):
                archive.write(each, inside + each.name)
    return path


def zipped_shapefile(path: Path) -> Path:
    return zipped(
        path, write_layer(path.with_suffix(".shp"), [point(KARLSTAD)], 3006, [ORT], "ESRI Shapefile", ogr.wkbPoint)
    )


def kmz(path: Path) -> Path:
    marks = "<Placemark><name>Åmål</name><Point><coordinates>{},{}</coordinates></Point></Placemark>".format(
        *KARLSTAD_DEGREES
    )
    link = "<NetworkLink><Link><href>http://127.0.0.1:9/mer.kml</href></Link></NetworkLink>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "doc.kml", f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}{link}</Document></kml>'
        )
    return path


WRITERS: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "t.xlsx": ("Namn", spreadsheet),
    "t.ods": ("Namn", spreadsheet),
    "w.gml": ("namn", gml),
    "w.xml": ("namn", gml),
    "s.sqlite": ("namn", spatialite),
    "g.gdb": ("namn", geodatabase),
    "e.json": ("namn", esri_json),
    "z.zip": ("namn", zipped_shapefile),
    "k.kmz": ("Name", kmz),
}
