"""Helpers of the scripts that run inside a real QGIS (`qgis --code`): waiting, clicking, drawing, taking pictures.

A script tells what it saw in the file $TELL (JSON) and puts pictures of the screen in $SHOTS. It never sleeps in the
hope that something has happened: it waits for what must come, however slow the machine is.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

from tests.gui.driving.mouse_click import Press
from tests.gui.driving.windows import at_work, give_keyboard, has_keyboard, seen

SHOTS, TELL, WORK = Path(os.environ["SHOTS"]), Path(os.environ["TELL"]), Path(os.environ["WORK"])
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SECONDS = float(os.environ.get("DRIVE_SECONDS", "180"))
TICK_MS = 60
ASK_AGAIN = 2.0
"""Seconds until a menu that went away is asked for again."""


def start(way):
    """Go this way; kept alive by QGIS's own main module."""
    sys.modules["__main__"].strukturbild_drive = Drive(way)


def one_after_another(**ways):
    """Several ways in one QGIS; what each tells is told under its name, as if it had been alone."""

    def way(drive):
        whole = drive.told
        for name, one in ways.items():
            drive.told = whole[name] = {"log": [], "shots": []}
            yield from one(drive)
        drive.told = whole

    return way


class Drive:
    """Goes through `way` step by step; a step that yields a condition waits for it, also while a dialog is open."""

    def __init__(self, way):
        self.told = self._whole = {"log": [], "shots": []}
        self._way, self._wait, self._end = way(self), settled(), time.monotonic() + SECONDS
        self._inside = False
        self._presses = []
        QgsApplication.messageLog().messageReceived.connect(self._heard)
        self._clock = QTimer()
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._step)
        self._clock.start()

    def _heard(self, text, tag, level):
        if tag == "Strukturbild" or "Traceback" in text:
            self.told["log"].append(f"{tag}: {text}")

    def _step(self):
        if self._inside:
            return
        self._inside = True
        try:
            give_keyboard()
            if time.monotonic() > self._end:
                self._stuck()
            elif self._presses:
                self._press()
            elif self._wait():
                self._wait = next(self._way) or (lambda: True)
                self._end = time.monotonic() + SECONDS
                give_keyboard()  # at once when this step closed a window
        except StopIteration:
            self._finish()
        except Exception:  # noqa: BLE001 - whatever it is, the test shall hear of it
            self._whole.update(error=traceback.format_exc(), log=self.told["log"])
            self._finish()
        finally:
            self._inside = False

    def _press(self):
        """The first click that waits: sent when this tick has ended, since it may open a dialog."""
        press = self._presses[0]
        if press.ready():
            press.send_soon(lambda: self._presses.remove(press))

    def _stuck(self):
        self.shot("fastnat")
        inner = self._way
        while inner.gi_yieldfrom is not None:
            inner = inner.gi_yieldfrom
        where = f"{inner.__name__}, rad {inner.gi_frame.f_lineno}"
        clicks = "".join(f"\nväntar på att få klicka: {press}" for press in self._presses)
        raise AssertionError(f"väntade förgäves i {where}{clicks}\n{seen()}")

    def _finish(self):
        self._clock.stop()
        beside = TELL.with_suffix(".part")
        beside.write_text(json.dumps(self._whole, ensure_ascii=False), encoding="utf-8")
        beside.replace(TELL)

    def shot(self, name):
        """The whole screen as a picture."""
        QApplication.processEvents()
        file = SHOTS / f"{name}.png"
        QGuiApplication.primaryScreen().grabWindow(0).save(str(file))
        self.told["shots"].append(name)

    def click(self, widget, point=None):
        """A mouse click, once the widget is seen, can be pressed and stands still; nothing else happens until then.

        `widget` and `point` may be functions, asked until then: what is there now.
        """
        self._presses.append(Press(widget, point))

    def click_line(self, view, item):
        """A click on a line of a list or tree, scrolled to."""

        def there():
            view.scrollToItem(item)
            return item_point(view, item)

        self.click(view.viewport(), there)

    def type(self, widget, text):
        """Replace a line's text by keys."""
        widget.setFocus()
        widget.selectAll()
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:  # QTest has no keys for å ä ö
            widget.insert(text)
        if not text:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)


def seconds(count):
    """A condition that is true after so many seconds: only for what is a matter of time."""
    end = time.monotonic() + count
    return lambda: time.monotonic() > end


def busy():
    """Whether something is being read, written, checked or drawn, or no window has the keyboard."""
    return bool(at_work()) or iface.mapCanvas().isDrawing() or not has_keyboard()


def settled(least=0.2, ticks=4):
    """A condition: nothing has gone on for `ticks` looks in a row and `least` seconds."""
    calm = []

    def so():
        calm.append(time.monotonic())
        if busy():
            calm.clear()
        return len(calm) >= ticks and calm[-1] - calm[0] >= least

    return so


def drawn():
    """A condition: the map shows all there is. Longer than QGIS waits before it draws in a window of another size."""
    return settled(0.7)


def popup_after(ask):
    """The menu that `ask` opens, asked for again when the window system has closed it; `yield from` it."""
    asked, stood = [-ASK_AGAIN], [0]

    def there():
        menu = QApplication.activePopupWidget()
        stood[0] = stood[0] + 1 if menu is not None and menu.isVisible() else 0
        if menu is None and has_keyboard() and time.monotonic() - asked[0] > ASK_AGAIN:
            asked[0] = time.monotonic()
            QTimer.singleShot(0, ask)
        return stood[0] >= 3

    yield settled()
    yield there
    return QApplication.activePopupWidget()


def item_point(view, item):
    """Where to click on a line of a list or tree."""
    box = view.visualItemRect(item)
    return QPoint(box.left() + 12, box.center().y())


def tree_lines(tree):
    """Every line of a tree, from the top down."""

    def below(line):
        yield line
        for row in range(line.childCount()):
            yield from below(line.child(row))

    return [line for row in range(tree.topLevelItemCount()) for line in below(tree.topLevelItem(row))]


def prepare():
    """Size the window and quieten the panels a planner would close."""
    window = iface.mainWindow()
    window.setGeometry(QGuiApplication.primaryScreen().availableGeometry())
    for panel in window.findChildren(type(iface.layerTreeView().parent().parent())):
        if panel.objectName() == "Browser":
            panel.hide()
    return plugins["strukturbild_plugin"]


def opened(dock, path=None):
    """A condition: a strukturbild (this one) is open, has been read and stands in the dock."""

    def so():
        there = (
            dock.session.opened is not None and dock.tools.edit_session is not None and dock.pictures.shown is not None
        )
        right = there and (path is None or dock.session.opened.path == Path(path))
        return right and not dock.session.runner.busy and dock.steps.tree.topLevelItemCount() > 5

    return so


def on_canvas(x, y):
    """Where a place (EPSG:3006) is on the canvas, whatever CRS the map has."""
    canvas, ground = iface.mapCanvas(), QgsCoordinateReferenceSystem("EPSG:3006")
    change = QgsCoordinateTransform(ground, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    spot = canvas.getCoordinateTransform().transform(change.transform(QgsPointXY(x, y)))
    return QPoint(round(spot.x()), round(spot.y()))


def map_click(x, y, button=LEFT):
    """A click on the map."""
    QTest.mouseClick(iface.mapCanvas().viewport(), button, PLAIN, on_canvas(x, y))


def map_drag(*places):
    """Press at the first place, through the others, let go at the last."""
    paper = iface.mapCanvas().viewport()
    QTest.mousePress(paper, LEFT, PLAIN, on_canvas(*places[0]))
    for before, after in zip(places, places[1:]):
        for share in range(1, 11):  # QTest's own moves tell nothing of the button that is held
            x, y = (a + (b - a) * share / 10 for a, b in zip(before, after))
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(on_canvas(x, y)), Qt.MouseButton.NoButton, LEFT, PLAIN)
            QApplication.sendEvent(paper, move)
    QTest.mouseRelease(paper, LEFT, PLAIN, on_canvas(*places[-1]))


def counts(dock):
    """How many rows each layer of the strukturbild has, edits included."""
    layers = {code: layer for code, layer in dock.tools.edit_session.layers.items() if code != "strukturbild"}
    return {code: layer.featureCount() for code, layer in layers.items() if layer.featureCount()}
