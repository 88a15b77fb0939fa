"""Reading and writing one file: all or nothing, also while QGIS has it open."""

from __future__ import annotations

import os
import signal
import sqlite3
import struct
import sys
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.records import Edition
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.counting import growth, python_steps, sqlite_work
from tests.store.helpers import (
    TARGET,
    karlstad,
    line,
    new_file,
    point,
    run_python,
    square,
    start_python,
    thing,
    validator_says,
)


@pytest.fixture
def path(qgis_app, tmp_path):
    return new_file(tmp_path)


def filled(path: Path) -> Path:
    with writing(path, "Anna") as db:
        db.add_objects(karlstad())
    return path


def layer_of(path: Path, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    assert layer.isValid()
    return layer


def names(path: Path) -> list[str]:
    return sorted(thing.namn for thing in read_snapshot(path).objects)


def test_what_is_written_comes_back_the_same_with_geometry_as_2d_multi(path):
    wanted = karlstad()
    with writing(path, "Anna") as db:
        assert db.add_objects(wanted, group="Bord 3") == len(wanted)
    found = {each.objekt_id: each for each in read_snapshot(path).objects}
    assert len(found) == len(wanted)
    for thing_ in wanted:
        assert found[thing_.objekt_id] == replace(thing_, wkb=wkb.normalised(thing_.wkb), grupp="Bord 3")
    with reading(path) as db:
        row = db.connection.execute("SELECT skapad_av, andrad_av, grupp, version, skapad FROM nod").fetchone()
    assert row[:4] == ("Anna", "Anna", "Bord 3", 1) and row[4].endswith("Z")


def test_any_wkb_becomes_2d_multi():
    z_line = struct.pack("<BII", 1, 1002, 2) + struct.pack("<6d", 1, 2, 99, 3, 4, 99)
    big_endian = struct.pack(">BII", 0, 2, 2) + struct.pack(">4d", 1, 2, 3, 4)
    ewkb = struct.pack("<BII", 1, 0x20000002, 3006) + struct.pack("<I4d", 2, 1, 2, 3, 4)
    measured = struct.pack("<BI", 1, 2005) + struct.pack("<I", 1) + struct.pack("<BII", 1, 2002, 2)
    measured += struct.pack("<6d", 1, 2, 9, 3, 4, 9)
    wanted = wkb.normalised(line((1.0, 2.0), (3.0, 4.0)))
    assert {wkb.normalised(each) for each in (z_line, big_endian, ewkb, measured, wanted)} == {wanted}
    assert QgsGeometry.fromWkt("MultiLineString ((1 2, 3 4))").asWkb().data() == wanted
    assert wkb.normalised(struct.pack("<BI2d", 1, 1, float("nan"), float("nan"))) is None
    assert wkb.normalised(struct.pack("<BII", 1, 6, 0)) is None
    for broken in (
        b"",
        b"\x01",
        wanted[:-3],
        struct.pack("<BII", 1, 7, 1) + wanted,
        b"\x01\x04\x00\x00\x00\xff\xff\xff\xff",
    ):
        with pytest.raises(ValueError):
            wkb.normalised(broken)
    assert wkb.from_blob(wkb.to_blob(wanted)) == wanted and wkb.blob_bounds(wkb.to_blob(wanted)) == (1, 2, 3, 4)


def test_the_spatial_index_extent_and_counts_follow_every_change(path):
    filled(path)
    layer = layer_of(path, "nod")
    assert layer.featureCount() == 2 and layer.extent().xMaximum() == pytest.approx(511000, abs=1)
    del layer
    things = [each for each in read_snapshot(path).objects if each.lager == "nod"]
    east = next(each for each in things if each.namn == "Örebro")
    with writing(path) as db:
        db.update_objects([replace(east, wkb=point((700000.0, 6600000.0)), namn="Flyttad")])
    with closing(sqlite3.connect(path)) as connection:
        (max_x,) = connection.execute("SELECT max_x FROM gpkg_contents WHERE table_name = 'nod'").fetchone()
    assert max_x == pytest.approx(700000, abs=1)
    layer = layer_of(path, "nod")
    layer.setSubsetString("")
    assert layer.extent().xMaximum() == pytest.approx(700000, abs=1)
    del layer
    with writing(path) as db:
        db.delete([each.objekt_id for each in things])
    assert layer_of(path, "nod").featureCount() == 0
    assert validator_says(path) == ""


def test_nothing_is_kept_when_the_block_fails(path):
    before = read_snapshot(filled(path))
    with pytest.raises(ZeroDivisionError), writing(path) as db:
        db.add_objects([thing("nod", "nod", "Ny", point((400000.0, 6600000.0)))])
        db.log("provet")
        1 / 0  # noqa: B018
    assert read_snapshot(path) == before
    known = before.objects[0]
    for bad, word in (
        (replace(known, lager="nod"), "finns redan"),
        (thing("nod", "nod", "Fel bild", None, bild_id="saknas"), "bild som inte finns"),
        (thing("nod", "nod", "En linje", line((0.0, 0.0), (1.0, 1.0))), "passar inte i lagret"),
        (thing("sjo", "nod", "Fel lager", None), "sjo"),
        (thing("nod", "nod", "Okänt", None, attribut={"farg": "röd"}), "farg"),
        (thing("nod", "nod", "Trasig", b"\x01\x02"), "inte går att läsa"),
    ):
        with pytest.raises(StoreError, match=word), writing(path) as db:
            db.add_objects([thing("nod", "nod", "Före", None), bad])
        assert read_snapshot(path) == before


def test_version_and_time_follow_whoever_writes(path):
    filled(path)
    first = next(each for each in read_snapshot(path).objects if each.namn == "Karlstad")
    with writing(path, "Bo") as db:
        db.update_objects([replace(first, namn="Karlstad C")])
    layer = layer_of(path, "nod")
    layer.startEditing()
    feature = next(layer.getFeatures("\"namn\" = 'Karlstad C'"))
    assert (feature["version"], feature["andrad_av"], feature["skapad_av"]) == (2, "Bo", "Anna")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("niva"), "regional")
    assert layer.commitChanges()
    feature = next(layer.getFeatures("\"namn\" = 'Karlstad C'"))
    assert feature["version"] == 3 and feature["andrad_av"] != "Bo" and feature["skapad_av"] == "Anna"
    with pytest.raises(StoreError, match="kan inte ändras"), writing(path) as db:
        db.update_objects([thing("nod", "nod", "Aldrig sparad", None)])


def test_a_duplicated_feature_in_qgis_gets_an_identity_of_its_own(path):
    layer = layer_of(filled(path), "nod")
    layer.startEditing()
    original = next(layer.getFeatures())
    values = dict(enumerate(original.attributes()))
    values.pop(0)
    copy = QgsVectorLayerUtils.createFeature(layer, original.geometry(), values, layer.createExpressionContext())
    assert copy["objekt_id"] != original["objekt_id"]
    assert layer.addFeature(copy) and layer.commitChanges(), layer.commitErrors()


def test_goals_links_editions_and_log(path):
    filled(path)
    snapshot = read_snapshot(path)
    town, goal = snapshot.objects[0], snapshot.goals[0]
    other = next(each for each in snapshot.objects if each.lager == "strak")
    with writing(path, "Anna") as db:
        db.add_links([GoalLink(town.objekt_id, goal.mal_id, 2, "Bär länet"), GoalLink(other.objekt_id, goal.mal_id, 1)])
        db.add_links([GoalLink(town.objekt_id, goal.mal_id, -1, "Ändrat oss")])
        db.add_edition(Edition(1, "2026-11-20T12:00:00.000Z", "utkast", "ab" * 32, 7, 2))
    after = read_snapshot(path)
    assert {(link.objekt_id, link.bidrag) for link in after.links} == {(town.objekt_id, -1), (other.objekt_id, 1)}
    assert after.editions[0].nummer == 1
    with reading(path) as db:
        assert [row["vad"] for row in db.table("logg")] == ["skapad", "utgava"]
    for link, word in ((GoalLink("saknas", goal.mal_id, 1), "saknas"), (GoalLink(town.objekt_id, "x", 1), "Målet x")):
        with pytest.raises(StoreError, match=word), writing(path) as db:
            db.add_links([link])
    with pytest.raises(StoreError, match="bidrag"), writing(path) as db:
        db.add_links([GoalLink(town.objekt_id, goal.mal_id, 3)])
    with pytest.raises(StoreError, match="UNIQUE"), writing(path) as db:
        db.add_edition(Edition(1, "2026-11-20T13:00:00.000Z", "utkast", "cd" * 32, 7, 2))
    with writing(path) as db:
        assert db.delete([town.objekt_id]) == 1
    assert [link.objekt_id for link in read_snapshot(path).links] == [other.objekt_id]


def test_a_goal_set_read_again_keeps_the_goals_that_objects_point_at(path):
    from strukturbild_plugin.goals.goal_library import load_goal_sets

    filled(path)
    snapshot = read_snapshot(path)
    goals = [goal for goal in snapshot.goals if goal.samling == "rus_varmland"]
    with writing(path) as db:
        db.add_links([GoalLink(snapshot.objects[0].objekt_id, goals[0].mal_id, 1)])
    tree = load_goal_sets()["rus_varmland"]
    shorter = replace(tree, goals=(replace(tree.goals[1], titel="Nytt namn"),))
    with writing(path) as db:
        db.add_goal_tree(shorter)
    left = {goal.mal_id: goal.titel for goal in read_snapshot(path).goals if goal.samling == "rus_varmland"}
    assert left == {goals[0].mal_id: goals[0].titel, goals[1].mal_id: "Nytt namn"}


def test_a_snapshot_sees_what_qgis_has_saved_and_not_what_it_is_editing(path):
    filled(path)
    layer, other = layer_of(path, "nod"), layer_of(path, "mal")
    assert layer.startEditing() and other.startEditing()
    feature = next(layer.getFeatures("\"namn\" = 'Karlstad'"))
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("namn"), "Karlstad, osparat")
    assert "Karlstad" in names(path)
    assert layer.commitChanges(False)
    assert path.with_name(path.name + "-wal").exists(), "QGIS skriver i WAL-läge, det är det som prövas"
    assert "Karlstad, osparat" in names(path)
    with writing(path, "Bo") as db:
        db.add_objects([thing("nod", "nod", "Medan QGIS redigerar", point((450000.0, 6580000.0)))])
    assert "Medan QGIS redigerar" in {each["namn"] for each in layer.getFeatures()}
    feature = next(layer.getFeatures("\"namn\" = 'Karlstad, osparat'"))
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("namn"), "Karlstad igen")
    assert layer.commitChanges() and other.rollBack(), layer.commitErrors()
    del layer, other, feature
    assert {"Karlstad igen", "Medan QGIS redigerar"} <= set(names(path))
    assert validator_says(path) == ""


def test_a_reading_stays_at_its_moment_while_others_write(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        with reading(path) as db:
            before = len(list(db.objects()))
            with writing(path) as other:
                other.add_objects([thing("nod", "nod", "Under läsningen", None)])
            assert len(list(db.objects())) == before
    assert len(read_snapshot(path).objects) == before + 1


def test_of_two_writers_the_second_waits_or_gets_a_sentence(path):
    filled(path)
    with writing(path) as first:
        first.add_objects([thing("nod", "nod", "Först", None)])
        with pytest.raises(StoreError, match="används just nu"), writing(path, seconds=0.3) as second:
            second.log("aldrig")
    with writing(path, seconds=0.3) as alone:
        assert alone.connection.execute("PRAGMA busy_timeout").fetchone() == (300,)
    command = "import sys, time; from strukturbild_plugin.store.writing.transaction import writing\n"
    command += "with writing(sys.argv[1]) as db:\n db.log('a'); print('har', flush=True); time.sleep(0.7)"
    child = start_python(command, path)
    assert child.stdout.readline().strip() == "har"
    with writing(path) as db:
        db.log("b")
    child.communicate(timeout=10)
    assert child.returncode == 0
    with reading(path) as db:
        assert [row["vad"] for row in db.table("logg")][-2:] == ["a", "b"]


def test_killed_in_the_middle_of_writing_leaves_the_last_saved_state(path):
    before = read_snapshot(filled(path))
    command = "import sys, time; from strukturbild_plugin.store.writing.transaction import writing\n"
    command += "with writing(sys.argv[1]) as db:\n db.connection.execute('PRAGMA cache_size = 1')\n"
    command += " db.delete([row[0] for row in db.connection.execute('SELECT objekt_id FROM nod').fetchall()])\n"
    command += " db.connection.executemany(\"INSERT INTO logg (logg_id, tid, vad) VALUES (?, 'x', 'y')\", "
    command += "[(str(n),) for n in range(20000)])\n print('har', flush=True); time.sleep(60)"
    child = start_python(command, path)
    try:
        assert child.stdout.readline().strip() == "har"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    check_file(path)
    assert read_snapshot(path) == before
    assert validator_says(path) == ""


FULL_DISK = """
import resource, sys
from pathlib import Path
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.file_copy import copy_database
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import point, thing
path = Path(sys.argv[1])
things = [thing("nod", "nod", "Ort " * 50, point((400000.0 + n, 6500000.0))) for n in range(2000)]
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
for work in ("write", "copy"):
    if work == "copy":
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, path.stat().st_size))
    try:
        if work == "copy":
            copy_database(path, path.with_name("kopia.gpkg"))
        else:
            with writing(path) as db:
                db.add_objects(things)
    except StoreError as error:
        print(work, error, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="gränsen för filstorlek finns inte på Windows")
def test_a_full_disk_while_writing_or_copying_gives_a_sentence_and_changes_nothing(path):
    before = read_snapshot(filled(path))
    done = run_python(FULL_DISK, path)
    assert "write Det finns inte plats" in done.stdout and "copy Det finns inte plats" in done.stdout, done
    assert read_snapshot(path) == before and validator_says(path) == ""
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_can_be_made_and_widened_in_a_thread_of_its_own(qgis_app, tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    from strukturbild_plugin.store.create.create import write_file
    from tests.store.helpers import content

    with ThreadPoolExecutor(1) as pool:
        path = pool.submit(write_file, tmp_path / "i tråd.gpkg", content()).result(60)
    assert all(layer.isValid() for _, layer in open_layers(path))


def test_open_layers_are_styled_grouped_and_follow_the_picture(path):
    filled(path)
    layers = open_layers(path, bild_id=TARGET)
    by_table = {layer.source().split("|layername=")[1].split("|")[0]: layer for group, layer in layers if group}
    groups = list(dict.fromkeys(group for group, _ in layers))
    assert groups[0] == "Noder" and "Grön- och blåstruktur" in groups
    assert by_table["nod"].renderer().type() == "RuleRenderer" and by_table["nod"].labelsEnabled()
    assert by_table["nod"].attributeAlias(by_table["nod"].fields().indexOf("niva")) == "Nivå"
    assert by_table["nod"].featureCount() == 2


def test_opening_and_reading_asks_once_for_each_table_and_goes_through_the_rows_once(path, monkeypatch):
    @cache
    def work(count: int) -> dict[str, int]:
        things = [thing("nod", "nod", f"Ort {n}", point((400000.0 + n, 6500000.0 + n))) for n in range(count)]
        things += [thing("gron_bla_yta", "gron_kil", f"K {n}", square(400000 + n, 6500000, 900)) for n in range(count)]
        with writing(path) as db:
            db.delete([one.objekt_id for one in read_snapshot(path).objects])
            db.add_objects(things)
        with sqlite_work(monkeypatch) as done:
            made = python_steps(lambda: (check_file(path), read_snapshot(path)))
        assert len(read_snapshot(path).objects) == 2 * count
        return {"statements": len(done.statements), "sqlite": done.steps, "python": made}

    assert growth(lambda count: work(count)["statements"], 200) == 0
    assert growth(lambda count: work(count)["sqlite"], 200) < 1.1
    assert growth(lambda count: work(count)["python"], 200) < 1.1
