"""A small or enlarged screen: QGIS's status line must not push the window, and with it the dock, off the screen.

Measured at 150 % on 1366 x 768: the status line asks for 889 to 1035 points where there are 911.
"""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMainWindow

from ..guarded import guarded

NARROW = 1280
"""Points across a screen on which the status line gives way."""


class StatusBarFit:
    """Lets the status line be narrower than its parts while the dock is there; takes it back afterwards."""

    def __init__(self, window: QMainWindow) -> None:
        self._line = window.statusBar() if window.screen().availableGeometry().width() < NARROW else None
        self._before = self._line.minimumWidth() if self._line is not None else 0
        self._window = window
        if self._line is not None:
            self._line.setMinimumWidth(1)
            QTimer.singleShot(0, guarded(self._fit))

    def _fit(self) -> None:
        """The window that the line has already pushed beyond the screen comes back within it."""
        if self._line is None or sip.isdeleted(self._window):
            return
        screen = self._window.screen().availableGeometry()
        if self._window.width() > screen.width() and not self._window.isMaximized():
            self._window.resize(screen.width(), self._window.height())

    def close(self) -> None:
        """The plugin is switched off."""
        if self._line is not None:
            self._line.setMinimumWidth(self._before)
            self._line = None
