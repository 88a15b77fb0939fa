"""Press and drag draws free hand with every pen that draws areas and lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from tests.gui.tool_helpers import LEFT, NONE, PLAIN, click, drag, open_tool_controller, pixel, point_at, set_draw_mode

WAY = [(440_000.0, 6_580_000.0), (450_000.0, 6_592_000.0), (462_000.0, 6_588_000.0), (470_000.0, 6_575_000.0)]
RING = [*WAY, (455_000.0, 6_570_000.0), WAY[0]]


@pytest.fixture(scope="module")
def kept_tools(qgis_app: Any, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    with open_tool_controller(_example_made_once, tmp_path_factory.mktemp("tools")) as made:
        made.picture = "en tom bild"
        made.iface.mapCanvas().setExtent(QgsRectangle(400_000, 6_550_000, 500_000, 6_625_000))
        yield made


@pytest.fixture
def tools(kept_tools: Any) -> Iterator[Any]:
    """A tool controller over the example; what a test draws is undone after it."""
    kept_tools.warned.clear()
    yield kept_tools
    kept_tools.unset_tool()
    while kept_tools.edit_session.can_undo():
        kept_tools.edit_session.undo()


def shapes(tools: Any) -> list[Any]:
    own = [one for one in tools.edit_session.objects.all() if one.bild_id == tools.picture]
    return [tools.edit_session.feature(one.objekt_id).geometry() for one in own]


@pytest.mark.parametrize(("what", "way"), [(("gron_kil", "yta"), RING), (("barriar", "linje"), WAY)])
def test_a_drag_with_the_corner_pen_draws_what_the_free_hand_draws(tools: Any, what: Any, way: Any) -> None:
    drawn = []
    for how in ("frihand", "peka"):
        set_draw_mode(tools, *what, how)
        drag(tools.iface.mapCanvas(), *way)
        drawn += shapes(tools)
        tools.undo()
    assert len(drawn) == 2 and drawn[0].equals(drawn[1])
    assert tools.current_tool.size() == 0, "inget hörn är satt"
    assert tools.draw_mode.way == "peka"


def test_what_is_begun_with_corners_goes_on_with_corners(tools: Any) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "gron_kil", "yta")
    click(canvas, WAY[0])
    drag(canvas, WAY[1], WAY[2])
    assert tools.current_tool.size() == 2 and shapes(tools) == []


def test_a_click_with_an_unsteady_hand_is_a_corner(tools: Any) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "gron_kil", "yta")
    here = pixel(canvas, WAY[0])
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, here)
    slid = QPointF(here + QPoint(9, 4))
    QApplication.sendEvent(canvas.viewport(), QMouseEvent(QEvent.Type.MouseMove, slid, NONE, LEFT, PLAIN))
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, slid.toPoint())
    assert tools.current_tool.size() == 1 and shapes(tools) == []


def test_advanced_digitising_keeps_its_own_ways(tools: Any) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "gron_kil", "yta")
    cad = tools.iface.cadDockWidget()
    cad.enableAction().trigger()
    assert cad.cadEnabled()
    drag(canvas, *RING)
    cad.enableAction().trigger()
    assert tools.current_tool.size() == 1 and shapes(tools) == []
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


@pytest.mark.parametrize("what", [("gron_kil", "yta"), ("strak", "linje")])
def test_two_fingers_zoom_and_leave_what_is_clicked(tools: Any, what: tuple[str, str]) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, *what)
    tool, extent = tools.current_tool, canvas.extent()
    pinch = QPinchGesture()
    pinch.setScaleFactor(2.0)
    pinch.setCenterPoint(QPointF(canvas.viewport().mapToGlobal(QPoint(400, 300))))
    for clicked in (0, 2):
        click(canvas, *WAY[:clicked])
        QTest.mousePress(canvas.viewport(), LEFT, PLAIN, pixel(canvas, WAY[2]))
        point_at(canvas, WAY[3], LEFT)
        assert tool.gestureEvent(QGestureEvent([pinch])) is True
        assert canvas.extent().width() == pytest.approx(extent.width() / 2, rel=0.05)
        canvas.setExtent(extent)
        QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, pixel(canvas, WAY[3]))
        assert shapes(tools) == [] and tools.warned == []
        assert clicked == (len(tool.path) if what[0] == "strak" else tool.size())
