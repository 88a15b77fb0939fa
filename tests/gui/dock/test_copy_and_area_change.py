"""What can be changed afterwards, in the dock: the län, a copy under another name, back to what was saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QLabel, QRadioButton

from strukturbild_plugin.gui.dock import copy_actions as copy_work
from strukturbild_plugin.gui.dock.copy_dialog import CopyDialog
from strukturbild_plugin.gui.session.open_document import BASE_PROPERTY
from strukturbild_plugin.gui.steps.area_change import change_area
from strukturbild_plugin.gui.steps.area_dialog import AreaDialog
from strukturbild_plugin.store.create import area_change
from strukturbild_plugin.store.create.copy import REVISION, SAME
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.gui.dock_helpers import form, wait, written


def base_map() -> dict[str, Any]:
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    group = next(one for one in groups if one.customProperty(BASE_PROPERTY))
    return {node.layer().name(): node.layer() for node in group.findLayers()}


def rename(dock: Any, name: str) -> str:
    known = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "nod")
    dock.tools.change(known.objekt_id, {"namn": name})
    return known.objekt_id


def codes(layer: Any, column: str) -> set[str]:
    return {str(feature[column]) for feature in layer.getFeatures()}


def tick(dialog: AreaDialog, *codes: str) -> None:
    entries = [(region.kod, region.namn, "") for region in dialog._regions]
    dialog.regions.fill(entries, codes)


def test_lan_are_changed_with_all_that_shows_them_and_taken_back_beside_what_is_drawn(dock: Any) -> None:
    step = form(dock, "omrade")
    assert step.where.text() == "Värmlands län, Örebro län" and step.area.isEnabled()
    drawn = rename(dock, "Nyritat")
    wait(lambda: not dock.session.opened.unsaved())
    dialog = AreaDialog(step._snapshot)
    assert not dialog.change.isEnabled() and dialog.request().lan == ("17", "18")
    tick(dialog)
    assert not dialog.change.isEnabled() and dialog.follows.text() == "Välj minst ett område."
    tick(dialog, "17", "19")
    assert dialog.change.isEnabled() and dialog.request().goals
    assert "Värmlands län och Västmanlands län" in dialog.follows.text()
    assert "Objekt som hamnar utanför:" in dialog.follows.text()
    assert "Målen ligger kvar: " in dialog.follows.text(), "målen för länet som tas bort"
    municipalities = base_map()["Kommuner"]
    ids = {layer.id() for layer in base_map().values()}
    change_area(dock.head_edits, step._snapshot, dialog.request())
    now = written(dock)
    assert now.head.lan == ("17", "19") and drawn in {one.objekt_id for one in now.objects}
    wait(lambda: step.where.text() == "Värmlands län, Västmanlands län")
    assert dock.tools.lan == ("17", "19"), "ortsökningen letar först där"
    assert {layer.id() for layer in base_map().values()} == ids, "samma lager, så att kartteman och ordning står kvar"
    assert codes(municipalities, "lan_kod") == {"17", "19"}
    border = dock.session.opened.layer("avgransning")
    assert codes(border, "kod") == {"17", "19"} and border.featureCount() == 2
    assert border.extent().xMaximum() > 600000, "området slutar längre österut"
    assert "Västmanlands län" in dock.header.about.text()
    wait(lambda: any(one.regel == "G03" and "helt utanför" in one.mening for one in dock._findings))
    wait(lambda: not dock.session.runner.busy)
    dock.head_edits.go_back()
    wait(lambda: written(dock).head.lan == ("17", "18"))
    wait(lambda: codes(municipalities, "lan_kod") == {"17", "18"} and step.where.text() == "Värmlands län, Örebro län")
    assert "Nyritat" in {one.namn for one in written(dock).objects}


def test_a_project_from_before_the_lan_were_changed_gets_the_right_base_map(dock: Any, tmp_path: Path) -> None:
    path, project = dock.session.opened.path, str(tmp_path / "projekt.qgz")
    wait(lambda: not dock.session.runner.busy)
    assert QgsProject.instance().write(project)
    QgsProject.instance().clear()
    with writing(path) as db:
        area_change.change_area(db, ["17"])
    assert QgsProject.instance().read(project)
    wait(lambda: dock.session.snapshot is not None and not dock.session.runner.busy)
    assert dock.session.opened.path == path and codes(base_map()["Kommuner"], "lan_kod") == {"17"}


def test_a_base_map_from_before_gets_the_areas_abroad_where_they_belong(dock: Any) -> None:
    step = form(dock, "omrade")
    for name, layer in base_map().items():
        if "grannländernas regioner" in name or "områden i grannländerna" in name:
            QgsProject.instance().removeMapLayer(layer.id())
    assert "Valda områden i grannländerna" not in base_map()
    dialog = AreaDialog(step._snapshot)
    tick(dialog, "17", "NO-34")
    assert "För Innlandet finns inga mål i biblioteket" in dialog.follows.text()
    change_area(dock.head_edits, step._snapshot, dialog.request())
    wait(lambda: step.where.text() == "Värmlands län, Innlandet (Norge)")
    wait(lambda: "Valda områden i grannländerna" in base_map())
    assert codes(base_map()["Valda områden i grannländerna"], "kod") == {"NO-34"}
    order = list(base_map())
    assert order.index("Valda områden i grannländerna, kant") < order.index("Sjöar")
    assert order.index("Valda områden i grannländerna") < order.index("Grannländer")
    goals = form(dock, "mal")
    wait(lambda: "Innlandet (Norge)" in goals.abroad.text() and not goals.abroad.isHidden())


def test_the_title_is_found_where_one_looks_for_a_new_name(dock: Any) -> None:
    next(each for each in dock.menu_button.menu().actions() if each.objectName().endswith("byt_namn")).trigger()
    assert dock.steps.current == "syfte" and not dock.steps._forms["syfte"].isHidden()
    assert dock.steps._forms["syfte"].fields["titel"].hasSelectedText()


def test_a_revision_is_suggested_made_and_opened(dock: Any, tmp_path: Path) -> None:
    source = dock.session.opened.path
    dialog = CopyDialog(dock.session.opened.head.titel, source)
    assert dialog.kind() == REVISION and dialog.path().parent == source.parent and "revidering" in dialog.path().name
    dialog.same.setChecked(True)
    assert (dialog.kind(), dialog.titel(), dialog.path().name) == (SAME, "", "exempel-2.gpkg")
    dialog.revision.setChecked(True)
    dialog.title.setText("Nobelbanan 2030")
    dialog.title.textEdited.emit("Nobelbanan 2030")
    path = dialog.path()
    copy_work.make_copy(dock, path, dialog.kind(), dialog.titel(), open_it=True)
    wait(lambda: dock.session.opened.path == path and not dock.session.runner.busy)
    assert dock.header.title.text() == "Nobelbanan 2030"
    wait(lambda: dock.session.snapshot is not None and dock.steps.tree.topLevelItemCount() > 0)
    purpose = form(dock, "syfte")
    wait(lambda: purpose.origin.text().startswith("Revidering av ”"))
    assert read_snapshot(source).origin is None
    copy_work.make_copy(dock, tmp_path / "bord 1.gpkg", SAME, "", open_it=False)
    wait(lambda: not dock.session.runner.busy)
    assert dock.session.opened.path == path and read_snapshot(tmp_path / "bord 1.gpkg") == read_snapshot(path)


def test_a_groups_copy_stays_the_groups_when_it_is_saved_elsewhere(dock: Any) -> None:
    dialog = CopyDialog(dock.session.opened.head.titel, dock.session.opened.path, group="Bord 2")
    assert dialog.kind() == SAME and dialog.titel() == ""
    assert dialog.findChildren(QRadioButton)[0] is dialog.same, "det som väljs först står först"
    told = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "inte längre är Bord 2s kopia" in told and "fortfarande Bord 2s kopia" in told


def test_the_window_is_called_as_the_strukturbild_that_is_open(dock: Any, tmp_path: Path) -> None:
    project, first = QgsProject.instance(), dock.session.opened.head.titel
    assert project.title() == first
    path = tmp_path / "revidering.gpkg"
    copy_work.make_copy(dock, path, REVISION, "Nobelbanan 2030", open_it=True)
    wait(lambda: dock.session.opened.path == path and not dock.session.runner.busy)
    assert project.title() == "Nobelbanan 2030"
    project.setTitle("Mitt eget projekt")
    dock.session.close()
    assert project.title() == "Mitt eget projekt"
