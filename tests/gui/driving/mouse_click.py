"""Inside a real QGIS: a mouse click that waits until what is to be clicked is where it will be."""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest

from tests.gui.driving.windows import has_keyboard

STILL = 2
"""Looks in a row at which it stands in the same place."""
EDGE = 40
"""A wide button is clicked this far from its left edge, in pixels."""


class Press:
    """One click. `widget` is a widget or a function that gives it; so is `point` within it (None: where one would)."""

    def __init__(self, widget, point=None):
        self._widget = widget if callable(widget) else lambda: widget
        self._point = point if callable(point) else lambda: point
        self._stood, self._times, self._sent = None, 0, False

    def __str__(self):
        widget = self._found()
        if widget is None:
            return "något som inte finns"
        words = getattr(widget, "text", lambda: "")()
        return f"{type(widget).__name__} {widget.objectName()} ”{words}” {self._place(widget)}"

    def ready(self):
        """Whether it can be clicked: seen, able to be pressed, standing still, in a window that is in use."""
        widget = self._found()
        if self._sent or widget is None or not widget.isVisible() or not widget.isEnabled():
            return False
        place = self._place(widget)
        self._times = self._times + 1 if place == self._stood else 0
        self._stood = place
        return self._times >= STILL and has_keyboard()

    def send_soon(self, before):
        """Click when the script's own tick has ended; `before` is called first, since the click may not return soon."""
        self._sent = True

        def send():
            before()
            widget = self._found()
            if widget is None:
                raise AssertionError("det som skulle klickas är borta")
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._at(widget))

        QTimer.singleShot(0, send)

    def _found(self):
        widget = self._widget()
        return None if widget is None or sip.isdeleted(widget) else widget

    def _at(self, widget):
        return self._point() or QPoint(min(widget.width() // 2, EDGE), widget.height() // 2)

    def _place(self, widget):
        spot = widget.mapToGlobal(self._at(widget))
        return spot.x(), spot.y(), widget.width(), widget.height(), widget.isVisible(), widget.isEnabled()
