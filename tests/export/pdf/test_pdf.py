"""PDF files: who they are, what they show, and that an empty or wrong map is noticed. Cross-checked with poppler."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pytest
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.file_identity import FileIdentity
from strukturbild_plugin.export.pdf.metadata import read_stamp, set_identity
from strukturbild_plugin.export.pdf.output_check import problems
from strukturbild_plugin.export.pdf.reader import read_facts
from tests.export.pdf.helpers import SAID, STAMP, WANTED, sheet
from tests.helpers import tool

IDENTITY = FileIdentity(
    "Strukturbild: målbild <1>", "Region Örebro & Co", "Ämne", ("strukturbild", "Örebro"), "sv",
    "2026-11-20T08:00:00.123Z", "Strukturbild 0", STAMP,
)  # fmt: skip


@pytest.fixture
def pdf(qgis_app, tmp_path: Path) -> Path:
    return sheet(tmp_path / "karta.pdf")


def test_the_file_says_who_it_is(pdf: Path):
    set_identity(pdf, IDENTITY)
    info = tool("pdfinfo", "-custom", pdf) + tool("pdfinfo", pdf)
    for said in (
        "Strukturbild: målbild <1>",
        "Region Örebro & Co",
        "Ämne",
        "strukturbild, Örebro",
        STAMP.fingeravtryck,
    ):
        assert said in info
    reader = pypdf.PdfReader(pdf)
    assert reader.root_object["/Lang"] == "sv-SE"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.pdf_header >= "%PDF-1.4", "genomskinlighet finns först i 1.4"
    xmp = reader.xmp_metadata
    assert xmp.dc_title["x-default"] == IDENTITY.title and xmp.dc_creator == ["Region Örebro & Co"]
    assert STAMP.fingeravtryck in tool("pdfinfo", "-meta", pdf)


def test_the_identity_changes_nothing_that_is_seen(pdf: Path, tmp_path: Path):
    before = Path(shutil.copy(pdf, tmp_path / "fore.pdf"))
    set_identity(pdf, IDENTITY)
    for one in (before, pdf):
        tool("pdftoppm", "-r", "40", "-png", one, one.with_suffix(""))
    assert (tmp_path / "fore-1.png").read_bytes() == (tmp_path / "karta-1.png").read_bytes()
    assert tool("pdftotext", before, "-") == tool("pdftotext", pdf, "-")
    assert list(tmp_path.glob("*.ny")) == []


def test_the_same_page_and_identity_give_the_same_bytes(pdf: Path, tmp_path: Path):
    other = Path(shutil.copy(pdf, tmp_path / "andra.pdf"))
    set_identity(pdf, IDENTITY)
    set_identity(other, IDENTITY)
    assert pdf.read_bytes() == other.read_bytes()


def test_a_changed_page_is_seen(pdf: Path, tmp_path: Path):
    set_identity(pdf, IDENTITY)
    found = read_stamp(pdf)
    stamp = found.stamp
    assert (stamp.nummer, stamp.datum, stamp.status, found.is_untouched, found.is_visible) == (
        3,
        "2026-11-20",
        "remiss",
        True,
        True,
    )
    writer = pypdf.PdfWriter(clone_from=pdf)
    contents = pypdf.generic.DecodedStreamObject()
    contents.set_data(writer.pages[0].get_contents().get_data() + b"\n1 0 0 rg 10 10 400 400 re f\n")
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = writer._add_object(contents)
    writer.write(tmp_path / "overmalad.pdf")
    assert read_stamp(tmp_path / "overmalad.pdf").is_untouched is False


def test_a_stamp_that_is_not_the_one_on_the_page_is_seen(qgis_app, tmp_path: Path):
    other = sheet(tmp_path / "annan.pdf", said=("Strukturbild", "Fingeravtryck ffff eeee dddd"))
    set_identity(other, IDENTITY)
    assert read_stamp(other).is_visible is False


def test_what_is_counted_agrees_with_poppler(pdf: Path):
    facts = read_facts(pdf)
    listed = tool("pdffonts", pdf).splitlines()[2:]
    assert len(facts.fonts) == len(listed) == 1
    assert facts.fonts[0].name in listed[0] and facts.fonts[0].is_embedded
    assert facts.image_count == len(tool("pdfimages", "-list", pdf).splitlines()) - 2 == 0
    assert all(facts.shows(said) for said in SAID)


def test_a_sheet_that_is_as_it_should_be_has_no_problems(pdf: Path):
    assert problems(pdf, WANTED) == ()
    set_identity(pdf, IDENTITY)
    assert problems(pdf, WANTED) == ()


def test_every_way_a_sheet_can_go_wrong_is_told_in_a_sentence(qgis_app, tmp_path: Path):
    raster = tmp_path / "bild.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(raster))
    wrong = {
        "ingen text": {"said": ()},
        "Säffle": {"said": [said for said in SAID if said != "Säffle"]},
        "Titeln": {"said": SAID[1:]},
        "Fingeravtrycket": {"said": (SAID[0], *SAID[2:])},
        "Teckenförklaringen": {"said": SAID[:-1]},
        "297 × 210": {"size": (297, 210)},
        "rasterbilder": {"picture": raster},
        "typsnitt": {"family": "DejaVu Sans"},
    }
    for number, (word, how) in enumerate(wrong.items()):
        found = problems(sheet(tmp_path / f"{number}.pdf", **how), WANTED)
        assert any(word in sentence for sentence in found), (word, found)
        assert all(sentence.endswith(".") for sentence in found)


def test_what_is_no_pdf_is_refused_kindly(tmp_path: Path):
    broken = tmp_path / "trasig.pdf"
    for data in (b"", b"hej", b"%PDF-1.4\n%%EOF\n"):
        broken.write_bytes(data)
        with pytest.raises(ExportError, match="går inte att läsa som PDF"):
            read_facts(broken)
