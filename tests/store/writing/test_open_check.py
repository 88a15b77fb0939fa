"""Opening: what is right is opened, what is not gets a sentence and is left as it was."""

from __future__ import annotations

import io
import os
import random
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDir

from strukturbild_plugin.errors import OlderFile, StoreError, StrukturbildError
from strukturbild_plugin.store.gpkg import file_copy as files
from strukturbild_plugin.store.gpkg.connection import prepared
from strukturbild_plugin.store.gpkg.file_copy import (
    built_beside,
    copy_database,
    replace_atomically,
)
from strukturbild_plugin.store.gpkg.file_place import is_remote, is_temporary, warning_about
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.embedded_project import project_address
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION as NOW
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.repair import repair
from strukturbild_plugin.store.writing.transaction import reading, writing
from strukturbild_plugin.store.writing.upgrade import UpgradeStep, upgrade
from tests.store.helpers import karlstad, new_file, point, run_python, start_python, thing, validator_says
from tests.store.read_only_helpers import read_only


@pytest.fixture
def path(qgis_app, tmp_path):
    return new_file(tmp_path)


def change(path: Path, *statements: str) -> None:
    with closing(prepared(sqlite3.connect(path))) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def refusal(path: Path) -> str:
    """The sentence, having seen that the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        check_file(path)
    assert before is None or path.read_bytes() == before
    return str(caught.value)


def test_a_good_file_opens_and_says_what_it_is(path):
    assert check_file(path).titel == "Målbild för provet"


def test_files_that_are_no_strukturbild_get_a_sentence_each(path, tmp_path):
    assert "finns inte" in refusal(tmp_path / "saknas.gpkg")
    assert "är en mapp" in refusal(tmp_path)
    text = tmp_path / "anteckningar.gpkg"
    text.write_text("Kära dagbok", encoding="utf-8")
    assert "inte en GeoPackage" in refusal(text)
    empty = tmp_path / "tom.gpkg"
    empty.touch()
    assert "är tom" in refusal(empty)
    foreign = tmp_path / "annan.gpkg"
    change(foreign, "CREATE TABLE vagar (id INTEGER)")
    assert "inte en strukturbild" in refusal(foreign)
    disguised = tmp_path / "vy.gpkg"
    change(disguised, "CREATE VIEW strukturbild AS SELECT 1 AS schema_version")
    assert "inte en strukturbild" in refusal(disguised)


def test_damaged_files_get_a_sentence_and_never_a_traceback(path, tmp_path):
    with writing(path) as db:
        db.add_objects([thing("nod", "nod", f"Ort {n}", point((400000.0 + n, 6500000.0))) for n in range(2000)])
    whole = path.read_bytes()
    cut = tmp_path / "avkortad.gpkg"
    cut.write_bytes(whole[: len(whole) // 2])
    assert "skadad" in refusal(cut)
    stump = tmp_path / "stump.gpkg"
    stump.write_bytes(whole[:60])
    assert "skadad" in refusal(stump)
    noise = random.Random(7)
    for place in range(4096, len(whole) - 4096, len(whole) // 15):
        scribbled = tmp_path / "klottrad.gpkg"
        scribbled.write_bytes(whole[:place] + noise.randbytes(4096) + whole[place + 4096 :])
        try:
            check_file(scribbled)
            read_snapshot(scribbled)
        except StrukturbildError as error:
            assert len(str(error)) > 20
    missing = tmp_path / "utan.gpkg"
    shutil.copy(path, missing)
    change(missing, "DROP TABLE mal")
    assert "mal" in refusal(missing)
    shutil.copy(path, missing)
    change(missing, "ALTER TABLE nod DROP COLUMN bredband")
    assert "kolumnen ”bredband” i tabellen ”nod”" in refusal(missing)
    shutil.copy(path, missing)
    change(missing, "UPDATE nod SET geom = x'47500001'")
    assert {one.wkb for one in read_snapshot(missing).objects if one.lager == "nod"} == {None}, "kontrollen säger det"


def test_a_newer_file_is_refused_kindly_and_left_alone(path):
    change(path, "UPDATE strukturbild SET schema_version = 99")
    assert "nyare version" in refusal(path)


def test_an_older_file_is_upgraded_on_a_copy_with_the_older_one_kept(path):
    with writing(path) as db:
        db.add_objects(karlstad())
    before = path.read_bytes()

    def give_votes_a_reason(connection):
        connection.execute("ALTER TABLE rost ADD COLUMN skal TEXT")

    steps = (UpgradeStep(NOW, give_votes_a_reason), UpgradeStep(NOW + 1, lambda connection: None))
    with pytest.raises(OlderFile):
        check_file(path, wanted=NOW + 2)
    assert path.read_bytes() == before, "bara den som ber om det uppgraderar"
    backup = path.with_name(f"strukturbild.version{NOW}.gpkg")
    assert upgrade(path, steps, NOW + 2) == backup
    assert check_file(path, wanted=NOW + 2).titel == "Målbild för provet" and upgrade(path, steps, NOW + 2) is None
    with reading(path) as db:
        assert db.table("strukturbild")[0]["schema_version"] == NOW + 2
        assert "skal" in [row[1] for row in db.connection.execute("PRAGMA table_info(rost)")]
    assert backup.is_file() and validator_says(path) == ""
    assert read_snapshot(backup) == read_snapshot(path)
    project = QgsProject()
    assert project.read(project_address(path)) and len(project.mapLayers()) > 20
    project.clear()
    assert backup.stat().st_size == len(before)


def test_an_upgrade_that_fails_leaves_the_older_file_as_it_was(path):
    before = path.read_bytes()

    def stumble(connection):
        connection.execute("ALTER TABLE rost ADD COLUMN skal TEXT")
        connection.execute("INSERT INTO finns_inte VALUES (1)")

    with pytest.raises(StoreError):
        upgrade(path, (UpgradeStep(NOW, stumble),), NOW + 1)
    assert path.read_bytes() == before
    with pytest.raises(StoreError, match="inte längre kan öppnas"):
        upgrade(path, (), NOW + 1)
    assert list(path.parent.iterdir()) == [path]


def test_a_renamed_or_moved_file_gets_its_project_mended(path, tmp_path):
    with writing(path) as db:
        db.add_objects(karlstad())
    neighbour = tmp_path / "Provets grannfil.gpkg"
    shutil.copy(path, neighbour)
    change(
        neighbour,
        "ALTER TABLE logg RENAME TO vagar",
        "UPDATE gpkg_contents SET table_name = 'vagar' WHERE table_name = 'logg'",
    )
    mine = QgsProject()
    assert mine.read(project_address(path))
    assert mine.addMapLayer(QgsVectorLayer(f"{neighbour}|layername=vagar", "Vägar", "ogr"))
    assert mine.write(project_address(path))
    mine.clear()
    elsewhere = tmp_path / "mapp å"
    elsewhere.mkdir()
    renamed = elsewhere / "Målbild & plan 2050.gpkg"
    path.rename(renamed)
    repair(renamed)
    project = QgsProject()
    assert project.read(project_address(renamed))
    layers = [layer for layer in project.mapLayers().values() if layer.name() != "Vägar"]
    assert len(layers) > 20 and all(layer.isValid() for layer in layers)
    assert {Path(layer.source().split("|")[0]).name for layer in layers} == {renamed.name}
    project.clear()
    with closing(sqlite3.connect(renamed)) as connection:
        (content,) = connection.execute("SELECT content FROM qgis_projects").fetchone()
    with zipfile.ZipFile(io.BytesIO(bytes.fromhex(content))) as archive:
        assert b"Provets grannfil.gpkg|layername=vagar" in archive.read(archive.namelist()[0])
    stamp = renamed.read_bytes()
    check_file(renamed)
    repair(renamed)
    assert renamed.read_bytes() == stamp, "en fil som är i ordning ändras inte av att öppnas"


def test_a_file_left_in_wal_mode_by_a_crash_opens_and_comes_to_rest(path):
    code = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("UPDATE strukturbild SET titel = 'Sparad före kraschen'")
connection.commit()
os._exit(1)
"""
    assert run_python(code, path).returncode == 1
    assert path.with_name(path.name + "-wal").exists()
    assert check_file(path).titel == "Sparad före kraschen"
    repair(path)
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]


def test_a_locked_file_gets_a_sentence_and_a_read_only_one_opens(path, monkeypatch):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="används just nu"), reading(path, seconds=0.2):
            pass
        other.execute("ROLLBACK")
    before = path.read_bytes()
    with read_only(path, path.parent):
        assert check_file(path).titel == "Målbild för provet"
        repair(path)
        assert read_snapshot(path).pictures
    assert path.read_bytes() == before


def test_a_copy_has_what_qgis_has_saved_and_stands_alone(path, tmp_path):
    with writing(path) as db:
        db.add_objects(karlstad())
    layer, other = (QgsVectorLayer(f"{path}|layername={table}", table, "ogr") for table in ("nod", "mal"))
    assert layer.startEditing() and other.startEditing()
    feature = next(layer.getFeatures("\"namn\" = 'Karlstad'"))
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("namn"), "Sparat i QGIS")
    assert layer.commitChanges(False)
    assert path.with_name(path.name + "-wal").exists()
    target = copy_database(path, tmp_path / "kopia.gpkg")
    assert "Sparat i QGIS" in {each.namn for each in read_snapshot(target).objects}
    assert target.read_bytes()[18:20] == b"\x01\x01" and validator_says(target) == ""
    assert layer.commitChanges() and other.rollBack()


def test_copies_refuse_what_would_lose_something(path, tmp_path):
    with pytest.raises(StoreError, match="sig själv"):
        copy_database(path, path)
    with pytest.raises(StoreError, match="finns redan"):
        copy_database(path, new_file(_folder(tmp_path / "andra")), overwrite=False)
    with pytest.raises(StoreError, match="finns inte"):
        copy_database(tmp_path / "saknas.gpkg", tmp_path / "x.gpkg")
    text = tmp_path / "text.gpkg"
    text.write_text("inte en databas " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="inte en GeoPackage"):
        copy_database(text, tmp_path / "x.gpkg")
    assert not (tmp_path / "x.gpkg").exists() and not list(tmp_path.glob(".*"))


def test_a_file_that_another_program_is_writing_to_is_not_replaced(path, tmp_path):
    code = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("UPDATE strukturbild SET titel = 'Deras'")
print("har", flush=True)
sys.stdin.readline()
"""
    child = start_python(code, path)
    try:
        assert child.stdout.readline().strip() == "har"
        new = copy_database(path, tmp_path / "ny.gpkg")
        change(new, "UPDATE strukturbild SET titel = 'Vår'")
        with pytest.raises(StoreError, match="används just nu"):
            copy_database(new, path)
    finally:
        child.communicate("\n", timeout=10)
    assert read_snapshot(path).head.titel == "Deras"
    copy_database(new, path)
    assert read_snapshot(path).head.titel == "Vår"


def test_windows_refusing_for_a_moment_is_waited_out_and_for_good_is_a_sentence(path, tmp_path, monkeypatch):
    refusals, real = [1, 2], os.replace

    def busy(source, target):
        if refusals:
            refusals.pop()
            raise PermissionError(13, "används", str(target))
        real(source, target)

    monkeypatch.setattr(files, "_RETRY_REPLACE", True)
    monkeypatch.setattr(files.os, "replace", busy)
    new = tmp_path / "ny.gpkg"
    copy_database(path, new)
    refusals.extend(range(100))
    with pytest.raises(StoreError, match="öppen i ett annat program"), built_beside(new) as temporary:
        shutil.copy(path, temporary)
    assert read_snapshot(new).pictures and not list(tmp_path.glob(".*"))
    refusals.clear()
    replace_atomically(Path(shutil.copy(path, tmp_path / "tredje.gpkg")), new)


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (r"C:\Users\anna\OneDrive - Region Värmland\bild.gpkg", "molnet"),
        ("/home/anna/Dropbox/arbete/bild.gpkg", "molnet"),
        (r"\\server\plan\bild.gpkg", "nätverket"),
        ("//server/plan/bild.gpkg", "nätverket"),
        (r"C:\Users\anna\Documents\bild.gpkg", ""),
        ("/home/anna/boxholm/bild.gpkg", ""),
    ],
)
def test_places_where_files_go_wrong_are_warned_about(place, word):
    warning = warning_about(Path(place))
    assert word in warning if word else warning == ""


@pytest.mark.parametrize(
    ("place", "temporary"),
    [
        ("{temp}/bild.gpkg", True),
        ("{temp}/Temp1_kopior.zip/bord 3.gpkg", True),
        (r"C:\Users\anna\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\7XK2\bord 3.gpkg", True),
        (r"C:\Users\anna\AppData\Local\Microsoft\Olk\INetCache\bord 3.gpkg", True),
        ("/Users/anna/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/9F/bord 3.gpkg", True),
        ("{temp}-planering/bild.gpkg", False),
        (r"C:\Users\anna\Documents\inetcache.gpkg", False),
        ("/home/anna/Hämtade filer/bord 3.gpkg", False),
    ],
)
def test_places_that_the_computer_clears_are_known(place, temporary):
    assert is_temporary(Path(place.format(temp=QDir.tempPath()))) is temporary


@pytest.mark.parametrize(
    ("kind", "elsewhere"),
    [("cifs", True), ("nfs4", True), ("fuse.sshfs", True), ("ext4", False), ("overlay", False), ("apfs", False)],
)
def test_a_file_system_on_another_machine_is_known_by_its_kind(kind, elsewhere):
    assert is_remote(kind) is elsewhere


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
