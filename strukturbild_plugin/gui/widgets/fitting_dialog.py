"""Dialogs that stay within the screen, whatever they come to say: no button ends up below its edge."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from ..guarded import guarded

_FRAME_KNOWN_MS = 250
"""By then the window manager has put its frame and title bar around a window that was shown."""


@guarded
class FittingDialog(QDialog):
    """Moved and made smaller until all of it is on the screen.

    One whose contents need more height than there is gets them in a scrolled part above its last row, the buttons.
    """

    def __init__(self, parent: QWidget | None = None, kind: Qt.WindowType = Qt.WindowType.Dialog) -> None:
        super().__init__(parent, kind)
        self._body: QScrollArea | None = None
        self._revealed: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._framed = QTimer(self)
        self._framed.setSingleShot(True)
        self._framed.setInterval(_FRAME_KNOWN_MS)
        for timer in (self._soon, self._framed):
            timer.timeout.connect(guarded(self.keep_on_screen))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: now there is a screen, and soon a frame."""
        super().showEvent(event)
        self._soon.start()
        self._framed.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: it has grown, perhaps with what it says."""
        super().resizeEvent(event)
        self._soon.start()

    def reveal(self, part: QWidget | None) -> None:
        """Let this part of what it says be seen, where not all can be."""
        self._revealed = part
        self._soon.start()

    def room(self) -> QRect:
        """The part of the screen that no panel of the desktop takes."""
        return QRect(self.screen().availableGeometry())

    def wanted_height(self) -> int:
        """What all it shows needs at this width, in pixels, on a screen that is high enough."""
        outer = self.layout()
        outer.activate()
        wanted = max(outer.totalHeightForWidth(self.width()), outer.totalMinimumSize().height())
        if self._body is None:
            return int(wanted)
        inner = self._body.widget().layout()
        needs = max(inner.totalHeightForWidth(self._body.viewport().width()), inner.totalMinimumSize().height())
        return int(self.height() - self._body.height() + needs)

    def keep_on_screen(self) -> None:
        """Make it fit the screen; nothing happens when it does."""
        room, decoration = self.room(), self.frameGeometry().size() - self.size()
        most = room.size() - decoration
        if self._body is None and self._least_height() > most.height():
            self._scroll()
        size = self.size().boundedTo(most)
        if size != self.size():
            self.resize(size)
        frame = QRect(self.frameGeometry().topLeft(), self.size() + decoration)
        place = QPoint(_within(frame.left(), frame.width(), room.left(), room.width()),
                       _within(frame.top(), frame.height(), room.top(), room.height()))  # fmt: skip
        if place != frame.topLeft():
            self.move(place)
        if self._body is not None and self._revealed is not None:
            self.layout().activate()
            self._body.ensureWidgetVisible(self._revealed)

    def _least_height(self) -> int:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout) or layout.count() < 2:
            return 0
        return int(max(layout.totalMinimumSize().height(), layout.minimumHeightForWidth(self.width())))

    def _scroll(self) -> None:
        """Put all but the last row in a part that scrolls."""
        outer = self.layout()
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(outer.spacing())
        while outer.count() > 1:
            stretch, item = outer.stretch(0), outer.takeAt(0)
            if item.widget() is not None:
                column.addWidget(item.widget(), stretch, item.alignment())
            elif item.layout() is not None:
                item.layout().setParent(None)
                column.addLayout(item.layout(), stretch)
            else:
                column.addItem(item)
                column.setStretch(column.count() - 1, stretch)
        self._body = _Body(inside, self)
        outer.insertWidget(0, self._body, 1)
        outer.activate()


@guarded
class _Body(QScrollArea):
    """As wide as what it holds, and scrolled up and down."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Qt's."""
        width = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, self.fontMetrics().height() * 6)

    def sizeHint(self) -> QSize:
        """Qt's."""
        return QSize(self.minimumSizeHint().width(), self.widget().sizeHint().height())


def _within(start: int, length: int, first: int, room: int) -> int:
    """Where something starts, so that it is within a room, or at least begins there."""
    return max(first, min(start, first + room - length))
