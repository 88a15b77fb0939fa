"""A QGIS project with a strukturbild in it: read without waiting for legends, also after it has been moved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QMenu

from strukturbild_plugin.gui.session.deferred_redraw import DeferredRedraw
from strukturbild_plugin.gui.session.layer_tree_legend import LayerTreeLegend, take_back_swatches
from strukturbild_plugin.gui.session.open_document import OpenDocument, in_project, is_drawn, put_in_project, table_of
from strukturbild_plugin.plugin import StrukturbildPlugin
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.writing.open_check import check_file
from tests.gui.fake_iface import FakeIface


class Window:
    """As much of QGIS's window as the plugin asks for at its start; says yes to the rest."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self._menu = QMenu("Hjälp", self.window)
        self.window.menuBar().addMenu(self._menu)
        self.addToolBar = self.window.addToolBar

    def mainWindow(self) -> QMainWindow:
        return self.window

    def firstRightStandardMenu(self) -> QMenu:
        return self._menu

    def __getattr__(self, _name: str) -> Any:
        return Anything()


class Anything:
    def __getattr__(self, _name: str) -> Any:
        return Anything()

    def __call__(self, *_: object) -> Any:
        return Anything()


@pytest.fixture
def plugin(qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[StrukturbildPlugin]:
    """The plugin switched on, without its dock."""
    made = StrukturbildPlugin(Window())
    monkeypatch.setattr(made, "dock", lambda: None)
    QgsProject.instance().clear()
    made.initGui()
    yield made
    made.unload()
    QgsProject.instance().clear()


def saved_project(file: Path, folder: Path) -> tuple[Path, OpenDocument]:
    """A QGIS project that holds the strukturbild, saved and closed; some layers of the user's own beside it."""
    project, target = QgsProject.instance(), folder / "projekt.qgz"
    opened = put_in_project(file, check_file(file), "sv")
    own = opened.layers()[0].clone()
    own.setName("Eget lager")
    project.addMapLayer(own)
    assert project.write(str(target))
    project.clear()
    return target, opened


def test_layers_of_a_project_have_our_legend_before_the_tree_makes_rows_of_theirs(
    plugin: StrukturbildPlugin, example_file: Path, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    file, opened = saved_project(example_file, tmp_path)
    seen: dict[str, bool] = {}

    def look(layers: list[QgsMapLayer]) -> None:
        seen.update({layer.id(): isinstance(layer.legend(), LayerTreeLegend) for layer in layers})

    project.layersAdded.connect(look)
    try:
        assert project.read(str(file))
    finally:
        project.layersAdded.disconnect(look)
    drawn = [layer.id() for layer in opened.layers() if is_drawn(layer)]
    assert len(drawn) >= 8
    assert sorted(key for key, ours in seen.items() if ours) == sorted(drawn), "och inget av användarens egna lager"
    layers = [project.mapLayer(layer_id) for layer_id in drawn]
    take_back_swatches(layers)
    tree = project.layerTreeRoot()
    rows = [layer.legend().createLayerTreeModelLegendNodes(tree.findLayer(layer)) for layer in layers]
    assert all(rows), "en strukturbild som inte går att öppna får QGIS egen teckenförklaring"


def test_a_project_moved_with_its_file_is_taken_up_where_it_lies(
    plugin: StrukturbildPlugin, example_file: Path, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    former, later = tmp_path / "förr", tmp_path / "nu"
    former.mkdir()
    shutil.move(str(example_file), str(former / "bild.gpkg"))
    file, opened = saved_project(former / "bild.gpkg", former)
    shutil.move(str(former), str(later))
    assert project.read(str(later / file.name))
    group = project.layerTreeRoot().findGroups()[0]
    outer = project.layerTreeRoot().addGroup("Allt mitt")
    outer.addChildNode(group.clone())
    project.layerTreeRoot().removeChildNode(group)
    found = in_project(project)
    assert found == (later / "bild.gpkg", opened.layer_ids)
    taken = OpenDocument(found[0], opened.head, found[1])
    assert taken.group() is not None and taken.layer("nod") is not None


def test_a_strukturbild_that_is_edited_is_known_whole_and_can_be_opened_again(
    qgis_app: QgsApplication, example_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    project = QgsProject.instance()
    project.clear()
    head = check_file(example_file)
    first = put_in_project(example_file, head, "sv")
    wanted = first.extent()
    with reading(example_file) as db:
        counts = {table: len(db.table(table)) for table in map(table_of, first.layers())}
    assert not wanted.isEmpty() and counts["nod"] > 5
    for layer in first.layers():
        if is_drawn(layer):
            layer.startEditing()
    capfd.readouterr()
    assert {table_of(layer): layer.featureCount() for layer in first.layers()} == counts
    assert all(not layer.extent().isEmpty() for layer in first.layers() if layer.isSpatial() and layer.featureCount())
    assert "unable to open" not in capfd.readouterr().err, "QGIS 3.22 läser inte allt i en fil som ändras"
    again = put_in_project(example_file, head, "sv")
    assert again.extent() == wanted
    assert {table_of(layer): layer.featureCount() for layer in again.layers()} == counts
    project.clear()


def test_layers_put_in_edit_mode_in_the_middle_of_a_drawing_are_drawn_again(
    qgis_app: QgsApplication, example_file: Path
) -> None:
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    drawing = {"now": True}
    canvas.isDrawing = lambda: drawing["now"]  # type: ignore[method-assign]
    layers = [layer for _group, layer in open_layers(example_file) if is_drawn(layer)]
    iface = FakeIface(window)
    again: list[str] = []
    redraw = DeferredRedraw(iface, lambda: layers, window)
    for layer in layers:
        layer.repaintRequested.connect(lambda *_, one=layer: again.append(one.name()))
        layer.editingStarted.connect(redraw.editing_started)
        layer.startEditing()
    assert again == [], "inte förrän det som ritas är färdigt"
    canvas.mapCanvasRefreshed.emit()
    assert again == [layer.name() for layer in layers]
    canvas.mapCanvasRefreshed.emit()
    assert len(again) == len(layers), "en gång räcker"
    drawing["now"] = False
    for layer in layers:
        layer.rollBack()
    again.clear()
    QApplication.processEvents()
    layers[0].startEditing()
    canvas.mapCanvasRefreshed.emit()
    assert again == [], "en karta i vila behöver inte ritas om"
    layers[0].rollBack()
