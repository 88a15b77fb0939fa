"""An attachment opened in the mail: the strip says where it lies, and Spara som… leads to a place that stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QDir, QTimer
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.gui import settings
from strukturbild_plugin.gui.dock.copy_dialog import CopyDialog
from strukturbild_plugin.gui.workshop.merge_dialog import target_beside
from tests.gui.dock.file_state_helpers import opened, settled, strip
from tests.gui.dock_helpers import texts, wait

pytestmark = pytest.mark.usefixtures("raised")


def test_a_file_in_a_temporary_folder_is_said_and_moved(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "hem"
    home.mkdir()
    monkeypatch.setattr(settings, "_documents", lambda: home)
    before = dock.session.opened.path
    settings.remember_file(before)
    folder = Path(QDir.tempPath()) / "Temp1_kopior.zip"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    attached = Path(shutil.copy(before, folder / "bord 3.gpkg"))
    dock.session.open(attached)
    wait(lambda: dock.session.opened.path == attached, 60)
    settled(dock)
    assert not strip(dock).isHidden()
    assert strip(dock).sentence.text() == "Filen bord 3.gpkg ligger i en tillfällig mapp, som datorn kan tömma."
    assert strip(dock).button.text() == "Spara som…"
    assert settings.home_folder() == before.parent, "där börjar inget nytt"
    asked: dict[str, Any] = {}

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CopyDialog)
        asked.update(kind=dialog.kind(), path=dialog.path())
        dialog.save.click()

    QTimer.singleShot(300, answer)
    strip(dock).button.click()
    assert asked["kind"] == "samma" and asked["path"] == before.parent / "bord 3.gpkg", asked
    opened(dock, asked["path"])
    assert strip(dock).isHidden() and attached.is_file()
    assert not any("tillfällig" in text for text in texts(dock)), texts(dock)


def test_a_new_file_in_a_temporary_folder_is_warned_of(dock: Any) -> None:
    from strukturbild_plugin.gui.dock.prompts import warn_of_place

    warn_of_place(Path(QDir.tempPath()) / "bild.gpkg", dock.session.messages)
    assert any("tillfällig mapp" in text for text in texts(dock)), texts(dock)


def test_nothing_new_is_suggested_beside_a_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editions, a workshop's folder and a merged file all ask here where they can stay."""
    home = tmp_path / "hem"
    home.mkdir()
    monkeypatch.setattr(settings, "home_folder", lambda: home)
    assert settings.folder_to_write_in(Path(QDir.tempPath()) / "bord 3.gpkg") == home
    assert target_beside(Path(QDir.tempPath()) / "bord 3.gpkg").parent == home
    assert settings.folder_to_write_in(tmp_path / "bord 3.gpkg") == tmp_path
