"""The dock shows one picture at a time, another beside it, and switches symbols as one undo step; edits stay."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsLayerTreeModel, QgsPointXY, QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QMainWindow

from strukturbild_plugin.store.qgis_project.picture_themes import VIEW
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.gui.dock_helpers import wait
from tests.gui.fake_iface import FakeIface
from tests.store.helpers import TARGET, TODAY, karlstad, new_file, point, thing


@pytest.fixture
def path(tmp_path: Path, qgis_app: QgsApplication) -> Path:
    made = new_file(tmp_path)
    with writing(made, "Anna") as db:
        todays = thing("nod", "nod", "Dagens", point((450000.0, 6590000.0)), bild_id=TODAY, niva="regional")
        db.add_objects([*karlstad(), todays])
    return made


def new_dock() -> Any:
    from strukturbild_plugin.gui.dock.dock_widget import StrukturbildDock

    window = QMainWindow()
    dock = StrukturbildDock(FakeIface(window))
    dock.held = window
    return dock


def settled(dock: Any) -> bool:
    return dock.pictures.shown is not None and not dock.session.runner.busy


@pytest.fixture
def dock(qgis_app: QgsApplication, path: Path):
    QgsSettings().remove("strukturbild")
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "sv")
    QgsProject.instance().clear()
    made = new_dock()
    made.session.open(path)
    wait(lambda: settled(made) and made.steps.tree.topLevelItemCount() > 0)
    yield made
    if made.session.opened is not None:
        made.session.close()
    made.close_down()
    wait(lambda: not made.session.runner.busy)
    QgsProject.instance().clear()
    sip.delete(made.held)
    QgsSettings().remove("locale/userLocale")
    QgsSettings().remove("locale/overrideFlag")


def root_filter(dock: Any) -> str:
    return str(dock.session.opened.layer("nod").renderer().rootRule().filterExpression())


def legend(dock: Any) -> list[str]:
    layer = dock.session.opened.layer("nod")
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    return [row.data(0) for row in layer.legend().createLayerTreeModelLegendNodes(node)]


def rename(dock: Any, name: str) -> None:
    layer = dock.session.opened.layer("nod")
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("namn"), name)


def test_a_picture_is_chosen_in_the_dock_or_among_the_themes_and_kept(dock: Any, path: Path) -> None:
    bar = dock.picture_bar
    assert [bar.choice.itemText(row) for row in range(bar.choice.count())] == ["Målbild", "Nuläge", "Alla bilder"]
    assert TARGET in root_filter(dock) and dock.tools.picture == TARGET
    rename(dock, "Osparat")
    bar.choice.setCurrentIndex(1)
    bar.choice.activated.emit(1)
    assert TODAY in root_filter(dock) and dock.tools.picture == TODAY
    assert dock.session.opened.unsaved() and legend(dock) == ["Regional nod"]
    project = QgsProject.instance()
    root = project.layerTreeRoot()
    project.mapThemeCollection().applyTheme("Målbild", root, QgsLayerTreeModel(root))
    wait(lambda: dock.tools.picture == TARGET)
    assert bar.choice.currentText() == "Målbild" and TARGET in root_filter(dock)
    assert "Storregional nod" in legend(dock)
    dock.pictures.show("")
    assert dock.tools.picture == TARGET and bar.choice.currentText() == "Alla bilder"
    dock.pictures.show(TODAY)
    assert dock.session.save()
    wait(lambda: not dock.session.runner.busy)
    dock.session.close()
    assert not bar.isVisibleTo(dock.pages.widget(1)) and dock.pictures.shown is None
    dock.session.open(path)
    wait(lambda: settled(dock))
    assert bar.choice.currentText() == "Nuläge" and TODAY in root_filter(dock)


def test_another_picture_beside_the_map_moves_along(dock: Any) -> None:
    dock.picture_bar.compare.click()
    (name, canvas), main = next(iter(dock._iface.canvases.items())), dock._iface.mapCanvas()
    assert name == "Bredvid: Nuläge" and canvas.expressionContextScope().variable(VIEW) == TODAY
    for one in (main, canvas):
        one.resize(400, 300)
    dock.session.zoom_to_area()
    assert canvas.center().distance(main.center()) < 1 and canvas.mapUnitsPerPixel() == pytest.approx(
        main.mapUnitsPerPixel(), rel=0.01
    )
    canvas.setCenter(QgsPointXY(440000.0, 6600000.0))
    assert main.center().distance(canvas.center()) < 1
    dock.session.close()
    assert dock._iface.canvases == {}


def test_symbols_are_switched_undone_saved_and_written_into_the_file(dock: Any, path: Path) -> None:
    nodes = dock.session.opened.layer("nod")

    def colours() -> str:
        return str(nodes.renderer().dump())

    def styles_in_file() -> str:
        with sqlite3.connect(path) as db:
            return str(db.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'nod'").fetchone()[0])

    rename(dock, "Osparat")
    before, in_file = colours(), styles_in_file()
    assert dock.styles.choose("workshop")
    switched = colours()
    assert switched != before and TARGET in root_filter(dock) and nodes.isModified()
    assert dock.session.snapshot.head.symboluppsattning == "workshop"
    assert sorted(nodes.styleManager().styles()) == ["Alla bilder", "Målbild", "Nuläge"]
    dock.pictures.show(TODAY)
    dock.pictures.show(TARGET)
    assert colours() == switched, "en annan bild har samma symboler"
    dock.tools.undo()
    assert colours() == before and dock.styles.shown == "tryck" and nodes.isModified()
    dock.tools.redo()
    assert colours() == switched
    assert styles_in_file() == in_file, "inget i filen ändras förrän det sparas"
    assert dock.session.save()
    wait(lambda: not dock.session.runner.busy and styles_in_file() != in_file)
    with reading(path) as db:
        assert db.head().symboluppsattning == "workshop"
        assert "Osparat" in {one.namn for one in db.objects()}
    dock.session.close()
    dock.session.open(path)
    wait(lambda: settled(dock))
    assert dock.styles.shown == "workshop"


def test_an_object_of_another_picture_is_shown_in_its_own(dock: Any) -> None:
    dock.pictures.show(TARGET)
    todays = next(one for one in dock.tools.edit_session.objects.all() if one.bild_id == TODAY)
    dock.steps.objects_wanted.emit((todays.objekt_id,))
    assert dock.pictures.shown.bild_id == TODAY
    dock.pictures.show("")
    dock.steps.objects_wanted.emit((todays.objekt_id,))
    assert dock.pictures.shown.bild_id == "", "alla bilder visar det redan"


def test_the_steps_of_drawing_count_the_picture_that_the_palette_counts_and_say_its_name(dock: Any) -> None:
    def nodes() -> str:
        lines = (dock.steps.tree.topLevelItem(row).text(0) for row in range(dock.steps.tree.topLevelItemCount()))
        return next(line for line in lines if "Noder" in line).partition("\n")[2]

    dock.pictures.show(TARGET)
    wait(lambda: nodes() == "Målbild · 1 nod saknar text")
    dock.pictures.show(TODAY)
    wait(lambda: nodes().startswith("Nuläge · 1 nod "))
    dock.steps.go("noder")
    assert "Nuläge · " in dock.steps.state.text() and dock.drawing.tiles["nod", "punkt"].text().endswith("(1)")
    dock.pictures.show("")
    assert dock.tools.picture == TODAY and nodes().startswith("Nuläge"), "i den ritar man, fast alla visas"
