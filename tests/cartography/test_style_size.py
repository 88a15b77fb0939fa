"""A style is light, for QGIS copies it at each redraw, and yet draws each level and status as its own rule would."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from qgis.core import (
    QgsGeometryGeneratorSymbolLayer,
    QgsRectangle,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

from strukturbild_plugin.cartography.layer_style import apply_style, symbol_of
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.symbols.resolved_symbol import resolve_symbol
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.catalogue.packs import load_packs
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.writing.with_packs import with_packs
from tests.cartography.helpers import STATUSES, draw, objekt, small_catalogue, snapshot

BOX = QgsRectangle(0, 0, 60_000, 40_000)
MORE = ("undertyp", "roll", "grupp")
SHAPES = {
    "strak": "LineString(8000 12000, 25000 26000, 52000 24000)",
    "gron_bla_lank": "LineString(8000 12000, 25000 26000, 52000 24000)",
    "samband": "LineString(8000 12000, 52000 24000)",
    "nod": "Point(30000 20000)",
    "omrade": "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))",
    "gransbygd": "Polygon((8000 8000, 50000 6000, 54000 30000, 26000 36000, 8000 8000))",
}
LIMIT = 360_000
"""Characters of QML for the heaviest layer's symbols; a rule for each combination took a million."""

GENERATOR_LIMIT = 17_000
"""Characters of expressions that make geometry, in one layer; a place for the mark of each subtype took 22,000."""

GENERATOR_LIMIT_WITH_A_PACK = 22_000
"""The same with the classes of one pack more; hatches that fade took 24,600."""


@pytest.mark.parametrize(
    ("layer_code", "kod"),
    [
        ("strak", "strak"),
        ("samband", "samband"),
        ("gron_bla_lank", "gron_samband"),
        ("nod", "nod"),
        ("nod", "bytespunkt"),
        ("omrade", "bebyggelselage"),
        ("gransbygd", "gransbygd"),
    ],
)
def test_one_symbol_for_all_draws_each_as_its_own_would(layer_code: str, kod: str) -> None:
    catalogue, symbols = small_catalogue(), load_symbol_set()
    klass = catalogue.object_class(kod)
    assert klass is not None
    levels = [level.kod for level in klass.nivaer] or [""]
    for level, status in itertools.product(levels, STATUSES):
        one = objekt(layer_code, kod, SHAPES[layer_code], "", level, status)
        layers = picture_layers(snapshot([one]), "b1", symbols)
        folded = draw(layers, BOX, 600, 192)
        fields = {field.name() for field in layers[0].fields()}
        own = symbol_of(resolve_symbol(catalogue, symbols, klass, layer_code, level, status), fields)
        layers[0].setRenderer(QgsSingleSymbolRenderer(own))
        assert _far_apart(folded, draw(layers, BOX, 600, 192)) <= 4, (level, status)


def test_no_style_is_heavy() -> None:
    for made in _styled_layers(load_catalogue()):
        assert _written(made) < LIMIT, made.name()


def test_few_expressions_are_copied_at_each_redraw() -> None:
    """Those that make geometry cost most: QGIS copies each twice for every function that it lies within."""
    for made in _styled_layers(load_catalogue()):
        assert _expressions(made) < GENERATOR_LIMIT, made.name()


@pytest.mark.parametrize("kod", [pack.kod for pack in load_packs()])
def test_a_pack_makes_no_style_heavy(kod: str) -> None:
    catalogue = with_packs(load_catalogue(), [pack for pack in load_packs() if pack.kod == kod])
    for made in _styled_layers(catalogue):
        assert _written(made) < LIMIT and _expressions(made) < GENERATOR_LIMIT_WITH_A_PACK, made.name()


def test_all_packs_together_make_styles_little_heavier() -> None:
    for made in _styled_layers(with_packs(load_catalogue(), load_packs())):
        assert _written(made) < 1.25 * LIMIT and _expressions(made) < 1.6 * GENERATOR_LIMIT, made.name()


def _written(made: QgsVectorLayer) -> int:
    """Characters of QML for its symbols."""
    document = QDomDocument()
    made.exportNamedStyle(document)
    written = document.toString(-1)
    return written.index("</renderer-v2>") - written.index("<renderer-v2")


def _expressions(made: QgsVectorLayer) -> int:
    """Characters of expressions that make geometry."""
    drawn = made.renderer().symbols(QgsRenderContext())
    return sum(len(each) for symbol in drawn for each in _generators(symbol))


def _styled_layers(catalogue: Catalogue) -> Iterator[QgsVectorLayer]:
    """A layer of each table, styled for anything it may hold."""
    symbols = load_symbol_set()
    kinds = {"punkt": "MultiPoint", "linje": "MultiLineString", "yta": "MultiPolygon"}
    names = ("klass", "niva", "status", "osakerhet", "namn", "mot_start", "mot_slut", "riktning", *MORE)
    fields = "&".join(f"field={name}:string" for name in names)
    for layer in catalogue.lager:
        made = QgsVectorLayer(f"{kinds[layer.geometri]}?crs=EPSG:3006&{fields}", layer.kod, "memory")
        apply_style(made, layer.kod, catalogue, symbols)
        yield made


def _generators(symbol: QgsSymbol) -> Iterator[str]:
    for layer in symbol.symbolLayers():
        if isinstance(layer, QgsGeometryGeneratorSymbolLayer):
            yield layer.geometryExpression()
        if layer.subSymbol() is not None:
            yield from _generators(layer.subSymbol())


def _far_apart(one: QImage, other: QImage) -> int:
    """How many spots of four by four pixels differ clearly: a marker's edge may fall a fraction of a pixel beside."""
    how = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small, smaller = (each.scaled(150, 100, *how) for each in (one, other))
    count = 0
    for x, y in itertools.product(range(150), range(100)):
        a, b = small.pixel(x, y), smaller.pixel(x, y)
        count += a != b and max(abs((a >> shift & 255) - (b >> shift & 255)) for shift in (0, 8, 16)) > 50
    return count
