"""Objects that cannot be imported: refused before anything is written, with what is wrong and what to do."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects, plan_import
from strukturbild_plugin.store.importing.source import layers_in
from tests.store.importing.helpers import (
    KARLSTAD,
    KARLSTAD_DEGREES,
    NOWHERE,
    OREBRO,
    centre_of,
    content_of,
    objects_in,
    point,
    square,
    write_layer,
)


def _refused(bild: Path, wish: ImportRequest) -> str:
    before = content_of(bild)
    with pytest.raises(ImportRefused) as refused:
        import_objects(bild, wish)
    assert content_of(bild) == before
    assert not [each for each in bild.parent.iterdir() if each.suffix in ("-wal", ".ny")]
    return str(refused.value)


def test_degrees_labelled_sweref_are_refused_with_the_likely_system(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(KARLSTAD_DEGREES)], 3006)
    words = _refused(bild, ImportRequest(source))
    assert "SWEREF 99 TM" in words and "EPSG:4326" in words and "Inget importerades" in words


def test_metres_labelled_degrees_are_refused_with_the_likely_system(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(KARLSTAD), square(OREBRO)], 4326)
    assert "ser ut att vara SWEREF 99 TM (EPSG:3006)." in _refused(bild, ImportRequest(source))


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize(("place", "epsg"), [(KARLSTAD, 3006), (KARLSTAD_DEGREES, 4326)])
def test_swapped_axes_are_turned_and_said_also_when_the_system_is_given(
    bild: Path, tmp_path: Path, place: tuple[float, float], epsg: int
) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(place[::-1])], epsg)
    for crs in ("", str(epsg)):
        plan = plan_import(bild, ImportRequest(source, crs=crs))
        assert any(f"EPSG:{epsg}) med axlarna i omvänd ordning" in note for note in plan.notes)
    import_objects(bild, ImportRequest(source))
    assert centre_of(objects_in(bild)[0]) == pytest.approx(KARLSTAD, abs=60)


@pytest.mark.parametrize("place", [(1_369_000, 6_587_000), (1_240_000, 6_540_000), (1_690_000, 7_536_000)])
def test_rt90_labelled_sweref_is_refused_anywhere_in_sweden(
    bild: Path, tmp_path: Path, place: tuple[float, float]
) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(place)], 3006)
    assert "RT 90 2,5 gon V (EPSG:3021)" in _refused(bild, ImportRequest(source))


@pytest.mark.usefixtures("either_gdal_mode")
def test_an_unknown_system_is_guessed_when_only_one_fits_else_asked_for(bild: Path, tmp_path: Path) -> None:
    kind = ("ESRI Shapefile", ogr.wkbPoint)
    source = write_layer(tmp_path / "utan.shp", [point(KARLSTAD)], None, [{"namn": "K"}], *kind)
    assert "är okänt" in _refused(bild, ImportRequest(source, crs="http://example.com/x.prj"))
    report = import_objects(bild, ImportRequest(source))
    assert report.imported == 1
    assert "utan.shp anger inget koordinatsystem; koordinaterna lästes som SWEREF 99 TM (EPSG:3006)." in report.notes
    local = write_layer(tmp_path / "lokal.shp", [point((150_400, 6_584_000))], None, [{"namn": "L"}], *kind)
    words = _refused(bild, ImportRequest(local))
    assert "anger inget koordinatsystem" in words and "3008 för SWEREF 99 13 30 eller" in words
    assert import_objects(bild, ImportRequest(local, crs="3008")).imported == 1


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_system_that_cannot_be_transformed_is_refused_by_the_files_name_and_may_be_stated(
    bild: Path, tmp_path: Path
) -> None:
    source = write_layer(
        tmp_path / "lokal.shp", [point(KARLSTAD)], None, [{"namn": "K"}], "ESRI Shapefile", ogr.wkbPoint
    )
    source.with_suffix(".prj").write_text('LOCAL_CS["Kommunens eget",UNIT["metre",1]]', encoding="ascii")
    words = _refused(bild, ImportRequest(source))
    assert "Koordinatsystemet i lokal.shp går inte att räkna om" in words and "EPSG-kod" in words
    assert import_objects(bild, ImportRequest(source, crs="3006")).imported == 1


@pytest.mark.usefixtures("either_gdal_mode")
def test_one_object_far_away_is_left_and_the_rest_taken(bild: Path, tmp_path: Path) -> None:
    source = write_layer(
        tmp_path / "orter.gpkg",
        [point(KARLSTAD), point(OREBRO), point((-3_000_000, 4_000_000)), NOWHERE],
        values=[{"namn": name} for name in ("Karlstad", "Örebro", "Madrid", "Ingenstans")],
    )
    report = import_objects(bild, ImportRequest(source))
    assert report.imported == 2
    assert ("3 (Madrid)", "ligger långt utanför Sverige och dess grannområden") in report.left_out
    assert len(report.left_out) == 2 and report.left_out[1][0] == "4 (Ingenstans)"


def test_every_fault_of_the_wish_is_told_at_once(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "K", "kommun": "x"}])
    wish = ImportRequest(source, fields={"namn": "namnet", "farg": "kommun"}, default_level="enorm", goal_field="mål")
    words = _refused(bild, wish)
    for part in ("”namnet”", "”farg”", "”enorm”", "”mål”", "storregional"):
        assert part in words


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"klass": "enhörning"}, "Klassen ”enhörning” finns inte"),
        ({"bild_id": "Nidingen"}, "Bilden ”Nidingen” finns inte"),
        ({"layer_name": "fel"}, "Lagret ”fel” finns inte i orter.gpkg. Lager som finns: lager"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(bild: Path, tmp_path: Path, wish: dict, words: str) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)])
    assert words in _refused(bild, ImportRequest(source, **wish))


@pytest.mark.usefixtures("either_gdal_mode")
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("saknas.gpkg", None, "finns inte"),
        ("text.txt", b"bara lite text\nmer text", "inga koordinater"),
        ("ensam.shp", b"\x00\x00\x27\x0a", "ensam.shx"),
        ("tom.csv", b"", "går inte att läsa|inga lager|inget lager|är tomt"),
        ("trasig.gpkg", b"SQLite format 3\x00" + b"\x07" * 5000, "går inte att läsa"),
        ("avbruten.geojson", b'{"type":"FeatureCollection","features":[{', r"läsa som kartdata \(.+\)\. Spara"),
        ("bild.png", b"\x89PNG\r\n", "går inte att läsa som kartdata"),
        ("packad.zip", b"PK\x03\x04", "Packa upp"),
        ("http://example.com/orter.geojson", None, "import direkt från nätet görs inte"),
        ("/vsicurl/http://example.com/orter.gpkg", None, "import direkt från nätet görs inte"),
        ("WFS:http://example.com", None, "import direkt från nätet görs inte"),
        ("PG:dbname=x", None, "är ingen fil"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    bild: Path, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    source = name if ":" in name or name.startswith("/vsi") else str(tmp_path / name)
    if content is not None:
        Path(source).write_bytes(content)
    assert re.search(words, _refused(bild, ImportRequest(source)))


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_vrt_is_not_followed_whatever_it_is_called(bild: Path, tmp_path: Path) -> None:
    secret = write_layer(tmp_path / "hemlig.gpkg", [point(KARLSTAD)], values=[{"namn": "Hemlig"}])
    layer = f"<OGRVRTLayer name='lager'><SrcDataSource>{secret}</SrcDataSource></OGRVRTLayer>"
    vrt = f"<OGRVRTDataSource>{layer}</OGRVRTDataSource>"
    for name in ("lager.vrt", "lager.geojson", "lager.gml"):
        (tmp_path / name).write_text(vrt)
        assert "går inte att läsa" in _refused(bild, ImportRequest(tmp_path / name))


@pytest.mark.usefixtures("either_gdal_mode")
def test_a_view_in_a_geopackage_is_not_run(bild: Path, tmp_path: Path) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "Karlstad"}])
    with closing(sqlite3.connect(source)) as database, database:
        database.execute("CREATE VIEW vy AS SELECT fid, geom, load_extension('x') AS namn FROM lager")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('vy', 'attributes')")
    assert [layer.name for layer in layers_in(source)] == ["lager"]
    assert "Lager som finns: lager" in _refused(bild, ImportRequest(source, "vy"))


def test_the_source_is_left_as_it_was(bild: Path, tmp_path: Path) -> None:
    folder = tmp_path / "källa"
    folder.mkdir()
    source = write_layer(folder / "orter.gpkg", [point(KARLSTAD)], values=[{"namn": "Karlstad"}])
    before = source.read_bytes()
    import_objects(bild, ImportRequest(source))
    assert source.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["orter.gpkg"]
