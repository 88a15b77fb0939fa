"""GeoPDF with layers, SVG, pictures and slides: whole, readable by other programs, and of the same edition."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from qgis.PyQt.QtGui import QImage

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.export.formats import FORMATS
from strukturbild_plugin.export.pdf.empty_paths import without_empty_paths
from strukturbild_plugin.export.pdf.reader import read_facts
from strukturbild_plugin.export.svg.svg_stamp import read_svg_stamp
from tests.helpers import tool

pytestmark = pytest.mark.usefixtures("raising_gdal_mode")
NEW = ("geopdf", "svg", "png", "bildspel")


@pytest.fixture(scope="module")
def made(_example_made_once: Path, qgis_app, tmp_path_factory) -> EditionResult:
    folder = tmp_path_factory.mktemp("format")
    source = Path(shutil.copy(_example_made_once, folder / "strukturbild.gpkg"))
    return export(source, ExportRequest(folder / "ut", formats=("karta", *NEW), picture_width=1600))


def of(made: EditionResult, kod: str) -> Path:
    (found,) = (file for key, file in made.files.items() if key.startswith(f"{kod}:"))
    return found


def test_the_layers_of_a_geopdf_can_be_switched_and_its_coordinates_read(made: EditionResult):
    pdf = of(made, "geopdf")
    names = [layer["/Name"] for layer in pypdf.PdfReader(pdf).root_object["/OCProperties"]["/OCGs"]]
    assert {"Noder", "Stråk", "Bakgrundskarta", "Texter och teckenförklaring"} <= set(names)
    assert len(names) == len(set(names))
    facts = read_facts(pdf)
    assert facts.image_count == 0 and all(font.is_embedded and font.name.startswith("Lato") for font in facts.fonts)
    assert len(facts.fonts) == len(read_facts(of(made, "karta")).fonts), "typsnitten delas av lagren"
    assert facts.shows("Karlstad") and facts.shows(made.edition.fingeravtryck[:12])
    assert pdf.stat().st_size < 1.5 * of(made, "karta").stat().st_size
    told = tool("gdalinfo", pdf, "-mdd", "LAYERS")
    assert 'ID["EPSG",3006]' in told and "=Noder" in told and "=Stråk" in told
    # Karlstad (E 415 000, N 6 585 000) lies within the map's own frame, and the frame is less than the page.
    neat = [float(number) for number in re.findall(r"[\d.]+", told[told.index("NEATLINE") :].splitlines()[0])]
    east, north = neat[0::2], neat[1::2]
    assert min(east) < 415000 < max(east) and min(north) < 6585000 < max(north)
    width = float(re.search(r"Pixel Size = \(([\d.]+)", told)[1]) * int(re.search(r"Size is (\d+)", told)[1])
    assert max(east) - min(east) < 0.8 * width


def test_poppler_has_nothing_to_say_of_the_maps(made: EditionResult):
    for pdf in (of(made, "karta"), of(made, "geopdf")):
        read = subprocess.run(["pdftoppm", "-r", "20", pdf], check=True, capture_output=True)
        assert read.stdout and read.stderr.decode() == ""


def test_a_path_is_taken_out_only_when_there_is_nothing_in_it():
    halo = b"q\n/CSp cs 1 1 1 scn\n/GState23 gs\n%sh f\nQ\n"
    letter = halo % b"1 2 m\n3 4 l\n"
    assert without_empty_paths(letter + halo % b"" + letter) == letter + (halo % b"").replace(b"h f\n", b"") + letter
    frame = b"0 0 10 10 re\nh\nh f*\n1 0 0 1 0 0 cm\n1 1 m\n2 2 3 3 4 4 c\nh S\n"
    assert without_empty_paths(frame) == frame


def test_a_layer_takes_its_names_along_when_it_is_switched_off(made: EditionResult, tmp_path: Path):
    writer = pypdf.PdfWriter(clone_from=of(made, "geopdf"))
    layers = writer.root_object["/OCProperties"]
    nodes = [layer for layer in layers["/OCGs"] if layer.get_object()["/Name"] == "Noder"]
    off = pypdf.generic.ArrayObject([layer.indirect_reference for layer in nodes])
    layers["/D"][pypdf.generic.NameObject("/OFF")] = off
    writer.write(tmp_path / "utan.pdf")
    shown = tool("pdftotext", of(made, "geopdf"), "-")
    without = tool("pdftotext", tmp_path / "utan.pdf", "-")
    assert "Karlskoga" in shown and "Karlskoga" not in without and "Teckenförklaring" in without


def test_the_svg_has_named_layers_live_text_and_the_papers_size(made: EditionResult):
    root = ElementTree.parse(of(made, "svg")).getroot()
    space, inkscape = "{http://www.w3.org/2000/svg}", "{http://www.inkscape.org/namespaces/inkscape}"
    assert (root.get("width"), root.get("height")) == ("420mm", "297mm")
    names = [group.get(f"{inkscape}label") for group in root.findall(f"{space}g")]
    assert all(names) and {"Noder", "Stråk", "Noder, namn", "Bakgrundskarta"} <= set(names)
    assert root.findtext(f"{space}title") and "Utkast" in root.findtext(f"{space}desc")
    texts = ["".join(text.itertext()) for text in root.iter(f"{space}text")]
    assert "Karlstad" in texts and "Teckenförklaring" in texts
    assert {text.get("font-family") for text in root.iter(f"{space}text")} == {"Lato"}
    assert not list(root.iter(f"{space}image"))
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    # A map is drawn beyond its frame: every layer of it is clipped.
    sea = next(group for group in root.findall(f"{space}g") if group.get("id").endswith("bakgrund"))
    assert all(child.get("clip-path") for child in sea)


def test_pictures_have_exactly_the_wanted_size(made: EditionResult):
    for kod, size in (("png", (1600, 1131)), ("bildspel", (1920, 1080))):
        image = QImage(str(of(made, kod)))
        assert (image.width(), image.height()) == size
    with pytest.raises(ExportError, match="400"):
        source = made.folder.parents[1] / "strukturbild.gpkg"
        export(source, ExportRequest(made.folder.parent / "nej", formats=("png",), picture_width=40))


def test_every_format_belongs_to_the_edition_and_tampering_is_seen(made: EditionResult, tmp_path: Path):
    folder = Path(shutil.copytree(made.folder, tmp_path / "ut"))
    verdict = verify(folder)
    assert verdict.status == "same" and len(verdict.details) == len(made.files)
    (folder / "manifest.json").unlink()
    assert {detail.status for detail in verify(folder).details[1:]} == {"same"}, "stämpeln finns i varje fil"
    svg = next(folder.glob("*.svg"))
    svg.write_text(svg.read_text(encoding="utf-8").replace("Karlstad", "Kallestad"), encoding="utf-8")
    assert [Path(one.file).suffix for one in verify(folder).details if one.status == "tampered"] == [".svg"]
    assert set(NEW) <= set(FORMATS)
    hostile = (
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    )
    svg.write_text(hostile, encoding="utf-8")
    with pytest.raises(ExportError, match="går inte att läsa som SVG"):
        read_svg_stamp(svg)
