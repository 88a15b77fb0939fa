"""Tables in every Swedish habit: separators, decimal commas, title rows, and coordinates called anything."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strukturbild_plugin.errors import ImportRefused
from strukturbild_plugin.store.importing.crs import to_sweref
from strukturbild_plugin.store.importing.crs_choice import CrsEvidence, chosen_system
from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
from strukturbild_plugin.store.importing.reading.coordinate_columns import guessed_columns, two_coordinates
from strukturbild_plugin.store.importing.reading.delimited_text import rows_of_text
from strukturbild_plugin.store.importing.reading.numbers import coordinate, number
from strukturbild_plugin.store.importing.reading.table_layer import TableLayer
from strukturbild_plugin.store.importing.source import open_source
from tests.store.importing.helpers import KARLSTAD, OREBRO, objects_in


def table(folder: Path, text: str, name: str = "orter.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def read(source: Path) -> tuple[list[tuple[float, float]], tuple[str, ...]]:
    """The places of a table in SWEREF 99 TM, and what is told of it."""
    with open_source(source) as opened:
        layer = opened.layer()
        points = [row.geometry.GetPoint_2D() for row in layer.rows()]
        move = to_sweref(chosen_system(source.name, layer.system, "", CrsEvidence(points)).system)
        return [move.TransformPoint(*point)[:2] for point in points], layer.notes


# --- numbers


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("6 583 244,5", 6583244.5), ("6\u00a0583\u2009244", 6583244), ("6.583.244,5", 6583244.5),
        ("6,583,244.5", 6583244.5), ("\u2212 5", -5), ("1.234", 1.234), ("12 %", None), ("", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(written: str, meant: float | None) -> None:
    assert number(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("57°42'30\"N", 57.708333), ("57 42,5 N", 57.708333), ("N 57° 42,5'", 57.708333), ("57° 42′ 30″", 57.708333),
        ("11°58'V", -11.966667), ("57,7°", 57.7), ("414 979 m", 414979), ("6583244 N", 6583244),
        ("57 99 N", None), ("Storgatan 5", None), ("414979 6583244", None),
    ],
)  # fmt: skip
def test_a_coordinate_is_read_with_minutes_units_and_letters(written: str, meant: float | None) -> None:
    assert coordinate(written) == (None if meant is None else pytest.approx(meant, abs=1e-6))


@given(st.floats(-180, 180), st.sampled_from(["{}°{}'{}\"", "{} {} {}", "{}:{}:{}", "{}° {}′ {}″"]))
def test_degrees_minutes_and_seconds_come_back(degrees: float, form: str) -> None:
    seconds = round(abs(degrees) * 3600)
    text = form.format(seconds // 3600, seconds % 3600 // 60, seconds % 60)
    assert coordinate(text + ("V" if degrees < 0 else "E")) == pytest.approx(degrees, abs=0.5 / 3600 + 1e-9)


# --- the table


CELL = st.text(st.sampled_from("aåÄö ,;|\t\"'.-0159\n"), max_size=8).map(str.strip)
WORD = st.text(st.sampled_from("aåÄöbk"), min_size=1, max_size=8)


@given(
    st.sampled_from(";,\t|"),
    st.integers(2, 5).flatmap(
        lambda width: st.tuples(
            st.lists(WORD, min_size=width, max_size=width, unique=True),
            st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=4, max_size=8),
        )
    ),
    st.lists(st.sampled_from(["", "Orter i Värmland, 2024", "Källa: SCB"]), max_size=3),
)
def test_any_table_written_by_a_program_is_cut_as_it_was(
    separator: str, content: tuple[list[str], list[list[str]]], above: list[str]
) -> None:
    header, rows = content
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([header, *rows])
    text = "".join(f'"{line}"\n' if line else "\n" for line in above) + out.getvalue()
    found = [row for row in rows_of_text(text) if row]
    assert found[-len(rows) - 1 :] == [header, *rows]


EASTING = st.floats(300_000, 700_000).map(lambda x: round(x, 1))
NORTHING = st.floats(6_200_000, 7_500_000).map(lambda y: round(y, 1))


def _written(value: float, decimal: str, thousands: str) -> str:
    text = f"{value:,.1f}".replace(",", "\0").replace(".", decimal)
    return text.replace("\0", thousands)


@given(
    st.lists(st.tuples(WORD, EASTING, NORTHING), min_size=2, max_size=6),
    st.sampled_from([(";", ","), (";", "."), ("\t", ","), ("|", ","), (",", ".")]),
    st.sampled_from(["", " ", "\u00a0", "\u2009"]),
    st.sampled_from(
        [("E", "N"), ("Öst", "Norr"), ("x", "y"), ("Y", "X"), ("SWEREF99TM E", "SWEREF 99 TM N"), ("a", "b")]
    ),
    st.sampled_from(["", "Orter i länet\n", "Orter, 2024\n\nKälla: SCB\n"]),
)
def test_places_come_back_whatever_the_habit(
    places: list[tuple[str, float, float]],
    habit: tuple[str, str],
    thousands: str,
    names: tuple[str, str],
    above: str,
) -> None:
    separator, decimal = habit
    lines = [separator.join(("Ort", *names))]
    lines += [separator.join((name, *(_written(v, decimal, thousands) for v in where))) for name, *where in places]
    layer = TableLayer("t", rows_of_text(above + "\n".join(lines) + "\n"))
    columns = [column.decode() for column in layer.columns]
    rows = [dict(zip(columns, row.values)) for row in layer.rows()]
    found = guessed_columns(columns, rows)
    assert found is not None and (found.east, found.north) == names
    read = [found.geometry(row).GetPoint_2D() for row in rows]
    assert read == [pytest.approx((x, y)) for _, x, y in places]
    assert [row["Ort"] for row in rows] == [name for name, _, _ in places]


# --- coordinates called anything

NAMES = [
    ("E", "N"), ("X", "Y"), ("Y", "X"), ("Öst", "Norr"), ("Ost", "Nord"), ("SWEREF99TM E", "SWEREF99TM N"),
    ("SWEREF 99 TM Ö", "SWEREF 99 TM N"), ("koordinat_x", "koordinat_y"), ("E-koord", "N-koord"), ("E (m)", "N (m)"),
    ("Östkoordinat", "Nordkoordinat"), ("e_3006", "n_3006"), ("POINT_X", "POINT_Y"), ("Foo", "Bar"), ("N", "E"),
]  # fmt: skip


@pytest.mark.parametrize("names", NAMES)
def test_metres_are_found_under_any_name_and_turned_when_they_only_fit_so(tmp_path: Path, names: Sequence[str]) -> None:
    source = table(tmp_path, f"Namn;{names[0]};{names[1]}\nKarlstad;414 979,0;6 583 244\nÖrebro;511775;6570594,0\n")
    places, notes = read(source)
    assert places == [pytest.approx(KARLSTAD), pytest.approx(OREBRO)]
    turned = names in (("Y", "X"), ("N", "E"))
    assert any(f"{names[1]} som norr" in note for note in notes) is turned


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("lat;long", "59,3793;13,5036"), ("Latitud (WGS84);Longitud (WGS84)", "59°22'45,5\"N;13°30'13\"E"),
        ("lon;lat", "59.3793;13.5036"), ("x;y", "13,5036;59,3793"), ("Koordinater", "6583244, 414979"),
        ("Läge", "59.3793,13.5036"), ("Position", "N 59 22,758 E 13 30,216"), ("form", "POINT (414979 6583244)"),
        ("geo", "SRID=3006;POINT(414979 6583244)"), ("rt90_x;rt90_y", "6586555;1369190"),
        ("SWEREF 99 13 30 N;SWEREF 99 13 30 E", "6584922,4;150203,2"),
    ],
)  # fmt: skip
def test_degrees_other_systems_wkt_and_both_in_one_cell_are_read(tmp_path: Path, header: str, cells: str) -> None:
    source = table(tmp_path, f"Namn;{header}\n" + f"Karlstad;{cells}\n")
    assert read(source)[0] == [pytest.approx(KARLSTAD, abs=250)]


def test_the_guess_says_why(tmp_path: Path) -> None:
    source = table(tmp_path, "Namn;X;Y\nKarlstad;6583244;414979\n")
    with open_source(source) as opened:
        found = opened.layer().coordinates
    assert found is not None and (found.east, found.north) == ("Y", "X")
    assert found.why == "Kolumnerna heter Y och X."
    assert found.notes == (
        "Axlarna lästes i omvänd ordning, X som norr och Y som öst: bara så hamnar punkterna i Sverige.",
    )


def test_columns_can_be_pointed_out(tmp_path: Path) -> None:
    source = table(tmp_path, "Namn;Ö1;N1;E;N\nKarlstad;414979;6583244;1;2\n")
    for columns in (("Ö1", "N1"), ("n1", "ö1")):
        with open_source(source, *columns) as opened:
            layer = opened.layer()
            (row,) = layer.rows()
            assert row.geometry.GetPoint_2D() == KARLSTAD
    with (
        open_source(source, "finns inte") as opened,
        pytest.raises(ImportRefused, match="Kolumner som finns: Namn, Ö1"),
    ):
        list(opened.layer().rows())


def test_a_table_without_coordinates_is_refused_with_its_columns_and_the_advice_works(
    bild: Path, tmp_path: Path
) -> None:
    text = "Namn;Mitt1;Mitt2\nKarlstad;ca 414979;ca 6583244\nÖrebro;511775;6570594\n"
    with pytest.raises(ImportRefused) as refused:
        import_objects(bild, ImportRequest(table(tmp_path, text)))
    words = str(refused.value)
    assert "Namn: ”Karlstad”, Mitt1: ”ca 414979”" in words and "Döp om kolumnerna med koordinater till E och N" in words
    renamed = table(tmp_path, text.replace("Mitt1;Mitt2", "E;N"))
    assert import_objects(bild, ImportRequest(renamed)).imported == 1
    pointed_out = ImportRequest(table(tmp_path, text), x_column="Mitt1", y_column="Mitt2")
    assert import_objects(bild, pointed_out).notes and len(objects_in(bild)) == 1


def test_rows_above_the_header_are_told_and_rows_keep_the_numbers_of_excel(bild: Path, tmp_path: Path) -> None:
    source = table(
        tmp_path, 'sep=;\nOrter i Värmland;;\n;;\nNamn;E;N\n"Karl\nstad";414979;6583244\n;;\nÖrebro;;\nSumma;;\n'
    )
    report = import_objects(bild, ImportRequest(source))
    assert any("Tabellen börjar på rad 4" in note and "”Orter i Värmland”" in note for note in report.notes)
    assert report.imported == 1
    assert report.left_out == (("7 (Örebro)", "saknar geometri"), ("8 (Summa)", "saknar geometri"))


def test_a_header_of_two_rows_and_rows_wider_than_it_are_read_and_told(tmp_path: Path) -> None:
    source = table(tmp_path, "Ort;Invånare;Läge;\n;;E;N\nKil;12 000;404000;6597000;mer\nÅmål;9 000;372000;6548000\n")
    with open_source(source) as opened:
        layer = opened.layer()
        assert layer.columns == ("Ort", "Invånare", "E", "N", "Kolumn 5")
        assert [row.number for row in layer.rows()] == ["3", "4"]
        (note,) = layer.notes
        assert "fler celler än rubrikraden (1 stycken), till exempel rad 3 med ”mer”" in note


def test_a_table_of_one_column_is_refused_with_a_way_on_that_works(tmp_path: Path) -> None:
    text = "Namn E N\nKil 404000 6597000\n"
    with (
        open_source(table(tmp_path, text)) as opened,
        pytest.raises(ImportRefused, match="semikolon mellan kolumnerna"),
    ):
        list(opened.layer().rows())
    assert read(table(tmp_path, text.replace(" ", ";")))[0] == [pytest.approx((404000, 6597000))]


def test_a_table_without_header_gets_one_and_loses_no_row_and_no_cell(tmp_path: Path) -> None:
    source = table(tmp_path, "Karlstad;414979;6583244\nÖrebro;511775;6570594;extra\n")
    with open_source(source) as opened:
        layer = opened.layer()
        assert [row.values["Kolumn 1"] for row in layer.rows()] == ["Karlstad", "Örebro"]
        assert list(layer.rows())[1].values["Kolumn 4"] == "extra"
        assert any("ingen rubrikrad" in note for note in layer.notes)


@pytest.mark.parametrize("text", ["hej, då", "Storgatan 5, 7 tr", "1;2;3", "", "12"])
def test_what_is_no_pair_of_coordinates_is_none(text: str) -> None:
    assert two_coordinates(text) is None


@given(st.text(), st.text())
def test_any_text_is_a_coordinate_or_none(one: str, other: str) -> None:
    assert coordinate(one) is None or isinstance(coordinate(one), float)
    guessed_columns(["a", one], [{"a": other, one: one}])


# --- the cases of the kinds that failed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ort, kommun;E;N\nKarlstad;414000;6584000\n", ("Ort, kommun", "E", "N")),
        ("Namn;O\u0308st;Nord\nA\u030ama\u030al;372000;6548000\n", ("Namn", "Öst", "Nord")),
        ("Namn;X;Y\nKarlstad;6584000;414000\nÖrebro;6570000;512000\n", ("Namn", "X", "Y")),
    ],
)
def test_tables_that_were_refused_are_read(bild: Path, tmp_path: Path, text: str, names: Sequence[str]) -> None:
    source = table(tmp_path, text)
    with open_source(source) as opened:
        assert opened.layer().columns == names
    assert import_objects(bild, ImportRequest(source, fields={"namn": names[0]})).imported == len(text.splitlines()) - 1
    assert not any("\u0308" in thing.namn or "\u030a" in thing.namn for thing in objects_in(bild))


# --- as authorities publish them


SCB_ROWS = [
    ["Tätorter 2023, befolkning och koordinater"], ["Statistiska centralbyrån (SCB)"], [],
    ["Län", "", "Tätort", "", "Folkmängd", "Koordinat (SWEREF 99 TM)", ""],
    ["Kod", "Namn", "Kod", "Namn", "2023", "N", "E"],
    ["25", "Norrbottens län", "2580T101", "Luleå", "49 123", "7288000", "830000"],
    ["25", "Norrbottens län", "2584T106", "Kiruna", "17 002", "7537000", "719000"],
]  # fmt: skip


def test_a_heading_of_two_rows_tells_columns_of_one_name_apart() -> None:
    layer = TableLayer("t", SCB_ROWS)
    names = [name.decode() for name in layer.columns]
    assert names == ["Län Kod", "Län Namn", "Tätort Kod", "Tätort Namn", "Folkmängd 2023", "N", "E"]
    one_row = TableLayer("t", [["Namn", "Namn", "E", "N"], ["Kil", "Kil", "404000", "6597000"]])
    assert [name.decode() for name in one_row.columns] == ["Namn", "Namn", "E", "N"]


@pytest.mark.parametrize(
    ("title", "epsg"),
    [
        ("Koordinat (SWEREF 99 TM)", 3006), ("Koordinater i RT 90 2,5 gon V", 3021), ("SWEREF 99 20 15", 3016),
        ("Koordinater", 0), ("SWEREF 99 TM och WGS84", 0),
    ],
)  # fmt: skip
def test_a_system_written_above_the_header_is_that_of_the_table(title: str, epsg: int) -> None:
    rows = [["Titel", *SCB_ROWS[0]], [*SCB_ROWS[3][:5], title, ""], *SCB_ROWS[4:]]
    if "och" in title:
        rows[1][5:] = title.split(" och ")
    assert TableLayer("t", rows).epsg == epsg


def test_a_table_that_names_its_system_in_its_title_is_read_in_it(tmp_path: Path) -> None:
    text = "\n".join(";".join(row) for row in SCB_ROWS)
    with open_source(table(tmp_path, text, "scb.csv")) as opened:
        layer = opened.layer()
        assert layer.system is not None and "SWEREF99 TM" in layer.system.GetName()


@pytest.mark.parametrize(
    "text",
    [
        "Tätort,Kommun,Folkmängd(31 december 2017),Tätortskod\nAlvik,Luleå kommun,821,8504\nBoden,Boden,16 969,8544",
        "kommun_kod;kommun_namn;folkmangd_2016;beslut\n0114;Upplands Väsby;43891;1973-06-18\n0180;Stockholm;975551;",
    ],
)
def test_a_table_without_places_is_told_how_to_get_them(tmp_path: Path, text: str) -> None:
    with (
        pytest.raises(ImportRefused, match=r"bara namn, koder och tal.*koppla dem"),
        open_source(table(tmp_path, text)) as opened,
    ):
        list(opened.layer().rows())


@pytest.mark.parametrize("cell", ["6 580 822", "59,3293", "N 59° 19,7"])
def test_a_table_that_may_have_places_is_told_which_columns_are_looked_for(tmp_path: Path, cell: str) -> None:
    with (
        pytest.raises(ImportRefused, match="Döp om"),
        open_source(table(tmp_path, f"Namn;Uppgift;Fler\nKil;{cell};a\nGrums;{cell} b c d;b")) as opened,
    ):
        list(opened.layer().rows())
