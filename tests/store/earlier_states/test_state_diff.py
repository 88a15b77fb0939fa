"""What is different since a state, and a whole state brought back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.earlier_states import packed_file
from strukturbild_plugin.store.earlier_states.restore_state import restore_state, usable_copy
from strukturbild_plugin.store.earlier_states.retention import BEFORE_RESTORE, OPENED
from strukturbild_plugin.store.earlier_states.state_diff import CHANGED, GONE, NEW, StateDiff, state_diff
from strukturbild_plugin.store.earlier_states.state_folder import StateFolder
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.gpkg.records import Edition, ObjectRecord
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file, point, thing
from tests.store.hostile_helpers import with_sql
from tests.store.older_files_helpers import older_file

ID = "33333333-3333-4333-8333-333333333333"
SQL = {
    "frammande": "CREATE TRIGGER elak AFTER INSERT ON nod BEGIN DELETE FROM strak; END",
    "annan": "UPDATE strukturbild SET strukturbild_id = 'en annan'",
    "nyare": "UPDATE strukturbild SET schema_version = 99",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = new_file(tmp_path)
    with writing(made) as db:
        db.add_objects(karlstad())
        db.add_links([GoalLink(named(made, "Karlstad", db.objects()).objekt_id, db.goals()[0].mal_id, 1, "")])
    return made


@pytest.fixture
def folder(tmp_path: Path, file: Path) -> StateFolder:
    return StateFolder(tmp_path / "lagen", ID, file)


def named(path: Path, name: str, objects: object = None) -> ObjectRecord:
    found = objects if objects is not None else read_snapshot(path).objects
    return next(one for one in found if one.namn == name)  # type: ignore[attr-defined]


def since(state: Path, file: Path) -> StateDiff:
    with usable_copy(state) as copy:
        return state_diff(copy, file)


def names(diff: StateDiff, kind: str) -> set[object]:
    return {one.row["namn"] for one in diff.of_kind(kind)}


def work(file: Path) -> None:
    """A town goes, with its link and the end of a samband; one is renamed, one is new; the title is another."""
    with writing(file) as db:
        snapshot = {one.namn: one for one in db.objects()}
        db.update_objects([replace(snapshot["Örebro"], namn="Örebro C"), replace(snapshot["Pendling"], attribut={})])
        db.delete([snapshot["Karlstad"].objekt_id])
        db.add_objects([thing("nod", "nod", "Kil", point((450000.0, 6580000.0)))])
        db.connection.execute("UPDATE strukturbild SET titel = 'En annan titel'")


def test_each_object_is_told_once_and_the_rest_by_its_table(folder: StateFolder, file: Path) -> None:
    kept = folder.keep(OPENED)
    assert since(kept.path, file) == StateDiff()
    work(file)
    diff = since(kept.path, file)
    assert (names(diff, GONE), names(diff, CHANGED), names(diff, NEW)) == (
        {"Karlstad"},
        {"Örebro", "Pendling"},
        {"Kil"},
    )
    assert diff.tables == ("strukturbild",)
    (gone,) = diff.of_kind(GONE)
    assert [change.tabell for change in gone.changes] == ["nod", "objekt_mal"], "målkopplingen följer med"


def test_a_line_takes_the_ends_along_that_are_gone(folder: StateFolder, file: Path) -> None:
    kept = folder.keep(OPENED)
    work(file)
    diff = since(kept.path, file)
    ids = {str(one.row["namn"]): one.objekt_id for one in diff.objects}
    assert diff.needed_for([ids["Pendling"]]) == {ids["Pendling"], ids["Karlstad"]}
    assert diff.needed_for([ids["Örebro"], "ett id som inte finns"]) == {ids["Örebro"]}


def test_a_goal_that_was_added_or_judged_otherwise_is_a_change_of_its_object(folder: StateFolder, file: Path) -> None:
    kept = folder.keep(OPENED)
    with writing(file) as db:
        link = db.links()[0]
        db.remove_links([(link.objekt_id, link.mal_id)])
        db.add_links([replace(link, bidrag=-1), replace(link, mal_id=db.goals()[1].mal_id)])
    (changed,) = since(kept.path, file).of_kind(CHANGED)
    assert len(changed.changes) == 2 and {change.now is None for change in changed.changes} == {True, False}


def test_the_whole_state_comes_back_and_can_be_undone(folder: StateFolder, file: Path) -> None:
    with writing(file) as db:
        db.add_edition(Edition(1, "2026-11-01T10:00:00.000Z", "utkast", "a" * 64, 7, 1))
    kept, was = folder.keep(OPENED), read_snapshot(file)
    work(file)
    with writing(file) as db:
        db.add_edition(Edition(2, "2026-11-02T10:00:00.000Z", "utkast", "b" * 64, 7, 0))
    then = read_snapshot(file)
    before = restore_state(file, kept.path, folder)
    back = read_snapshot(file)
    assert back == replace(was, editions=then.editions), "utgåvor som är gjorda sedan dess står kvar"
    assert before.why == BEFORE_RESTORE and since(kept.path, file) == StateDiff()
    restore_state(file, before.path, folder)
    assert read_snapshot(file) == then
    assert check_file(file).titel == "En annan titel"


def test_a_link_to_the_file_is_followed_and_its_rights_stay(folder: StateFolder, file: Path, tmp_path: Path) -> None:
    kept = folder.keep(OPENED)
    work(file)
    link = tmp_path / "genvag.gpkg"
    link.symlink_to(file)
    file.chmod(0o640)
    restore_state(link, kept.path, folder)
    assert link.is_symlink() and file.stat().st_mode & 0o777 == 0o640
    assert named(file, "Karlstad")


@pytest.mark.parametrize("wrong", ["borta", "halv", "tom", "text", "bomb", *SQL])
def test_a_state_that_cannot_be_used_changes_nothing(
    folder: StateFolder, file: Path, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = folder.keep(OPENED)
    work(file)
    now, path = read_snapshot(file), kept.path
    whole = path.read_bytes()
    if wrong == "borta":
        path.unlink()
    elif wrong in ("halv", "tom", "text"):
        path.write_bytes({"halv": whole[: len(whole) // 2], "tom": b"", "text": b"hej"}[wrong])
    elif wrong == "bomb":
        monkeypatch.setattr(packed_file, "MAX_UNPACKED_BYTES", 1_000_000)
    else:
        unpacked = tmp_path / "uppackad.gpkg"
        packed_file.unpack(path, unpacked)
        with_sql(unpacked, SQL[wrong])
        packed_file.pack(unpacked, path)
    with pytest.raises(StoreError):
        restore_state(file, path, folder)
    assert read_snapshot(file) == now


def test_a_file_that_somebody_writes_in_or_that_is_protected_stays_as_it_is(folder: StateFolder, file: Path) -> None:
    kept = folder.keep(OPENED)
    work(file)
    now = read_snapshot(file)
    busy = connect(file)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"används|redigeras"):
        restore_state(file, kept.path, folder)
    busy.execute("ROLLBACK")
    busy.close()
    file.chmod(0o440)
    with pytest.raises(StoreError, match="skrivskyddad"):
        restore_state(file, kept.path, folder)
    assert read_snapshot(file) == now


def test_what_cannot_be_kept_first_is_not_replaced(
    folder: StateFolder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = folder.keep(OPENED)
    work(file)
    now = read_snapshot(file)

    def full(*_: object) -> None:
        raise StoreError("Disken är full.")

    monkeypatch.setattr(StateFolder, "_refuse_too_large", full)
    with pytest.raises(StoreError, match="full"):
        restore_state(file, kept.path, folder)
    assert read_snapshot(file) == now and [one.path for one in folder.states()] == [kept.path]


def test_a_state_of_older_tables_is_looked_at_upgraded(tmp_path: Path) -> None:
    old = older_file(tmp_path / "gammal.gpkg", 1)
    packed_file.pack(old, tmp_path / "lage.gz")
    with usable_copy(tmp_path / "lage.gz") as copy:
        assert check_file(copy)
    assert not copy.exists()
