"""The open file is moved, deleted, replaced or locked, or somebody else writes in it: one sentence and one button."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.gui.session.open_document import table_of
from strukturbild_plugin.store.gpkg import held_file
from strukturbild_plugin.store.gpkg.held_file import FileState
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.gpkg.write_lock import make_whole
from tests.gui.dock.file_state_helpers import (
    kept_both,
    leave_pages_beside,
    name,
    nodes,
    nothing_is_drawn,
    opened,
    rename_object,
    seen,
    settled,
    strip,
)
from tests.gui.dock_helpers import press, texts, wait
from tests.gui.tool_helpers import set_draw_mode

pytestmark = pytest.mark.usefixtures("raised")


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


@pytest.mark.parametrize("drawn", [True, False], ids=["nya objekt", "ändrade"])
def test_an_older_version_copied_over_what_is_all_saved_is_told_too(dock: Any, tmp_path: Path, drawn: bool) -> None:
    """QGIS may have read the older pages already: then what is shown is what the file has, and objects are gone."""
    path, session = dock.session.opened.path, dock.tools.edit_session
    set_values(session, nodes(dock)[0].objekt_id, {"namn": "Före kopian"})
    assert dock.session.save() and make_whole(path)
    older = Path(shutil.copy(path, tmp_path / "från i går.gpkg"))
    if drawn:
        add_object(session, NewObject("nod", bild_id=dock.tools.picture), points_geometry([(5e5, 66e5)]), "Ritad i dag")
    else:
        set_values(session, nodes(dock)[0].objekt_id, {"namn": "Ritat i dag"})
    assert dock.session.save() and make_whole(path)
    wait(lambda: not dock.file_watcher._written, 30)
    copy_over(older, path)
    for layer in dock.session.opened.layers():
        layer.dataProvider().reloadData()
    said = seen(dock, FileState.OVERWRITTEN)
    said.button.click()
    opened(dock, path)
    assert {one.namn for one in nodes(dock)}.isdisjoint({"Ritad i dag", "Ritat i dag"})


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
    for each, title in zip(layers, names):
        each.setName(title)


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
