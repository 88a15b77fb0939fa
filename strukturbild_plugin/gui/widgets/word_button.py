"""A tool button that says what it does, with its icon beside the words where there is room for both."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..guarded import guarded

_AROUND_PX = 14
_BETWEEN_PX = 6


@guarded
class WordButton(QToolButton):
    """Never the icon alone: what is printed names the buttons by their words."""

    def __init__(self, picture: QIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(picture)
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._pictured = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def bare_width(self) -> int:
        """How many pixels its words take."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_PX

    def picture_width(self) -> int:
        """How many pixels more it takes with its icon."""
        return self.iconSize().width() + _BETWEEN_PX

    def set_pictured(self, pictured: bool) -> None:
        """Show the icon beside the words, or the words alone."""
        if pictured != self._pictured:
            self._pictured = pictured
            styles = Qt.ToolButtonStyle
            self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if pictured else styles.ToolButtonTextOnly)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt's."""
        width = self.bare_width() + (self.picture_width() if self._pictured else 0)
        return QSize(width, max(super().sizeHint().height(), self.fontMetrics().height() + _BETWEEN_PX))

    def minimumSizeHint(self) -> QSize:
        """Qt's: its words."""
        return QSize(self.bare_width(), self.sizeHint().height())
