"""Small sources of two places, Åmål and Örebro, in any format and any encoding, rightly or wrongly labelled."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from osgeo import ogr

from tests.store.importing.helpers import point, write_layer

PLACES = {"Åmål": (12.7046, 59.0511), "Örebro": (15.2066, 59.2741)}
COLUMN = "Tätort"
METRES = ((370800.0, 6548000.0), (511775.0, 6570594.0))


def shapefile(path: Path, written: str, cpg: str | None = None, ldid: int = 0) -> Path:
    """A shapefile whose .dbf is `written` in one encoding and labelled with a .cpg, a byte in the .dbf, or nothing."""
    _with_letters(path, "ESRI Shapefile", path.with_suffix(".dbf"), written)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg is not None:
        path.with_suffix(".cpg").write_text(cpg, encoding="ascii")
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[29] = ldid
    path.with_suffix(".dbf").write_bytes(table)
    return path


def flatgeobuf(path: Path, written: str) -> Path:
    """The two places as FlatGeobuf, which should be in UTF-8."""
    return _with_letters(path, "FlatGeobuf", path, written)


def _with_letters(path: Path, driver: str, part: Path, written: str) -> Path:
    """GDAL writes plain letters, as many as the real ones have bytes; those are put in afterwards."""
    stands_in = {text.encode(written): mark * len(text.encode(written)) for text, mark in zip((*PLACES, COLUMN), "QXZ")}
    *names, column = stands_in.values()
    shapes = [point(place) for place in METRES]
    write_layer(path, shapes, values=[{column: name} for name in names], driver=driver, kind=ogr.wkbPoint)
    data = part.read_bytes()
    for real, plain in stands_in.items():
        data = data.replace(plain.encode(), real)
    part.write_bytes(data)
    return path


def csv_text() -> str:
    """The two places as a table."""
    rows = [f"{name};{x};{y}" for name, (x, y) in zip(PLACES, METRES)]
    return "\n".join((f"{COLUMN};x;y", *rows, ""))


def geojson_text() -> str:
    """The two places as GeoJSON, its letters written out."""
    features = ",".join(
        f'{{"type":"Feature","properties":{{"{COLUMN}":"{name}"}},"geometry":{{"type":"Point","coordinates":[{x},{y}]}}}}'
        for name, (x, y) in PLACES.items()
    )
    return f'{{"type":"FeatureCollection","name":"öar","features":[{features}]}}'


def kml_text(declared: str = "UTF-8") -> str:
    """The two places as KML that says it is in the encoding `declared`."""
    marks = "".join(
        f"<Placemark><name>{name}</name><Point><coordinates>{x},{y}</coordinates></Point></Placemark>"
        for name, (x, y) in PLACES.items()
    )
    head = f'<?xml version="1.0" encoding="{declared}"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'
    return f"{head}<Document><Folder><name>Öar</name>{marks}</Folder></Document></kml>"


def gpx_text(declared: str = "UTF-8") -> str:
    """The two places as GPX."""
    marks = "".join(f'<wpt lat="{y}" lon="{x}"><name>{name}</name></wpt>' for name, (x, y) in PLACES.items())
    head = f'<?xml version="1.0" encoding="{declared}"?>\n<gpx version="1.1" creator="prov"'
    return f'{head} xmlns="http://www.topografix.com/GPX/1/1">{marks}</gpx>'


def mapinfo(path: Path, written: str, charset: str) -> Path:
    """The two places as MapInfo MIF and MID."""
    points = "".join(f"POINT {x} {y}\n" for x, y in PLACES.values())
    head = f'Version 300\nCharset "{charset}"\nDelimiter ","\nCoordSys Earth Projection 1, 104\n'
    path.write_text(f"{head}Columns 1\n  namn Char(20)\nData\n\n{points}", encoding="ascii")
    path.with_suffix(".mid").write_bytes("".join(f'"{name}"\n' for name in PLACES).encode(written))
    return path


def geopackage(path: Path, written: str) -> Path:
    """The two places in a GeoPackage whose texts are `written` in an encoding it may not have."""
    write_layer(path, [point(place) for place in METRES], values=[{"namn": "1"}, {"namn": "2"}], kind=ogr.wkbPoint)
    with closing(sqlite3.connect(path)) as database, database:
        for trigger in [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            database.execute(f'DROP TRIGGER "{trigger}"')
        for number, name in enumerate(PLACES, 1):
            text = name.encode(written)
            database.execute("UPDATE lager SET namn = CAST(? AS TEXT) WHERE fid = ?", (text, number))
    return path
