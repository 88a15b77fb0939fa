"""Three nodes, a stråk, a samband and an area in the middle of the map, and words for QGIS's own tools on them."""

from __future__ import annotations

import os

from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialogButtonBox, QLabel, QTableView
from qgis.utils import iface

from strukturbild_plugin.drawing.edits.goal_links import add_goal_link
from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from tests.gui.driving.driver import drawn, map_click, on_canvas, settled
from tests.gui.driving.place import Place

RIGHT = Qt.MouseButton.RightButton
X, Y, KM = 455_000.0, 6_585_000.0, 1_000.0
WEST, EAST, NORTH = (X - 15 * KM, Y), (X + 15 * KM, Y), (X, Y + 15 * KM)
AREA = QgsRectangle(X - 12 * KM, Y - 22 * KM, X + 12 * KM, Y - 8 * KM)
TENDED = {"fid", "version", "andrad", "skapad", "andrad_av"}
"""Columns that the file and QGIS write by themselves."""
QUESTION_LOOKS = 20


def on_ground(drive):
    """The strukturbild in $FILE, saved at the end of each gesture, with something drawn; gives the place."""
    place = Place(drive)
    yield from place.open(os.environ["FILE"])
    place.said = []
    for hooks in (place.tools.edit_session.notices, place.tools.edit_session.losses):
        hooks.append(place.said.append)
    _draw(place)
    _watch_for_questions(place)
    root = QgsProject.instance().layerTreeRoot()
    root.findGroup("Baskarta").setItemVisibilityChecked(False)  # drawn anew after each save
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(X - 40 * KM, Y - 40 * KM, X + 40 * KM, Y + 40 * KM))
    canvas.refresh()
    yield drawn()
    return place


def _draw(place):
    session, picture = place.tools.edit_session, place.tools.picture
    nodes = {"Väst": WEST, "Öst": EAST, "Norr": NORTH}
    new = {klass: NewObject(klass, bild_id=picture) for klass in ("nod", "strak", "samband", "gron_kil")}
    place.ids = ids = {
        name: add_object(session, new["nod"], points_geometry([spot]), name) for name, spot in nodes.items()
    }
    ids["Stråket"] = draw_corridor(session, new["strak"], [ids["Väst"], ids["Öst"]], name="Stråket")
    ids["Sambandet"] = draw_link(session, new["samband"], ids["Väst"], ids["Norr"], "Sambandet")
    ids["Kilen"] = add_object(session, new["gron_kil"], QgsGeometry.fromRect(AREA), "Kilen")
    goal = next(session.layers["objekt_mal"].getFeatures())["mal_id"]
    for objekt_id in ids.values():
        add_goal_link(session, objekt_id, goal)


def _watch_for_questions(place):
    """A dialog that nobody has thought of is told and closed, so that it holds nobody up."""
    seen = {}

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        seen[id(dialog)] = seen.get(id(dialog), 0) + 1
        if seen[id(dialog)] == QUESTION_LOOKS:
            texts = [one.text() for one in dialog.findChildren(QLabel) if one.text()]
            place.drive.told.setdefault("questions", []).append([dialog.metaObject().className(), *texts[:3]])
            dialog.reject()

    place.watch = QTimer()
    place.watch.timeout.connect(look)
    place.watch.start(250)


def ready(place, code):
    """Everything saved, no tool held, this layer active; gives the layer."""
    session, layer = place.tools.edit_session, place.tools.edit_session.layers[code]
    yield lambda: not session.unsaved()
    place.tools.unset_tool()
    session.start()
    iface.setActiveLayer(layer)
    layer.removeSelection()
    yield settled()
    return layer


def held(place, in_file=False):
    """All rows, but for what the file tends itself."""
    rows = []
    for code, layer in place.tools.edit_session.layers.items():
        for row in (layer.dataProvider() if in_file else layer).getFeatures():
            named = zip(row.fields().names(), row.attributes())
            rows.append([code, *(str(value) for name, value in named if name not in TENDED), row.geometry().asWkt(1)])
    return sorted(rows)


def known(place, name):
    return place.tools.edit_session.known(place.ids[name])


def select(place, layer, *names):
    layer.selectByIds([known(place, name).fid for name in names])


def tool(name):
    """One of QGIS's own actions."""
    iface.mainWindow().findChild(QAction, name).trigger()


def delete_selected():
    """QGIS's own; newer QGIS asks first."""
    answer("QMessageBox", tries=8)
    tool("mActionDeleteSelected")
    yield settled(1.0)


def clicks(name, *spots):
    """Take the tool and click at each place."""
    if name:
        tool(name)
    yield settled()
    for spot in spots:
        QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(*spot))
        yield settled(0.15)
        map_click(*spot)
        yield settled(0.15)


def finished(name, *spots):
    """And end with the right button."""
    yield from clicks(name, *spots)
    map_click(*spots[-1], RIGHT)
    yield settled()


def answer(kind, then=None, tries=100):
    """OK, or yes, in the dialog of this class that opens next, after `then` (called with it)."""

    def look(left=tries):
        dialog = dialog_of(kind)
        if dialog is None:
            if left:
                QTimer.singleShot(100, lambda: look(left - 1))
            return
        if then is not None:
            then(dialog)
        box = dialog.findChild(QDialogButtonBox)
        wanted = (QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Yes)
        press = next((box.button(one) for one in wanted if box is not None and box.button(one)), None)
        press.click() if press is not None else dialog.accept()

    QTimer.singleShot(100, look)


def dialog_of(kind):
    """The window of this class that is seen, or None."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return next((one for one in shown if kind in one.metaObject().className()), None)


def open_table(layer):
    """The attribute table of the layer: its window and its view."""
    before = set(QApplication.topLevelWidgets())
    iface.showAttributeTable(layer)
    window = next(one for one in QApplication.topLevelWidgets() if one not in before and one.findChild(QTableView))
    return window, window.findChild(QTableView)


def cell_of(view, layer, column, row=0):
    """The place of a column in the table, found by its heading."""
    model, heading = view.model(), layer.attributeDisplayName(layer.fields().indexOf(column))
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return model.index(row, headings.index(heading))


def place_y(place, x):
    line = place.tools.edit_session.feature(place.ids["Stråket"]).geometry()
    across = QgsGeometry.fromPolylineXY([QgsPointXY(x, Y - 20 * KM), QgsPointXY(x, Y + 20 * KM)])
    return line.intersection(across).boundingBox().center().y()


def box(west, south, east, north):
    return [
        (X + one * KM, Y + other * KM) for one, other in ((west, south), (east, south), (east, north), (west, north))
    ]
