"""Runs inside a real QGIS: work that is not saved before a crash ($WAY 'work'), and after it ('back')."""

from __future__ import annotations

import json
import os
import sqlite3
import sys

sys.path.append(os.environ["TREE"])

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from tests.gui.driving.driver import WORK, drawn, map_click, opened, prepare, settled, start
from tests.gui.driving.leaving import AFTER_MS, leave
from tests.gui.driving.place import CONTROL, Place
from tests.gui.driving.windows import dialog

TOLD = WORK / "ritat.json"
AGAIN = CONTROL | Qt.KeyboardModifier.ShiftModifier


def work(drive):
    """Two towns by click, one renamed, one moved, one taken away, a goal: none of it can be saved."""
    place = Place(drive)
    yield from place.open(os.environ["FILE"])
    sys.modules["__main__"].strukturbild_other = hold(os.environ["FILE"])
    drive.told["strip_before"] = place.dock.recovery_strip.isVisible()
    yield from place.tile("noder", "nod", "punkt")
    for name, spot in (("Nyby", (470_000.0, 6_560_000.0)), ("Nyhamn", (500_000.0, 6_595_000.0))):
        map_click(*spot)
        yield place.palette.form.name.isVisible
        drive.type(place.palette.form.name, name)
        QTest.keyClick(place.palette.form.name, Qt.Key.Key_Return)
        yield settled()
    place.hand()
    change(place)
    yield settled()
    autosave = place.dock.recovery.autosave
    yield lambda: not autosave._timer.isActive() and autosave._kept is not None
    place.dock.recovery._threads.wait()
    TOLD.write_text(json.dumps(state(place)), encoding="utf-8")
    drive.told["process"] = os.getpid()
    yield lambda: "ett annat program" in place.dock.header.saved.text()
    drive.told["unsaved"] = place.dock.header.saved.text()


def hold(path):
    """Another program writes in the file for as long as what is given lives."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def change(place, name=""):
    """What is not drawn but changed; with a name, that alone is."""
    from strukturbild_plugin.drawing.edits.network import move_node
    from strukturbild_plugin.drawing.edits.objects import delete_object, set_values
    from strukturbild_plugin.drawing.session.edit_buffer import add_row
    from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS

    edit_session = place.tools.edit_session
    if name:
        set_values(edit_session, place.named(name).objekt_id, {"beskrivning": "Inte att spara"})
        return
    set_values(edit_session, place.named("Örebro").objekt_id, {"beskrivning": "Här möts två stråk"})
    move_node(edit_session, place.named("Karlskoga").objekt_id, (466_000.0, 6_580_000.0))
    delete_object(edit_session, place.named("Arvika").objekt_id)
    goal = place.dock.session.snapshot.goals[0].mal_id
    with edit_session.command("Koppla mål"):
        row = {"objekt_id": place.named("Nyhamn").objekt_id, "mal_id": goal, "bidrag": 1}
        add_row(edit_session, GOAL_LINKS, row, QgsGeometry())


def state(place):
    """All that is drawn, and the links; what the file counts itself is left out."""
    links = place.tools.edit_session.layer("objekt_mal")
    tied = sorted(f"{row['objekt_id']} {row['mal_id']} {row['bidrag']}" for row in links.getFeatures())
    kept = {}
    for known in place.tools.edit_session.objects.all():
        feature = place.feature(known)
        row = [str(feature[name] or "") for name in ("namn", "klass", "beskrivning", "skapad_av", "grupp")]
        kept[known.objekt_id] = [*row, feature.geometry().asWkt(2)]
    return {"objekt": dict(sorted(kept.items())), "mal": tied}


def back(drive):
    """The panel is there; asked, looked at, laid back, undone, done again, saved, opened again."""
    plugin = prepare()
    yield lambda: plugin._dock is not None and plugin._dock.isVisible()
    place = Place(drive)
    dock, strip = place.dock, place.dock.recovery_strip
    yield from place.open(os.environ["FILE"])
    yield strip.isVisible
    before, wanted = state(place), json.loads(TOLD.read_text(encoding="utf-8"))
    drive.told["asked"] = strip.sentence.text()
    yield drawn()
    drive.shot("01_fraga")
    drive.click(strip.look_button)
    yield lambda: dialog("strukturbild_osparat")
    window = dialog("strukturbild_osparat")
    tree = window.tree
    drive.told["listed"] = sorted(tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount()))
    yield drawn()
    drive.shot("02_titta")
    window.close()
    yield lambda: dialog("strukturbild_osparat") is None
    yield settled()
    drive.click(strip.restore_button)
    yield lambda: not strip.isVisible()
    yield drawn()
    drive.shot("03_tillbaka")
    drive.told["back"] = state(place) == wanted
    drive.told["step"] = place.tools.edit_session.undo_text()
    yield lambda: not dock.session.opened.unsaved()
    place.key(Qt.Key.Key_Z, CONTROL)
    drive.told["undone"] = state(place) == before
    yield lambda: not dock.session.opened.unsaved()
    place.key(Qt.Key.Key_Z, AGAIN)
    drive.told["redone"] = state(place) == wanted
    yield lambda: not dock.session.opened.unsaved()
    yield settled()
    dock.session.close()
    yield from place.open(os.environ["FILE"])
    drive.told["saved"] = state(place) == wanted
    drive.told["strip_after"] = strip.isVisible()
    drive.told["copies"] = kept_copies(place)
    drive.shot("04_sparat")
    leave()


def thrown(drive):
    """Asked on the start page, and thrown away; then a little is changed that can't be saved, and QGIS is left."""
    plugin = prepare()
    yield lambda: plugin._dock is not None and plugin._dock.isVisible()
    page = plugin._dock.start_page
    yield page.unsaved_link.isVisible
    yield settled()
    drive.shot("05_borja")
    drive.told["start"] = page.unsaved_link.text()
    page.unsaved_link.linkActivated.emit("#")
    place = Place(drive)
    yield opened(place.dock, os.environ["FILE"])
    yield place.dock.recovery_strip.isVisible
    drive.click(place.dock.recovery_strip.throw_button)
    yield lambda: not place.dock.recovery_strip.isVisible()
    sys.modules["__main__"].strukturbild_other = hold(os.environ["FILE"])
    change(place, "Sunne")
    yield lambda: place.dock.recovery.autosave._kept is not None
    drive.told["copies"] = kept_copies(place)
    sys.modules["__main__"].strukturbild_answer = Answer()
    QTimer.singleShot(AFTER_MS, iface.mainWindow().close)


class Answer:
    """Says "throw away" to the one question when QGIS is left."""

    def __init__(self):
        self._clock = QTimer()
        self._clock.setInterval(100)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self):
        asked = dialog("strukturbild_osparat_fraga")
        if asked is not None:
            throw = next(one for one in asked.buttons() if one.text() == "Ta bort det osparade")
            QTimer.singleShot(0, throw.click)


def kept_copies(place):
    """How many copies lie there once the thread is done."""
    place.dock.recovery._threads.wait()
    return len(list(place.dock.recovery._folder._folder.glob("*.json")))


start({"work": work, "back": back, "thrown": thrown}[os.environ["WAY"]])
