"""The delivery GeoPackage: for somebody with plain QGIS, ArcGIS or a script, and with no person's name in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer

from strukturbild_plugin.export.delivery.delivery_gpkg import make_delivery
from strukturbild_plugin.export.delivery.provenance import edition_metadata
from strukturbild_plugin.export.edition.edition import ExportRequest, export, next_edition
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg.file_copy import copy_database
from strukturbild_plugin.store.gpkg.records import Attachment, LabelPlace
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.embedded_project import PROJECT_NAME, project_address
from strukturbild_plugin.store.qgis_project.project_blob import without_names
from strukturbild_plugin.store.writing.transaction import writing
from tests.conftest import gdal_mode
from tests.export.delivery.helpers import rows
from tests.export.helpers import the
from tests.store.helpers import karlstad, new_file, validator_says

pytestmark = pytest.mark.usefixtures("raising_gdal_mode")
PERSON = "Zelda Provperson"


@pytest.fixture(scope="module")
def _made_once(tmp_path_factory: pytest.TempPathFactory, qgis_app) -> Path:
    """A folder with a strukturbild that somebody with a name has worked in, and its delivery."""
    folder = tmp_path_factory.mktemp("leverans")
    with gdal_mode(True):
        source = worked_in(folder)
        copy = copy_database(source, folder / "lage.gpkg")
        snapshot = read_snapshot(copy)
        made, _new = next_edition(snapshot)
        make_delivery(
            copy, folder / "leverans.gpkg", snapshot, made, edition_metadata(snapshot, made, "CC0", "LM2026/1")
        )
    source.rename(folder / "kalla.gpkg")
    return folder


@pytest.fixture
def source(_made_once: Path, tmp_path: Path) -> Path:
    """The strukturbild, the test's own."""
    return Path(shutil.copy(_made_once / "kalla.gpkg", tmp_path))


@pytest.fixture
def delivery(_made_once: Path, tmp_path: Path) -> Path:
    """Its delivery, the test's own."""
    return Path(shutil.copy(_made_once / "leverans.gpkg", tmp_path))


def worked_in(folder: Path) -> Path:
    path = new_file(folder)
    with writing(path, PERSON) as db:
        things = karlstad()
        db.add_objects(things, group=f"{PERSON}s bord")
        goals = db.goals()
        db.add_links([GoalLink(things[0].objekt_id, goals[0].mal_id, 2, "Kortare restid")])
        db.add_links([GoalLink(things[0].objekt_id, goals[1].mal_id, -1)])
        db.log("workshop", PERSON)
        db.add_anchoring(PERSON, things[0].objekt_id, 6)
        db.set_attachment(Attachment("logotyp", "region.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
        db.set_label_place(LabelPlace(things[0].bild_id, things[0].objekt_id, "A3", 415000.5, 6584000.5))
        db.connection.execute(
            "INSERT INTO kommentar (kommentar_id, text, skapad_av) VALUES ('k', ?, ?)", (f"Säger {PERSON}", PERSON)
        )
        db.connection.execute("INSERT INTO rost (rost_id, vem) VALUES ('r', ?)", (PERSON,))
        db.connection.execute("UPDATE layer_styles SET owner = ?", (PERSON,))
    return path


def test_it_holds_the_content_of_the_strukturbild_and_nothing_of_it_is_changed(source: Path, delivery: Path):
    assert fingerprint(read_snapshot(delivery)) == fingerprint(read_snapshot(source))
    delivered, drawn = read_snapshot(delivery), read_snapshot(source)
    assert (delivered.attachments, delivered.label_places) == (
        drawn.attachments,
        drawn.label_places,
    ) and drawn.attachments
    assert drawn.anchorings and delivered.anchorings == (), "vem som står bakom är namn på personer"
    kept = "SELECT objekt_id, version, skapad, andrad FROM nod ORDER BY objekt_id"
    assert rows(delivery, kept) == rows(source, kept), "att göra en leverans är inte att ändra objekten"
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'nod' ORDER BY name"
    assert rows(delivery, triggers) == rows(source, triggers)


def test_no_person_is_named_anywhere_in_the_file(source: Path, delivery: Path):
    assert PERSON.encode() in source.read_bytes()
    data = delivery.read_bytes()
    assert PERSON.encode() not in data and b"Provperson" not in data
    for table in ("logg", "kommentar", "rost"):
        assert rows(delivery, f"SELECT count(*) FROM {table}") == [(0,)]
    assert rows(delivery, "SELECT DISTINCT skapad_av, andrad_av, grupp FROM nod") == [(None, None, None)]
    assert rows(delivery, "SELECT DISTINCT name FROM qgis_projects") == [(PROJECT_NAME,)]


def test_the_project_inside_forgets_who_saved_it(delivery: Path):
    project = QgsProject()
    assert project.read(project_address(delivery))
    assert (project.lastSaveVersion().text() != "", project.saveUser(), project.saveUserFullName()) == (True, "", "")
    assert project.metadata().author() == ""
    xml = '<qgis saveUser="anna" version="3" saveUserFull="Anna å"><author>Anna å</author><x saveUser="kvar"/></qgis>'
    assert (
        without_names(xml)
        == '<qgis saveUser="" version="3" saveUserFull=""><author></author><x saveUser="kvar"/></qgis>'
    )


def test_codes_also_stand_as_words(delivery: Path):
    (row,) = rows(
        delivery,
        "SELECT klass_namn, niva_namn, struktur, struktur_op, status_namn, bild, bildtyp, skala, mal FROM nod "
        "WHERE namn = 'Karlstad'",
    )
    assert row[:8] == (
        "Nod",
        "Storregional",
        "Bebyggelse",
        "bebyggelse",
        "Befintlig",
        "Målbild",
        "Målbild",
        "Regional",
    )
    assert re.fullmatch(r".+ \(.+\), stödjer starkt: Kortare restid; .+ \(.+\), motverkar", row[8])


def test_it_is_valid_and_every_reader_sees_plain_tables(delivery: Path):
    assert validator_says(delivery) == ""
    data = ogr.Open(str(delivery))
    layer = data.GetLayerByName("nod")
    names = [field.GetName() for field in layer.schema]
    assert {"klass_namn", "struktur_op", "mal"} <= set(names) and layer.GetFeatureCount() == 2
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "3006"
    assert data.GetLayerByName("om_leveransen").GetFeatureCount() > 8


def test_it_opens_styled_and_named_in_plain_qgis(delivery: Path):
    layer = QgsVectorLayer(f"{delivery}|layername=strak", "strak", "ogr")
    assert layer.renderer().type() != "singleSymbol" and layer.labelsEnabled()
    fields = layer.fields()
    assert fields.field("klass_namn").alias() == "Klass (i klartext)"
    assert fields.field("stallningstagande").alias() == "Ställningstagande"


def test_plain_qgis_without_the_plugin_reads_the_project_after_a_move(delivery: Path, tmp_path: Path):
    moved = tmp_path / "annan mapp"
    moved.mkdir()
    there = delivery.rename(moved / delivery.name)
    code = (
        "import sys; from qgis.core import QgsApplication, QgsProject\n"
        "app = QgsApplication([], False); app.initQgis(); project = QgsProject.instance()\n"
        "assert project.read(sys.argv[1])\n"
        "print(all(layer.isValid() for layer in project.mapLayers().values()), len(project.mapLayers()))"
    )
    address = project_address(there)
    ran = subprocess.run(
        [sys.executable, "-c", code, address], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    valid, count = ran.stdout.split()[-2:]
    assert valid == "True" and int(count) > 8


def test_metadata_say_what_it_is(delivery: Path):
    ((uri, xml, scope),) = rows(
        delivery,
        "SELECT md_standard_uri, metadata, reference_scope FROM gpkg_metadata "
        "JOIN gpkg_metadata_reference ON id = md_file_id",
    )
    assert (uri, scope) == ("http://www.isotc211.org/2005/gmd", "geopackage")
    tree = ElementTree.fromstring(xml)
    said = " ".join(text.strip() for text in tree.itertext() if text.strip())
    head = read_snapshot(delivery).head
    for wanted in (
        head.titel,
        head.organisation,
        "EPSG:3006",
        "Värmlands län",
        "CC0",
        "LM2026/1",
        "underDevelopment",
        "owner",
    ):
        assert wanted in said, wanted
    box = {
        name: float(tree.find(f".//{{*}}{name}/{{*}}Decimal").text)
        for name in ("westBoundLongitude", "northBoundLatitude")
    }
    assert 10 < box["westBoundLongitude"] < 14 and 59 < box["northBoundLatitude"] < 62


def test_a_delivery_is_itself_a_strukturbild_that_can_give_the_next_edition(delivery: Path, tmp_path: Path):
    again = export(delivery, ExportRequest(tmp_path / "ut", formats=("leverans",)))
    assert (again.is_new, again.edition.nummer) == (False, 1)
    with writing(delivery) as db:
        db.update_objects([replace(next(iter(db.objects())), namn="Nytt")])
    second = export(delivery, ExportRequest(tmp_path / "ut2", formats=("leverans",)))
    assert second.edition.nummer == 2 and validator_says(second.files["leverans"]) == ""
    assert [row[0] for row in rows(second.files["leverans"], "SELECT nummer FROM utgava ORDER BY nummer")] == [1, 2]
    assert rows(second.files["leverans"], "SELECT varde FROM om_leveransen WHERE uppgift = 'Utgåva'") == [("2",)]


def test_the_delivery_of_the_example_is_valid(edition: Path):
    assert validator_says(the(edition, "*.gpkg")) == ""
