"""A server that does not answer never holds the window: what looks at a path asks in a thread, and waits a moment."""

from __future__ import annotations

import ast
import os
import sqlite3
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QMimeData, QUrl

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui import disk_answers, settings
from strukturbild_plugin.gui.dock.prompts import warn_of_place
from strukturbild_plugin.gui.importing.dropped_files import DroppedFile, file_in
from strukturbild_plugin.gui.templates.new_document_choices import free_path
from tests.gui.dock_helpers import opened_dock, texts, wait

GUI = Path(disk_answers.__file__).parent
_LOOKS = {"exists", "is_file", "is_dir", "stat", "lstat", "access", "iterdir", "glob", "rglob", "resolve", "samefile"}
_LOOKS |= {"realpath", "scandir", "listdir", "getsize", "isfile", "isdir"}
IN_A_THREAD_OR_OWN = {
    "error_report.py",  # the program's own files
    "session/error_guard.py",
    "widgets/labels.py",
    "workshop/workshop_controller.py",  # within a task
    "session/held_connections.py",  # the open file, in QGIS's own drawing
    "recovery/autosave.py",  # the profile
    "dock/file_mending.py",  # within `ask`, and a file that is just written
    "file_state/lost_file.py",  # within `ask`
}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a server that has stopped answering; nobody may ask it in the main thread."""
    folder, lets_go, asked = tmp_path / "server", threading.Event(), list[str]()
    folder.mkdir()

    def hang(real: Any) -> Any:
        def call(path: Any, *rest: Any, **named: Any) -> Any:
            if isinstance(path, (str, os.PathLike)) and str(path).startswith(str(folder)):
                if threading.current_thread() is threading.main_thread():
                    asked.append("".join(traceback.format_stack(limit=6)))
                elif not lets_go.is_set():
                    lets_go.wait(60)
                    raise TimeoutError
            return real(path, *rest, **named)

        return call

    for name in ("stat", "lstat", "access", "listdir", "scandir"):
        monkeypatch.setattr(os, name, hang(getattr(os, name)))
    monkeypatch.setattr(disk_answers, "WAIT_S", 0.05)
    yield folder
    lets_go.set()
    for thread in disk_answers._silent.values():
        thread.join()
    disk_answers._silent.clear()
    assert asked == [], asked[0]


def test_what_is_remembered_is_listed_and_passed_over_but_never_waited_for(
    qgis_app: QgsApplication, server: Path, tmp_path: Path
) -> None:
    here, gone = tmp_path / "här.gpkg", tmp_path / "borta.gpkg"
    here.write_bytes(b"x")
    QgsSettings().remove("strukturbild")
    for file in (here, gone, server / "a.gpkg", server / "djupt" / "b.gpkg"):
        settings.remember_file(file)
    assert settings.recent_files() == (server / "djupt" / "b.gpkg", server / "a.gpkg", here)
    settings.choose(settings.FOLDER, str(server / "våra"))
    settings.remember_import_folder(server / "hämtat")
    assert server not in settings.home_folder().parents and server not in settings.import_folder().parents
    assert free_path(server, "Ny bild") == server / "ny-bild.gpkg", "den som skriver den får veta om den finns"
    warn_of_place(server / "a.gpkg", None)  # type: ignore[arg-type]
    QgsSettings().remove("strukturbild")


def test_a_file_that_is_dragged_over_the_window_is_not_waited_for(qgis_app: QgsApplication, server: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(server / "orter.csv"))])
    assert file_in(data) == DroppedFile(server / "orter.csv")


@pytest.fixture
def dock(qgis_app: QgsApplication, _example_made_once: Path, tmp_path: Path) -> Iterator[Any]:
    yield from opened_dock(_example_made_once, tmp_path)


def test_nothing_is_drawn_or_saved_in_a_file_whose_server_has_stopped_answering(dock: Any, server: Path) -> None:
    path, stat = dock.session.opened.path, os.stat
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", lambda one, **named: stat(server if str(one) == str(path) else one, **named))
        with pytest.raises(StoreError, match="svarar inte"):
            dock.file_watcher.refuse_editing()
        node = next(known for known in dock.tools.edit_session.objects.all() if known.lager == "nod")
        dock.tools.change(node.objekt_id, {"namn": "Ett nytt namn"})
        assert dock.tools.edit_session.known(node.objekt_id).namn == node.namn
        assert any("svarar inte" in text for text in texts(dock))


def test_a_strukturbild_whose_server_falls_silent_as_it_is_opened_is_followed_once_it_answers(
    dock: Any, server: Path
) -> None:
    path, watcher, stat, connect = dock.session.opened.path, dock.file_watcher, os.stat, sqlite3.connect

    def connected(database: Any, *rest: Any, **named: Any) -> Any:
        if path.name in str(database):
            os.stat(server)
        return connect(database, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", lambda one, **named: stat(server if str(one) == str(path) else one, **named))
        patch.setattr(sqlite3, "connect", connected)
        dock.session.opened_changed.emit()
        assert watcher._files.files() == watcher._files.directories() == [], "den som frågar får kanske aldrig svar"
        with pytest.raises(StoreError, match="svarar inte"):
            watcher.refuse_editing()
    disk_answers._silent.clear()
    wait(lambda: watcher.identity is not None, 30)
    assert watcher._files.files() == [str(path)] and watcher._known.keys() >= {"nod", "strak"}
    watcher.refuse_editing()
    assert watcher.sentence() == ""


def test_a_network_drive_is_looked_at_and_never_asked_to_tell(dock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("strukturbild_plugin.gui.file_state.seen_file.is_on_network", lambda _path: True)
    dock.session.opened_changed.emit()
    assert dock.file_watcher.identity is not None and dock.file_watcher._every.isActive()
    assert dock.file_watcher._files.files() == dock.file_watcher._files.directories() == []


def test_a_project_that_lies_on_a_silent_server_says_so(qgis_app: QgsApplication, server: Path) -> None:
    from strukturbild_plugin.gui.session.open_document import in_project
    from strukturbild_plugin.gui.session.project_properties import FILE_PROPERTY

    project = QgsProject.instance()
    project.clear()
    group = project.layerTreeRoot().addGroup("Vår bild")
    group.setCustomProperty(FILE_PROPERTY, str(server / "a.gpkg"))
    assert in_project(project) is None
    project.clear()


def test_nobody_looks_at_the_disk_in_passing() -> None:
    found = set()
    for file in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LOOKS:
                found.add(file.relative_to(GUI).as_posix())
    assert found == IN_A_THREAD_OR_OWN
