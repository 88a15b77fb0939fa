"""What can be changed afterwards: which län a strukturbild is about, and a copy of it for the next revision."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.checks.rules.outside_area import outside
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import StrukturbildError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.create import area_change
from strukturbild_plugin.store.create.copy import SAME, copy_strukturbild
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.records import Edition, Origin
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.project_blob import unpacked
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.store.helpers import validator_says


def view(path: Path) -> str:
    """Where the project inside the file opens."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        (content,) = db.execute("SELECT content FROM qgis_projects").fetchone()
    found = re.search(r"<DefaultViewExtent[^>]*>", unpacked(content) or "")
    return found[0] if found else ""


def test_lan_come_and_go_and_all_that_follows_from_them_but_nothing_drawn(example_file: Path) -> None:
    was, opens = read_snapshot(example_file), view(example_file)
    with writing(example_file, "Anna") as db:
        back = area_change.change_area(db, ["Värmland", "19"])
    now = read_snapshot(example_file)
    assert now.head.lan == ("17", "19") and [area.namn for area in now.areas] == ["Värmlands län", "Västmanlands län"]
    assert now.areas[0] == was.areas[0] and now.objects == was.objects and now.links == was.links
    assert "19" in {kod for one in now.goal_sets for kod in one.lan}, "länets RUS kom med"
    assert opens and view(example_file) != opens, "också utan insticksprogrammet öppnas den över rätt område"
    left = outside(now, now.areas)
    named = {finding.objekt_id for finding in check(now) if finding.regel == "G03" and "helt utanför" in finding.mening}
    assert left and set(left) == named, "granskningen nämner det som nu ligger utanför"
    assert not outside(was, was.areas)
    assert check_file(example_file).lan == ("17", "19") and validator_says(example_file) == ""
    with writing(example_file) as db:
        area_change.undo_area_change(db, back)
    again = read_snapshot(example_file)
    assert view(example_file) == opens
    assert replace(again, anchorings=(), head=was.head) == replace(was, anchorings=())
    assert again.head == was.head and fingerprint(again) == fingerprint(was)


def test_a_title_that_said_the_lan_says_the_new_ones_and_a_written_one_stays(base_data: Path, tmp_path: Path) -> None:
    path = create(tmp_path / "v.gpkg", NewStrukturbild("Strukturbild för Värmland", ["17"], "malbild"))
    with writing(path) as db:
        db.set_head(replace(db.head(), lan=("17", "NO34")))
        db.set_areas([*db.areas(), replace(db.areas()[0], kod="NO34", namn="Innlandet")])
    with writing(path) as db:
        back = area_change.change_area(db, ["17", "18"], goals=False)
    now = read_snapshot(path)
    assert now.head.titel == "Strukturbild för Värmland och Örebro" and now.head.lan == ("17", "18", "NO34")
    assert [area.kod for area in now.areas] == ["17", "18", "NO34"], "grannens område står kvar"
    assert not any("18" in one.lan for one in now.goal_sets)
    with writing(path) as db:
        db.set_head(replace(db.head(), titel="Vår egen bild"))
    with writing(path) as db:
        area_change.undo_area_change(db, back)
    assert read_snapshot(path).head.titel == "Vår egen bild"
    before = path.read_bytes()
    for wrong in ([], ["Narnia"]):
        with pytest.raises(StrukturbildError), writing(path) as db:
            area_change.change_area(db, wrong)
    assert path.read_bytes() == before


def test_a_revision_is_its_own_and_knows_what_it_comes_from(example_file: Path, tmp_path: Path) -> None:
    with writing(example_file, "Anna") as db:
        db.add_edition(Edition(3, "2026-11-01T10:00:00Z", "antagen", "ab12", 10, 2))
        db.add_anchoring("Karlstads kommun")
        db.log("beslut", "Stråket kvar: remissen ville det")
        noted = [row["logg_id"] for row in db.table("logg") if row["vad"] != "forankring"]
        decided = {"status": "antagen", "beslutsdatum": "2026-10-01", "beslutsorgan": "RUN"}
        pictures = [replace(one, **decided) for one in db.pictures()]
        db.set_pictures(pictures)
    was, source = read_snapshot(example_file), example_file.read_bytes()
    made = copy_strukturbild(example_file, tmp_path / "revidering", title="Nobelbanan 2", who="Bo")
    new = read_snapshot(made)
    assert made.name == "revidering.gpkg" and example_file.read_bytes() == source
    assert new.head.titel == "Nobelbanan 2" and new.head.strukturbild_id != was.head.strukturbild_id
    assert new.origin == Origin(was.head.strukturbild_id, was.head.titel, 3, "ab12") and was.origin is None
    assert (new.editions, new.anchorings) == ((), ())
    assert {(one.status, one.beslutsdatum, one.beslutsorgan) for one in new.pictures} == {("utkast", "", "RUN")}
    assert (new.objects, new.links, new.goals, new.areas) == (was.objects, was.links, was.goals, was.areas)
    with reading(made) as db:
        log = db.table("logg")
    assert [row["logg_id"] for row in log][: len(noted)] == noted and len(log) == len(noted) + 1
    assert "remissen ville det" in {row["detalj"] for row in log if row["vad"] == "beslut"}.pop()
    assert check_file(made).titel == "Nobelbanan 2" and validator_says(made) == ""
    again = read_snapshot(copy_strukturbild(made, tmp_path / "igen.gpkg"))
    assert again.origin == Origin(new.head.strukturbild_id, "Nobelbanan 2")


def test_a_copy_of_the_same_is_the_same_and_nothing_is_written_over_unasked(example_file: Path, tmp_path: Path) -> None:
    there = tmp_path / "finns.gpkg"
    there.write_bytes(b"annat")
    with pytest.raises(StrukturbildError, match="finns redan"):
        copy_strukturbild(example_file, there, SAME)
    with pytest.raises(StrukturbildError, match="till sig själv"):
        copy_strukturbild(example_file, example_file, SAME, overwrite=True)
    assert there.read_bytes() == b"annat"
    copy_strukturbild(example_file, there, SAME, overwrite=True)
    assert read_snapshot(there) == read_snapshot(example_file)
    assert sorted(file.name for file in tmp_path.glob("*.gpkg")) == ["finns.gpkg", example_file.name]
