"""What a map shows: the area, and the places just outside it, alike on every map of a sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsGeometry, QgsLayoutItemMap, QgsPointXY, QgsRectangle

from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.sheet_context import extent_of
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.helpers import stamp_of
from tools.gallery.printing import with_present


def with_place(snapshot: Snapshot, bild_id: str, x: float, y: float) -> Snapshot:
    """The strukturbild with one more node in a picture, at a place in EPSG:3006."""
    like = next(objekt for objekt in snapshot.objects if objekt.lager == "nod" and objekt.bild_id == bild_id)
    wkb = bytes(QgsGeometry.fromPointXY(QgsPointXY(x, y)).asWkb())
    there = replace(like, objekt_id="ny", namn="Utanför", wkb=wkb)
    return replace(snapshot, objects=(*snapshot.objects, there))


def shown(snapshot: Snapshot, bild_id: str, kind: str, paper: str) -> list[tuple[QgsRectangle, float]]:
    """What each map of a sheet shows, and its scale."""
    sheet = make_sheet(snapshot, bild_id, stamp_of(snapshot), paper, kind)
    maps = [item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap)]
    return [(QgsRectangle(item.extent()), item.scale()) for item in maps]


def test_a_place_just_outside_the_area_is_on_the_map_and_one_far_away_is_not(example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    target = next(objekt.bild_id for objekt in snapshot.objects if objekt.wkb)
    area = extent_of(snapshot, target)
    ((_plain, scale),) = shown(snapshot, target, "karta", "rollup")
    for share, seen in ((0.1, True), (0.6, False)):
        x, y = area.xMinimum() - share * area.width(), area.center().y()
        ((extent, its_scale),) = shown(with_place(snapshot, target, x, y), target, "karta", "rollup")
        assert extent.contains(QgsPointXY(x, y)) is seen
        assert extent.contains(area), "området syns alltid"
        assert (its_scale > scale) is seen


def test_before_and_after_show_the_same_also_when_one_has_a_place_outside(example_file: Path) -> None:
    snapshot = with_present(read_snapshot(example_file))
    target = snapshot.pictures[0].bild_id
    area = extent_of(snapshot, target)
    more = with_place(snapshot, target, area.xMaximum() + 0.1 * area.width(), area.center().y())
    (before, _scale), (after, _same) = shown(more, target, "fore-efter", "A3")
    assert before.width() == after.width() and before.xMaximum() > area.xMaximum()
    assert abs(before.xMinimum() - after.xMinimum()) < 1
