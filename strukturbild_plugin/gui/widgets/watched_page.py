"""A page of the dock that tells when it is looked at."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from ..guarded import guarded


@guarded
class WatchedPage(QWidget):
    """What it draws on the map is only to be there meanwhile."""

    shown_or_left = pyqtSignal(bool)
    """Whether it is looked at now."""

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: the page is looked at."""
        super().showEvent(event)
        self.shown_or_left.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's: another page is."""
        super().hideEvent(event)
        self.shown_or_left.emit(False)
