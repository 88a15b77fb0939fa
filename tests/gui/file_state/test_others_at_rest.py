"""Another program begins to write in a file that is open here and that nobody here edits."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.store.gpkg.connection import connect
from tests.gui.dock_helpers import wait


@pytest.mark.parametrize("writes", [True, False], ids=["skriver", "bara öppnar"])
def test_what_is_open_at_rest_is_read_on_when_another_begins_to_write(dock: Any, writes: bool) -> None:
    """QGIS reads such a file without locks, and then reads nothing at all: the map went empty, without a word."""
    layer = dock.session.opened.layer("nod")
    count = len(list(layer.getFeatures()))
    assert count > 10 and not layer.isEditable()
    other = connect(dock.session.opened.path)
    other.execute("PRAGMA journal_mode = WAL")
    name = "Skrivet av en annan"
    if writes:
        other.execute("UPDATE nod SET namn = ?, version = version + 1 WHERE fid = 1", (name,))
    else:
        other.execute("UPDATE logg SET tid = tid")
    for _ in range(3):
        wait(lambda: not dock.file_watcher._looking, 30)
        dock.file_watcher.look_soon()
        for _turn in range(40):
            QApplication.processEvents()
    wait(lambda: len(list(layer.getFeatures())) == count, 20)
    if writes:
        wait(lambda: name in {one.namn for one in dock.tools.edit_session.objects.all()}, 20)
    wait(lambda: len([one for one in dock.session.live.now().snapshot.objects if one.lager == "nod"]) == count, 20)
    assert len([one for one in dock.tools.edit_session.objects.all() if one.lager == "nod"]) == count
    other.close()
