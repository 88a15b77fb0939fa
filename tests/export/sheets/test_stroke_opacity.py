"""A large map's PDF is small, because what can be a stroke is a stroke; and it looks as Qt would have drawn it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Iterator
from xml.etree.ElementTree import canonicalize

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    QgsLayoutItemMap,
    QgsMapLayerStyle,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

from strukturbild_plugin import compat
from strukturbild_plugin.cartography.symbols.symbol_layers import data_defined
from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.file_identity import FileIdentity
from strukturbild_plugin.export.pdf import geopdf
from strukturbild_plugin.export.pdf.geopdf import write_layered_pdf
from strukturbild_plugin.export.pdf.metadata import set_identity
from strukturbild_plugin.export.sheets import sheet_writer
from strukturbild_plugin.export.sheets.make_sheet import Sheet, make_sheet
from strukturbild_plugin.export.sheets.stroke_opacity import hidden_opacity, opacity_in, opacity_in_colours
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.export.sheets.helpers import stamp_of
from tests.helpers import pixel_bytes, tool
from tools.bench.bench_live import many_objects

MAX_MB = 6.0
MAX_MEAN_DIFFERENCE = 0.5
"""Of 255. Found: 0.01 when all names stand where they stood, and 1.7 when the strokes are opaque."""
eight_bits = st.integers(0, 255)


@pytest.fixture
def snapshot(qgis_app, example_file: Path) -> Snapshot:
    return read_snapshot(example_file)


@given(eight_bits, eight_bits, eight_bits, eight_bits)
def test_an_opacity_comes_back_out_of_its_colour(red: int, green: int, blue: int, opacity: int) -> None:
    hidden = QColor(hidden_opacity(QColor(red, green, blue, opacity)))
    assert hidden.alpha() == 255
    assert (hidden.red(), hidden.green(), hidden.blue()) == (red, green, blue), "färgen ska se ut som den är"
    written = [float(f"{share:.9f}") for share in (hidden.redF(), hidden.greenF(), hidden.blueF())]
    assert opacity_in(*written) == ((red, green, blue), opacity)
    assert opacity_in(*(channel / 255 for channel in (red, green, blue))) is None


def test_a_map_of_500_objects_is_small(qgis_app, tmp_path: Path) -> None:
    source = create(tmp_path / "stor.gpkg", NewStrukturbild(titel="Stor", lan=("17", "18"), mall="malbild"))
    with writing(source, "prov") as db:
        db.add_objects(many_objects(read_snapshot(source), 500))
    pdf = tmp_path / "stor.pdf"
    facts = _sheet(read_snapshot(source)).write_pdf(pdf)
    assert len(facts.drawn_labels) > 150
    assert pdf.stat().st_size < MAX_MB * 1_000_000


@pytest.mark.parametrize("layered", [False, True])
def test_the_map_looks_as_if_qt_had_written_it(snapshot: Snapshot, tmp_path: Path, layered: bool) -> None:
    sheet = _sheet(snapshot)
    before = _styles(sheet)
    for name, how in (("karta", contextlib.nullcontext()), ("qt", _as_qt_writes())):
        with how:
            _write(sheet, tmp_path / f"{name}.pdf", layered)
        tool("pdftoppm", "-r", "80", "-png", "-singlefile", tmp_path / f"{name}.pdf", tmp_path / name)
    assert _difference(tmp_path / "karta.png", tmp_path / "qt.png") < MAX_MEAN_DIFFERENCE
    ours, qts = (_drawing(tmp_path / name) for name in ("karta.pdf", "qt.pdf"))
    assert ours.count(b" c\n") < qts.count(b" c\n") / 2, "Qt gör bågar av runda hörn när streck blir ytor"
    assert b"/CA219 gs" in ours and b"/CA219 gs" not in qts, "namnens gloria ska ha sin täthet"
    assert _styles(sheet) == before, "lagren ska vara som de var"


def test_a_map_gets_its_opacities_with_its_identity(snapshot: Snapshot, tmp_path: Path) -> None:
    """In an edition the file is read and written once for both."""
    sheet, pdf = _sheet(snapshot), tmp_path / "karta.pdf"
    sheet.write_pdf(pdf, will_get_identity=True)
    assert b"/CA219 gs" not in _drawing(pdf)
    stamp = stamp_of(snapshot)
    set_identity(pdf, FileIdentity("Karta", "", "", (), "sv", "2026-11-20T08:00:00Z", "Strukturbild 0", stamp))
    assert b"/CA219 gs" in _drawing(pdf)
    shares = {state.get("/CA") for state in pypdf.PdfReader(pdf).pages[0]["/Resources"]["/ExtGState"].values()}
    assert 0.8588 in shares


def test_what_is_blended_keeps_its_opacity(snapshot: Snapshot) -> None:
    sheet = _sheet(snapshot)
    layers = _layers(sheet)
    layers[0].setOpacity(0.5)
    before = _styles(sheet)
    with opacity_in_colours(sheet.layout):
        changed = [now != then for now, then in zip(_styles(sheet), before)]
    assert not changed[0] and any(changed[1:])


def test_a_colour_that_is_worked_on_is_left_alone(snapshot: Snapshot) -> None:
    sheet = _sheet(snapshot)
    worked_on = "darker(CASE WHEN \"status\" = 'x' THEN '1,2,3,40' ELSE '5,6,7,80' END, 120)"
    layer = next(each for each in _layers(sheet) if _lines(each))
    line = _lines(layer)[0]
    line.setDataDefinedProperty(compat.STROKE_COLOUR, data_defined(worked_on))
    with opacity_in_colours(sheet.layout):
        assert line.dataDefinedProperties().property(compat.STROKE_COLOUR).asExpression() == worked_on


def test_a_pdf_that_cannot_be_written_again_is_told(snapshot: Snapshot, tmp_path: Path, monkeypatch) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sheet_writer, "restore_opacity", full)
    with pytest.raises(ExportError, match="Finns det plats på disken"):
        _sheet(snapshot).write_pdf(tmp_path / "karta.pdf")


def _sheet(snapshot: Snapshot) -> Sheet:
    drawn = next(each.bild_id for each in snapshot.objects)
    return make_sheet(snapshot, drawn, stamp_of(snapshot))


def _write(sheet: Sheet, path: Path, layered: bool) -> None:
    if layered:
        write_layered_pdf(sheet.layout, path, "sv")
    else:
        sheet.write_pdf(path)


@contextlib.contextmanager
def _as_qt_writes() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (sheet_writer, geopdf):
            patch.setattr(module, "opacity_in_colours", lambda _layout: contextlib.nullcontext())
        yield


def _drawing(pdf: Path) -> bytes:
    (page,) = pypdf.PdfReader(pdf).pages
    return page.get_contents().get_data()


def _layers(sheet: Sheet) -> list[QgsVectorLayer]:
    (main,) = [item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap)]
    return [layer for layer in main.layers() if isinstance(layer, QgsVectorLayer)]


def _styles(sheet: Sheet) -> list[str]:
    found = []
    for layer in _layers(sheet):
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        found.append(canonicalize(style.xmlData()))
    return found


def _lines(layer: QgsVectorLayer) -> list[QgsSymbolLayer]:
    return [
        line
        for symbol in layer.renderer().symbols(QgsRenderContext())
        for line in symbol.symbolLayers()
        if line.layerType() == "SimpleLine"
    ]


def _difference(one: Path, other: Path) -> float:
    """The mean difference of all channels of two pictures."""
    first, second = (pixel_bytes(QImage(str(path)), QImage.Format.Format_RGB888) for path in (one, other))
    assert len(first) == len(second)
    return sum(abs(a - b) for a, b in zip(first, second) if a != b) / len(first)
