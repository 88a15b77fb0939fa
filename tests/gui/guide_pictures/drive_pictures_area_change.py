"""Pictures for the guides of what is changed afterwards: the län, who draws, save as. See drive_pictures.py."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.utils import iface

from tests.gui.driving.driver import popup_after, settled
from tests.gui.driving.windows import dialog

TABLES = ("Bord 1", "Bord 2") if os.environ.get("WAY") == "sv" else ("Table 1", "Table 2")


def afterwards(drive, camera, dock):
    """The two dialogs, and the card on the map with its list of groups."""
    dock.tabs.setCurrentIndex(0)
    dock.steps.go(dock.steps.step_with("omrade"))
    yield settled(0.3)
    drive.click(dock.steps.form_of("omrade").area)
    yield lambda: dialog("strukturbild_lan_dialog")
    asked = dialog("strukturbild_lan_dialog")
    tick(asked.regions.list, "Västmanland")
    yield settled(0.3)
    camera.panel("lan", asked)
    asked.reject()
    yield lambda: dialog("strukturbild_lan_dialog") is None
    menu = dock.menu_button.menu()
    entry = next(one for one in menu.actions() if one.objectName() == "strukturbild_arkiv_spara_som")
    QTimer.singleShot(0, entry.trigger)
    yield lambda: dialog("strukturbild_spara_som_dialog")
    yield settled(0.3)
    camera.panel("spara_som", dialog("strukturbild_spara_som_dialog"))
    dialog("strukturbild_spara_som_dialog").reject()
    yield lambda: dialog("strukturbild_spara_som_dialog") is None
    yield from who_draws(drive, camera, dock)


def who_draws(drive, camera, dock):
    """Two tables have drawn; the second one does."""
    who, overlay = dock.tools.who, dock.tools.overlay
    for table in TABLES:
        who.choose("Åsa", table)
    step = next(one for one in dock.steps._live.chain.steps if "nod" in one.klasser)
    dock.steps.go(step.kod)
    yield settled(0.3)
    drive.click(lambda: dock.drawing.tiles["nod", "punkt"])
    yield lambda: dock.tools.draw_mode is not None and overlay.isVisible()
    yield settled(0.7)
    menu = yield from popup_after(overlay.who.showMenu)
    canvas = iface.mapCanvas()
    corner = canvas.mapToGlobal(QPoint(max(overlay.x() - 40, 0), 0))
    foot = menu.mapToGlobal(QPoint(menu.width(), menu.height()))
    right = max(foot.x(), corner.x() + overlay.width() + 80)
    camera.part("vem", (corner.x(), corner.y()), (right - corner.x() + 20, foot.y() - corner.y() + 30))
    menu.close()
    dock.tools.unset_tool()
    who.choose("", "")
    yield settled()


def tick(listed, start):
    """The line that begins so, ticked and in view."""
    item = next(one for one in (listed.item(row) for row in range(listed.count())) if one.text().startswith(start))
    item.setCheckState(Qt.CheckState.Checked)
    listed.scrollToItem(item)
