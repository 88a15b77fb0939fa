"""What takes the place of a user's file loses nobody's save and stays what it was: link, rights, names."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg import replace_lock
from strukturbild_plugin.store.gpkg.file_copy import built_beside, copy_database
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION as NOW
from strukturbild_plugin.store.writing.upgrade import UpgradeStep, upgrade
from tests.store.helpers import new_file, run_python, start_python
from tests.store.older_files_helpers import older_file

SAVE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    connection.execute("UPDATE strukturbild SET titel = 'Kollegans'")
    connection.commit()
    print("sparat")
except sqlite3.OperationalError as error:
    print(error)
"""
HOLD = """
import sys
from osgeo import gdal
held = gdal.OpenEx(sys.argv[1], gdal.OF_UPDATE)
print("har", flush=True)
sys.stdin.readline()
held.ExecuteSQL("UPDATE strukturbild SET titel = 'Kollegans'")
held = None
"""
DIE_IN_PROJECT = """
import os, signal, sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from strukturbild_plugin.store.qgis_project import embedded_project
from strukturbild_plugin.store.writing.upgrade import upgrade
embedded_project.without_names = lambda text: os.kill(os.getpid(), signal.SIGKILL)
upgrade(sys.argv[1])
"""
UPGRADE_ON_A_SMALL_DISK = """
import resource, signal, sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.writing.upgrade import upgrade
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for room in (10_000, 100_000, 500_000, 700_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        print("klart", upgrade(sys.argv[1]))
    except StoreError as error:
        print(error)
"""


def title(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT titel FROM strukturbild").fetchone()[0])


def test_nobody_can_save_in_a_file_while_it_is_upgraded(qgis_app, tmp_path):
    path, said = new_file(tmp_path), []

    def save_elsewhere(_connection):
        said.append(run_python(SAVE, path).stdout.strip())

    assert upgrade(path, (UpgradeStep(NOW, save_elsewhere),), NOW + 1) is not None
    assert said == ["database is locked"] and title(path) == "Målbild för provet"
    assert run_python(SAVE, path).stdout.strip() == "sparat" and title(path) == "Kollegans"


@pytest.mark.parametrize("as_on_windows", [False, True])
def test_a_file_that_changes_in_spite_of_the_lock_is_not_replaced(qgis_app, tmp_path, monkeypatch, as_on_windows):
    """On some servers locks hold nobody; Windows makes us let go of it first."""
    monkeypatch.setattr(replace_lock, "_CANNOT_REPLACE_OPEN", as_on_windows)
    path = new_file(tmp_path)
    other = shutil.copy(path, tmp_path / "kollegans.gpkg")
    with pytest.raises(StoreError, match="ändrades av ett annat program"):
        upgrade(path, (UpgradeStep(NOW, lambda _connection: os.replace(other, path)),), NOW + 1)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_holds_for_writing_is_not_upgraded_and_its_save_is_kept(tmp_path):
    path = older_file(tmp_path / "bild.gpkg", 1)
    other = start_python(HOLD, path)
    try:
        assert other.stdout.readline().strip() == "har"
        with pytest.raises(StoreError, match="används just nu av ett annat program"):
            upgrade(path)
    finally:
        other.communicate("\n", timeout=20)
    assert title(path) == "Kollegans" and list(tmp_path.iterdir()) == [path]


def test_a_file_that_a_layer_here_holds_for_writing_is_not_upgraded(qgis_app, tmp_path):
    path = older_file(tmp_path / "bild.gpkg", 1)
    layer = gdal.OpenEx(str(path), gdal.OF_UPDATE)
    with pytest.raises(StoreError, match="här i QGIS"):
        upgrade(path)
    del layer
    assert list(tmp_path.iterdir()) == [path]


def test_an_upgraded_file_keeps_its_link_and_its_rights_and_so_does_the_backup(qgis_app, tmp_path):
    folder = tmp_path / "gemensam"
    folder.mkdir()
    path, link = older_file(folder / "bild.gpkg", 1), tmp_path / "min bild.gpkg"
    path.chmod(0o660)
    if os.geteuid() == 0:
        os.chown(path, 65534, 65533)
    before = path.stat()
    link.symlink_to(path)
    backup = upgrade(link)
    assert link.is_symlink() and backup == folder / "bild.version1.gpkg"
    for each in (path, backup):
        after = each.stat()
        assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert upgrade(link) is None and sorted(folder.iterdir()) == [path, backup]


def test_a_file_that_is_replaced_by_a_copy_keeps_its_link_and_its_rights(tmp_path):
    source, path, link = (tmp_path / name for name in ("ny.gpkg", "bild.gpkg", "länk.gpkg"))
    for each in (source, path):
        older_file(each, 1)
    path.chmod(0o640)
    link.symlink_to(path)
    with built_beside(link) as temporary:
        assert stat.S_IMODE(temporary.stat().st_mode) == 0o600, "ingen annan läser den medan den görs"
        shutil.copyfile(source, temporary)
    copy_database(source, link)
    assert link.is_symlink() and stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("replace", [upgrade, lambda path: copy_database(path.with_name("ny.gpkg"), path)])
def test_a_write_protected_or_hard_linked_file_is_not_replaced(tmp_path, replace):
    path = older_file(tmp_path / "bild.gpkg", 1)
    older_file(tmp_path / "ny.gpkg", 1)
    before, there = path.read_bytes(), sorted(tmp_path.iterdir())
    path.chmod(0o444)
    with pytest.raises(StoreError, match=r"är skrivskyddad.*kopia"):
        replace(path)
    path.chmod(0o644)
    os.link(path, tmp_path / "samma.gpkg")
    with pytest.raises(StoreError, match=r"hårda länkar.*kopia"):
        replace(path)
    assert path.read_bytes() == before and sorted(tmp_path.iterdir()) == sorted([*there, tmp_path / "samma.gpkg"])


def test_what_a_killed_upgrade_leaves_is_cleared_a_day_later(tmp_path):
    path = older_file(tmp_path / "bild.gpkg", 1)
    assert run_python(DIE_IN_PROJECT, path).returncode == -9
    left = [each for each in tmp_path.iterdir() if each != path]
    assert {each.suffix for each in left} == {".gpkg"}
    left += [tmp_path / f".0123abcd{ending}" for ending in (".qgs", ".qgs~", "_attachments.zip")]  # versions before
    twice = tmp_path / "..bild.0123abcd.ny.4567cdef.ny.gpkg"  # versions that built twice over left such
    others = [tmp_path / "..bild2.0123abcd.ny.4567cdef.ny.gpkg", tmp_path / ".bild.0123abcd.ny.txt"]
    for each in (*left[1:], twice, *others):
        each.touch()
    with built_beside(path) as temporary:
        shutil.copyfile(path, temporary)
    assert all(each.exists() for each in left), "en annan körning kan hålla på med dem"
    for each in (*left, twice, *others):
        os.utime(each, (0, 0))
    with built_beside(path) as temporary:
        shutil.copyfile(path, temporary)
    assert sorted(tmp_path.iterdir()) == sorted([path, *others])


def test_a_full_disk_is_told_with_the_name_of_the_users_own_file(tmp_path):
    path = older_file(tmp_path / "bild.gpkg", 1)
    before = path.read_bytes()
    said = run_python(UPGRADE_ON_A_SMALL_DISK, path).stdout.splitlines()
    assert len(said) == 4 and all(each.startswith(f"Det finns inte plats att spara {path}.") for each in said), said
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
