"""A tool button that says what it does beside its icon where there is room, and is only the icon where there is not."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..guarded import guarded

_AROUND_WORDS_PX = 10


@guarded
class WordButton(QToolButton):
    """`set_worded` says whether there is room; it never keeps a panel from being narrow."""

    def __init__(self, picture: QIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(picture)
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._bare = super().sizeHint()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def words_width(self) -> int:
        """How many pixels more it takes with words."""
        return self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_WORDS_PX

    def set_worded(self, worded: bool) -> None:
        """Show the words, or the icon alone."""
        styles = Qt.ToolButtonStyle
        wanted = styles.ToolButtonTextBesideIcon if worded else styles.ToolButtonIconOnly
        if wanted != self.toolButtonStyle():
            self.setToolButtonStyle(wanted)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt's."""
        worded = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return QSize(self._bare.width() + (self.words_width() if worded else 0), self._bare.height())

    def minimumSizeHint(self) -> QSize:
        """Qt's: the icon."""
        return QSize(self._bare)
