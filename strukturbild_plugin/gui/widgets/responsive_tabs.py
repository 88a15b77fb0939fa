"""Tabs that always fit: with words while there is room, else icons with the words of the chosen one alone."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from ..guarded import guarded


@guarded
class ResponsiveTabs(QTabWidget):
    """No tab is hidden behind an arrow, however narrow the dock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._icons: list[QIcon] = []
        self._wide = 0
        """What all the words need; 0 until it is measured."""
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(guarded(lambda _place: self._fit()))

    def add_page(self, widget: QWidget, texts: str, icon: QIcon) -> None:
        """One more tab."""
        self._texts.append(texts)
        self._icons.append(icon)
        place = self.addTab(widget, texts)
        self.setTabToolTip(place, texts)
        self.tabBar().setAccessibleTabName(place, texts)
        self._wide = 0
        self._fit()

    def remove_page(self, widget: QWidget) -> None:
        """One tab less; the page is kept by who made it."""
        place = self.indexOf(widget)
        if place >= 0:
            del self._texts[place], self._icons[place]
            self.removeTab(place)
            self._wide = 0
            self._fit()

    def texts(self) -> tuple[str, ...]:
        """What the tabs are called, whatever shows."""
        return tuple(self._texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another font or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wide = 0
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: only now is the theme known."""
        super().showEvent(event)
        self._wide = 0
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt's: as narrow as the icons."""
        return QSize(self.fontMetrics().height() * 12, super().minimumSizeHint().height())

    def _fit(self) -> None:
        if self.count() < len(self._texts):
            return
        if not self._wide:
            self._show(True)
            self._wide = self.tabBar().sizeHint().width()  # with what a theme's style sheet puts around the words
        self._show(self._wide <= self.width())

    def _show(self, roomy: bool) -> None:
        for place, (texts, icon) in enumerate(zip(self._texts, self._icons)):
            shown = texts if roomy or place == self.currentIndex() else ""
            if self.tabText(place) != shown:
                self.setTabText(place, shown)
            if self.tabIcon(place).isNull() != bool(shown):
                self.setTabIcon(place, QIcon() if shown else icon)
