"""Whose Ctrl+Z it is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMainWindow, QMenu, QToolBar

from strukturbild_plugin.drawing.edits.objects import set_values
from tests.gui.tool_helpers import open_tool_controller

UNDO, CONTROL = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


@contextlib.contextmanager
def qgis_with_undo(example_file: Path, tmp_path: Path) -> Iterator[tuple[Any, QToolBar, QMenu, QAction, list[bool]]]:
    """A strukturbild in a window with QGIS's own Undo in a toolbar and a menu, and what QGIS's slot was called for."""
    with open_tool_controller(example_file, tmp_path, before=undo_in) as tools:
        window = tools.iface.mainWindow()
        action, called = window.findChild(QAction, "mActionUndo"), list[bool]()
        action.triggered.connect(lambda: called.append(True))
        window.show()
        QApplication.processEvents()
        yield tools, window.findChild(QToolBar), window.findChild(QMenu, "Redigera"), action, called


def undo_in(window: QMainWindow) -> None:
    """Put an action as QGIS's into the window."""
    action = QAction("Undo", window)
    action.setObjectName("mActionUndo")
    action.setEnabled(False)
    window.addToolBar("Digitizing").addAction(action)
    menu = QMenu(window)
    menu.setObjectName("Redigera")
    menu.addAction(action)


@pytest.fixture
def tools(qgis_app: QgsApplication, example_file: Path, tmp_path: Path):
    with open_tool_controller(example_file, tmp_path) as made:
        yield made


def test_undo_is_never_taken_from_a_layer_of_the_users_own(tools) -> None:
    edit_session, canvas = tools.edit_session, tools.iface.mapCanvas()
    node = next(known for known in edit_session.objects.all() if known.lager == "nod")
    set_values(edit_session, node.objekt_id, {"namn": "Ett nytt namn"})
    own = QgsVectorLayer("Point?field=namn:string", "Mitt", "memory")
    own.startEditing()
    own.addFeature(QgsFeature(own.fields()))
    tools.iface.setActiveLayer(own)
    QTest.keyClick(canvas, UNDO, CONTROL)
    assert edit_session.can_undo() and own.undoStack().canUndo(), "QGIS itself undoes it: there is no QGIS here"
    # the user's own has nothing to undo, or is not edited: then it is the strukturbild that is meant
    own.undoStack().undo()
    QTest.keyClick(canvas, UNDO, CONTROL)
    assert not edit_session.can_undo()
    QTest.keyClick(canvas, UNDO, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not edit_session.can_undo(), "the user's own has something to do again"
    tools.iface.setActiveLayer(edit_session.layer("nod"))
    QTest.keyClick(canvas, UNDO, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert edit_session.can_undo() and edit_session.known(node.objekt_id).namn == "Ett nytt namn"


def test_the_keys_reach_a_dock_that_floats(tools) -> None:
    from strukturbild_plugin.gui.map_tools.shortcuts import Shortcuts

    dock = QDockWidget()
    tools.setParent(dock)
    keys = Shortcuts(tools)
    try:
        dock.setFloating(True)
        dock.show()
        QApplication.processEvents()
        edit_session = tools.edit_session
        node = next(known for known in edit_session.objects.all() if known.lager == "nod")
        set_values(edit_session, node.objekt_id, {"namn": "Ett nytt namn"})
        QTest.keyClick(dock, UNDO, CONTROL)
        assert edit_session.known(node.objekt_id).namn == node.namn
    finally:
        keys.close()
        tools.setParent(None)
        dock.deleteLater()


def test_qgis_undo_tells_the_truth_and_does_what_the_key_does(qgis_app: QgsApplication, example_file, tmp_path) -> None:
    with qgis_with_undo(example_file, tmp_path) as (tools, bar, menu, action, qgis_undid):
        edit_session = tools.edit_session
        node = next(known for known in edit_session.objects.all() if known.lager == "nod")
        tools.iface.setActiveLayer(edit_session.layer("strak"))
        assert not action.isEnabled()
        set_values(edit_session, node.objekt_id, {"namn": "Ett nytt namn"})
        assert action.isEnabled(), "steget är i ett annat lager än det aktiva"
        action.setEnabled(False)  # as QGIS does, by the active layer's own stack
        assert action.isEnabled()
        QTest.mouseClick(bar.widgetForAction(action), Qt.MouseButton.LeftButton)
        assert edit_session.known(node.objekt_id).namn == node.namn and not qgis_undid and not action.isEnabled()
        set_values(edit_session, node.objekt_id, {"namn": "Ett annat namn"})
        menu.popup(bar.mapToGlobal(bar.rect().center()))
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert edit_session.known(node.objekt_id).namn == node.namn and not qgis_undid
        own = QgsVectorLayer("Point?field=namn:string", "Mitt", "memory")
        own.startEditing()
        own.addFeature(QgsFeature(own.fields()))
        tools.iface.setActiveLayer(own)
        action.setEnabled(True)  # as QGIS does
        set_values(edit_session, node.objekt_id, {"namn": "Ett tredje namn"})
        QTest.mouseClick(bar.widgetForAction(action), Qt.MouseButton.LeftButton)
        assert qgis_undid == [True] and edit_session.can_undo(), "användarens eget lager ångras av QGIS"
        tools.iface.setActiveLayer(edit_session.layer("strak"))
        assert action.isEnabled()
        tools.close()
        assert not action.isEnabled(), "QGIS sanning gäller igen"
