"""Runs inside a real QGIS (`qgis --code`): through every step and page, a picture of each, in the language $WAY.

The names are those of tools/docs/picture_list.py; `make pictures` starts it.
"""

from __future__ import annotations

import math
import os
import shutil
import sys
from pathlib import Path

sys.path.append(os.environ["TREE"])

from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTreeView
from qgis.utils import iface

from strukturbild_plugin.gui.dock.file_menu import import_objects
from strukturbild_plugin.gui.importing.import_dialog import ImportDialog
from strukturbild_plugin.gui.templates.template_export import save_as_template
from tests.gui.driving.driver import (
    WORK,
    drawn,
    map_click,
    map_drag,
    on_canvas,
    opened,
    popup_after,
    prepare,
    settled,
    start,
    tree_lines,
)
from tests.gui.driving.place import Place
from tests.gui.driving.windows import dialog, options
from tests.gui.guide_pictures.camera import HEIGHT, TALL, WIDTH, Camera, small_window, zoom_to
from tests.gui.guide_pictures.drive_pictures_area_change import afterwards
from tests.gui.guide_pictures.drive_pictures_recovery import not_saved

SWEDISH = os.environ["WAY"] == "sv"
REGION = "Region Exempel" if SWEDISH else "Region Example"
FILE = WORK / ("Värmland och Örebro.gpkg" if SWEDISH else "Varmland and Orebro.gpkg")
TOWNS = ("Karlstad", "Kristinehamn", "Örebro")
IN_FILE = """Namn;Nivå;N;E
Hällefors;Lokal;6627600;470300
Nora;Lokal;6598000;500000
Askersund;Lokal;6527000;496000
Malmö;Regional;6163000;374000
"""
COMMON = ("Torsby", "Sunne", "Hagfors", "Munkfors")


def beginning(drive, camera):
    """An empty QGIS, the new dialog, what it makes."""
    plugin = prepare()
    small_window()
    toolbar = iface.mainWindow().findChild(object, "strukturbild_verktyg")
    dock = plugin.dock()
    if not dock.isVisible():
        drive.click(toolbar.widgetForAction(toolbar.actions()[0]))
    yield dock.isVisible
    small_window(dock)
    yield settled(0.3)
    camera.window("borja")
    drive.click(dock.start_page.new_button)
    yield lambda: dialog("strukturbild_ny_dialog")
    new = dialog("strukturbild_ny_dialog")
    yield settled(0.3)
    for row in range(new.regions.list.count()):
        item = new.regions.list.item(row)
        if item.text().startswith(("Värmland", "Örebro")):
            item.setCheckState(Qt.CheckState.Checked)
            new.regions.list.scrollToItem(item)
    drive.type(new.organisation, REGION)
    drive.type(new.place, str(FILE))
    yield settled(0.3)
    camera.panel("ny", new)
    drive.click(new.create_button)
    yield opened(dock)
    iface.messageBar().clearWidgets()
    yield drawn()
    camera.window("oppnad")
    small_window(dock, TALL)
    yield drawn()
    camera.panel("steg", dock)


def nodes_and_lines(drive, camera, place):
    """Three nodes, a stråk and a samband."""
    yield from place.tile("noder", "nod", "punkt")
    search = place.palette.form.search
    for number, name in enumerate(TOWNS[:2], 1):
        drive.type(search.line, name)
        QTest.keyClick(search.line, Qt.Key.Key_Return)
        yield lambda number=number: len(place.objects("nod")) == number
    search.line.insert(TOWNS[2])
    yield settled(0.3)
    camera.panel("palett", place.dock)
    small_window(place.dock)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    yield lambda: len(place.objects("nod")) == 3
    zoom_to([place.spot(name) for name in TOWNS])
    yield from place.tile("strak", "strak", "linje")
    yield drawn()
    map_click(*place.spot("Karlstad"))
    map_click(*place.spot("Kristinehamn"))
    x, y = place.spot("Örebro")
    QTest.mouseMove(place.canvas.viewport(), on_canvas(x - 14000, y + 9000))
    yield settled(0.3)
    camera.window("strak")
    map_click(x, y)
    place.key(Qt.Key.Key_Return)
    yield lambda: len(place.objects("strak")) == 1
    yield place.palette.form.name.isVisible
    yield settled(0.3)
    place.dock.steps.scroll.ensureWidgetVisible(place.palette.form.text)
    yield settled(0.3)
    camera.panel("nyss_ritat", place.dock)
    yield from place.tile("strak", "samband", "linje")
    map_click(*place.spot("Kristinehamn"))
    map_click(*place.spot("Örebro"))
    yield lambda: len(place.objects("samband")) == 1
    place.key(Qt.Key.Key_Escape)


def areas(drive, camera, place):
    """Freehand, with the mouse still down; then what can be done with a stråk that is chosen."""
    yield from place.tile("gron_bla", "gron_kil", "yta")
    place.way("frihand")
    x, y = place.spot("Kristinehamn")
    turns = [2 * math.pi * number / 24 for number in range(24)]
    wide = [20000 + 3500 * math.sin(3 * turn) for turn in turns]
    ring = [(x - 4000 + r * math.cos(t), y + 29000 + 0.6 * r * math.sin(t)) for r, t in zip(wide, turns)]
    map_drag(*ring, ring[0])
    yield lambda: len(place.objects("gron_bla_yta")) == 1
    yield drawn()
    camera.window("frihand")
    strak = place.objects("strak")[0]
    place.dock.steps.go("strak")
    place.choose(*place.middle(strak))
    yield lambda: place.tools.selection.ids == (strak.objekt_id,) and "dela" in place.tools.overlay.buttons
    place.dock.tabs.setCurrentIndex(0)
    yield drawn()
    camera.window("valt")
    place.hand()


def calm(drive, camera, place):
    """Schematise kommuner of a layer of one's own."""
    source = Path(os.environ["TREE"]) / "resources" / "basdata.gpkg"
    file = shutil.copy(source, WORK / "underlag.gpkg")
    layer = QgsVectorLayer(f"{file}|layername=kommuner", "Kommuner" if SWEDISH else "Municipalities", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    QgsProject.instance().layerTreeRoot().addLayer(layer)
    layer.selectByExpression(f"namn in {COMMON}")
    place.dock.steps.go("bygder")
    before = iface.mapCanvas().extent()
    iface.mapCanvas().setExtent(layer.boundingBoxOfSelected().buffered(45000))
    yield place.palette.calm.isVisible
    drive.click(place.palette.calm)
    yield lambda: dialog("strukturbild_schematisera")
    made = dialog("strukturbild_schematisera")
    made.layer.setLayer(layer)
    made.bends.slider.setValue(made.bends.slider.maximum())
    made.name.setText("Norra Värmland")
    yield settled(0.3)
    yield made.keep.isEnabled
    yield drawn()
    window = iface.mainWindow().geometry()
    made.move(window.right() - made.width() - 12, made.y())
    yield settled(0.3)
    camera.window("schematisera")
    made.keep.click()
    yield lambda: dialog("strukturbild_schematisera") is None
    QgsProject.instance().removeMapLayer(layer.id())
    iface.mapCanvas().setExtent(before)
    place.hand()


def checking(camera, place):
    """What is wrong, how it is mended, and what is left then."""
    edit_session, samband = place.tools.edit_session, place.objects("samband")[0]
    line = edit_session.feature(samband.objekt_id).geometry().asMultiPolyline()[0]
    line[-1] = QgsPointXY(line[-1].x() - 1_800, line[-1].y())
    layer = edit_session.layer("samband")
    layer.beginEditCommand("Ändra")
    layer.changeGeometry(samband.fid, QgsGeometry.fromMultiPolylineXY([line]))
    layer.endEditCommand()
    page = place.dock.check_page
    small_window(place.dock, TALL)
    place.dock.tabs.setCurrentWidget(page)
    yield lambda: any(one.regel == "N02" for one in page.findings)
    yield settled(0.3)
    for item in tree_lines(page.tree)[:2]:
        item.setExpanded(True)
    camera.panel("granska", place.dock)
    page.safe_button.click()
    yield lambda: not any(one.regel == "N02" for one in page.findings)
    yield settled(0.6)
    camera.panel("granska_rattat", place.dock)
    place.dock.session.save()
    yield lambda: not place.dock.session.opened.unsaved() and not place.dock.session.runner.busy


def every_step(drive, camera, dock):
    """The worked example: the window, the contents, each step."""
    small_window(dock)
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock, os.environ["EXAMPLE"])
    iface.messageBar().clearWidgets()
    dock.pictures.show(dock.pictures.views[0].bild_id)
    dock.tabs.setCurrentIndex(0)
    dock.steps.go("")
    dock.session.zoom_to_area()
    yield drawn()
    camera.window("exempel")
    small_window(dock, TALL)
    yield drawn()
    dock.tabs.setCurrentWidget(dock.overview)
    dock.overview.tree.topLevelItem(0).setExpanded(True)
    yield settled(0.3)
    camera.panel("innehall", dock)
    dock.tabs.setCurrentIndex(0)
    for step in dock.steps._live.chain.steps:
        dock.steps.go(step.kod)
        yield settled(0.3)
        camera.panel(f"steg_{step.kod}", dock)


def an_object(drive, camera, dock):
    """Facts, goals and anchoring of a node."""
    node = next(one for one in dock.tools.edit_session.objects.all() if one.namn == "Karlstad")
    dock.step_actions.show_object(node.objekt_id)
    page = dock.object_page
    yield settled(0.3)
    camera.panel("objekt", dock)
    page.tabs.setCurrentIndex(1)
    yield settled(0.3)
    goals = page.goals.tree
    if goals.topLevelItemCount():
        goals.setCurrentItem(goals.topLevelItem(0))
    yield settled(0.3)
    camera.panel("objekt_mal", dock)
    page.tabs.setCurrentIndex(2)
    form = page.anchoring
    form.actor.setFocus()
    form.actor.insert("Karlstads kommun" if SWEDISH else "Karlstad municipality")
    form.level.setCurrentIndex(form.level.findData(5))
    form.level.activated.emit(form.level.currentIndex())
    drive.click(form.add)
    yield lambda: form.count() == 1 and not dock.session.runner.busy and not dock.head_edits.busy
    yield settled(0.3)
    camera.panel("objekt_forankring", dock)


def around(drive, camera, dock):
    """Two pictures side by side, the menu, the search, the settings, a template."""
    small_window(dock)
    dock.tabs.setCurrentIndex(0)
    dock.steps.go("")
    dock.session.zoom_to_area()
    drive.click(dock.picture_bar.compare)
    yield lambda: dock.pictures.beside.canvas is not None
    yield drawn()
    yield lambda: not dock.pictures.beside.canvas.isDrawing()
    camera.window("bredvid")
    dock.pictures.beside.close()
    yield settled(0.3)
    menu = dock.menu_button.menu()
    yield from popup_after(lambda: menu.popup(dock.menu_button.mapToGlobal(dock.menu_button.rect().bottomLeft())))
    camera.panel("arkiv", menu)
    menu.close()
    yield from searching(camera)
    QTimer.singleShot(0, dock.show_options)
    yield lambda: options() is not None
    window = options()
    yield settled(0.3)
    camera.panel("installningar", window.findChild(QgsOptionsPageWidget, "strukturbild_installningar"))
    window.reject()
    yield lambda: options() is None
    QTimer.singleShot(0, lambda: save_as_template(dock))
    yield lambda: dialog("strukturbild_spara_mall_dialog")
    template = dialog("strukturbild_spara_mall_dialog")
    template.organisation.setText(REGION)
    yield settled(0.3)
    camera.panel("mall", template)
    template.tabs.setCurrentIndex(1)
    yield settled(0.3)
    camera.panel("mall_steg", template)
    template.reject()
    yield lambda: not dialog("strukturbild_spara_mall_dialog")


def from_a_file(drive, camera, dock):
    """What comes out of a file, before it does."""
    file = WORK / "orter.csv"
    file.write_text(IN_FILE, encoding="utf-8")
    import_objects(dock, file)
    window = dock.files.window.findChild(ImportDialog)
    yield lambda: window.plan is not None
    yield settled(0.3)
    camera.panel("hamta", window)
    window.reject()
    yield settled(0.3)


def searching(camera):
    """Ctrl+K, at the foot of the window: what it finds stands above the line."""
    lines = iface.mainWindow().statusBar().findChildren(QLineEdit)
    box = next(one for one in lines if "Ctrl+K" in one.placeholderText())
    box.setFocus()
    QTest.keyClicks(box, "bild karl")
    yield lambda: any(rows_shown(tree) > 2 for tree in iface.mainWindow().findChildren(QTreeView))
    yield settled(0.6)
    foot = iface.mainWindow().geometry().bottom() + 1
    camera.part("sok", (0, foot - 400), (760, 400))
    box.clear()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    iface.mapCanvas().setFocus()
    yield settled(0.3)


def giving_out(drive, camera, dock):
    """The edition: what is asked, what came, the list of editions, the sheet in QGIS's designer."""
    QTimer.singleShot(0, dock.export)
    yield lambda: dialog("strukturbild_utgava_dialog")
    asked = dialog("strukturbild_utgava_dialog")
    drive.type(asked.author_line, REGION)
    folder = WORK / ("utgåva 1" if SWEDISH else "edition 1")
    asked.folder_line.setText(str(folder))
    yield settled(0.3)
    camera.panel("utgava", asked)
    drive.click(asked.more)
    yield settled(0.3)
    camera.panel("utgava_val", asked)
    drive.click(asked.more)
    yield settled(0.3)
    drive.click(asked.start)
    yield lambda: asked.open_folder.isVisible() or asked.trouble.isVisible()
    drive.click(asked.verify)
    yield asked.trouble.isVisible
    yield settled(0.3)
    camera.panel("klar", asked)
    drive.click(asked.close_button)
    yield lambda: not dialog("strukturbild_utgava_dialog") and not dock.session.runner.busy
    yield drawn()
    small_window(dock, TALL)
    yield drawn()
    camera.panel("utgavor", dock)
    shutil.copy(sorted(folder.rglob("*.png"))[0], os.environ["SHOTS"] + "/karta.png")
    QTimer.singleShot(0, dock.export)
    yield lambda: dialog("strukturbild_utgava_dialog")
    drive.click(dialog("strukturbild_utgava_dialog").designer)
    yield iface.openLayoutDesigners
    window = iface.openLayoutDesigners()[0].window()
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    yield settled(3)
    camera.panel("layout", window)
    window.close()
    yield lambda: not iface.openLayoutDesigners()


def rows_shown(tree):
    """How many the list of the search has found; 0 for other lists."""
    model = tree.model()
    found = model is not None and model.metaObject().className() == "QgsLocatorProxyModel"
    return model.rowCount() if found else 0


def all_pictures(drive):
    """The whole way."""
    camera = Camera(drive)
    yield from beginning(drive, camera)
    place = Place(drive)
    small_window(place.dock)
    yield from nodes_and_lines(drive, camera, place)
    yield from areas(drive, camera, place)
    yield from calm(drive, camera, place)
    yield from checking(camera, place)
    yield from every_step(drive, camera, place.dock)
    yield from an_object(drive, camera, place.dock)
    yield from around(drive, camera, place.dock)
    yield from from_a_file(drive, camera, place.dock)
    yield from afterwards(drive, camera, place.dock)
    yield from not_saved(drive, camera, place.dock)
    yield from giving_out(drive, camera, place.dock)


start(all_pictures)
