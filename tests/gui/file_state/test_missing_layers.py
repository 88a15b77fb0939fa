"""A layer taken out of the project costs a sentence and a button, not the work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.gui.session.open_document import table_of
from tests.gui.dock_helpers import wait
from tests.gui.tool_helpers import set_draw_mode


@pytest.fixture(autouse=True)
def raised(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was raised into Qt: nothing may be."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: heard.append(f"{kind.__name__}: {error}"))
    yield heard
    assert heard == []


def strip(dock: Any) -> Any:
    """The strip's sentence and button, when it is there."""
    from strukturbild_plugin.gui.dock.notice_strip import NoticeStrip

    found = dock.findChild(NoticeStrip)
    return None if found.isHidden() else found


def tree(dock: Any) -> list[tuple[str, list[str]]]:
    """The groups of the strukturbild and the tables in each, from the top."""
    top = dock.session.opened.group()
    return [
        (group.name(), [table_of(node.layer()) for node in group.children() if hasattr(node, "layerId")])
        for group in (top, *top.findGroups(True))
    ]


def remove(dock: Any, *tables: str) -> None:
    there = [layer.id() for layer in dock.session.opened.layers() if table_of(layer) in tables]
    QgsProject.instance().removeMapLayers(there)
    settled(dock)


def settled(dock: Any) -> None:
    wait(lambda: not dock.missing._soon.isActive())
    wait(lambda: not dock.session.runner.busy and not dock.session.live._timer.isActive())
    QApplication.processEvents()


def put_back(dock: Any) -> None:
    strip(dock).button.click()
    wait(lambda: dock.tools.edit_session is not None)
    settled(dock)


def counted(dock: Any) -> int:
    live = dock.session.live.now()
    return len(live.snapshot.objects)


def looks(layer: Any) -> tuple[Any, ...]:
    """Renderer, labels and form, as far as they can be compared."""
    form = layer.editFormConfig()
    widgets = [form_widget(layer, name) for name in layer.fields().names()]
    labels = layer.labeling().type() if layer.labeling() is not None else ""
    return layer.renderer().dump() if layer.renderer() else "", labels, form.layout(), widgets


def form_widget(layer: Any, name: str) -> Any:
    setup = layer.editorWidgetSetup(layer.fields().indexOf(name))
    return setup.type(), {key: value for key, value in setup.config().items() if "Layer" not in key}


SOME = [("nod",), ("objekt_mal",), ("strak", "samband"), ("strukturbild", "mal", "gron_bla_yta"), ("logg",)]


def test_what_is_taken_out_is_named_and_put_back_where_it_was(dock: Any) -> None:
    before, number = tree(dock), counted(dock)
    for tables in SOME:
        layers = [dock.session.opened.layer(table) for table in tables]
        names, look = [layer.name() for layer in layers], [looks(layer) for layer in layers]
        set_draw_mode(dock.tools, "gron_kil", "yta")
        remove(dock, *tables)
        assert all(name in strip(dock).sentence.text() for name in names)
        assert counted(dock) == number, "det som är sparat finns kvar i filen"
        for way in (dock.tools.use_select_tool, lambda: arm_first_tile(dock), dock.tools.undo, dock.session.save):
            way()
            settled(dock)
        draws = tables == ("logg",)  # a table nobody draws in leaves the pen alone
        assert (dock.tools.draw_mode is not None) is draws
        assert any(tile.isChecked() for tile in dock.drawing.tiles.values()) is draws
        put_back(dock)
        assert strip(dock) is None and tree(dock) == before and counted(dock) == number
        assert [looks(dock.session.opened.layer(table)) for table in tables] == look
        set_draw_mode(dock.tools, "nod", "punkt")
        assert dock.tools.draw_mode is not None and dock.session.opened.layer("nod").isEditable()
        for _ in range(2):
            dock.drawing.hand.click()
            assert dock.tools.select_tool_active() and dock.drawing.hand.isChecked(), (
                "knappen tar fram, den lägger inte undan"
            )


def test_choosing_is_what_the_map_rests_in_when_a_layer_is_put_back_and_the_users_tool_stays(dock: Any) -> None:
    set_draw_mode(dock.tools, "nod", "punkt")
    dock.tools.step_back()
    assert dock.tools.select_tool_active()
    remove(dock, "samband")
    put_back(dock)
    assert dock.tools.select_tool_active()
    dock.session.iface.actionPan().trigger()
    users = dock.session.iface.mapCanvas().mapTool()
    remove(dock, "samband")
    put_back(dock)
    assert dock.session.iface.mapCanvas().mapTool() is users


def hidden(layer: QgsMapLayer) -> bool:
    return bool(layer.flags() & QgsMapLayer.LayerFlag.Private)


def arm_first_tile(dock: Any) -> None:
    dock.drawing.show_step(("nod",))
    next(iter(dock.drawing.tiles.values())).click()


def test_what_was_not_saved_in_it_is_said_and_can_be_had_back(dock: Any) -> None:
    edit_session = dock.tools.edit_session
    node, strak = (next(one for one in edit_session.objects.all() if one.lager == kind) for kind in ("nod", "strak"))
    set_values(edit_session, node.objekt_id, {"beskrivning": "Osparat i noden"})
    set_values(edit_session, strak.objekt_id, {"beskrivning": "Osparat i stråket"})
    slow_disk = Event()
    QgsProject.instance().removeMapLayer(dock.session.opened.layer("nod").id())
    dock.recovery._threads.do(slow_disk.wait)
    settled(dock)
    assert "säkerhetskopian" in strip(dock).sentence.text() and dock.header.saved.text() != "Allt är sparat."
    slow_disk.set()
    put_back(dock)
    wait(lambda: not dock.recovery_strip.isHidden(), 30)
    dock.recovery_strip.restore_button.click()
    edit_session = dock.tools.edit_session
    assert edit_session.feature(node.objekt_id)["beskrivning"] == "Osparat i noden"
    assert edit_session.feature(strak.objekt_id)["beskrivning"] == "Osparat i stråket", "det som låg kvar är orört"


def test_that_undo_goes_no_further_back_is_said(dock: Any) -> None:
    remove(dock, "logg")
    assert "Ctrl+Z" not in strip(dock).sentence.text()
    put_back(dock)
    node = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "nod")
    set_values(dock.tools.edit_session, node.objekt_id, {"beskrivning": "Går att ångra"})
    wait(lambda: not dock.session.opened.unsaved())
    remove(dock, "strak")
    assert "Ctrl+Z går inte längre tillbaka" in strip(dock).sentence.text()


def test_a_project_saved_without_a_layer_says_so_when_it_is_opened(dock: Any, tmp_path: Path) -> None:
    project, target = QgsProject.instance(), tmp_path / "utan.qgz"
    remove(dock, "samband")
    dock.session.opened.discard()
    assert project.write(str(target)) and project.read(str(target))
    wait(lambda: dock.session.opened is not None and dock.session.snapshot is not None)
    settled(dock)
    assert "Samband" in strip(dock).sentence.text() and dock.tools.edit_session is None
    put_back(dock)
    assert dock.session.opened.layer("samband") is not None and dock.tools.edit_session is not None


def test_what_is_not_its_own_may_come_and_go_and_the_whole_group_comes_back_whole(dock: Any) -> None:
    project, opened = QgsProject.instance(), dock.session.opened
    before, number = tree(dock), counted(dock)
    groups = [group for group in project.layerTreeRoot().findGroups() if group.name() == "Baskarta"]
    base = [node.layerId() for group in groups for node in group.findLayers()]
    copy = opened.layer("nod").clone()
    project.addMapLayer(copy)
    opened.layer("strak").setName("Mina stråk")
    set_draw_mode(dock.tools, "nod", "punkt")
    project.removeMapLayers([*base, copy.id()])
    settled(dock)
    assert base and strip(dock) is None and dock.tools.draw_mode is not None
    remove(dock, *{table_of(layer) for layer in opened.layers()})
    project.layerTreeRoot().removeChildNode(opened.group())
    assert "lager är borttagna" in strip(dock).sentence.text()
    put_back(dock)
    assert tree(dock) == before and counted(dock) == number
    dock.session.close()
    settled(dock)
    assert strip(dock) is None, "den som stänger har inte tagit bort"
