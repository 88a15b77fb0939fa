"""What is drawn but not saved is kept beside, and comes back whole; others' work is never written over in silence."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_buffer import add_row
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS, HEAD, EditSession
from strukturbild_plugin.drawing.session.restore import RestoreResult, apply_changes, sort_out
from strukturbild_plugin.drawing.session.row_codec import as_value, cells_of
from strukturbild_plugin.drawing.session.unsaved_changes import UnsavedChanges
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.autosave.copy_folder import AutosaveFolder, belongs
from strukturbild_plugin.store.autosave.copy_format import AutosaveCopy, RowChange, as_bytes, from_bytes
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE, SAMBAND, STRAK, desk_on, everything, places_of, towns
from tests.store.helpers import karlstad, new_file, start_python

ID = "33333333-3333-4333-8333-333333333333"
NAME = "Återställ"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = new_file(tmp_path)
    with writing(made, "prov") as db:
        db.add_objects(karlstad())
    return made


def rows_of(unsaved: UnsavedChanges) -> tuple[RowChange, ...]:
    while not unsaved.read_some():
        pass
    return tuple(unsaved.rows.values())


def by_identity(rows: tuple[RowChange, ...]) -> dict[object, RowChange]:
    return {(row.tabell, row.identity()): row for row in rows}


def copy_of(rows: tuple[RowChange, ...], path: Path) -> AutosaveCopy:
    return AutosaveCopy(ID, "Målbild", str(path), SCHEMA_VERSION, "2026-11-21T14:32:00Z", os.getpid(), rows)


def link(edit_session: EditSession, objekt_id: str, mal_id: str) -> None:
    from qgis.core import QgsGeometry

    with edit_session.command("Koppla"):
        values = {"objekt_id": objekt_id, "mal_id": mal_id, "bidrag": 2, "motivering": "Därför"}
        add_row(edit_session, GOAL_LINKS, values, QgsGeometry())


def named(edit_session: EditSession, name: str) -> str:
    return next(known.objekt_id for known in edit_session.objects.all() if known.namn == name)


def work(edit_session: EditSession, goals: list[str]) -> None:
    """A bit of everything: drawn, renamed, moved with what hangs on it, deleted with its links, tied to goals."""
    west, middle, east = towns(edit_session)
    strak = draw_corridor(edit_session, STRAK, [west, middle, east])
    draw_link(edit_session, SAMBAND, west, named(edit_session, "Örebro"))
    set_values(
        edit_session, named(edit_session, "Karlstad"), {"roll": ("hamn",), "beskrivning": "Ny text med ”citat” och å"}
    )
    move_node(edit_session, named(edit_session, "Örebro"), (520_000, 6_580_000))
    link(edit_session, strak, goals[0])
    link(edit_session, named(edit_session, "Kilen"), goals[1])
    delete_object(edit_session, named(edit_session, "Älven"))
    head = edit_session.layer(HEAD)
    with edit_session.command("Titel"):
        fid = next(iter(head.allFeatureIds()))
        edit_session.editing(HEAD).changeAttributeValue(fid, head.fields().indexOf("titel"), "Ny titel")


def held(edit_session: EditSession) -> dict[str, object]:
    """All that the layers hold; nothing is nothing, in Python and in QGIS."""
    rows = everything(edit_session).items()
    return {key: (["" if one in ("None", "NULL") else one for one in row[0]], row[1]) for key, row in rows}


def titles(edit_session: EditSession) -> list[str]:
    return [feature["titel"] for feature in edit_session.layer(HEAD).getFeatures()]


def test_everything_unsaved_comes_back_as_one_step_and_nothing_is_saved_by_itself(
    path: Path, qgis_app: QgsApplication
) -> None:
    goals = [goal.mal_id for goal in read_snapshot(path).goals]
    lost = desk_on(path)
    unsaved = UnsavedChanges(lost.layers)
    work(lost, goals)
    wanted, rows = held(lost), from_bytes(as_bytes(copy_of(rows_of(unsaved), path))).rader
    in_file = read_snapshot(path)
    lost.close()
    unsaved.close()

    edit_session = desk_on(path)
    before, follower = held(edit_session), UnsavedChanges(edit_session.layers)
    outcome = apply_changes(edit_session, edit_session.layers, NAME, rows)
    assert not outcome.left and len(outcome.steps) == len(rows) >= 9
    assert held(edit_session) == wanted and titles(edit_session) == ["Ny titel"]
    assert read_snapshot(path) == in_file, "inget skrivs av sig självt"
    assert by_identity(rows_of(follower)) == by_identity(rows), "det som återställts är osparat som förut"
    assert edit_session.undo_text() == NAME and edit_session.undo() == NAME
    assert held(edit_session) == before and edit_session.standing(NAME) is False and not rows_of(follower)
    assert edit_session.redo() == NAME and held(edit_session) == wanted and edit_session.standing(NAME) is True
    edit_session.save()
    assert not rows_of(follower) and not follower.modified()
    saved = {thing.namn for thing in read_snapshot(path).objects}
    assert {"Västerås", "Karlstad", "Kilen"} <= saved and "Älven" not in saved
    assert len(sort_out(edit_session.layers, rows).done) == len(rows), "det som finns i filen är klart"
    follower.close()
    edit_session.close()


def changed_by_somebody(path: Path, edit_session: EditSession) -> None:
    """Another one saves: Karlstad is renamed, Örebro and its samband are gone, the green area is described."""
    set_values(edit_session, named(edit_session, "Karlstad"), {"namn": "Karlstad C"})
    set_values(edit_session, named(edit_session, "Kilen"), {"beskrivning": "Deras text"})
    delete_object(edit_session, named(edit_session, "Pendling"))
    delete_object(edit_session, named(edit_session, "Örebro"))
    edit_session.save()
    edit_session.close()


def collision(path: Path) -> tuple[EditSession, tuple[RowChange, ...]]:
    goals = [goal.mal_id for goal in read_snapshot(path).goals]
    lost = desk_on(path)
    unsaved = UnsavedChanges(lost.layers)
    set_values(lost, named(lost, "Karlstad"), {"namn": "Karlstad och Hammarö", "beskrivning": "Min text"})
    set_values(lost, named(lost, "Nobelbanestråket"), {"beskrivning": "Min text"})
    set_values(lost, named(lost, "Örebro"), {"beskrivning": "Min text"})
    link(lost, named(lost, "Örebro"), goals[0])
    delete_object(lost, named(lost, "Kilen"))
    rows = rows_of(unsaved)
    unsaved.close()
    lost.close()
    changed_by_somebody(path, desk_on(path))
    return desk_on(path), rows


def said(outcome: RestoreResult) -> dict[str, str]:
    return {f"{one.change.tabell} {one.change.cell('namn') or ''}".strip(): one.why for one in outcome.left}


def test_what_stands_against_others_work_is_named_and_left_until_it_is_to_count(
    path: Path, qgis_app: QgsApplication
) -> None:
    edit_session, rows = collision(path)
    outcome = apply_changes(edit_session, edit_session.layers, NAME, rows)
    assert [step.change.cell("namn") for step in outcome.steps] == ["Nobelbanestråket"]
    why = said(outcome)
    assert set(why) == {"nod Karlstad och Hammarö", "nod Örebro", "gron_bla_yta Kilen", "objekt_mal"}
    assert "någon annan har ändrat" in why["gron_bla_yta Kilen"] and "tagit bort" in why["nod Örebro"]
    assert named(edit_session, "Karlstad C"), "deras arbete står kvar"
    left = tuple(one.change for one in outcome.left)
    again = apply_changes(edit_session, edit_session.layers, "Behåll min version", left, count=True)
    assert not again.left and {"Karlstad och Hammarö", "Örebro"} <= {known.namn for known in edit_session.objects.all()}
    assert "Kilen" not in {known.namn for known in edit_session.objects.all()}
    assert edit_session.layer(GOAL_LINKS).featureCount() == 1
    edit_session.save()
    edit_session.close()


def test_undone_to_nothing_is_nothing_and_a_handful_is_all_that_is_read(path: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(path)
    heard, settled = [], []
    unsaved = UnsavedChanges(edit_session.layers, lambda: heard.append(1), lambda: settled.append(1))
    karlstad_id = named(edit_session, "Karlstad")
    set_values(edit_session, karlstad_id, {"namn": "Ett"})
    set_values(edit_session, karlstad_id, {"namn": "Karlstad"})
    assert heard and edit_session.unsaved()
    assert {column for change in rows_of(unsaved) for column in change.now or {}} <= {"andrad_av"}
    edit_session.undo()
    edit_session.undo()
    assert rows_of(unsaved) == () and not unsaved.modified()
    add_object(edit_session, NODE, points_geometry([(450_000, 6_560_000)]), "Ny")
    assert len(rows_of(unsaved)) == 1 and not settled
    late = UnsavedChanges(edit_session.layers)
    assert rows_of(late) == rows_of(unsaved), "också det som ändrats innan någon lyssnade"
    for layer in edit_session.layers.values():
        layer.rollBack()
    assert settled and unsaved.rows == {} and rows_of(unsaved) == ()
    edit_session.close()


HOLD = """
import sys
from pathlib import Path
from strukturbild_plugin.store.autosave.copy_format import from_bytes
from strukturbild_plugin.store.autosave.copy_folder import AutosaveFolder
place = AutosaveFolder(Path(sys.argv[1])).new_copy(sys.argv[2], Path(sys.argv[3]))
place.write(from_bytes(Path(sys.argv[4]).read_bytes()))
print(place.name, flush=True)
sys.stdin.readline()
"""


def test_a_copy_is_offered_when_its_writer_is_dead_and_never_to_two(path: Path, tmp_path: Path) -> None:
    folder, text = tmp_path / "profil" / "osparat", tmp_path / "kopia"
    text.write_bytes(as_bytes(copy_of((RowChange("nod", None, {"objekt_id": "a", "namn": "Å"}),), path)))
    writer = start_python(HOLD, folder, ID, path, text)
    name = writer.stdout.readline().strip()
    shelf = AutosaveFolder(folder)
    assert shelf.lock_orphans(ID, path) == [], "den som lever har sin kopia i fred"
    writer.kill()
    writer.wait()
    (place,) = shelf.lock_orphans(ID, path)
    assert place.name == name and place.read().rader[0].cell("namn") == "Å"
    assert shelf.lock_orphans(ID, path) == [], "den som redan erbjuds är tagen"
    place.discard()
    assert not place.path.exists() and place.undo_discard() and place.path.exists()
    place.unlock()
    assert len(shelf.lock_orphans("en annan", tmp_path / "annan.gpkg")) == 0
    (moved,) = shelf.lock_orphans(ID, tmp_path / "flyttad.gpkg")
    copy = moved.read()
    assert not belongs(copy, ID, tmp_path / "flyttad.gpkg", SCHEMA_VERSION), "filen ligger kvar: det är en kopia"
    path.rename(tmp_path / "flyttad.gpkg")
    assert belongs(copy, ID, tmp_path / "flyttad.gpkg", SCHEMA_VERSION)
    with pytest.raises(StoreError, match="annan strukturbild"):
        belongs(copy, "en annan", path, SCHEMA_VERSION)
    with pytest.raises(StoreError, match="annan version"):
        belongs(copy, ID, path, SCHEMA_VERSION - 1)
    moved.remove()
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_the_copy_that_was_there(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = AutosaveFolder(tmp_path / "osparat").new_copy(ID, path)
    first = copy_of((RowChange("nod", None, {"objekt_id": "a"}),), path)
    place.write(first)

    def full(_self: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StoreError, match="inte plats"):
        place.write(copy_of((), path))
    monkeypatch.setattr("strukturbild_plugin.store.autosave.copy_format.MAX_BYTES", 100)
    with pytest.raises(StoreError, match="Spara strukturbilden"):
        place.write(first)
    monkeypatch.undo()
    assert place.read() == first and [one.name for one in (tmp_path / "osparat").glob("*.json")] == [place.path.name]


def bad_ones(good: bytes) -> dict[str, bytes]:
    told = json.loads(good)

    def told_as(**more: object) -> bytes:
        return json.dumps({**told, **more}).encode()

    return {
        "avbruten": good[: len(good) // 2],
        "ändrad": good.replace("Å".encode(), "Ö".encode()),
        "annat slag": told_as(slag="recept"),
        "annan version": told_as(version=2),
        "ingen": b"",
        "lista": b"[]",
        "djup": b"[" * 100_000,
        "långt tal": good.replace(b'"version": 1', b'"version": ' + b"9" * 1_000_000),
        "nan": good.replace(b'"version": 1', b'"version": NaN'),
        "rader": told_as(rader=[{"tabell": 5, "var": None, "nu": {}}]),
        "hex": told_as(rader=[{"tabell": "nod", "var": None, "nu": {"geom": {"wkb": "zz"}}}]),
        "inte text": b"\xff\xfe\x00",
    }


def test_damaged_hostile_and_foreign_copies_are_a_sentence_and_never_more(
    path: Path, tmp_path: Path, qgis_app: QgsApplication
) -> None:
    good = as_bytes(copy_of((RowChange("nod", None, {"objekt_id": "a", "namn": "Å"}),), path))
    for why, content in bad_ones(good).items():
        with pytest.raises(StoreError) as told:
            from_bytes(content)
        assert "Traceback" not in str(told.value) and str(told.value).endswith("."), why
    shelf = AutosaveFolder(tmp_path)
    place = shelf.new_copy(ID, path)
    place.path.write_bytes(good[:-9])
    aside = place.set_aside()
    assert aside.read_bytes() == good[:-9] and shelf.lock_orphans(ID, path) == []
    edit_session = desk_on(path)
    town = {"objekt_id": "b", "klass": "nod", "bild_id": read_snapshot(path).pictures[0].bild_id}
    huge = bytes.fromhex("0102000000ffffffff") + b"\0" * 32
    wrong = [
        RowChange("nod", None, {**town, "geom": huge}),
        RowChange("nod", None, {**town, "geom": b"\x01\x02"}),
        RowChange("nod", None, {**town, "hemlig_kolumn": 1}),
        RowChange("nod", None, {**town, "befolkning": "många"}),
        RowChange("nod", None, {**town, "befolkning": 2**70}),
        RowChange("nod", None, {**town, "kalla_datum": "i går"}),
        RowChange("sqlite_master", None, {"objekt_id": "x"}),
        RowChange("nod", None, {**town, "bild_id": "ingen bild"}),
        RowChange(GOAL_LINKS, None, {"objekt_id": "ingen", "mal_id": "inget", "bidrag": 1}),
    ]
    layers = {**edit_session.layers, "bild": _table(path, "bild")}
    outcome = apply_changes(edit_session, layers, NAME, wrong)
    assert len(outcome.left) == len(wrong) and not outcome.steps and not edit_session.unsaved()
    head = RowChange(HEAD, {"strukturbild_id": ID, "schema_version": SCHEMA_VERSION}, {"schema_version": 99})
    fine = apply_changes(
        edit_session, layers, NAME, [RowChange("nod", None, {**town, "namn": "'; DROP TABLE nod; --"}), head]
    )
    assert len(fine.steps) == 1 and places_of(edit_session, "b") == []
    edit_session.close()


def test_what_is_chosen_in_qgis_own_form_is_in_the_copy_as_its_column_has_it(
    path: Path, qgis_app: QgsApplication
) -> None:
    edit_session = desk_on(path)
    edit_session.start()
    known, layer = edit_session.known(named(edit_session, "Karlstad")), edit_session.layer("nod")
    for column, chosen in (("hogskola", "1"), ("stod_i_op", "false"), ("namn", "1")):
        layer.changeAttributeValue(known.fid, layer.fields().indexOf(column), chosen)
    kept = cells_of(layer.getFeature(known.fid), ("hogskola", "stod_i_op", "namn"))
    assert kept == {"hogskola": 1, "stod_i_op": 0, "namn": "1", "geom": kept["geom"]}
    assert [as_value(layer.fields().field(name), kept[name]) for name in ("hogskola", "stod_i_op")] == [True, False]
    edit_session.close()


def _table(path: Path, name: str) -> object:
    from strukturbild_plugin.store.qgis_project.layers import open_layer

    return open_layer(path, name, name)


def test_a_layer_that_is_closed_with_unsaved_work_leaves_it_in_the_copy(path: Path, qgis_app: QgsApplication) -> None:
    from qgis.PyQt import sip

    edit_session = desk_on(path)
    unsaved = UnsavedChanges(edit_session.layers)
    set_values(edit_session, named(edit_session, "Karlstad"), {"beskrivning": "Ny"})
    set_values(edit_session, named(edit_session, "Kilen"), {"beskrivning": "Ny"})
    assert len(rows_of(unsaved)) == 2
    layers = dict(edit_session.layers)
    edit_session.close()
    sip.delete(layers["nod"])
    layers["gron_bla_yta"].rollBack()
    assert [change.tabell for change in unsaved.rows.values()] == ["nod"] and unsaved.read_some()
    unsaved.close()


def test_half_a_character_does_not_keep_the_rest_from_being_copied(path: Path) -> None:
    """A text field with a limit cuts a picture sign in two."""
    row = RowChange("nod", None, {"objekt_id": ID, "namn": "Kil \ud83d", "beskrivning": "🌲"})
    (back,) = from_bytes(as_bytes(copy_of((row,), path))).rader
    assert back.now == {**row.now, "namn": "Kil \ufffd"}
