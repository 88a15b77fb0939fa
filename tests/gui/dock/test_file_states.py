"""The open file is moved, deleted, replaced or locked, or somebody else writes in it: one sentence and one button."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.gui.dock.notice_strip import NoticeStrip
from strukturbild_plugin.gui.session.open_document import table_of
from strukturbild_plugin.store.gpkg import held_file
from strukturbild_plugin.store.gpkg.held_file import FileState
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import opened_dock, press, texts, wait
from tests.gui.tool_helpers import set_draw_mode


@pytest.fixture(autouse=True)
def raised(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was raised into Qt: nothing may be."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: heard.append(f"{kind.__name__}: {error}"))
    yield heard
    assert heard == []


@pytest.fixture(scope="module")
def one_dock(
    qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """One dock for all: each test leaves its file open, wherever that lies by then."""
    with pytest.MonkeyPatch.context() as patch:
        unsaved = tmp_path_factory.mktemp("osparat")
        patch.setattr("strukturbild_plugin.paths.unsaved_copies", lambda _profile: unsaved)
        for made in opened_dock(_example_made_once, tmp_path_factory.mktemp("fil")):
            made.saving._outside = lambda _path: "På nätverket"  # where it is saved when one has rested for a minute
            made.saving._follow()
            yield made


@pytest.fixture
def dock(one_dock: Any) -> Any:
    """With nothing unsaved, nothing held and nothing said."""
    settled(one_dock)
    one_dock.tools.unset_tool()
    one_dock.session.opened.discard()
    one_dock.session.iface.messageBar().clearWidgets()
    assert strip(one_dock).isHidden()
    return one_dock


@pytest.fixture
def edited(dock: Any) -> Any:
    """The dock with one node changed and saved, and another changed and not saved."""
    one, other = nodes(dock)[:2]
    dock.changed_ids, dock.names = [one.objekt_id, other.objekt_id], [one.namn + " sparat", other.namn + " inte sparat"]
    name(dock, 0)
    assert dock.session.save()
    name(dock, 1)
    return dock


def nodes(dock: Any) -> list[Any]:
    return [one for one in dock.tools.edit_session.objects.all() if one.lager == "nod"]


def name(dock: Any, place: int, more: str = "") -> None:
    set_values(dock.tools.edit_session, dock.changed_ids[place], {"namn": dock.names[place] + more})


def strip(dock: Any) -> Any:
    return dock.findChild(NoticeStrip)


def seen(dock: Any, state: FileState) -> Any:
    """The strip, once the watcher has seen this by itself."""
    wait(lambda: dock.file_watcher.state is state, 30)
    assert not strip(dock).isHidden()
    return strip(dock)


def settled(dock: Any) -> None:
    wait(lambda: not dock.session.runner.busy and not dock.session.live._timer.isActive())
    QApplication.processEvents()


def opened(dock: Any, path: Path) -> None:
    """The strukturbild at `path` is open, and nothing is wrong with it."""
    wait(lambda: dock.session.opened is not None and dock.session.opened.path == path, 60)
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy, 60)
    settled(dock)
    assert strip(dock).isHidden(), strip(dock).sentence.text()


def kept_both(dock: Any) -> None:
    """What was saved is in the file, what was not is laid back as edits; both can be saved."""
    wait(lambda: bool(dock.session.opened.unsaved()), 30)
    session = dock.tools.edit_session
    assert [session.feature(one)["namn"] for one in dock.changed_ids] == dock.names
    assert dock.recovery.current() is None and len(dock.session.opened.unsaved()) == 1
    assert dock.session.save()
    written = {one.objekt_id: one.namn for one in read_snapshot(dock.session.opened.path).objects}
    assert [written[one] for one in dock.changed_ids] == dock.names


def nothing_is_drawn(dock: Any, words: str) -> None:
    """A pen, a form, undo and save say the sentence and do nothing."""
    count = len(nodes(dock))
    for way in (
        lambda: set_draw_mode(dock.tools, "nod", "punkt"),
        lambda: dock.tools.change(nodes(dock)[0].objekt_id, {"beskrivning": "Får inte skrivas"}),
        dock.tools.undo,
    ):
        dock.session.iface.messageBar().clearWidgets()
        way()
        assert any(words in said for said in texts(dock)), texts(dock)
    assert dock.tools.draw_mode is None and len(nodes(dock)) == count


def leave_pages_beside(dock: Any) -> None:
    """A reader keeps the last save from being brought into the file (-wal)."""
    with contextlib.closing(sqlite3.connect(dock.session.opened.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM nod").fetchone()
        for more in (" i två steg", ""):
            name(dock, 0, more)
            name(dock, 1)
            assert dock.session.save()
        dock.names[1] += " igen"
        name(dock, 1)


@pytest.mark.parametrize("beside", [False, True], ids=["i filen", "bredvid filen"])
def test_a_renamed_file_is_opened_under_its_new_name_with_what_is_unsaved(edited: Any, beside: bool) -> None:
    path = edited.session.opened.path
    if beside:
        leave_pages_beside(edited)
        assert path.with_name(path.name + "-wal").stat().st_size
    new = path.rename(path.with_name(f"nytt namn {beside}.gpkg"))
    said = seen(edited, FileState.MOVED)
    assert said.sentence.text().startswith(f"Filen {path.name} heter nu {new.name}.")
    assert said.button.text() == "Öppna den under sitt nya namn"
    nothing_is_drawn(edited, f"heter nu {new.name}")
    assert not edited.session.save() and (not path.exists() or not path.stat().st_size)
    said.button.click()
    opened(edited, new)
    kept_both(edited)
    assert not [each for each in path.parent.iterdir() if each.name.startswith(path.name)]


def test_a_file_moved_to_another_folder_at_rest_is_opened_there(dock: Any, tmp_path: Path) -> None:
    path = dock.session.opened.path
    number = len(nodes(dock))
    folder = tmp_path / "annan mapp"
    folder.mkdir()
    new = Path(shutil.move(str(path), folder / path.name))
    said = seen(dock, FileState.MOVED)
    assert said.button.text() == "Öppna den på sin nya plats"
    QApplication.processEvents()
    assert all(layer.readOnly() for layer in dock.session.opened.layers()), "QGIS egen penna öppnar inget annat"
    said.button.click()
    opened(dock, new)
    assert len(nodes(dock)) == number
    assert not any(layer.readOnly() for layer in dock.session.opened.layers())


def test_a_file_moved_back_is_as_if_nothing_happened(edited: Any) -> None:
    path = edited.session.opened.path
    new = path.rename(path.with_name("borta en stund.gpkg"))
    seen(edited, FileState.MOVED)
    edited.tools.attempt(edited.file_watcher.refuse_editing)
    assert any(f"heter nu {new.name}" in words for words in texts(edited))
    new.rename(path)
    wait(lambda: edited.file_watcher.state is FileState.THERE, 30)
    settled(edited)
    assert strip(edited).isHidden()
    assert not any(f"heter nu {new.name}" in words for words in texts(edited)), "rådet gäller inte längre"
    kept_both(edited)


@pytest.mark.parametrize("beside", [False, True], ids=["i filen", "bredvid filen"])
def test_a_deleted_file_is_saved_whole_in_a_new_one(edited: Any, tmp_path: Path, beside: bool) -> None:
    path = edited.session.opened.path
    if beside:
        leave_pages_beside(edited)
    before = read_snapshot(path)
    path.unlink()
    if beside:
        path.touch()  # as SQLite leaves it where it finds none
    said = seen(edited, FileState.DELETED)
    assert said.sentence.text().startswith(f"Filen {path.name} är borttagen.")
    nothing_is_drawn(edited, "är borttagen")
    edited.file_mending.save_new_file(path if beside else tmp_path / "räddad.gpkg")
    opened(edited, path if beside else tmp_path / "räddad.gpkg")
    after = read_snapshot(edited.session.opened.path)
    assert (after.head, after.objects, after.links, after.goals) == (
        before.head,
        before.objects,
        before.links,
        before.goals,
    )
    if not beside:
        kept_both(edited)


def test_another_version_in_its_place_is_opened_and_mine_is_kept_beside(edited: Any, tmp_path: Path) -> None:
    path = edited.session.opened.path
    third = nodes(edited)[2].objekt_id
    newer = Path(shutil.copy(path, tmp_path / "från kollegan.gpkg"))
    rename_object(newer, third, "Kollegans namn")
    os.replace(newer, path)
    said = seen(edited, FileState.REPLACED)
    assert said.button.text() == "Öppna den nya"
    assert not edited.session.save(), "det skulle ha skrivits i den nya"
    said.button.click()
    opened(edited, path)
    assert edited.tools.edit_session.feature(third)["namn"] == "Kollegans namn"
    assert edited.tools.edit_session.feature(edited.changed_ids[1])["namn"] == edited.names[1]
    mine = path.with_name(f"{path.stem} (min version).gpkg")
    assert mine.name in " ".join(texts(edited))
    kept = {one.objekt_id: one.namn for one in read_snapshot(mine).objects}
    assert kept[third] != "Kollegans namn"


def copy_over(source: Path, path: Path) -> None:
    """As a file manager does: into the file itself. In a process of its own, for closing it here lets go of locks."""
    subprocess.run(
        [sys.executable, "-c", "import shutil, sys; shutil.copyfile(*sys.argv[1:])", str(source), str(path)], check=True
    )


def test_a_version_copied_over_the_open_file_is_opened_anew_with_what_is_unsaved(edited: Any, tmp_path: Path) -> None:
    path, third = edited.session.opened.path, nodes(edited)[2]
    assert edited.session.save()
    older = Path(shutil.copy(path, tmp_path / "från i går.gpkg"))
    set_values(edited.tools.edit_session, third.objekt_id, {"namn": "Ritat i dag"})
    assert edited.session.save()
    edited.names[1] += " igen"
    name(edited, 1)
    copy_over(older, path)
    said = seen(edited, FileState.OVERWRITTEN)
    assert said.sentence.text().startswith(f"En annan version av {path.name} har skrivits över den här")
    nothing_is_drawn(edited, "har skrivits över den här")
    assert not edited.session.save() and path.read_bytes() == older.read_bytes()
    said.button.click()
    opened(edited, path)
    assert edited.tools.edit_session.feature(third.objekt_id)["namn"] == third.namn, "som i det som skrevs över"
    kept_both(edited)


@pytest.mark.parametrize("content", ["annan", "avhuggen", "tom"])
def test_something_else_copied_over_the_open_file_is_not_written_in_until_it_is_back(
    edited: Any, bild: Path, tmp_path: Path, content: str
) -> None:
    path = edited.session.opened.path
    mine = Path(shutil.copy(path, tmp_path / "min.gpkg"))
    if content != "annan":
        bild.write_bytes(mine.read_bytes()[: 100_000 if content == "avhuggen" else 0])
    copy_over(bild, path)
    said = seen(edited, FileState.LOST)
    assert "lägg tillbaka filen" in said.sentence.text()
    nothing_is_drawn(edited, "går inte att nå")
    assert not edited.session.save() and path.read_bytes() == bild.read_bytes()
    copy_over(mine, path)
    wait(lambda: edited.file_watcher.state is FileState.THERE, 30)
    settled(edited)
    assert strip(edited).isHidden()
    kept_both(edited)


def test_a_strangers_file_in_its_place_is_neither_read_nor_written(edited: Any, bild: Path, tmp_path: Path) -> None:
    path = edited.session.opened.path
    os.replace(bild, path)
    before = path.read_bytes()
    said = seen(edited, FileState.OTHER)
    assert said.button.text() == "Spara min i en ny fil…"
    edited.head_edits.write("titeln", lambda db: db.log("prov", "prov"))
    settled(edited)
    assert not edited.session.save() and path.read_bytes() == before
    edited.file_mending.save_new_file(tmp_path / "min.gpkg")
    opened(edited, tmp_path / "min.gpkg")
    kept_both(edited)
    assert path.read_bytes() == before


def test_a_write_protected_file_says_so_before_the_first_stroke(edited: Any) -> None:
    path = edited.session.opened.path
    os.chmod(path, 0o444)
    said = seen(edited, FileState.READ_ONLY)
    assert said.sentence.text().startswith(f"Filen {path.name} är skrivskyddad.")
    nothing_is_drawn(edited, "är skrivskyddad")
    assert not edited.session.save()
    said.button.click()
    opened(edited, path.with_name(f"{path.stem} (kopia).gpkg"))
    kept_both(edited)


def test_a_file_that_cannot_be_reached_is_waited_for(edited: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network drive whose connection breaks: the file is gone, and comes back."""
    path = edited.session.opened.path
    monkeypatch.setattr(held_file, "_HANDLES", Path("/finns/inte"))  # as where the system does not tell
    hidden = Path(shutil.copy(path, path.with_name("borta")))
    path.unlink()
    said = seen(edited, FileState.LOST)
    assert said.button.text() == "Försök igen"
    said.button.click()
    assert any("går inte att nå" in words for words in texts(edited))
    shutil.copy(hidden, path)
    said.button.click()
    assert edited.file_watcher.state is FileState.THERE
    settled(edited)
    kept_both(edited)


def test_a_layer_made_read_only_is_named_and_unlocked(dock: Any) -> None:
    layers = dock.session.opened.layers()
    layer = dock.session.opened.layer("nod")
    names = [each.name() for each in layers]
    for each in layers:
        each.setName(f"Mitt {table_of(each)}")  # layers are known by their tables, whatever they are called
    layer.setReadOnly(True)
    wait(lambda: not strip(dock).isHidden(), 10)
    assert strip(dock).sentence.text() == "Lagret Mitt nod är skrivskyddat i QGIS. Lås upp det för att rita."
    set_draw_mode(dock.tools, "nod", "punkt")
    assert any("skrivskyddat" in words for words in texts(dock)), texts(dock)
    strip(dock).button.click()
    wait(lambda: strip(dock).isHidden(), 10)
    set_draw_mode(dock.tools, "nod", "punkt")
    assert dock.tools.draw_mode is not None and layer.isEditable()
    for each, name in zip(layers, names):
        each.setName(name)


def rename_object(path: Path, objekt_id: str, name: str) -> None:
    """What a colleague's program writes."""
    with writing(path, "Kollegan") as db:
        db.connection.execute("UPDATE nod SET namn = ?, andrad_av = 'Kollegan' WHERE objekt_id = ?", (name, objekt_id))


OTHER_QGIS = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1] + "|layername=nod", "nod", "ogr")
layer.startEditing()
feature = next(one for one in layer.getFeatures() if one["objekt_id"] == sys.argv[2])
for pair in sys.argv[3:]:
    name, value = pair.split("=")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf(name), value)
print("sparat" if layer.commitChanges(False) else layer.commitErrors(), flush=True)
sys.stdin.readline()
"""


@contextlib.contextmanager
def other_qgis(path: Path, objekt_id: str, *values: str) -> Iterator[None]:
    """A second QGIS that writes these values of a node, and goes on having the file open for editing."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_QGIS, str(path), objekt_id, *values],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline().strip() == "sparat"
        yield
        process.stdin.close()


def test_what_a_second_qgis_writes_is_shown_here(dock: Any) -> None:
    one, other = nodes(dock)[:2]
    with other_qgis(dock.session.opened.path, one.objekt_id, "namn=Från den andra"):
        wait(lambda: dock.tools.edit_session.known(one.objekt_id).namn == "Från den andra", 30)
        set_values(dock.tools.edit_session, other.objekt_id, {"namn": "Härifrån"})
        assert dock.session.save(), "olika rader stör inte varandra"
        settled(dock)
    names = {each.objekt_id: each.namn for each in read_snapshot(dock.session.opened.path).objects}
    assert (names[one.objekt_id], names[other.objekt_id]) == ("Från den andra", "Härifrån")


def test_what_both_have_changed_is_not_written_over(dock: Any) -> None:
    one, other = nodes(dock)[:2]
    path = dock.session.opened.path
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    set_values(dock.tools.edit_session, other.objekt_id, {"beskrivning": "Min beskrivning"})
    with other_qgis(path, one.objekt_id, "namn=Deras namn"):
        assert not dock.session.save(), "innan programmet ens har tittat"
        assert strip(dock).sentence.text().startswith("”Deras namn” har också ändrats av")
        assert not strip(dock).isHidden()
        assert {each.objekt_id: each.namn for each in read_snapshot(path).objects}[one.objekt_id] == "Deras namn"
    with other_qgis(path, other.objekt_id, "namn=Deras andra namn"):
        wait(lambda: len(dock.file_watcher.conflicts) == 2, 30)
    strip(dock).button.click()
    wait(lambda: dock.recovery.current() is not None and not dock.session.runner.busy, 30)
    settled(dock)
    session = dock.tools.edit_session
    assert strip(dock).isHidden() and session.feature(one.objekt_id)["namn"] == "Deras namn"
    merged = session.feature(other.objekt_id)
    assert (merged["namn"], merged["beskrivning"]) == ("Deras andra namn", "Min beskrivning"), "olika kolumner"
    assert [each.change.now["namn"] for each in dock.recovery.current().left] == ["Mitt namn"], "det väljer man själv"
    assert dock.session.save()


def test_what_others_write_between_the_look_and_the_save_is_not_written_over(
    dock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn på håret"})
    looked = dock.session.opened.guard.before_save

    def look_and_be_late() -> None:
        looked()
        rename_object(dock.session.opened.path, one.objekt_id, "Deras på håret")

    monkeypatch.setattr(dock.session.opened.guard, "before_save", look_and_be_late)
    assert not dock.session.save()
    assert strip(dock).sentence.text().startswith("”Deras på håret” har också ändrats av")
    assert "Deras på håret" in {each.namn for each in read_snapshot(dock.session.opened.path).objects}
    dock.tools.undo()
    wait(lambda: strip(dock).isHidden(), 30)


def test_qgis_own_save_says_what_it_writes_over(dock: Any) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn igen"})
    rename_object(dock.session.opened.path, one.objekt_id, "Deras igen")
    assert dock.session.opened.layer("nod").commitChanges(False)
    assert any("”Deras igen”" in words and "någon annan" in words for words in texts(dock)), texts(dock)
    wait(lambda: strip(dock).isHidden(), 30)


def test_a_row_deleted_by_others_is_not_lost_here(dock: Any) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    with writing(dock.session.opened.path, "Kollegan") as db:
        db.connection.execute("DELETE FROM nod WHERE objekt_id = ?", (one.objekt_id,))
    assert not dock.session.save()
    assert "tagits bort av någon annan" in strip(dock).sentence.text()
    dock.tools.undo()
    wait(lambda: strip(dock).isHidden(), 30)
    settled(dock)
    assert dock.tools.edit_session.objects.get(one.objekt_id) is None


@contextlib.contextmanager
def held_by_another(path: Path, how: str) -> Iterator[None]:
    """A second program holds a lock on the file."""
    hold = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute({how!r}); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        process.stdout.readline()
        yield
        process.stdin.write("\n")


def test_a_file_that_others_write_in_is_not_waited_for(dock: Any) -> None:
    path = dock.session.opened.path
    dock.session.close()
    dock.session.open(path)  # nobody has edited it yet
    opened(dock, path)
    one = nodes(dock)[0]
    with held_by_another(path, "BEGIN EXCLUSIVE"):
        set_draw_mode(dock.tools, "nod", "punkt")
        assert any("används just nu av ett annat program" in words for words in texts(dock))
        assert not any(layer.isEditable() for layer in dock.session.opened.layers()), "QGIS väntar 5 s per lager"
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    dock.session.iface.messageBar().clearWidgets()
    with held_by_another(path, "BEGIN IMMEDIATE"):
        dock.file_watcher.look_now()
        assert not dock.session.save() and dock.file_watcher.state is FileState.THERE
        assert any("används just nu av ett annat program" in words for words in texts(dock))
    assert dock.session.save() and strip(dock).isHidden()


def test_a_project_in_another_geopackage_closed_and_opened_again_is_right_at_once(dock: Any, tmp_path: Path) -> None:
    project, path = QgsProject.instance(), dock.session.opened.path
    number, target = len(nodes(dock)), f"geopackage:{tmp_path}/projekt.gpkg?projectName=Min"
    assert project.write(target)
    set_draw_mode(dock.tools, "nod", "punkt")
    project.clear()
    settled(dock)
    assert dock.session.opened is None and dock.tools.draw_mode is None and strip(dock).isHidden()
    assert project.read(target)
    opened(dock, path)
    assert len(nodes(dock)) == number
    set_draw_mode(dock.tools, "nod", "punkt")
    assert dock.tools.draw_mode is not None


@pytest.mark.parametrize("storage", [Qgis.FilePathType.Relative, Qgis.FilePathType.Absolute])
def test_a_project_moved_with_its_file_finds_it_there(dock: Any, tmp_path: Path, storage: Any) -> None:
    project, path = QgsProject.instance(), dock.session.opened.path
    number, layers = len(nodes(dock)), [table_of(layer) for layer in dock.session.opened.layers()]
    dock.session.opened.layer("nod").setName("Mina noder")
    project.setFilePathStorage(storage)
    assert project.write(str(path.parent / "projekt.qgz"))
    project.clear()
    settled(dock)
    moved = tmp_path / "flyttad"
    moved.mkdir()
    for each in ("projekt.qgz", path.name):
        shutil.move(str(path.parent / each), moved / each)
    dock.session.iface.messageBar().clearWidgets()
    assert project.read(str(moved / "projekt.qgz"))
    if storage == Qgis.FilePathType.Absolute:
        item = next(each for each in dock.session.iface.messageBar().items())
        assert "finns inte där projektet letar" in item.text()
        press(item, "Öppna den som ligger bredvid projektet")
    opened(dock, moved / path.name)
    assert [table_of(layer) for layer in dock.session.opened.layers()] == layers and len(nodes(dock)) == number
    assert dock.session.opened.layer("nod").name() == "Mina noder" and dock.session.opened.group() is not None
    assert dock.session.opened.layer("nod").renderer().type() != "singleSymbol"
    set_draw_mode(dock.tools, "nod", "punkt")
    assert dock.tools.draw_mode is not None
