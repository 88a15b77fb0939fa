"""The formats that regions get: each is read whole, every layer offered, and nothing a file points at is followed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from strukturbild_plugin.catalogue.model import AREA, LINE, POINT
from strukturbild_plugin.errors import Cancelled, ImportRefused
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from strukturbild_plugin.store.importing.reading import child_process, gdal_layer
from strukturbild_plugin.store.importing.source import layers_in
from tests.store.importing.format_helpers import LINE_WKT, ORT, WRITERS, gml, read, spreadsheet
from tests.store.importing.helpers import KARLSTAD, KARLSTAD_DEGREES, StopsAt, objects_in, point, square, write_layer


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


@pytest.mark.usefixtures("either_gdal_mode")
def test_an_older_excel_file_is_read_where_gdal_can_or_told_how_to_save_it(tmp_path: Path) -> None:
    source = Path(shutil.copy(Path(__file__).parents[2] / "data" / "orter.xls", tmp_path))
    if gdal.GetDriverByName("XLS"):
        assert [(layer.name, layer.count) for layer in layers_in(source)] == [("Orter åäö", 3)]
        values, places = read(source)
        assert [each["Namn"] for each in values] == ["Åmål", "Kil", "Örebro; norra"]
        assert places[1] == pytest.approx((400000, 6597000.5))
    else:
        with pytest.raises(ImportRefused, match="filformatet xlsx"):
            layers_in(source)
    source.write_bytes(source.read_bytes()[:3000])
    with pytest.raises(ImportRefused, match="filformatet xlsx"):
        layers_in(source)


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
    with pytest.raises(ImportRefused, match=r"QGIS på den här datorn inte läser\. Spara den som GeoPackage") as told:
        layers_in(tmp_path / "p.parquet")
    assert "be den som lämnade filen" in str(told.value), "den som inte har programmet kan inget annat"
