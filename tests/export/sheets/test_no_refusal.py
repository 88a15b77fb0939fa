"""What a sheet is made of all the same: a description too long for the paper, and objects in no region."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemLabel, QgsRectangle

from strukturbild_plugin.checks.rules.registry import RULES
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.sheet_context import extent_of
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.sheets.helpers import stamp_of

ROOM = tuple(rule for rule in RULES if rule.id in ("H04", "M06"))
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


@pytest.mark.parametrize(
    ("paper", "goals", "lengths"), [("A3", True, (3_000, 20_000)), ("A4-staende", False, (300, 2_500))]
)
def test_the_check_names_first_what_a_map_has_no_room_for(
    example_file: Path, paper: str, goals: bool, lengths: tuple[int, ...]
) -> None:
    """By the function that arranges the sheet: of each length it says what the sheet then does, on A3 as a warning."""
    snapshot = read_snapshot(example_file)
    snapshot = snapshot if goals else replace(snapshot, links=())
    picture = next(record.bild_id for record in snapshot.objects if record.wkb)
    said, cut = [], []
    for length in lengths:
        told = replace(snapshot, head=replace(snapshot.head, beskrivning=(SENTENCE * 400)[:length]))
        found = [one for one in check(told, rules=ROOM) if paper != "A3" or one.allvar == "varning"]
        said.append(bool(found))
        cut.append(make_sheet(told, picture, stamp_of(told), paper).facts.shortened)
        assert all(f"Beskrivningen (syftet) är {length} tecken lång" in one.mening for one in found)
    assert said == cut and set(cut) == {True, False}


def test_the_check_names_first_the_goal_that_its_page_has_no_room_for(example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    picture = next(record.bild_id for record in snapshot.objects if record.wkb)
    here = {record.objekt_id for record in snapshot.objects if record.bild_id == picture}
    first = next(link for link in snapshot.links if link.objekt_id in here and link.bidrag)
    said, cut = [], []
    for length in (400, 1_300):
        goals = tuple(
            replace(goal, beskrivning=(SENTENCE * 400)[:length]) if goal.mal_id == first.mal_id else goal
            for goal in snapshot.goals
        )
        told = replace(snapshot, goals=goals, links=(first,))
        found = check(told, rules=ROOM)
        said.append(bool(found))
        cut.append(make_sheet(told, picture, stamp_of(told), "A4-staende", "atlas-mal").facts.shortened)
        assert all(f"beskrivning på {length} tecken" in one.mening for one in found)
    assert said == cut and set(cut) == {True, False}


def test_terms_that_a_map_has_no_room_for_are_named_before_it_refuses(example_file: Path) -> None:
    snapshot = read_snapshot(example_file)
    long = "Ord med mening " * 33
    terms = replace(snapshot.head, titel=long, licens=long, spridningstillstand=long, diarienummer=long)
    snapshot = replace(snapshot, head=terms)
    picture = next(record.bild_id for record in snapshot.objects if record.wkb)
    with pytest.raises(ExportError, match="får inte plats på A4"):
        make_sheet(snapshot, picture, stamp_of(snapshot), "A4-staende")
    (finding,) = check(snapshot, rules=ROOM)
    assert finding.mening.startswith("Titel, områden och villkor får inte plats på kartor i A4 stående")
    shorter = replace(snapshot, head=replace(terms, licens="CC BY 4.0", spridningstillstand=""))
    assert check(shorter, rules=ROOM) == (), "rådet hjälper"
    assert make_sheet(shorter, picture, stamp_of(shorter), "A4-staende")


def test_the_edition_says_that_the_description_is_cut_and_where_all_of_it_stands(
    example_file: Path, tmp_path: Path
) -> None:
    with writing(example_file) as db:
        db.connection.execute("UPDATE strukturbild SET beskrivning = ?", (SENTENCE * 400,))
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=("karta", "webb")))
    assert "är kortad där. Hela texten står på webbsidan" in result.note
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


def test_a_map_on_which_no_node_name_finds_room_is_made_and_says_so(example_file: Path, tmp_path: Path) -> None:
    long = "Åmål" * 60
    with writing(example_file) as db:
        db.connection.execute("UPDATE nod SET namn = ? || fid", (long,))
    result = export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert "Namn som inte fick plats på kartan: Åmål" in result.note


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0])
def test_an_edition_whose_number_nobody_has_meant_is_not_counted_on(
    example_file: Path, tmp_path: Path, number: int
) -> None:
    insert = (
        "INSERT INTO utgava (nummer, tid, status, fingeravtryck, antal_objekt, antal_lankar) "
        "VALUES (?, '2024-05-31T12:00:00.000Z', 'utkast', 'abc', 7, 2)"
    )
    with writing(example_file) as db:
        db.connection.execute("PRAGMA ignore_check_constraints = ON")
        db.connection.execute(insert, (number,))
    wish = ExportRequest(tmp_path / "ut", formats=("leverans",))
    assert [export(example_file, wish).edition.nummer for _ in range(2)] == [1, 1]
