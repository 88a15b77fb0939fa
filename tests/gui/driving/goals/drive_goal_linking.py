"""Runs inside a real QGIS: 23 objects get goals with reasons, and every click of the mouse is counted.

A click is a press of a mouse button: on a button, a line or an object, or for a lasso. Keys are not counted.
"""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from strukturbild_plugin.drawing.edits.goal_links import goal_links_of, linked_objects
from strukturbild_plugin.gui.goal_linking.goal_link_tool import GoalLinkTool
from tests.gui.driving.driver import drawn, map_click, map_drag, opened, prepare, settled, start

ENTER = Qt.Key.Key_Return
POINTED_AT, IN_ALL = 14, 23
"""So many objects are clicked on one by one for a goal; the rest are gone through object by object."""
REASONS = ("Fler nar arbete och utbildning", "Service nara", "Blir starkare av kortare restid", "Fler kan bo kvar")
clicks = [0]


def linking(drive):
    """From the step until so many have goals."""
    dock = prepare().dock()
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock)
    yield drawn()
    page, control, session = dock.tabs.goal_link_page, dock.tabs.goal_linking, dock.tools.edit_session
    dock.steps.go("koppla_mal")
    yield settled()
    drive.told["before"] = len(linked_objects(session))
    press(drive, lambda: dock.steps.form_of("kopplingar").begin)
    yield lambda: dock.tabs.currentWidget() is page and isinstance(dock.tools.current_tool, GoalLinkTool)
    yield drawn()
    drive.shot("1_forst")
    yield from goal_by_goal(drive, dock, page, control)
    yield from object_by_object(drive, dock, page, control)
    yield lambda: not dock.session.opened.unsaved()
    linked = linked_objects(session)
    rows = [row for each in linked for row in goal_links_of(session, each)]
    drive.told.update(
        clicks=clicks[0],
        linked=len(linked),
        reasons=all(row.motivering for row in rows),
        goals=len({row.mal_id for row in rows}),
        fits=dock.width() <= iface.mainWindow().width() * 0.4,
        words=page.about.text(),
    )
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    yield dock.tools.select_tool_active
    yield drawn()
    drive.shot("6_lagd")


def goal_by_goal(drive, dock, page, control):
    """A lasso for the first goal, then objects one by one for the others, each with a reason of its own."""
    towns = pointable(dock)
    lasso(*round_places(towns["Karlstad"], towns["Kristinehamn"]))
    yield lambda: len(control.by_goal.picked) > 1
    drive.told["in_lasso"] = len(control.by_goal.picked)
    yield drawn()
    drive.shot("2_ringade")
    yield from write(page, control, REASONS[0])
    left = [spot for name, spot in towns.items() if name not in ("Karlstad", "Kristinehamn")][:POINTED_AT]
    for number, part in enumerate((left[:5], left[5:10], left[10:]), 1):
        for spot in part:
            clicks[0] += 1
            map_click(*spot)
        yield lambda part=part: len(control.by_goal.picked) == len(part)
        if number == 1:
            QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Plus)
            yield drawn()
            drive.shot("3_klickade")
        yield from write(page, control, REASONS[number])
    page.goals.choose(page.goals.seen_goals()[1])
    yield drawn()
    drive.shot("4_kopplade")


def object_by_object(drive, dock, page, control):
    """With the keys alone: two goals each, one by its number and the other too."""
    canvas, session = iface.mapCanvas(), dock.tools.edit_session
    press(drive, page.modes["objekt"])
    yield lambda: page.mode == "objekt" and bool(control.by_object.objekt_id)
    first = True
    while len(linked_objects(session)) < IN_ALL:
        canvas.setFocus()
        yield canvas.hasFocus
        for key in (Qt.Key.Key_1, Qt.Key.Key_3):
            QTest.keyClick(canvas, key)
        yield lambda: len(control.by_object.ticked) == 2
        if first:
            yield drawn()
            drive.shot("5_objekt")
            first = False
        now = control.by_object.objekt_id
        yield from write(page, control, REASONS[3])
        yield lambda now=now: control.by_object.objekt_id != now


def write(page, control, reason):
    """The first letter is typed with the map in focus, the rest in the line, and Enter."""
    canvas = iface.mapCanvas()
    canvas.setFocus()
    yield canvas.hasFocus
    QTest.keyClicks(canvas, reason[0])
    yield page.reason.hasFocus
    QTest.keyClicks(page.reason, reason[1:])
    QTest.keyClick(page.reason, ENTER)
    yield lambda: page.reason.text() == ""
    QApplication.processEvents()


def pointable(dock):
    """The named nodes of the picture that a click on them finds, by name."""
    tool, session = dock.tools.tool(GoalLinkTool), dock.tools.edit_session
    here = [one for one in session.objects.all() if one.bild_id == dock.tools.picture and one.namn and one.places]
    found = {one.namn: tool.objects_at(QgsPointXY(*one.places[0]))[:1] for one in here}
    return {one.namn: one.places[0] for one in here if found[one.namn] == [one.objekt_id]}


def press(drive, widget):
    clicks[0] += 1
    drive.click(widget)


def lasso(*places):
    clicks[0] += 1
    map_drag(*places)


def round_places(*spots):
    """A ring some way round them."""
    west, east = min(x for x, _ in spots) - 12_000, max(x for x, _ in spots) + 12_000
    south, north = min(y for _, y in spots) - 12_000, max(y for _, y in spots) + 12_000
    return (west, south), (west, north), (east, north), (east, south), (west, south)


start(linking)
