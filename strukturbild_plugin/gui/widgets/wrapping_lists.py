"""Lists whose lines wrap: as trees without columns, and lists that are as high as what they hold."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QWidget

from ..guarded import guarded
from .wrapping_delegate import WrappingDelegate


@guarded
class WrappingTree(QTreeWidget):
    """A tree with one column, as wide as there is room for."""

    def __init__(self, indented: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(indented)
        self.setIndentation(12 if indented else 0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        WrappingDelegate(self)


@guarded
class FittingList(WrappingTree):
    """A flat list as high as its lines, up to `most` lines of text; then it scrolls."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(False, parent)
        self._most = most
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._fit))
        for signal in (self.model().rowsInserted, self.model().rowsRemoved, self.model().dataChanged):
            signal.connect(guarded(lambda *_: self._soon.start()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the lines wrap in another way."""
        super().resizeEvent(event)
        self._soon.start()

    def _fit(self) -> None:
        model = self.model()
        rows = sum(self.rowHeight(model.index(row, 0)) for row in range(model.rowCount()))
        wanted = min(rows, self._most * self.fontMetrics().lineSpacing()) + 2 * self.frameWidth() + 2
        if wanted != self.height():
            self.setFixedHeight(wanted)
