"""What a printer and a communicator ask of a sheet: bleed, crop marks, grid, locator map, the regions' logos."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItem, QgsLayoutItemMap, QgsLayoutItemPicture, QgsLayoutItemPolyline
from qgis.PyQt.QtGui import QImage

from strukturbild_plugin.cartography.layout.arrange import arrange
from strukturbild_plugin.cartography.layout.frames import MapFrames
from strukturbild_plugin.cartography.layout.grid import grid_step
from strukturbild_plugin.cartography.layout.scale_bar import printable_scale
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.typography.page import page_of
from strukturbild_plugin.cartography.typography.text_style import sheet_colours
from strukturbild_plugin.cartography.typography.typeset import TextStyle
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.sheet_options import SheetOptions
from strukturbild_plugin.export.sheets.make_sheet import Sheet, make_sheet
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.helpers import png_logo, stamp_of, svg_logo, with_logos
from tests.helpers import tool, words_of


@pytest.fixture(scope="module")
def example(qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return read_snapshot(Path(shutil.copy(_example_made_once, tmp_path_factory.mktemp("tryck") / "exempel.gpkg")))


def sheet_of(snapshot: Snapshot, options: SheetOptions, paper: str = "A3") -> Sheet:
    return make_sheet(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot), paper, "karta", options)


def named(sheet: Sheet, name: str) -> list[QgsLayoutItem]:
    return [
        item for item in sheet.layout.items() if isinstance(item, QgsLayoutItem) and (item.id() or "").startswith(name)
    ]


def test_everything_a_printer_asks_for_on_one_sheet(example: Snapshot, tmp_path: Path) -> None:
    snapshot = with_logos(example, ("a.svg", svg_logo("#00aa55")), ("b.png", png_logo("#004488")))
    sheet = sheet_of(snapshot, SheetOptions(3.0, crop_marks=True, grid=True, locator_map=True))
    pdf, png = tmp_path / "karta.pdf", tmp_path / "karta.png"
    facts = sheet.write_pdf(pdf)
    assert facts.bleed_mm == 3.0 and facts.trim_mm >= 3.0 + 5.0
    assert (facts.width_mm, facts.height_mm) == (420 + 2 * facts.trim_mm, 297 + 2 * facts.trim_mm)
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", tool("pdfinfo", pdf)).groups()
    assert float(width) / 72 * 25.4 == pytest.approx(facts.width_mm, abs=0.5)
    assert float(height) / 72 * 25.4 == pytest.approx(facts.height_mm, abs=0.5)
    _marks_stand_outside_the_bleed(sheet, facts.trim_mm, facts.bleed_mm)
    shown = next(item for item in named(sheet, "karta") if isinstance(item, QgsLayoutItemMap))
    edge = facts.trim_mm - facts.bleed_mm
    assert (shown.pagePos().x(), shown.pagePos().y()) == pytest.approx((edge, edge), abs=0.01), "kartan löper ut"
    assert shown.pagePos().y() + shown.rect().height() == pytest.approx(facts.height_mm - edge, abs=0.01)
    text = words_of(pdf)
    assert re.search(r"400.000", text) and re.search(r"6.[5-7]\d0.000", text), "rutnätets tal går att läsa och söka"
    locator = named(sheet, "orienteringskarta")[0]
    assert [layer.featureCount() for layer in locator.layers()][-1] == 21 and locator.extent().height() > 1_500_000
    images = [line.split() for line in tool("pdfimages", "-list", pdf).splitlines()[2:]]
    assert [(image[3], image[4], image[8]) for image in images] == [("300", "120", "image")], "bara PNG-logotypen"
    sheet.write_png(png, dpi=50)
    image = QImage(str(png))
    assert image.width() == pytest.approx(420 / 25.4 * 50, abs=3), "förhandsbilden är det som blir kvar"


def _marks_stand_outside_the_bleed(sheet: Sheet, trim: float, bleed: float) -> None:
    marks = [item for item in named(sheet, "skarmarke") if isinstance(item, QgsLayoutItemPolyline)]
    assert len(marks) == 8
    left, right, top, bottom = trim - bleed, trim + 420 + bleed, trim - bleed, trim + 297 + bleed
    for mark in marks:
        ends = [mark.mapToScene(point) for point in mark.nodes()]
        assert all(not (left < end.x() < right and top < end.y() < bottom) for end in ends)
        on_edge = {round(end.x(), 3) for end in ends} & {trim, trim + 420} or {round(end.y(), 3) for end in ends} & {
            trim,
            trim + 297,
        }
        assert on_edge, "pekar på snittet"


def test_without_options_nothing_is_added(example: Snapshot) -> None:
    sheet = sheet_of(example, SheetOptions())
    assert (sheet.facts.width_mm, sheet.facts.trim_mm, sheet.facts.bleed_mm) == (420.0, 0.0, 0.0)
    assert sheet.layout.undoStack().stack().count() == 0, "att bladet gjordes är inget att ångra"
    assert not named(sheet, "skarmarke") and not named(sheet, "orienteringskarta") and not named(sheet, "logotyp")
    with pytest.raises(ExportError, match="Utfallet"):
        sheet_of(example, SheetOptions(bleed_mm=200))
    with pytest.raises(ExportError, match="Utfallet"):
        sheet_of(example, SheetOptions(bleed_mm=float("nan")))


def test_logos_have_equal_weight_and_stand_on_one_line_by_the_stamp(example: Snapshot) -> None:
    snapshot = with_logos(
        example,
        ("a.svg", svg_logo("#00aa55", 150, 50)),
        ("b.svg", svg_logo("#aa0055", 80, 60)),
        ("c.png", png_logo("#1", 400, 200)),
    )
    for paper in ("A3", "A4-staende"):
        sheet = sheet_of(snapshot, SheetOptions(), paper)
        logos = [item for item in named(sheet, "logotyp") if isinstance(item, QgsLayoutItemPicture)]
        areas = [item.rect().width() * item.rect().height() for item in logos]
        assert len(logos) == 3 and max(areas) / min(areas) < 1.2
        assert len({round(item.pagePos().y() + item.rect().height(), 2) for item in logos}) == 1
        stamp = min(item.pagePos().y() for item in named(sheet, "utgava"))
        foot = max(item.pagePos().y() + item.rect().height() for item in logos)
        assert 0 < stamp - foot < 12
        assert max(item.pagePos().x() + item.rect().width() for item in logos) < sheet.facts.width_mm


def test_scales_and_grids_are_round_numbers() -> None:
    assert [printable_scale(scale) for scale in (1_012_345, 863_000, 431_000, 1_050_000, 2_230_001)] == [
        1_050_000, 875_000, 440_000, 1_050_000, 2_300_000
    ]  # fmt: skip
    for scale in range(20_000, 5_000_000, 7_777):
        assert scale <= printable_scale(scale) <= scale * 1.051
    assert [grid_step(scale, 62) for scale in (1_000_000, 400_000, 2_500_000)] == [50_000, 20_000, 200_000]


def test_long_words_and_titles_stay_inside_a_narrow_column(example: Snapshot) -> None:
    title = "Utvecklingsstrategiskt samhällsplaneringsunderlag för gränsregionen"
    long = dataclasses.replace(example, head=dataclasses.replace(example.head, titel=title))
    sheet = sheet_of(long, SheetOptions(), "A4")
    title = next(item for item in named(sheet, "titel") if item.page() == 0)
    words = sheet.facts.texts
    assert title.text().count("\n") <= 2 and "".join(title.text().split()) == "".join(words.title.split())
    page, ink = page_of("A4"), sheet_colours(load_symbol_set(), "Lato")
    set_as = TextStyle("Lato", title.font().pointSizeF(), "#000000", weight=700)
    assert max(set_as.width(line) for line in title.text().split("\n")) <= page.side.width + 0.5
    assert arrange(page, words, ink, MapFrames()).maps[0].width > 100


def test_what_is_own_has_a_mark_in_the_legend_and_the_foot_says_what_it_means(example: Snapshot) -> None:
    sheet = sheet_of(example, SheetOptions())
    words = sheet.facts.texts
    rows = [row.text for section in words.legend for row in section.entries]
    assert "Lokal nod *" in rows and "Regional nod" in rows
    assert words.sources.endswith(" * Programmets egen indelning.")
    plain = dataclasses.replace(example, objects=tuple(one for one in example.objects if one.niva == "regional"))
    foot = sheet_of(dataclasses.replace(plain, links=()), SheetOptions()).facts.texts
    marked = any(row.text.endswith(" *") for section in foot.legend for row in section.entries)
    assert foot.sources.endswith("egen indelning.") == marked
