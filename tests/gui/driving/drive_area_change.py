"""A part of drive_forms_and_area_change.py: other län, who draws, groups, save as."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

from tests.gui.driving.driver import SHOTS, WORK, drawn, map_click, opened, popup_after, prepare, settled
from tests.gui.driving.fields import pick, sideways, tab_out
from tests.gui.driving.windows import dialog

ARVIKA_NORTH, KARLSKOGA_SOUTH = (375000.0, 6640000.0), (470000.0, 6560000.0)


def area_change(drive):
    """All of it, in one window."""
    dock = prepare().dock()
    dock.open(os.environ["EXAMPLE"])
    yield opened(dock)
    yield drawn()
    drive.told["sideways"] = {}
    yield from other_lan(drive, dock)
    yield from another_picture(drive, dock)
    yield from groups(drive, dock)
    yield from save_as(drive, dock)


def look(drive, dock, name):
    """The whole dock as a picture, and what sticks out of it."""
    QApplication.processEvents()
    drive.told["sideways"][name] = sideways(dock)
    dock.grab().save(str(SHOTS / f"{name}.png"))
    drive.told["shots"].append(name)


def other_lan(drive, dock):
    """Step 1: one more län, and one less."""
    dock.steps.go("omrade")
    yield settled()
    form = dock.steps._forms["omrade"]
    drive.click(form.area)
    yield lambda: dialog("strukturbild_lan_dialog")
    asked = dialog("strukturbild_lan_dialog")
    for letters in ("rmland", "stmanland"):
        drive.type(asked.regions.search, letters)
        yield settled()
        rows = [asked.regions.list.item(row) for row in range(asked.regions.list.count())]
        drive.click_line(
            asked.regions.list, next(row for row in rows if row.text().endswith("s län") and not row.isHidden())
        )
        yield settled()
    drive.type(asked.regions.search, "")
    yield settled()
    drive.shot("40_lan")
    drive.told["follows"] = asked.follows.text()
    before = iface.mapCanvas().extent().xMaximum()
    drive.click(asked.change)
    yield lambda: dialog("strukturbild_lan_dialog") is None and dock.session.opened.head.lan == ("18", "19")
    yield lambda: iface.mapCanvas().extent().xMaximum() > before
    yield drawn()
    drive.shot("41_nya_lan")
    look(drive, dock, "42_omrade")
    drive.told["where"] = form.where.text()


def another_picture(drive, dock):
    """The steps speak of the picture that is shown."""
    form = dock.steps._forms["omrade"]
    drive.click(form.add)
    yield lambda: form.tree.topLevelItemCount() == 2
    yield settled(0.5)
    tab_out(form.fields["namn"], "Nuläge 2026")
    pick(form.fields["bildtyp"], "nulage")
    yield settled(0.5)
    yield lambda: "Nuläge 2026" in [view.name for view in dock.pictures.views]
    dock.steps.go("")
    dock.pictures.show(dock.pictures.views[1].bild_id)
    yield lambda: "Nuläge 2026 · " in dock.steps.tree.topLevelItem(3).text(0)
    yield drawn()
    look(drive, dock, "43_stegen")
    drive.told["steps"] = [dock.steps.tree.topLevelItem(row).text(0) for row in (1, 3, 7)]


def groups(drive, dock):
    """The card says who draws; another table takes over; the content is sifted."""
    dock.steps.go("noder")
    yield settled()
    drive.click(lambda: dock.drawing.tiles["nod", "punkt"])
    yield lambda: dock.tools.draw_mode is not None and dock.tools.overlay.isVisible()
    dock.tools.who.choose("Åsa", "Bord 1")
    map_click(*ARVIKA_NORTH)
    yield settled()
    overlay = dock.tools.overlay
    dock.tools.who.choose("Åsa", "Bord 2")
    menu = yield from popup_after(overlay.who.showMenu)
    drive.told["menu"] = [action.text() for action in menu.actions() if action.text()]
    drive.shot("44_vem")
    menu.actions()[1].trigger()
    menu.close()
    yield lambda: "Bord 2" in overlay.who.text()
    map_click(*KARLSKOGA_SOUTH)
    yield settled()
    drive.told["card"] = [overlay.title.text(), overlay.who.text()]
    drive.shot("45_kort")
    dock.tools.unset_tool()
    dock.tabs.setCurrentWidget(dock.overview)
    page = dock.overview
    yield lambda: page.group.isVisible() and page.group.count() == 3
    page.tree.topLevelItem(0).setExpanded(True)
    yield settled()
    look(drive, dock, "46_innehall")
    pick(page.group, "Bord 2")
    yield settled()
    drive.click(page.choose)
    yield lambda: len(dock.tools.selection.ids) == 1
    yield settled()
    drive.shot("47_valda")
    drive.told["chosen"] = [act.kod for act in dock.tools.actions.all()]
    dock.tools.unset_tool()


def save_as(drive, dock):
    """A revision, opened."""
    yield settled(0.5)
    entry = next(one for one in dock.menu_button.menu().actions() if one.objectName() == "strukturbild_arkiv_spara_som")
    QTimer.singleShot(0, entry.trigger)
    yield lambda: dialog("strukturbild_spara_som_dialog")
    asked = dialog("strukturbild_spara_som_dialog")
    yield settled()
    drive.told["suggested"] = Path(asked.place.text()).name
    drive.shot("48_spara_som")
    path = WORK / "nästa revidering.gpkg"
    drive.type(asked.place, str(path))
    yield settled()
    drive.click(asked.save)
    yield opened(dock, path)
    dock.tabs.setCurrentIndex(0)
    dock.steps.go("syfte")
    yield dock.steps._forms["syfte"].origin.isVisible
    yield drawn()
    look(drive, dock, "49_revidering")
    drive.told["origin"] = dock.steps._forms["syfte"].origin.text()
