"""The base map: sea, land, lakes and borders in calm colours, with the chosen areas lighter than the rest."""

from __future__ import annotations

from typing import Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsInvertedPolygonRenderer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ... import compat
from ...catalogue.model import AREA, LINE, POINT
from ...i18n import tr
from ...region_codes import REGION_CODE, has_foreign, is_swedish
from ..labels.text_format import label_settings, set_expression
from ..symbol_set import LabelStyle, SymbolSet
from ..symbols import geometry_expressions as shapes
from ..symbols.symbol_layers import fill, generated, mark, stroke, symbol
from .base_data import acknowledgements, base_layer

_BORDER_DASHES_MM = (4.0, 0.9, 0.8, 0.9)
"""Dash, gap, dot, gap of a border between countries, in mm."""
_SHADOW_DEPTHS_MM = (3.0, 2.1, 1.3, 0.6)
"""Depths in mm of the soft shadow inside the border of the chosen län."""
_MIN_SHADOWED_MM = 14.0
"""Millimetres across that a piece of land must have on the map to get the shadow: on small islands it would be all."""
_LARGE = f'"befolkning" > coalesce(@map_scale, 1000000) / 18 AND within($geometry, {shapes.map_inside(14)})'
"""From how many inhabitants a town outside is shown: 80 000 at 1:1 500 000."""
_MIN_NEIGHBOUR_MM = 8.0
"""Millimetres across that a neighbouring country must have on the map to be named."""


def base_layers(symbols: SymbolSet, counties: Sequence[str]) -> list[QgsMapLayer]:
    """The layers of the base map, top first, in EPSG:3006. None of them is an obstacle to labels.

    `counties`: codes of the areas of the strukturbild (`region_codes`), in Sweden, Norway or Finland; others are drawn
    as neighbours.
    """
    areas = tuple(kod for kod in counties if REGION_CODE.fullmatch(kod))
    chosen = tuple(filter(is_swedish, areas))
    abroad = _column("kod", [kod for kod in areas if not is_swedish(kod)])
    named = "kod <> ''" if has_foreign(areas) else "0"
    base_colours, broad = symbols.bas, symbols.line_width_factor
    dashes = tuple(length * broad for length in _BORDER_DASHES_MM)
    return [
        _places(symbols, areas),
        _names(_areas("grannregioner", tr("Namn på grannländernas regioner"), named, []), symbols, "lan"),
        _names(_areas("lanyta", tr("Länens namn"), "", []), symbols, "lan"),
        _names(_areas("grannlander", tr("Grannländernas namn"), "", []), symbols, "land"),
        _lines("riksgranser", tr("Riksgränser"), "", [stroke(base_colours.riksgrans, 0.38 * broad, 1.0, dashes)]),
        _lines("langranser", tr("Valda läns gränser"), _beside(chosen), [stroke(base_colours.langrans, 0.42 * broad)]),
        _areas("lanyta", tr("Valda län, kant"), _only(chosen), _frame(symbols)),
        _areas("grannregioner", tr("Valda områden i grannländerna, kant"), abroad, _frame(symbols)),
        _lines("langranser", tr("Länsgränser"), "", [stroke(base_colours.grannlansgrans, 0.25 * broad)]),
        _areas("grannregioner", tr("Grannländernas regioner"), "", [stroke(base_colours.grannlansgrans, 0.16 * broad)]),
        _areas("sjoar", tr("Sjöar"), "", [fill(base_colours.sjo), stroke(base_colours.strand, 0.12 * broad)]),
        _areas("kommuner", tr("Kommuner"), _only(chosen), [stroke(base_colours.kommungrans, 0.16 * broad)]),
        _areas("lanyta", tr("Valda län"), _only(chosen), [fill(base_colours.lan)]),
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


def _only(counties: Sequence[str]) -> str:
    return _column("lan_kod", counties)


def _column(name: str, codes: Sequence[str]) -> str:
    # Codes have the form of codes (checked above), so they can be written into the condition.
    return f"{name} IN ({_sql_list(codes)})" if codes else "0"


def _beside(counties: Sequence[str]) -> str:
    return f"lan_a IN ({_sql_list(counties)}) OR lan_b IN ({_sql_list(counties)})" if counties else "0"


def _sql_list(counties: Sequence[str]) -> str:
    return ", ".join(f"'{kod}'" for kod in counties)


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


def _places(symbols: SymbolSet, counties: Sequence[str]) -> QgsVectorLayer:
    """Large towns outside the chosen areas, small and grey: where roads lead. The larger the map's area, the fewer."""
    outside = f"NOT coalesce({_only(counties)}, 0)"
    made = base_layer("orter", tr("Större orter utanför"), outside)
    dot = symbol(POINT, [mark("circle", 1.3 * symbols.line_width_factor, symbols.bas.text, 0.9)])
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(dot, filterExp=_LARGE))
    made.setRenderer(QgsRuleBasedRenderer(root))
    settings = label_settings(symbols, symbols.text.bas, symbols.bas.text, halo=0.4 * symbols.line_width_factor)
    settings.fieldName = "namn"
    settings.placement = compat.LABEL_AROUND_POINT
    set_expression(settings, "PredefinedPositionOrder", "'R,TR,BR,L'")
    settings.dist = 1.2 * symbols.line_width_factor
    settings.distUnits = compat.MILLIMETERS
    settings.priority = 1
    rules = QgsRuleBasedLabeling.Rule(None)
    rules.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 0, _LARGE))
    made.setLabeling(QgsRuleBasedLabeling(rules))
    made.setLabelsEnabled(True)
    return made


def _names(layer: QgsVectorLayer, symbols: SymbolSet, kind: str) -> QgsVectorLayer:
    """Spaced letters in the base map's grey: they tell where one is, and give way to everything else."""
    size = symbols.text.bas.storlek * (1.15 if kind == "land" else 1.0)
    style = LabelStyle(size, symbols.text.bas.fet, symbols.text.bas.kursiv)
    halo, spacing = 0.4 * symbols.line_width_factor, 0.22 if kind == "land" else 0.08
    settings = label_settings(symbols, style, symbols.bas.text, halo=halo, spacing=spacing)
    settings.fieldName = 'upper("namn")' if kind == "land" else '"namn"'
    settings.isExpression = True
    settings.priority = 0
    visible = f"coalesce(intersection($geometry, {shapes.map_inside(4)}), $geometry)"
    settings.geometryGenerator = f"pole_of_inaccessibility({visible}, {shapes.metres(2)})"
    settings.geometryGeneratorType = compat.POINT_GEOMETRY
    settings.geometryGeneratorEnabled = True
    settings.placement = compat.LABEL_OVER_POINT
    wide = f"sqrt(area({visible})) > {shapes.metres(_MIN_NEIGHBOUR_MM)}"
    set_expression(settings, "Show", wide)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
