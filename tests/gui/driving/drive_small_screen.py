"""Runs inside a real QGIS: pictures side by side, symbols switched and taken back, settings, every page, leaving.

$WAY: 'view' goes through it all, 'look' only takes pictures of every page. $LOOK: take pictures on the way.
"""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import QgsProject
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QWidget
from qgis.utils import iface

from tests.gui.driving.driver import WORK, drawn, opened, popup_after, prepare, settled, start
from tests.gui.driving.leaving import leave, where
from tests.gui.driving.windows import options

LOOK = bool(os.environ.get("LOOK"))
"""Pictures are taken for people to look at; the test itself needs neither them nor a drawn map."""


def seen(drive, name):
    """Let the window settle; when pictures are wanted, let the map be drawn and take one."""
    yield settled(0.1, 2)
    if LOOK:
        yield drawn()
        drive.shot(name)


def widest_in(area):
    """The things in a scrolled area that ask for most room."""
    inside = [one for one in area.viewport().findChildren(QWidget) if one.isVisible()]
    asked = [(max(one.minimumSizeHint().width(), one.minimumWidth()), type(one).__name__) for one in inside]
    return ", ".join(f"{name} {width}" for width, name in sorted(asked, reverse=True)[:6])


def cut_off(dock):
    """What is wider than the room it has: things that scroll sideways, and buttons narrower than their words."""
    areas = [one for one in dock.findChildren(QAbstractScrollArea) if one.isVisible()]
    found = [
        f"{type(area).__name__} {area.objectName()} {area.horizontalScrollBar().maximum()}: {widest_in(area)}"
        for area in areas
        if not isinstance(area, QPlainTextEdit) and area.horizontalScrollBar().maximum() > 0
    ]
    screen = dock.screen().availableGeometry()
    right = dock.mapToGlobal(dock.rect().bottomRight())
    if right.x() > screen.right() + 1 or right.y() > screen.bottom() + 1:
        found.append(f"panelen når {right.x()}, {right.y()} på en skärm som är {screen.width()} x {screen.height()}")
    widgets = [one for one in dock.pages.currentWidget().findChildren(QWidget) if one.isVisible()]
    out = [one for one in widgets if one.mapTo(dock, one.rect().topRight()).x() > dock.width() + 1]
    found.extend(f"{type(one).__name__} {one.objectName()} sticker ut" for one in out)
    return sorted(set(found))


def with_file(drive):
    """The dock with the file of the test open."""
    plugin = prepare()
    dock = plugin.dock()
    iface.mapCanvas().setRenderFlag(LOOK)
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock)
    yield drawn()
    return dock


def every_page(drive, dock, mark=""):
    """A picture of each page of the dock, and what is cut off on it."""
    wrong = drive.told.setdefault("cut", {})
    objects = dock.tools.edit_session.objects.all()
    dock.steps.go("")
    for number in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(number)
        name = dock.tabs.tabText(number) or str(number)
        if dock.tabs.widget(number) is dock.object_page:
            dock.step_actions.show_object(next(iter(objects)).objekt_id)
        if dock.tabs.widget(number) is dock.check_page:
            dock.check()
            yield lambda: not dock.session.runner.busy
        yield from seen(drive, f"{mark}sida_{number}")
        if cut_off(dock):
            wrong[f"{mark}{name}"] = cut_off(dock)
    dock.tabs.setCurrentIndex(0)
    for kod in [step.kod for step in dock.steps._live.chain.steps]:
        dock.steps.go(kod)
        yield from seen(drive, f"{mark}steg_{kod}")
        if cut_off(dock):
            wrong[f"{mark}{kod}"] = cut_off(dock)
    dock.steps.go("")
    menu = dock.menu_button.menu()
    yield from popup_after(lambda: menu.popup(dock.menu_button.mapToGlobal(dock.menu_button.rect().bottomLeft())))
    if LOOK:
        drive.shot(f"{mark}arkiv")
    menu.close()


def settings_page(drive, dock):
    """QGIS's settings window opens at our page; OK keeps what was written."""
    QTimer.singleShot(0, dock.show_options)
    yield lambda: options() is not None
    window = options()
    yield lambda: window.findChild(QgsOptionsPageWidget, "strukturbild_installningar") is not None
    yield settled()
    page = window.findChild(QgsOptionsPageWidget, "strukturbild_installningar")  # 3.44 calls its frame so too
    drive.told["settings_open"] = page is not None and page.isVisible()
    yield from seen(drive, "installningar")
    page.author.setText("Åsa Öberg")
    scroll = page.findChild(QAbstractScrollArea)
    bar = scroll.verticalScrollBar()
    for number, share in enumerate((0.5, 1.0), 2):
        bar.setValue(int(bar.maximum() * share))
        yield from seen(drive, f"installningar_{number}")
    drive.told["settings_sideways"] = scroll.horizontalScrollBar().maximum()
    window.accept()
    yield lambda: options() is None


def look(drive):
    """Pictures of everything."""
    dock = yield from with_file(drive)
    yield from every_page(drive, dock)
    yield from settings_page(drive, dock)


def view(drive):
    """Pictures, symbols, settings, every page; then the project is saved and QGIS left."""
    dock = yield from with_file(drive)
    told = drive.told
    told["pictures"] = [dock.picture_bar.choice.itemText(n) for n in range(dock.picture_bar.choice.count())]
    told["themes"] = QgsProject.instance().mapThemeCollection().mapThemes()
    yield from seen(drive, "bild")
    before = iface.mapCanvas().mapUnitsPerPixel()
    drive.click(dock.picture_bar.compare)
    yield lambda: dock.pictures.beside.canvas is not None
    yield drawn()
    yield from seen(drive, "bredvid")
    beside = dock.pictures.beside.canvas
    told["beside"] = [beside.width(), iface.mapCanvas().width(), beside.center().distance(iface.mapCanvas().center())]
    dock.pictures.beside.close()
    yield lambda: dock.pictures.beside.canvas is None
    yield settled(0.6)
    told["scale_again"] = iface.mapCanvas().mapUnitsPerPixel() / before
    dock.pictures.show("")
    yield from seen(drive, "alla")
    dock.pictures.show(dock.pictures.views[1].bild_id)
    QTimer.singleShot(0, lambda: dock.styles.choose("workshop"))
    yield lambda: dock.styles.shown == "workshop"
    yield from seen(drive, "workshop")
    canvas = iface.mapCanvas()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    yield lambda: dock.styles.shown == "tryck"
    dock.styles.choose("workshop")
    yield lambda: not dock.session.opened.unsaved() and not dock.session.runner.busy
    told["saved"] = dock.header.saved.text()
    yield from every_page(drive, dock)
    yield from settings_page(drive, dock)
    dock.steps.go("strak")
    told["where"] = where(dock)
    told["written"] = QgsProject.instance().write(str(WORK / "projekt.qgz"))
    leave()


start({"view": view, "look": look}[os.environ.get("WAY", "view")])
