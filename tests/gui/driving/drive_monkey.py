"""Runs inside a real QGIS: a monkey ($SEED, $ACTS acts) mixes our tools with QGIS's own, and looks after each act.

Every act is written to $WORK/acts.log before it is done, so that the last line of a QGIS that died is what it died of.
$CONTROL=1: the same acts without our plugin, those that need it left out. $PLAN: these acts (JSON: names, and with
what) instead of those of a seed. What QGIS itself dies of is left out (qgis_deaths.py).
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import sys
import traceback

sys.path.append(os.environ["TREE"])

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMenu
from qgis.utils import iface, plugins, unloadPlugin

from tests.gui.driving import monkey_acts
from tests.gui.driving.driver import WORK, opened, settled, start
from tests.gui.driving.leaving import leave
from tests.gui.driving.place import Place
from tests.gui.driving.qgis_deaths import ends_qgis

SEED, ACTS, CONTROL = int(os.environ["SEED"]), int(os.environ["ACTS"]), bool(os.environ.get("CONTROL"))
PLAN = json.loads(os.environ.get("PLAN") or "[]")
FILE = Path(os.environ["FILE"])
TICK_MS = 5
OBJECT_TABLES = ("nod", "strak", "samband")


def monkey(drive):
    """All its acts, and what was wrong after them."""
    log = (WORK / f"acts{SEED}{'c' if CONTROL else ''}.log").open("w", encoding="utf-8")
    drive._clock.setInterval(TICK_MS)
    wrong, place, own = [], None, {}
    if CONTROL:
        unloadPlugin("strukturbild_plugin")
        for table in ("avgransning", *OBJECT_TABLES):
            QgsProject.instance().addMapLayer(QgsVectorLayer(f"{FILE}|layername={table}", table, "ogr"))
    else:
        place = Place(drive)
        yield from place.open(FILE)
        own = monkey_acts.Own(place, plugins["strukturbild_plugin"]).acts()
    yield settled()
    monkey_acts.look_at(0, 0, 60_000)
    yield settled()
    look = Look(place) if place else None
    for number, (name, given) in enumerate(planned()):
        _often, do, _given = monkey_acts.THEIRS.get(name) or own.get(name) or (0, None, None)
        if do is None or (name == "their tool" and not PLAN and ends_qgis(*given)):
            continue
        log.write(f"{number} {name} {given}\n")
        log.flush()
        before = look.before() if look else None
        yield from done(do, given, number, wrong)
        if look is None:
            continue
        if name == "close and open":
            place.dock.open(str(FILE))
            yield opened(place.dock, FILE)
            yield settled()
        wrong.extend(f"{number} {name} {given}: {one}" for one in look.after(name, given, before))
        if name == "save":
            wrong.extend(f"{number}: {one}" for one in look.file())
    if place is not None and place.dock.session.opened is not None:
        place.dock.session.save()
        yield settled()
        wrong.extend(f"sist: {one}" for one in look.file())
    drive.told.update(wrong=wrong, acts=ACTS)
    log.close()
    for layer in monkey_acts.layers():
        layer.rollBack()  # else QGIS asks about it, and is not left
    leave()


def planned():
    """The acts, names and with what, each drawn when it is its turn: what there is may have changed."""
    if PLAN:
        yield from ((name, tuple(given)) for name, given in PLAN)
        return
    names, chance = [*monkey_acts.THEIRS, *OWN_NAMES], random.Random(SEED)
    for _ in range(ACTS):
        name = chance.choices(names, WEIGHTS)[0]
        yield name, GIVEN[name](chance)


def done(do, given, number, wrong):
    """Do it, also when it opens a dialog and waits: whatever opens is closed again."""
    over = []

    def run():
        try:
            do(*given)
        except Exception:  # noqa: BLE001 - the monkey goes on; the test is told
            wrong.append(f"{number}: {traceback.format_exc()}")
        over.append(True)

    QTimer.singleShot(0, run)

    def so():
        close_windows()
        return bool(over)

    yield so
    close_windows()


def close_windows():
    """Leave every dialog and menu, as Esc would."""
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        popup.close()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()


class Look:
    """What must hold after each act."""

    def __init__(self, place):
        self._place, self._errors = place, 0
        self._dead = 0
        self._replaced = ""
        """The user's tool that ours last took the place of; none when QGIS put it down, or put back ours itself."""
        iface.mapCanvas().mapToolSet.connect(self._tool_set)

    def before(self):
        tools, canvas = self._place.tools, iface.mapCanvas()
        self._replaced = ""
        return self._ids(), tools.current_tool, canvas.mapTool(), begun(tools.current_tool)

    def _tool_set(self, new, old):
        if iface.mapCanvas().mapTool() is not new:
            return  # told too late: somebody who was told before has changed it already
        tools = self._place.tools
        theirs = old is not None and old not in tools._tools.values()
        self._replaced = type(old).__name__ if tools._taking and theirs else ""

    def after(self, name, given, before):
        if self._place.dock.session.opened is None:
            yield "ingen strukturbild är öppen"
            return
        if self._place.tools.edit_session is None:
            yield "inget går att rita i"
            return
        yield from self._buttons()
        yield from self._tool(name, given, before)
        gone = before[0] - self._ids()
        if gone and not self._may_remove(name, before) and not (len(gone) == 1 and self._joined(name, before)):
            yield f"försvann med {type(before[1] or before[2]).__name__}: {sorted(gone)}"
        mode = self._place.tools.draw_mode
        if mode is not None and not begun(self._place.tools.current_tool):
            yield from self._draws(mode)
        log = self._place.drive.told["log"]
        yield from (f"fel i loggen: {text}" for text in log[self._errors :] if "Traceback" in text)
        self._errors = len(log)

    def _buttons(self):
        """What is pressed is what the map holds."""
        place, mode = self._place, self._place.tools.draw_mode
        pressed = [key for key, tile in place.palette.tiles.items() if tile.isChecked()]
        shown = [(mode.klass.kod, mode.geometri)] if mode is not None else []
        if pressed != [one for one in shown if one in place.palette.tiles]:
            yield f"nedtryckt {pressed}, kartan ritar {shown}"
        if place.palette.hand.isChecked() != place.tools.in_select_mode():
            yield f"knappen Välj och flytta säger {place.palette.hand.isChecked()}"

    def _tool(self, name, given, before):
        """Whose tool the map holds: choosing rests after Esc, and the user's own is never replaced."""
        tools, canvas = self._place.tools, iface.mapCanvas()
        _ids, ours, tool, was_begun = before
        if canvas.mapTool() is None:
            yield "kartan har inget verktyg"
        if name == "key" and given == ("Esc",):
            if ours is None and canvas.mapTool() is not tool:
                yield "Esc bytte ut användarens verktyg"
            if ours is not None and not was_begun and not tools.select_tool_active():
                yield "efter Esc vilar inte kartan i Välj och flytta"
        if name == "select tool" and not tools.select_tool_active():
            yield "Välj och flytta tar inte"
        if name == "their tool" and self._replaced:
            yield f"vårt verktyg ersatte användarens ({self._replaced})"

    def file(self):
        """What differs between the layers and the file, when all is saved."""
        session = self._place.tools.edit_session
        if session is None or session.unsaved():
            return
        with sqlite3.connect(FILE) as database:
            for code, layer in session.layers.items():
                if layer.fields().indexOf("objekt_id") < 0 or code == "strukturbild":
                    continue
                there = {row[0] for row in database.execute(f'SELECT objekt_id FROM "{code}"')}
                here = {str(one["objekt_id"]) for one in layer.getFeatures()}
                if there != here:
                    yield f"{code}: bara i lagret {sorted(here - there)}, bara i filen {sorted(there - here)}"

    def _ids(self):
        session = self._place.tools.edit_session
        drawn = session.layers.items() if session is not None else ()
        return {
            str(one["objekt_id"])
            for code, layer in drawn
            if code not in ("strukturbild", "objekt_mal", "kommentar") and layer.fields().indexOf("objekt_id") >= 0
            for one in layer.getFeatures()
        }

    def _may_remove(self, name, before):
        """Taking away is what the act is for; a click takes away only with one of QGIS's own editing tools."""
        ours, tool = before[1:3]
        if name in monkey_acts.ON_MAP:
            return ours is None and type(tool).__name__ != "QgsMapToolPan"
        return name in monkey_acts.TAKES_AWAY

    def _joined(self, name, before):
        """Whether a click on the second of two made one of them, as was asked for."""
        asked = type(before[1]).__name__ in ("PickNodeTool", "PickLineTool")
        return name in monkey_acts.ON_MAP and asked and self._undoes().startswith(("Slå ihop ", "Foga ihop "))

    def _undoes(self):
        session = self._place.tools.edit_session
        return session.undo_text() if session is not None else ""

    def _draws(self, mode):
        """Whether the pen that is held draws, where that takes but a click, in the middle of the map."""
        if mode.lager != "nod":
            return
        count = len(self._place.objects("nod"))
        self._dead += 1
        monkey_acts.click((0.3 + self._dead % 40 / 100, 0.3 + self._dead // 40 % 40 / 100))
        if len(self._place.objects("nod")) != count + 1:
            said = [item.text() for item in iface.messageBar().items()][:1]
            yield f"nedtryckt men ritar inte {said}"


def begun(tool):
    """Whether something is begun with a tool of ours, or was refused and is kept in it."""
    if tool is None:
        return False
    hand = getattr(tool, "_hand", None)
    return bool(
        tool.keeps()
        or getattr(tool, "path", None)
        or (hand is not None and hand.points)
        or (hasattr(tool, "size") and tool.size())
    )


class _Nobody:
    def __getattr__(self, name):
        return self


OWN_ACTS = monkey_acts.Own(_Nobody(), _Nobody()).acts()
OWN_NAMES = list(OWN_ACTS)
WEIGHTS = [often for often, _do, _given in (*monkey_acts.THEIRS.values(), *OWN_ACTS.values())]
GIVEN = {name: given for name, (_often, _do, given) in {**monkey_acts.THEIRS, **OWN_ACTS}.items()}
start(monkey)
