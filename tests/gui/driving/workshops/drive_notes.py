"""Runs inside a real QGIS: a group comments and votes with mouse and keys, and sees who has drawn what."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from strukturbild_plugin.drawing.edits.comments import comments_in
from strukturbild_plugin.drawing.edits.votes import votes_in
from tests.gui.driving.driver import LEFT, PLAIN, drawn, map_click, on_canvas, opened, prepare, settled, start

FREE, NEAR = (448_000.0, 6_600_000.0), (395_000.0, 6_690_000.0)
CONTROL = Qt.KeyboardModifier.ControlModifier


def notes(drive):
    """A copy where one comments, then the main file with all that has been said."""
    dock = prepare().dock()
    dock.open(os.environ["COPY"])
    yield opened(dock)
    yield drawn()
    page, card = dock.tabs.notes_page, dock.tabs.notes.card
    drive.told["first"] = dock.tabs.currentWidget() is page
    drive.shot("1_forst")
    drive.click(page.comment)
    yield page.comment.isChecked
    for spot, said in ((FREE, "Har saknas en hallplats"), (NEAR, "Och en cykelvag hit"), (None, "For stor?")):
        map_click(*(spot or town_of(dock)))
        yield card.edit.hasFocus
        QTest.keyClicks(card.edit, said)
        yield settled()
        drive.shot(f"2_kortet_{len(comments_in(dock.tools.edit_session))}")
        QTest.keyClick(card.edit, Qt.Key.Key_Return, CONTROL)
        yield lambda: not card.isVisible()
    yield drawn()
    drive.shot("3_kommentarer")
    drive.told["comments"] = [(one.text, one.group) for one in comments_in(dock.tools.edit_session)]
    drive.told["fits"] = dock.width() <= iface.mainWindow().width() * 0.4
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    yield dock.tools.select_tool_active
    spot = on_canvas(*FREE) - QPoint(0, 14)
    QTest.mouseClick(iface.mapCanvas().viewport(), LEFT, PLAIN, spot)
    yield card.isVisible
    QTest.keyClicks(card.edit, "Den byggs 2030")
    QTest.keyClick(card.edit, Qt.Key.Key_Return, CONTROL)
    yield settled()
    drive.shot("4_svar")
    drive.told["answered"] = page.list.topLevelItem(0).text(0)
    drive.click(card.done)
    yield lambda: page.list.topLevelItemCount() == 2
    yield from vote(drive, dock)
    dock.tools.undo()
    yield lambda: len(votes_in(dock.tools.edit_session)) == 3
    yield lambda: not dock.session.opened.unsaved()
    yield from everybody(drive, dock)


def town_of(dock):
    """Where Karlstad lies."""
    return next(one.places[0] for one in dock.tools.edit_session.objects.all() if one.namn == "Karlstad")


def vote(drive, dock):
    """Four dots, two of them on one object."""
    page = dock.tabs.notes_page
    drive.click(page.vote)
    yield page.vote.isChecked
    here = on_canvas(*town_of(dock))
    for spot in (here, here + QPoint(16, 0), on_canvas(*NEAR), on_canvas(*FREE) + QPoint(60, 60)):
        QTest.mouseClick(iface.mapCanvas().viewport(), LEFT, PLAIN, spot)
        yield settled()
    page.filter.setCurrentIndex(3)
    yield drawn()
    drive.shot("5_roster")
    drive.told["left"] = page.left.text()
    drive.told["votes"] = [page.list.topLevelItem(row).text(0) for row in range(page.list.topLevelItemCount())]


def everybody(drive, dock):
    """The merged file: everybody's notes, and who has drawn what."""
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock, os.environ["EXAMPLE"])
    yield drawn()
    page = dock.tabs.notes_page
    dock.tabs.setCurrentWidget(page)
    yield settled()
    drive.shot("6_alla")
    drive.told["groups"] = sorted({one.group for one in comments_in(dock.tools.edit_session)})
    drive.click(page.who)
    yield lambda: dock.tabs.contributors.on
    yield drawn()
    drive.shot("7_vem")


start(notes)
