"""Runs inside a real QGIS: four groups get files, two draw in theirs, the copies are merged."""

from __future__ import annotations

import os
import sys

sys.path.append(os.environ["TREE"])

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from tests.gui.driving.driver import WORK, drawn, map_click, opened, popup_after, settled, start
from tests.gui.driving.place import Place
from tests.gui.driving.windows import dialog

PLACES = {"Bord 1": ("Nyby", (470_000.0, 6_560_000.0)), "Bord 2": ("Nyhamn", (500_000.0, 6_595_000.0))}


def workshop(drive):
    """From the main file to the merged one."""
    place = Place(drive)
    main = os.environ["EXAMPLE"]
    yield from place.open(main)
    files = yield from four_groups(drive, place)
    for group, (name, spot) in PLACES.items():
        yield from draw(drive, place, next(path for path in files if group in path.name), name, spot)
    yield from place.open(main)
    yield from merge(drive, place, [path for path in files if any(group in path.name for group in PLACES)])


def menu_entry(drive, place, code):
    """An entry of the file menu, clicked."""
    menu = yield from popup_after(place.dock.menu_button.showMenu)
    action = next(one for one in menu.actions() if one.objectName() == f"strukturbild_arkiv_{code}")
    drive.click(menu, menu.actionGeometry(action).center())


def four_groups(drive, place):
    """Six tables by one button, two taken away, one renamed."""
    yield from menu_entry(drive, place, "starta_workshop")
    yield lambda: dialog("strukturbild_starta_workshop")
    asked = dialog("strukturbild_starta_workshop")
    yield settled()
    drive.click(asked.groups.tables)
    yield lambda: len(asked.groups.groups()) == 6
    for _ in range(2):
        number = len(asked.groups.groups())
        drive.click_line(asked.groups.table, asked.groups.table.item(number - 1, 0))
        yield asked.groups.remove.isEnabled
        drive.click(asked.groups.remove)
        yield lambda number=number: len(asked.groups.groups()) == number - 1
    drive.type(asked.name, "Karlstad")
    drive.type(asked.place, "Residenset")
    drive.type(asked.folder_line, str(WORK / "bord"))
    yield settled()
    drive.shot("01_starta")
    drive.told["fits"] = asked.screen().availableGeometry().contains(asked.frameGeometry())
    drive.click(asked.do)
    yield asked.open_folder.isVisible
    yield settled()
    drive.shot("02_startad")
    files = sorted((WORK / "bord").glob("*.gpkg"))
    drive.told["files"] = [path.name for path in files]
    drive.click(asked.leave)
    yield lambda: dialog("strukturbild_starta_workshop") is None
    return files


def draw(drive, place, path, name, spot):
    """A group opens its file and draws a town."""
    place.dock.open(str(path))
    yield opened(place.dock, path)
    yield settled(0.7)
    yield from place.tile("noder", "nod", "punkt")
    map_click(*spot)
    yield place.palette.form.name.isVisible
    drive.type(place.palette.form.name, name)
    QTest.keyClick(place.palette.form.name, Qt.Key.Key_Return)
    yield settled()
    yield drawn()
    drive.shot(f"03_{name}")
    header = place.dock.header
    told = (header.group.text(), header.copied.toolTip(), place.value(place.named(name), "grupp"))
    drive.told.setdefault("groups", []).append(told)
    place.hand()
    yield lambda: not place.dock.session.opened.unsaved()


def merge(drive, place, files):
    """Both copies, and what became of each."""
    yield from menu_entry(drive, place, "sla_ihop")
    yield lambda: dialog("strukturbild_sla_ihop")
    asked = dialog("strukturbild_sla_ihop")
    asked.add(files)  # as by drag and drop
    yield settled()
    drive.shot("04_sla_ihop")
    drive.told["whose"] = [asked.list.topLevelItem(row).text(0).split("\n")[-1] for row in range(len(files))]
    drive.click(asked.do)
    yield asked.open_folder.isVisible
    yield opened(place.dock, asked.target.path())
    yield settled(0.7)
    yield drawn()
    drive.shot("05_hopslaget")
    drive.told["summary"] = asked.heading.text()
    drive.told["report"] = [asked.report.topLevelItem(row).text(0) for row in range(len(files))]
    drive.told["drawn"] = sorted(
        one.namn for one in place.tools.edit_session.objects.all() if one.namn in ("Nyby", "Nyhamn")
    )
    drive.told["result"] = place.dock.session.opened.path.name
    drive.click(asked.leave)
    yield lambda: dialog("strukturbild_sla_ihop") is None


start(workshop)
