"""What a strukturbild carries beside its objects, and files from before it could."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.records import Attachment, LabelPlace
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layer
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import reading, writing
from strukturbild_plugin.store.writing.upgrade import upgrade
from tests.store.helpers import TARGET, TODAY, karlstad, new_file, validator_says
from tests.store.older_files_helpers import FINGERPRINTS, as_before, older_file

LOGO = Attachment("logotyp", "region-varmland.svg", b"<svg/>")


@pytest.fixture
def path(qgis_app, tmp_path):
    return new_file(tmp_path)


def test_everything_carried_is_read_back_replaced_and_taken_away(path):
    town = karlstad()[0]
    moved = LabelPlace(TARGET, town.objekt_id, "a3", 415000.5, 6584000.25)
    with writing(path, "Anna") as db:
        db.add_objects([town])
        db.set_head(replace(db.head(), samverkansniva=7))
        db.set_attachment(replace(LOGO, innehall=b"gammal"))
        db.set_attachment(LOGO)
        db.set_attachment(Attachment("layout", "Vår mall (A3).qpt", b"<Layout/>"))
        for place in (replace(moved, x=1.0), moved, replace(moved, papper="a4"), replace(moved, bild_id=TODAY)):
            db.set_label_place(place)
        first = db.add_anchoring("Karlstads kommun", town.objekt_id, 6, "KS 12 §", "2026-10-01T12:00:00.000Z")
        db.add_anchoring("Region Värmland", niva=8)
        db.log("workshop", "Bord 1")
    snapshot = read_snapshot(path)
    assert snapshot.head.samverkansniva == 7
    assert [each.namn for each in snapshot.attachments] == [
        "Vår mall (A3).qpt",
        LOGO.namn,
    ] and LOGO in snapshot.attachments
    assert len(snapshot.label_places) == 3 and moved in snapshot.label_places
    assert [(one.aktor, one.objekt_id, one.niva, one.vem) for one in snapshot.anchorings] == [
        ("Karlstads kommun", town.objekt_id, 6, "Anna"),
        ("Region Värmland", "", 8, "Anna"),
    ]
    assert validator_says(path) == ""
    with writing(path) as db:
        assert db.remove_label_places(TARGET, "a3") == 1
        db.remove_anchoring(first)
        db.remove_attachment("layout", "Vår mall (A3).qpt")
        db.delete([town.objekt_id])
    snapshot = read_snapshot(path)
    assert snapshot.attachments == (LOGO,) and len(snapshot.anchorings) == 1
    assert snapshot.label_places == (), "namnets plats följer med när objektet tas bort"


@pytest.mark.parametrize(
    ("slag", "namn"),
    [
        ("logotyp", "../logga.svg"),
        ("logotyp", "logga.exe"),
        ("stil", "tryck/../../nod.qml"),
        ("stil", "nod.qml"),
        ("layout", ".dold.qpt"),
        ("layout", "C:\\mall.qpt"),
        ("layout", "mall.qpt\n"),
        ("profil", "annan.yaml"),
        ("makro", "start.py"),
    ],
)
def test_names_that_could_lead_outside_are_refused_when_written_and_when_read(path, slag, namn):
    with pytest.raises(StoreError, match="kan inte finnas"), writing(path) as db:
        db.set_attachment(Attachment(slag, namn, b"x"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO bilaga (slag, namn, innehall) VALUES (?, ?, x'00')", (slag, namn))
        connection.commit()
    with pytest.raises(StoreError, match="kan inte finnas"):
        read_snapshot(path)


def test_plain_qgis_offers_the_levels_by_name(path):
    for table, column in (("strukturbild", "samverkansniva"), ("logg", "niva")):
        layer = open_layer(path, table, table)
        setup = layer.editorWidgetSetup(layer.fields().indexOf(column))
        entries = [next(iter(entry.items())) for entry in setup.config()["map"]]
        assert len(entries) == 9 and entries[7] == ("7 Samarbeta", "7")


def test_what_is_too_large_or_no_level_gets_a_sentence(path):
    with pytest.raises(StoreError, match="för stor"), writing(path) as db:
        db.set_attachment(replace(LOGO, innehall=bytes(8_000_001)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO bilaga (slag, namn, innehall) VALUES ('logotyp', 'a.png', zeroblob(9000000))")
        connection.commit()
    with pytest.raises(StoreError, match="för stor"), reading(path) as db:
        db.attachments()
    for aktor, niva in ((" ", 3), ("Kils kommun", 9)):
        with pytest.raises(StoreError), writing(path) as db:
            db.add_anchoring(aktor, niva=niva)


def test_a_file_of_the_first_version_is_brought_here_with_nothing_lost(qgis_app, tmp_path):
    old = older_file(tmp_path / "gammal.gpkg", 1)
    assert fingerprint(read_snapshot(old)) == FINGERPRINTS[1], "en leverans ur den versionen ska gå att verifiera"
    assert upgrade(old) == tmp_path / "gammal.version1.gpkg"
    assert check_file(old).titel == "Strukturbild för Nobelbanestråket"
    backup, snapshot = tmp_path / "gammal.version1.gpkg", read_snapshot(old)
    assert read_snapshot(backup) == as_before(snapshot) and fingerprint(snapshot) == FINGERPRINTS[1]
    assert snapshot.editions[0].fingeravtryck == FINGERPRINTS[1] and snapshot.objects and snapshot.links
    assert validator_says(old) == ""
    with writing(old) as db:
        assert db.table("strukturbild")[0]["schema_version"] == SCHEMA_VERSION
        db.set_label_place(LabelPlace(snapshot.pictures[0].bild_id, snapshot.objects[0].objekt_id, "a3", 1, 2))
        db.set_attachment(LOGO)
    assert fingerprint(read_snapshot(old)) != FINGERPRINTS[1]
