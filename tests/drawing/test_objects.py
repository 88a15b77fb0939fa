"""What lies where one points, pieces of areas, where a stråk goes on, and several objects as one step."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsRectangle

from strukturbild_plugin.drawing.edits import area_parts as pieces
from strukturbild_plugin.drawing.edits import corridor_edits as chains
from strukturbild_plugin.drawing.edits import joint_nodes as joints
from strukturbild_plugin.drawing.edits import open_ends as towards
from strukturbild_plugin.drawing.edits.areas import freehand
from strukturbild_plugin.drawing.edits.identify import objects_at, objects_within
from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, copy_all, delete_objects
from strukturbild_plugin.drawing.edits.qgis_geometry import lines_of, points_geometry
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.create.places import all_places
from tests.drawing.helpers import NODE, SAMBAND, STRAK, TOWNS, desk_on, everything, places_of, towns
from tests.store.helpers import TARGET, TODAY, new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
AREA = NewObject("gron_kil", bild_id=TARGET)


@pytest.fixture
def edit_session(qgis_app: QgsApplication, tmp_path: Path):
    made = desk_on(new_file(tmp_path))
    yield made
    made.close()


def box(west: float, south: float, east: float, north: float) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(west, south, east, north))


def known(edit_session: EditSession, objekt_id: str):
    return edit_session.known(objekt_id)


def test_a_click_means_the_point_then_the_line_then_the_smallest_area_of_the_picture(edit_session: EditSession) -> None:
    west, east, _ = towns(edit_session)
    x, y = TOWNS["Karlstad"]
    strak = draw_corridor(edit_session, STRAK, [west, east])
    large = add_object(edit_session, AREA, box(x - 50_000, y - 50_000, x + 50_000, y + 50_000))
    small = add_object(edit_session, AREA, box(x - 9_000, y - 9_000, x + 9_000, y + 9_000))
    elsewhere = add_object(edit_session, NewObject("nod", bild_id=TODAY), points_geometry([(x, y)]), "Karlstad i dag")
    assert objects_at(edit_session, (x, y), 2_000, TARGET) == [west, strak, small, large, elsewhere]
    assert objects_at(edit_session, (x - 20_000, y), 2_000, TARGET) == [large]
    assert objects_at(edit_session, (x, y), 2_000, TARGET, codes={"strak"}) == [strak]
    around = QgsRectangle(x - 10_000, y - 10_000, x + 10_000, y + 10_000)
    assert objects_within(edit_session, QgsGeometry.fromRect(around), TARGET) == sorted([west, small])


def test_a_piece_more_a_piece_less_and_never_nothing(edit_session: EditSession) -> None:
    area = add_object(edit_session, AREA, box(0, 6_500_000, 10_000, 6_510_000))

    def size() -> float:
        return edit_session.feature(area).geometry().area() / 1e6

    pieces.reshape_area(edit_session, area, box(5_000, 6_500_000, 15_000, 6_510_000), pieces.ADD)
    assert size() == pytest.approx(150)
    pieces.reshape_area(edit_session, area, box(0, 6_500_000, 5_000, 6_510_000), pieces.CUT)
    assert size() == pytest.approx(100)
    for nowhere in (box(50_000, 6_500_000, 60_000, 6_510_000), box(-1e5, 6_400_000, 1e5, 6_600_000)):
        with pytest.raises(StoreError):
            pieces.reshape_area(edit_session, area, nowhere, pieces.CUT)
    pieces.reshape_area(
        edit_session, area, freehand([(0, 0), (9_000, 0), (9_000, 9_000), (0, 9_000)], 500_000), pieces.REDRAW
    )
    assert 60 < size() < 90
    for _ in range(3):
        edit_session.undo()
    assert size() == pytest.approx(100)
    assert edit_session.redo_text().startswith("Lägg till en bit")


def test_a_line_drawn_by_hand_is_calm() -> None:
    stroke = [(400_000 + 100 * n, 6_500_000 + 8_000 * math.sin(n / 60) + (-1) ** n * 150) for n in range(400)]
    (line,) = lines_of(pieces.freehand_line(stroke, 1_000_000))
    assert math.dist(line[0], stroke[0]) < 1 and math.dist(line[-1], stroke[-1]) < 1
    shape = QgsGeometry.fromPolylineXY([QgsPointXY(*one) for one in line])
    assert shape.length() < QgsGeometry.fromPolylineXY([QgsPointXY(*one) for one in stroke]).length() * 0.9
    assert max(shape.distance(QgsGeometry.fromPointXY(QgsPointXY(*one))) for one in stroke) < 3_000
    with pytest.raises(StoreError):
        pieces.freehand_line(stroke[:1], 1_000_000)


def test_a_strak_says_where_it_goes_on_and_is_called_by_it(edit_session: EditSession, base_data: Path) -> None:
    west, east, _ = towns(edit_session)
    x, y = TOWNS["Karlstad"]
    strak = draw_corridor(edit_session, STRAK, [east, west, (x - 60_000, y + 20_000)])
    start, end = towards.ends_of_line(edit_session, strak)
    assert (start.node_name, end.node_name, end.node_id) == ("Örebro", "", "")
    area = box(x - 70_000, y - 60_000, x + 110_000, y + 60_000)
    named = towards.suggestions(end, all_places(), area)
    assert "Oslo" in named[:3] and "Karlstad" not in named and "Stockholm" not in named
    assert "Stockholm" in towards.suggestions(start, all_places(), area)[:3]
    assert towards.set_towards(edit_session, strak, "", " Oslo ") is True
    feature = edit_session.feature(strak)
    assert (feature["mot_slut"], feature["namn"]) == ("Oslo", "Örebro–Oslo")
    assert towards.set_towards(edit_session, strak, "", "Oslo") is False


def test_places_become_one_joint_node_also_with_one_that_is_drawn(edit_session: EditSession) -> None:
    west, _, _ = towns(edit_session)
    new = [("Kil", (405_000.0, 6_600_000.0)), ("Grums", (400_000.0, 6_580_000.0))]
    both = joints.joint_of_places(edit_session, NODE, new)
    assert len(places_of(edit_session, both)) == 2 and known(edit_session, both).namn == "Kil–Grums"
    before = everything(edit_session)
    joined = joints.joint_of_places(edit_session, NODE, new[:1], [west])
    assert joined == west and known(edit_session, west).namn == "Karlstad–Kil"
    edit_session.undo()
    assert everything(edit_session) == before
    with pytest.raises(StoreError):
        joints.joint_of_places(edit_session, NODE, new[:1])


def test_several_are_copied_or_deleted_as_one_step(edit_session: EditSession) -> None:
    west, east, far = towns(edit_session)
    link = draw_link(edit_session, SAMBAND, west, east)
    before = everything(edit_session)
    made = copy_all(edit_session, [link, far, west], TODAY)
    there = [known(edit_session, each) for each in made]
    assert {one.bild_id for one in there} == {TODAY} and len(everything(edit_session)) == len(before) + 4
    (copy,) = [one for one in there if one.lager == "samband"]
    assert {known(edit_session, node).bild_id for node in copy.ties()} == {TODAY}
    with pytest.raises(StoreError):
        copy_all(edit_session, [link, west], TODAY)
    edit_session.undo()
    assert everything(edit_session) == before
    delete_objects(edit_session, [west, link])
    assert len(everything(edit_session)) == len(before) - 2
    edit_session.undo()
    assert everything(edit_session) == before


def test_strak_that_meet_in_an_end_can_be_joined(edit_session: EditSession) -> None:
    west, middle, east = towns(edit_session)
    first, second = (
        draw_corridor(edit_session, STRAK, [west, middle]),
        draw_corridor(edit_session, STRAK, [east, middle]),
    )
    through = draw_corridor(edit_session, STRAK, [west, middle, east])
    assert chains.joinable(edit_session, first) == (second, through) or chains.joinable(edit_session, first) == (
        through,
        second,
    )
    lone = draw_corridor(edit_session, STRAK, [(0.0, 6_500_000.0), (9_000.0, 6_500_000.0)])
    assert chains.joinable(edit_session, lone) == ()
