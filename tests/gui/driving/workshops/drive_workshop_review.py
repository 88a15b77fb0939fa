"""Runs inside a real QGIS (`qgis --code`): seven conflicts decided with the mouse; clicks and dialogs are counted."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QApplication, QPushButton
from qgis.utils import iface

from tests.gui.driving.driver import drawn, opened, prepare, settled, start

CHOICES = ("andra", "ena", "bada", "andra", "ena", "andra", "ena")


def review(drive):
    """From the strip in the dock to the last conflict, and one step back."""
    drive.told.update(clicks=0, modal=0, seen=[], pointed=[], shown=[])
    dock = prepare().dock()
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock)
    yield lambda: dock.tabs.review.waiting() == 7
    yield drawn()
    drive.shot("1_remsan")
    strip = next(one for one in dock.findChildren(QPushButton) if one.text() == "Avgör frågorna")
    yield from click(drive, strip)
    page = dock.tabs.review_page
    yield page.isVisible
    for number, choice in enumerate(CHOICES, start=2):
        yield drawn()
        left = dock.tabs.review.waiting()
        drive.told["seen"].append([page.place.text(), page.sentence.text()])
        wanted = page.buttons.get(choice) or page.buttons["andra"]
        QCursor.setPos(wanted.mapToGlobal(QPoint(wanted.width() // 2, wanted.height() // 2)))
        yield lambda wanted=wanted: dock.tabs.review.preview.pointed == wanted.choice
        yield settled()
        drive.told["pointed"].append(dock.tabs.review.preview.pointed)
        drive.shot(f"{number}_{dock.tabs.review.preview.pointed}")
        yield from click(drive, wanted)
        yield lambda left=left: dock.tabs.review.waiting() < left
    yield page.done.isVisible
    yield drawn()
    drive.shot("9_alla")
    drive.told["done"] = page.done.text()
    dock.tools.undo()
    yield lambda: dock.tabs.review.waiting() == 1
    yield settled()
    drive.told["again"] = page.place.text()
    drive.shot("10_angrat")
    yield lambda: not dock.session.opened.unsaved()
    drive.told["bar"] = [one.text() for one in iface.messageBar().items()]


def click(drive, widget):
    """One click, counted, and whether a dialog came of it."""
    drive.told["clicks"] += 1
    drive.click(widget)
    yield settled()
    drive.told["modal"] += QApplication.activeModalWidget() is not None


start(review)
