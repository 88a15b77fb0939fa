"""Runs inside a real QGIS (`qgis --code`): a planner's way from the dock to a printed edition, by mouse and keys.

Tells what it saw in the file $TELL (JSON); puts pictures of the screen in $SHOTS. $WAY says which way to go.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.append(os.environ["TREE"])

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

from tests.gui.driving.driver import (
    WORK,
    counts,
    drawn,
    map_click,
    map_drag,
    on_canvas,
    opened,
    prepare,
    seconds,
    settled,
    start,
    tree_lines,
)
from tests.gui.driving.windows import dialog


def tick(drive, ticks, text):
    """Search for a line in a tick list and click it."""
    drive.type(ticks.search, text)
    lines = (ticks.list.item(row) for row in range(ticks.list.count()))
    item = next(one for one in lines if not one.isHidden() and one.flags() & Qt.ItemFlag.ItemIsUserCheckable)
    drive.click_line(ticks.list, item)
    yield lambda: item.checkState() == Qt.CheckState.Checked


def tree_groups():
    """Names of groups and how many layers each holds, as the layer tree shows them."""
    root = QgsProject.instance().layerTreeRoot()
    return {group.name(): len(group.findLayers()) for group in root.findGroups(True)}


def new_strukturbild(drive):
    """From the dock's button through the dialog to an open strukturbild for Värmland and Örebro."""
    plugin = prepare()
    toolbar = iface.mainWindow().findChild(object, "strukturbild_verktyg")
    action = toolbar.actions()[0]
    drive.click(toolbar.widgetForAction(action))
    yield lambda: plugin._dock is not None and plugin._dock.isVisible()
    dock = plugin._dock
    yield settled()
    drive.shot("01_borja")
    drive.click(dock.start_page.new_button)
    yield lambda: dialog("strukturbild_ny_dialog")
    new = dialog("strukturbild_ny_dialog")
    yield settled()
    drive.told["create_before"] = new.create_button.isEnabled()
    yield from tick(drive, new.regions, "rmland")
    yield from tick(drive, new.regions, "rebro")
    drive.type(new.regions.search, "")
    path = WORK / "varmland-orebro.gpkg"
    drive.type(new.organisation, "Region Exempel")
    drive.type(new.place, str(path))
    yield settled()
    drive.told["title"] = new.title.text()
    drive.told["goal_sets"] = list(new.request().malsamlingar)
    drive.told["incomplete"] = [new.goals.list.item(row).text() for row in range(new.goals.list.count())]
    drive.shot("02_ny")
    drive.click(new.create_button)
    yield lambda: dock.session.opened is not None and not dock.session.runner.busy
    yield drawn()
    drive.told["path"] = str(path)
    drive.told["groups"] = tree_groups()
    drive.told["crs"] = QgsProject.instance().crs().authid()
    drive.told["extent"] = iface.mapCanvas().extent().toString(0)
    drive.shot("03_oppnad")


def check_and_export(drive, dock):
    """The check list, a click in it, an edition with progress, and its verdict."""
    drive.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(dock.tabs.indexOf(dock.check_page)).center())
    yield lambda: dock.tabs.currentWidget() is dock.check_page
    drive.click(dock.check_page.check_button)
    yield lambda: dock.check_page.tree.topLevelItemCount() > 0 and not dock.session.runner.busy
    tree = dock.check_page.tree
    drive.told["findings"] = dock.check_page.summary.text()
    for top in (tree.topLevelItem(row) for row in range(tree.topLevelItemCount())):
        for row in range(top.childCount()):
            top.child(row).setExpanded(True)
    said = ((line, line.data(0, Qt.ItemDataRole.UserRole)) for line in tree_lines(tree))
    objects = [line for line, finding in said if finding is not None and finding.objekt_id]
    if objects:
        drive.click_line(tree, objects[0])
        yield drawn()
        layers = [layer for layer in dock.session.opened.layers() if layer.isSpatial()]
        drive.told["selected"] = sum(layer.selectedFeatureCount() for layer in layers)
    yield seconds(2)  # the object flashes first
    yield settled()
    drive.shot("05_granska")
    dock.session.zoom_to_area()
    drive.click(dock.tabs.tabBar(), dock.tabs.tabBar().tabRect(dock.tabs.indexOf(dock.edition_page)).center())
    yield lambda: dock.tabs.currentWidget() is dock.edition_page
    drive.click(dock.edition_page.export_button)
    yield lambda: dialog("strukturbild_utgava_dialog")
    export = dialog("strukturbild_utgava_dialog")
    drive.type(export.folder_line, str(WORK / "utgava"))
    drive.type(export.author_line, "Region Exempel")
    yield settled()
    drive.shot("06_utgava")
    seen = []
    export.bar.valueChanged.connect(seen.append)
    drive.click(export.start)
    yield lambda: export.open_folder.isVisible() or export.trouble.isVisible()
    drive.told["progress"] = sorted(set(seen))
    drive.told["trouble"] = export.trouble.text() if export.trouble.isVisible() else ""
    drive.click(export.verify)
    yield export.trouble.isVisible
    drive.told["verdict"] = export.trouble.text()
    yield settled()
    drive.shot("07_klar")
    drive.click(export.close_button)
    yield lambda: not dialog("strukturbild_utgava_dialog")
    yield lambda: not dock.session.runner.busy
    yield drawn()
    drive.told["editions"] = dock.edition_page.list.topLevelItemCount()
    drive.shot("08_utgavor")


def main_job(drive):
    """A new strukturbild is drawn in; then the example, checked and given out; then around it."""
    yield from new_strukturbild(drive)
    dock = plugins["strukturbild_plugin"]._dock
    yield from draw_all(drive, dock)
    yield from undo_and_redo(drive, dock)
    yield from save_and_reopen(drive, dock)
    yield from open_example(drive, dock)
    yield from check_and_export(drive, dock)
    dock.session.close()
    yield lambda: dock.session.opened is None and dock.tools.edit_session is None
    yield settled()
    yield from example_cancelled_and_project(drive, dock)
    drive.told["reloaded"] = reload_plugin()


def open_example(drive, dock):
    """The worked example in the window."""
    path = Path(os.environ["EXAMPLE"])
    drive.told["example"] = str(path)
    dock.open(str(path))
    yield opened(dock, path)
    dock.tabs.setCurrentIndex(0)
    yield drawn()
    drive.told["example_groups"] = tree_groups()
    shown = [node for node in QgsProject.instance().layerTreeRoot().findLayers() if node.name() in ("Noder", "Stråk")]
    for node in shown:
        node.setExpanded(True)
    legend = iface.layerTreeView().layerTreeModel().layerLegendNodes
    drive.told["legend"] = [str(row.data(Qt.ItemDataRole.DisplayRole)) for node in shown for row in legend(node)]
    yield settled()
    drive.shot("04_exempel")


def reload_plugin():
    """Switch the plugin off and on twice, as the plugin manager does; what is left of toolbars and menus."""
    from qgis import utils

    for _ in range(2):
        utils.unloadPlugin("strukturbild_plugin")
        utils.loadPlugin("strukturbild_plugin")
        utils.startPlugin("strukturbild_plugin")
    window = iface.mainWindow()
    toolbars = [bar for bar in window.findChildren(object) if bar.objectName() == "strukturbild_verktyg"]
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    toolbars = [bar for bar in window.findChildren(object) if bar.objectName() == "strukturbild_verktyg"]
    menus = [menu for menu in window.menuBar().actions() if menu.text().replace("&", "") == "Strukturbild"]
    providers = [p.id() for p in QgsApplication.processingRegistry().providers() if p.id() == "strukturbild"]
    return {"toolbars": len(toolbars), "menus": len(menus), "providers": len(providers)}


def draw_all(drive, dock):
    """Nodes, a stråk, a moved node, a green area and a goal."""
    yield lambda: dock.steps.tree.topLevelItemCount() == 10 and not dock.session.runner.busy
    yield settled()
    drive.shot("10_steg")
    palette, form = dock.drawing, dock.drawing.form
    tree = dock.steps.tree
    item = next(i for i in (tree.topLevelItem(n) for n in range(10)) if i.data(0, Qt.ItemDataRole.UserRole) == "noder")
    drive.click_line(tree, item)
    yield lambda: palette.isVisible() and ("nod", "punkt") in palette.tiles
    drive.click(palette.tiles["nod", "punkt"])
    yield lambda: dock.tools.draw_mode is not None
    for number, name in enumerate(("Karlstad", "Kristinehamn"), 1):
        yield settled()
        form.place.setFocus()
        QTest.keyClicks(form.place, name)
        QTest.keyClick(form.place, Qt.Key.Key_Return)
        yield lambda number=number: counts(dock).get("nod") == number
    map_click(*OREBRO)
    yield form.name.isVisible
    drive.type(form.name, "Örebro")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    yield drawn()
    drive.shot("11_noder")
    drive.told["nodes"] = sorted(one.namn for one in dock.tools.edit_session.objects.all() if one.lager == "nod")
    yield lambda: not dock.session.runner.busy
    drive.told["step_words"] = dock.steps.state.text()
    dock.steps.go("strak")
    yield lambda: ("strak", "linje") in palette.tiles
    drive.click(palette.tiles["strak", "linje"])
    yield lambda: dock.tools.draw_mode is not None
    spots = {one.namn: one.places[0] for one in dock.tools.edit_session.objects.all() if one.lager == "nod"}
    map_click(*spots["Karlstad"])
    map_click(*spots["Kristinehamn"])
    QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(*spots["Örebro"]))
    yield settled()
    drive.shot("12_strak")
    map_click(*spots["Örebro"])
    map_click(*spots["Örebro"], button=Qt.MouseButton.RightButton)
    yield lambda: counts(dock).get("strak") == 1
    strak = next(one for one in dock.tools.edit_session.objects.all() if one.lager == "strak")
    drive.told["strak"] = [strak.namn, len(strak.noder)]
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    yield lambda: dock.tools.draw_mode is None
    drive.click(palette.hand)
    yield dock.tools.in_select_mode
    box = dock.tools.edit_session.feature(strak.objekt_id).geometry().boundingBox()
    x, y = spots["Kristinehamn"]
    map_drag((x, y), (x, y - 9000), (x, y - 30000))
    yield drawn()
    drive.told["followed"] = dock.tools.edit_session.feature(strak.objekt_id).geometry().boundingBox() != box
    dock.steps.go("gron_bla")
    yield lambda: ("gron_kil", "yta") in palette.tiles
    drive.click(palette.tiles["gron_kil", "yta"])
    yield lambda: dock.tools.draw_mode is not None
    form.way.setCurrentIndex(form.way.findData("frihand"))
    form.way.activated.emit(form.way.currentIndex())
    ring = [(x - 20000, y + 30000), (x + 10000, y + 45000), (x + 30000, y + 30000), (x, y + 15000)]
    map_drag(*ring, ring[0])
    yield lambda: counts(dock).get("gron_bla_yta") == 1
    yield drawn()
    drive.shot("13_gron")
    map_click(*spots["Karlstad"], button=Qt.MouseButton.RightButton)
    dock.steps.go("koppla_mal")
    drive.click(dock.steps.action)
    page = dock.object_page
    yield page.goals.isVisible
    yield lambda: page.goals.all.tree.topLevelItemCount() > 0
    goals = page.goals.all.tree
    goals.setCurrentItem(goals.topLevelItem(0).child(1))
    drive.click(page.goals.add)
    yield lambda: page.goals.tree.topLevelItemCount() == 1
    yield settled()
    page.goals.why.setFocus()
    page.goals.why.insertPlainText("Kortare restid ger en större arbetsmarknad")
    QTest.keyClick(page.goals.why, Qt.Key.Key_Tab)
    yield lambda: "Kortare" in page.goals.tree.topLevelItem(0).text(0)
    yield settled()
    drive.shot("14_mal")
    drive.told["tie"] = page.goals.tree.topLevelItem(0).text(0)
    page.tabs.setCurrentIndex(0)
    yield settled()
    drive.shot("16_objekt")
    dock.steps.go("gron_bla")
    dock.tabs.setCurrentIndex(0)


def undo_and_redo(drive, dock):
    """Back to nothing by Ctrl+Z on the map, and forth again."""
    canvas, full = iface.mapCanvas(), counts(dock)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    canvas.setFocus()
    steps = 0
    while dock.tools.edit_session.can_undo() and steps < 20:
        QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        steps += 1
        yield
    drive.told["undone"] = [steps, {code: n for code, n in counts(dock).items() if code in full}]
    while dock.tools.edit_session.can_redo() and steps < 60:
        QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        steps += 1
        yield
    drive.told["redone"] = counts(dock) == full


def save_and_reopen(drive, dock):
    """Saved by itself; the same things are there when it is opened again, and the same step."""
    full = counts(dock)
    drive.told["saved"] = dock.header.saved.text()
    yield lambda: not dock.session.opened.unsaved()
    yield lambda: not dock.session.runner.busy
    path = dock.session.opened.path
    dock.session.close()
    yield lambda: dock.session.opened is None and dock.tools.edit_session is None
    yield settled()
    dock.open(str(path))
    yield opened(dock, path)
    yield drawn()
    drive.told["again"] = counts(dock) == full
    drive.told["step_again"] = dock.steps.current
    drive.shot("15_igen")


def example_cancelled_and_project(drive, dock):
    """The example through its button; an export that is cancelled; a QGIS project saved and read again."""
    drive.click(dock.start_page.example_button)
    yield opened(dock)
    yield drawn()
    drive.told["example_title"] = dock.header.title.text()
    path = dock.session.opened.path
    QTimer.singleShot(0, dock.export)
    yield lambda: dialog("strukturbild_utgava_dialog")
    export = dialog("strukturbild_utgava_dialog")
    drive.type(export.folder_line, str(WORK / "avbruten"))
    drive.type(export.author_line, "Region Exempel")
    export.bar.valueChanged.connect(lambda value: export.cancel_wanted.emit() if value > 0 else None)
    drive.click(export.start)
    yield lambda: export.trouble.isVisible() or export.open_folder.isVisible()
    drive.told["cancelled"] = export.trouble.text()
    drive.told["left"] = sorted(file.name for file in (WORK / "avbruten").glob("*"))
    drive.click(export.close_button)
    yield lambda: not dialog("strukturbild_utgava_dialog") and not dock.session.runner.busy
    file = str(WORK / "projekt.qgz")
    drive.told["written"] = QgsProject.instance().write(file)
    iface.newProject(False)
    yield lambda: dock.session.opened is None
    iface.addProject(file)
    yield opened(dock)
    yield drawn()
    drive.told["same_file"] = dock.session.opened.path == path
    drive.told["objects"] = sum(counts(dock).values())


OREBRO = (513500.0, 6570500.0)
start({"main": main_job, "new": new_strukturbild}[os.environ["WAY"]])
