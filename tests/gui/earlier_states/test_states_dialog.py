"""Earlier states in the dock: kept at the right times, listed, looked at, and brought back in part or whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTreeWidgetItem

from strukturbild_plugin import paths
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_buffer import rows_about
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS
from strukturbild_plugin.store.earlier_states.retention import BEFORE_RESTORE, EDITION, HOURLY, OPENED
from strukturbild_plugin.store.gpkg.connection import now
from strukturbild_plugin.store.gpkg.records import Edition
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE, everything
from tests.gui.dock_helpers import answering, press, texts, wait
from tests.gui.earlier_states.helpers import box_of


def named(dock: Any, name: str) -> Any:
    return next(one for one in dock.tools.edit_session.objects.all() if one.namn == name and one.lager == "nod")


def calm(dock: Any) -> None:
    """Nothing is read or written any more, and what was drawn can be drawn in."""
    wait(lambda: not dock.session.runner.busy and not dock.session._reread.isActive())
    QApplication.processEvents()
    wait(lambda: not dock.session.runner.busy and dock.tools.edit_session is not None)


def work(dock: Any) -> None:
    """A town goes with its goals, one is renamed, one is new; all saved."""
    edit_session = dock.tools.edit_session
    delete_object(edit_session, named(dock, "Årjäng").objekt_id)
    set_values(edit_session, named(dock, "Karlstad").objekt_id, {"beskrivning": "Ny text"})
    add_object(edit_session, NODE, points_geometry([(450_000.0, 6_580_000.0)]), "Nybyn")
    assert dock.session.save()
    calm(dock)


def states(dock: Any) -> list[Any]:
    found: list[Any] = []
    dock.states.read_states(found.extend)
    wait(lambda: not dock.session.runner.busy)
    return found


def shown(dock: Any) -> Any:
    """The dialog from the menu, with the first state read."""
    action = next(one for one in dock.menu_button.menu().actions() if one.objectName() == "strukturbild_arkiv_tidigare")
    action.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "strukturbild_tidigare_lagen")
    wait(lambda: dialog._content is not None and not dock.session.runner.busy)
    return dialog


def lines(tree: Any) -> dict[str, list[QTreeWidgetItem]]:
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {group.text(0): [group.child(at) for at in range(group.childCount())] for group in groups}


def tick(tree: Any, item: QTreeWidgetItem) -> None:
    """A real click on the box."""
    tree.scrollToItem(item)
    QApplication.processEvents()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box_of(tree, item))
    assert item.checkState(0) == Qt.CheckState.Checked


def test_states_are_kept_at_opening_hourly_and_at_each_edition(dock: Any) -> None:
    (first,) = states(dock)
    assert first.why == OPENED and first.objects == len(read_snapshot(dock.session.opened.path).objects)
    dock.states._timer.timeout.emit()
    assert states(dock) == [first], "inget är ändrat"
    work(dock)
    dock.states._timer.timeout.emit()
    calm(dock)
    assert [one.why for one in states(dock)] == [HOURLY, OPENED]
    with writing(dock.session.opened.path) as db:
        db.add_edition(Edition(1, now(), "utkast", "a" * 64, 47, 10))
    dock.session.read()
    calm(dock)
    assert [(one.why, one.edition) for one in states(dock)] == [(EDITION, 1), (HOURLY, 0), (OPENED, 0)]


def test_what_cannot_be_kept_hinders_nothing_and_is_said_in_the_list(dock: Any) -> None:
    root = paths.earlier_states(Path())
    path = dock.session.opened.path
    dock.session.close()
    shutil.rmtree(root)
    root.parent.mkdir(exist_ok=True)
    root.write_text("en fil där mappen skulle ligga", encoding="utf-8")
    dock.session.open(path)
    wait(lambda: dock.session.opened is not None)
    calm(dock)
    action = next(one for one in dock.menu_button.menu().actions() if one.objectName() == "strukturbild_arkiv_tidigare")
    action.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "strukturbild_tidigare_lagen")
    wait(lambda: not dock.session.runner.busy and bool(dock.states.trouble))
    calm(dock)
    assert str(root.name) in dialog.summary.text() and not dialog.whole_button.isEnabled()
    dialog.close()
    root.unlink()


def test_chosen_objects_come_back_in_one_step_with_their_goals(dock: Any) -> None:
    edit_session = dock.tools.edit_session
    gone = named(dock, "Årjäng").objekt_id
    goals, before = len(rows_about(edit_session, GOAL_LINKS, gone)), everything(edit_session)
    work(dock)
    changed = everything(edit_session)
    dialog = shown(dock)
    assert dialog.summary.text() == "Sedan dess: 1 objekt mer, 2 ändrade, 1 borttaget."
    listed = lines(dialog.tree)
    assert [line.text(0) for line in listed["Borttaget (1)"]] == ["Nod ”Årjäng”"]
    assert not dialog.objects_button.isEnabled(), "inget är valt än"
    for group in list(listed)[:2]:
        tick(dialog.tree, dialog.tree.topLevelItem(list(listed).index(group)))
    QTest.mouseClick(dialog.objects_button, Qt.MouseButton.LeftButton)
    calm(dock)
    assert len(rows_about(edit_session, GOAL_LINKS, gone)) == goals > 0
    back = {key: row for key, row in everything(edit_session).items() if key in before}
    assert back.keys() == before.keys()
    assert {key: shape for key, (_values, shape) in back.items()} == {key: row[1] for key, row in before.items()}
    assert "Nybyn" in {one.namn for one in edit_session.objects.all()}, "det nya står kvar"
    dock.tools.undo()
    assert everything(edit_session).keys() == changed.keys() and "är tillbaka" in texts(dock)[-1]
    dock.tools.redo()
    assert dock.session.save()
    calm(dock)
    links = [link for link in read_snapshot(dock.session.opened.path).links if link.objekt_id == gone]
    assert named(dock, "Årjäng").objekt_id == gone and len(links) == goals


def test_what_hangs_on_something_gone_is_said_and_the_rest_comes_back(dock: Any) -> None:
    gone = named(dock, "Årjäng").objekt_id
    goal = next(link.mal_id for link in read_snapshot(dock.session.opened.path).links if link.objekt_id == gone)
    with writing(dock.session.opened.path) as db:
        db.connection.execute("DELETE FROM mal WHERE mal_id = ?", (goal,))
    delete_object(dock.tools.edit_session, gone)
    assert dock.session.save()
    calm(dock)
    dialog = shown(dock)
    assert "Också ändrat: målen." in dialog.summary.text()
    tick(dialog.tree, dialog.tree.topLevelItem(0))
    QTest.mouseClick(dialog.objects_button, Qt.MouseButton.LeftButton)
    assert named(dock, "Årjäng").objekt_id == gone
    assert any("1 objekt kom inte tillbaka helt" in text and "hela läget" in text for text in texts(dock))


def test_the_whole_state_comes_back_and_the_message_undoes_it(dock: Any) -> None:
    path = dock.session.opened.path
    was = read_snapshot(path)
    work(dock)
    then = read_snapshot(path)
    dialog = shown(dock)
    layers = set(QgsProject.instance().mapLayers())
    _, asked = answering("Ta tillbaka", dialog.whole_button.click)
    wait(lambda: dock.session.opened is not None)
    calm(dock)
    assert "sparas först" in asked
    assert read_snapshot(path).objects == was.objects and read_snapshot(path).links == was.links
    assert named(dock, "Årjäng") and not dock.tools.edit_session.can_undo()
    assert len(QgsProject.instance().mapLayers()) == len(layers), "inga lager blir över"
    assert BEFORE_RESTORE in {one.why for one in states(dock)}
    item = next(one for one in dock.session.iface.messageBar().items() if "är tillbaka" in one.text())
    press(item, "Ångra")
    wait(lambda: dock.session.opened is None)
    wait(lambda: dock.session.opened is not None)
    calm(dock)
    assert read_snapshot(path).objects == then.objects


def test_a_bad_copy_is_said_and_the_others_can_be_used(dock: Any) -> None:
    work(dock)
    dock.states.keep_now()
    calm(dock)
    latest, first = states(dock)
    latest.path.write_bytes(latest.path.read_bytes()[:5000])
    action = next(one for one in dock.menu_button.menu().actions() if one.objectName() == "strukturbild_arkiv_tidigare")
    action.trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "strukturbild_tidigare_lagen")
    wait(lambda: dialog.list.count() == 2 and not dock.session.runner.busy)
    assert "skadat" in dialog.summary.text() and not dialog.whole_button.isEnabled()
    dialog.list.setCurrentRow(1)
    wait(lambda: dialog._content is not None)
    assert dialog.state() == first and dialog.whole_button.isEnabled()
    dialog.close()


def test_a_look_shows_the_state_and_leaves_the_project_alone(dock: Any) -> None:
    work(dock)
    dialog = shown(dock)
    layers = set(QgsProject.instance().mapLayers())
    QTest.mouseClick(dialog.look_button, Qt.MouseButton.LeftButton)
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "strukturbild_lage")
    names = {
        feature["namn"]
        for layer in window.map.layers()
        if layer.fields().indexOf("objekt_id") >= 0
        for feature in layer.getFeatures()
    }
    assert "Årjäng" in names and "Nybyn" not in names
    assert set(QgsProject.instance().mapLayers()) == layers and not dock.session.opened.unsaved()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dock.session.zoom_to_area()  # nobody follows the map any more
    assert texts(dock) == []
    dock.session.close()
    QApplication.processEvents()
    open_still = {one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()}
    assert "strukturbild_tidigare_lagen" not in open_still
