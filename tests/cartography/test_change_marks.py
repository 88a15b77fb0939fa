"""Marks of what differs between two maps lie on what is drawn."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY

from strukturbild_plugin.cartography.labels.change_marks import mark_position
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set


def wkb(text: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(text).asWkb())


@pytest.mark.parametrize("bend", [0.1, -0.1, load_symbol_set().symboler["samband"].bage])
def test_the_mark_of_a_link_lies_on_its_curve_and_not_on_the_chord(qgis_app: QgsApplication, bend: float) -> None:
    link = wkb("MultiLineString((0 0, 40000 0))")
    x, y = mark_position(link, bend)
    assert abs(x - 20_000) < 500 and abs(bend) * 40_000 < abs(y) < 2 * abs(bend) * 40_000
    assert mark_position(link) == (20_000, 0)


def test_a_line_with_more_points_keeps_its_way(qgis_app: QgsApplication) -> None:
    x, y = mark_position(wkb("MultiLineString((0 0, 20000 5000, 40000 0))"), 0.1)
    assert (
        QgsGeometry.fromPointXY(QgsPointXY(x, y)).distance(QgsGeometry.fromWkt("LineString(0 0, 20000 5000, 40000 0)"))
        < 60
    )


def test_areas_and_nodes_are_marked_as_before(qgis_app: QgsApplication) -> None:
    assert mark_position(wkb("MultiPoint(3 4, 5 6)"), 0.2) == (3, 4)
    assert mark_position(wkb("MultiPolygon(((0 0, 10 0, 5 9, 0 0)))"), 0.2) == (5, 9)
    assert mark_position(wkb("MultiLineString EMPTY"), 0.2) is None
