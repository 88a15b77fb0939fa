"""What the user has put among the strukturbild's layers stays when the strukturbild is taken out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

from strukturbild_plugin.gui.session.open_document import (
    OpenDocument,
    put_base_map,
    put_in_project,
    take_out_of_project,
)
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot


@pytest.fixture
def opened(qgis_app: QgsApplication, example_file: Path) -> Iterator[OpenDocument]:
    head = read_snapshot(example_file).head
    made = put_in_project(example_file, head, "sv")
    put_base_map(QgsProject.instance(), head)
    yield made
    QgsProject.instance().clear()


def test_layers_dragged_into_our_groups_are_the_users(opened: OpenDocument, example_file: Path, tmp_path: Path) -> None:
    project = QgsProject.instance()
    other = shutil.copy(example_file, tmp_path / "annan.gpkg")
    memory = QgsVectorLayer("Point?crs=EPSG:3006", "Mina punkter", "memory")
    file = QgsVectorLayer(f"{other}|layername=nod", "Deras noder", "ogr")
    groups = project.layerTreeRoot().findGroups(True)
    for layer, group in ((memory, opened.group().children()[0]), (file, groups[-1])):
        project.addMapLayer(layer, False)
        group.insertLayer(0, layer)
    take_out_of_project(project)
    assert sorted(layer.name() for layer in project.mapLayers().values()) == ["Deras noder", "Mina punkter"]
    assert sorted(node.name() for node in project.layerTreeRoot().findLayers()) == ["Deras noder", "Mina punkter"]


def test_only_ours_are_there_without_any_of_the_users(opened: OpenDocument) -> None:
    take_out_of_project(QgsProject.instance())
    assert not QgsProject.instance().mapLayers() and not QgsProject.instance().layerTreeRoot().children()
