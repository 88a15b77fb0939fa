"""What there is to save in a project that holds a strukturbild: what the user has made in QGIS is not thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsAnnotationPointTextItem,
    QgsApplication,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.gui.dock.project_saving import holds_only
from tests.gui.dock_helpers import opened_dock, wait


@pytest.fixture
def dock(qgis_app: QgsApplication, example_file: Path, tmp_path: Path) -> Iterator[Any]:
    yield from opened_dock(example_file, tmp_path)


def test_own_themes_and_annotations_are_asked_about_and_the_pictures_themes_are_not(dock: Any) -> None:
    project, opened = QgsProject.instance(), dock.session.opened
    themes, annotations = project.mapThemeCollection(), project.mainAnnotationLayer()
    wait(lambda: bool(themes.mapThemes()) and not project.isDirty(), 30)
    assert holds_only(project, opened), themes.mapThemes()

    def write() -> None:
        annotations.addItem(QgsAnnotationPointTextItem("Fråga kommunen", QgsPointXY(5e5, 6.57e6)))

    def keep_theme() -> None:
        root = project.layerTreeRoot()
        themes.insert("Min vy", QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root)))

    for make, take_away in ((write, annotations.clear), (keep_theme, lambda: themes.removeMapTheme("Min vy"))):
        make()
        project.setDirty(True)
        QApplication.processEvents()
        assert project.isDirty() and not holds_only(project, opened), "QGIS frågar om det när det stängs"
        take_away()
        project.setDirty(False)
        project.setDirty(True)
        wait(lambda: not project.isDirty(), 10)
