"""The base map: sea, land, lakes and borders in calm colours, with the chosen areas lighter than the rest."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsInvertedPolygonRenderer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ... import compat
from ...catalogue.model import AREA, LINE
from ...i18n import tr
from ...region_codes import REGION_CODE, has_foreign, is_swedish
from ..labels.text_format import label_settings, set_expression
from ..symbol_set import LabelStyle, SymbolSet
from ..symbols import geometry_expressions as shapes
from ..symbols.symbol_layers import fill, generated, stroke, symbol
from .base_data import acknowledgements, base_layer
from .town_layers import column_in, sql_list, towns_inside, towns_outside

_BORDER_DASHES_MM = (4.0, 0.9, 0.8, 0.9)
"""Dash, gap, dot, gap of a border between countries, in mm."""
_SHADOW_DEPTHS_MM = (3.0, 2.1, 1.3, 0.6)
"""Depths in mm of the soft shadow inside the border of the chosen län."""
_MIN_SHADOWED_MM = 14.0
"""Millimetres across that a piece of land must have on the map to get the shadow: on small islands it would be all."""


class _NameLook(NamedTuple):
    """`size`: of the base map's text. `spacing`: of letters, in their size. `wide_mm`: millimetres across that what is
    named must have on the map."""

    size: float
    spacing: float
    capitals: bool
    wide_mm: float
    opacity: float = 1.0


_LOOKS = {
    "land": _NameLook(1.15, 0.22, True, 8.0),
    "lan": _NameLook(1.0, 0.08, False, 8.0),
    "kommun": _NameLook(0.85, 0.16, True, 22.0, 0.6),
}
"""Of the names of areas. Capitals tell a kommun from the town of the same name."""


def base_layers(symbols: SymbolSet, counties: Sequence[str], inside: bool = False) -> list[QgsMapLayer]:
    """The layers of the base map, top first, in EPSG:3006. None of them is an obstacle to labels.

    `counties`: codes of the areas of the strukturbild (`region_codes`), in Sweden, Norway or Finland; others are drawn
    as neighbours. `inside`: towns and municipalities within them are named too, for one who draws.
    """
    areas = tuple(kod for kod in counties if REGION_CODE.fullmatch(kod))
    chosen = tuple(filter(is_swedish, areas))
    abroad = column_in("kod", [kod for kod in areas if not is_swedish(kod)])
    named = "kod <> ''" if has_foreign(areas) else "0"
    base_colours, broad = symbols.bas, symbols.line_width_factor
    dashes = tuple(length * broad for length in _BORDER_DASHES_MM)
    return [
        *([towns_inside(symbols, areas)] if inside else []),
        towns_outside(symbols, areas),
        *([_municipality_names(symbols, chosen)] if inside else []),
        _names(_areas("grannregioner", tr("Namn på grannländernas regioner"), named, []), symbols, "lan"),
        _names(_areas("lanyta", tr("Länens namn"), "", []), symbols, "lan"),
        _names(_areas("grannlander", tr("Grannländernas namn"), "", []), symbols, "land"),
        _lines("riksgranser", tr("Riksgränser"), "", [stroke(base_colours.riksgrans, 0.38 * broad, 1.0, dashes)]),
        _lines("langranser", tr("Valda läns gränser"), _beside(chosen), [stroke(base_colours.langrans, 0.42 * broad)]),
        _areas("lanyta", tr("Valda län, kant"), column_in("lan_kod", chosen), _frame(symbols)),
        _areas("grannregioner", tr("Valda områden i grannländerna, kant"), abroad, _frame(symbols)),
        _lines("langranser", tr("Länsgränser"), "", [stroke(base_colours.grannlansgrans, 0.25 * broad)]),
        _areas("grannregioner", tr("Grannländernas regioner"), "", [stroke(base_colours.grannlansgrans, 0.16 * broad)]),
        _areas("sjoar", tr("Sjöar"), "", [fill(base_colours.sjo), stroke(base_colours.strand, 0.12 * broad)]),
        _areas(
            "kommuner", tr("Kommuner"), column_in("lan_kod", chosen), [stroke(base_colours.kommungrans, 0.16 * broad)]
        ),
        _areas("lanyta", tr("Valda län"), column_in("lan_kod", chosen), [fill(base_colours.lan)]),
        _areas("grannregioner", tr("Valda områden i grannländerna"), abroad, [fill(base_colours.lan)]),
        _areas("grannlander", tr("Grannländer"), "", [fill(base_colours.grannland)]),
        _land(symbols),
        _sea(symbols),
    ]


def attribution(language: str = "sv") -> tuple[str, ...]:
    """The lines of attribution that the licences of the base data require on every map that uses it.

    `language`: 'sv' or 'en'. The sources stand in the base data's table `kallor`.
    """
    return acknowledgements(language)


def _beside(counties: Sequence[str]) -> str:
    return f"lan_a IN ({sql_list(counties)}) OR lan_b IN ({sql_list(counties)})" if counties else "0"


def _areas(table: str, name: str, condition: str, layers: list[QgsSymbolLayer]) -> QgsVectorLayer:
    made = base_layer(table, name, condition)
    made.setRenderer(QgsSingleSymbolRenderer(_symbol(AREA, layers)))
    return made


def _lines(table: str, name: str, condition: str, layers: list[QgsSymbolLayer]) -> QgsVectorLayer:
    made = base_layer(table, name, condition)
    made.setRenderer(QgsSingleSymbolRenderer(_symbol(LINE, layers)))
    return made


def _symbol(geometry: str, layers: list[QgsSymbolLayer]) -> QgsSymbol:
    if layers:
        return symbol(geometry, layers)
    kind = QgsFillSymbol if geometry == AREA else QgsLineSymbol
    return kind.createSimple({"style": "no", "outline_style": "no", "line_style": "no"})


def _frame(symbols: SymbolSet) -> list[QgsSymbolLayer]:
    """A thin outline with a soft shadow inside it, so that the region lifts from the paper; islands stay clear."""
    large, broad = shapes.parts_larger_than(_MIN_SHADOWED_MM), symbols.line_width_factor
    shadow = [
        generated(
            AREA,
            f"with_variable('stort', {large}, difference(@stort, buffer(@stort, -{shapes.metres(depth * broad)}, 3)))",
            [fill(symbols.bas.langrans, 0.045)],
        )
        for depth in _SHADOW_DEPTHS_MM
    ]
    return [*shadow, stroke(symbols.bas.langrans, 0.16 * broad, 0.8)]


def _land(symbols: SymbolSet) -> QgsVectorLayer:
    return _areas(
        "land", tr("Land"), "", [fill(symbols.bas.land), stroke(symbols.bas.strand, 0.2 * symbols.line_width_factor)]
    )


def _sea(symbols: SymbolSet) -> QgsVectorLayer:
    made = _areas("land", tr("Hav"), "", [fill(symbols.bas.hav)])
    # Everything that is not land, however far the map reaches: the base data has no sea of its own.
    made.setRenderer(QgsInvertedPolygonRenderer(made.renderer().clone()))
    return made


def _municipality_names(symbols: SymbolSet, counties: Sequence[str]) -> QgsVectorLayer:
    layer = _areas("kommuner", tr("Kommunernas namn"), column_in("lan_kod", counties), [])
    return _names(layer, symbols, "kommun")


def _names(layer: QgsVectorLayer, symbols: SymbolSet, kind: str) -> QgsVectorLayer:
    """Spaced letters in the base map's grey: they tell where one is, and give way to everything else."""
    looks = _LOOKS[kind]
    style = LabelStyle(symbols.text.bas.storlek * looks.size, symbols.text.bas.fet, symbols.text.bas.kursiv)
    halo = 0.4 * symbols.line_width_factor
    settings = label_settings(symbols, style, symbols.bas.text, halo=halo, spacing=looks.spacing)
    if looks.opacity < 1:
        text = settings.format()
        text.setOpacity(looks.opacity)
        settings.setFormat(text)
    settings.fieldName = 'upper("namn")' if looks.capitals else '"namn"'
    settings.isExpression = True
    settings.priority = 0
    visible = f"coalesce(intersection($geometry, {shapes.map_inside(4)}), $geometry)"
    settings.geometryGenerator = f"pole_of_inaccessibility({visible}, {shapes.metres(2)})"
    settings.geometryGeneratorType = compat.POINT_GEOMETRY
    settings.geometryGeneratorEnabled = True
    settings.placement = compat.LABEL_OVER_POINT
    wide = f"sqrt(area({visible})) > {shapes.metres(looks.wide_mm)}"
    set_expression(settings, "Show", wide)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
