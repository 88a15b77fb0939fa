"""What there is to save in a project that holds a strukturbild: what the user has made in QGIS is not thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsAnnotationPointTextItem,
    QgsApplication,
    QgsBookmark,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.gui.dock.project_saving import holds_only
from tests.gui.dock_helpers import opened_dock, texts, wait
from tests.store.helpers import new_file


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


def open_in(dock: Any, path: Path) -> None:
    """Open a strukturbild over the one that is open."""
    dock.session.open(path)
    wait(lambda: dock.session.opened is not None and dock.session.opened.path == path)
    wait(lambda: dock.steps.tree.topLevelItemCount() > 0 and not dock.session.runner.busy)


def test_a_project_saved_with_one_strukturbild_is_not_saved_over_with_another(dock: Any, tmp_path: Path) -> None:
    project, first = QgsProject.instance(), dock.session.opened.path
    place, other = tmp_path / "mitt.qgz", new_file(tmp_path)
    assert project.write(str(place))
    saved = place.read_bytes()
    open_in(dock, first)
    assert project.fileName() == str(place), "samma strukturbild öppnad igen"
    open_in(dock, other)
    assert project.fileName() == "" and place.read_bytes() == saved
    assert any(words.startswith("Projektet mitt.qgz är stängt och ligger kvar") for words in texts(dock))
    assert project.read(str(place))
    wait(lambda: dock.session.opened is not None and dock.session.opened.path == first)
    assert project.fileName() == str(place)
    project.bookmarkManager().addBookmark(QgsBookmark())
    open_in(dock, other)
    assert project.fileName() == str(place), "ett projekt med mer i är användarens eget"
