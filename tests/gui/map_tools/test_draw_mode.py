"""What the pens leave as they found it, and what fingers and keys do while they are held."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle, QgsSnappingConfig
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QTreeWidget

from strukturbild_plugin.compat import SNAP_TO_LINES_AND_CORNERS
from tests.gui.tool_helpers import click, open_tool_controller, set_draw_mode

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tools(qgis_app: QgsApplication, example_file: Path, tmp_path: Path):
    """A tool controller over the worked example, without the dock."""
    with open_tool_controller(example_file, tmp_path) as made:
        made.iface.mapCanvas().setExtent(QgsRectangle(300_000, 6_500_000, 500_000, 6_650_000))
        yield made


def test_the_users_own_snapping_comes_back_and_is_what_is_saved(tools, tmp_path: Path) -> None:
    project = QgsProject.instance()
    own = QgsSnappingConfig(project)
    own.setEnabled(False)
    own.setTolerance(33)
    project.setSnappingConfig(own)
    project.setDirty(False)
    set_draw_mode(tools, "gron_kil", "yta")
    assert project.snappingConfig().enabled() and not project.isDirty()
    used = project.snappingConfig().individualLayerSettings(tools.edit_session.layer("gron_bla_yta"))
    assert used.enabled()
    assert project.write(str(tmp_path / "projekt.qgs"))
    set_draw_mode(tools, "nod", "punkt")
    assert not project.snappingConfig().enabled(), "noder sätts där man klickar"
    set_draw_mode(tools, "gron_kil", "yta")
    tools.unset_tool()
    assert project.snappingConfig().tolerance() == 33 and not project.snappingConfig().enabled()
    saved = ElementTree.parse(tmp_path / "projekt.qgs").getroot().findall("snapping-settings")
    assert [(one.get("tolerance"), one.get("enabled")) for one in saved] == [("33", "0")]


def test_qgis_keeps_no_index_of_what_is_drawn_when_nothing_snaps_and_none_while_its_own_tools_edit(tools) -> None:
    """It would start the layer's symbols anew for each value that is changed, slower each time."""
    layer, utils = tools.edit_session.layer("gron_bla_yta"), tools.iface.mapCanvas().snappingUtils()
    place = next(row.geometry().vertexAt(0) for row in layer.getFeatures())

    def indexed() -> bool:
        utils.setMapSettings(tools.iface.mapCanvas().mapSettings())
        utils.snapToMap(QgsPointXY(place))
        return utils.locatorForLayer(layer).hasIndex()

    set_draw_mode(tools, "gron_kil", "yta")
    assert indexed()
    layer.beginEditCommand("med pennan i handen")
    layer.endEditCommand()
    assert utils.locatorForLayer(layer).hasIndex(), "pennan fäster vidare"
    tools.unset_tool()
    assert not utils.locatorForLayer(layer).hasIndex()
    users = QgsSnappingConfig(QgsProject.instance())
    users.setEnabled(True)
    users.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    users.setTypeFlag(SNAP_TO_LINES_AND_CORNERS)
    utils.setConfig(users)
    assert indexed()
    layer.beginEditCommand("fältkalkylatorn")
    assert not utils.locatorForLayer(layer).hasIndex()
    layer.endEditCommand()


def test_two_fingers_zoom_and_drop_the_stroke_the_first_began(tools) -> None:
    set_draw_mode(tools, "gron_kil", "yta", "frihand")
    canvas, tool = tools.iface.mapCanvas(), tools.iface.mapCanvas().mapTool()
    press = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonPress, QPoint(100, 100), LEFT, LEFT)
    tool.canvasPressEvent(press)
    before, count = canvas.extent().width(), tools.edit_session.layer("gron_bla_yta").featureCount()
    pinch = QPinchGesture()
    pinch.setScaleFactor(2.0)
    pinch.setCenterPoint(QPointF(canvas.viewport().mapToGlobal(QPoint(400, 300))))
    assert tool.gestureEvent(QGestureEvent([pinch])) is True
    assert canvas.extent().width() == pytest.approx(before / 2, rel=0.05)
    tool.canvasReleaseEvent(QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, QPoint(300, 300), LEFT, LEFT))
    assert tools.edit_session.layer("gron_bla_yta").featureCount() == count
    assert tools.draw_mode is not None


def test_esc_goes_back_one_thing_at_a_time(tools) -> None:
    canvas = tools.iface.mapCanvas()
    strak = next(one for one in tools.edit_session.objects.all() if one.lager == "strak" and len(one.noder) > 2)
    tools.picture = strak.bild_id
    tools.use_select_tool()
    tools.choose([strak.objekt_id])
    act = next(act for act in tools.actions.all() if act.kod == "dela")
    act.do()
    assert tools.hint and not tools.select_tool_active()
    for expected in ((True, True), (True, False), (True, False)):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QApplication.processEvents()
        assert (tools.in_select_mode(), bool(tools.selection.ids)) == expected
    tools.use_select_tool()
    tools.choose([strak.objekt_id])
    QTest.keyClick(canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert tools.draw_mode is None, "i lagerträdet tar samma tangenter bort lagret"
    QTest.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert tools.draw_mode is not None and tools.draw_mode.klass.kod == strak.klass and not tools.selection.ids


def test_esc_puts_the_pen_down_also_when_the_keys_go_elsewhere(tools) -> None:
    canvas, window = tools.iface.mapCanvas(), tools.iface.mainWindow()
    set_draw_mode(tools, "gron_kil", "yta")
    click(canvas, (350_000, 6_550_000), (400_000, 6_550_000))
    elsewhere = QTreeWidget(window)
    elsewhere.show()
    elsewhere.setFocus()
    for begun, drawing in ((0, True), (0, False), (0, False)):
        QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
        QApplication.processEvents()
        assert (tools.draw_mode is not None) is drawing
        assert not drawing or canvas.mapTool().size() == begun
    assert tools.select_tool_active()


def test_what_is_half_drawn_is_gone_when_another_tool_is_taken(tools) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "gron_kil", "yta")
    click(canvas, (350_000, 6_550_000), (400_000, 6_550_000))
    pen = canvas.mapTool()
    assert pen.size() == 2
    tools.use_select_tool()
    QApplication.processEvents()
    assert pen.size() == 0 and tools.select_tool_active()


def test_what_is_chosen_is_forgotten_when_it_is_gone(tools) -> None:
    from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
    from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry

    made: list[str] = []
    prefill = NewObject("nod", bild_id=tools.picture)
    tools.do(
        lambda: made.append(add_object(tools.edit_session, prefill, points_geometry([(400_000.0, 6_600_000.0)]), "Ny"))
    )
    tools.use_select_tool()
    tools.choose(made)
    found = things(tools, QgsPointXY(400_000, 6_600_000))
    assert tools.selection.ids == tuple(made) and found[0] == made[0]
    tools.undo()
    assert tools.selection.ids == () and not tools.actions.all()


def things(tools, point: QgsPointXY) -> list[str]:
    return tools.iface.mapCanvas().mapTool().things(point)


def test_a_map_that_has_lost_its_tool_rests_in_selecting_and_the_users_own_is_let_be(tools) -> None:
    canvas = tools.iface.mapCanvas()
    set_draw_mode(tools, "nod", "punkt")
    canvas.unsetMapTool(canvas.mapTool())
    QApplication.processEvents()
    assert tools.select_tool_active()
    tools.iface.actionPan().trigger()
    theirs = canvas.mapTool()
    QApplication.processEvents()
    assert canvas.mapTool() is theirs and tools.current_tool is None
    canvas.unsetMapTool(theirs)
    QApplication.processEvents()
    assert tools.select_tool_active()
    tools.close()
    canvas.unsetMapTool(canvas.mapTool())
    QApplication.processEvents()
    assert canvas.mapTool() is None, "utan strukturbild är kartan inte vår"


@pytest.mark.parametrize(
    "what", [("nod", "punkt"), ("strak", "linje"), ("gron_kil", "yta"), ("gron_kil", "yta", "frihand"), ()]
)
def test_esc_is_not_passed_on_to_qgis_which_would_stop_drawing_the_map(tools, what) -> None:
    window, canvas, heard = tools.iface.mainWindow(), tools.iface.mapCanvas(), []

    class Ear(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.KeyPress:
                heard.append(event.key())
            return False

    ear = Ear()
    window.installEventFilter(ear)
    try:
        set_draw_mode(tools, *what) if what else tools.use_select_tool()
        for _ in range(2):
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
            QApplication.processEvents()
        assert tools.draw_mode is None and not heard
    finally:
        window.removeEventFilter(ear)
