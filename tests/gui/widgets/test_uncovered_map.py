"""A window of ours that is moved off the map does not come to lie on the panel that speaks of the map."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QRect, Qt
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QMainWindow, QWidget

from strukturbild_plugin.gui.uncovered_map import MIN_SIDE, make_room


class _Panel(QDockWidget):
    __module__ = "strukturbild_plugin.gui.prov"


class _Report(QDialog):
    __module__ = "strukturbild_plugin.gui.prov"


def test_it_goes_where_neither_map_nor_panel_is_needed(qgis_app: QgsApplication) -> None:
    window = QMainWindow()
    screen = window.screen().availableGeometry()
    canvas, panel, report = QgsMapCanvas(window), _Panel(window), _Report(window)
    content = QWidget(panel)
    content.setFixedWidth(screen.width() // 3)
    panel.setWidget(content)
    window.setCentralWidget(canvas)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    window.setGeometry(screen)
    window.show()
    QCoreApplication.processEvents()
    size = canvas.size()
    report.resize(size.width() - MIN_SIDE - 20, size.height() - 2 * MIN_SIDE + 40)
    report.move(canvas.mapToGlobal(canvas.rect().topLeft()).x() + MIN_SIDE // 2, MIN_SIDE - 20)
    report.show()
    QCoreApplication.processEvents()
    free = make_room(canvas)
    try:
        assert min(free.width(), free.height()) >= MIN_SIDE
        assert not report.frameGeometry().intersects(QRect(panel.mapToGlobal(panel.rect().topLeft()), panel.size()))
    finally:
        report.close()
        window.close()
