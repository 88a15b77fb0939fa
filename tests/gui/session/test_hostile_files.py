"""In the window: a file with a stranger's parts is not opened, and one button opens a copy without them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QMessageBox

from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import press, texts, wait
from tests.store.hostile_helpers import RUNNING, WEB_SYMBOL, hostile, saved_style, style


def test_a_button_opens_a_cleaned_copy(dock: Any, example_file: Path, tmp_path: Path) -> None:
    file = hostile(example_file, tmp_path, "raderar", "vy")
    before = file.read_bytes()
    dock.session.open(file)
    wait(lambda: not dock.session.runner.busy)
    item = dock.session.iface.messageBar().currentItem()
    assert "främmande delar" in item.text()
    press(item, "Visa")
    (box,) = [each for each in dock.window().findChildren(QMessageBox) if each.isVisible()]
    assert "”ond”" in box.informativeText() and "”ond_vy”" in box.informativeText()
    box.close()
    assert dock.session.opened.path.name == "exempel.gpkg", "det som var öppet är öppet"
    press(item, "Öppna en rensad kopia…")
    wait(lambda: not dock.session.runner.busy and dock.session.opened.path.name == "ond (rensad).gpkg")
    assert file.read_bytes() == before
    assert fingerprint(read_snapshot(dock.session.opened.path)) == fingerprint(read_snapshot(example_file))
    assert any("rensade kopian" in text for text in texts(dock))


def test_a_saved_style_that_is_not_used_is_said_once(dock: Any) -> None:
    path = dock.session.opened.path
    dock.session.close()
    web = WEB_SYMBOL.format(url="https://x.example", more="")
    saved_style(path, "nod", style(web + RUNNING.format(url="x", mark="y")))
    for _ in range(2):
        dock.session.open(path)
        wait(lambda: not dock.session.runner.busy and dock.session.opened is not None)
    said = [item for item in dock.session.iface.messageBar().items() if "(1 lager)" in item.text()]
    assert len(said) == 1
    press(said[0], "Visa")
    (box,) = [each for each in dock.window().findChildren(QMessageBox) if each.isVisible()]
    assert "Noder som är sparad i filen används inte" in box.informativeText()
    box.close()
    assert dock.session.opened.layer("nod").renderer().type() == "RuleRenderer"
