"""A tile of the palette: the real symbol, the name, how many there are, and the key that arms it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..guarded import guarded

SWATCH = QSize(40, 22)
_MARGINS, _LEAST = 20, 60
"""Pixels round symbol and name, and those that the name always gets."""
_NEXT, _BACK = Qt.Key.Key_Down, Qt.Key.Key_Up
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@guarded
class PaletteTile(QToolButton):
    """Arrows go from tile to tile, Enter and Space arm."""

    def __init__(self, name: str, icon: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(SWATCH)
        self.setIcon(icon)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.number = 0
        """The number key that arms it; 0 for none."""
        self._name, self._after = "", ""

    def say(self, name: str, after: str) -> None:
        """The name of the class, shortened at its end where it has no room, and what is always read after it."""
        self._name, self._after = name, after
        self.setAccessibleName(f"{name}{after}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - SWATCH.width() - _MARGINS - metrics.horizontalAdvance(f"  {self._after}")
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, _LEAST))
        self.setText(f"  {name}{self._after}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in (_NEXT, _BACK):
            self.focusNextPrevChild(event.key() == _NEXT)
        elif event.key() in _PRESS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: the key, quietly, at the right."""
        super().paintEvent(event)
        if not self.number or self.width() < self.sizeHint().width() + self.fontMetrics().averageCharWidth() * 2:
            return
        painter = QPainter(self)
        colour = QColor(self.palette().color(QPalette.ColorRole.ButtonText))
        colour.setAlphaF(0.45)
        painter.setPen(colour)
        room = self.rect().adjusted(0, 0, -8, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(self.number))
        painter.end()
