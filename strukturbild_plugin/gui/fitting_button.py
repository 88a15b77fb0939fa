"""The button of a message in QGIS's message bar that shows the whole sentence, there when the bar cuts it."""

from __future__ import annotations

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from .guarded import guarded


@guarded
class FittingButton(QPushButton):
    """Shown while the text of `item` has no room as wide as it would be without the button, or `always`."""

    def __init__(self, text: str, item: QgsMessageBarItem, always: bool) -> None:
        super().__init__(text, item)
        item.layout().addWidget(self)
        self._text = None if always else item.findChild(QTextBrowser)
        if self._text is not None:
            self.hide()
            self._text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar has another width, or is shown for the first time."""
        if watched is self._text and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def _fit(self) -> None:
        if self._text is None:
            return
        room = self._text.maximumViewportSize()
        own = self.width() + self.parentWidget().layout().spacing() if self.isVisibleTo(self.parentWidget()) else 0
        whole = self._text.document().clone()
        whole.setTextWidth(room.width() + own)
        self.setVisible(whole.size().height() - whole.documentMargin() > room.height())
