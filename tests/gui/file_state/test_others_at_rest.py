"""Another program begins to write in a file that is open here and that nobody here edits."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.store.gpkg.connection import connect
from tests.gui.dock_helpers import texts, wait


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


@pytest.mark.parametrize("seen", [True, False], ids=["sett", "inte sett än"])
def test_undo_does_not_write_over_what_another_has_saved_since(dock: Any, seen: bool) -> None:
    layer = dock.session.opened.layer("nod")
    node = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "nod" and one.fid == 1)
    dock.step_actions.show_object(node.objekt_id)
    dock.tools.change(node.objekt_id, {"namn": "Mitt namn"})
    wait(lambda: not dock.session.opened.unsaved())
    other = connect(dock.session.opened.path)
    other.execute("UPDATE nod SET namn = 'Deras namn', version = version + 1 WHERE fid = 1")
    if seen:
        wait(lambda: dock.tools.edit_session.known(node.objekt_id).namn == "Deras namn", 20)
    dock.session.iface.messageBar().clearWidgets()
    dock.tools.undo()
    wait(lambda: not dock.session.opened.unsaved())
    assert layer.getFeature(1)["namn"] == "Deras namn"
    assert any("ändrats av någon annan" in said for said in texts(dock))
    wait(lambda: dock.object_page.form.fields["namn"].value() == "Deras namn", 20)
    other.close()


def test_the_form_shows_what_another_has_written(dock: Any) -> None:
    """Else Ctrl+Z in its field, which is the text's own, would bring back what was there and write it."""
    node = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "nod" and one.fid == 1)
    dock.step_actions.show_object(node.objekt_id)
    field = dock.object_page.form.fields["namn"]
    assert field.value() == node.namn
    other = connect(dock.session.opened.path)
    other.execute("UPDATE nod SET namn = 'Deras namn', version = version + 1 WHERE fid = 1")
    wait(lambda: field.value() == "Deras namn", 20)
    assert not field.isUndoAvailable()
    other.close()
