"""Names moved by hand: on the sheet they stand exactly where they were put, on that paper alone."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.export.label_positions import DrawnSheet, LabelPositions, NameBox
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.sheets.helpers import stamp_of


def named(drawn: DrawnSheet, name: str) -> NameBox:
    return next(each for each in drawn.names if each.name == name)


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.dist(one, other)


@pytest.fixture
def snapshot(example_file: Path) -> Snapshot:
    return read_snapshot(example_file)


def test_moved_names_stand_where_they_were_put(snapshot: Snapshot, example_file: Path, tmp_path: Path) -> None:
    picture = snapshot.pictures[-1].bild_id
    sheet = LabelPositions(snapshot, picture, stamp_of(snapshot), "A4")
    before = sheet.draw(())
    assert not any(name.moved for name in before.names) and sheet.kept == ()
    assert all(0 <= x <= before.image.width() for name in before.names for piece in name.pieces for x, _y in piece)

    node, area = named(before, "Filipstad"), named(before, "Klarälvdalen")
    line = named(before, "Östra Värmlandsstråket")
    assert len(node.pieces) == 1 < len(line.pieces)
    places = (sheet.moved(node, -70, -55), sheet.moved(area, 12, 80), sheet.moved(line, 0, 40))
    after = sheet.draw(places)
    for name, dx, dy in ((node, -70, -55), (area, 12, 80)):
        (was,), (now,) = name.pieces, named(after, name.name).pieces
        assert apart((was[0][0] + dx, was[0][1] + dy), now[0]) < 1.0, name.name
    (turned,) = named(after, line.name).pieces
    assert turned[0][1] != pytest.approx(turned[1][1], abs=3) and turned[1][0] > turned[0][0], "längs stråket, rättvänt"
    assert {name.name for name in after.names if name.moved} == {"Filipstad", "Klarälvdalen", line.name}

    # Put back, it stands where the map puts it; a locked one stays.
    again = sheet.draw(())
    assert named(again, "Filipstad").pieces == node.pieces
    locked = sheet.as_they_stand(again, places[:1])
    assert {place.objekt_id for place in locked} >= {each.objekt_id for each in again.names if len(each.pieces) == 1}
    for name in sheet.draw(locked).names:
        if len(name.pieces) == 1 and name.name != "Filipstad":
            assert apart(name.pieces[0][0], named(again, name.name).pieces[0][0]) < 1.0, name.name

    # Kept in the file it is printed so, on that paper alone.
    with writing(example_file) as db:
        for place in places:
            db.set_label_place(place)
    kept = read_snapshot(example_file)
    small = LabelPositions(kept, picture, stamp_of(kept), "A4")
    assert set(small.kept) == set(places)
    assert LabelPositions(kept, picture, stamp_of(kept), "A3").kept == ()
    facts = make_sheet(kept, picture, stamp_of(kept), "A4").write_pdf(tmp_path / "karta.pdf")
    assert "Filipstad" in facts.drawn_labels and line.name in facts.drawn_labels
    assert apart(small.draw(small.kept) and named(small.draw(small.kept), "Filipstad").pieces[0][0],
                 named(after, "Filipstad").pieces[0][0]) < 1.0  # fmt: skip


def test_a_name_without_room_can_be_set_out(snapshot: Snapshot) -> None:
    picture = snapshot.pictures[-1].bild_id
    crowded = tuple(
        replace(objekt, namn=f"{objekt.namn} med ett mycket långt namn intill") if objekt.lager == "nod" else objekt
        for objekt in snapshot.objects
    )
    sheet = LabelPositions(replace(snapshot, objects=crowded), picture, stamp_of(snapshot), "A4")
    drawn = sheet.draw(())
    nodes = [(key, name) for key, name in drawn.without if name.endswith("intill")]
    assert nodes, "så långa namn får inte plats"
    key, name = nodes[0]
    after = sheet.draw((sheet.beside(key),))
    assert named(after, name).moved and key not in {each for each, _name in after.without}
