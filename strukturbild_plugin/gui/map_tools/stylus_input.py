"""Pens (and drawing tablets) on the map: press, draw, let go, as with the mouse.

Qt turns what a pen does into mouse events only when nobody takes it; here it is turned at once and told as taken, so
that no second, later event comes of it. Fingers are left to Qt and QGIS: one draws, two zoom (base_tool).
"""

from __future__ import annotations

from typing import Protocol

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication

from ...compat import event_place
from ..guarded import guarded
from .base_tool import HeldTool

_AS_MOUSE = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


class StylusHost(Protocol):
    """Knows whether one of our tools is held."""

    iface: QgisInterface

    @property
    def current_tool(self) -> HeldTool | None: ...


@guarded
class StylusInput(QObject):
    """Listens on the map's paper while the plugin is on; does nothing unless one of our tools is held."""

    def __init__(self, tools: StylusHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools, self._paper = tools, tools.iface.mapCanvas().viewport()
        self._paper.installEventFilter(self)
        self._down = False

    def close(self) -> None:
        """Listen no more."""
        self._paper.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's."""
        kind = _AS_MOUSE.get(event.type())
        if kind is None or self._tools.current_tool is None:
            return False
        moving = event.type() == QEvent.Type.TabletMove
        if event.type() == QEvent.Type.TabletPress:
            self._down = True
        button = Qt.MouseButton.NoButton if moving else (event.button() or Qt.MouseButton.LeftButton)
        if event.type() == QEvent.Type.TabletRelease:
            self._down = False
        held = Qt.MouseButton.LeftButton if self._down else Qt.MouseButton.NoButton
        QApplication.sendEvent(self._paper, QMouseEvent(kind, event_place(event), button, held, event.modifiers()))
        event.accept()
        return True
