"""Importing objects: what arrives is right, what does not is named, and nothing is ever half-written."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from osgeo import ogr

from strukturbild_plugin.errors import Cancelled, StoreError
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from strukturbild_plugin.store.importing.source import layers_in
from tests.counting import growth, python_steps, sqlite_work
from tests.store.importing.helpers import (
    KARLSTAD,
    KARLSTAD_DEGREES,
    OREBRO,
    StopsAt,
    centre_of,
    content_of,
    objects_in,
    point,
    shape_of,
    square,
    write_geojson,
    write_layer,
)

# --- what arrives


def test_points_arrive_with_name_level_status_and_text(bild: Path, tmp_path: Path) -> None:
    source = write_layer(
        tmp_path / "orter.gpkg",
        [point(KARLSTAD), point(OREBRO)],
        values=[
            {"Ort": "Karlstad", "Nivå": "Storregional", "Läge": "befintlig", "Om": "Universitet", "Invånare": "61 492"},
            {"Ort": "Örebro", "Nivå": "REGIONAL", "Läge": "Föreslagen", "Om": "", "Invånare": "okänt"},
        ],
    )
    fields = {"namn": "Ort", "niva": "nivå", "status": "Läge", "beskrivning": "Om", "befolkning": "Invånare"}
    report = import_objects(bild, ImportRequest(source, klass="nod", fields=fields))
    assert (report.imported, report.left_out) == (2, ())
    karlstad, orebro = objects_in(bild, "nod")
    assert (karlstad.namn, karlstad.niva, karlstad.status) == ("Karlstad", "storregional", "befintlig")
    assert karlstad.attribut["beskrivning"] == "Universitet"
    assert karlstad.attribut["befolkning"] == 61492
    assert (orebro.niva, orebro.status) == ("regional", "foreslagen")
    assert any("”okänt” för befolkning" in note for note in report.notes)
    assert centre_of(orebro) == pytest.approx(OREBRO)
    assert orebro.attribut["kalla"] == "orter.gpkg" and len(str(orebro.attribut["kalla_datum"])) == 10


def test_a_class_says_that_a_green_link_is_weak_and_one_that_is_not_weak_has_none(bild: Path, tmp_path: Path) -> None:
    line = "LineString(410000 6580000, 430000 6590000)"
    rows = [
        {"namn": "A", "niva": "Klass 1", "undertyp": ""},
        {"namn": "B", "niva": "Klass 2", "undertyp": "Grönt samband"},
        {"namn": "C", "niva": "", "undertyp": "Grönt samband"},
    ]
    shapes = [line, line.replace("6580000", "6582000"), line.replace("6580000", "6584000")]
    source = write_layer(tmp_path / "lankar.gpkg", shapes, values=rows)
    fields = {"namn": "namn", "niva": "niva", "undertyp": "undertyp"}
    report = import_objects(bild, ImportRequest(source, klass="gron_samband", fields=fields))
    found = {one.namn: (one.niva, one.undertyp) for one in objects_in(bild, "gron_samband")}
    assert {name: found[name] for name in "ABC"} == {
        "A": ("klass_1", "svagt_samband"),
        "B": ("", "samband"),
        "C": ("", "samband"),
    }
    assert [note for note in report.notes if "Klass 2" in note] == [
        "Nivån ”Klass 2” gäller bara undertypen Svagt grönt samband. Den lämnades tom för 1 objekt av ”Grönt samband”."
    ]


def test_unknown_levels_and_statuses_are_reported_and_the_default_stands_in(bild: Path, tmp_path: Path) -> None:
    source = write_layer(
        tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "Karlstad", "niva": "Jättestor", "status": "typ"}]
    )
    report = import_objects(bild, ImportRequest(source, default_level="Lokal"))
    assert objects_in(bild)[0].niva == "lokal"
    assert any("Jättestor" in note and "Storregional, Regional, Delregional, Lokal" in note for note in report.notes)
    assert any("”typ” för status" in note for note in report.notes)


@pytest.mark.parametrize("epsg", [3006, 4326, 3021, 3857, 25832, 3008])
def test_any_coordinate_system_is_transformed_never_relabelled(bild: Path, tmp_path: Path, epsg: int) -> None:
    from osgeo import osr

    there, sweref = osr.SpatialReference(), osr.SpatialReference()
    there.ImportFromEPSG(epsg)
    sweref.ImportFromEPSG(3006)
    for system in (there, sweref):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y, _ = osr.CoordinateTransformation(sweref, there).TransformPoint(*KARLSTAD)
    source = write_layer(tmp_path / "ort.gpkg", [point((x, y))], epsg, [{"namn": "Karlstad"}])
    import_objects(bild, ImportRequest(source))
    assert centre_of(objects_in(bild)[0]) == pytest.approx(KARLSTAD, abs=1.0)


def test_z_m_and_curves_become_plain_and_single_becomes_multi(bild: Path, tmp_path: Path) -> None:
    x, y = KARLSTAD
    shapes = [
        f"LINESTRING Z({x} {y} 10,{x + 9000} {y} 20)",
        f"LINESTRING ZM({x} {y} 1 2,{x} {y + 9000} 3 4)",
        f"CIRCULARSTRING({x} {y},{x + 5000} {y + 5000},{x + 10000} {y})",
        f"COMPOUNDCURVE(CIRCULARSTRING({x} {y},{x + 500} {y + 500},{x + 1000} {y}),({x + 1000} {y},{x + 9000} {y}))",
    ]
    source = write_layer(tmp_path / "strak.gpkg", shapes, values=[{"namn": f"{i}"} for i in range(4)])
    report = import_objects(bild, ImportRequest(source, klass="strak"))
    assert (report.imported, report.left_out) == (4, ())
    for thing in objects_in(bild, "strak"):
        assert shape_of(thing).GetGeometryType() == ogr.wkbMultiLineString
    arc = shape_of(objects_in(bild, "strak")[2])
    assert arc.Length() == pytest.approx(3.14159 * 5000, rel=0.001)


def test_a_class_with_two_geometries_finds_the_right_layer_for_each(bild: Path, tmp_path: Path) -> None:
    x, y = KARLSTAD
    source = write_layer(
        tmp_path / "blandat.gpkg",
        [f"LINESTRING({x} {y},{x + 9000} {y})", square(OREBRO), point(KARLSTAD)],
        values=[{"namn": "Älven"}, {"namn": "Kusten"}, {"namn": "Punkten"}],
    )
    report = import_objects(bild, ImportRequest(source, klass="bla_struktur"))
    assert {thing.namn: thing.lager for thing in objects_in(bild)} == {
        "Älven": "gron_bla_lank",
        "Kusten": "gron_bla_yta",
    }
    assert report.left_out == (("3 (Punkten)", "är en punkt, men klassen ritas som en linje eller en yta"),)


def test_a_collection_keeps_the_part_its_class_is_drawn_with(bild: Path, tmp_path: Path) -> None:
    x, y = KARLSTAD
    mixed = f"GEOMETRYCOLLECTION({square(KARLSTAD)},{point(OREBRO)},LINESTRING({x} {y},{x + 1} {y}))"
    source = write_layer(tmp_path / "samling.gpkg", [mixed], values=[{"namn": "Kil"}])
    report = import_objects(bild, ImportRequest(source, klass="gron_kil"))
    assert shape_of(objects_in(bild)[0]).GetArea() == pytest.approx(25e6)
    assert any("Kil" in note and "togs bort" in note for note in report.notes)


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_crossing_outline_is_repaired_and_one_without_area_is_refused_by_name(bild: Path, tmp_path: Path) -> None:
    x, y = KARLSTAD
    bow_tie = f"POLYGON(({x} {y},{x + 4000} {y + 4000},{x + 4000} {y},{x} {y + 4000},{x} {y}))"
    flat = f"POLYGON(({x} {y},{x + 4000} {y},{x} {y},{x} {y}))"
    source = write_layer(
        tmp_path / "ytor.gpkg",
        [bow_tie, flat, ""],
        values=[{"namn": "Flugan"}, {"namn": "Strecket"}, {"namn": "Inget"}],
    )
    report = import_objects(bild, ImportRequest(source, klass="gron_kil"))
    (thing,) = objects_in(bild)
    assert shape_of(thing).IsValid() and shape_of(thing).GetArea() == pytest.approx(8e6)
    assert any("Flugan" in note and "lagades" in note for note in report.notes)
    assert dict(report.left_out) == {"2 (Strecket)": "är en yta utan utbredning", "3 (Inget)": "saknar geometri"}


def test_goals_are_tied_by_code_with_contribution(bild: Path, tmp_path: Path) -> None:
    goals = [goal for goal in read_snapshot(bild).goals if goal.samling == "agenda2030"]
    first, second = goals[0], goals[1]
    cell = f"agenda2030:{first.kod}; agenda2030:{second.kod}(-2); finnsinte"
    source = write_layer(tmp_path / "ort.gpkg", [point(KARLSTAD)], values=[{"namn": "Karlstad", "mål": cell}])
    report = import_objects(bild, ImportRequest(source, goal_field="mål"))
    assert report.links == 2
    assert {link.mal_id: link.bidrag for link in read_snapshot(bild).links} == {first.mal_id: 1, second.mal_id: -2}
    assert any("finnsinte" in note for note in report.notes)


def test_a_second_import_of_the_same_file_doubles_nothing(bild: Path, tmp_path: Path) -> None:
    shapes = [point(KARLSTAD), point(OREBRO), point(KARLSTAD)]
    values = [{"namn": "Karlstad"}, {"namn": "Örebro"}, {"namn": "Karlstad"}]
    source = write_layer(tmp_path / "orter.gpkg", shapes, values=values)
    first = import_objects(bild, ImportRequest(source))
    assert (first.imported, first.left_out) == (2, (("3 (Karlstad)", "är samma objekt som rad 1 (Karlstad)"),))
    second = import_objects(bild, ImportRequest(source))
    assert second.imported == 0
    assert ("2 (Örebro)", "finns redan i bilden sedan en tidigare import") in second.left_out
    assert len(objects_in(bild)) == 2


def test_objects_go_into_the_picture_asked_for(bild: Path, tmp_path: Path) -> None:
    pictures = read_snapshot(bild).pictures
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "Karlstad"}])
    import_objects(bild, ImportRequest(source, bild_id=pictures[-1].namn.upper()))
    assert objects_in(bild)[0].bild_id == pictures[-1].bild_id


# --- formats


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize(
    ("driver", "ending"),
    [("GPKG", ".gpkg"), ("ESRI Shapefile", ".shp"), ("GeoJSON", ".geojson"), ("KML", ".kml"), ("FlatGeobuf", ".fgb")],
)
def test_the_usual_formats_are_read_with_swedish_letters(bild: Path, tmp_path: Path, driver: str, ending: str) -> None:
    where = KARLSTAD_DEGREES if driver in ("KML", "GeoJSON") else KARLSTAD
    epsg = 4326 if driver in ("KML", "GeoJSON") else 3006
    column = "Name" if driver == "KML" else "namn"
    kind = ogr.wkbPoint
    source = write_layer(tmp_path / f"orter{ending}", [point(where)], epsg, [{column: "Åmål é"}], driver, kind)
    import_objects(bild, ImportRequest(source, fields={"namn": "Name" if driver == "KML" else "namn"}))
    (thing,) = objects_in(bild)
    assert thing.namn == "Åmål é"
    assert centre_of(thing) == pytest.approx(KARLSTAD, abs=60)


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("namn;x;y\nÅmål;414979,0;6583244,5\n", "cp1252"),
        ("sep=;\nnamn;x;y\nÅmål;414 979;6 583 244\n", "utf-8-sig"),
        ("namn,E,N\nÅmål,414979,6583244\n", "utf-8"),
        ("namn\tlon\tlat\nÅmål\t13.5036\t59.3793\n", "utf-16"),
        ('namn,wkt\nÅmål,"POINT(414979 6583244)"\n', "utf-8"),
        ('namn;geom\nÅmål;"SRID=3006;POINT(414979 6583244)"\n', "utf-8"),
    ],
)
def test_tables_are_read_as_excel_and_others_write_them(bild: Path, tmp_path: Path, text: str, encoding: str) -> None:
    source = tmp_path / "orter.csv"
    source.write_bytes(text.encode(encoding))
    report = import_objects(bild, ImportRequest(source))
    assert (report.imported, report.left_out) == (1, ())
    (thing,) = objects_in(bild)
    assert thing.namn == "Åmål"
    assert centre_of(thing) == pytest.approx(KARLSTAD, abs=60)


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_dialog_is_told_which_layers_and_columns_there_are(tmp_path: Path) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"Ort": "x"}], kind=ogr.wkbPoint)
    (layer,) = layers_in(source)
    assert (layer.name, layer.count, layer.geometry, layer.columns) == ("lager", 1, "Point", ("Ort",))
    assert "SWEREF99 TM" in layer.crs


# --- nothing half-written


@pytest.mark.parametrize("percent", [0.0, 10.0, 50.0, 80.0, 85.0, 97.0])
def test_cancelled_anywhere_leaves_the_file_unchanged(bild: Path, tmp_path: Path, percent: float) -> None:
    source = write_layer(tmp_path / "m.gpkg", [point((KARLSTAD[0] + i, KARLSTAD[1])) for i in range(400)])
    before = content_of(bild)
    with pytest.raises(Cancelled):
        import_objects(bild, ImportRequest(source), StopsAt(percent))
    assert content_of(bild) == before


def test_a_failure_while_writing_leaves_the_file_unchanged(
    bild: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strukturbild_plugin.store.writing.writer import Writer

    def full(*_: object) -> None:
        raise StoreError("Disken är full.")

    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)])
    before = content_of(bild)
    monkeypatch.setattr(Writer, "log", full)
    with pytest.raises(StoreError, match="full"):
        import_objects(bild, ImportRequest(source))
    assert content_of(bild) == before


def test_twice_as_many_areas_are_twice_the_work(bild: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = KARLSTAD

    @cache
    def work(count: int) -> dict[str, int]:
        shapes = [square((x + 700 * (i % 70), y + 700 * (i // 70)), 600) for i in range(count)]
        values = [{"namn": f"Yta {i}"} for i in range(count)]
        source = write_layer(tmp_path / f"{count}.gpkg", shapes, values=values)
        file, reports = Path(shutil.copy(bild, tmp_path / f"bild{count}.gpkg")), []
        with sqlite_work(monkeypatch) as done:
            wish = ImportRequest(source, klass="gron_vardekarna")
            made = python_steps(lambda: reports.append(import_objects(file, wish)))
        assert reports[0].imported == count
        return {"statements": len(done.statements), "sqlite": done.steps, "python": made}

    work(10)  # what is read once and kept: län, places, the catalogue
    for what in ("statements", "sqlite", "python"):
        assert growth(lambda count, what=what: work(count)[what], 150) < 1.05, what


def test_geojson_with_numbers_and_lists_keeps_its_values(bild: Path, tmp_path: Path) -> None:
    shape = {"type": "Point", "coordinates": list(KARLSTAD_DEGREES)}
    source = write_geojson(tmp_path / "o.geojson", [shape], namn=["K"], befolkning=[61492], roll=[["Nodstad", "hamn"]])
    import_objects(bild, ImportRequest(source))
    (thing,) = objects_in(bild)
    assert thing.roller == ("nodstad", "hamn")
    assert thing.attribut["befolkning"] == 61492


# --- real data


def test_real_localities_protected_areas_roads_and_stops_arrive(bild: Path, shared_data: Path) -> None:
    wanted = [
        (ImportRequest(shared_data / "tatorter.csv", fields={"namn": "tatort"}, default_level="lokal"), 2017),
        (ImportRequest(shared_data / "skyddade_omraden.gpkg", "skyddade_ytor", "gron_vardekarna"), 5361),
        (ImportRequest(shared_data / "vagar_jarnvag.gpkg", "jarnvag", "strak"), 3283),
        (ImportRequest(shared_data / "vagar_jarnvag.gpkg", "stationer", "bytespunkt"), 669),
    ]
    for wish, count in wanted:
        report = import_objects(bild, replace(wish, whole_file=True))
        assert report.imported + len(report.left_out) == count
        assert report.imported >= count * 0.99, report.left_out[:5]
    names = {thing.namn for thing in objects_in(bild, "nod")}
    assert {"Karlstad", "Örebro", "Åmål"} <= names


def test_a_read_only_source_in_a_read_only_folder_is_read(bild: Path, shared_data: Path) -> None:
    report = import_objects(
        bild, ImportRequest(shared_data / "tatorter.gpkg", fields={"namn": "tatort"}, whole_file=True)
    )
    assert report.imported == 2017
