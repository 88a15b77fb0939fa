"""A strukturbild where nobody may write: it is shown, checked and exported, and each refusal leads to a copy."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.gui.dock.file_menu import import_objects
from strukturbild_plugin.gui.export_panel.export_controller import ExportController
from strukturbild_plugin.gui.importing.import_dialog import ImportDialog
from strukturbild_plugin.gui.settings import folder_to_write_in
from strukturbild_plugin.store.gpkg.held_file import FileState
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock.file_state_helpers import nodes, opened, seen
from tests.gui.dock_helpers import settle, texts, wait
from tests.store.read_only_helpers import read_only

pytestmark = pytest.mark.usefixtures("raised")
IN_LOG = "Titeln står i loggen"
PROTECTED = "Filen värmland.gpkg är skrivskyddad. Spara en kopia för att kunna rita."


@pytest.fixture(params=["i vila", "med logg bredvid"])
def shut(
    request: pytest.FixtureRequest, dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Any, Path]]:
    """The dock with a file that was opened where nothing can be written, and a home where something can."""
    folder, home = tmp_path / "låst", tmp_path / "hem"
    folder.mkdir()
    home.mkdir()
    path = Path(shutil.copy(dock.session.opened.path, folder / "värmland.gpkg"))
    if request.param != "i vila":
        leave_log(path)
    monkeypatch.setattr("strukturbild_plugin.gui.settings._documents", lambda: home)
    with read_only(folder, *folder.iterdir()):
        dock.session.open(path)
        settle(dock)
        dock.session.iface.messageBar().clearWidgets()
        yield dock, path
    if dock.session.opened.path == path:
        dock.session.open(Path(shutil.copy(path, home / "efter.gpkg")))
        settle(dock)
        wait(lambda: dock.file_watcher.state is FileState.THERE)


def leave_log(path: Path) -> None:
    """As after a power cut: the last save is in the log beside."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE strukturbild SET titel = ?", (IN_LOG,))
        db.commit()
        log = Path(f"{path}-wal")
        kept = log.read_bytes()
        main = path.read_bytes()
    path.write_bytes(main)
    log.write_bytes(kept)


def test_it_is_shown_and_checked_and_the_button_leads_to_a_copy(shut: tuple[Any, Path]) -> None:
    dock, path = shut
    said = seen(dock, FileState.READ_ONLY)
    assert said.sentence.text() == PROTECTED
    if Path(f"{path}-wal").exists():
        assert dock.session.snapshot.head.titel == IN_LOG
    layers = {layer.name(): layer for layer in dock.session.opened.layers()}
    assert layers["Noder"].featureCount() == len(nodes(dock)) == 26
    dock.check()
    settle(dock)
    assert texts(dock) == []
    before = path.read_bytes()
    said.button.click()
    copy = folder_to_write_in(path) / "värmland (kopia).gpkg"
    assert copy.parent != path.parent
    opened(dock, copy)
    assert read_snapshot(copy).head.titel == dock.session.snapshot.head.titel
    assert path.read_bytes() == before


def test_what_a_file_would_bring_is_shown_and_why_it_cannot_come(shut: tuple[Any, Path], tmp_path: Path) -> None:
    dock, _path = shut
    source = tmp_path / "orter.csv"
    source.write_text("namn;N;E\nÅmotfors;6628000;350000\n", encoding="utf-8")
    import_objects(dock, source)
    dialog = dock.files.window.findChild(ImportDialog)
    wait(lambda: not dock.session.runner.busy and not dialog._settle.isActive())
    try:
        assert dialog.summary.text() == "1 ny"
        dialog.take.click()
        settle(dock)
        assert texts(dock) == [PROTECTED]
    finally:
        dialog.reject()
    assert len(nodes(dock)) == 26


def test_an_edition_is_made_elsewhere_and_recorded_in_a_copy_there(shut: tuple[Any, Path], tmp_path: Path) -> None:
    dock, path = shut
    before = path.read_bytes()
    controller = ExportController(dock.session, dock.session.opened, dock.session.snapshot, dock.files.window)
    dialog, out = controller.dialog, tmp_path / "ut"
    dialog.folder_line.setText(str(out))
    for name, box in dialog.choices.format_boxes.items():
        box.setChecked(name == "webb")
    dialog.start_wanted.emit()
    wait(lambda: not dock.session.runner.busy and dialog.open_folder.isEnabled())
    settle(dock)
    assert not dialog.trouble.text(), dialog.trouble.text()
    copy = out / "värmland (kopia).gpkg"
    assert [one.nummer for one in read_snapshot(copy).editions] == [1]
    assert path.read_bytes() == before
    dialog.reject()
