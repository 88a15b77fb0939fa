"""Runs inside a real QGIS (`qgis --code`): copies merged and seven conflicts decided with the mouse.

The words that are clicked are those that the facilitator's sheet prints, one after another ($PRINTED), and no others
but the answers to the questions, which the sheet leaves to the window. Clicks and dialogs are counted from the first
question on.
"""

from __future__ import annotations

import json
import os
import re
import sys
from functools import partial

sys.path.append(os.environ["TREE"])

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication
from qgis.utils import iface

from tests.gui.driving.driver import WORK, drawn, opened, popup_after, prepare, settled, start
from tests.gui.driving.windows import dialog

CHOICES = ("andra", "ena", "bada", "andra", "ena", "andra", "ena")


def afterwards(drive):
    """All that the sheet prints under its last heading but one, in its order."""
    drive.told.update(clicks=0, modal=0, seen=[], pointed=[], shown=[])
    dock, printed = prepare().dock(), iter(json.loads(os.environ["PRINTED"]))
    main = WORK / next(printed)
    dock.open(str(main))
    yield opened(dock, main)
    yield drawn()
    yield from merge(drive, dock, main, printed)
    yield lambda: dock.tabs.review.waiting() == 7
    yield drawn()
    drive.shot("1_efter")
    yield from click(drive, partial(button, next(printed)))
    page = dock.tabs.review_page
    yield page.isVisible
    yield drawn()
    first = page.sentence.text()
    yield from click(drive, partial(button, next(printed)))
    yield lambda: page.sentence.text() != first
    yield from review(drive, dock, page)
    drive.told["postponed"] = first == drive.told["seen"][-1][1]
    yield from menu(drive, printed, choose=False)
    drive.told["left"] = list(printed)
    drive.told["bar"] = [one.text() for one in iface.messageBar().items()]


def merge(drive, dock, main, printed):
    """From the menu to the new file, which is opened."""
    yield from menu(drive, printed)
    yield lambda: dialog("strukturbild_sla_ihop")
    asked, choose = dialog("strukturbild_sla_ihop"), next(printed)
    yield lambda: button(choose) is not None
    asked.add(
        sorted(one for one in WORK.glob("*.gpkg") if one != main)
    )  # as the file window gives them, or drag and drop
    yield settled()
    drive.shot("0_sla_ihop")
    drive.click(partial(button, next(printed)))
    yield lambda: asked.target.path().is_file() and dock.session.opened is not None
    yield opened(dock, asked.target.path())
    yield settled()
    drive.shot("0_efter")
    drive.click(partial(button, next(printed)))
    yield lambda: dialog("strukturbild_sla_ihop") is None
    yield settled()


def menu(drive, printed, choose=True):
    """A menu and the entry in it, both printed; or only looked at."""
    opener, words = button(next(printed)), next(printed)
    shown = yield from popup_after(opener.showMenu)
    entry = next(one for one in shown.actions() if one.text().replace("&", "") == words)
    drive.told["shown"].append((words, entry.isEnabled()))
    if choose:
        drive.click(shown, shown.actionGeometry(entry).center())
    else:
        shown.close()
    yield settled()


def review(drive, dock, page):
    """From the first question to the last, and one step back."""
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


def button(words):
    """The button, wherever it is seen, that says this and of how many files, else just this; None when none does."""
    shown = [one for window in QApplication.topLevelWidgets() for one in window.findChildren(QAbstractButton)]
    said = [(one.text().replace("&", ""), one) for one in shown if one.isVisible()]
    counted = re.compile(re.escape(words) + r" \d+ filer")
    of_files = next((one for text, one in said if counted.fullmatch(text)), None)
    return of_files or next((one for text, one in said if text == words), None)


def click(drive, widget):
    """One click, counted, and whether a dialog came of it."""
    drive.told["clicks"] += 1
    drive.click(widget)
    yield settled()
    drive.told["modal"] += QApplication.activeModalWidget() is not None


start(afterwards)
