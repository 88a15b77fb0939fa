"""A part of drive_forms_and_area_change.py: earlier states are listed, looked at, and brought back by real clicks."""

from __future__ import annotations

import os

from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

from tests.gui.driving.driver import drawn, popup_after, settled
from tests.gui.driving.place import Place
from tests.gui.driving.windows import dialog
from tests.gui.earlier_states.helpers import box_of


def earlier_states(drive):
    """Something is taken away and saved, comes back alone, is taken away again, and comes back with the whole."""
    place = Place(drive)
    yield from place.open(os.environ["STATES"])
    before = names(place)
    yield from take_away(place, "Arvika")
    shown = yield from listed(drive, place)
    yield lambda: shown.tree.topLevelItemCount() > 0 and not shown.map.isDrawing()
    yield settled(0.7)
    drive.shot("50_tidigare_lagen")
    drive.told["summary"], drive.told["fits"] = shown.summary.text(), fits(shown)
    drive.told["when"] = [shown.list.item(row).text() for row in range(shown.list.count())]
    yield from look(drive, shown)
    drive.click(shown.tree.viewport(), lambda: box_of(shown.tree, shown.tree.topLevelItem(0)))
    yield shown.objects_button.isEnabled
    drive.click(shown.objects_button)
    yield lambda: dialog("strukturbild_tidigare_lagen") is None
    yield settled()
    drive.told["back"] = "Arvika" in names(place)
    drive.told["step"] = place.tools.edit_session.undo_text()
    yield drawn()
    drive.shot("52_objekt_tillbaka")
    place.tools.undo()
    drive.told["undone"] = "Arvika" not in names(place)
    yield from whole(drive, place)
    drive.told["whole"] = names(place) == before


def take_away(place, name):
    from strukturbild_plugin.drawing.edits.objects import delete_object

    delete_object(place.tools.edit_session, place.named(name).objekt_id)
    yield settled()
    assert place.dock.session.save()
    yield settled(0.7)


def listed(drive, place):
    """The dialog, from the menu."""
    button = place.dock.menu_button
    menu = yield from popup_after(button.showMenu)
    action = next(one for one in menu.actions() if one.objectName() == "strukturbild_arkiv_tidigare")
    drive.click(menu, menu.actionGeometry(action).center())
    yield lambda: dialog("strukturbild_tidigare_lagen")
    return dialog("strukturbild_tidigare_lagen")


def look(drive, shown):
    """The window to look in."""
    drive.click(shown.look_button)
    yield lambda: dialog("strukturbild_lage")
    window = dialog("strukturbild_lage")
    yield lambda: not window.map.isDrawing()
    yield settled(0.7)
    drive.shot("51_titta")
    drive.told["same"] = window.map.extent().center().distance(iface.mapCanvas().extent().center()) < 2000
    drive.click(window.close_button)
    yield lambda: dialog("strukturbild_lage") is None
    yield settled()


def whole(drive, place):
    """All of it, with the question that is asked."""
    shown = yield from listed(drive, place)
    yield shown.whole_button.isEnabled
    drive.click(shown.whole_button)
    yield lambda: dialog("strukturbild_ta_tillbaka")
    asked = dialog("strukturbild_ta_tillbaka")
    yield settled()
    drive.shot("53_fraga")
    drive.told["asked"] = asked.informativeText()
    drive.click(next(one for one in asked.findChildren(QPushButton) if one.text() == "Ta tillbaka"))
    yield lambda: place.dock.session.opened is None
    yield lambda: place.dock.session.opened is not None and place.tools.edit_session is not None
    yield settled(0.7)
    yield drawn()
    drive.shot("54_hela_laget")


def names(place):
    return sorted(one.namn for one in place.tools.edit_session.objects.all())


def fits(window):
    """Whether a window is all on the screen."""
    return window.screen().availableGeometry().contains(window.frameGeometry())
