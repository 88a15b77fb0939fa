"""What a layer looks like now is on the map, also when it changed just as a drawing was being finished."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QMainWindow

from strukturbild_plugin.gui.session.deferred_redraw import DeferredRedraw
from tests.gui.dock_helpers import wait
from tests.gui.fake_iface import FakeIface


@pytest.fixture
def area() -> Iterator[QgsVectorLayer]:
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006", "yta", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 100, 100)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().removeMapLayer(layer)


def give(layer: QgsVectorLayer, colour: str) -> None:
    layer.renderer().symbol().symbolLayer(0).setFillColor(QColor(colour))
    layer.triggerRepaint()


def shown(canvas: QgsMapCanvas) -> str:
    return str(QColor(canvas.grab().toImage().pixel(100, 100)).name())


def test_a_look_that_is_laid_as_a_drawing_ends_is_the_one_that_is_seen(
    qgis_app: QgsApplication, area: QgsVectorLayer
) -> None:
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    window.setCentralWidget(canvas)
    window.resize(220, 220)
    canvas.setCachingEnabled(True)  # as QGIS's own
    canvas.setParallelRenderingEnabled(True)
    canvas.setDestinationCrs(area.crs())
    give(area, "#ff0000")
    canvas.setLayers([area])
    canvas.setExtent(QgsRectangle(10, 10, 90, 90))
    redraw = DeferredRedraw(FakeIface(window), lambda: (area,), window)
    area.repaintRequested.connect(redraw.repaint_requested)
    window.show()
    wait(lambda: shown(canvas) == "#ff0000" and not canvas.isDrawing(), 30)
    canvas.refreshAllLayers()
    while not canvas.isDrawing():
        QCoreApplication.processEvents()
    time.sleep(0.5)  # its threads are done, and nobody here has heard
    drawings: list[str] = []
    canvas.renderStarting.connect(lambda: drawings.append("börjar"))
    give(area, "#0000ff")
    wait(lambda: bool(drawings) and not canvas.isDrawing(), 30)
    assert shown(canvas) == "#0000ff"
    wait(lambda: not canvas.isDrawing(), 30)
    assert drawings == ["börjar"], "en ritning räcker"
    window.close()
