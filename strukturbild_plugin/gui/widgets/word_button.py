"""A tool button that says what it does beside its icon where there is room, and is only the icon where there is not."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..guarded import guarded

_AROUND_WORDS_PX = 10


@guarded
class WordButton(QToolButton):
    """In a row it takes what is left, and never keeps a panel from being narrow."""

    def __init__(self, picture: QIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(picture)
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._bare = super().sizeHint()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt's: with the words."""
        return QSize(
            self._bare.width() + self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_WORDS_PX,
            self._bare.height(),
        )

    def minimumSizeHint(self) -> QSize:
        """Qt's: the icon."""
        return QSize(self._bare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: words, or no words."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        roomy = self.width() >= self.sizeHint().width()
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if roomy else styles.ToolButtonIconOnly)
