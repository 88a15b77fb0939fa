"""Somebody else writes in the open file, in a QGIS of their own: shown here, and nothing is written over."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.store.gpkg.held_file import FileState
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock.file_state_helpers import nodes, opened, rename_object, settled, strip
from tests.gui.dock_helpers import texts, wait
from tests.gui.tool_helpers import set_draw_mode

pytestmark = pytest.mark.usefixtures("raised")


OTHER_QGIS = """
import sys
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer(sys.argv[1] + "|layername=nod", "nod", "ogr")
layer.startEditing()
feature = next(one for one in layer.getFeatures() if one["objekt_id"] == sys.argv[2])
for pair in sys.argv[3:]:
    name, value = pair.split("=")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf(name), value)
print("sparat" if layer.commitChanges(False) else layer.commitErrors(), flush=True)
sys.stdin.readline()
"""


@contextlib.contextmanager
def other_qgis(path: Path, objekt_id: str, *values: str) -> Iterator[None]:
    """A second QGIS that writes these values of a node, and goes on having the file open for editing."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_QGIS, str(path), objekt_id, *values],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline().strip() == "sparat"
        yield
        process.stdin.close()


def test_what_a_second_qgis_writes_is_shown_here(dock: Any) -> None:
    one, other = nodes(dock)[:2]
    with other_qgis(dock.session.opened.path, one.objekt_id, "namn=Från den andra"):
        wait(lambda: dock.tools.edit_session.known(one.objekt_id).namn == "Från den andra", 30)
        set_values(dock.tools.edit_session, other.objekt_id, {"namn": "Härifrån"})
        assert dock.session.save(), "olika rader stör inte varandra"
        settled(dock)
    names = {each.objekt_id: each.namn for each in read_snapshot(dock.session.opened.path).objects}
    assert (names[one.objekt_id], names[other.objekt_id]) == ("Från den andra", "Härifrån")


def test_what_both_have_changed_is_not_written_over(dock: Any) -> None:
    one, other = nodes(dock)[:2]
    path = dock.session.opened.path
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    set_values(dock.tools.edit_session, other.objekt_id, {"beskrivning": "Min beskrivning"})
    with other_qgis(path, one.objekt_id, "namn=Deras namn"):
        assert not dock.session.save(), "innan programmet ens har tittat"
        assert strip(dock).sentence.text().startswith("”Deras namn” har också ändrats av")
        assert not strip(dock).isHidden()
        assert {each.objekt_id: each.namn for each in read_snapshot(path).objects}[one.objekt_id] == "Deras namn"
    with other_qgis(path, other.objekt_id, "namn=Deras andra namn"):
        wait(lambda: len(dock.file_watcher.conflicts) == 2, 30)
    strip(dock).button.click()
    wait(lambda: dock.recovery.current() is not None and not dock.session.runner.busy, 30)
    settled(dock)
    session = dock.tools.edit_session
    assert strip(dock).isHidden() and session.feature(one.objekt_id)["namn"] == "Deras namn"
    merged = session.feature(other.objekt_id)
    assert (merged["namn"], merged["beskrivning"]) == ("Deras andra namn", "Min beskrivning"), "olika kolumner"
    assert [each.change.now["namn"] for each in dock.recovery.current().left] == ["Mitt namn"], "det väljer man själv"
    assert dock.session.save()


def test_what_others_write_between_the_look_and_the_save_is_not_written_over(
    dock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn på håret"})
    looked = dock.session.opened.guard.before_save

    def look_and_be_late() -> None:
        looked()
        rename_object(dock.session.opened.path, one.objekt_id, "Deras på håret")

    monkeypatch.setattr(dock.session.opened.guard, "before_save", look_and_be_late)
    assert not dock.session.save()
    assert strip(dock).sentence.text().startswith("”Deras på håret” har också ändrats av")
    assert "Deras på håret" in {each.namn for each in read_snapshot(dock.session.opened.path).objects}
    dock.tools.undo()
    wait(lambda: strip(dock).isHidden(), 30)


def test_qgis_own_save_says_what_it_writes_over(dock: Any) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn igen"})
    rename_object(dock.session.opened.path, one.objekt_id, "Deras igen")
    assert dock.session.opened.layer("nod").commitChanges(False)
    assert any("”Deras igen”" in words and "någon annan" in words for words in texts(dock)), texts(dock)
    wait(lambda: strip(dock).isHidden(), 30)


def test_a_row_deleted_by_others_is_not_lost_here(dock: Any) -> None:
    one = nodes(dock)[0]
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    with writing(dock.session.opened.path, "Kollegan") as db:
        db.connection.execute("DELETE FROM nod WHERE objekt_id = ?", (one.objekt_id,))
    assert not dock.session.save()
    assert "tagits bort av någon annan" in strip(dock).sentence.text()
    dock.tools.undo()
    wait(lambda: strip(dock).isHidden(), 30)
    settled(dock)
    assert dock.tools.edit_session.objects.get(one.objekt_id) is None


@contextlib.contextmanager
def held_by_another(path: Path, how: str) -> Iterator[None]:
    """A second program holds a lock on the file."""
    hold = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute({how!r}); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdin is not None
        process.stdout.readline()
        yield
        process.stdin.write("\n")


def test_a_file_that_others_write_in_is_not_waited_for(dock: Any) -> None:
    path = dock.session.opened.path
    dock.session.close()
    dock.session.open(path)  # nobody has edited it yet
    opened(dock, path)
    one = nodes(dock)[0]
    with held_by_another(path, "BEGIN EXCLUSIVE"):
        set_draw_mode(dock.tools, "nod", "punkt")
        assert any("används just nu av ett annat program" in words for words in texts(dock))
        assert not any(layer.isEditable() for layer in dock.session.opened.layers()), "QGIS väntar 5 s per lager"
    set_values(dock.tools.edit_session, one.objekt_id, {"namn": "Mitt namn"})
    dock.session.iface.messageBar().clearWidgets()
    with held_by_another(path, "BEGIN IMMEDIATE"):
        dock.file_watcher.look_now()
        assert not dock.session.save() and dock.file_watcher.state is FileState.THERE
        assert any("används just nu av ett annat program" in words for words in texts(dock))
    assert dock.session.save() and strip(dock).isHidden()
