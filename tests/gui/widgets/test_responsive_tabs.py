"""The tabs of the dock never show half a word, whatever the theme puts around the words."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from strukturbild_plugin.gui.widgets.labels import icon
from strukturbild_plugin.gui.widgets.responsive_tabs import ResponsiveTabs

WORDS = ("Steg", "Objekt", "Innehåll", "Granska", "Utgåva")


@pytest.mark.parametrize("sheet", ["", "QTabBar::tab { padding: 6px 22px; }"], ids=["utan", "med stilmall"])
def test_whole_words_or_icons_at_every_width(qgis_app: QgsApplication, sheet: str) -> None:
    parent = QWidget()
    parent.setStyleSheet(sheet)
    tabs = ResponsiveTabs(parent)
    for words in WORDS:
        tabs.add_page(QWidget(), words, icon("sida_steg"))
    parent.show()
    seen = set()
    for width in range(900, 300, -20):
        tabs.resize(width, 200)
        QCoreApplication.processEvents()
        tabs.setCurrentIndex(width // 20 % len(WORDS))
        bar = tabs.tabBar()
        texts = [tabs.tabText(place) for place in range(len(WORDS))]
        assert texts[tabs.currentIndex()] == WORDS[tabs.currentIndex()] or not any(texts)
        assert bar.sizeHint().width() <= width or texts.count("") >= len(WORDS) - 1
        for place, text in enumerate(texts):
            assert bar.tabRect(place).width() >= bar.tabSizeHint(place).width(), "inget ord är avskuret"
            if not text:
                tabs.setTabText(place, WORDS[place])
                assert bar.sizeHint().width() > width, "inget ord saknas som får plats"
                tabs.setTabText(place, "")
        assert all(bool(text) == tabs.tabIcon(place).isNull() for place, text in enumerate(texts))
        seen.add(texts.count(""))
    assert 0 in seen and len(seen) > 1, "ord när de får plats, annars ikoner"
    assert isinstance(tabs.tabIcon(0), QIcon)
    parent.close()


def test_those_that_are_named_elsewhere_have_words_first(qgis_app: QgsApplication) -> None:
    tabs = ResponsiveTabs()
    for words in (*WORDS, "Kommentarer"):
        tabs.add_page(QWidget(), words, icon("sida_steg"), words in ("Objekt", "Kommentarer"))
    tabs.show()
    seen = []
    for width in range(700, 250, -10):
        tabs.resize(width, 200)
        QCoreApplication.processEvents()
        shown = {tabs.tabText(place) for place in range(tabs.count())} - {"", "Steg"}
        if len(shown) in (1, 2):
            seen.append(shown)
    assert {"Objekt", "Kommentarer"} in seen and all("Objekt" in shown for shown in seen)
    tabs.close()


def test_the_last_of_many_is_not_cut_off_by_the_word_of_the_chosen_one(qgis_app: QgsApplication) -> None:
    tabs = ResponsiveTabs()
    for words in (*WORDS, "Kommentarer", "Frågor", "Enighet"):
        tabs.add_page(QWidget(), words, icon("sida_steg"))
    tabs.show()
    tabs.setCurrentIndex(5)
    bar, seen = tabs.tabBar(), set()
    for width in range(900, 200, -5):
        tabs.resize(width, 200)
        QCoreApplication.processEvents()
        texts = [tabs.tabText(place) for place in range(tabs.count())]
        seen.add(any(texts))
        assert bar.sizeHint().width() <= width or not any(texts), "inget ord skjuter ut någon"
        assert bar.sizeHint().width() <= width or _icons_alone(tabs) > width
        assert tabs.usesScrollButtons() is (bar.sizeHint().width() > width)
    assert seen == {True, False}
    tabs.close()


def _icons_alone(tabs: ResponsiveTabs) -> int:
    """How wide the row is without words."""
    tabs._show(set())
    needed = tabs.tabBar().sizeHint().width()
    tabs._fit()
    return needed


def test_when_the_page_in_front_goes_the_first_one_comes_and_no_neighbour(qgis_app: QgsApplication) -> None:
    tabs, pages = ResponsiveTabs(), [QWidget() for _ in range(4)]
    for number, page in enumerate(pages):
        tabs.add_page(page, f"Flik {number}", icon("sida_steg"))
    tabs.setCurrentIndex(3)
    tabs.remove_page(pages[3])
    assert tabs.currentWidget() is pages[0]
    tabs.setCurrentIndex(1)
    tabs.remove_page(pages[2])
    assert tabs.currentWidget() is pages[1]
    tabs.close()


def test_a_theme_with_much_air_hides_no_tab_in_a_narrow_dock(qgis_app: QgsApplication) -> None:
    parent = QWidget()
    parent.setStyleSheet("QTabBar::tab { padding: 6px 18px; }")
    tabs = ResponsiveTabs(parent)
    for words in (*WORDS, "Kommentarer", "Frågor"):
        tabs.add_page(QWidget(), words, icon("sida_steg"))
    parent.show()
    for width in (330, 300, 280):
        tabs.resize(width, 200)
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            QCoreApplication.processEvents()
            rects = [tabs.tabBar().tabRect(one) for one in range(tabs.count())]
            assert rects[0].left() >= 0 and rects[-1].right() < width, (width, place)
            assert not tabs.usesScrollButtons()
    parent.close()
