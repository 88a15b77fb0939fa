"""The map may be in any CRS, and turned: what is pointed at is the place on the ground under the pointer."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog

from strukturbild_plugin.gui.map_coordinates import centre_on, is_shown, pixel_of, zoom_to
from tests.gui.tool_helpers import (
    LEFT,
    PLAIN,
    click,
    drag,
    open_tool_controller,
    pixel,
    point_at,
    set_draw_mode,
    to_map,
)

GUI = Path(__file__).resolve().parents[3] / "strukturbild_plugin" / "gui"
MAPS = {"3006": ("EPSG:3006", 0), "3857": ("EPSG:3857", 0), "4326": ("EPSG:4326", 0), "vriden": ("EPSG:3006", 37)}
SHOWN = QgsRectangle(400_000, 6_550_000, 500_000, 6_625_000)
ROUNDS, SEED = 4, 3006
RIGHT = Qt.MouseButton.RightButton
REVERSE = Qgis.TransformDirection.Reverse


@pytest.fixture(scope="module")
def kept_tools(qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    with open_tool_controller(_example_made_once, tmp_path_factory.mktemp("tools")) as made:
        made.picture = "en tom bild"
        yield made


@pytest.fixture
def tools(kept_tools: Any) -> Iterator[Any]:
    """A tool controller whose map shows the same ground; what a test draws is undone after it."""
    kept_tools.warned.clear()
    yield kept_tools
    kept_tools.unset_tool()
    while kept_tools.edit_session.can_undo():
        kept_tools.edit_session.undo()
    kept_tools.selection.clear()


def turn(tools: Any, crs: str, degrees: float) -> Any:
    """Give the map this CRS and rotation, over the same ground."""
    canvas = tools.iface.mapCanvas()
    canvas.setRotation(degrees)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    canvas.setExtent(to_map(canvas).transformBoundingBox(SHOWN))
    return canvas


@pytest.fixture(params=MAPS)
def canvas(tools: Any, request: pytest.FixtureRequest) -> Any:
    return turn(tools, *MAPS[request.param])


def some_place(chance: random.Random) -> tuple[float, float]:
    """Within a circle that every one of the maps shows whole."""
    angle, far = chance.uniform(0, math.tau), 30_000 * math.sqrt(chance.random())
    return SHOWN.center().x() + far * math.cos(angle), SHOWN.center().y() + far * math.sin(angle)


def a_pixel(canvas: Any, place: tuple[float, float]) -> float:
    """How much ground one pixel is here, at most."""
    back = to_map(canvas)
    there, unit = back.transform(QgsPointXY(*place)), canvas.mapUnitsPerPixel()
    beside = [QgsPointXY(there.x() + x, there.y() + y) for x, y in ((unit, 0), (0, unit))]
    return max(back.transform(one, REVERSE).distance(QgsPointXY(*place)) for one in beside)


def place_at(canvas: Any, spot: QPoint) -> tuple[float, float]:
    there, back = canvas.getCoordinateTransform().toMapCoordinates(spot.x(), spot.y()), to_map(canvas)
    place = back.transform(there, REVERSE)
    return place.x(), place.y()


def drag_pixels(canvas: Any, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, start)
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, end)


def newest(tools: Any, layer: str, before: set[str]) -> Any:
    """The one object that has come."""
    made = [one for one in tools.edit_session.objects.all() if one.lager == layer and one.objekt_id not in before]
    assert len(made) == 1, tools.warned
    return made[0]


def ids(tools: Any) -> set[str]:
    return {one.objekt_id for one in tools.edit_session.objects.all()}


def put_node(tools: Any, place: tuple[float, float]) -> str:
    from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
    from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry

    return add_object(tools.edit_session, NewObject("nod", bild_id=tools.picture), points_geometry([place]), "Nod")


def test_the_same_gesture_over_the_same_ground_draws_the_same(tools: Any, canvas: Any) -> None:
    chance = random.Random(SEED)
    for _ in range(ROUNDS):
        west, bend, east, corner = (some_place(chance) for _ in range(4))
        near = 1.5 * max(a_pixel(canvas, place) for place in (west, bend, east, corner))
        nodes = []
        set_draw_mode(tools, "nod", "punkt")
        for place in (west, east):
            before = ids(tools)
            click(canvas, place)
            nodes.append(newest(tools, "nod", before))
            assert math.dist(nodes[-1].places[0], place) < near
        before = ids(tools)
        set_draw_mode(tools, "strak", "linje")
        click(canvas, west, bend, east)
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        strak = newest(tools, "strak", before)
        assert strak.noder == tuple(node.objekt_id for node in nodes), "samma noder ska hittas"
        line = tools.edit_session.feature(strak.objekt_id).geometry()
        assert line.distance(QgsGeometry.fromPointXY(QgsPointXY(*bend))) < near
        wanted = {"peka": [west, bend, corner], "frihand": circle(bend)}
        for way, places in wanted.items():
            before = ids(tools)
            set_draw_mode(tools, "gron_kil", "yta", way)
            if way == "peka":
                click(canvas, *places)
                click(canvas, places[-1], button=RIGHT)
            else:
                drag(canvas, *places)
            area = tools.edit_session.feature(newest(tools, "gron_bla_yta", before).objekt_id).geometry()
            ring = QgsGeometry.fromPolygonXY([[QgsPointXY(*place) for place in places]])
            calm = 1 if way == "peka" else 3  # a stroke of the hand is made calm
            assert area.hausdorffDistance(ring) < near * calm, way


def circle(centre: tuple[float, float]) -> list[tuple[float, float]]:
    """Round about, twelve kilometres off."""
    turns = [math.tau * part / 60 for part in range(61)]
    return [(centre[0] + 12_000 * math.cos(turn), centre[1] + 12_000 * math.sin(turn)) for turn in turns]


def test_the_same_is_found_chosen_lit_and_moved(tools: Any, canvas: Any) -> None:
    chance = random.Random(SEED)
    for _ in range(ROUNDS):
        here, there, other = (some_place(chance) for _ in range(3))
        near = 1.5 * max(a_pixel(canvas, place) for place in (here, there, other))
        kept, left = put_node(tools, here), put_node(tools, other)
        tools.use_select_tool()
        click(canvas, here)
        assert tools.selection.ids == (kept,)
        light = tools.selection._bands["punkt"].asGeometry().asGeometryCollection()[0].asPoint()
        assert light.distance(to_map(canvas).transform(QgsPointXY(*here))) < canvas.mapUnitsPerPixel()
        tools.selection.clear()
        spot = pixel(canvas, here)
        beside = put_node(tools, place_at(canvas, spot + QPoint(25, -25)))
        drag_pixels(canvas, spot - QPoint(30, 30), spot + QPoint(30, 30))
        assert set(tools.selection.ids) >= {kept, beside}, "rutan är den som syns"
        if (pixel(canvas, other) - spot).manhattanLength() > 80:
            assert left not in tools.selection.ids
        drag(canvas, here, there)
        assert math.dist(tools.edit_session.known(kept).places[0], there) < near
        tools.undo()


def test_what_is_half_drawn_keeps_its_places_when_the_map_gets_another_crs(tools: Any) -> None:
    canvas, start = turn(tools, "EPSG:3006", 0), SHOWN.center()
    places = [(start.x() + x, start.y() + y) for x, y in ((-20_000, 0), (0, 10_000), (20_000, 0))]
    for kod, kind, lager in (("strak", "linje", "strak"), ("gron_kil", "yta", "gron_bla_yta")):
        before = ids(tools)
        set_draw_mode(tools, kod, kind)
        click(canvas, *places[:2])
        turn(tools, "EPSG:3857", 20)
        if kod == "strak":
            point_at(canvas, places[2])
            band = canvas.mapTool().band.asGeometry()
            first = band.vertexAt(0)
            assert to_map(canvas).transform(QgsPointXY(*places[0])).distance(first.x(), first.y()) < 500
        click(canvas, places[2])
        click(canvas, places[2], button=RIGHT)
        shape = tools.edit_session.feature(newest(tools, lager, before).objekt_id).geometry()
        for place in places:
            assert shape.distance(QgsGeometry.fromPointXY(QgsPointXY(*place))) < 500, kod
        turn(tools, "EPSG:3006", 0)


@pytest.mark.parametrize("kod", ["nod", "strak", "gron_kil"])
def test_a_place_that_the_ground_does_not_have_is_refused_with_a_sentence(tools: Any, kod: str) -> None:
    canvas = turn(tools, "EPSG:3857", 0)
    canvas.setExtent(QgsRectangle(-2e7, -2e7, 2e7, 2e7))
    before = ids(tools)
    set_draw_mode(tools, kod, {"nod": "punkt", "strak": "linje"}.get(kod, "yta"))
    for spot in ((20, 20), (400, 560), (780, 300), (60, 420)):
        QTest.mouseClick(canvas.viewport(), LEFT, PLAIN, QPoint(*spot))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert ids(tools) == before
    assert len(tools.warned) == 4 and all("EPSG:3006" in said for said in tools.warned)


def test_going_to_something_shows_it_in_every_map(tools: Any, canvas: Any) -> None:
    from strukturbild_plugin.gui.map_coordinates import centre_on, is_shown, zoom_to

    box = QgsRectangle(440_000, 6_590_000, 450_000, 6_600_000)
    spot = QgsRectangle(600_000, 6_700_000, 600_000, 6_700_000)
    zoom_to(canvas, box)
    for place in ((440_000, 6_590_000), (450_000, 6_600_000), (445_000, 6_595_000)):
        assert canvas.rect().contains(pixel(canvas, place))
    assert is_shown(canvas, box) and not is_shown(canvas, spot)
    centre_on(canvas, spot.center())
    assert (pixel(canvas, (600_000, 6_700_000)) - canvas.rect().center()).manhattanLength() < 4
    assert is_shown(canvas, spot) and not is_shown(canvas, box)


def test_only_one_file_goes_between_the_map_and_the_ground() -> None:
    raw = re.compile(
        r"mapPoint\(|toMapCoordinates|toLayerCoordinates|toCanvasCoordinates|mapUnitsPerPixel|getCoordinateTransform"
        r"|mapToLayerCoordinates|layerToMapCoordinates|layerExtentToOutputExtent|zoomByFactor|[cC]anvas\.scale\("
        r"|QgsCoordinateTransform|QgsRubberBand\b|extent\(\)\.contains|[cC]anvas(\(\))?\.(setExtent|setCenter|center)\("
    )
    files = [file for file in sorted(GUI.glob("*.py")) if file.name != "map_coordinates.py"]
    found = [
        f"{file.name}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if raw.search(line)
    ]
    assert found == []


class Pointing(QDialog):
    """A window of ours that points things out."""

    __module__ = "strukturbild_plugin.gui.pointing"


@pytest.mark.parametrize("at", [(0, 0, 500, 300), (300, 200, 400, 300), (0, 0, 800, 640)], ids=["hörn", "mitt", "allt"])
def test_what_is_pointed_out_is_seen_beside_the_window_that_points(
    tools: Any, canvas: Any, at: tuple[int, int, int, int]
) -> None:
    box = QgsRectangle(420_000, 6_560_000, 440_000, 6_570_000)
    corners = [QgsPointXY(x, y) for x in (box.xMinimum(), box.xMaximum()) for y in (box.yMinimum(), box.yMaximum())]
    dialog = Pointing(canvas.window())
    try:
        dialog.setGeometry(*at)
        dialog.show()
        QApplication.processEvents()
        before = dialog.pos()
        zoom_to(canvas, box.buffered(2_000))
        for far in (False, True):
            if far:
                centre_on(canvas, QgsPointXY(480_000, 6_600_000))
                assert not is_shown(canvas, box)
                centre_on(canvas, box.center())
            spots = [pixel_of(canvas, corner).toPoint() for corner in corners]
            under = dialog.frameGeometry()
            assert all(canvas.rect().contains(spot) for spot in spots)
            assert not any(under.contains(canvas.mapToGlobal(spot)) for spot in spots), (spots, under)
            assert is_shown(canvas, box)
            assert dialog.pos() == before or at[2] == 800, "den flyttas bara när den täcker nästan allt"
    finally:
        sip.delete(dialog)


def test_a_whole_strukturbild_fills_the_map_whatever_window_it_was_opened_from(
    tools: Any, canvas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strukturbild_plugin.gui.session.session import Session

    class Opened:
        @staticmethod
        def extent() -> QgsRectangle:
            return QgsRectangle(420_000, 6_560_000, 520_000, 6_660_000)

    session = Session(tools.iface)
    monkeypatch.setattr(session, "opened", Opened)
    session.zoom_to_area()
    alone = canvas.extent()
    dialog = Pointing(canvas.window())
    try:
        dialog.setGeometry(0, 0, 800, 640)
        dialog.show()
        QApplication.processEvents()
        session.zoom_to_area()
        assert canvas.extent() == alone and alone.height() < 3 * Opened.extent().height()
    finally:
        sip.delete(dialog)
        monkeypatch.undo()
        session.close_down()
