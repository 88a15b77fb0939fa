"""Runs inside a real QGIS: QGIS's own tools on the layers of a strukturbild that saves itself, each undone by Ctrl+Z.

Every trial tells what the layers and the file held after it, what was said, and whether one Ctrl+Z was the way back.
"""

from __future__ import annotations

import os
import sqlite3
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
)
from qgis.utils import iface

from strukturbild_plugin.compat import text_field
from tests.gui.driving.driver import drawn, map_click, on_canvas, settled, start
from tests.gui.driving.leaving import leave
from tests.gui.driving.qgis_tools.geometry_trials import GEOMETRY_TRIALS, RARE
from tests.gui.driving.qgis_tools.ground import (
    KM,
    WEST,
    X,
    Y,
    answer,
    box,
    cell_of,
    clicks,
    delete_selected,
    finished,
    held,
    on_ground,
    open_table,
    place_y,
    ready,
    select,
    tool,
)

LOOK = bool(os.environ.get("LOOK"))


def trials(drive):
    """The whole way."""
    drive.told["trials"] = {}
    place = yield from on_ground(drive)
    for name, (code, act, *first) in TRIALS.items():
        yield from prepared(place, code, first)
        yield from trial(place, name, code, act)
        for _ in first:
            place.tools.edit_session.undo()
    leave()


def prepared(place, code, first):
    """What a trial needs to be drawn before."""
    for each in first:
        yield from ready(place, code)
        each(place)


def trial(place, name, code, act):
    """Do it on the layer that holds objects of this code, look, and take it back."""
    session = place.tools.edit_session
    layer = yield from ready(place, code)
    place.said.clear()
    before, undone = held(place), session.undo_text()
    told = place.drive.told["trials"][name] = {}
    try:
        yield from act(place, layer)
    except Exception as error:  # noqa: BLE001 - the next one is tried all the same
        told["error"] = repr(error)
    yield settled(0.4)
    told.update(state(place, before))
    if LOOK:
        place.drive.shot(f"verktyg_{name}")
    iface.actionPan().trigger()
    if session.undo_text() != undone:
        place.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        yield settled(0.3)
    told["back"] = held(place) == before and session.undo_text() == undone
    if not told["back"]:
        now = held(place)
        told["differs"] = [str(one)[:500] for one in now if one not in before][:3] + [session.undo_text(), undone]
        told["lacks"] = [str(one)[:500] for one in before if one not in now][:3]
        while session.undo_text() not in (undone, ""):
            session.undo()


def state(place, before):
    """What the layers and the file hold now, and what was said."""
    session = place.tools.edit_session
    objects, there = list(session.objects.all()), {row[1] for row in before}
    codes = [code for code, layer in session.layers.items() if layer.fields().indexOf("klass") >= 0]
    every = " UNION ".join(f"SELECT objekt_id FROM {code}" for code in codes)
    with sqlite3.connect(f"file:{os.environ['FILE']}?mode=ro", uri=True) as database:
        (loose,) = database.execute(f"SELECT count(*) FROM objekt_mal WHERE objekt_id NOT IN ({every})").fetchone()
    new = [one for one in objects if one.objekt_id not in there]
    return {
        "changed": held(place) != before,
        "twice": sum(session.layers[code].featureCount() for code in codes) - len(objects),
        "loose": [one.namn for one in objects if any(session.objects.get(each) is None for each in one.ties())],
        "loose_links": loose,
        "in_file": not session.unsaved() and held(place, True) == held(place),
        "said": list(place.said),
        "gone": sorted(name for name, one in place.ids.items() if session.objects.get(one) is None),
        "new": [[one.namn, one.klass, bool(one.bild_id), len(one.noder)] for one in new],
    }


def copy_paste(place, layer, *names):
    select(place, layer, *names)
    tool("mActionCopyFeatures")
    tool("mActionPasteFeatures")
    yield settled()


def paste_nodes(place, layer):
    yield from copy_paste(place, layer, "Väst", "Öst")


def paste_corridor(place, layer):
    yield from copy_paste(place, layer, "Stråket")


def paste_others(place, layer):
    """From a layer of the user's own: other fields, another CRS."""
    other = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=namn:string&field=antal:integer&field=klass:string", "Andras", "memory"
    )
    row = QgsFeature(other.fields())
    row.setAttributes(["Deras ort", 7, None])
    row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(14.2, 59.4)))
    other.dataProvider().addFeatures([row])
    QgsProject.instance().addMapLayer(other)
    iface.setActiveLayer(other)
    other.selectAll()
    tool("mActionCopyFeatures")
    iface.setActiveLayer(layer)
    tool("mActionPasteFeatures")
    yield settled()
    QgsProject.instance().removeMapLayer(other)


def delete_node(place, layer):
    select(place, layer, "Väst")
    yield from delete_selected()


def vertex(place, layer, at, to):
    tool("mActionVertexToolActiveLayer")
    yield drawn()
    for spot in (at, to):
        QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(*spot))
        yield settled()
        map_click(*spot)
        yield settled()


def vertex_node(place, layer):
    yield from vertex(place, layer, WEST, (WEST[0], WEST[1] - 10 * KM))


def vertex_line(place, layer):
    line = place.tools.edit_session.feature(place.ids["Stråket"]).geometry()
    middle = list(line.vertices())[len(list(line.vertices())) // 2]
    yield from vertex(place, layer, (middle.x(), middle.y()), (middle.x(), middle.y() + 6 * KM))


def split_line(place, layer):
    yield from finished("mActionSplitFeatures", (X + 3 * KM, Y - 6 * KM), (X + 3 * KM, Y + 6 * KM))


def split_area(place, layer):
    select(place, layer, "Kilen")
    yield from finished("mActionSplitFeatures", (X, Y - 30 * KM), (X, Y - 1 * KM))


def split_parts(place, layer):
    select(place, layer, "Kilen")
    yield from finished("mActionSplitParts", (X, Y - 30 * KM), (X, Y - 1 * KM))


def reshape(place, layer):
    spots = (X - 5 * KM, Y), (X, Y + 5 * KM), (X + 5 * KM, Y)
    yield from finished("mActionReshapeFeatures", *spots)


def merge(place, layer):
    select(place, layer, "Väst", "Öst")
    answer("QgsMergeAttributesDialog")
    tool("mActionMergeFeatures")
    yield settled()


def move(place, layer):
    select(place, layer, "Väst")
    yield from clicks("mActionMoveFeature", WEST, (WEST[0] - 5 * KM, WEST[1]))


def copy_move(place, layer):
    select(place, layer, "Väst")
    yield from clicks("mActionMoveFeatureCopy", WEST, (WEST[0] - 5 * KM, WEST[1]))


def rotate(place, layer):
    select(place, layer, "Stråket")
    tool("mActionRotateFeature")
    yield settled()
    for spot in ((X, Y), (X, Y + 8 * KM), (X + 8 * KM, Y + 8 * KM)):
        QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(*spot))  # the turn is read as the pointer moves
        yield settled()
        map_click(*spot)
        yield settled()


def simplify(place, layer):
    tool("mActionSimplifyFeature")
    yield settled()
    map_click(X + 7 * KM, place_y(place, X + 7 * KM))
    yield settled()
    boxes = [one for one in iface.mainWindow().findChildren(QDialogButtonBox) if one.isVisible()]
    boxes[0].button(QDialogButtonBox.StandardButton.Ok).click()
    yield settled()


def add_part(place, layer):
    select(place, layer, "Kilen")
    yield from finished("mActionAddPart", *box(18, -22, 26, -12))


def add_ring(place, layer):
    yield from finished("mActionAddRing", *box(-5, -18, 5, -12))


def fill_ring(place, layer):
    answer("QgsAttributeDialog")
    yield from finished("mActionFillRing", *box(-5, -18, 5, -12))


def add_node_part(place, layer):
    """A second point of a node: a joint node."""
    select(place, layer, "Norr")
    yield from clicks("mActionAddPart", (X + 8 * KM, Y + 15 * KM))


def add_feature(place, layer):
    answer("QgsAttributeDialog")
    yield from clicks("mActionAddFeature", (X - 20 * KM, Y + 20 * KM))
    yield settled(0.5)


def cell(place, layer):
    """The name of a node is typed in the attribute table."""
    window, view = open_table(layer)
    yield settled()
    index = cell_of(view, layer, "namn")
    view.setCurrentIndex(index)
    view.edit(index)
    yield settled()
    editor = next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, "I tabellen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    yield settled()
    window.close()


def calculator(column, expression):
    """What QGIS's field calculator and the bar above its attribute table do: all rows, one column, one command."""

    def act(_place, layer):
        at, calculated = layer.fields().indexOf(column), QgsExpression(expression)
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        layer.beginEditCommand("Field calculator")
        for row in layer.getFeatures():
            context.setFeature(row)
            layer.changeAttributeValue(row.id(), at, calculated.evaluate(context))
        layer.endEditCommand()
        yield settled()

    return act


def yes():
    """To QGIS's question whether the changes are to be made."""
    asked = QApplication.activeModalWidget()
    asked.button(QMessageBox.StandardButton.Yes).click()


def multi_edit(place, layer):
    """Three chosen nodes get one name in the form of the attribute table."""
    select(place, layer, "Väst", "Öst", "Norr")
    window, _view = open_table(layer)
    yield settled()
    window.findChild(QAction, "mActionToggleMultiEdit").trigger()
    yield settled()
    if LOOK:
        place.drive.shot("verktyg_multi_edit_oppen")
    line = next(one for one in window.findChildren(QLineEdit) if one.isVisible() and one.objectName() == "namn")
    line.setText("Alla tre")
    yield settled()
    QTimer.singleShot(600, yes)
    window.findChild(QAction, "mActionToggleMultiEdit").trigger()
    yield settled()
    window.close()


def new_column(place, layer):
    """As the dialog of the attribute table does."""
    layer.beginEditCommand("Added attribute")
    layer.addAttribute(text_field("egen_kolumn"))
    layer.endEditCommand()
    yield settled(0.6)


def old_column(_place, layer):
    """One that the strukturbild needs is taken away, as in the same dialog."""
    layer.beginEditCommand("Deleted attribute")
    layer.deleteAttribute(layer.fields().indexOf("klass"))
    layer.endEditCommand()
    yield settled(0.6)


def in_place(alg_id, names, **parameters):
    def act(place, layer):
        from processing.core.Processing import Processing
        from processing.gui.AlgorithmExecutor import execute_in_place

        Processing.initialize()
        select(place, layer, *names)
        alg = QgsApplication.processingRegistry().createAlgorithmById(alg_id, {"IN_PLACE": True})
        if not execute_in_place(alg, {"INPUT": layer, **parameters})[0]:
            raise AssertionError(alg_id)
        yield settled()

    return act


TRIALS = {
    "paste_nodes": ("nod", paste_nodes),
    "paste_corridor": ("strak", paste_corridor),
    "paste_others": ("nod", paste_others),
    "delete_node": ("nod", delete_node),
    "vertex_node": ("nod", vertex_node),
    "vertex_line": ("strak", vertex_line),
    "split_line": ("strak", split_line),
    "split_area": ("gron_bla_yta", split_area),
    "split_parts": ("gron_bla_yta", split_parts),
    "reshape": ("strak", reshape),
    "merge": ("nod", merge),
    "move": ("nod", move),
    "copy_move": ("nod", copy_move),
    "rotate": ("strak", rotate),
    "simplify": ("strak", simplify),
    "add_part": ("gron_bla_yta", add_part),
    "add_ring": ("gron_bla_yta", add_ring),
    "fill_ring": ("gron_bla_yta", fill_ring),
    "add_node_part": ("nod", add_node_part),
    "add_feature": ("nod", add_feature),
    "cell": ("nod", cell),
    "calculator": ("nod", calculator("beskrivning", "'nr ' || \"namn\"")),
    "calculator_identity": ("nod", calculator("objekt_id", "'samma'")),
    "multi_edit": ("nod", multi_edit),
    "translate": ("strak", in_place("native:translategeometry", ["Stråket"], DELTA_X=1000, DELTA_Y=0)),
    "buffer": ("gron_bla_yta", in_place("native:buffer", ["Kilen"], DISTANCE=500)),
    "densify": ("strak", in_place("native:densifygeometriesgivenaninterval", ["Stråket"], INTERVAL=300)),
    "subdivide": ("strak", in_place("native:subdivide", ["Stråket"], MAX_NODES=8)),
    "old_column": ("nod", old_column),
    **GEOMETRY_TRIALS,
    "new_column": ("nod", new_column),
}
ONLY = os.environ["ONLY"].split(",") if os.environ.get("ONLY") else [name for name in TRIALS if name not in RARE]
TRIALS = {name: TRIALS[name] for name in ONLY}

start(trials)
