"""Runs inside a real QGIS: drawing saves itself, Ctrl+S and the diskette mean this file, and leaving asks once."""

from __future__ import annotations

import os
import sqlite3
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QFileDialog, QMenu, QToolBar
from qgis.utils import iface

from tests.gui.driving.driver import drawn, map_click, settled, start
from tests.gui.driving.place import CONTROL, Place
from tests.gui.driving.windows import dialog

FILE = os.environ["FILE"]


def names():
    """The nodes that the file alone has."""
    connection = sqlite3.connect(f"file:{FILE}?mode=ro&immutable=1", uri=True)
    found = {row[0] for row in connection.execute("SELECT namn FROM nod")}
    connection.close()
    return found


def draw(place, name, spot):
    """A node by click and keys, as a planner draws it."""
    yield from place.tile("noder", "nod", "punkt")
    map_click(*spot)
    yield place.palette.form.name.isVisible
    place.drive.type(place.palette.form.name, name)
    QTest.keyClick(place.palette.form.name, Qt.Key.Key_Return)
    yield lambda: name in {one.namn for one in place.objects("nod")}
    place.hand()


def saved(place):
    """A condition: it says when all was saved, and there is no button."""
    header = place.dock.header
    return lambda: header.saved.text().startswith("Sparat ") and not header.save.isVisible()


def bar():
    """What QGIS's message bar says."""
    return [item.text() for item in iface.messageBar().items()]


def asked():
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QDialog) else None


def at_once(drive, place):
    """Drawn, saved, undone and done again, without a button."""
    before = names()
    yield from draw(place, "Nyby", (470_000.0, 6_560_000.0))
    yield saved(place)
    drive.told["drawn"] = sorted(names() - before)
    yield drawn()
    drive.shot("01_sparat")
    steps = 0
    while place.tools.edit_session.can_undo():
        place.key(Qt.Key.Key_Z, CONTROL)
        steps += 1
        yield lambda: not place.dock.session.opened.unsaved()
    drive.told["undone"] = names() == before
    for _ in range(steps):
        place.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        yield lambda: not place.dock.session.opened.unsaved()
    drive.told["redone"] = "Nyby" in names()
    yield settled()
    drive.told["dirty"] = QgsProject.instance().isDirty()


def by_qgis_undo(drive, place):
    """QGIS's Undo and Redo in its Edit menu, while another layer than the one that was drawn in is the active one."""
    iface.setActiveLayer(place.dock.session.opened.layer("strak"))
    yield settled()
    menu, told = iface.editMenu(), drive.told.setdefault("qgis_undo", [])
    for name in ("mActionUndo", "mActionRedo"):
        action = iface.mainWindow().findChild(QAction, name)
        told.append(action.isEnabled())
        menu.popup(iface.mainWindow().mapToGlobal(iface.mainWindow().rect().topLeft()))
        yield menu.isVisible
        yield settled()
        drive.click(menu, lambda: menu.actionGeometry(action).center())  # noqa: B023
        yield lambda: not menu.isVisible()
        yield saved(place)
        told.append("Nyby" in names())
    own = QgsVectorLayer("Point?crs=EPSG:3006&field=namn:string", "Mitt eget", "memory")
    QgsProject.instance().addMapLayer(own)
    own.startEditing()
    own.addFeature(QgsFeature(own.fields()))
    iface.setActiveLayer(own)
    yield settled()
    iface.mainWindow().findChild(QAction, "mActionUndo").trigger()
    told.append((own.featureCount(), "Nyby" in names()))
    own.rollBack()
    QgsProject.instance().removeMapLayer(own.id())
    yield settled()


def by_keys_and_buttons(drive, place):
    """Ctrl+S, the diskette, and Save in the Project menu by mouse and by key: no file is asked for."""
    action, project = iface.actionSaveProject(), QgsProject.instance()
    toolbar = next(one for one in iface.mainWindow().findChildren(QToolBar) if action in one.actions())
    told = drive.told["saves"] = {}

    def said(way):
        told[way] = [bar(), asked() is None, project.fileName(), project.isDirty()]
        iface.messageBar().clearWidgets()

    iface.messageBar().clearWidgets()
    place.canvas.setFocus()
    QTest.keyClick(place.canvas, Qt.Key.Key_S, CONTROL)
    yield settled()
    said("key")
    drive.click(toolbar.widgetForAction(action))
    yield bar
    yield settled()
    drive.shot("02_diskett")
    said("button")
    menu = next(
        one for one in iface.projectMenu().findChildren(QMenu) + [iface.projectMenu()] if action in one.actions()
    )
    for way in ("menu", "letter"):
        menu.popup(iface.mainWindow().mapToGlobal(iface.mainWindow().rect().center()))
        yield menu.isVisible
        yield settled()
        if way == "menu":
            drive.click(menu, lambda: menu.actionGeometry(action).center())
        else:
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        yield bar
        yield lambda: not menu.isVisible()
        yield settled()
        said(way)


def with_another_layer(drive, place):
    """With a layer of the user's own, QGIS asks for its project as always, and the strukturbild is saved with it."""
    own = QgsVectorLayer("Point?crs=EPSG:3006&field=namn:string", "Mitt eget", "memory")
    QgsProject.instance().addMapLayer(own)
    yield settled()
    place.canvas.setFocus()
    QTimer.singleShot(0, lambda: QTest.keyClick(place.canvas, Qt.Key.Key_S, CONTROL))
    yield lambda: asked() is not None
    drive.told["qgis_asks"] = isinstance(asked(), QFileDialog)
    asked().reject()
    yield lambda: asked() is None
    QgsProject.instance().removeMapLayer(own.id())
    yield settled()


def restyled(drive, place):
    """A look that the user has made in QGIS belongs to the project: it is not lost without a word."""
    layer = place.dock.session.opened.layer("nod")
    layer.setOpacity(0.5)
    yield lambda: QgsProject.instance().isDirty()
    yield settled()
    drive.told["restyled_dirty"] = QgsProject.instance().isDirty()
    layer.setOpacity(1.0)
    place.dock._project_saving._restyled.follow(place.dock.session.opened.layers())
    QgsProject.instance().setDirty(False)


def leave_twice(drive, place):
    """While another program writes in the file there is one question; when it has let go, none."""
    other = sqlite3.connect(FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield from draw(place, "Nyhamn", (500_000.0, 6_595_000.0))
    header = place.dock.header
    yield lambda: "ett annat program" in header.saved.text()
    drive.told["locked"] = [
        header.saved.text(),
        header.save.isVisible(),
        header.save.text(),
        "Noder" in header.saved.toolTip(),
    ]
    yield drawn()
    drive.shot("03_upptagen")
    for way in (iface.mainWindow().close, lambda: QTest.keyClick(place.canvas, Qt.Key.Key_Q, CONTROL)):
        place.canvas.setFocus()
        QTimer.singleShot(0, way)
        yield lambda: dialog("strukturbild_osparat_fraga")
        yield settled()
        question = dialog("strukturbild_osparat_fraga")
        drive.told.setdefault("questions", []).append([question.text(), question.informativeText()])
        drive.shot("04_fraga")
        question.reject()
        yield lambda: dialog("strukturbild_osparat_fraga") is None
        yield settled()
        drive.told.setdefault("others", []).append(asked() is not None)
    other.execute("ROLLBACK")
    other.close()
    yield saved(place)
    drive.told["let_go"] = "Nyhamn" in names()
    yield settled()
    drive.told["dirty_at_end"] = QgsProject.instance().isDirty()


def whole(drive):
    """One planner's morning."""
    place = Place(drive)
    yield from place.open(FILE)
    yield settled()
    drive.told["first"] = place.dock.header.saved.text()
    yield from at_once(drive, place)
    yield from by_qgis_undo(drive, place)
    yield from by_keys_and_buttons(drive, place)
    yield from with_another_layer(drive, place)
    yield from restyled(drive, place)
    yield from leave_twice(drive, place)
    QTimer.singleShot(400, iface.mainWindow().close)  # without a question: else QGIS stays, and the test with it


start(whole)
