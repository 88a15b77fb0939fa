"""Runs inside a real QGIS (`qgis --code`): from an empty QGIS to a printed map, with every click and key counted.

Nothing but clicks on what is seen and keys where the keyboard is; tells clicks, keys, words and machine seconds.
"""

from __future__ import annotations

import os
import sys
import time

sys.path.append(os.environ["TREE"])

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from tests.gui.driving.driver import WORK, drawn, item_point, map_click, opened, prepare, settled, start
from tests.gui.driving.windows import dialog


class Planner:
    """Clicks, writes and waits; keeps count of each."""

    def __init__(self, drive):
        self._drive = drive
        self._told = drive.told
        self._told.update(clicks=0, keys=0, words=0, machine=0.0, way=[])

    def click(self, what, widget, point=None):
        """One click with the left button."""
        self._count(what)
        self._drive.click(widget, point)

    def map(self, what, x, y):
        """One click on the map."""
        self._count(what)
        map_click(x, y)

    def tick(self, what, tree, item):
        """One click on a line of a list."""
        self._count(what)
        self._drive.click(tree.viewport(), lambda: item_point(tree, item))

    def write(self, words):
        """Keys to whatever has the keyboard, and Enter."""
        field = keyboard()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._told["keys"] += len(words) + 1
        self._told["words"] += 1
        self._told["way"].append(f"{words} Enter")

    def enter(self):
        """Enter alone."""
        QTest.keyClick(keyboard(), Qt.Key.Key_Return)
        self._told["keys"] += 1
        self._told["way"].append("Enter")

    def wait(self, until):
        """The machine works: its time is not the planner's."""
        began = time.perf_counter()
        yield until
        self._told["machine"] += time.perf_counter() - began

    def _count(self, what):
        self._told["clicks"] += 1
        self._told["way"].append(what)


def keyboard():
    """What the keys go to."""
    field = QApplication.focusWidget() or iface.mainWindow().focusWidget()
    if field is None:
        raise AssertionError("inget har tangentbordet")
    return field


def first_print(drive):
    """The whole way: a strukturbild for Värmland with two nodes and a stråk, printed."""
    plugin, planner = prepare(), Planner(drive)
    window = iface.mainWindow()
    if plugin._dock is not None:
        plugin._dock.hide()
    QgsSettings().setValue("strukturbild/av", "Region Värmland")
    bar = window.findChild(object, "strukturbild_verktyg")
    planner.click("Strukturbild", bar.widgetForAction(bar.actions()[0]))
    yield from planner.wait(lambda: plugin._dock is not None and plugin._dock.isVisible())
    dock = plugin._dock
    yield from begin(planner, dock)
    yield from draw(planner, dock)
    yield from give_out(drive, planner, dock)


def begin(planner, dock):
    """A new strukturbild."""
    planner.click("Ny från mall…", dock.start_page.new_button)
    yield from planner.wait(lambda: dialog("strukturbild_ny_dialog"))
    new = dialog("strukturbild_ny_dialog")
    yield settled()
    lines = new.regions.list
    item = next(lines.item(row) for row in range(lines.count()) if lines.item(row).text().startswith("Värmland"))
    if not lines.viewport().rect().contains(item_point(lines, item)):
        raise AssertionError("länet syns inte utan att rulla")
    planner.tick("Värmlands län", lines, item)
    yield new.create_button.isEnabled
    planner.click("Skapa", new.create_button)
    yield from planner.wait(opened(dock))
    yield from planner.wait(drawn())


def draw(planner, dock):
    """Two nodes by name, a stråk between them."""
    tools, palette, tree = dock.tools, dock.drawing, dock.steps.tree
    planner.tick("4. Noder", tree, tree.topLevelItem(3))
    yield from planner.wait(lambda: ("nod", "punkt") in palette.tiles and palette.tiles["nod", "punkt"].isVisible())
    planner.click("Nod", palette.tiles["nod", "punkt"])
    yield lambda: tools.draw_mode is not None
    yield settled()
    for number, town in enumerate(("Karlstad", "Torsby"), 1):
        planner.write(town)
        yield from planner.wait(lambda number=number: len(tools.edit_session.objects.all()) == number)
    planner.click("Nästa steg", dock.steps.forward)
    yield from planner.wait(lambda: ("strak", "linje") in palette.tiles and palette.tiles["strak", "linje"].isVisible())
    planner.click("Stråk", palette.tiles["strak", "linje"])
    yield lambda: tools.draw_mode is not None and tools.draw_mode.klass.kod == "strak"
    yield from planner.wait(drawn())
    for node in tools.edit_session.objects.all():
        planner.map(node.namn, *node.places[0])
    planner.enter()
    yield from planner.wait(lambda: len(tools.edit_session.objects.all()) == 3)


def give_out(drive, planner, dock):
    """Saved and printed."""
    bar = dock.tabs.tabBar()
    planner.click("Utgåva", bar, bar.tabRect(dock.tabs.indexOf(dock.edition_page)).center())
    yield lambda: dock.tabs.currentWidget() is dock.edition_page
    planner.click("Gör utgåva…", dock.edition_page.export_button)
    yield from planner.wait(lambda: dialog("strukturbild_utgava_dialog"))
    asked = dialog("strukturbild_utgava_dialog")
    drive.told["folder"] = asked.folder_line.text()
    planner.click("Gör utgåva", asked.start)
    yield from planner.wait(lambda: asked.open_folder.isVisible() or asked.trouble.isVisible())
    drive.told["trouble"] = asked.trouble.text() if asked.trouble.isVisible() else ""
    drive.shot("90_forsta_trycket")
    planner.click("Öppna mappen", asked.open_folder)
    yield settled()
    asked.reject()
    yield lambda: not dialog("strukturbild_utgava_dialog")
    drive.told["home"] = str(WORK)


start(first_print)
