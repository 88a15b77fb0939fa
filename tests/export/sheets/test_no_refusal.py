"""What a sheet is made of all the same: a description too long for the paper, and objects in no region."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemLabel, QgsRectangle

from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.sheet_context import extent_of
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.sheets.helpers import stamp_of

SENTENCE = "Regionen vill att orterna växer ihop med bättre förbindelser. "


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("long", [SENTENCE * 400, "x" * 50_000], ids=["meningar", "ett ord"])
def test_a_description_without_room_is_cut_on_the_sheet(example_file: Path, paper: str, long: str) -> None:
    snapshot = read_snapshot(example_file)
    snapshot = replace(snapshot, head=replace(snapshot.head, beskrivning=long))
    picture = next(record.bild_id for record in snapshot.objects if record.wkb)
    sheet = make_sheet(snapshot, picture, stamp_of(snapshot), paper)
    assert sheet.facts.shortened
    shown = "".join(item.text() for item in sheet.layout.items() if isinstance(item, QgsLayoutItemLabel))
    assert "…" in shown and long[:60].split()[0] in shown


def test_the_edition_says_that_the_description_is_cut_and_where_all_of_it_stands(
    example_file: Path, tmp_path: Path
) -> None:
    with writing(example_file) as db:
        db.connection.execute("UPDATE strukturbild SET beskrivning = ?", (SENTENCE * 400,))
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=("karta", "webb")))
    assert "är kortad där. Hela står på webbsidan" in result.note
    assert SENTENCE.strip() * 2 in result.files["webb"].read_text(encoding="utf-8").replace(". ", ".")


def test_a_node_in_no_region_has_a_map_around_it(example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    node = next(record for record in snapshot.objects if record.lager == "nod" and record.wkb)
    flat = tuple(replace(area, wkb=b"") for area in snapshot.areas)
    alone = replace(snapshot, objects=(node,), areas=flat, links=())
    around = extent_of(alone, node.bild_id)
    assert QgsRectangle(around).width() == around.height() == 20_000.0
    assert make_sheet(alone, node.bild_id, stamp_of(alone)).facts.node_names == (node.namn,)
    assert extent_of(snapshot, node.bild_id).width() > 100_000, "annars hela regionen"
