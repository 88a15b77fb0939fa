"""Whatever the hand or the data looks like, an area comes out valid, calm and where it was meant."""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from strukturbild_plugin import compat
from strukturbild_plugin.drawing.edits.areas import SchematiseOptions, buffer_of_line, freehand, schematise, tidied
from strukturbild_plugin.drawing.edits.objects import NewObject
from strukturbild_plugin.drawing.edits.schematise_sources import add_schematised, read_areas
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from tests.counting import growth, python_steps
from tests.drawing.helpers import desk_on, in_file
from tests.store.helpers import TARGET, new_file

pytestmark = pytest.mark.usefixtures("qgis_app")
SCALE = 1_000_000


def polygon(*corners: tuple[float, float]) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in (*corners, corners[0])]])


def hand(dice: random.Random, size: float, turns: float = 1.05, shake: float = 0.02) -> list[tuple[float, float]]:
    """What a hand draws round a place: shaky, not quite closed or closed more than once."""
    waves, phase = dice.randint(1, 5), dice.uniform(0, 6)
    stroke = []
    for step in range(int(200 * turns)):
        angle = 2 * math.pi * step / 200
        radius = size * (1 + 0.25 * math.sin(waves * angle + phase)) * (1 + dice.gauss(0, shake))
        stroke.append((500_000 + radius * math.cos(angle) * 1.3, 6_500_000 + radius * math.sin(angle)))
    return stroke


def check_calm(area: QgsGeometry) -> None:
    assert area.isGeosValid() and area.isMultipart() and area.area() > 0
    assert all(math.isfinite(vertex.x()) and math.isfinite(vertex.y()) for vertex in area.vertices())


def test_a_shaky_stroke_becomes_a_calm_area_of_the_same_size() -> None:
    dice = random.Random(7)
    for _ in range(60):
        turns = dice.choice((0.9, 1.0, 1.1, 1.6, 2.3))
        size = dice.uniform(6_000, 60_000)
        stroke = hand(dice, size, turns, dice.uniform(0, 0.04))
        area = freehand(stroke, SCALE)
        check_calm(area)
        meant = QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in stroke[:200]]]).convexHull()
        steady = polygon(*hand(random.Random(1), size, 1.0, 0)).area()
        assert area.constGet().numGeometries() == 1 and not area.asMultiPolygon()[0][1:]
        assert area.area() < meant.area() * 1.1 and area.area() > steady * 0.5
        assert area.constGet().nCoordinates() < 600


@pytest.mark.parametrize("seed", range(40))
def test_any_scribble_is_a_valid_area_or_a_sentence(seed: int) -> None:
    dice = random.Random(seed)
    wide = dice.choice((10.0, 3_000.0, 80_000.0))
    scribble = [
        (500_000 + dice.uniform(0, wide), 6_500_000 + dice.uniform(0, wide)) for _ in range(dice.randint(0, 60))
    ]
    try:
        check_calm(freehand(scribble, SCALE))
    except StoreError as error:
        assert "litet" in str(error) and (wide < 10_000 or len(scribble) < 4)


def test_a_stroke_that_encloses_nothing_is_refused() -> None:
    for stroke in ([], [(0.0, 0.0)] * 50, [(float(x), 0.0) for x in range(0, 90_000, 500)]):
        with pytest.raises(StoreError, match="litet"):
            freehand(stroke, SCALE)
    with pytest.raises(StoreError, match="utanför kartan"):
        freehand([(0.0, 0.0), (math.nan, 1.0), (5.0, 5.0)], SCALE)


def test_a_figure_of_eight_keeps_both_halves() -> None:
    eight = [(20_000 * math.sin(t / 40), 12_000 * math.sin(t / 20)) for t in range(252)]
    area = freehand(eight, SCALE)
    check_calm(area)
    assert area.contains(QgsGeometry.fromPointXY(QgsPointXY(12_000, 0)))
    assert area.contains(QgsGeometry.fromPointXY(QgsPointXY(-12_000, 0)))


def test_a_band_is_as_wide_as_asked_and_passes_the_corners() -> None:
    corners = [(0.0, 0.0), (20_000.0, 10_000.0), (40_000.0, -5_000.0), (90_000.0, 0.0)]
    band = buffer_of_line(corners, 8_000)
    check_calm(band)
    assert all(band.contains(QgsGeometry.fromPointXY(QgsPointXY(*corner))) for corner in corners)
    outline = QgsGeometry(band.constGet().boundary())
    at_end = outline.distance(QgsGeometry.fromPointXY(QgsPointXY(*corners[-1])))
    assert at_end == pytest.approx(4_000, rel=0.03)
    check_calm(buffer_of_line([(0, 0), (10_000, 0), (0, 0), (5_000, 9_000), (5_000, -9_000)], 3_000))
    for width in (0, -5, math.nan):
        with pytest.raises(StoreError, match="över noll"):
            buffer_of_line(corners, width)


def test_schematising_joins_what_is_near_fills_small_holes_and_drops_crumbs() -> None:
    def square(x: float, y: float, side: float) -> QgsGeometry:
        return polygon((x, y), (x + side, y), (x + side, y + side), (x, y + side))

    ring = square(0, 0, 20_000).difference(square(8_000, 8_000, 2_000))
    areas = [ring, square(21_000, 0, 20_000), square(80_000, 0, 20_000), square(0, 60_000, 500)]
    shape = schematise(areas, SchematiseOptions(join=2_000, tolerance=500, smallest_hole=1e7, smallest_part=4e6))
    check_calm(shape)
    assert shape.constGet().numGeometries() == 2 and not any(part[1:] for part in shape.asMultiPolygon())
    assert shape.area() == pytest.approx(1.2e9, rel=0.1)
    assert (
        schematise(areas, SchematiseOptions(join=2_000, smallest_hole=1e5, smallest_part=0)).constGet().numGeometries()
        == 3
    )
    bow_tie = polygon((0, 0), (20_000, 20_000), (20_000, 0), (0, 20_000))
    check_calm(schematise([bow_tie, QgsGeometry(), QgsGeometry.fromPointXY(QgsPointXY(1, 1))]))
    for smoothness in (-1, 0, 1, 7):
        check_calm(schematise(areas, SchematiseOptions(smoothness=smoothness)))
    with pytest.raises(StoreError, match="Inget blev kvar"):
        schematise([square(0, 0, 500)])
    with pytest.raises(StoreError, match="Markera"):
        schematise([])


@pytest.fixture
def protected(shared_data: Path, tmp_path: Path) -> str:
    """Where real areas can be opened from."""
    return f"{shutil.copy(shared_data / 'skyddade_omraden.gpkg', tmp_path)}|layername=skyddade_ytor"


def test_a_thousand_real_areas_become_calm(protected: str) -> None:
    taken = read_areas(QgsVectorLayer(protected, "", "ogr"))
    detailed = sorted(taken.areas, key=lambda area: -area.constGet().nCoordinates())[:1_000]
    shape = schematise(detailed)
    check_calm(shape)
    before = sum(area.constGet().nCoordinates() for area in detailed)
    assert shape.constGet().nCoordinates() < before / 3
    covered = sum(area.intersection(shape).area() for area in detailed) / sum(area.area() for area in detailed)
    assert covered > 0.9


def test_the_work_of_schematising_grows_with_the_areas_and_not_with_their_detail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One union of what has been simplified, not one for each area."""
    united: list[int] = []
    real = QgsGeometry.unaryUnion

    def union(shapes: list[QgsGeometry]) -> QgsGeometry:
        united.extend(shape.constGet().nCoordinates() for shape in shapes)
        return real(shapes)

    def work(count: int, corners: int = 40) -> tuple[int, int]:
        places = [(500_000 + 30_000 * (n % 20), 6_500_000 + 30_000 * (n // 20)) for n in range(count)]
        round_ones = [QgsGeometry.fromPointXY(QgsPointXY(*place)).buffer(9_000, corners) for place in places]
        united.clear()
        return python_steps(lambda: schematise(round_ones)), sum(united)

    monkeypatch.setattr(QgsGeometry, "unaryUnion", union)
    assert growth(lambda count: work(count)[0], 50) < 1.05
    assert growth(lambda count: work(count)[1], 50) < 1.05
    assert work(100, corners=400)[1] < 1.5 * work(100)[1]


@pytest.fixture
def edit_session(tmp_path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(new_file(tmp_path))
    yield made
    made.close()


def test_what_is_schematised_says_where_it_comes_from(edit_session: EditSession, protected: str) -> None:
    layer = QgsVectorLayer(protected, "Skyddade områden", "ogr")
    layer.selectByExpression('"area_ha" > 2000 AND "lan" LIKE \'%Värmland%\'')
    chosen = layer.selectedFeatureCount()
    assert chosen > 0
    taken = read_areas(layer)
    assert len(taken.areas) == chosen
    wish = NewObject("gron_vardekarna", bild_id=TARGET)
    objekt_id = add_schematised(edit_session, wish, taken, SchematiseOptions(join=6_000, tolerance=1_500), "Finnskogen")
    assert edit_session.known(objekt_id).lager == "gron_bla_yta"
    assert edit_session.undo() == "Rita Finnskogen" and edit_session.redo()
    edit_session.save()
    file = Path(edit_session.layers["nod"].source().split("|")[0])
    assert in_file(file)["Finnskogen"].attribut["kalla"] == f"Schematiserat ur Skyddade områden ({chosen} ytor)"


def test_areas_from_other_coordinates_land_where_they_belong() -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Ytor", "memory")
    layer.dataProvider().addAttributes([compat.text_field("kalla")])
    layer.updateFields()
    feature = QgsFeature(layer.fields())
    feature.setAttribute("kalla", "Länsstyrelsen 2024")
    feature.setGeometry(polygon((15.0, 59.0), (15.2, 59.0), (15.2, 59.1), (15.0, 59.1)))
    layer.dataProvider().addFeature(feature)
    taken = read_areas(layer)
    assert taken.kalla == "Schematiserat ur Ytor (1 ytor): Länsstyrelsen 2024"
    corner = taken.areas[0].boundingBox()
    assert (corner.xMinimum(), corner.yMinimum()) == (
        pytest.approx(500_000, abs=100),
        pytest.approx(6_540_100, abs=500),
    )
    with pytest.raises(StoreError, match="koordinatsystem"):
        layer.setCrs(QgsCoordinateReferenceSystem())
        read_areas(layer)


def test_corners_that_cross_become_a_valid_area() -> None:
    bow = polygon((0, 0), (10_000, 10_000), (10_000, 0), (0, 10_000))
    assert not bow.isGeosValid()
    check_calm(tidied(bow))
    assert tidied(bow).area() == pytest.approx(50e6)
    plain = polygon((0, 0), (10_000, 0), (10_000, 10_000))
    assert tidied(plain).equals(plain)
