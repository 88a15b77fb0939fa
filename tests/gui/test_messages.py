"""Every sentence in QGIS's message bar can be read whole, however narrow the window, with the buttons it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton, QTextBrowser

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui.messages import Messages
from tests.gui.fake_iface import FakeIface

LONG = "Filen ligger i en mapp som synkas, och en annan dator har skrivit i den sedan den öppnades här. " * 4


@pytest.fixture
def iface(qgis_app: QgsApplication) -> Iterator[FakeIface]:
    """A window with a wide message bar on the screen."""
    window = QMainWindow()
    made = FakeIface(window)
    window.setCentralWidget(made.messageBar())
    window.resize(1400, 200)
    window.show()
    QApplication.processEvents()
    yield made
    window.close()


def shown(within: Any, words: str) -> QPushButton | None:
    """The visible button that says this."""
    QApplication.processEvents()
    found = (one for one in within.findChildren(QPushButton) if one.text() == words and one.isVisible())
    return next(found, None)


def box_of(iface: FakeIface) -> QMessageBox:
    """The window that has been opened."""
    return next(one for one in iface.mainWindow().findChildren(QMessageBox) if one.isVisible())


def test_a_sentence_that_is_cut_can_be_read_whole(iface: FakeIface) -> None:
    messages, bar = Messages(iface), iface.messageBar()
    for say in (messages.well, messages.warn, lambda text: messages.failed(StoreError(text))):
        bar.clearWidgets()
        say(LONG)
        button = shown(bar.currentItem(), "Visa")
        assert button is not None
        button.click()
        assert box_of(iface).text() == LONG
        box_of(iface).close()
        bar.clearWidgets()
        say("Objektet finns inte längre.")
        assert shown(bar.currentItem(), "Visa") is None, "allt syns"


def test_the_button_comes_and_goes_with_the_width_of_the_window(iface: FakeIface) -> None:
    sentence = "Gjort: stråket Ekebo–Björkby slutar nu i noden Ekebo. Två etiketter flyttades."
    Messages(iface).well(sentence, "Ångra", lambda: None)
    item = iface.messageBar().currentItem()
    seen = []
    for width in (1400, 330, 1400, 600, 1400):
        iface.mainWindow().resize(width, 200)
        seen.append(shown(item, "Visa") is not None)
        assert shown(item, "Ångra") is not None
        text = item.findChild(QTextBrowser)
        assert seen[-1] or not text.verticalScrollBar().maximum(), "det som inte syns går att visa"
    assert seen[0] is False and seen[1] is True and seen[2] is seen[4] is False


def test_what_can_be_done_can_be_done_from_the_whole_sentence_too(iface: FakeIface) -> None:
    done: list[str] = []
    Messages(iface).offer(LONG, (), "Öppna en kopia…", lambda: done.append("kopia"))
    item = iface.messageBar().currentItem()
    button = shown(item, "Visa")
    assert button is not None and shown(item, "Öppna en kopia…") is not None
    button.click()
    way_on = shown(box_of(iface), "Öppna en kopia…")
    assert way_on is not None
    way_on.click()
    assert done == ["kopia"] and iface.messageBar().items() == [], "besvarad"


def test_signs_of_html_in_a_name_are_shown_as_they_are(iface: FakeIface) -> None:
    Messages(iface).warn("Objektet ”<b>Ekebo</b> & <Norr>” finns inte längre.")
    text = iface.messageBar().currentItem().findChild(QTextBrowser).toPlainText()
    assert "”<b>Ekebo</b> & <Norr>” finns" in text
