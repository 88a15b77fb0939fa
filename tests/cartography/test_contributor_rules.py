"""Whose contribution an object is, over any style: nothing else changes, and the style is as before afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsMapLayerStyle,
    QgsMapSettings,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from strukturbild_plugin.cartography.contributor_rules import (
    hide_contributors,
    show_contributors,
    shows_contributors,
    without_contributors,
)
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.sanitize import qml
from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.qgis_project.layers import open_layer, table_of
from tests.store.helpers import new_file

TABLES = ("nod", "strak", "gransbygd")
SPARE = ("#0072b2", "#d55e00")
HOSTILE = "Bord\\' || eval('1') || '\" %"
"""Ends the text it is put into, when a backslash in it is left as it is."""


def style_of(layer: QgsVectorLayer) -> str:
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    return str(style.xmlData())


def drawn_symbols(layer: QgsVectorLayer, **values: str) -> int:
    """How many symbols an object with these values is drawn with."""
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature.setAttribute(name, value)
    context = QgsRenderContext.fromMapSettings(QgsMapSettings())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    count = len(renderer.originalSymbolsForFeature(feature, context))
    renderer.stopRender(context)
    return count


@pytest.fixture(params=["planering", "workshop"])
def layers(request: pytest.FixtureRequest, qgis_app: QgsApplication, tmp_path: Path) -> Iterator[tuple[object, ...]]:
    from strukturbild_plugin.cartography.layer_style import apply_style

    path = new_file(tmp_path)
    with reading(path) as db:
        catalogue = db.catalogue()
    symbols = load_symbol_set("workshop" if request.param == "workshop" else "")
    made = [open_layer(path, table, table) for table in TABLES]
    for layer in made:
        apply_style(layer, table_of(layer)[1], catalogue, symbols)
    yield catalogue, symbols, made
    made.clear()  # a layer that is still held when GDAL has ended takes Python down with it


def test_the_marks_come_and_go_and_leave_no_trace(layers: tuple[object, ...]) -> None:
    catalogue, symbols, made = layers
    for layer in made:
        table = table_of(layer)[1]
        klass = catalogue.classes_in(table)[0].kod
        before = style_of(layer)
        counts = [
            drawn_symbols(layer, klass=kod, grupp=grupp) for kod, grupp in ((klass, "Bord 1"), ("okänd", "Bord 1"))
        ]
        show_contributors(layer, table, catalogue, symbols, {HOSTILE: "#123456", "Bord 1": "#abcdef"}, SPARE)
        own = bool(symbols.grupper)
        assert "#abcdef" in style_of(layer) and shows_contributors(layer) is not own
        marked = [
            drawn_symbols(layer, klass=kod, grupp=grupp)
            for kod, grupp in ((klass, "Bord 1"), (klass, ""), ("okänd", "Bord 1"))
        ]
        assert marked == [counts[0] + (not own), counts[0], counts[1]] and counts[1], "okända klasser ritas ändå"
        removed = qml.clean(style_of(layer)).removed
        assert not [one for one in removed if one.what or one.kind == "borttaget"]
        hide_contributors(layer)
        assert not shows_contributors(layer) and counts[0] == drawn_symbols(layer, klass=klass, grupp="Bord 1")
        if not own:
            assert style_of(layer) == before


def test_a_style_of_the_users_own_is_marked_too_and_kept_without(layers: tuple[object, ...]) -> None:
    catalogue, symbols, made = layers
    layer = made[0]
    layer.setRenderer(QgsSingleSymbolRenderer(QgsSymbol.defaultSymbol(layer.geometryType())))
    show_contributors(layer, "nod", catalogue, symbols, {"Bord 1": "#abcdef"}, SPARE)
    assert drawn_symbols(layer, klass="nod", grupp="Bord 1") == 2 and drawn_symbols(layer, klass="nod") == 1
    with without_contributors(layer):
        assert "#abcdef" not in style_of(layer)
    assert shows_contributors(layer)
