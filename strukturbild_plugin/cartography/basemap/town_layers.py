"""Towns of the base map, small and grey: they tell where one is, and give way to what is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from qgis.core import (
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ... import compat
from ...catalogue.model import POINT
from ...i18n import tr
from ..labels.text_format import label_settings, set_expression
from ..symbol_set import SymbolSet
from ..symbols import geometry_expressions as shapes
from ..symbols.symbol_layers import mark, symbol
from .base_data import base_layer

COVERED = "strukturbild_ritade_orter"
"""A variable of the layer of towns inside: the ids (;1;2;) of those that are drawn as nodes, which are not shown."""
_LARGE = f'"befolkning" > coalesce(@map_scale, 1000000) / 18 AND within($geometry, {shapes.map_inside(14)})'
"""From how many inhabitants a town outside is shown: 80 000 at 1:1 500 000."""
_CITY, _CITY_FACTOR = 20_000, 1.2
"""From so many inhabitants a town's dot and name are so many times larger."""
_APART_MM, _CITY_APART_MM = 16.0, 9.0
"""Millimetres on the map from a town inside to the nearest larger one: the smaller the scale, the fewer are shown."""
_EVEN = (
    f'"avstand_storre" > if("befolkning" >= {_CITY}, {_CITY_APART_MM}, {_APART_MM}) / 1000.0'
    " * coalesce(@map_scale, 1000000) AND"
    f" strpos(coalesce(@{COVERED}, ''), ';' || $id || ';') = 0"
)


def towns_outside(symbols: SymbolSet, counties: Sequence[str]) -> QgsVectorLayer:
    """Large towns outside the chosen areas: where roads lead. The larger the map's area, the fewer."""
    outside = f"NOT coalesce({column_in('lan_kod', counties)}, 0)"
    return _towns(symbols, base_layer("orter", tr("Större orter utanför"), outside), _LARGE)


def towns_inside(symbols: SymbolSet, counties: Sequence[str]) -> QgsVectorLayer:
    """Towns in the chosen areas, spread evenly over the map; not those that are drawn as nodes (`COVERED`)."""
    return _towns(symbols, base_layer("orter", tr("Orter"), column_in("lan_kod", counties)), _EVEN)


def column_in(name: str, codes: Sequence[str]) -> str:
    """A condition on a column that holds codes; they have the form of codes, so they can be written into it."""
    return f"{name} IN ({sql_list(codes)})" if codes else "0"


def sql_list(codes: Sequence[str]) -> str:
    """The codes as SQL and QGIS's expressions list texts."""
    return ", ".join(f"'{kod}'" for kod in codes)


def _towns(symbols: SymbolSet, layer: QgsVectorLayer, shown: str) -> QgsVectorLayer:
    drawn, named = QgsRuleBasedRenderer.Rule(None), QgsRuleBasedLabeling.Rule(None)
    for large, larger in ((f'"befolkning" >= {_CITY}', _CITY_FACTOR), (f'"befolkning" < {_CITY}', 1.0)):
        condition = f"{shown} AND {large}"
        dot = symbol(POINT, [mark("circle", 1.3 * larger * symbols.line_width_factor, symbols.bas.text, 0.9)])
        drawn.appendChild(QgsRuleBasedRenderer.Rule(dot, filterExp=condition))
        named.appendChild(QgsRuleBasedLabeling.Rule(_name_beside(symbols, larger), 0, 0, condition))
    layer.setRenderer(QgsRuleBasedRenderer(drawn))
    layer.setLabeling(QgsRuleBasedLabeling(named))
    layer.setLabelsEnabled(True)
    return layer


def _name_beside(symbols: SymbolSet, larger: float) -> QgsPalLayerSettings:
    style = replace(symbols.text.bas, storlek=symbols.text.bas.storlek * larger)
    settings = label_settings(symbols, style, symbols.bas.text, halo=0.4 * symbols.line_width_factor)
    settings.fieldName = "namn"
    settings.placement = compat.LABEL_AROUND_POINT
    set_expression(settings, "PredefinedPositionOrder", "'R,TR,BR,L'")
    settings.dist = 1.2 * symbols.line_width_factor
    settings.distUnits = compat.MILLIMETERS
    settings.priority = 2 if larger > 1 else 1
    return settings
