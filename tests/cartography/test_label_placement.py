"""Where names of points stand: the greater keep theirs, nothing lies on anything, and it is the same every time."""

from __future__ import annotations

import random
from pathlib import Path

from qgis.core import QgsLayoutExporter, QgsLayoutItemMap

from strukturbild_plugin.cartography.labels.label_placement import LabelBox, LabelObstacles, PointLabel, place_names
from strukturbild_plugin.cartography.labels.pinned_labels import VARIABLE
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.sheet_kinds import drawn_pictures
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.helpers import stamp_of

FRAME = LabelBox(0, 0, 200, 150)


def name(key: str, x: float, y: float, weight: float = 1.0, width: float = 12.0) -> PointLabel:
    return PointLabel(key, x, y, 2.5, width, 2.0, 0.3, 0.5, weight)


def around(*names: PointLabel, **more: tuple[object, ...]) -> LabelObstacles:
    return LabelObstacles(FRAME, tuple((each.x, each.y, 1.8) for each in names), **more)  # type: ignore[arg-type]


def test_a_name_alone_stands_right_of_its_point() -> None:
    alone = name("a", 50, 50)
    spot = place_names([alone], around(alone))["a"]
    assert spot is not None and (spot.dx, spot.dy, spot.across, spot.up) == (2.5, 0.0, "Left", "Half")


def test_a_name_keeps_within_the_map_and_off_what_is_drawn() -> None:
    edge = name("a", 195, 50)
    spot = place_names([edge], around(edge))["a"]
    assert spot is not None and spot.across != "Left", "till höger är kartan slut"
    taken = around(edge, boxes=(LabelBox(180, 40, 200, 60),))
    assert place_names([edge], taken)["a"] is None


def test_the_lesser_give_way_and_a_free_side_of_a_line_is_better() -> None:
    big, small = name("stor", 50, 50, weight=8, width=20), name("liten", 56, 50, weight=4, width=20)
    walls = (LabelBox(0, 54, 200, 150), LabelBox(0, 0, 200, 46), LabelBox(0, 0, 47, 150))
    found = place_names([small, big], LabelObstacles(FRAME, ((50, 50, 1.8),), boxes=walls))
    assert found["stor"] is not None and found["liten"] is None
    # Among its equals a name moves aside for one that has no other place.
    one, other = name("a", 50, 50), name("b", 50, 55.5)
    assert None not in place_names([one, other], around(one, other)).values()
    band = around(one, lines=((50.0, 50.0, 120.0, 50.0),))
    spot = place_names([one], band)["a"]
    assert spot is not None and spot.dy != 0


def test_the_order_they_come_in_does_not_matter() -> None:
    chance = random.Random(4)
    crowd = [name(f"{number:02}", chance.uniform(10, 190), chance.uniform(10, 140), number % 3) for number in range(90)]
    wanted = place_names(crowd, around(*crowd))
    for _again in range(3):
        chance.shuffle(crowd)
        assert place_names(crowd, around(*crowd)) == wanted
    gone = [each for each in crowd if wanted[each.key] is None]
    assert len(gone) < 12 and not any(each.weight == 2 for each in gone)


def test_a_sheet_has_the_same_names_at_every_resolution(example_file: Path, tmp_path: Path) -> None:
    snapshot = read_snapshot(example_file)
    found = set()
    for dpi in (70, 150):
        sheet = make_sheet(snapshot, drawn_pictures(snapshot)[0], stamp_of(snapshot), "A4")
        shown = next(item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap))
        assert "Right" in shown.createExpressionContext().variable(VARIABLE)
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = dpi
        exporter = QgsLayoutExporter(sheet.layout)
        exporter.exportToImage(str(tmp_path / "blad.png"), settings)
        labels = exporter.labelingResults()[shown.uuid()].allLabels()
        nodes = next(layer.id() for layer in shown.layers() if layer.fields().indexOf("roll") >= 0)
        names = tuple(sorted(each.labelText for each in labels if each.layerID == nodes and not each.isUnplaced))
        assert len(names) > 20
        found.add(names)
    assert len(found) == 1
