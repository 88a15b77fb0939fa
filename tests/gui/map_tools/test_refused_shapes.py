"""Whatever a pen has drawn to its end and cannot draw just now stays in it, until it is taken or laid down by Esc."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, delete_objects
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.gui import settings
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.tool_helpers import click, drag, open_tool_controller, set_draw_mode, to_map

SHOWN = QgsRectangle(400_000, 6_550_000, 500_000, 6_625_000)
CORNERS = [(440_000.0, 6_580_000.0), (460_000.0, 6_595_000.0), (470_000.0, 6_575_000.0)]
RING = [
    (450_000 + 12_000 * math.cos(math.tau * part / 40), 6_588_000 + 12_000 * math.sin(math.tau * part / 40))
    for part in range(41)
]
PENS = {
    "hörn för hörn": ("gron_kil", "yta", "peka", click, CORNERS),
    "hörn för hörn, linje": ("barriar", "linje", "peka", click, CORNERS),
    "dragen med hörnpennan": ("gron_kil", "yta", "peka", drag, RING),
    "frihand": ("gron_kil", "yta", "frihand", drag, RING),
    "frihand, linje": ("barriar", "linje", "frihand", drag, CORNERS),
    "bred": ("gron_kil", "yta", "bred", drag, CORNERS),
}
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture(scope="module")
def kept_tools(qgis_app: Any, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    with open_tool_controller(_example_made_once, tmp_path_factory.mktemp("tools")) as made:
        made.picture = "en tom bild"
        settings.switch(settings.SNAPPING, False)  # what is drawn is compared
        yield made
        settings.switch(settings.SNAPPING, True)


@pytest.fixture
def tools(kept_tools: Any) -> Iterator[Any]:
    """A tool controller over the example; what a test draws, and keeps in a pen, is gone after it."""
    turn(kept_tools, "EPSG:3006")
    kept_tools.warned.clear()
    yield kept_tools
    kept_tools.before_edit.clear()
    while kept_tools.current_tool is not None and kept_tools.current_tool.keeps():
        QTest.keyClick(kept_tools.iface.mapCanvas(), Qt.Key.Key_Escape)
    kept_tools.unset_tool()
    own = [one.objekt_id for one in kept_tools.edit_session.objects.all() if one.bild_id == kept_tools.picture]
    delete_objects(kept_tools.edit_session, own)


def turn(tools: Any, crs: str) -> Any:
    canvas = tools.iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    canvas.setExtent(to_map(canvas).transformBoundingBox(SHOWN))
    return canvas


def refuse() -> None:
    raise StoreError("Filen är borta.")


def draw(tools: Any, pen: str) -> None:
    """Draw to the end with the pen that is held."""
    *_what, hand, places = PENS[pen]
    canvas = tools.iface.mapCanvas()
    hand(canvas, *places)
    if hand is click:
        QTest.keyClick(canvas, Qt.Key.Key_Return)


def refused(tools: Any, pen: str) -> int:
    """Take the pen, draw, and be refused; gives how many objects there are."""
    set_draw_mode(tools, *PENS[pen][:3])
    before = count(tools)
    tools.before_edit.append(refuse)
    draw(tools, pen)
    assert tools.warned == ["Filen är borta."] and count(tools) == before
    tools.before_edit.clear()
    return before


def count(tools: Any) -> int:
    return len(list(tools.edit_session.objects.all()))


def drawn(tools: Any) -> list[QgsGeometry]:
    """What the tests have drawn."""
    own = [one for one in tools.edit_session.objects.all() if one.bild_id == tools.picture]
    return [tools.edit_session.feature(one.objekt_id).geometry() for one in own]


def seen(tool: Any) -> bool:
    """Whether it shows what it keeps."""
    return not tool._hand.band.asGeometry().isEmpty() or getattr(tool, "size", int)() == len(CORNERS)


def escape(tools: Any) -> None:
    QTest.keyClick(tools.iface.mapCanvas(), Qt.Key.Key_Escape)
    QApplication.processEvents()


def again(tools: Any, how: str) -> None:
    """End it once more."""
    canvas = tools.iface.mapCanvas()
    if how == "Enter":
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    else:
        click(canvas, CORNERS[1], button=RIGHT)


def open_anew(tools: Any) -> None:
    snapshot, opened = read_snapshot(tools.opened.path), tools.opened
    picture = tools.picture
    tools.close()
    tools.load(opened, snapshot)
    tools.picture = picture


@pytest.mark.parametrize("how", ["Enter", "högerklick"])
@pytest.mark.parametrize("pen", PENS)
def test_it_is_drawn_as_it_was_when_the_way_is_clear(tools: Any, pen: str, how: str) -> None:
    set_draw_mode(tools, *PENS[pen][:3])
    draw(tools, pen)
    (wanted,) = drawn(tools)
    tools.undo()
    usual = tools.hint
    before = refused(tools, pen)
    assert tools.draw_mode is not None and seen(tools.current_tool)
    assert tools.hint.startswith("Det du ritade är kvar.")
    tools.iface.mapCanvas().zoomByFactor(8)
    again(tools, how)
    assert count(tools) == before + 1 and drawn(tools)[0].equals(wanted)
    assert not seen(tools.current_tool) and tools.hint == usual
    again(tools, how)
    assert count(tools) == before + 1


@pytest.mark.parametrize("pen", PENS)
def test_esc_lays_it_down_and_once_more_the_pen(tools: Any, pen: str) -> None:
    before = refused(tools, pen)
    escape(tools)
    assert tools.draw_mode is not None and not seen(tools.current_tool)
    again(tools, "Enter")
    assert count(tools) == before
    escape(tools)
    assert tools.select_tool_active()


@pytest.mark.parametrize("pen", PENS)
def test_it_waits_while_another_tool_is_held_and_while_the_strukturbild_is_opened_anew(tools: Any, pen: str) -> None:
    before = refused(tools, pen)
    tools.use_select_tool()
    QApplication.processEvents()
    assert not tools.hint
    set_draw_mode(tools, "nod", "punkt")
    assert not tools.hint.startswith("Det du ritade")
    set_draw_mode(tools, *PENS[pen][:3])
    assert seen(tools.current_tool)
    set_draw_mode(tools, "nod", "punkt")
    open_anew(tools)
    assert tools.draw_mode is not None and tools.draw_mode.klass.kod == PENS[pen][0] and seen(tools.current_tool)
    again(tools, "Enter")
    assert count(tools) == before + 1


def area(tools: Any) -> str:
    new = NewObject("gron_kil", bild_id=tools.picture)
    return add_object(
        tools.edit_session, new, QgsGeometry.fromRect(QgsRectangle(440_000, 6_570_000, 460_000, 6_600_000))
    )


@pytest.mark.parametrize("act", ["lagg_till", "skar_bort", "rita_om"])
def test_a_piece_of_an_area_that_was_refused_is_taken_too(tools: Any, act: str) -> None:
    chosen = area(tools)
    size = drawn(tools)[0].area()
    tools.use_select_tool()
    tools.choose([chosen])
    next(one for one in tools.actions.all() if one.kod == act).do()
    tools.before_edit.append(refuse)
    drag(tools.iface.mapCanvas(), *RING)
    assert tools.warned == ["Filen är borta."] and seen(tools.current_tool) and drawn(tools)[0].area() == size
    tools.before_edit.clear()
    open_anew(tools)
    assert seen(tools.current_tool) and tools.hint.startswith("Det du ritade är kvar.")
    again(tools, "Enter")
    assert drawn(tools)[0].area() != size and tools.in_select_mode() and not tools.hint


def test_a_piece_outside_its_area_stays_until_esc(tools: Any) -> None:
    chosen = area(tools)
    tools.use_select_tool()
    tools.choose([chosen])
    next(one for one in tools.actions.all() if one.kod == "skar_bort").do()
    drag(tools.iface.mapCanvas(), *((x + 40_000, y) for x, y in RING[:-8]))
    assert len(tools.warned) == 1 and seen(tools.current_tool)
    escape(tools)
    assert not seen(tools.current_tool) and not tools.select_tool_active(), "verktyget är kvar"


def test_a_click_does_not_replace_what_is_kept_and_a_new_stroke_does(tools: Any) -> None:
    before = refused(tools, "frihand")
    canvas = tools.iface.mapCanvas()
    click(canvas, CORNERS[0])
    assert seen(tools.current_tool) and count(tools) == before
    drag(canvas, *((x + 10_000, y) for x, y in RING))
    assert count(tools) == before + 1 and not seen(tools.current_tool)
    assert drawn(tools)[0].centroid().asPoint().x() == pytest.approx(460_000, abs=500)


@pytest.mark.parametrize("crs", ["EPSG:3006", "EPSG:3857"])
def test_corners_that_were_refused_go_on_and_can_be_taken_back_one_by_one(tools: Any, crs: str) -> None:
    canvas = turn(tools, crs)
    refused(tools, "hörn för hörn")
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert tools.current_tool.size() == 2
    more = (480_000.0, 6_600_000.0)
    click(canvas, more, CORNERS[2])
    tools.use_select_tool()
    QApplication.processEvents()
    set_draw_mode(tools, *PENS["hörn för hörn"][:3])
    again(tools, "Enter")
    ring = QgsGeometry.fromPolygonXY([[QgsPointXY(*place) for place in (*CORNERS[:2], more, CORNERS[2])]])
    assert drawn(tools)[0].hausdorffDistance(ring) < 3 * canvas.mapUnitsPerPixel()


@pytest.mark.parametrize("clicked", [1, 2])
def test_corners_half_drawn_are_taken_up_when_the_strukturbild_has_been_opened_anew(tools: Any, clicked: int) -> None:
    set_draw_mode(tools, "gron_kil", "yta")
    click(tools.iface.mapCanvas(), *CORNERS[:clicked])
    open_anew(tools)
    assert tools.current_tool.size() == clicked
    click(tools.iface.mapCanvas(), *CORNERS[clicked:])
    again(tools, "Enter")
    assert len(drawn(tools)) == 1


@pytest.mark.parametrize(
    ("what", "places"), [(("gron_kil", "yta"), 2), (("barriar", "linje"), 1), (("strak", "linje"), 1)]
)
def test_too_few_places_are_not_ended_and_that_is_said(tools: Any, what: tuple[str, str], places: int) -> None:
    set_draw_mode(tools, *what)
    canvas = tools.iface.mapCanvas()
    click(canvas, *CORNERS[:places])
    again(tools, "högerklick")
    assert len(tools.warned) == 1 and "minst" in tools.warned[0] and drawn(tools) == []
    click(canvas, CORNERS[places])
    again(tools, "högerklick")
    assert len(drawn(tools)) == 1
