"""In the window: a file that another program has taken parts out of is named, mended when one says so, and opened."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.dock_helpers import press, texts, wait


def take_out(path: Path, table: str, column: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")


def test_a_file_without_a_column_is_mended_and_opened(dock: Any, example_file: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(example_file, tmp_path / "stympad.gpkg"))
    take_out(file, "nod", "osakerhet")
    dock.session.open(file)
    wait(lambda: not dock.session.runner.busy)
    item = dock.session.iface.messageBar().currentItem()
    assert "saknar delar" in item.text()
    assert dock.session.opened.path.name == "exempel.gpkg", "det som var öppet är öppet"
    press(item, "Laga filen och öppna")
    wait(lambda: not dock.session.runner.busy and dock.session.opened.path == file)
    assert any("stympad.fore-lagning.gpkg" in text for text in texts(dock))
    assert any("”osakerhet” i tabellen ”nod”" in text for text in texts(dock))
    assert len(read_snapshot(file).objects) == len(read_snapshot(example_file).objects)


def test_a_column_that_goes_while_the_file_is_open_is_named_and_the_way_on_works(dock: Any) -> None:
    wait(lambda: dock.tools.edit_session is not None and not dock.session.runner.busy)
    path, tools = dock.session.opened.path, dock.tools
    one, other = [known.objekt_id for known in tools.edit_session.objects.all() if known.lager == "nod"][:2]
    tools.change(one, {"namn": "Inte sparat"})
    dock.saving._timer.stop()
    take_out(path, "nod", "osakerhet")
    tools.change(other, {"osakerhet": "principiell"})
    assert any("”osakerhet” i tabellen ”nod”" in text and "lagas" in text for text in texts(dock))
    assert dock.file_mending.button() == "Öppna den på nytt"
    dock.file_mending.act()
    wait(lambda: not dock.session.runner.busy)
    assert dock.session.opened is None
    press(dock.session.iface.messageBar().currentItem(), "Laga filen och öppna")
    wait(lambda: not dock.session.runner.busy and dock.tools.edit_session is not None)
    wait(lambda: any(known.namn == "Inte sparat" for known in dock.tools.edit_session.objects.all()))
    assert dock.file_watcher.sentence() == ""
