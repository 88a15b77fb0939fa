"""Runs inside a real QGIS (`qgis --project … --code`): our tools mixed with QGIS's own, layers and files taken away.

Layers are chosen in the layer tree and tiles pressed by mouse; QGIS's own tools are taken by their actions.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

sys.path.append(os.environ["TREE"])

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QFrame, QMessageBox
from qgis.utils import iface, plugins

from strukturbild_plugin.gui.map_tools.draw_mode import DrawMode
from tests.gui.driving.driver import drawn, map_click, opened, settled, start
from tests.gui.driving.leaving import leave
from tests.gui.driving.place import Place

THEIRS = ("mActionPan", "mActionIdentify", "mActionMeasure", "mActionAddFeature", "mActionVertexTool", "mActionZoomIn")
FREE = (455_000.0, 6_585_000.0)
"""Nothing lies here in the example; the map shows 40 km around it."""
STEPS, SEED = 50, 5


def unbroken(drive):
    """The whole way."""
    drive.told["typeface"] = typeface()
    place = Place(drive)
    yield opened(place.dock)
    yield settled()
    place.tools.picture = "en tom bild"
    zoom()
    yield from dead_pen(place)
    yield from mixed(place)
    yield from web_map(place)
    yield from taken_out(place)
    yield from file_renamed(place)
    yield from file_named_anew(place)
    yield from left_with_a_tool(place)
    leave()


def typeface():
    """What labels of the project are set in, and what QGIS has warned of."""
    layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    labelled = [layer.labeling() for layer in layers if layer.labelsEnabled() and layer.labeling() is not None]
    families = {one.settings(key).format().font().family() for one in labelled for key in one.subProviders()}
    return [sorted(families), [words for words in bar() if "Lato" in words]]


def zoom():
    canvas, (x, y), ground = iface.mapCanvas(), FREE, QgsCoordinateReferenceSystem("EPSG:3006")
    change = QgsCoordinateTransform(ground, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.setExtent(change.transformBoundingBox(QgsRectangle(x - 40_000, y - 40_000, x + 40_000, y + 40_000)))
    canvas.refresh()


def choose_layer(place, table):
    """A click on the layer in the tree."""
    view, layer = iface.layerTreeView(), place.dock.session.opened.layer(table)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    index = view.node2index(node)
    view.scrollTo(index)
    box = view.visualRect(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center())


def theirs(name):
    """One of QGIS's own."""
    iface.mainWindow().findChild(QAction, name).trigger()


def nodes(place):
    return len(place.objects("nod"))


def draws(place, shift):
    """Whether a click on the map with the pressed tile gives a node."""
    before = nodes(place)
    map_click(FREE[0] + shift * 1_500, FREE[1] + shift * 1_500)
    return nodes(place) == before + 1


def dead_pen(place):
    """Välj och flytta > layer Noder > vertex tool > layer Avgränsning > tile Nod: it draws; off and on: no crash."""
    told = place.drive.told["dead_pen"] = []
    place.dock.tabs.setCurrentIndex(0)
    place.dock.steps.go("noder")
    yield settled()
    place.drive.click(place.palette.hand)
    yield place.tools.in_select_mode
    choose_layer(place, "nod")
    yield settled()
    theirs("mActionVertexTool")
    told.append(place.palette.hand.isChecked())
    choose_layer(place, "avgransning")
    yield settled()
    told.append([place.palette.hand.isChecked(), place.tools.in_select_mode()])
    tile = place.palette.tiles["nod", "punkt"]
    place.drive.click(tile)
    yield lambda: place.tools.draw_mode is not None
    told.append([tile.isChecked(), place.tools.overlay.isVisible(), draws(place, 1)])
    place.drive.click(tile)
    yield lambda: place.tools.draw_mode is None
    told.append([tile.isChecked(), place.palette.hand.isChecked()])
    place.drive.click(tile)
    yield lambda: place.tools.draw_mode is not None
    told.append(draws(place, 2))
    choose_layer(place, "samband")
    yield settled()
    told.append([tile.isChecked() == (place.tools.draw_mode is not None), draws(place, 3)])
    place.key(Qt.Key.Key_Escape)
    told.append(place.palette.hand.isChecked())
    place.key(Qt.Key.Key_Escape)
    told.append(place.palette.hand.isChecked())
    place.drive.click(place.palette.hand)
    yield settled()
    told.append([place.palette.hand.isChecked(), place.tools.select_tool_active()])


def mixed(place):
    """Anything in any order; after each step what is pressed is what is held, and a pressed tile draws."""
    chance, wrong = random.Random(SEED), []
    tiles = [("nod", "punkt"), ("strak", "linje"), ("gron_kil", "yta"), ("samband", "linje")]

    def tile():
        kod, kind = chance.choice(tiles)
        klass = place.tools.edit_session.catalogue.object_class(kod)
        place.tools.set_draw_mode(DrawMode(klass, kind, klass.lager[kind]))

    def act():
        place.tools.use_select_tool()
        place.tools.choose([place.objects("nod")[0].objekt_id])
        next(one for one in place.tools.actions.all() if one.kod == "flernod_med").do()

    def editing():
        layer = place.dock.session.opened.layer(chance.choice(["avgransning", "mal"]))
        layer.rollBack() if layer.isEditable() else layer.startEditing()

    def pressed_tile():
        place.palette.tiles["nod", "punkt"].click()

    ways = [
        tile, tile, act, editing, pressed_tile, place.tools.use_select_tool, place.tools.undo,
        lambda: place.key(Qt.Key.Key_Escape),
        lambda: theirs(chance.choice(THEIRS)), lambda: theirs(chance.choice(THEIRS)),
        lambda: choose_layer(place, chance.choice(["avgransning", "nod", "strak", "mal", "gron_bla_yta"])),
        lambda: choose_layer(place, chance.choice(["avgransning", "logg", "samband"])),
        lambda: map_click(FREE[0] + chance.uniform(-30_000, 30_000), FREE[1] + chance.uniform(-30_000, 30_000)),
    ]  # fmt: skip
    for number in range(STEPS):
        chance.choice(ways)()
        yield
        for box in [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]:
            box.reject()
        for form in [one for one in QApplication.topLevelWidgets() if one.inherits("QgsAttributeDialog")]:
            form.close()
        tools, canvas = place.tools, iface.mapCanvas()
        tile_on = place.palette.tiles["nod", "punkt"].isChecked()
        draw_mode = tools.draw_mode is not None and tools.draw_mode.klass.kod == "nod"
        held = tools.current_tool is not None and canvas.mapTool() is tools.current_tool
        if tile_on != draw_mode or place.palette.hand.isChecked() != tools.in_select_mode() or canvas.mapTool() is None:
            wrong.append(number)
        if draw_mode and not (held and draws(place, chance.uniform(-20, 20))):
            wrong.append([number, "ritar inte"])
    place.drive.told["mixed"] = wrong


def web_map(place):
    """A background from the web has turned the map to EPSG:3857."""
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    zoom()
    yield drawn()
    place.tools.use_select_tool()
    yield from place.tile("noder", "nod", "punkt")
    before = {one.objekt_id for one in place.tools.edit_session.objects.all()}
    x, y = FREE
    map_click(x - 20_000, y + 25_000)
    map_click(x + 20_000, y + 25_000)
    made = [one for one in place.objects("nod") if one.objekt_id not in before]
    yield from place.tile("strak", "strak", "linje")
    for node in made:
        map_click(*node.places[0])
    place.key(Qt.Key.Key_Return)
    strak = next(one for one in place.objects("strak") if one.objekt_id not in before)
    place.drive.told["web_map"] = [
        sorted(round(one.places[0][0] / 1000) for one in made),
        set(strak.noder) == {one.objekt_id for one in made},
    ]
    yield drawn()
    place.drive.shot("60_webbkarta")
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    zoom()
    yield settled()


def taken_out(place):
    """A layer is removed with QGIS's own command, while a pen for it is held; a tile says why, the button mends it."""
    place.drive.told["saved_first"] = place.dock.session.save()
    yield settled()
    yield from place.tile("noder", "nod", "punkt")
    before, strip = nodes(place), place.dock.findChild(QFrame, "strukturbild_saknas_remsa")
    choose_layer(place, "nod")
    yield settled()
    QTimer.singleShot(0, lambda: theirs("mActionRemoveLayer"))
    yield lambda: not strip.isHidden() or answered()
    yield lambda: not strip.isHidden()
    yield settled()
    place.drive.told["strip"] = [strip.sentence.text(), strip.button.text()]
    tile = place.palette.tiles["nod", "punkt"]
    place.drive.click(tile)
    yield settled()
    place.drive.told["refused"] = [tile.isChecked(), any("borttaget" in words for words in bar())]
    place.drive.shot("61_lager_borttaget")
    place.drive.click(strip.button)
    yield lambda: place.tools.edit_session is not None
    yield settled()
    yield from place.tile("noder", "nod", "punkt")
    place.drive.told["back"] = [strip.isHidden(), nodes(place) == before, draws(place, -4)]
    place.drive.shot("62_tillbaka")


def answered():
    """Press OK in the question that QGIS asks."""
    for box in [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]:
        box.button(QMessageBox.StandardButton.Ok).click()
    return False


def bar():
    """What the message bar says."""
    return [item.text() for item in iface.messageBar().items()]


def file_renamed(place):
    """The file gets another name under the open strukturbild: whatever is tried gives at most a sentence."""
    path = Path(place.dock.session.opened.path)
    for end in ("", "-wal", "-shm"):
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").rename(f"{path}{end}.undan")
    for way in (place.tools.use_select_tool, place.dock.session.read, place.dock.session.save, place.dock.tools.undo):
        way()
        yield settled()
    for end in ("", "-wal", "-shm"):
        if Path(f"{path}{end}.undan").exists():
            Path(f"{path}{end}.undan").replace(f"{path}{end}")
    place.drive.told["file_renamed"] = [words for words in bar() if "Traceback" in words]


def file_named_anew(place):
    """The file is renamed with something unsaved in it; the strip opens it under its new name, and one draws on."""
    path = Path(place.dock.session.opened.path)
    strip = place.dock.findChild(QFrame, "strukturbild_saknas_remsa")
    yield strip.isHidden
    yield from place.tile("noder", "nod", "punkt")
    before = nodes(place)
    drew = draws(place, 6)
    new = path.rename(path.with_name("Målbild i oktober.gpkg"))
    yield lambda: not strip.isHidden()
    yield settled()
    tile = place.palette.tiles["nod", "punkt"]
    map_click(FREE[0] + 10_000, FREE[1])
    told = place.drive.told["named_anew"] = [strip.sentence.text(), strip.button.text(), drew, nodes(place) - before]
    place.drive.shot("63_nytt_namn")
    place.drive.click(strip.button)
    yield opened(place.dock, new)
    yield lambda: nodes(place) == before + 1
    yield settled()
    told += [strip.isHidden(), nodes(place) - before]
    place.drive.shot("64_under_nytt_namn")
    yield from place.tile("noder", "nod", "punkt")
    told += [tile.isChecked(), draws(place, 7), place.dock.session.save()]
    yield settled()
    new.chmod(0o444)
    yield lambda: not strip.isHidden()
    yield settled()
    told += [strip.button.text()]
    place.drive.shot("65_skrivskyddad")
    new.chmod(0o644)
    yield strip.isHidden


def left_with_a_tool(place):
    """Closed, opened again, another project, the plugin reloaded: each with a tool of ours held; QGIS's come back."""
    from qgis import utils

    told, path = place.drive.told.setdefault("left", []), place.dock.session.opened.path
    place.tools.use_select_tool()
    place.dock.session.close()
    yield settled()
    told.append(iface.actionPan().isChecked())
    place.dock.open(str(path))
    yield opened(place.dock, path)
    yield from place.tile("noder", "nod", "punkt")
    place.dock.open(os.environ["OTHER"])
    yield opened(place.dock, os.environ["OTHER"])
    told.append([place.tools.draw_mode is None, place.palette.tiles["nod", "punkt"].isChecked()])
    place.tools.use_select_tool()
    own = QgsVectorLayer("Point?crs=EPSG:3006", "Mitt eget", "memory")
    QgsProject.instance().addMapLayer(own)
    iface.setActiveLayer(own)
    own.startEditing()
    theirs("mActionAddFeature")
    utils.unloadPlugin("strukturbild_plugin")
    own.rollBack()  # QGIS puts back the last tool that does not edit: ours, if it still knew of it
    yield
    map_click(*FREE)
    told.append(type(iface.mapCanvas().mapTool()).__module__)
    utils.loadPlugin("strukturbild_plugin")
    utils.startPlugin("strukturbild_plugin")
    dock = plugins["strukturbild_plugin"].dock()
    yield opened(dock)
    yield settled()
    dock.tools.use_select_tool()
    QgsProject.instance().clear()
    yield settled()
    map_click(*FREE)
    told.append([dock.session.opened is None, dock.tools.current_tool is None])


start(unbroken)
