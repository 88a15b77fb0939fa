"""Whose Ctrl+Z it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from strukturbild_plugin.drawing.edits.objects import set_values
from tests.gui.tool_helpers import open_tool_controller

UNDO, CONTROL = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


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
