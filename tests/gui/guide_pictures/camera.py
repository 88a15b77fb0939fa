"""Takes the pictures of the guides inside a real QGIS: the window, a panel or a dialog, without empty room below."""

from __future__ import annotations

from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface

from tests.gui.driving.driver import SHOTS

WIDTH, HEIGHT, TALL, LAYERS = 1240, 780, 960, 240
"""A window that is still easy to read when the picture is as wide as a page of text; one that shows more of a panel."""
EDGE, FOOT = 10, 14


class Camera:
    """Saves pictures in $SHOTS and tells which."""

    def __init__(self, drive):
        self._told = drive.told["shots"]

    def window(self, name):
        """QGIS's window with all that lies over it."""
        frame = iface.mainWindow().geometry()
        self.part(name, (frame.x(), frame.y()), (frame.width(), frame.height()))

    def part(self, name, top_left, size):
        """A part of the screen: two points, x and y, width and height."""
        QApplication.processEvents()
        self._save(name, QGuiApplication.primaryScreen().grabWindow(0, *top_left, *size).toImage())

    def panel(self, name, widget):
        """A panel or dialog; what is empty below is cut away."""
        QApplication.processEvents()
        self._save(name, without_empty_foot(widget.grab().toImage()))

    def _save(self, name, image):
        image.save(str(SHOTS / f"{name}.png"))
        self._told.append(name)


def without_empty_foot(image):
    """The image up to a little below the last row that shows something."""
    width, bottom = image.width(), image.height()
    plain = image.pixel(EDGE, bottom - EDGE)
    for row in range(bottom - EDGE, 0, -1):
        if any(image.pixel(x, row) != plain for x in range(EDGE, width - EDGE, 2)):
            return image.copy(0, 0, width, min(row + FOOT, bottom))
    return image


def small_window(dock=None, height=HEIGHT):
    """QGIS's window as the pictures have it, with a dock that is easy to read."""
    window = iface.mainWindow()
    window.showNormal()
    window.setGeometry(0, 0, WIDTH, height)
    if dock is not None:
        layers = window.findChild(QDockWidget, "Layers")
        window.resizeDocks([layers, dock], [LAYERS, dock.wanted_width()], Qt.Orientation.Horizontal)


def zoom_to(spots):
    """The map around these places, in the room beside the dock."""
    box = QgsRectangle()
    for x, y in spots:
        box.combineExtentWith(x, y)
    iface.mapCanvas().setExtent(box.buffered(35000))
    iface.mapCanvas().refresh()
