"""The headless face: the algorithms as QGIS lists them, and the main job through the real `qgis_process`."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback

from tests.gui.helpers import ROOT, make_profile, qgis_process
from tests.processing.helpers import run
from tests.store.hostile_helpers import hostile
from tests.store.importing.encoding_helpers import COLUMN, shapefile

ALL = {
    *("create", "create_example", "save_template", "import_template", "import_objects", "import_goals"),
    *("check", "export", "verify", "publish_symbols", "change_area", "copy", "compare", "workshop_copies", "merge"),
    *("synthesis", "goal_coverage", "fill_location"),
}


def test_every_algorithm_explains_itself(provider) -> None:
    assert {algorithm.name() for algorithm in provider.algorithms()} == ALL
    for algorithm in provider.algorithms():
        assert len(algorithm.shortHelpString()) > 80, algorithm.name()
        assert algorithm.group() and algorithm.displayName() and "strukturbild" in algorithm.tags()
        assert type(algorithm.create()) is type(algorithm)
        assert all(parameter.description() for parameter in algorithm.parameterDefinitions())


def test_a_file_with_foreign_parts_is_refused_with_the_way_on_and_can_be_cleaned(provider, example_file, tmp_path):
    file = hostile(example_file, tmp_path, "raderar")
    with pytest.raises(QgsProcessingException, match=r"”ond”.*rensad"):
        run(provider, "check", FIL=str(file))
    made = run(provider, "copy", FIL=str(file), SLAG="rensad", KOPIA=str(tmp_path / "ren.gpkg"))
    assert Path(made["KOPIA"]).is_file() and run(provider, "check", FIL=made["KOPIA"])


def test_template_choices_are_the_templates_there_are(provider) -> None:
    from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import symbol_sets
    from strukturbild_plugin.catalogue.template import load_templates
    from strukturbild_plugin.goals.goal_library import load_goal_sets
    from strukturbild_plugin.store.examples.example import examples

    def options(name: str, parameter: str) -> set[str]:
        return set(provider.algorithm(name).parameterDefinition(parameter).options())

    assert options("create", "MALL") == {template.kod for template in load_templates()}
    assert options("create", "SYMBOLER") == {kod for kod, _name in symbol_sets()}
    assert options("create_example", "EXEMPEL") == {kod for kod, _title in examples()}
    assert options("import_goals", "BIBLIOTEK") == set(load_goal_sets())


def test_what_goes_wrong_is_a_sentence(provider, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="Värmland"):
        run(provider, "create", LAN="Vermland", FIL=str(tmp_path / "a.gpkg"))
    (tmp_path / "text.gpkg").write_text("ingen databas")
    for name in ("check", "export"):
        with pytest.raises(QgsProcessingException) as told:
            run(provider, name, FIL=str(tmp_path / "text.gpkg"), MAPP=str(tmp_path / "ut"))
        assert "text.gpkg" in str(told.value) and "Traceback" not in str(told.value)
    assert not (tmp_path / "a.gpkg").exists() and not (tmp_path / "ut").exists()


def test_where_objects_lie_is_filled_in_and_what_is_written_by_hand_stays_unless_asked(
    provider, example_file: Path
) -> None:
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    was = {one.namn: one for one in read_snapshot(example_file).objects}
    with writing(example_file) as db:
        emptied = {kod: value for kod, value in was["Arvika"].attribut.items() if kod != "kommunkoder"}
        by_hand = {**was["Örebro"].attribut, "kommunkoder": "1880, 1881"}
        db.update_objects(
            [replace(was["Arvika"], attribut=emptied), replace(was["Örebro"], attribut=by_hand)],
        )
    told = run(provider, "fill_location", FIL=str(example_file), AV="Anna")
    assert (told["ANTAL"], told["UTOMLANDS"]) == (1, 0)
    found = {one.namn: one.attribut["kommunkoder"] for one in read_snapshot(example_file).objects}
    assert (found["Arvika"], found["Örebro"]) == ("1784", "1880, 1881")
    assert run(provider, "fill_location", FIL=str(example_file))["ANTAL"] == 0
    assert run(provider, "fill_location", FIL=str(example_file), SKRIV_OVER=True)["ANTAL"] == 1
    assert {one.namn: one for one in read_snapshot(example_file).objects} == was


def test_lan_are_changed_and_a_revision_is_copied(provider, example_file: Path, tmp_path: Path) -> None:
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    was = read_snapshot(example_file)
    changed = run(provider, "change_area", FIL=str(example_file), LAN="Värmland", AV="Anna")
    assert changed["OMRADE"] == "Värmlands län" and changed["UTANFOR"] > 0
    with pytest.raises(QgsProcessingException, match="Narnia"):
        run(provider, "change_area", FIL=str(example_file), LAN="Narnia")
    made = run(provider, "copy", FIL=str(example_file), KOPIA=str(tmp_path / "nästa.gpkg"), TITEL="Nästa")
    copy = read_snapshot(Path(made["KOPIA"]))
    assert (copy.head.titel, copy.head.lan, len(copy.objects)) == ("Nästa", ("17",), len(was.objects))
    assert copy.origin.strukturbild_id == was.head.strukturbild_id
    with pytest.raises(QgsProcessingException, match="finns redan"):
        run(provider, "copy", FIL=str(example_file), KOPIA=made["KOPIA"], SLAG="samma")


def test_title_and_goals_follow_the_regions(provider, base_data: Path, tmp_path: Path) -> None:
    made = run(provider, "create", LAN="Värmland, 18", FIL=str(tmp_path / "a.gpkg"))
    assert made["TITEL_BLEV"] == "Strukturbild för Värmland och Örebro"
    with sqlite3.connect(tmp_path / "a.gpkg") as db:
        sets = {row[0] for row in db.execute("select kod from malsamling")}
        title = db.execute("select titel from strukturbild").fetchone()[0]
    assert {"rus_varmland", "rus_orebro"} <= sets and title == made["TITEL_BLEV"]
    without = run(provider, "create", LAN="17", MALSAMLINGAR="inga", FIL=str(tmp_path / "b.gpkg"))
    with sqlite3.connect(without["FIL"]) as db:
        assert db.execute("select count(*) from malsamling").fetchone()[0] == 0


def test_an_existing_file_is_not_replaced_unasked(provider, base_data: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    run(provider, "create", LAN="17", TITEL="Första", FIL=str(file))
    with pytest.raises(QgsProcessingException, match=r"a\.gpkg"):
        run(provider, "create", LAN="17", TITEL="Andra", FIL=str(file))
    run(provider, "create", LAN="17", TITEL="Tredje", FIL=str(file), SKRIV_OVER=True)
    with sqlite3.connect(file) as db:
        assert db.execute("select titel from strukturbild").fetchone()[0] == "Tredje"


def test_import_counts_and_names_what_was_left(provider, base_data: Path, tmp_path: Path) -> None:
    file = run(provider, "create", LAN="17", FIL=str(tmp_path / "a.gpkg"))["FIL"]
    places = [("Karlstad", [13.5, 59.4]), ("Arvika", [12.6, 59.65]), ("Utan plats", None)]
    features = [
        {
            "type": "Feature",
            "properties": {"ort": name},
            "geometry": {"type": "Point", "coordinates": where} if where else None,
        }
        for name, where in places
    ]
    source = tmp_path / "orter.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    told = run(provider, "import_objects", FIL=file, KALLA=str(source), KLASS="nod", FALT_NAMN="ort")
    assert (told["ANTAL"], told["ANTAL_EJ"]) == (2, 1)
    assert json.loads(told["EJ_HAMTADE"])[0]["skal"]
    with sqlite3.connect(file) as db:
        assert {row[0] for row in db.execute("select namn from nod")} == {"Karlstad", "Arvika"}


@pytest.mark.usefixtures("either_gdal_mode")
def test_import_takes_a_table_whose_coordinate_system_is_told(provider, base_data: Path, tmp_path: Path) -> None:
    file = run(provider, "create", LAN="17", FIL=str(tmp_path / "a.gpkg"))["FIL"]
    source = tmp_path / "orter.csv"
    source.write_text("ort;x;y;mal\nKarlstad;13.5;59.4;1\n", encoding="utf-8")
    told = run(
        provider,
        "import_objects",
        FIL=file,
        KALLA=str(source),
        KLASS="nod",
        FALT_NAMN="ort",
        FALT_MAL="mal",
        STATUS="befintlig",
        NIVA="regional",
        KOORDINATSYSTEM="4326",
    )
    assert told["ANTAL"] == 1
    with sqlite3.connect(file) as db:
        assert db.execute("select namn, niva, status from nod").fetchall() == [("Karlstad", "regional", "befintlig")]


@pytest.mark.usefixtures("either_gdal_mode")
def test_the_encoding_that_was_guessed_is_told_in_the_log(provider, bild: Path, tmp_path: Path) -> None:
    places = shapefile(tmp_path / "orter.shp", "CP1252")
    goals = tmp_path / "mal.csv"
    goals.write_bytes("kod;mål\n1;Öppna landskap\n".encode("cp1252"))
    feedback = QgsProcessingFeedback(False)
    run(provider, "import_objects", feedback, FIL=str(bild), KALLA=str(places), KLASS="nod", FALT_NAMN=COLUMN)
    run(provider, "import_goals", feedback, FIL=str(bild), KALLA=str(goals))
    for example in ("Åmål", "Öppna landskap"):
        assert f"lästes som Windows-1252, till exempel ”{example}”" in feedback.textLog()
    with sqlite3.connect(bild) as db:
        assert {row[0] for row in db.execute("select namn from nod")} == {"Åmål", "Örebro"}


def test_goals_come_from_the_library_or_a_table(provider, base_data: Path, tmp_path: Path) -> None:
    file = run(provider, "create", LAN="17", MALSAMLINGAR="inga", FIL=str(tmp_path / "a.gpkg"))["FIL"]
    assert run(provider, "import_goals", FIL=file, BIBLIOTEK="agenda2030")["ANTAL"] >= 17
    with pytest.raises(QgsProcessingException, match="målsamling"):
        run(provider, "import_goals", FIL=file)


def test_goals_are_tried_taken_in_part_and_their_columns_pointed_out(provider, base_data: Path, tmp_path: Path) -> None:
    file = run(provider, "create", LAN="17", MALSAMLINGAR="inga", FIL=str(tmp_path / "a.gpkg"))["FIL"]
    table = tmp_path / "egna.csv"
    table.write_text("Nr;Rubrik;Text\n06;Ett;Mer\n6;Två;\n6;Igen;\n", encoding="utf-8")
    feedback = QgsProcessingFeedback(False)
    told = run(provider, "import_goals", feedback, FIL=file, KALLA=str(table), PROVA=True)
    assert (told["ANTAL"], told["ANTAL_EJ"]) == (0, 1) and "rad 4: koden 6 finns redan" in feedback.textLog()
    with pytest.raises(QgsProcessingException, match="Rader som inte går att hämta: 1"):
        run(provider, "import_goals", FIL=file, KALLA=str(table), NAMN="Våra mål")
    given = {"FIL": file, "KALLA": str(table), "DELVIS": True, "FALT_INDIKATOR": "Text"}
    assert run(provider, "import_goals", NAMN="Våra mål", **given)["ANTAL"] == 2
    assert run(provider, "import_goals", SAMLING="vara_mal", **given)["ANTAL"] == 2
    with sqlite3.connect(file) as db:
        rows = db.execute("select samling, kod, titel, indikator from mal order by ordning").fetchall()
    assert rows == [("vara_mal", "06", "Ett", "Mer"), ("vara_mal", "6", "Två", None)] or rows[1][3] == ""
    with pytest.raises(QgsProcessingException, match="finns inte i strukturbilden"):
        run(provider, "import_goals", SAMLING="rus_skane", **given)


def test_check_writes_a_page_and_data(provider, example_file: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "lista.html", tmp_path / "lista.json"
    told = run(provider, "check", FIL=str(example_file), HTML=str(page), JSON=str(data))
    findings = json.loads(data.read_text(encoding="utf-8"))
    assert told["ANTAL"] == len(findings) == sum(json.loads(told["ANTAL_PER_ALLVAR"]).values())
    assert page.read_text(encoding="utf-8").count("<tr>") == len(findings) + 1
    assert told["STATUS"] == ("anmarkningar" if findings else "utan_anmarkning")


def test_a_list_replaces_what_a_link_leads_to_and_nothing_when_it_can_not_be_written(tmp_path: Path) -> None:
    from strukturbild_plugin.errors import StrukturbildError
    from strukturbild_plugin.processing.findings_page import write_text

    there, link = tmp_path / "publik" / "lista.html", tmp_path / "lista.html"
    there.parent.mkdir()
    there.write_text("förra", encoding="utf-8")
    link.symlink_to(there)
    write_text(link, "nya")
    assert link.is_symlink() and there.read_text(encoding="utf-8") == "nya"
    write_text(tmp_path / "ny mapp" / "lista.html", "nya")
    (tmp_path / "mapp.html").mkdir()
    for path in (tmp_path / "mapp.html", there / "lista.html"):
        with pytest.raises(StrukturbildError, match=r"html"):
            write_text(path, "nya")
    assert {each.name for each in tmp_path.rglob("*")} == {"publik", "lista.html", "ny mapp", "mapp.html"}


def test_texts_in_the_page_cannot_become_markup(qgis_app: QgsApplication) -> None:
    from strukturbild_plugin.checks.engine.finding import Finding
    from strukturbild_plugin.processing.findings_page import as_html

    page = as_html("<b>Titel", [Finding("T01", "fel", "", "nod", "<script>x</script>", "&")])
    assert "<script>" not in page and "<b>Titel" not in page and "&lt;script&gt;" in page


def test_the_main_job_in_qgis_process(base_data: Path, tmp_path: Path) -> None:
    """Example, check, edition and verdict by the program itself, in a profile that has only the plugin."""
    make_profile(tmp_path)
    file, folder = tmp_path / "exempel.gpkg", tmp_path / "utgåva"

    def ask(algorithm: str, **inputs: object) -> dict:
        code, answer, said = qgis_process(tmp_path, "--json", "run", f"strukturbild:{algorithm}", inputs=inputs)
        assert code == 0, said
        return answer["results"]

    ask("create_example", FIL=file)
    assert ask("check", FIL=file)["STATUS"] in ("anmarkningar", "utan_anmarkning")
    edition = ask("export", FIL=file, MAPP=folder, AV="Region Exempel")
    assert edition["UTGAVA"] == 1 and len(edition["FINGERAVTRYCK"]) == 64
    assert all(Path(made).is_file() for made in json.loads(edition["FILER"]).values())
    assert Path(edition["MAPP"]).parent == folder
    (folder / "anteckning.txt").write_text("ligger bredvid")
    whole = ask("verify", MAPP=folder)
    assert whole["STATUS"] == "same" and json.loads(whole["UTANFOR"]) == ["anteckning.txt"]
    assert ask("verify", MAPP=edition["MAPP"])["UTANFOR"] == "[]"
    code, _answer, said = qgis_process(tmp_path, "run", "strukturbild:create", inputs={"LAN": "Vermland", "FIL": file})
    assert code != 0 and "Värmland" in said and "Traceback" not in said


READ_AT_START = """
 i18n paths plugin errors compat
 processing processing.provider processing.base processing.copy_and_area_change processing.create
 processing.check_and_export processing.import_data processing.publish_symbols processing.templates
 processing.compare processing.workshops processing.goal_coverage processing.fill_location
 cartography cartography.typography cartography.typography.fonts
"""
"""All of the plugin that may be read before anybody has asked for anything."""


def test_start_up_reads_only_what_it_needs(tmp_path: Path) -> None:
    """Plugin made, provider loaded, menu built: no other room, no heavy library, and none that makes data classes."""
    script = """
import sys
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow, QMenu
app = QgsApplication([], True)
app.initQgis()
window = QMainWindow()
menu = QMenu("Hjälp", window)
window.menuBar().addMenu(menu)

class Anything:
    def __getattr__(self, name):
        return {"mainWindow": lambda: window, "addToolBar": window.addToolBar,
                "firstRightStandardMenu": lambda: menu}.get(name) or Anything()
    def __call__(self, *_):
        return Anything()

iface, before = Anything(), set(sys.modules)
from strukturbild_plugin import classFactory
plugin = classFactory(iface)
plugin.initGui()
print(" ".join(sorted(set(sys.modules) - before)))
plugin.unload()
plugin.initGui()
plugin.unload()
print(len([p for p in QgsApplication.processingRegistry().providers() if p.id() == "strukturbild"]))
"""
    (tmp_path / "start.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "start.py")],
        env={**__import__("os").environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    modules, providers = done.stdout.splitlines()[-2:]
    own = {name.partition(".")[2] for name in modules.split() if name.startswith("strukturbild_plugin.")}
    assert own == set(READ_AT_START.split())
    heavy = {"yaml", "jinja2", "reportlab", "pypdf", "PIL", "numpy", "osgeo", "sqlite3"}
    slow = {"dataclasses", "json", "hashlib", "ssl", "datetime", "uuid", "tempfile", "zipfile", "xml"}
    assert not (heavy | slow) & {name.split(".")[0] for name in modules.split()}
    assert providers == "0"


def test_an_edition_on_the_papers_and_of_the_kinds_that_were_asked_for(
    provider, example_file: Path, tmp_path: Path
) -> None:
    made = run(
        provider,
        "export",
        FIL=str(example_file),
        MAPP=str(tmp_path / "ut"),
        FORMAT="karta",
        PAPPER="A4, 300x200",
        KARTBLAD="arbetsblad",
    )
    names = sorted(Path(file).name for file in json.loads(made["FILER"]).values() if file.endswith(".pdf"))
    assert [name.rpartition("-")[2] for name in names] == ["300x200.pdf", "a4.pdf"]
    assert all("-1-arbetsblad-" in name for name in names)


def test_the_coverage_of_goals_is_written_as_tables_for_a_picture_or_all(provider, example_file, tmp_path) -> None:
    made = run(provider, "goal_coverage", FIL=str(example_file), MAPP=str(tmp_path / "t"), FORMAT="csv")
    files = {code: Path(path) for code, path in json.loads(made["TABELLER"]).items()}
    assert len(files) == 9 and all(path.is_file() for path in files.values())
    assert files["kommuner"].read_text("utf-8-sig").count("\n") == 1 + 16 + 12
    assert (made["UTAN_PLATS"], made["UTAN_MAL"]) == (0, 0)
    assert files["fragor"].read_text("utf-8-sig").count("Målkonflikt;") > 5 and made["FRAGOR"] > 40
    with pytest.raises(QgsProcessingException, match=r"”Fel” finns inte i filen. Bilderna är: Målbild"):
        run(provider, "goal_coverage", FIL=str(example_file), MAPP=str(tmp_path / "t"), BILD="Fel")
