"""A new strukturbild: whole and valid, or not there at all."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QImage

from strukturbild_plugin.errors import Cancelled, CatalogueError, StoreError
from strukturbild_plugin.store.create.create import NewStrukturbild, create, write_file
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.counting import sqlite_work
from tests.helpers import pixel_bytes
from tests.store.helpers import (
    TARGET,
    TODAY,
    content,
    karlstad,
    look_without_the_plugin,
    new_file,
    run_python,
    start_python,
    validator_says,
)


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def test_a_new_file_is_valid_for_gdal_empty_filled_and_after_deleting(qgis_app, tmp_path):
    path = new_file(tmp_path)
    assert validator_says(path) == ""
    with writing(path) as db:
        db.add_objects(karlstad())
    assert validator_says(path) == ""
    with writing(path) as db:
        db.delete([thing.objekt_id for thing in read_snapshot(path).objects[:3]])
    assert validator_says(path) == ""


def test_every_attribute_of_the_catalogue_is_a_column_of_its_layer(qgis_app, tmp_path):
    path = new_file(tmp_path)
    catalogue = read_snapshot(path).catalogue
    assert len(catalogue.lager) == 8
    for layer in catalogue.lager:
        there = columns(path, layer.kod)
        assert there[:2] == ["fid", "geom"]
        wanted = {attribute.kod for attribute in catalogue.columns(layer.kod)}
        assert wanted | {"objekt_id", "bild_id", "ursprung_id", "klass", "niva", "undertyp", "version"} <= set(there)
        assert len(there) == len(set(there))


def test_a_template_and_county_names_give_pictures_area_goals_and_catalogue(qgis_app, base_data, tmp_path):
    own = tmp_path / "egna.yaml"
    own.write_text(
        "klasser:\n  serverhall:\n    namn: {sv: Serverhall, en: Data centre}\n"
        "    plural: {sv: Serverhallar, en: Data centres}\n    struktur: A\n    lager: {punkt: nod}\n    ordning: 90\n",
        encoding="utf-8",
    )
    wish = NewStrukturbild("Målbild 2050", ("Värmland", "18"), "malbild", own_classes=(own,), horisont=2050)
    snapshot = read_snapshot(create(tmp_path / "ny", wish))
    assert (tmp_path / "ny.gpkg").is_file()
    assert snapshot.head.lan == ("17", "18") and snapshot.head.mall == "malbild"
    assert [area.namn for area in snapshot.areas] == ["Värmlands län", "Örebro län"]
    assert ("malbild", 2050) in [(picture.bildtyp, picture.horisont) for picture in snapshot.pictures]
    assert {"rus_varmland", "rus_orebro"} <= {each.kod for each in snapshot.goal_sets}
    assert snapshot.catalogue.object_class("serverhall").egen
    assert validator_says(tmp_path / "ny.gpkg") == ""


def test_wishes_that_cannot_be_met_are_refused_with_a_sentence_and_leave_nothing(qgis_app, base_data, tmp_path):
    for wish, word in (
        (NewStrukturbild("X", ("Värmlnd",), "malbild"), "Värmland"),
        (NewStrukturbild("X", ("17",), "malbid"), "malbild"),
        (NewStrukturbild("X", ("17",), "malbild", malsamlingar=("rus_mora",)), "rus_mora"),
        (NewStrukturbild("  ", ("17",), "malbild"), "titel"),
        (NewStrukturbild("X", ("17",), "malbild", symboluppsattning="neon"), "neon"),
    ):
        with pytest.raises((StoreError, CatalogueError), match=word):
            create(tmp_path / "x.gpkg", wish)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError, match="finns inte"):
        create(tmp_path / "saknas" / "x.gpkg", NewStrukturbild("X", ("17",), "malbild"))


def test_an_existing_file_is_only_replaced_when_told_and_never_when_cancelled(qgis_app, tmp_path):
    path = new_file(tmp_path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="finns redan"):
        write_file(path, content())

    class Impatient:
        def setProgress(self, progress):
            self.progress = progress

        def isCanceled(self):
            return self.progress >= 60

    with pytest.raises(Cancelled):
        write_file(path, content(), Impatient(), overwrite=True)
    assert path.read_bytes() == before
    write_file(path, content(title="Den nya"), overwrite=True)
    assert read_snapshot(path).head.titel == "Den nya"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("INSERT INTO nod (objekt_id, bild_id, klass) VALUES ('a', 'b', NULL)", "NOT NULL"),
        ("INSERT INTO nod (objekt_id, bild_id, klass) VALUES ('', 'b', 'nod')", "objekt_id"),
        ("INSERT INTO nod (objekt_id, bild_id, klass) VALUES ('a','b','nod'), ('a','b','nod')", "UNIQUE"),
        ("INSERT INTO objekt_mal (objekt_id, mal_id, bidrag) VALUES ('a', 'b', 3)", "bidrag"),
        ("INSERT INTO objekt_mal (objekt_id, mal_id) VALUES ('a', 'b'), ('a', 'b')", "UNIQUE"),
        ("UPDATE strukturbild SET titel = NULL", "NOT NULL"),
        ("UPDATE nod SET version = 0", "version"),
        ("DELETE FROM bild", "Bilden har objekt"),
    ],
)
def test_the_file_itself_refuses_rows_that_cannot_be_right(qgis_app, tmp_path, statement, word):
    path = new_file(tmp_path)
    with writing(path) as db:
        db.add_objects(karlstad())
    with pytest.raises(StoreError, match=word), writing(path) as db:
        db.connection.execute(statement)
    assert len(read_snapshot(path).objects) == len(karlstad())


@pytest.fixture(scope="module")
def looked_at(qgis_app, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some objects, which plain QGIS draws into bild.png beside it and then draws a node in."""
    path = new_file(tmp_path_factory.mktemp("utan_insticket"))
    with writing(path) as db:
        db.add_objects(karlstad())
    return path


@pytest.fixture(scope="module")
def seen(looked_at: Path) -> dict:
    """What plain QGIS says of it."""
    return look_without_the_plugin(looked_at, looked_at.with_name("bild.png"))


def test_plain_qgis_shows_styled_labelled_layers_and_whole_forms(seen: dict, looked_at: Path):
    assert seen["opened"] and seen["imported"] == [] and seen["title"] == "Målbild för provet"
    assert seen["groups"][:2] == ["Målbild", "Nuläge"] and seen["hidden_groups"] == ["Nuläge"]
    assert all(layer["valid"] for layer in seen["layers"])
    assert {"Karlstad", "Örebro", "Nobelbanestråket", "Kilen"} <= set(seen["labels"])
    layers = {
        layer["table"]: layer for layer in seen["layers"] if not layer["private"] and TODAY not in layer["subset"]
    }
    catalogue = read_snapshot(looked_at).catalogue
    for code in (layer.kod for layer in catalogue.lager):
        assert layers[code]["renderer"] == "RuleRenderer" and layers[code]["labels"]
        assert TARGET in layers[code]["subset"] and TARGET in layers[code]["defaults"]["bild_id"]
        shown = [name for names in layers[code]["tabs"].values() for name in names]
        assert {attribute.kod for attribute in catalogue.columns(code)} <= set(shown) and len(shown) == len(set(shown))
        for attribute in catalogue.columns(code):
            assert layers[code]["aliases"][attribute.kod].startswith(attribute.namn.sv)
        wanted = [klass.kod for klass in catalogue.classes_in(code)]
        assert layers[code]["widgets"]["klass"]["values"] == wanted
    today = next(each for each in seen["layers"] if each["table"] == "nod" and TODAY in each["subset"])
    assert TODAY in today["defaults"]["bild_id"]


def test_plain_qgis_forms_have_the_right_widgets_and_draw_whole_rows(seen: dict, looked_at: Path):
    nodes = next(each for each in seen["layers"] if each["table"] == "nod" and TARGET in each["subset"])
    widgets = nodes["widgets"]
    assert nodes["aliases"]["stallningstagande"] == "Ställningstagande"
    assert {"befintlig", "utvecklas", "foreslagen", "reservat"} <= set(widgets["status"]["values"])
    assert {"{nodstad}", "{nodstad,hamn}"} <= set(widgets["roll"]["values"])
    assert {"storregional", "regional", "lokal"} <= set(widgets["niva"]["values"])
    assert widgets["bild_id"]["values"] == [TARGET, TODAY]
    assert widgets["kalla_datum"]["type"] == "DateTime"
    assert widgets["fid"]["type"] != "Hidden", "QGIS slår ihop objekt till rad 0 när numret är dolt (qgis/QGIS #51977)"
    private = {each["table"]: each["renderer"] for each in seen["layers"] if each["private"]}
    assert private == {"nod": "nullSymbol"}, "det som bara formulären läser ritas inte"
    drawn = seen["drawn"]
    assert drawn["saved"], drawn["errors"]
    (row,) = drawn["rows"]
    assert (row["bild_id"], row["klass"], row["niva"], row["status"]) == (TARGET, "nod", "regional", "NULL")
    assert len(row["objekt_id"]) == 36 and row["version"] == "1" and row["skapad"] != "NULL" != row["skapad_av"]
    objects = read_snapshot(looked_at).objects
    (drawn_one,) = [one for one in objects if one.objekt_id == row["objekt_id"]]
    assert len(objects) == len(karlstad()) + 1 and drawn_one.wkb is not None
    assert validator_says(looked_at) == ""


def test_the_rendered_map_has_the_colours_of_its_structures(seen: dict, looked_at: Path):
    data = pixel_bytes(QImage(str(looked_at.with_name("bild.png"))), QImage.Format.Format_RGB32)
    pixels = list(zip(data[2::4], data[1::4], data[0::4]))
    orange = sum(red > 200 and 90 < green < 170 and blue < 110 for red, green, blue in pixels)
    wine = sum(80 < red < 150 and green < 60 and blue < 90 for red, green, blue in pixels)
    soft_green = sum(green > red + 12 and green > blue + 12 for red, green, blue in pixels)
    assert orange > 3000 and wine > 300 and soft_green > 3000


SLOW_CREATE = """
import os, sys, time
from pathlib import Path
from qgis.core import QgsApplication
app = QgsApplication([], False); app.initQgis()
from strukturbild_plugin.store.create.create import write_file
from tests.store.helpers import content
class Told:
    def setProgress(self, progress):
        if progress >= float(sys.argv[2]):
            print("there", flush=True); time.sleep(60)
    def isCanceled(self):
        return False
write_file(Path(sys.argv[1]), content(title="Den avbrutna"), Told(), overwrite=True)
"""


@pytest.mark.parametrize("progress", [60, 90])
def test_killed_while_creating_leaves_what_was_there(qgis_app, tmp_path, progress):
    path = new_file(tmp_path)
    child = start_python(SLOW_CREATE, path, progress)
    try:
        assert child.stdout.readline().strip() == "there"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    assert read_snapshot(path).head.titel == "Målbild för provet"
    assert validator_says(path) == ""
    write_file(path, content(title="Efteråt"), overwrite=True)
    assert read_snapshot(path).head.titel == "Efteråt"


FULL_DISK = """
import resource, sys
from pathlib import Path
from qgis.core import QgsApplication
app = QgsApplication([], False); app.initQgis()
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.create.create import write_file
from tests.store.helpers import content
wanted = content(title="För stor")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write_file(Path(sys.argv[1]), wanted, overwrite=True)
except StoreError as error:
    print("SENTENCE", error, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="gränsen för filstorlek finns inte på Windows")
@pytest.mark.parametrize("size", [50_000, 1_000_000])
def test_a_full_disk_gives_a_sentence_and_leaves_what_was_there(qgis_app, tmp_path, size):
    path = new_file(tmp_path)
    before = path.read_bytes()
    done = run_python(FULL_DISK, path, size)
    assert "SENTENCE Det finns inte plats" in done.stdout, done.stdout + done.stderr
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_creating_is_one_transaction_of_a_few_statements_for_each_row(qgis_app, tmp_path, monkeypatch):
    with sqlite_work(monkeypatch) as work:
        path = write_file(tmp_path / "snabb.gpkg", content())
    with sqlite3.connect(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = sum(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables)
    assert sum(each.startswith("COMMIT") for each in work.statements) == 1
    assert len(work.statements) < 4 * rows, "utlösare medräknade"
