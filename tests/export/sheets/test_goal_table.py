"""The tables on pages of their own: goals against what is drawn, and scenarios beside each other."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemMap

from strukturbild_plugin.analysis.coverage_texts import cell_text, goal_title
from strukturbild_plugin.analysis.goal_coverage import CoverageChoice, coverage_of, matrix_of
from strukturbild_plugin.cartography.layout.page_table import PageTable, TableGroup, table_pages
from strukturbild_plugin.cartography.typography.page import page_of
from strukturbild_plugin.cartography.typography.text_style import TextColours
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.sheets.make_sheet import Sheet, make_sheet
from strukturbild_plugin.export.sheets.sheet_kinds import kinds_for
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.helpers import stamp_of
from tests.helpers import words_of


@pytest.fixture(scope="module")
def example(qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return read_snapshot(Path(shutil.copy(_example_made_once, tmp_path_factory.mktemp("tabell") / "exempel.gpkg")))


@pytest.fixture(scope="module")
def two(example: Snapshot) -> Snapshot:
    """Two scenarios with the same start: B lacks the first five objects of A."""
    first = example.pictures[0]
    a = dataclasses.replace(first, scenario="Flera kärnor", utgar_fran="start")
    b = dataclasses.replace(first, bild_id="b", namn="B", scenario="En stark kärna", utgar_fran="start", ordning=9)
    start = dataclasses.replace(first, bild_id="start", namn="I dag", bildtyp="nulage", ordning=0)
    copied = [
        dataclasses.replace(one, objekt_id=f"b{place}", bild_id="b", ursprung_id=one.objekt_id)
        for place, one in enumerate(example.objects)
    ]
    links = [
        dataclasses.replace(link, objekt_id=other.objekt_id)
        for other in copied[5:]
        for link in example.links
        if link.objekt_id == other.ursprung_id
    ]
    return dataclasses.replace(
        example,
        pictures=(start, a, b),
        objects=(*example.objects, *copied[5:]),
        links=(*example.links, *links),
    )


def cells(sheet: Sheet, item_id: str) -> list[QgsLayoutItemLabel]:
    found = [one for one in sheet.layout.items() if isinstance(one, QgsLayoutItemLabel) and one.id() == item_id]
    return sorted(found, key=lambda one: (one.page(), one.pagePos().y(), one.pagePos().x()))


def inside(sheet: Sheet) -> None:
    """Everything of the tables lies on its page."""
    box = page_of(sheet.facts.paper).inner
    for one in sheet.layout.items():
        if isinstance(one, QgsLayoutItemLabel) and one.id().startswith("tabell"):
            rect = one.mapRectToScene(one.boundingRect())
            place = rect.translated(0, -sheet.layout.pageCollection().page(one.page()).pos().y())
            assert place.left() >= box.x - 1 and place.right() <= box.right + 2, one.text()
            assert place.top() >= box.y - 1 and place.bottom() <= box.bottom + 1, one.text()


@pytest.mark.parametrize("paper", ["A3", "A4", "bild16x9"])
def test_the_map_with_goals_has_every_goal_against_every_class(example: Snapshot, paper: str, tmp_path: Path) -> None:
    picture = example.pictures[0].bild_id
    sheet = make_sheet(example, picture, stamp_of(example), paper, "karta-mal")
    matrix = matrix_of(coverage_of(example, CoverageChoice(bild_id=picture)), example, "klass")
    numbers = [cell_text(cell) for goal in matrix.goals for cell in matrix.row(goal.mal_id) if cell_text(cell)]
    assert sorted(one.text() for one in cells(sheet, "tabell cell")) == sorted(numbers)
    rows = {one.text().replace("\n", " ") for one in cells(sheet, "tabell rad")}
    assert rows == {goal_title(goal) for goal in matrix.goals}
    assert len({one.text().replace("\n", " ") for one in cells(sheet, "tabell huvud")}) == len(matrix.columns)
    inside(sheet)
    sheet.write_pdf(tmp_path / "mal.pdf")
    assert "Målen mot det som är ritat" in words_of(tmp_path / "mal.pdf")


def test_nothing_linked_gives_no_table(example: Snapshot) -> None:
    bare = dataclasses.replace(example, links=())
    sheet = make_sheet(bare, bare.pictures[0].bild_id, stamp_of(bare), "A3", "karta-mal")
    assert cells(sheet, "tabell cell") == []


def test_many_rows_and_many_columns_go_on_and_none_is_lost(qgis_app) -> None:
    heads = tuple(f"Klass nummer {number}" for number in range(60))
    rows = tuple(
        (f"Mål {number} " + "med ord " * (number % 9), tuple(f"{number}.{place}" for place in range(60)))
        for number in range(80)
    )
    table = PageTable("Titel", "Not", heads, (TableGroup("Ett", rows[:50]), TableGroup("Två", rows[50:])))
    page = page_of("A4")
    colours = TextColours("DejaVu Sans", *["#000000"] * 4, "#ffffff")
    pages = list(table_pages(table, colours, page.factor, page.inner))
    said = [cells[column] for one in pages for _group, _text, cells in one.rows for column in one.columns]
    assert len(said) == 60 * 80 and len(set(said)) == 60 * 80
    assert len(pages) > 4 and all(one.rows and one.rows[0][0] for one in pages), "gruppen sägs igen överst på sidan"


def test_scenarios_stand_beside_each_other_with_what_only_one_has_and_a_table(two: Snapshot, tmp_path: Path) -> None:
    offered = {one.bild_id: {kind.code for kind in kinds_for(two, one.bild_id)} for one in two.pictures}
    (at,) = [bild_id for bild_id, kinds in offered.items() if "scenarier" in kinds]
    sheet = make_sheet(two, at, stamp_of(two), "A3", "scenarier")
    first, second = [one for one in sheet.layout.items() if isinstance(one, QgsLayoutItemMap) and one.page() == 0]
    assert first.scale() == second.scale()
    sheet.write_pdf(tmp_path / "scenarier.pdf")
    said = words_of(tmp_path / "scenarier.pdf")
    assert "Flera kärnor" in said and "En stark kärna" in said and "Bara i Flera kärnor" in said
    assert two.objects[0].namn in said
    rows = [one.text() for one in cells(sheet, "tabell rad")]
    assert rows[0] == "Antal objekt" and rows[-3:] == ["Målkonflikter", "Stråk som korsar grönt samband", "Synergier"]
    numbers = [one.text() for one in cells(sheet, "tabell cell")]
    assert numbers[:2] == [str(len(two.objects) // 2 + 3), str(len(two.objects) // 2 - 2)]
    inside(sheet)


def test_scenarios_that_are_none_say_where_to_say_it(example: Snapshot) -> None:
    with pytest.raises(ExportError, match="Utgår från bilden"):
        make_sheet(example, example.pictures[0].bild_id, stamp_of(example), "A3", "scenarier")
