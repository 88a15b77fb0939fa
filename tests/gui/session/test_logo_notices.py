"""In the window: what of a logo is not drawn is told when the strukturbild is made, opened, and given a profile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from strukturbild_plugin.gui import settings
from strukturbild_plugin.store.create.create import NewStrukturbild
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import settle, style_action, texts, wait

TEXT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/><text>R</text></svg>'
MASK = TEXT.replace(b"<text>R</text>", b'<mask id="m"/>')


def profile(folder: Path, logo: bytes) -> Path:
    (folder / "r.svg").write_bytes(logo)
    (folder / "region.yaml").write_text("namn: R\nlogotyper: [r.svg]\n", encoding="utf-8")
    return folder / "region.yaml"


def test_a_new_strukturbild_opens_without_a_profile_whose_logo_can_not_be_used_and_says_so(
    dock: Any, base_data: Path, tmp_path: Path
) -> None:
    settle(dock)
    settings.choose(settings.PROFILE, str(profile(tmp_path, TEXT)))
    path = tmp_path / "ny.gpkg"
    dock.session.create(path, NewStrukturbild("Ny", ["17"], "malbild"), False)
    wait(lambda: dock.session.opened is not None and dock.session.opened.path == path, 60)
    settle(dock)
    assert not read_snapshot(path).attachments
    assert any(text.startswith("Regionens profil är inte inläst. Logotypen r.svg") for text in texts(dock)), texts(dock)


def test_one_that_is_carried_is_told_of_once_when_the_file_is_opened(dock: Any) -> None:
    settle(dock)
    path = dock.session.opened.path
    dock.session.close()
    with writing(path) as db:
        db.set_attachment(Attachment("logotyp", "r.svg", TEXT))
    for _time in (1, 2):
        dock.session.open(path)
        wait(lambda: dock.session.opened is not None)
        settle(dock)
        dock.session.close()
    assert [text for text in texts(dock) if "r.svg" in text] == [
        "Logotypen r.svg ritas utan text. Gör om allt i den till kurvor (konturer) i ritprogrammet, eller spara den "
        "som PNG, och läs in den igen."
    ]


def test_a_profile_from_the_menu_tells_it_in_its_window(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(dock)
    file = profile(tmp_path, MASK)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    style_action(dock, "profil").trigger()
    settle(dock)
    box = next(each for each in dock.window().findChildren(QMessageBox) if each.isVisible())
    assert "Logotypen r.svg ritas utan mask." in box.informativeText()
    box.close()
