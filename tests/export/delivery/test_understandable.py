"""What somebody at another authority understands of a delivery: names of columns, tables, pictures, forms."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import QgsVectorLayer

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.plan_standard_files import load_plan_standards
from strukturbild_plugin.export.delivery.inspect_delivery import inspect_delivery
from strukturbild_plugin.export.delivery.readable_columns import free_name
from strukturbild_plugin.export.delivery.table_words import table_words
from strukturbild_plugin.store.create.create import write_file
from strukturbild_plugin.store.gpkg.records import Measure
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.catalogue.helpers import own_file
from tests.export.delivery.helpers import deliver, rows
from tests.store.helpers import content, point, thing

_OWN_COLUMNS = ("klass_namn", "klass_namn_text", "kommunkoder_namn", "kommunkoder_namn_text", "order", "op_kategori")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    """The delivery of a strukturbild with two pictures, a measure, and own columns that are called like ours."""
    folder = tmp_path_factory.mktemp("leverans")
    columns = "".join(f"  {kod}:\n    namn: Eget {kod}\n    typ: text\n    grupp: egenskaper\n" for kod in _OWN_COLUMNS)
    klass = (
        "klasser:\n  where:\n    namn: {sv: Gruvort}\n    struktur: B\n    lager: {punkt: nod}\n    ordning: 99\n"
        f"    attribut: [{', '.join(_OWN_COLUMNS)}]\n"
    )
    own = own_file(folder, f"attribut:\n{columns}{klass}")
    path = write_file(folder / "norr.gpkg", content(load_catalogue(own_files=[own]), 'Norr & "Tornedalen" – åäö 😀'))
    with writing(path) as db:
        mine = {kod: f"mitt {kod}" for kod in _OWN_COLUMNS}
        places = {"kommunkoder": "2583", "omradeskoder": "25, FI", "fullskaligt_utbud": 1}
        roles = ("hogskoleort", "nodstad", "hamn")
        town = thing("nod", "where", "Kiruna", point((719000.0, 7535000.0)), roller=roles, attribut={**mine, **places})
        today, wanted = (picture.bild_id for picture in sorted(db.pictures(), key=lambda one: one.bildtyp != "nulage"))
        two_lines = {"kalla": "Rapport ett,\nsidan två"}
        db.add_objects([replace(town, bild_id=today), thing("nod", "nod", "Kil", town.wkb, attribut=two_lines)])
        (other,) = (one for one in db.pictures() if one.bild_id == wanted)
        db.set_pictures([replace(other, utgar_fran=today)])
        db.put([Measure("m1", town.objekt_id, "Bygg ut stationen", "Region Norrbotten", 2030)])
    return deliver(path, load_plan_standards().named("op_modell_2_x"))


def test_own_columns_that_are_called_like_the_words_keep_their_names(made: Path):
    mine = ", ".join(f'"{kod}"' for kod in _OWN_COLUMNS)
    assert rows(made, f"SELECT {mine} FROM nod WHERE namn = 'Kiruna'") == [tuple(f"mitt {kod}" for kod in _OWN_COLUMNS)]
    ours = "klass_namn_text2, kommunkoder_namn_text2, op_kategori_text, op_standard"
    assert rows(made, f"SELECT {ours} FROM nod WHERE namn = 'Kiruna'") == [
        ("Gruvort", "Haparanda", "mitt op_kategori", "ÖP-modell")
    ]
    (told,) = rows(made, "SELECT varde FROM om_leveransen WHERE uppgift = 'Kolumner'")
    assert "klass_namn_text2" in told[0] and "kommunkoder_namn_text2" in told[0]
    found = inspect_delivery(made)
    assert found is not None and found.fault == ""


def test_a_free_name_is_taken_by_nobody():
    taken: set[str] = set()
    for _each in range(5):
        taken.add(free_name("mal", taken))
    assert taken == {"mal", "mal_text", "mal_text2", "mal_text3", "mal_text4"}


def test_codes_of_areas_pictures_and_sets_have_words(made: Path):
    assert rows(made, "SELECT omradeskoder_namn FROM nod WHERE namn = 'Kiruna'") == [("Norrbottens län, Finland",)]
    assert rows(made, "SELECT utgar_fran_namn FROM bild WHERE namn = 'Målbild'") == [("Nuläge",)]
    assert rows(made, "SELECT lan_namn FROM malsamling WHERE lan = '17'") == [("Värmlands län",)]
    assert rows(made, "SELECT objekt_namn, vad, aktor FROM insats") == [
        ("Kiruna", "Bygg ut stationen", "Region Norrbotten")
    ]


def test_every_column_that_is_listed_has_a_title_and_yes_and_no_are_words(made: Path):
    listed = rows(made, "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'")
    for (table,) in listed:
        columns = {row[1] for row in rows(made, f"PRAGMA table_info({table})")} - {"fid", "geom"}
        titled = {
            name for (name,) in rows(made, "SELECT column_name FROM gpkg_data_columns WHERE table_name = ?", table)
        }
        assert columns == titled, table
    said = dict(
        rows(made, "SELECT value, description FROM gpkg_data_column_constraints WHERE constraint_name='ja_nej'")
    )
    assert said == {"1": "Ja", "0": "Nej"}
    constraint = "SELECT constraint_name FROM gpkg_data_columns WHERE table_name = ? AND column_name = ?"
    places = (("nod", "fullskaligt_utbud"), ("malsamling", "fullstandig"), ("mal", "prioriterat"))
    assert [rows(made, constraint, *place) for place in places] == [[("ja_nej",)]] * 3


def test_it_says_in_words_that_pictures_share_layers_and_what_the_tables_are(made: Path):
    told = dict(rows(made, "SELECT uppgift, varde FROM om_leveransen"))
    first, *pictures = told["Bilder"].split("\n")
    assert "Filtrera på kolumnen bild" in first
    assert pictures == [
        "Målbild: Målbild, Regional, målår 2040, Utkast. Objekt: 1.",
        "Nuläge: Nulägesbild, Regional, Utkast. Objekt: 1.",
    ]
    assert "Insatser (insats): 1, vem som gör vad" in told["Övriga tabeller"]
    assert "Stråk (strak)" in told["Utelämnat eftersom det är tomt"]
    assert told["Underlag"].startswith("Rapport ett, sidan två\n"), "en källa är en rad"
    assert "får alla bilder på en gång" in told["Så öppnas den"]


def test_the_form_and_the_table_about_it_are_readable_in_qgis(made: Path, qgis_app: object):
    node = QgsVectorLayer(f"{made}|layername=nod", "nod", "ogr")
    shown: list[str] = []

    def walk(element: object) -> None:
        for child in element.children():  # type: ignore[attr-defined]
            shown.append(child.name())
            if hasattr(child, "children"):
                walk(child)

    walk(node.editFormConfig().invisibleRootContainer())
    assert {"kommunkoder_namn_text2", "omradeskoder_namn"} <= set(shown)
    assert not {"kommunkoder", "omradeskoder"} & set(shown), "koder som inga listor kan visa i ord"
    answers = node.editorWidgetSetup(node.fields().indexOf("roll")).config()["map"]
    words = {code: word for entry in answers for word, code in entry.items()}
    (stored,) = rows(made, "SELECT roll, roll_namn FROM nod WHERE namn = 'Kiruna'")
    assert words[stored[0]] == stored[1], "tre roller, som formuläret inte erbjuder"
    assert words["{nodstad}"] == "Nodstad"
    about = QgsVectorLayer(f"{made}|layername=om_leveransen", "om", "ogr")
    widths = {column.name: column.width for column in about.attributeTableConfig().columns() if not column.hidden}
    assert widths == {"uppgift": 220, "varde": 900}


def test_the_legend_speaks_of_unknown_classes_only_when_there_are_any(source: Path, qgis_app: object):
    def labels(path: Path) -> list[str]:
        layer = QgsVectorLayer(f"{path}|layername=nod", "nod", "ogr")
        assert layer.isValid()
        return [rule.label() for rule in layer.renderer().rootRule().children()]

    first = deliver(source)
    usual = labels(first)
    first.unlink()
    assert "Bytespunkt" in usual and "Okänd klass" not in usual
    with writing(source) as db:
        db.connection.execute("UPDATE nod SET klass = 'borttagen' WHERE namn = 'Kil'")
    assert labels(deliver(source)) == [*usual, "Okänd klass"]


def test_the_metadata_say_when_no_organisation_is_known_and_what_a_permission_is(source: Path):
    with writing(source) as db:
        terms = {"spridningstillstand": 'LM "1/2" <x> & 😀', "licens": "Fri & öppen <b> [% 1+1 %]"}
        db.set_head(replace(db.head(), organisation="", **terms))
    made = deliver(source)
    (metadata,) = rows(made, "SELECT metadata FROM gpkg_metadata")[0]
    tree = ElementTree.fromstring(metadata)
    said = [str(one.text) for one in tree.iter() if one.text]
    assert 'Spridningstillstånd: LM "1/2" <x> & 😀' in said and "Fri & öppen <b> [% 1+1 %]" in said
    missing = "{http://www.isotc211.org/2005/gco}nilReason"
    assert [one.get(missing) for one in tree.iter() if one.tag.endswith("organisationName")] == ["missing"] * 2
    told = dict(rows(made, "SELECT uppgift, varde FROM om_leveransen"))
    assert told["Spridningstillstånd"] == 'LM "1/2" <x> & 😀' and "shapefil" in told["Till andra format"]


def test_a_delivery_of_a_delivery_leaves_nothing_out(made: Path, tmp_path: Path):
    import shutil

    from strukturbild_plugin.export.edition.edition import ExportRequest, export

    again = Path(shutil.copy(made, tmp_path / "igen.gpkg"))
    result = export(again, ExportRequest(tmp_path / "ut", formats=("leverans",)))
    assert "Följer inte med" not in result.message, result.message
    found = inspect_delivery(result.files["leverans"])
    assert found is not None and found.fault == ""


# ------------------------------------------------------------------- what has been changed since, and what has not


def changed(made: Path, folder: Path, *statements: str) -> str:
    """What is said of a copy of a delivery that has been changed."""
    copy = folder / "kopia.gpkg"
    copy.write_bytes(made.read_bytes())
    connection = sqlite3.connect(copy, isolation_level=None)
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        connection.create_function(name, 1, lambda _shape: 0.0)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    found = inspect_delivery(copy)
    assert found is not None
    return found.fault


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE om_leveransen SET varde = 'CC0 1.0' WHERE uppgift = 'Datum'",
        "DELETE FROM om_leveransen WHERE uppgift = 'Läs så här'",
        "UPDATE gpkg_metadata SET metadata = replace(metadata, 'Örebro', 'Skåne')",
        "UPDATE gpkg_data_columns SET title = 'Fel' WHERE column_name = 'status_namn'",
        "UPDATE gpkg_data_column_constraints SET description = 'Fel' WHERE constraint_name = 'ja_nej' AND value = '1'",
        "UPDATE nod SET kommunkoder_namn_text2 = 'Stockholm'",
        "UPDATE nod SET omradeskoder_namn = 'Norge' WHERE namn = 'Kiruna'",
        "UPDATE nod SET op_struktur = 'natur'",
        "UPDATE bild SET remissomgang = 'x'",
        "ALTER TABLE nod DROP COLUMN roll_namn",
    ],
)
def test_a_changed_text_is_found_out(made: Path, tmp_path: Path, statement: str):
    assert "har ändrats sedan utgåvan gjordes" in changed(made, tmp_path, statement)


def test_other_order_other_names_and_a_tidied_file_are_no_change(made: Path, tmp_path: Path):
    for table in ("nod", "mal", "malsamling", "bild", "objekt_mal", "om_leveransen"):
        assert (
            changed(made, tmp_path, f"UPDATE {table} SET fid = fid + 900", f"UPDATE {table} SET fid = 2000 - fid") == ""
        )
    assert changed(made, tmp_path, "VACUUM") == ""


def test_a_renamed_municipality_and_newer_words_of_the_program_are_no_change(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = "strukturbild_plugin.export.delivery"
    monkeypatch.setattr(f"{place}.table_words.municipality_names", lambda: {"2583": "Nya Haparanda"})
    monkeypatch.setattr(f"{place}.table_words.area_names", lambda: {"25": "Nordliga län", "17": "Nya Värmland"})
    (standard,) = (one for one in load_plan_standards().standards if one.kod == "op_modell_2_x")
    newer = replace(standard, kategorier=(replace(standard.kategorier[0], kategori="Nya ord", strukturord="nya"),))
    monkeypatch.setattr(f"{place}.inspect_delivery._standard_in", lambda _connection: newer)
    words = table_words(read_snapshot(made))["nod"]
    assert any("Nya Haparanda" in row for row in words.rows.values()), "den som verifierar har andra namn"
    assert changed(made, tmp_path) == ""
    without = "DELETE FROM om_leveransen WHERE uppgift = 'Kontrollsumma för texterna'"
    monkeypatch.setattr(f"{place}.inspect_delivery._standard_in", lambda _connection: standard)
    assert changed(made, tmp_path, without) == "", "en leverans från före kontrollsumman"


def test_opening_it_with_the_plugin_is_no_change(made: Path, tmp_path: Path):
    from strukturbild_plugin.export.delivery.internal_tables import show_tables
    from strukturbild_plugin.store.writing.repair import repair

    copy = tmp_path / "öppnad.gpkg"
    copy.write_bytes(made.read_bytes())
    assert show_tables(copy)
    repair(copy)
    found = inspect_delivery(copy)
    assert found is not None and found.fault == ""
    assert json.dumps(rows(copy, "SELECT count(*) FROM nod")) == "[[2]]"
