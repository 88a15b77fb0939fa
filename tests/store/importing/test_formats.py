"""The formats that regions get: each is read whole, every layer offered, and nothing a file points at is followed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr

from strukturbild_plugin.catalogue.model import AREA, LINE, POINT
from strukturbild_plugin.errors import Cancelled, ImportRefused
from strukturbild_plugin.store.importing.crs import to_sweref
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from strukturbild_plugin.store.importing.reading import archives, child_process, gdal_layer
from strukturbild_plugin.store.importing.reading.formats import CHILD_FORMATS, readable_endings
from strukturbild_plugin.store.importing.source import layers_in, open_source
from tests.store.importing.encoding_helpers import PLACES, gpx_text, kml_text, shapefile
from tests.store.importing.helpers import KARLSTAD, KARLSTAD_DEGREES, StopsAt, objects_in, point, square, write_layer

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


@pytest.mark.parametrize("name", WRITERS)
def test_what_regions_get_is_read(tmp_path: Path, name: str) -> None:
    column, writer = WRITERS[name]
    before = sorted(each.name for each in writer(tmp_path / name).parent.iterdir())
    values, places = read(tmp_path / name)
    assert values[0][column] == "Åmål"
    assert places[0] == pytest.approx(KARLSTAD, abs=60)
    assert sorted(each.name for each in tmp_path.iterdir()) == before


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize("name", ["t.xlsx", "t.ods"])
def test_every_sheet_is_a_layer_and_its_cells_are_as_written(bild: Path, tmp_path: Path, name: str) -> None:
    source = spreadsheet(tmp_path / name)
    assert [(layer.name, layer.count, layer.kind) for layer in layers_in(source)] == [
        ("Läs mig", 0, "tabell"), ("Tätorter", 2, "tabell"),
    ]  # fmt: skip
    values, places = read(source, "tätorter")
    assert [each["Kod"] for each in values] == ["0017", "0018"]
    assert float(values[0]["Andel"]) == pytest.approx(0.123)
    assert places[1] == pytest.approx((404000.5, 6597000))
    report = import_objects(bild, ImportRequest(source, fields={"namn": "Namn"}))
    assert report.imported == 2 and any("Tabellen börjar på rad 3" in note for note in report.notes)


def test_a_drawing_gives_points_lines_and_areas_with_the_name_of_their_layer(bild: Path, tmp_path: Path) -> None:
    data = ogr.GetDriverByName("DXF").CreateDataSource(str(tmp_path / "ritning.dxf"))
    layer, (x, y) = data.CreateLayer("entities"), KARLSTAD
    ring = f"LINESTRING({x} {y + 9000},{x} {y + 9900},{x + 900} {y + 9900},{x} {y + 9000})"
    for wkt, name in ((point(KARLSTAD), "Orter"), (LINE_WKT, "Stråk"), (square(KARLSTAD), "Ytor"), (ring, "Gränser")):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["Layer"] = name
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    del feature, layer, data
    assert [(each.name, each.count, each.kind, each.kinds) for each in layers_in(tmp_path / "ritning.dxf")] == [
        ("Punkter", 1, "punkt", {POINT}),
        ("Linjer", 1, "linje", {LINE}),
        ("Ytor", 2, "yta", {AREA}),
    ]
    for klass, names in (("nod", ["Orter"]), ("strak", ["Stråk"]), ("gron_kil", ["Gränser", "Ytor"])):
        report = import_objects(bild, ImportRequest(tmp_path / "ritning.dxf", klass=klass, fields={"namn": "Layer"}))
        assert [thing.namn for thing in objects_in(bild, klass)] == names
        assert any("SWEREF 99 TM" in note for note in report.notes)
        assert any("slutna linjer läses som ytor (1 stycken)" in note for note in report.notes) is (klass == "gron_kil")


def test_all_folders_of_a_kml_are_layers_and_taken(bild: Path, tmp_path: Path) -> None:
    marks = "<Placemark><name>{}</name><Point><coordinates>13.5,59.{}</coordinates></Point></Placemark>"
    folders = (("Kärnor", ["Karlstad"]), ("Orter", ["Kil", "Grums"]))
    text = "".join(
        f"<Folder><name>{folder}</name>{''.join(marks.format(n, len(n)) for n in names)}</Folder>"
        for folder, names in folders
    )
    source = tmp_path / "två.kml"
    source.write_text(
        f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{text}</Document></kml>', encoding="utf-8"
    )
    assert [(layer.name, layer.count, layer.kind) for layer in layers_in(source)] == [
        ("Kärnor", 1, "punkt"), ("Orter", 2, "punkt"),
    ]  # fmt: skip
    report = import_objects(bild, ImportRequest(source, fields={"namn": "Name"}))
    assert {thing.namn for thing in objects_in(bild)} == {"Karlstad", "Kil", "Grums"}, report


def test_a_layer_says_which_kinds_of_geometry_it_fits(tmp_path: Path) -> None:
    source = write_layer(tmp_path / "t.gpkg", [point(KARLSTAD)], values=[ORT], name="orter", kind=ogr.wkbPoint)
    data = ogr.Open(str(source), 1)
    feature = ogr.Feature(data.CreateLayer("stråk", None, ogr.wkbLineString).GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(LINE_WKT))
    data.GetLayer(1).CreateFeature(feature)
    del feature, data
    assert [(layer.kind, layer.fits({POINT}), layer.fits({LINE, AREA})) for layer in layers_in(source)] == [
        ("punkt", True, False),
        ("linje", False, True),
    ]


# --- archives


def test_a_zip_file_gives_all_its_layers_and_names_what_it_leaves(tmp_path: Path) -> None:
    shapefile(tmp_path / "å.shp", "CP1252")
    write_layer(tmp_path / "b.gpkg", [LINE_WKT], values=[ORT], name="stråk")
    zipped(tmp_path / "inre.zip", tmp_path / "b.gpkg")
    source = zipped(tmp_path / "alla.zip", tmp_path / "å.shp", tmp_path / "b.gpkg", tmp_path / "inre.zip")
    assert {(layer.kind, layer.count) for layer in layers_in(source)} == {("punkt", 2), ("linje", 1)}
    with open_source(source) as opened:
        names = {row.values["Tätort"] for row in opened.layer("å").rows()}
        assert names == set(PLACES)
        assert any("Packade filer i alla.zip lästes inte: inre.zip" in note for note in opened.notes)


@pytest.mark.parametrize("name", ["../../ute.geojson", "/tmp/ute.geojson", "C:\\ute.geojson", "..\\..\\ute.geojson"])
def test_a_name_that_leads_out_of_the_folder_does_not(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "elak.zip", "w") as archive:
        archive.writestr(name, '{"type":"FeatureCollection","features":[]}')
    (tmp_path / "ut").mkdir()
    (file,), _ = archives.unpacked(tmp_path / "elak.zip", tmp_path / "ut")
    assert (tmp_path / "ut") in file.resolve().parents
    assert not (tmp_path / "ute.geojson").exists() and not (tmp_path.parent / "ute.geojson").exists()


def test_a_zip_bomb_is_refused_by_what_it_says_and_by_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_BYTES", 50_000)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.geojson", b" " * 100_000)
    with pytest.raises(ImportRefused, match="för stor när den packas upp"):
        layers_in(bomb)
    size = (100_000).to_bytes(4, "little")
    bomb.write_bytes(bomb.read_bytes().replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(ImportRefused, match="packa"):
        layers_in(bomb)
    shutil.copy(bomb, tmp_path / "bomb.xlsx")
    with pytest.raises(ImportRefused):
        layers_in(tmp_path / "bomb.xlsx")


def test_a_zip_file_without_objects_says_what_it_has(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("karta.pdf", b"%PDF")
    with pytest.raises(ImportRefused, match=r"ingen fil med objekt, bara karta\.pdf"):
        layers_in(tmp_path / "z.zip")


# --- a process of its own


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "kraschade av den"),
        ("import time; time.sleep(60)", "för lång tid"),
        ("", "kraschade av den"),
    ],
)
def test_a_file_that_takes_its_reader_down_is_refused_and_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    monkeypatch.setattr(child_process, "_MAX_SECONDS", 1)
    reader, source = tmp_path / "läsare.py", gml(tmp_path / "w.gml")
    reader.write_text(program + "\n", encoding="utf-8")
    if not program:
        (tmp_path / "w.gml.rows").write_text('{"layer": "halv", "columns": [], "texts": [], "geometry": 1}\n')
    with pytest.raises(ImportRefused, match=words):
        child_process.read_in_child(source, source, tmp_path, ("GML",), reader=reader)


class StopsWhenThereIs:
    """A user who cancels when the file `path` has been written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def setProgress(self, progress: float) -> None:
        """Not looked at."""

    def isCanceled(self) -> bool:
        return self.path.is_file() and bool(self.path.read_text())


def test_cancel_ends_the_process_that_reads(tmp_path: Path) -> None:
    reader, source, started = tmp_path / "läsare.py", gml(tmp_path / "w.gml"), tmp_path / "ny.txt"
    program = f"import os, time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(150)\n"
    reader.write_text(program, encoding="utf-8")
    with pytest.raises(Cancelled):
        child_process.read_in_child(
            source, source, tmp_path, ("GML",), reader=reader, feedback=StopsWhenThereIs(started)
        )
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


def test_a_user_who_cancels_is_heard_through_the_whole_reading(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        layers_in(gml(tmp_path / "w.gml"), StopsAt(0))


def test_a_closed_line_is_an_area_for_a_class_that_has_areas_only(bild: Path, tmp_path: Path) -> None:
    east, north = KARLSTAD_DEGREES
    ring = [(east, north), (east + 0.1, north), (east + 0.1, north + 0.1), (east, north)]
    places = " ".join(f"{x},{y},0" for x, y in ring)
    (tmp_path / "jakt.kml").write_text(
        '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>VS1</name>'
        f"<LineString><coordinates>{places}</coordinates></LineString></Placemark></Document></kml>"
    )
    (layer,) = layers_in(tmp_path / "jakt.kml")
    assert layer.kind == "linje" and layer.fits({AREA}) and layer.fits({LINE}) and not layer.fits({POINT})
    report = import_objects(bild, ImportRequest(tmp_path / "jakt.kml", klass="omland"))
    assert report.imported == 1 and any("en sluten linje lästes som yta" in note for note in report.notes)
    (area,) = objects_in(bild, "omland")
    assert ogr.CreateGeometryFromWkb(area.wkb).GetArea() > 1e6
    import_objects(bild, ImportRequest(tmp_path / "jakt.kml", klass="strak"))
    (line,) = objects_in(bild, "strak")
    assert ogr.CreateGeometryFromWkb(line.wkb).GetDimension() == 1, "en klass som har linjer får linjen"


@pytest.mark.parametrize("name", ["t.xlsx", "t.dxf"])
def test_too_many_rows_are_refused_and_never_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(gdal_layer, "MAX_ROWS", 1)
    monkeypatch.setattr(child_process, "MAX_ROWS", 1)
    if name == "t.xlsx":
        spreadsheet(tmp_path / name)
    else:
        write_layer(tmp_path / name, [point(KARLSTAD)] * 3, driver="DXF", name="entities")
    with pytest.raises(ImportRefused, match="högst 1 kan importeras"):
        layers_in(tmp_path / name)


def test_where_no_python_can_be_started_the_file_is_read_in_qgis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "_pythons", lambda: iter([str(tmp_path / "python3")]))
    for name in ("t.xlsx", "w.gml"):
        column, writer = WRITERS[name]
        assert read(writer(tmp_path / name))[0][0][column] == "Åmål"
    assert gdal.GetThreadLocalConfigOption("OGR_XLSX_HEADERS") is None


def test_a_format_that_this_gdal_lacks_is_refused_with_a_way_on(tmp_path: Path) -> None:
    if gdal.GetDriverByName("Parquet"):
        pytest.skip("GDAL has the driver")
    (tmp_path / "p.parquet").write_bytes(b"PAR1")
    with pytest.raises(ImportRefused, match=r"QGIS på den här datorn inte läser\. Spara den som GeoPackage"):
        layers_in(tmp_path / "p.parquet")


# --- what a file points at


def test_nothing_that_a_file_points_at_is_fetched(tmp_path: Path) -> None:
    asked = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        here = f"127.0.0.1:{server.server_port}"
        with zipfile.ZipFile(kmz(tmp_path / "k.kmz")) as archive:
            kml = archive.read("doc.kml").decode()
        for name, text in (("w.gml", gml(tmp_path / "w.gml").read_text(encoding="utf-8")), ("k.kml", kml)):
            (tmp_path / name).write_text(text.replace("127.0.0.1:9", here), encoding="utf-8")
            assert here in (tmp_path / name).read_text(encoding="utf-8")
            assert len(read(tmp_path / name)[0]) == 1
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


@pytest.mark.parametrize("name", ["laugh.kml", "laugh.gpx", "laugh.gml", "x.kml", "x.gpx", "x.gml"])
def test_entities_neither_grow_nor_read_files(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "hemlig.txt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    grow = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    entities = f'<!ENTITY a0 "hej">{grow}' if name.startswith("laugh") else f'<!ENTITY a9 SYSTEM "{secret.as_uri()}">'
    writers = {".kml": kml_text, ".gpx": gpx_text}
    text = writers[Path(name).suffix]() if Path(name).suffix in writers else gml(tmp_path / "a.gml").read_text("utf-8")
    head, _, body = text.replace("Åmål", "&a9;").partition("?>")
    (tmp_path / name).write_text(f"{head}?><!DOCTYPE x [{entities}]>{body}", encoding="utf-8")
    try:
        texts = str(read(tmp_path / name))
    except ImportRefused as refused:
        texts = str(refused)
    assert "HEMLIGT" not in texts and len(texts) < 100_000


# --- what cannot be read


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.mdb", "filgeodatabas"), ("a.dwg", "Spara den som DXF"), ("a.pdf", "bild av kartan"),
        ("a.xls", "filformatet xlsx"),
        ("a.qgz", "Exportera > Spara objekt som"), ("a.tif", "Raster till vektor"), ("a.lyrx", "pekar på data"),
        ("a.pbf", "Spara objekt som"), ("a.docx", "Kopiera tabellen till Excel"), ("a.sld", "stil utan objekt"),
        ("a.prj", r"Kopiera hit även a\.shp"), ("a.mid", r"Kopiera hit även a\.mif"), ("a.rar", "Packa upp"),
        ("a.konstig", "Spara den som GeoPackage, shapefil"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is_and_how_to_save_it(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01\x02")
    with pytest.raises(ImportRefused, match=words):
        layers_in(tmp_path / name)


def test_the_part_of_a_shapefile_that_was_chosen_opens_the_whole(tmp_path: Path) -> None:
    shapefile(tmp_path / "orter.shp", "UTF-8")
    for ending in (".prj", ".shx", ".shp"):
        assert [layer.count for layer in layers_in((tmp_path / "orter").with_suffix(ending))] == [2]


JUNK = [b"PK\x03\x04", b"SQLite format 3\0", b"<?xml?>", b"fgb\x03", b"{", b"II*\0", b'"a', b"PAR1", b"\xff\xfe;\0"]


def _layers_or_a_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        with open_source(file) as opened:
            for layer in opened.layers():
                list(opened.layer(layer.name).rows())
    except ImportRefused as refused:
        assert str(refused).endswith(".")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([each for each in readable_endings() if each not in CHILD_FORMATS] + [".vrt", ".bin"]),
    st.one_of(st.binary(max_size=200), st.sampled_from(JUNK)),
)
def test_any_bytes_under_any_ending_give_layers_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    _layers_or_a_sentence(tmp_path_factory.mktemp("skräp") / f"a{ending}", data)


@pytest.mark.parametrize("ending", sorted({form.drivers: each for each, form in CHILD_FORMATS.items()}.values()))
def test_junk_for_a_process_of_its_own_gives_a_sentence(tmp_path: Path, ending: str) -> None:
    _layers_or_a_sentence(tmp_path / f"a{ending}", JUNK[len(ending) % len(JUNK)] + bytes(range(256)))
