"""A tool controller over the worked example, without the dock, and the mouse on its map by places on the ground."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.fake_iface import FakeIface

LEFT, NONE, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
GROUND = "EPSG:3006"


@contextmanager
def open_tool_controller(
    example: Path, folder: Path, before: Callable[[QMainWindow], None] = lambda _window: None
) -> Iterator[Any]:
    """The tool controller; what it warned of is in `.warned`. `before`: what else the window is to have."""
    from strukturbild_plugin.gui.map_tools.tool_controller import ToolController
    from strukturbild_plugin.gui.session.open_document import put_in_project, take_out_of_project

    QgsSettings().remove("strukturbild")
    QgsProject.instance().clear()
    path = Path(shutil.copy(example, folder / "exempel.gpkg"))
    snapshot = read_snapshot(path)
    opened = put_in_project(path, snapshot.head, "sv")
    window = QMainWindow()
    before(window)
    warned: list[str] = []
    made = ToolController(FakeIface(window), SimpleNamespace(warn=warned.append, well=lambda *_: None))
    made.warned = warned
    canvas = made.iface.mapCanvas()
    canvas.setRenderFlag(False)  # the shapes are what matters, not the picture
    window.setCentralWidget(canvas)
    window.resize(820, 640)
    window.show()
    QApplication.processEvents()
    canvas.setLayers(list(opened.layers()))
    made.load(opened, snapshot)
    try:
        yield made
    finally:
        made.close_down()
        opened.discard()
        canvas.setLayers([])
        take_out_of_project(QgsProject.instance())
        sip.delete(window)
        QgsProject.instance().clear()


def set_draw_mode(tools: Any, kod: str, kind: str, way: str = "peka") -> None:
    """Take the pen."""
    from strukturbild_plugin.gui.map_tools.draw_mode import DrawMode

    klass = tools.edit_session.catalogue.object_class(kod)
    tools.set_draw_mode(DrawMode(klass, kind, klass.lager[kind], "", way))


def to_map(canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    """From the ground to the map."""
    ground = QgsCoordinateReferenceSystem(GROUND)
    return QgsCoordinateTransform(ground, canvas.mapSettings().destinationCrs(), QgsProject.instance())


def pixel(canvas: QgsMapCanvas, place: tuple[float, float]) -> QPoint:
    """Where a place (EPSG:3006) is on the map."""
    spot = canvas.getCoordinateTransform().transform(to_map(canvas).transform(QgsPointXY(*place)))
    return QPoint(round(spot.x()), round(spot.y()))


def click(canvas: QgsMapCanvas, *places: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
    """A click at each place."""
    for place in places:
        point_at(canvas, place)
        QTest.mouseClick(canvas.viewport(), button, PLAIN, pixel(canvas, place))


def point_at(canvas: QgsMapCanvas, place: tuple[float, float], held: Qt.MouseButton = NONE) -> None:
    """The pointer goes there."""
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(pixel(canvas, place)), NONE, held, PLAIN)
    QApplication.sendEvent(canvas.viewport(), event)


def drag(canvas: QgsMapCanvas, *places: tuple[float, float]) -> None:
    """Press at the first, through the others, let go at the last."""
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, pixel(canvas, places[0]))
    for place in places[1:]:
        point_at(canvas, place, LEFT)
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, pixel(canvas, places[-1]))
