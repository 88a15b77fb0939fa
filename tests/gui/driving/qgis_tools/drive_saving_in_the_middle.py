"""Runs inside a real QGIS: the strukturbild saves itself while something of QGIS's own is half done.

What makes it save is a change of another object, in the same layer or another, as the panels make them.
"""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit
from qgis.utils import iface

from strukturbild_plugin.drawing.edits.objects import set_values
from tests.gui.driving.driver import on_canvas, settled, start
from tests.gui.driving.leaving import leave
from tests.gui.driving.qgis_tools.ground import (
    KM,
    NORTH,
    WEST,
    X,
    Y,
    answer,
    cell_of,
    clicks,
    delete_selected,
    dialog_of,
    finished,
    held,
    known,
    on_ground,
    open_table,
    ready,
    select,
    tool,
)

LOOK = bool(os.environ.get("LOOK"))
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def in_the_middle(drive):
    """The whole way."""
    place = yield from on_ground(drive)
    place.number = 0
    for name in ("capture", "vertex", "form", "cell", "new_row", "selection", "snapping", "order"):
        drive.told[name] = {}
        yield from globals()[name](place, drive.told[name])
        yield settled()
    leave()


def saves(place, *names):
    """Something else is changed, and everything is saved; gives whether it was."""
    place.number += 1
    session = place.tools.edit_session
    for name in names:
        set_values(session, place.ids[name], {"beskrivning": f"nr {place.number}"})
    was = session.unsaved()
    yield lambda: not session.unsaved()
    yield settled()
    return was and f"nr {place.number}" in str(held(place, in_file=True))


def capture(place, told):
    """Three of four points of a stråk are clicked when it saves, the same layer and another."""
    layer = yield from ready(place, "strak")
    before = layer.featureCount()
    spots = [
        (X - 20 * KM, Y + 20 * KM),
        (X - 10 * KM, Y + 24 * KM),
        (X + 10 * KM, Y + 24 * KM),
        (X + 20 * KM, Y + 20 * KM),
    ]
    yield from clicks("mActionAddFeature", *spots[:3])
    told["clicked"] = iface.mapCanvas().mapTool().size()
    told["saved"] = yield from saves(place, "Stråket", "Norr")
    told["kept"] = iface.mapCanvas().mapTool().size()
    answer("QgsAttributeDialog")
    yield from finished("", spots[3])
    yield lambda: not place.tools.edit_session.unsaved()
    told["rows"] = layer.featureCount() - before
    newest = max(layer.getFeatures(), key=lambda row: row.id())
    told["corners"], told["fid"] = len(list(newest.geometry().vertices())), newest.id() > 0


def vertex(place, told):
    """A corner is held by the vertex tool when its own layer is saved; of an old row, and of one drawn a moment ago."""
    layer = yield from ready(place, "nod")
    for name, at, to in (
        ("old", NORTH, (NORTH[0] + 5 * KM, NORTH[1])),
        ("new", (X + 25 * KM, Y + 5 * KM), (X + 25 * KM, Y + 12 * KM)),
    ):
        if name == "new":
            answer("QgsAttributeDialog")
            yield from clicks("mActionAddFeature", at)
            yield settled(0.5)
        yield from hold_corner(at)
        told[f"{name}_saved"] = yield from saves(place, "Öst", "Stråket")
        yield from clicks("", to)
        yield lambda: not place.tools.edit_session.unsaved()
        spots = [row.geometry().asMultiPoint()[0] for row in layer.dataProvider().getFeatures()]
        told[f"{name}_moved"] = any(spot.distance(QgsPointXY(*to)) < 500 for spot in spots)


def hold_corner(at):
    """The vertex tool takes the corner, once it is seen by it."""
    tool("mActionVertexToolActiveLayer")
    for away in (4, 2, 0):  # QGIS reads the layer's corners beside the window, when the pointer first comes near
        QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(*at) + QPoint(away, 0))
        yield settled(0.5)
    yield from clicks("", at)


def form(place, told):
    """The form of a saved row is open, half written, when it saves; OK writes it."""
    layer = yield from ready(place, "nod")
    dialog = iface.getFeatureForm(layer, layer.getFeature(known(place, "Väst").fid))
    dialog.show()
    yield settled()
    line = next(one for one in dialog.findChildren(QLineEdit) if one.text() == "Väst")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Halvt skrivet")
    told["saved"] = yield from saves(place, "Öst", "Väst")
    told["kept"] = line.text()
    if LOOK:
        place.drive.shot("sparat_formular_oppet")
    dialog.accept()
    yield settled()
    yield lambda: not place.tools.edit_session.unsaved()
    told["in_file"] = "Halvt skrivet" in str(held(place, in_file=True))


def cell(place, told):
    """A cell of the attribute table is being written when it saves; Enter writes it."""
    layer = yield from ready(place, "nod")
    window, view = open_table(layer)
    yield settled()
    index = cell_of(view, layer, "namn")
    view.setCurrentIndex(index)
    view.edit(index)
    yield settled()
    editor = next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, "Halv cell")
    told["saved"] = yield from saves(place, "Öst", "Stråket")
    open_still = [one for one in view.viewport().findChildren(QLineEdit) if one.isVisible()]
    told["kept"] = [one.text() for one in open_still]
    if LOOK:
        place.drive.shot("sparat_cell_oppen")
    if open_still:
        QTest.keyClick(open_still[0], Qt.Key.Key_Return)
    yield settled()
    window.close()
    yield lambda: not place.tools.edit_session.unsaved()
    told["in_file"] = "Halv cell" in str(held(place, in_file=True))


def new_row(place, told):
    """The form of a new node is open, before it is added, when it saves; OK adds it."""
    layer = yield from ready(place, "nod")
    before = layer.featureCount()

    def look():
        return dialog_of("QgsAttributeDialog") is not None

    tool("mActionAddFeature")
    yield settled()
    place.drive.click(iface.mapCanvas().viewport(), on_canvas(X - 25 * KM, Y - 5 * KM))
    yield look
    told["saved"] = yield from saves(place, "Öst", "Stråket")
    dialog = dialog_of("QgsAttributeDialog")
    told["open"] = dialog is not None
    if dialog is not None:
        dialog.accept()
    yield settled()
    yield lambda: not place.tools.edit_session.unsaved()
    told["rows"] = layer.featureCount() - before


def selection(place, told):
    """What is chosen in QGIS stays chosen, in the saved layer and in others."""
    layer = yield from ready(place, "nod")
    other = place.tools.edit_session.layers["strak"]
    select(place, layer, "Väst", "Norr")
    select(place, other, "Stråket")
    wanted = [sorted(layer.selectedFeatureIds()), sorted(other.selectedFeatureIds())]
    told["saved"] = yield from saves(place, "Väst", "Stråket")
    told["kept"] = [sorted(layer.selectedFeatureIds()), sorted(other.selectedFeatureIds())] == wanted
    other.removeSelection()


def snapping(place, told):
    """The map snaps to a node drawn a moment ago, before and after a save, and not to where one was before."""
    layer = yield from ready(place, "nod")
    spot, there = (X + 5 * KM, Y - 30 * KM), (X + 15 * KM, Y - 30 * KM)
    answer("QgsAttributeDialog")
    yield from clicks("mActionAddFeature", spot)
    yield settled(0.5)
    told["fresh"] = snaps(spot, layer)
    told["saved"] = yield from saves(place, "Väst", "Stråket")
    told["after"] = snaps(spot, layer)
    yield from clicks("mActionVertexToolActiveLayer", spot, there)
    yield lambda: not place.tools.edit_session.unsaved()
    told["moved"] = [snaps(spot, layer), snaps(there, layer)]


def snaps(spot, layer):
    """Whether QGIS's own index of the layer, as the map has it, has a corner of a row that is in the file here."""
    locator = iface.mapCanvas().snappingUtils().locatorForLayer(layer)
    locator.init()
    match = locator.nearestVertex(QgsPointXY(*spot), 500.0)
    return match.isValid() and match.hasVertex() and match.featureId() in layer.allFeatureIds()


def order(place, told):
    """QGIS's tools one after another, each saved: Ctrl+Z three times is the start, Ctrl+Shift+Z three times the end."""
    layer = yield from ready(place, "nod")
    states = [held(place)]
    yield from clicks("mActionVertexToolActiveLayer", WEST, (WEST[0], WEST[1] - 6 * KM))
    states.append(held(place))
    select(place, layer, "Öst")
    yield from delete_selected()
    states.append(held(place))
    iface.setActiveLayer(place.tools.edit_session.layers["strak"])
    middle = place.tools.edit_session.feature(place.ids["Stråket"]).geometry().interpolate(20 * KM).asPoint()
    yield from finished("mActionSplitFeatures", (middle.x(), middle.y() - 5 * KM), (middle.x(), middle.y() + 5 * KM))
    states.append(held(place))
    told["different"] = len({str(state) for state in states})
    iface.actionPan().trigger()
    told["undone"], told["redone"] = [], []
    for state in states[-2::-1]:
        place.key(Qt.Key.Key_Z, CONTROL)
        yield settled()
        yield lambda: not place.tools.edit_session.unsaved()
        told["undone"].append(held(place) == state and held(place, in_file=True) == state)
    for state in states[1:]:
        place.key(Qt.Key.Key_Z, CONTROL | SHIFT)
        yield settled()
        yield lambda: not place.tools.edit_session.unsaved()
        told["redone"].append(held(place) == state and held(place, in_file=True) == state)


start(in_the_middle)
