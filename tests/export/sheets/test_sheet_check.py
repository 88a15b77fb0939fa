"""Every way a finished file can be wrong is brought about, and the edition then is not made and says why."""

from __future__ import annotations

import base64
from pathlib import Path

import pypdf
import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QFont, QImage

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.edition import sheet_files as making_sheets
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.image.image_writer import picture_problems
from strukturbild_plugin.export.image.png_stamp import stamp_png
from strukturbild_plugin.export.pdf.text_positions import texts_outside
from strukturbild_plugin.export.sheet_facts import SheetFacts
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.sheet_check import sheet_problems
from strukturbild_plugin.export.stamp import EditionStamp
from strukturbild_plugin.export.svg.svg_stamp import svg_problems
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

STAMP = EditionStamp(1, "2026-11-20", "utkast", "Utkast", "a1b2c3d4e5f6" + "07" * 26)


@pytest.fixture(scope="module")
def snapshot(_example_made_once: Path, qgis_app):
    return read_snapshot(_example_made_once)


def composed(snapshot):
    picture = next(objekt.bild_id for objekt in snapshot.objects if objekt.wkb)
    return make_sheet(snapshot, picture, STAMP)


def labels(sheet, name: str) -> list[QgsLayoutItemLabel]:
    found = [item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemLabel)]
    return [item for item in found if item.id().startswith(name)]


def the_map(sheet) -> QgsLayoutItemMap:
    return next(item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap))


def test_a_sheet_as_it_is_composed_has_nothing_wrong(snapshot):
    sheet = composed(snapshot)
    assert sheet_problems(sheet.layout) == ()


def test_what_is_wrong_with_a_sheet_is_seen_before_it_is_printed(snapshot):
    sheet = composed(snapshot)
    row = next(item for item in labels(sheet, "teckenforklaring") if len(item.text()) > 12)
    row.attemptResize(QgsLayoutSize(12, 2.2))
    labels(sheet, "titel")[0].attemptMove(QgsLayoutPoint(400, 20))
    the_map(sheet).setExtent(QgsRectangle())
    said = " ".join(sheet_problems(sheet.layout))
    assert "får inte plats i sin ruta ”teckenforklaring" in said and "Gör rutan större" in said
    assert "hamnade utanför sidan. Flytta rutan ”titel”" in said
    the_map(sheet).setLayers([])
    assert "”karta”" in " ".join(sheet_problems(sheet.layout))


def wrong_font(sheet):
    labels(sheet, "regioner")[0].setFont(QFont("DejaVu Sans", 9))


def sneaked_picture(sheet):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    item = QgsLayoutItemPicture(sheet.layout)
    coded = base64.b64encode(bytes(data.data())).decode("ascii")
    item.setPicturePath(f"base64:{coded}", QgsLayoutItemPicture.Format.FormatRaster)
    sheet.layout.addLayoutItem(item)
    item.attemptResize(QgsLayoutSize(20, 20))


def gone_row(sheet):
    for item in labels(sheet, "teckenforklaring nod text"):
        item.setText("")


def gone_stamp(sheet):
    for item in labels(sheet, "utgava"):
        item.setText("Utkast")


def outside(sheet):
    item = labels(sheet, "kallor")[0]
    item.attemptMove(QgsLayoutPoint(300, 294.5))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (wrong_font, "DejaVuSans"),
        (sneaked_picture, "rasterbilder"),
        (gone_row, "Teckenförklaringen saknar rader"),
        (gone_stamp, "Fingeravtrycket"),
        (outside, "utanför sidan"),
    ],
)
def test_a_map_that_came_out_wrong_is_not_given_out(how, said: str, example_file: Path, tmp_path: Path, monkeypatch):
    real = making_sheets.make_sheet

    def sabotaged(*arguments, **more):
        made = real(*arguments, **more)
        how(made)
        return made

    monkeypatch.setattr(making_sheets, "make_sheet", sabotaged)
    with pytest.raises(ExportError, match=said):
        export(example_file, ExportRequest(tmp_path / "ut", formats=("karta",)))
    assert not (tmp_path / "ut").exists()


def test_text_beyond_the_trimmed_edge_is_found_in_the_finished_file(snapshot, tmp_path: Path):
    sheet = composed(snapshot)
    pdf = tmp_path / "karta.pdf"
    sheet.write_pdf(pdf)
    assert texts_outside(pypdf.PdfReader(pdf)) == ()
    writer = pypdf.PdfWriter(clone_from=pdf)
    page = writer.pages[0]
    page.trimbox = pypdf.generic.RectangleObject((0, 0, float(page.mediabox.width) / 2, float(page.mediabox.height)))
    writer.write(tmp_path / "smal.pdf")
    assert any("Nobelbanestråket" in text for text in texts_outside(pypdf.PdfReader(tmp_path / "smal.pdf")))


def test_pictures_and_svg_that_came_out_wrong_are_told(qgis_app, tmp_path: Path):
    png = tmp_path / "tom.png"
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(str(png))
    said = " ".join(picture_problems(png, STAMP, (1600, 900)))
    assert "blev tom" in said and "1920 × 1080" in said and "stämpel" in said
    stamp_png(png, STAMP)
    assert "stämpel" not in " ".join(picture_problems(png, STAMP))
    svg = tmp_path / "karta.svg"
    wanted = SheetFacts("Titel", STAMP, 420, 297, ("Karlstad",), ("Regional nod",), "Lato")
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300mm" height="297mm"><image/>'
        '<text font-family="Arial">Kil</text></svg>',
        encoding="utf-8",
    )
    said = " ".join(svg_problems(svg, wanted))
    for word in ("Titel", "Fingeravtrycket", "Karlstad", "Regional nod", "300mm", "rasterbilder", "Arial"):
        assert word in said, word
