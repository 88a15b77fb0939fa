"""Runs inside a real QGIS (`qgis --code`): what six groups drew alike, looked at and made joint with the mouse."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from tests.gui.driving.driver import drawn, opened, prepare, settled, start


def agree(drive):
    """From the list to what is joint, with a group's own view and one step back."""
    drive.told.update(pointed=[], modal=0)
    dock = prepare().dock()
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock)
    tabs, page = dock.tabs, dock.tabs.synthesis_page
    yield lambda: tabs.indexOf(page) >= 0
    bar = tabs.tabBar()
    drive.click(bar, bar.tabRect(tabs.indexOf(page)).center())
    yield lambda: page.tree.topLevelItemCount() == 6
    yield drawn()
    yield settled()
    drive.shot("1_listan")
    drive.told["list"] = [page.tree.topLevelItem(n).text(1) for n in range(6)]
    for number, name in enumerate(("Kil–Sunne", "Frykenkilen"), start=2):
        row = next(page.tree.topLevelItem(n) for n in range(6) if name in page.tree.topLevelItem(n).text(0))
        spot = page.tree.visualItemRect(row).center()
        QCursor.setPos(page.tree.viewport().mapToGlobal(spot + QPoint(1, 0)))
        yield settled()
        drive.click(page.tree.viewport(), spot)
        yield lambda: len(tabs.synthesis.overlay.owners) >= 3
        row.setExpanded(True)
        yield drawn()
        yield settled()
        drive.told["pointed"].append(sorted(tabs.synthesis.overlay.owners))
        drive.shot(f"{number}_{name}")
    drive.told["chosen"] = page.make.text()
    child = row.child(row.childCount() - 1)
    drive.click(page.tree.viewport(), page.tree.visualItemRect(child).center())
    yield lambda: "Bord 3" in page.make.text()
    yield settled()
    drive.shot("4_en_grupps_variant")
    page.group.setCurrentIndex(page.group.findData("Bord 2"))
    yield settled()
    drive.shot("5_bara_bord_2")
    page.group.setCurrentIndex(0)
    page.least.setValue(3)
    drive.click(page.make_all)
    drive.told["modal"] += QApplication.activeModalWidget() is not None
    yield lambda: sum(one.joint for one in tabs.synthesis.found.things) == 4
    yield lambda: not dock.session.opened.unsaved()
    yield drawn()
    yield settled()
    drive.shot("6_gemensamt")
    page.overlay.setChecked(False)
    tabs.setCurrentIndex(0)
    yield drawn()
    yield settled()
    drive.shot("7_kartan")
    dock.tools.undo()
    yield lambda: not dock.session.opened.unsaved()
    yield settled()
    drive.told["bar"] = [one.text() for one in iface.messageBar().items()]


start(agree)
