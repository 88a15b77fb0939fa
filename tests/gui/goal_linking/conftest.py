"""The dock with the worked example beside a map of some size, on which one can click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tests.gui.dock_helpers import opened_dock, undo_all, wait


@pytest.fixture(scope="package")
def kept_dock(
    qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Opened once."""
    for dock in opened_dock(_example_made_once, tmp_path_factory.mktemp("koppla")):
        window, canvas = dock.session.iface.mainWindow(), dock.session.iface.mapCanvas()
        canvas.setRenderFlag(False)
        window.setCentralWidget(canvas)
        window.resize(1300, 900)
        window.show()
        QApplication.processEvents()
        canvas.setLayers(list(dock.session.opened.layers()))
        dock.session.zoom_to_area()
        QTest.qWait(300)  # the first view after opening comes last
        wait(lambda dock=dock: dock.tools.edit_session is not None and dock.tabs.goal_linking.ready)
        yield dock


@pytest.fixture
def dock(kept_dock: Any) -> Iterator[Any]:
    """The dock at the page for linking, with the tool on the map; what a test does is undone after it."""
    page = kept_dock.tabs.goal_link_page
    kept_dock.show()
    page.goals.search.clear()
    page.go_on()
    kept_dock.tabs.goal_linking.ask_for_page()
    page.goals.choose(page.goals.seen_goals()[0])
    QApplication.processEvents()
    yield kept_dock
    kept_dock.tabs.goal_linking.let_go()
    kept_dock.tools.return_to_select_tool()
    undo_all(kept_dock)
