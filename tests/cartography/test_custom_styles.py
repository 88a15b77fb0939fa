"""A layer styled by hand in QGIS: used everywhere in place of the set's own signs, harmless, and all vector."""

from __future__ import annotations

import base64
import dataclasses
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsGradientFillSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QPainter

from strukturbild_plugin.cartography.custom_styles.qml_style import clean_style, exported_style
from strukturbild_plugin.cartography.layout.legend import legend_entries
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.errors import CatalogueError
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layer
from strukturbild_plugin.store.styling.custom_styles import add_style, remove_style
from tests.cartography.helpers import print_pdf
from tests.helpers import tool

LIME = QColor("#00ff3c")


def styled(symbol: QgsMarkerSymbol | QgsFillSymbol, geometry: str = "MultiPoint") -> QgsVectorLayer:
    """A layer drawn with one symbol."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:3006&field=klass:string&field=namn:string", "hand", "memory")
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def with_layer(symbol_layer: object, symbol: QgsMarkerSymbol | QgsFillSymbol, geometry: str) -> bytes:
    """The QML of a layer drawn with one symbol layer."""
    symbol.changeSymbolLayer(0, symbol_layer)
    return exported_style(styled(symbol, geometry))


def test_a_style_is_used_in_window_print_and_legend_and_can_be_taken_away(example_file: Path, tmp_path: Path) -> None:
    hand = styled(QgsMarkerSymbol.createSimple({"name": "star", "color": LIME.name(), "size": "7"}))
    text = QgsPalLayerSettings()
    text.fieldName = "namn"
    hand.setLabeling(QgsVectorLayerSimpleLabeling(text))
    hand.setLabelsEnabled(True)
    said = add_style(example_file, "tryck", "nod", exported_style(hand), "Maria")
    assert any("typsnitt" in sentence for sentence in said) or text.format().font().family() == "Lato"
    snapshot = read_snapshot(example_file)
    symbols = load_symbol_set("tryck", snapshot.attachments)
    assert set(symbols.stilar) == {"nod"} and not load_symbol_set("skiss", snapshot.attachments).stilar
    window = open_layer(example_file, "nod", "Noder")
    assert window.renderer().symbol().color() == LIME
    assert window.editFormConfig().tabs(), "the form is the strukturbild's own"
    layers = picture_layers(snapshot, snapshot.pictures[0].bild_id, symbols)
    pdf = print_pdf(layers, tmp_path / "karta.pdf", layers[0].extent())
    assert len(tool("pdfimages", "-list", str(pdf)).strip().splitlines()) == 2
    assert "Karlstad" in tool("pdftotext", str(pdf), "-")
    assert {line.split()[0].split("+")[-1] for line in tool("pdffonts", str(pdf)).splitlines()[2:]} <= {
        f"Lato-{face}" for face in ("Regular", "Bold", "Italic", "BoldItalic")
    }
    entry = legend_entries(snapshot.catalogue, {("nod", "regional", "", "nod")}, symbols)[0]
    assert entry.symbol.color() == LIME
    larger = dataclasses.replace(symbols, scale=2.0)
    assert legend_entries(snapshot.catalogue, {("nod", "regional", "", "nod")}, larger)[0].symbol.size() == 14
    remove_style(example_file, "tryck", "nod")
    assert open_layer(example_file, "nod", "Noder").renderer().type() == "RuleRenderer"
    assert not read_snapshot(example_file).attachments


def test_only_symbols_and_labels_are_kept() -> None:
    qml = exported_style(styled(QgsMarkerSymbol.createSimple({"name": "circle"}))).decode("utf-8")
    extra = (
        '<actions><actionsetting action="import os" type="1"/></actions>'
        "<editforminitcode>import os</editforminitcode><mapTip>x</mapTip>"
    )
    kept = clean_style(qml.replace("</qgis>", f"{extra}</qgis>").encode("utf-8"), "Lato")
    assert "import os" not in kept.qml and "mapTip" not in kept.qml
    assert clean_style(kept.qml.encode("utf-8"), "Lato").qml == kept.qml


def test_what_makes_a_picture_is_refused_or_taken_out_with_a_sentence(tmp_path: Path) -> None:
    gradient = with_layer(QgsGradientFillSymbolLayer(QColor("red"), QColor("blue")), QgsFillSymbol(), "MultiPolygon")
    lines = with_layer(QgsLinePatternFillSymbolLayer(), QgsFillSymbol(), "MultiPolygon")
    for qml, word in ((gradient, "toning"), (lines, "linjemönster")):
        with pytest.raises(CatalogueError, match=word):
            clean_style(qml, "Lato")
    layer = styled(QgsMarkerSymbol.createSimple({"name": "circle"}))
    layer.setOpacity(0.5)
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    said = " ".join(clean_style(exported_style(layer), "Lato").notices)
    assert "genomskinlighet" in said and "Blandningsläget" in said


def test_pictures_are_embedded_by_their_owner_and_never_read_for_others(tmp_path: Path) -> None:
    file = tmp_path / "stjarna.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>', encoding="utf-8")
    qml = with_layer(QgsSvgMarkerSymbolLayer(str(file)), QgsMarkerSymbol(), "MultiPoint")
    with pytest.raises(CatalogueError, match=r"stjarna\.svg"):
        clean_style(qml, "Lato")
    owned = clean_style(qml, "Lato", embed=True)
    assert str(tmp_path) not in owned.qml and "base64:" in owned.qml
    assert clean_style(owned.qml.encode("utf-8"), "Lato").qml.count("base64:") >= 1
    bad = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x"/></svg>').decode()
    hostile = with_layer(QgsSvgMarkerSymbolLayer(f"base64:{bad}"), QgsMarkerSymbol(), "MultiPoint")
    with pytest.raises(CatalogueError):
        clean_style(hostile, "Lato", embed=True)


@pytest.mark.parametrize("reach", ["env('HOME')", "@user_account_name", "load_layer('/etc/passwd','ogr')"])
def test_expressions_that_reach_outside_are_refused(reach: str) -> None:
    layer = styled(QgsMarkerSymbol.createSimple({"name": "circle"}))
    text = QgsPalLayerSettings()
    text.fieldName, text.isExpression = reach, True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(text))
    layer.setLabelsEnabled(True)
    with pytest.raises(CatalogueError, match="utanför"):
        clean_style(exported_style(layer), "Lato")


@pytest.mark.parametrize(
    "bad", [b"", b"\xff\xfe<", b"<qgis/>", b'<!DOCTYPE q [<!ENTITY a "b">]><qgis/>', b"<html><renderer-v2/></html>"]
)
def test_what_is_no_style_gets_a_sentence(bad: bytes) -> None:
    with pytest.raises(CatalogueError, match="stil"):
        clean_style(bad, "Lato")


def test_a_style_for_another_geometry_or_a_bad_one_that_came_along_is_left_out(example_file: Path) -> None:
    fill = exported_style(styled(QgsFillSymbol.createSimple({}), "MultiPolygon"))
    add_style(example_file, "tryck", "nod", fill)
    assert open_layer(example_file, "nod", "Noder").renderer().type() == "RuleRenderer"
    snapshot = read_snapshot(example_file)
    broken = [dataclasses.replace(each, innehall=b"<qgis/>") for each in snapshot.attachments]
    symbols = load_symbol_set("tryck", broken)
    assert not symbols.stilar and symbols.notices


def test_categories_by_class_give_each_class_its_own_swatch(example_file: Path) -> None:
    one = QgsMarkerSymbol.createSimple({"name": "square", "color": "#ff0000"})
    other = QgsMarkerSymbol.createSimple({"name": "circle", "color": "#0000ff"})
    layer = styled(QgsMarkerSymbol.createSimple({}))
    categories = [QgsRendererCategory("nod", one, ""), QgsRendererCategory("bytespunkt", other, "")]
    layer.setRenderer(QgsCategorizedSymbolRenderer("klass", categories))
    add_style(example_file, "tryck", "nod", exported_style(layer))
    snapshot = read_snapshot(example_file)
    symbols = load_symbol_set("tryck", snapshot.attachments)
    used = {("nod", "regional", "", "nod"), ("bytespunkt", "regional", "", "nod")}
    colours = {entry.klass: entry.symbol.color().name() for entry in legend_entries(snapshot.catalogue, used, symbols)}
    assert colours == {"nod": "#ff0000", "bytespunkt": "#0000ff"}
