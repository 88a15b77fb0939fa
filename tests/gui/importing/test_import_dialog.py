"""The window that takes objects out of a file: what will come is said before, and it comes as one step to undo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeModel,
    QgsMimeDataUtils,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from strukturbild_plugin.gui.dock.file_menu import import_objects
from strukturbild_plugin.gui.importing.import_dialog import ImportDialog
from strukturbild_plugin.gui.map_coordinates import GroundBand, pixel_of
from tests.gui.dock_helpers import opened_dock, press, texts, wait

TOWNS = """Tatortskod;Namn;Folkmängd;N;E
T0001;Rönneshytta;{people};6533000;498000
T0002;Mullhyttan;700;6553000;480000
T0003;Malmö;350000;6163000;374000
"""


@pytest.fixture(scope="module")
def one_dock(
    qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    yield from opened_dock(_example_made_once, tmp_path_factory.mktemp("hamta"))


@pytest.fixture
def dock(one_dock: Any) -> Iterator[Any]:
    """As it was opened, with nothing said; what a test has done is undone."""
    wait(lambda: one_dock.tools.edit_session is not None and not one_dock.session.runner.busy)
    one_dock.session.iface.messageBar().clearWidgets()
    before = rows(one_dock)
    yield one_dock
    dialog = one_dock.files.window.findChild(ImportDialog)
    if dialog is not None:
        dialog.reject()
    while one_dock.tools.edit_session.can_undo():
        one_dock.tools.undo()
    assert rows(one_dock) == before


def rows(dock: Any) -> dict[str, str]:
    return {one.objekt_id: one.namn for one in dock.tools.edit_session.objects.all()}


def towns(folder: Path, name: str = "orter 2024.csv", people: int = 500) -> Path:
    file = folder / name
    file.write_text(TOWNS.format(people=people), encoding="utf-8")
    return file


def planned(dock: Any, file: Path | None = None) -> ImportDialog:
    """The window, when it says what will come of the file."""
    if file is not None:
        import_objects(dock, file)
    dialog = dock.files.window.findChild(ImportDialog)
    wait(lambda: not dock.session.runner.busy and not dialog._settle.isActive())
    return dialog


def bands(dock: Any) -> list[GroundBand]:
    items = dock.session.iface.mapCanvas().scene().items()
    return [item for item in items if isinstance(item, GroundBand) and item.asGeometry().isEmpty() is False]


def test_what_comes_is_said_and_seen_and_is_one_step_to_undo(dock: Any, tmp_path: Path) -> None:
    before, seen = rows(dock), len(bands(dock))
    dialog = planned(dock, towns(tmp_path))
    assert dialog.summary.text() == "2 nya · 1 tas inte med"
    assert dialog.form.layers.currentText() == "orter 2024: 3 rader"
    assert dialog.form.columns.fields() == {"namn": "Namn", "befolkning": "Folkmängd"}
    assert dialog.form.identity.currentText() == "Tatortskod"
    assert len(bands(dock)) == seen + 1, "det som kommer syns på kartan"
    assert rows(dock) == before, "inget är gjort"
    assert dialog.take.text() == "Hämta 2 objekt"
    dialog.take.click()
    new = {objekt_id: name for objekt_id, name in rows(dock).items() if objekt_id not in before}
    assert sorted(new.values()) == ["Mullhyttan", "Rönneshytta"] and len(bands(dock)) == seen
    assert any("2 nya objekt" in words for words in texts(dock))
    dock.tools.undo()
    assert rows(dock) == before
    dock.tools.redo()
    assert rows(dock) == {**before, **new}


def test_what_comes_is_shown_on_the_map_beside_the_window(dock: Any, tmp_path: Path) -> None:
    window, canvas = dock.files.window, dock.session.iface.mapCanvas()
    canvas.setRenderFlag(False)
    window.setCentralWidget(canvas)
    window.resize(800, 760)
    window.show()
    try:
        dialog = planned(dock, towns(tmp_path))
        QApplication.processEvents()
        press(dialog, "Visa på kartan")
        places = (QgsPointXY(498_000, 6_533_000), QgsPointXY(480_000, 6_553_000))
        spots = [pixel_of(canvas, place).toPoint() for place in places]
        assert all(canvas.rect().contains(spot) for spot in spots)
        assert not any(dialog.frameGeometry().contains(canvas.mapToGlobal(spot)) for spot in spots)
    finally:
        window.hide()


def test_what_is_drawn_outside_comes_when_one_says_so_and_can_be_taken_back(dock: Any, tmp_path: Path) -> None:
    dialog = planned(dock, towns(tmp_path))
    choice = next(one for one in dialog.plan.choices if one.field == "whole_file")
    press(dialog, choice.text)
    planned(dock)
    assert dialog.summary.text() == "3 nya"
    press(dialog, f"Ångra valet: {choice.text}")
    planned(dock)
    assert dialog.summary.text() == "2 nya · 1 tas inte med"


def test_next_years_file_shows_what_differs_and_updates_when_one_says_so(dock: Any, tmp_path: Path) -> None:
    planned(dock, towns(tmp_path)).take.click()
    wait(lambda: not dock.session.runner.busy and not dock.session.live._timer.isActive())
    before = rows(dock)
    dialog = planned(dock, towns(tmp_path, "orter 2025.csv", 620))
    assert dialog.summary.text().startswith("1 skiljer sig och ändras inte · 1 finns redan")
    assert not dialog.take.isEnabled()
    changed = dialog.plan.of("andrad")[0]
    assert changed.difference() == "Befolkning: 500 → 620"
    press(dialog, next(one.text for one in dialog.plan.choices if one.field == "update"))
    planned(dock)
    assert dialog.take.text() == "Hämta 1 objekt"
    dialog.take.click()
    known = next(one for one in dock.tools.edit_session.objects.all() if one.namn == "Rönneshytta")
    assert dock.tools.edit_session.feature(known.objekt_id)["befolkning"] == 620 and rows(dock) == before
    dock.tools.undo()
    assert dock.tools.edit_session.feature(known.objekt_id)["befolkning"] == 500


def test_a_column_that_is_pointed_out_is_taken_and_one_that_is_emptied_is_not(dock: Any, tmp_path: Path) -> None:
    dialog = planned(dock, towns(tmp_path))
    box = dialog.form.columns._boxes["befolkning"]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    planned(dock)
    assert all("befolkning" not in row.record.attribut for row in dialog.plan.of("ny"))
    assert dialog.form.columns.fields() == {"namn": "Namn"}


def test_name_and_place_is_chosen_in_the_list_of_what_rows_are_known_by(dock: Any, tmp_path: Path) -> None:
    dialog = planned(dock, towns(tmp_path))
    box = dialog.form.identity
    assert box.currentText() == "Tatortskod"
    box.setCurrentIndex(box.findText("namn och plats"))
    box.activated.emit(box.currentIndex())
    planned(dock)
    assert dialog.plan.id_column == "" and box.currentText() == "namn och plats"
    box.setCurrentIndex(box.findText("Tatortskod"))
    box.activated.emit(box.currentIndex())
    planned(dock)
    assert dialog.plan.id_column == "Tatortskod"


def test_columns_with_coordinates_that_are_not_found_are_pointed_out(dock: Any, tmp_path: Path) -> None:
    file = tmp_path / "platser.csv"
    file.write_text("Namn;a;b\nMullhyttan;6553000;480000\nAskersund;6527000;496000\n", encoding="utf-8")
    dialog = planned(dock, file)
    form = dialog.form
    if dialog.plan is None or dialog.plan.refusal:
        assert not dialog.take.isEnabled()
    for box, name in ((form.north, "a"), (form.east, "b")):
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
    planned(dock)
    assert dialog.summary.text() == "2 nya"


def test_only_classes_that_are_drawn_so_are_offered(dock: Any, tmp_path: Path) -> None:
    ring = [[[480_000, 6_553_000], [481_000, 6_553_000], [481_000, 6_554_000], [480_000, 6_553_000]]]
    shape = {"type": "Polygon", "coordinates": ring}
    whole = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}},
        "features": [{"type": "Feature", "properties": {"namn": "Skogen"}, "geometry": shape}],
    }
    file = tmp_path / "yta.geojson"
    file.write_text(json.dumps(whole), encoding="utf-8")
    dialog = planned(dock, file)
    catalogue = dock.tools.edit_session.catalogue
    offered = [dialog.form.classes.itemData(place) for place in range(dialog.form.classes.count())]
    assert offered == [klass.kod for klass in catalogue.klasser if "yta" in klass.lager]
    assert dialog.summary.text() == "1 ny"


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(dock: Any, tmp_path: Path) -> None:
    bad = tmp_path / "skräp.shp"
    bad.write_bytes(b"ingenting")
    dialog = planned(dock, bad)
    assert "skräp.shp" in dialog.summary.text() and not dialog.take.isEnabled()
    dialog.open_file(towns(tmp_path))
    planned(dock)
    assert dialog.summary.text() == "2 nya · 1 tas inte med"


def test_a_file_that_is_dropped_on_the_panel_is_read_and_a_strukturbild_is_opened(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(dock, towns(tmp_path))
    assert planned(dock).plan.counts()["ny"] == 2
    opened: list[str] = []
    monkeypatch.setattr(dock.files, "open", opened.append)
    drop(dock, dock.session.opened.path)
    assert opened == [str(dock.session.opened.path)]


def test_a_layer_that_is_dragged_from_qgis_browser_is_read_too(dock: Any, tmp_path: Path) -> None:
    file = towns(tmp_path)
    uri = QgsMimeDataUtils.Uri()
    uri.layerType, uri.providerKey, uri.name, uri.uri = "vector", "ogr", "orter", str(file)
    drop(dock, file, QgsMimeDataUtils.encodeUriList([uri]))
    assert planned(dock).plan.counts()["ny"] == 2


def test_the_layer_that_is_dragged_out_of_qgis_layers_is_the_one_that_is_shown(dock: Any, tmp_path: Path) -> None:
    file = tmp_path / "flera.gpkg"
    for name, kind in (("byar", "Point"), ("leder", "LineString")):
        own = QgsVectorLayer(f"{kind}?crs=EPSG:3006&field=namn:string", name, "memory")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        if file.exists():
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        QgsVectorFileWriter.writeAsVectorFormatV3(own, str(file), QgsProject.instance().transformContext(), options)
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{file}|layername=leder", "Våra leder", "ogr"))
    drop(dock, file, dragged(layer))
    dialog = dock.files.window.findChild(ImportDialog)
    wait(lambda: dialog.form.layers.count() > 0)
    assert dialog.form.layers.currentData() == "leder"
    dialog.reject()
    QgsProject.instance().removeMapLayer(layer)


def test_a_layer_that_is_no_file_or_is_ours_is_told_with_what_to_do(
    dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(dock.files, "open", opened.append)
    drafts = QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:3006", "Utkast", "memory"))
    for layer, words in ((drafts, "ligger inte i en fil"), (dock.session.opened.layer("nod"), "hör redan till")):
        dock.session.iface.messageBar().clearWidgets()
        data = dragged(layer)
        drop(dock, tmp_path, data)
        assert [words in said for said in texts(dock)] == [True]
    assert opened == []
    QgsProject.instance().removeMapLayer(drafts)


def dragged(layer: QgsVectorLayer) -> QMimeData:
    """As QGIS's layer tree gives it."""
    root = QgsProject.instance().layerTreeRoot()
    model = QgsLayerTreeModel(root)
    return model.mimeData([model.node2index(root.findLayer(layer.id()))])


def drop(dock: Any, file: Path, data: QMimeData | None = None) -> None:
    if data is None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dock.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, plain))


def test_the_window_leaves_nothing_on_the_map(dock: Any, tmp_path: Path) -> None:
    seen = len(bands(dock))
    dialog = planned(dock, towns(tmp_path))
    dialog.rows.setCurrentItem(dialog.rows.topLevelItem(0).child(0))
    assert len(bands(dock)) == seen + 2, "den valda raden syns för sig"
    press(dialog, "Stäng")
    assert len(bands(dock)) == seen and dialog.findChild(QPushButton) is not None
