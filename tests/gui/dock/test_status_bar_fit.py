"""On a small screen a long status line or message does not push the window, and the dock with it, off the screen."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget

from strukturbild_plugin.gui.dock.status_bar_fit import NARROW, StatusBarFit

LONG = "Kartan visas nu med Workshop och mycket mer som skulle ta plats. " * 4


def test_messages_and_status_leave_the_window_within_the_screen(qgis_app: QgsApplication) -> None:
    window, middle = QMainWindow(), QWidget()
    messages = QgsMessageBar(middle)
    QVBoxLayout(middle).addWidget(messages)
    window.setCentralWidget(middle)
    screen = window.screen().availableGeometry().width()
    assert screen < NARROW, "skärmen i testen är liten"
    fit = StatusBarFit(window, messages)
    window.resize(600, 400)
    window.show()
    window.statusBar().addPermanentWidget(QLabel(LONG * 2))
    item = messages.createMessage("Strukturbild", "")
    item.layout().addWidget(QLabel(LONG * 2))
    messages.pushWidget(item)
    QApplication.processEvents()
    assert messages.sizeHint().width() > screen and window.width() == 600
    fit.close()
    assert messages.minimumWidth() == window.statusBar().minimumWidth() == 0
    QApplication.processEvents()
    assert window.minimumSizeHint().width() > screen, "utan det knuffas fönstret ut"
    sip.delete(window)
