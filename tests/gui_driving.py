"""Helpers of the scripts that run inside a real QGIS (`qgis --code`): waiting, clicking, drawing, taking pictures.

A script tells what it saw in the file $TELL (JSON) and puts pictures of the screen in $SHOTS.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins

SHOTS, TELL, WORK = Path(os.environ["SHOTS"]), Path(os.environ["TELL"]), Path(os.environ["WORK"])
LEFT = Qt.MouseButton.LeftButton
SECONDS = float(os.environ.get("DRIVE_SECONDS", "90"))


def start(way):
    """Go this way; kept alive by QGIS's own main module."""
    sys.modules["__main__"].strukturbild_drive = Drive(way)


class Drive:
    """Goes through `way` step by step; a step that yields a condition waits for it, also while a dialog is open."""

    def __init__(self, way):
        self.told = {"log": [], "shots": []}
        self._way, self._wait, self._end = way(self), lambda: True, time.monotonic() + SECONDS
        self._inside = False
        QgsApplication.messageLog().messageReceived.connect(self._heard)
        self._clock = QTimer()
        self._clock.setInterval(60)
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
            if self._wait():
                self._wait = next(self._way) or (lambda: True)
                self._end = time.monotonic() + SECONDS
            elif time.monotonic() > self._end:
                self.shot("fastnat")
                inner = self._way
                while inner.gi_yieldfrom is not None:
                    inner = inner.gi_yieldfrom
                raise AssertionError(f"väntade förgäves i {inner.__name__}, rad {inner.gi_frame.f_lineno}")
        except StopIteration:
            self._finish()
        except Exception:  # noqa: BLE001 - whatever it is, the test shall hear of it
            self.told["error"] = traceback.format_exc()
            self._finish()
        finally:
            self._inside = False

    def _finish(self):
        self._clock.stop()
        beside = TELL.with_suffix(".part")
        beside.write_text(json.dumps(self.told, ensure_ascii=False), encoding="utf-8")
        beside.replace(TELL)

    def shot(self, name):
        """The whole screen as a picture."""
        QApplication.processEvents()
        file = SHOTS / f"{name}.png"
        QGuiApplication.primaryScreen().grabWindow(0).save(str(file))
        self.told["shots"].append(name)

    def click(self, widget, point=None):
        """A mouse click; after this step has ended, since it may open a dialog."""
        where = point or QPoint(min(widget.width() // 2, 40), widget.height() // 2)
        QTimer.singleShot(0, lambda: QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, where))

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


def dialog(name):
    """The visible dialog with this object name."""
    found = (w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible())
    return next(found, None)


def seconds(count):
    """A condition that is true after so many seconds."""
    end = time.monotonic() + count
    return lambda: time.monotonic() > end


def drawn():
    """A condition: the canvas has finished drawing."""
    settled = seconds(0.7)
    return lambda: settled() and not iface.mapCanvas().isDrawing()


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


def on_canvas(x, y):
    """Where a place of the map is on the canvas."""
    spot = iface.mapCanvas().getCoordinateTransform().transform(x, y)
    return QPoint(round(spot.x()), round(spot.y()))


def map_click(x, y, button=LEFT):
    """A click on the map."""
    QTest.mouseClick(iface.mapCanvas().viewport(), button, Qt.KeyboardModifier.NoModifier, on_canvas(x, y))


def map_drag(*places):
    """Press at the first place, through the others, let go at the last."""
    paper, plain = iface.mapCanvas().viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(paper, LEFT, plain, on_canvas(*places[0]))
    for before, after in zip(places, places[1:]):
        for share in range(1, 11):  # QTest's own moves tell nothing of the button that is held
            x, y = (a + (b - a) * share / 10 for a, b in zip(before, after))
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(on_canvas(x, y)), Qt.MouseButton.NoButton, LEFT, plain)
            QApplication.sendEvent(paper, move)
    QTest.mouseRelease(paper, LEFT, plain, on_canvas(*places[-1]))


def counts(dock):
    """How many rows each layer of the strukturbild has, edits included."""
    layers = {code: layer for code, layer in dock.studio.desk.layers.items() if code != "strukturbild"}
    return {code: layer.featureCount() for code, layer in layers.items() if layer.featureCount()}
