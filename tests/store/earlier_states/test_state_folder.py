"""Earlier states on disk: kept, told apart, moved along, and in nobody's way when something is wrong."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
from collections import namedtuple
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.earlier_states import retention, state_folder
from strukturbild_plugin.store.earlier_states.restore_state import usable_copy
from strukturbild_plugin.store.earlier_states.retention import BEFORE_RESTORE, EDITION, HOURLY, OPENED
from strukturbild_plugin.store.earlier_states.state_folder import StateFolder
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file, point, thing

ID = "33333333-3333-4333-8333-333333333333"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = new_file(tmp_path)
    with writing(made) as db:
        db.add_objects(karlstad())
    return made


@pytest.fixture
def folder(tmp_path: Path, file: Path) -> StateFolder:
    return StateFolder(tmp_path / "profil" / "lagen", ID, file)


def draw(file: Path, name: str) -> None:
    with writing(file) as db:
        db.add_objects([thing("nod", "nod", name, point((450000.0, 6580000.0)))])


def names(state: Path) -> set[str]:
    with usable_copy(state) as copy:
        return {one.namn for one in read_snapshot(copy).objects}


def test_a_state_is_the_whole_file_also_what_lies_beside_it(folder: StateFolder, file: Path) -> None:
    with_wal = connect(file)
    with_wal.execute("PRAGMA journal_mode = WAL")
    with_wal.execute("UPDATE nod SET namn = 'Kalmar' WHERE namn = 'Karlstad'")
    assert file.with_name(file.name + "-wal").stat().st_size
    kept = folder.keep(OPENED)
    with_wal.close()
    assert "Kalmar" in names(kept.path) and kept.objects == 7 and kept.why == OPENED
    assert [one.path for one in folder.states()] == [kept.path]
    assert kept.size * 3 < file.stat().st_size
    assert sorted(one.name for one in file.parent.iterdir()) == ["profil", file.name], "inget skrivs bredvid filen"


def test_nothing_new_is_kept_when_nothing_is_different(folder: StateFolder, file: Path) -> None:
    first = folder.keep(OPENED)
    with connect(file) as noted:
        noted.execute("UPDATE gpkg_contents SET last_change = '2030-01-01T00:00:00.000Z'")
    assert folder.keep(HOURLY) == first
    draw(file, "Kil")
    second = folder.keep(HOURLY)
    assert [one.path for one in folder.states()] == [second.path, first.path]
    with writing(file) as db:
        db.delete([one.objekt_id for one in read_snapshot(file).objects if one.namn == "Kil"])
    assert folder.keep(HOURLY) == first, "samma innehåll som tidigare finns redan"


def test_an_edition_is_kept_as_one_also_when_its_content_was_kept_before(folder: StateFolder) -> None:
    folder.keep(OPENED)
    edition = folder.keep(EDITION, 3)
    assert folder.states() == [edition] and (edition.why, edition.edition) == (EDITION, 3)


def test_files_that_share_an_identity_have_states_of_their_own(folder: StateFolder, file: Path, tmp_path: Path) -> None:
    folder.keep(OPENED)
    other = Path(shutil.copy(file, tmp_path / "annan.gpkg"))
    beside = StateFolder(tmp_path / "profil" / "lagen", ID, other)
    beside.adopt_moved()
    assert beside.states() == [] and len(folder.states()) == 1


def test_a_file_that_was_moved_has_its_states_with_it(folder: StateFolder, file: Path, tmp_path: Path) -> None:
    kept = folder.keep(OPENED)
    moved = tmp_path / "nytt namn.gpkg"
    os.replace(file, moved)
    there = StateFolder(tmp_path / "profil" / "lagen", ID, moved)
    there.adopt_moved()
    assert [one.digest for one in there.states()] == [kept.digest] and folder.states() == []
    os.replace(moved, file)
    folder.adopt_moved()
    assert len(folder.states()) == 1, "och tillbaka igen"


def test_a_bad_copy_hides_no_good_one_and_stands_for_none(folder: StateFolder, file: Path) -> None:
    first = folder.keep(OPENED)
    draw(file, "Kil")
    second = folder.keep(HOURLY)
    first.path.write_bytes(b"")
    content = second.path.read_bytes()
    second.path.write_bytes(content[: len(content) // 2])
    (first.path.parent / "20261399T000000000Z-oppnad-0-0-0123456789abcdef.gpkg.gz").write_bytes(content)
    (first.path.parent / "anteckning.txt").write_text("hej", encoding="utf-8")
    third = folder.keep(HOURLY)
    assert third.path != second.path and "Kil" in names(third.path)
    assert third in folder.states() and first not in folder.states()


def test_a_state_that_is_no_strukturbild_is_told_of_by_its_own_name(
    folder: StateFolder, file: Path, tmp_path: Path
) -> None:
    state = folder.keep(OPENED).path
    for make, said in (
        ("CREATE TRIGGER x AFTER INSERT ON nod BEGIN SELECT 1; END", "Läget är skadat"),
        ("UPDATE strukturbild SET schema_version = 99", state.name),
    ):
        hostile = Path(shutil.copy(file, tmp_path / "annans.gpkg"))
        with sqlite3.connect(hostile) as database:
            database.execute(make)
        state.write_bytes(gzip.compress(hostile.read_bytes()))
        with pytest.raises(StoreError, match=said) as refused, usable_copy(state):
            pass
        assert "lage.gpkg" not in str(refused.value)


def test_a_pipe_among_the_states_is_not_waited_for(folder: StateFolder) -> None:
    kept = folder.keep(OPENED)
    if hasattr(os, "mkfifo"):
        os.mkfifo(kept.path.with_name(kept.path.name.replace("oppnad", "timme")))
    assert folder.states() == [kept]


def test_a_full_disk_or_a_closed_folder_is_said_and_leaves_nothing(
    folder: StateFolder, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = namedtuple("full", "total used free")(1, 1, 1)
    with monkeypatch.context() as patched:
        patched.setattr(state_folder.shutil, "disk_usage", lambda _path: full)
        with pytest.raises(StoreError, match="nästan full"):
            folder.keep(OPENED)
    (tmp_path / "profil").write_text("en fil där mappen skulle ligga", encoding="utf-8")
    with pytest.raises(StoreError):
        folder.keep(OPENED)
    assert folder.states() == []
    (tmp_path / "profil").unlink()
    with pytest.raises(StoreError, match="finns inte"):
        StateFolder(tmp_path / "profil", ID, tmp_path / "borta.gpkg").keep(OPENED)
    kept = folder.keep(OPENED)
    assert [one.name for one in sorted(kept.path.parent.iterdir())] == [kept.path.name, "om.json"]


def test_states_that_have_had_their_day_go_when_a_new_one_comes(folder: StateFolder, file: Path) -> None:
    now = datetime.now(timezone.utc)
    for days in (40, 3, 3, 0):
        draw(file, f"Dag {days}")
        folder.keep(HOURLY, moment=now - timedelta(days=days, minutes=len(folder.states())))
    ages = [(now.date() - one.moment.date()).days for one in folder.states()]
    assert len(ages) == 2 and ages[0] <= 1 and 2 <= ages[1] <= 4


def test_todays_state_stays_when_the_same_was_kept_another_day(folder: StateFolder, file: Path) -> None:
    """The file has become again what it was in the morning before the last state of yesterday."""
    now = datetime.now(timezone.utc)
    morning = folder.keep(HOURLY, moment=now - timedelta(days=1, minutes=2))
    draw(file, "Kil")
    folder.keep(HOURLY, moment=now - timedelta(days=1, minutes=1))
    with writing(file) as db:
        db.delete([one.objekt_id for one in read_snapshot(file).objects if one.namn == "Kil"])
    opened = folder.keep(OPENED, moment=now)
    draw(file, "Forshaga")
    folder.keep(HOURLY, moment=now)
    assert opened.digest == morning.digest and opened in folder.states()


def test_what_was_just_kept_stays_also_when_the_clock_was_ahead(
    folder: StateFolder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "MAX_STATES", 2)
    now = datetime.now(timezone.utc)
    for day in (900, 901):
        draw(file, f"Dag {day}")
        folder.keep(HOURLY, moment=now + timedelta(days=day))
    draw(file, "Idag")
    kept = folder.keep(BEFORE_RESTORE, moment=now)
    assert kept.path.is_file() and "Idag" in names(kept.path)


def test_what_is_left_half_made_for_more_than_a_day_goes(folder: StateFolder, file: Path) -> None:
    kept = folder.keep(OPENED)
    old, fresh = kept.path.parent / ".11111111.ny.gpkg", kept.path.parent / ".22222222.ny.gpkg"
    for path in (old, fresh):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    folder.thin(datetime.now(timezone.utc))
    assert fresh.exists() and not old.exists()
