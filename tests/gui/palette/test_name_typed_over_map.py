"""A click on the map and then the name, as the guide says: what is typed over the map is the name of what was drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from tests.gui.tool_helpers import click, open_tool_controller, set_draw_mode

PLACE = (450_000.0, 6_590_000.0)


@pytest.fixture(scope="module")
def tools(qgis_app: Any, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    with open_tool_controller(_example_made_once, tmp_path_factory.mktemp("namn")) as made:
        made.iface.mapCanvas().setExtent(QgsRectangle(400_000, 6_550_000, 500_000, 6_625_000))
        yield made


@pytest.fixture
def form(tools: Any) -> Iterator[Any]:
    """The form far down in a panel that has no room for it, with the map beside."""
    from strukturbild_plugin.gui.palette.new_object_form import NewObjectForm

    window, room = QWidget(), QWidget()
    column = QVBoxLayout(room)
    above = QWidget(room)
    above.setMinimumHeight(600)
    column.addWidget(above)
    made = NewObjectForm(tools, room)
    column.addWidget(made)
    scroll = QScrollArea(window)
    scroll.setWidgetResizable(True)
    scroll.setWidget(room)
    scroll.resize(300, 200)
    window.resize(320, 220)
    window.show()
    window.activateWindow()
    yield made
    tools.unset_tool()
    while tools.edit_session.can_undo():
        tools.edit_session.undo()
    window.deleteLater()
    QApplication.processEvents()


def test_what_is_typed_over_the_map_is_the_name(tools: Any, form: Any) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "nod", "punkt")
    QTest.keyClicks(canvas, "x")
    assert form.name.text() == "", "inget är ritat än"
    click(canvas, PLACE)
    drawn = form.last
    assert drawn
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert form.name.text() == tools.edit_session.known(drawn).namn
    QTest.keyClick(canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.name, "orsj")
    form.name.insert("ö")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert tools.edit_session.known(drawn).namn.casefold() == "norsjö"
    QApplication.processEvents()
    assert not form.name.visibleRegion().isEmpty(), "fältet har rullats fram"
    tools.unset_tool()
    QTest.keyClicks(canvas, "x")
    assert "x" not in form.name.text(), "utan penna hör tangenten till kartan"
