"""A small or enlarged screen: neither QGIS's status line nor its messages may push the window, and the dock, off it.

Measured at 150 % on 1366 x 768: the status line asks for 889 to 1035 points where there are 911, and two messages that
come at once make the window 974 wide, where it stays.
"""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMainWindow, QWidget

from ..guarded import guarded

NARROW = 1280
"""Points across a screen on which the status line gives way."""


class StatusBarFit:
    """Lets the status line and the messages be narrower than their parts as long as the dock is there."""

    def __init__(self, window: QMainWindow, messages: QWidget) -> None:
        """`messages`: the message bar over the map."""
        self._window, self._before = window, list[tuple[QWidget, int]]()
        if window.screen().availableGeometry().width() < NARROW:
            for line in (window.statusBar(), messages):
                self._before.append((line, line.minimumWidth()))
                line.setMinimumWidth(1)
            QTimer.singleShot(0, guarded(self._fit))

    def _fit(self) -> None:
        """The window that the line has already pushed beyond the screen comes back within it."""
        if not self._before or sip.isdeleted(self._window):
            return
        screen = self._window.screen().availableGeometry()
        if self._window.width() > screen.width() and not self._window.isMaximized():
            self._window.resize(screen.width(), self._window.height())

    def close(self) -> None:
        """The plugin is switched off."""
        for line, before in self._before:
            if not sip.isdeleted(line):
                line.setMinimumWidth(before)
        self._before = []
