"""A part of drive_export_panel.py: names dragged on the sheet, put back, done again, kept and found again."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QEvent, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tests.gui.driving.driver import LEFT, PLAIN, drawn, opened, prepare, settled
from tests.gui.driving.windows import dialog, question


def item_of(window, name):
    """The name on the sheet."""
    return next(item for item in window.view.names.values() if item.name.name == name)


def drag(window, name, dx, dy, shot=lambda: None):
    """Take hold of a name and let it go so many pixels of the picture away; `shot` is called on the way."""
    view, item = window.view, item_of(window, name)
    piece = item.name.pieces[len(item.name.pieces) // 2]
    begin = QPointF(sum(x for x, _y in piece) / 4, sum(y for _x, y in piece) / 4)
    paper = view.viewport()
    QTest.mousePress(paper, LEFT, PLAIN, view.mapFromScene(begin))
    for share in range(1, 6):
        if share == 5:
            shot()
        at = QPointF(view.mapFromScene(begin + QPointF(dx * share / 5, dy * share / 5)))
        QApplication.sendEvent(paper, QMouseEvent(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, LEFT, PLAIN))
    QTest.mouseRelease(paper, LEFT, PLAIN, view.mapFromScene(begin + QPointF(dx, dy)))


def corner(window, name):
    """Lower left corner of a name in the picture."""
    return list(item_of(window, name).name.pieces[0][0])


def label_positions(drive):
    """From the edition page to names kept in the file."""
    dock = prepare().dock()
    dock.open(os.environ["FILE"])
    yield opened(dock)
    yield drawn()
    dock.tabs.setCurrentWidget(dock.edition_page)
    yield settled()
    drive.shot("40_utgavesidan")
    drive.click(dock.edition_page.names_button)
    yield lambda: dialog("strukturbild_namn_dialog")
    window = dialog("strukturbild_namn_dialog")
    yield lambda: window.view.names
    yield settled(0.5)
    drive.shot("41_flytta_namn")
    told = drive.told
    told["before"] = corner(window, "Filipstad")
    drag(window, "Filipstad", -90, -60, lambda: drive.shot("42_pa_vag"))
    yield lambda: item_of(window, "Filipstad").name.moved
    told["after"] = corner(window, "Filipstad")
    QTest.keyClick(window.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    yield lambda: corner(window, "Filipstad") != told["after"]
    told["nudged"] = corner(window, "Filipstad")
    drag(window, "Nobelbanestråket", 40, -120)
    yield lambda: item_of(window, "Nobelbanestråket").name.moved
    drive.shot("43_flyttade")
    told["said"] = window.said.text()
    drive.click(window.undo)
    yield lambda: not item_of(window, "Nobelbanestråket").name.moved
    drive.click(window.redo)
    yield lambda: item_of(window, "Nobelbanestråket").name.moved
    item_of(window, "Nobelbanestråket").setSelected(True)
    drive.click(window.back)
    yield lambda: not item_of(window, "Nobelbanestråket").name.moved
    QTimer.singleShot(0, window.reject)  # not saved: asks
    yield question
    yield settled()
    drive.shot("44_inte_sparat")
    told["asked"] = question().text()
    question().defaultButton().click()
    yield lambda: dialog("strukturbild_namn_dialog") is None
    yield lambda: not dock.session.runner.busy and dock.session.snapshot.label_places
    told["kept"] = [[one.objekt_id, one.papper] for one in dock.session.snapshot.label_places]
    drive.click(dock.edition_page.names_button)
    yield lambda: dialog("strukturbild_namn_dialog") and dialog("strukturbild_namn_dialog").view.names
    window = dialog("strukturbild_namn_dialog")
    yield settled(0.5)
    told["again"] = corner(window, "Filipstad")
    window.papers.setCurrentIndex(window.papers.findData("A4"))
    yield lambda: not item_of(window, "Filipstad").name.moved
    window.view.zoom(2.5)
    window.view.centerOn(item_of(window, "Karlstad"))
    item_of(window, "Karlstad").setSelected(True)
    yield settled()
    drive.shot("45_a4_nara")
    drive.click(window.lock)
    yield lambda: item_of(window, "Karlstad").name.moved
    told["locked"] = len(window._places())
    drive.click(window.all_back)
    yield lambda: not item_of(window, "Karlstad").name.moved
    told["unsaved"] = window.keep_button.isEnabled()
    window.go(-2)
    QTimer.singleShot(0, window.reject)
    yield lambda: question() or dialog("strukturbild_namn_dialog") is None
    if question():
        next(one for one in question().buttons() if one.text() == "Spara inte").click()
    yield lambda: dialog("strukturbild_namn_dialog") is None
