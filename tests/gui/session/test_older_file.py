"""In the window: a file of an older version is upgraded when the planner says so, and not before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QMessageBox

from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.gui import settings
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION
from strukturbild_plugin.store.writing.open_check import schema_version
from tests.gui.dock_helpers import press, texts, wait
from tests.store.older_files_helpers import FINGERPRINTS, older_file


def offered(dock: Any, file: Path) -> Any:
    """Open the file; gives the message that asks."""
    dock.session.open(file)
    wait(lambda: not dock.session.runner.busy)
    return dock.session.iface.messageBar().currentItem()


def test_an_older_file_is_upgraded_when_asked_to_and_keeps_a_backup(dock: Any, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", 1)
    before = file.read_bytes()
    item = offered(dock, file)
    assert "äldre version" in item.text() and file.read_bytes() == before
    assert dock.session.opened.path.name == "exempel.gpkg", "det som var öppet är öppet"
    press(item, "Uppgradera och öppna")
    wait(lambda: not dock.session.runner.busy and dock.session.opened.path == file)
    backup = tmp_path / "gammal.version1.gpkg"
    assert (schema_version(file), schema_version(backup)) == (SCHEMA_VERSION, 1)
    assert fingerprint(read_snapshot(file)) == fingerprint(read_snapshot(backup)) == FINGERPRINTS[1]
    assert any(backup.name in text for text in texts(dock))


def test_the_question_is_no_fault_and_its_long_text_has_the_button_too(dock: Any, tmp_path: Path) -> None:
    file = older_file(tmp_path / "gammal.gpkg", 1)
    item = offered(dock, file)
    assert item.level() == Qgis.MessageLevel.Info
    press(item, "Visa")
    box = next(one for one in dock.window().findChildren(QMessageBox) if one.isVisible())
    press(box, "Uppgradera och öppna")
    wait(lambda: not dock.session.runner.busy and dock.session.opened.path == file)
    assert not dock.session.messages.is_shown(item), "frågan är besvarad"


def test_one_that_another_program_has_open_is_opened_as_an_upgraded_copy(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    borrowed, home = tmp_path / "lånad", tmp_path / "hemma"
    borrowed.mkdir(), home.mkdir()
    monkeypatch.setattr(settings, "home_folder", lambda: home)
    file = older_file(borrowed / "gammal.gpkg", 1)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL").fetchone()
        other.execute("BEGIN IMMEDIATE")
        press(offered(dock, file), "Uppgradera och öppna")
        wait(lambda: not dock.session.runner.busy and any("gick inte att uppgradera" in text for text in texts(dock)))
        press(dock.session.iface.messageBar().currentItem(), "Öppna en uppgraderad kopia…")
        wait(lambda: not dock.session.runner.busy and dock.session.opened.path == home / "gammal (uppgraderad).gpkg")
        other.execute("ROLLBACK")
    assert schema_version(file) == 1 and list(borrowed.iterdir()) == [file]
