"""Tabs that always fit: with words while there is room, else icons, but for the chosen one and those with room left."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QTabBar, QTabWidget, QWidget

from ..guarded import guarded

_SPARED_PX, _SPARED_WHERE_TIGHT_PX = 8, 32
"""Of the room that a style leaves around an icon without words; dark themes leave more than twice the icon."""
_LEAST_ROOM_PX = 14
"""Is left around it whatever is spared."""


@guarded
class _NarrowTabBar(QTabBar):
    """An icon alone needs less air around it than words do."""

    spared = _SPARED_PX

    def tabSizeHint(self, place: int) -> QSize:
        """Qt's."""
        size = super().tabSizeHint(place)
        if self.tabText(place):
            return size
        least = self.iconSize().width() + _LEAST_ROOM_PX
        return QSize(max(size.width() - self.spared, min(size.width() - _SPARED_PX, least)), size.height())

    def minimumTabSizeHint(self, place: int) -> QSize:
        """Qt's: no word is cut."""
        return self.tabSizeHint(place)


@guarded
class ResponsiveTabs(QTabWidget):
    """No tab is hidden behind an arrow, but where a theme makes even the icons too wide for the dock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _NarrowTabBar(self)
        self.setTabBar(self._bar)
        self._texts: list[str] = []
        self._first: list[bool] = []
        self._icons: list[QIcon] = []
        self._wide = 0
        """What all the words need; 0 until it is measured."""
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(guarded(lambda _place: self._fit()))

    def add_page(self, widget: QWidget, texts: str, icon: QIcon, first: bool = False) -> None:
        """One more tab. `first`: it is among those that have words where not all have room for them."""
        self._texts.append(texts)
        self._first.append(first)
        self._icons.append(icon)
        place = self.addTab(widget, texts)
        self.setTabToolTip(place, texts)
        self.tabBar().setAccessibleTabName(place, texts)
        self._wide = 0
        self._fit()

    def remove_page(self, widget: QWidget) -> None:
        """One tab less; the page is kept by who made it. If it was in front, the first one comes there."""
        place = self.indexOf(widget)
        if place >= 0:
            if place == self.currentIndex():
                self.setCurrentIndex(0)
            del self._texts[place], self._icons[place], self._first[place]
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
        everything = set(range(self.count()))
        self._spare(_SPARED_PX)
        if not self._wide:
            self._show(everything)
            self._wide = self.tabBar().sizeHint().width()  # with what a theme's style sheet puts around the words
        if self._wide <= self.width():
            self.setUsesScrollButtons(False)
            self._show(everything)
            return
        worded = {self.currentIndex()}
        self._show(worded)
        if not self._fits():
            self._spare(_SPARED_WHERE_TIGHT_PX)
        if not self._fits():  # so many that the chosen one's word would push one out
            self._show(set())
            self.setUsesScrollButtons(not self._fits())  # an arrow is better than a tab out of reach
            return
        self.setUsesScrollButtons(False)
        for place in sorted(everything - worded, key=lambda one: (not self._first[one], one)):
            self._show({*worded, place})
            if self._fits():
                worded.add(place)
        self._show(worded)

    def _fits(self) -> bool:
        return self.tabBar().sizeHint().width() <= self.width()

    def _spare(self, pixels: int) -> None:
        if self._bar.spared != pixels:
            self._bar.spared = pixels
            self._bar.setIconSize(self._bar.iconSize())  # lays the tabs anew: the bar keeps their sizes

    def _show(self, worded: set[int]) -> None:
        for place, (texts, icon) in enumerate(zip(self._texts, self._icons)):
            shown = texts if place in worded else ""
            if self.tabText(place) != shown:
                self.setTabText(place, shown)
            if self.tabIcon(place).isNull() != bool(shown):
                self.setTabIcon(place, QIcon() if shown else icon)
