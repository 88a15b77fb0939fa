"""Tabs that always fit: with words while there is room, else icons with the words of the chosen one alone."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QStyle, QTabWidget, QWidget


class FittingTabs(QTabWidget):
    """No tab is hidden behind an arrow, however narrow the dock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._icons: list[QIcon] = []
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(lambda _place: self._fit())

    def add_page(self, widget: QWidget, words: str, icon: QIcon) -> None:
        """One more tab."""
        self._words.append(words)
        self._icons.append(icon)
        place = self.addTab(widget, words)
        self.setTabToolTip(place, words)
        self.tabBar().setAccessibleTabName(place, words)
        self._fit()

    def words(self) -> tuple[str, ...]:
        """What the tabs are called, whatever shows."""
        return tuple(self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt's: as narrow as the icons."""
        return QSize(self.fontMetrics().height() * 12, super().minimumSizeHint().height())

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        air = self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarTabHSpace, None, self.tabBar())
        roomy = sum(metrics.horizontalAdvance(words) + air for words in self._words) <= self.width()
        for place, (words, icon) in enumerate(zip(self._words, self._icons)):
            if place >= self.count():
                return
            shown = words if roomy or place == self.currentIndex() else ""
            if self.tabText(place) != shown:
                self.setTabText(place, shown)
            if self.tabIcon(place).isNull() != (roomy or bool(shown)):
                self.setTabIcon(place, QIcon() if roomy or shown else icon)
