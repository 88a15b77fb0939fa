"""The dock with the worked example beside a map of some size, at the page of goals against the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.analysis.goal_coverage import BY_CLASS
from tests.gui.dock_helpers import opened_dock, undo_all, wait


@pytest.fixture(scope="package")
def kept_dock(
    qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Opened once."""
    for dock in opened_dock(_example_made_once, tmp_path_factory.mktemp("mal_i_kartan")):
        window, canvas = dock.session.iface.mainWindow(), dock.session.iface.mapCanvas()
        canvas.setRenderFlag(False)
        window.setCentralWidget(canvas)
        window.resize(1300, 900)
        window.show()
        QApplication.processEvents()
        canvas.setLayers(list(dock.session.opened.layers()))
        dock.session.zoom_to_area()
        QTest.qWait(300)  # the first view after opening comes last
        wait(lambda dock=dock: dock.tools.edit_session is not None and dock.tabs.goal_map.ready)
        yield dock


@pytest.fixture
def dock(kept_dock: Any) -> Iterator[Any]:
    """The dock at the page; what a test does is undone after it."""
    page = kept_dock.tabs.goal_map_page
    kept_dock.show()
    kept_dock.tabs.goal_map.ask_for_page()
    page.silent.setChecked(False)
    page.on_map.setChecked(True)
    page.sets.setCurrentIndex(0)
    page.structures.setCurrentIndex(0)
    page.show_view(BY_CLASS)
    QApplication.processEvents()
    wait(lambda: kept_dock.tabs.goal_map.coverage is not None and not kept_dock.tabs.goal_map.waits)
    yield kept_dock
    kept_dock.tools.selection.clear()
    undo_all(kept_dock)
