"""Text in any encoding, rightly, wrongly or not labelled: read right or with a word, never with a traceback."""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from strukturbild_plugin.encoding import encoding_of, text_of
from strukturbild_plugin.errors import GoalError, ImportRefused, StoreError, StrukturbildError
from strukturbild_plugin.store.importing.goals import import_goals
from strukturbild_plugin.store.importing.objects import ImportReport, ImportRequest, import_objects
from strukturbild_plugin.store.importing.source import layers_in, open_source
from tests.store.importing.encoding_helpers import (
    COLUMN,
    PLACES,
    csv_text,
    flatgeobuf,
    geojson_text,
    geopackage,
    gpx_text,
    kml_text,
    mapinfo,
    shapefile,
)
from tests.store.importing.helpers import KARLSTAD, objects_in, point, write_layer

either_gdal_mode = pytest.mark.usefixtures("either_gdal_mode")


def imported(bild: Path, source: Path, column: str = COLUMN) -> ImportReport:
    """The two places are there with their right names."""
    report = import_objects(bild, ImportRequest(source, fields={"namn": column}))
    assert [thing.namn for thing in objects_in(bild)] == sorted(PLACES), report
    return report


def about_letters(report: ImportReport) -> str:
    return " ".join(note for note in report.notes if "teckenkodning" in note or "filens texter" in note)


# --- the encoding of a shapefile


@either_gdal_mode
@pytest.mark.parametrize(("written", "told"), [("CP1252", "Windows-1252"), ("UTF-8", "UTF-8")])
def test_a_shapefile_that_does_not_say_its_encoding_is_read_and_the_guess_is_told(
    bild: Path, tmp_path: Path, written: str, told: str
) -> None:
    report = imported(bild, shapefile(tmp_path / "orter.shp", written))
    assert f"Den lästes som {told}, till exempel ”Åmål”." in about_letters(report)
    (layer,) = layers_in(tmp_path / "orter.shp")
    assert layer.columns == (COLUMN,)


@either_gdal_mode
@pytest.mark.parametrize(
    ("written", "cpg", "ldid", "label", "told"),
    [
        ("UTF-8", "1252", 0, "CP1252", "UTF-8"),
        ("UTF-8", None, 0x57, "ISO-8859-1", "UTF-8"),
        ("CP1252", "UTF-8", 0, "UTF-8", "Windows-1252"),
        ("CP1252", None, 0x01, "CP437", "Windows-1252"),
        ("CP1252", "UTF-16", 0, "UTF-16", "Windows-1252"),
        ("CP1252", "System", 0, "System", "Windows-1252"),
    ],
)
def test_a_wrong_label_is_seen_through_and_told_with_number_and_example(
    bild: Path, tmp_path: Path, written: str, cpg: str | None, ldid: int, label: str, told: str
) -> None:
    report = imported(bild, shapefile(tmp_path / "orter.shp", written, cpg, ldid))
    words = f"uppger teckenkodningen {label} men lästes som {told}. Det gäller 3 av filens texter, till exempel ”Åmål”"
    assert words in about_letters(report)


@pytest.mark.parametrize(
    ("written", "cpg", "ldid"), [("CP850", "850", 0), ("CP437", None, 0x01), ("CP1252", "ANSI 1252", 0)]
)
def test_a_right_label_is_followed_without_a_word(
    bild: Path, tmp_path: Path, written: str, cpg: str | None, ldid: int
) -> None:
    assert about_letters(imported(bild, shapefile(tmp_path / "orter.shp", written, cpg, ldid))) == ""


def test_a_table_without_its_shapes_is_refused_in_a_sentence(bild: Path, tmp_path: Path) -> None:
    source = shapefile(tmp_path / "orter.shp", "CP1252")
    for ending in (".shp", ".shx"):
        source.with_suffix(ending).unlink()
    with pytest.raises(ImportRefused, match="inga koordinater"):
        import_objects(bild, ImportRequest(source.with_suffix(".dbf")))


# --- text files and the other formats


@either_gdal_mode
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_in_the_encoding_it_has(bild: Path, tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "orter.csv"
    source.write_bytes(csv_text().encode(encoding))
    certain = encoding in ("utf-8-sig", "utf-16")
    assert ("till exempel ”Örebro”" in about_letters(imported(bild, source))) is not certain


@either_gdal_mode
@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("orter.geojson", geojson_text(), "latin-1"),
        ("orter.json", geojson_text(), "utf-16"),
        ("orter.kml", kml_text("UTF-8"), "cp1252"),
        ("orter.kml", kml_text("windows-1252"), "cp1252"),
        ("orter.kml", kml_text("ISO-8859-1"), "utf-8"),
        ("orter.gpx", gpx_text("UTF-8"), "cp1252"),
        ("orter.gpx", gpx_text("ISO-8859-1"), "utf-8"),
    ],
)
def test_other_text_files_are_read_whatever_they_say_of_themselves(
    bild: Path, tmp_path: Path, name: str, text: str, encoding: str
) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    report = imported(bild, tmp_path / name, COLUMN if "json" in name else "name")
    said = encoding == "utf-16" or "windows-1252" in text
    assert ("lästes som" in about_letters(report)) is not said
    (layer, *_) = layers_in(tmp_path / name)
    assert layer.name in ("öar", "Öar", "waypoints")


@either_gdal_mode
@pytest.mark.parametrize(
    ("written", "charset"),
    [("cp1252", "Neutral"), ("cp1252", "WindowsLatin1"), ("utf-8", "Neutral"), ("utf-8", "WindowsLatin1")],
)
def test_mapinfo_is_read_with_any_charset(bild: Path, tmp_path: Path, written: str, charset: str) -> None:
    imported(bild, mapinfo(tmp_path / "orter.mif", written, charset), "namn")


@either_gdal_mode
def test_a_geopackage_or_flatgeobuf_with_other_text_than_utf_8_is_read(bild: Path, tmp_path: Path) -> None:
    report = imported(bild, geopackage(tmp_path / "orter.gpkg", "cp1252"), "namn")
    assert "lästes som Windows-1252, till exempel ”Åmål”" in about_letters(report)
    with open_source(flatgeobuf(tmp_path / "orter.fgb", "cp1252")) as source:
        layer = source.layer()
        assert layer.columns == (COLUMN,)
        assert sorted(row.values[COLUMN] for row in layer.rows()) == sorted(PLACES)


@either_gdal_mode
def test_lists_in_a_geojson_are_read_in_the_same_encoding(tmp_path: Path) -> None:
    source = tmp_path / "orter.geojson"
    text = geojson_text().replace('"Åmål"', '["hamn","ö"]').replace('"Örebro"', '["å","hamn"]')
    source.write_bytes(text.encode("latin-1"))
    with open_source(source) as opened:
        assert [row.values[COLUMN] for row in opened.layer().rows()] == ["hamn;ö", "å;hamn"]


# --- what is not quite certain


def test_one_bad_byte_does_not_spoil_a_file_in_utf_8_and_is_shown(bild: Path, tmp_path: Path) -> None:
    source = tmp_path / "orter.csv"
    data = csv_text().encode() + b"Sm\xe5stad;370900;6548000\nH\x81l;370950;6548000\nKort\xc3;370960;6548000\n"
    source.write_bytes(data)
    report = import_objects(bild, ImportRequest(source, fields={"namn": COLUMN}))
    assert {thing.namn for thing in objects_in(bild)} == {*PLACES, "Småstad", "H\ufffdl", "Kort\ufffd"}
    assert "Tecken kunde inte läsas säkert i 3 av filens texter, till exempel ”Kort\ufffd”." in about_letters(report)


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "mac-roman"])
def test_an_older_encoding_is_read_with_a_word_and_an_example_that_shows_it(
    bild: Path, tmp_path: Path, encoding: str
) -> None:
    source = tmp_path / "orter.csv"
    source.write_bytes(csv_text().encode(encoding))
    report = import_objects(bild, ImportRequest(source))
    assert report.imported == 2
    assert "Ser det fel ut: spara filen i UTF-8" in about_letters(report)


@either_gdal_mode
def test_text_that_became_utf_8_twice_is_put_right_when_all_of_it_did(bild: Path, tmp_path: Path) -> None:
    twice = {name: name.encode().decode("cp1252") for name in PLACES}
    shapes = [point(KARLSTAD), point((KARLSTAD[0] + 900, KARLSTAD[1]))]
    source = write_layer(tmp_path / "orter.gpkg", shapes, values=[{"namn": name} for name in twice.values()])
    report = imported(bild, source, "namn")
    assert "rättades i 2 av filens texter, till exempel ”Ã…mÃ¥l” till ”Åmål”" in about_letters(report)


def test_text_that_may_have_become_utf_8_twice_is_left_and_told(bild: Path, tmp_path: Path) -> None:
    source = tmp_path / "orter.csv"
    source.write_text(csv_text() + "FagerÃ¥s;370900;6548000\n", encoding="utf-8")
    report = import_objects(bild, ImportRequest(source, fields={"namn": COLUMN}))
    assert {thing.namn for thing in objects_in(bild)} == {*PLACES, "FagerÃ¥s"}
    told = [note for note in report.notes if "felkodade" in note]
    assert len(told) == 1 and "1 av filens texter, till exempel ”FagerÃ¥s”, som bör vara ”Fagerås”" in told[0]


@pytest.mark.parametrize("text", ["Sträckan Å–B", "Å–B", "São Paulo – Göteborg", "”Åmål”", "Čábrrá", "20 °C", "CO₂ €"])
def test_text_that_is_right_stays(text: str) -> None:
    assert text_of(text.encode()) == (text, encoding_of([]))
    assert encoding_of([text.encode()]).text(text.encode()) == text


@either_gdal_mode
def test_columns_whose_names_cannot_be_told_apart_are_all_kept(bild: Path, tmp_path: Path) -> None:
    source = tmp_path / "orter.csv"
    source.write_bytes(b"k\x81;k\x8d;namn;namn;x;y\n1;2;Karlstad;Carlstad;414979;6583244\n")
    with open_source(source) as opened:
        layer = opened.layer()
        (row,) = layer.rows()
    assert row.values == {
        "k\ufffd": "1",
        "k\ufffd (2)": "2",
        "namn": "Karlstad",
        "namn (2)": "Carlstad",
        "x": "414979",
        "y": "6583244",
    }
    report = import_objects(bild, ImportRequest(source))
    assert objects_in(bild)[0].namn == "Karlstad"
    assert any("Flera kolumner heter ”namn”" in note for note in report.notes)


# --- names of files, and what goes wrong in the reading


def test_a_path_that_cannot_be_read_is_told_in_letters_that_can(bild: Path, tmp_path: Path) -> None:
    odd = tmp_path / "\udce5r"
    odd.mkdir()
    for name, take in (
        ("orter.csv", lambda path: import_objects(bild, ImportRequest(path))),
        ("mal.csv", lambda path: import_goals(bild, path)),
    ):
        (odd / name).write_text(csv_text(), encoding="utf-8")
        with pytest.raises(StrukturbildError, match="Byt namn på filen eller mappen") as told:
            take(odd / name)
        assert "\ufffdr" in str(told.value)
    with pytest.raises(StoreError, match="går inte att läsa"):
        import_objects(bild, ImportRequest(tmp_path / ("å" * 300 + ".csv")))


@either_gdal_mode
def test_a_file_that_breaks_off_is_refused_with_the_row_and_a_way_on(bild: Path, tmp_path: Path) -> None:
    source = shapefile(tmp_path / "orter.shp", "UTF-8")
    table = source.with_suffix(".dbf")
    table.write_bytes(table.read_bytes()[:-60])
    with pytest.raises(ImportRefused) as told:
        import_objects(bild, ImportRequest(source))
    assert re.match(r"orter\.shp går inte att läsa \(skadad efter rad 1: .+\)\. Inget har", str(told.value))
    assert "exportera det som går att läsa till en ny GeoPackage" in str(told.value)
    assert objects_in(bild) == []


@either_gdal_mode
def test_a_refused_file_is_let_go_of_though_somebody_keeps_the_error(bild: Path, tmp_path: Path) -> None:
    places = shapefile(tmp_path / "orter.shp", "UTF-8")
    with pytest.raises(ImportRefused) as kept:
        import_objects(bild, ImportRequest(places, fields={"namn": "finns inte"}))
    book = openpyxl.Workbook()
    book.save(tmp_path / "mal.xlsx")
    with pytest.raises(GoalError) as also_kept:
        import_goals(bild, tmp_path / "mal.xlsx", sheet="finns inte")
    assert kept.tb and also_kept.tb
    open_files = [os.readlink(each) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    assert [file for file in open_files if Path(file).stem in ("orter", "mal")] == []


@either_gdal_mode
def test_a_geopackage_with_a_broken_schema_is_refused_though_its_words_are_not_utf_8(
    bild: Path, tmp_path: Path
) -> None:
    source = write_layer(tmp_path / "orter.gpkg", [point(KARLSTAD)])
    data = source.read_bytes()
    source.write_bytes(data.replace(b'CREATE TABLE "lager"', b'CREATE T\xe5BLE "lager"'))
    with pytest.raises(ImportRefused, match=r"orter\.gpkg"):
        import_objects(bild, ImportRequest(source))


def test_a_number_too_large_for_a_column_is_left_and_told(bild: Path, tmp_path: Path) -> None:
    source = tmp_path / "orter.csv"
    source.write_text("namn;befolkning;x;y\nKarlstad;1e300;414979;6583244\n", encoding="utf-8")
    report = import_objects(bild, ImportRequest(source))
    assert objects_in(bild)[0].attribut.get("befolkning") is None
    assert any("1e300" in note for note in report.notes)


# --- goals


def test_goals_in_windows_letters_are_read_and_the_guess_is_told(bild: Path, tmp_path: Path) -> None:
    source, told = tmp_path / "mal.csv", []
    source.write_bytes("kod;mål\n1;Öppna landskap\n".encode("cp1252"))
    assert import_goals(bild, source, tell=told.append) == 1
    (read_as, note) = told
    assert read_as == "Teckenkodning: Windows-1252. Kolumnerna skiljs åt av semikolon."
    assert "Windows-1252, till exempel ”Öppna landskap”" in note
    with closing(sqlite3.connect(bild)) as database:
        assert ("Öppna landskap",) in database.execute("SELECT titel FROM mal").fetchall()


# --- anything at all

BITS = [b"\xe5", b"\xc3\xa5", b"\xc3", b"\x81", b"\x00", b"\xff", b"\xed\xa0\xbd", "Ã¥".encode(), b"\xef\xbb\xbf", b";"]


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """A few bytes exchanged, put in or taken away; one time in ten the end is missing."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(spoilt))
        gone = chance.choice((0, 1, 1, 2))
        spoilt[place : place + gone] = chance.choice([*BITS, bytes([chance.randrange(256)])])
    return bytes(spoilt[: chance.randrange(len(spoilt))] if chance.random() < 0.1 else spoilt)


def _sources(folder: Path, encoding: str) -> list[tuple[str, str]]:
    """Small files of every kind, each with the part of it to spoil."""
    for name, text in (
        ("t.csv", csv_text()),
        ("g.geojson", geojson_text()),
        ("k.kml", kml_text()),
        ("p.gpx", gpx_text()),
        ("mal.csv", "kod;mål;nivå\n1;Öppna landskap;Övergripande\n1.1;Åar;Delmål\n"),
    ):
        (folder / name).write_bytes(text.encode(encoding))
    shapefile(folder / "s.shp", encoding)
    mapinfo(folder / "m.mif", encoding, "WindowsLatin1")
    geopackage(folder / "d.gpkg", encoding)
    flatgeobuf(folder / "f.fgb", encoding)
    same = [(name, name) for name in ("t.csv", "g.geojson", "k.kml", "p.gpx", "mal.csv", "d.gpkg", "f.fgb")]
    return [*same, ("s.shp", "s.dbf"), ("s.shp", "s.shp"), ("m.mif", "m.mid"), ("m.mif", "m.mif")]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_any_bytes_give_rows_or_a_sentence_and_whole_letters(
    bild: Path, tmp_path: Path, encoding: str, raising_gdal_mode: None
) -> None:
    chance, whole, rows, sentences = random.Random(encoding), tmp_path / "hela", 0, 0
    whole.mkdir()
    sources = _sources(whole, encoding)
    for turn in range(198):
        name, part = sources[turn % len(sources)]
        folder = tmp_path / f"{turn}"
        folder.mkdir()
        for file in whole.glob(f"{Path(name).stem}.*"):
            shutil.copy(file, folder)
        (folder / part).write_bytes(_spoilt((folder / part).read_bytes(), chance))
        texts: list[str] = []
        try:
            if name == "mal.csv":
                import_goals(bild, folder / name, tell=texts.append)
            else:
                with open_source(folder / name) as source:
                    layer = source.layer()
                    texts += [layer.name, *layer.columns, *layer.notes]
                    texts += [str(value) for row in layer.rows() for value in row.values.values()]
                if turn % 9 == 0:
                    report = import_objects(bild, ImportRequest(folder / name, fields={"namn": layer.columns[0]}))
                    texts += [*report.notes, *(word for pair in report.left_out for word in pair)]
            rows += 1
        except (StoreError, GoalError) as error:
            texts.append(str(error))
            sentences += 1
        for text in texts:
            text.encode("utf-8")  # half a character could not be
    assert rows > 50 and sentences > 20
    with closing(sqlite3.connect(bild)) as database:
        database.text_factory = bytes
        for dump in database.execute("SELECT namn FROM nod UNION ALL SELECT titel FROM mal"):
            dump[0].decode("utf-8")
