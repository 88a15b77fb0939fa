"""The base map: sea, land, lakes and borders in calm colours, with the chosen län lighter than the rest."""

from __future__ import annotations

import re
from typing import Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsInvertedPolygonRenderer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..catalogue.model import AREA, LINE
from . import shapes
from .base_data import acknowledgements, base_layer
from .drawing import fill, generated, stroke, symbol
from .text import label_settings
from .tokens import SymbolSet, TextLook
from .. import compat
from ..i18n import tr

_LAN_CODE = re.compile(r"\d{2}\Z")
_SHADOWS = (3.0, 2.1, 1.3, 0.6)
"""Depths in mm of the soft shadow inside the border of the chosen län."""
_SMALLEST_NEIGHBOUR = 8.0
"""Millimetres across that a neighbouring country must have on the map to be named."""


def base_layers(symbols: SymbolSet, lan: Sequence[str]) -> list[QgsMapLayer]:
    """The base map for a strukturbild of `lan` (two-digit codes), top first. Nothing in it is an obstacle to labels."""
    chosen = tuple(kod for kod in lan if _LAN_CODE.match(kod))
    bas = symbols.bas
    return [
        _names(_areas("lanyta", tr("Länens namn"), "", []), symbols, "lan"),
        _names(_areas("grannlander", tr("Grannländernas namn"), "", []), symbols, "land"),
        _lines("riksgranser", tr("Riksgränser"), "", [stroke(bas.riksgrans, 0.35, 1.0, (4.0, 0.9, 0.8, 0.9))]),
        _areas("lanyta", tr("Valda län, gräns"), _only(chosen), _frame(symbols)),
        _lines("langranser", tr("Länsgränser"), "", [stroke(bas.grannlansgrans, 0.25)]),
        _areas("sjoar", tr("Sjöar"), "", [fill(bas.sjo), stroke(bas.strand, 0.12)]),
        _areas("kommuner", tr("Kommuner"), _only(chosen), [stroke(bas.kommungrans, 0.16)]),
        _areas("lanyta", tr("Valda län"), _only(chosen), [fill(bas.lan)]),
        _areas("grannlander", tr("Grannländer"), "", [fill(bas.grannland)]),
        _land(symbols),
        _sea(symbols),
    ]


def attribution(language: str = "sv") -> tuple[str, ...]:
    """The lines that must stand on a map that uses the base map."""
    return acknowledgements(language)


def _only(lan: Sequence[str]) -> str:
    # Codes are two digits (checked above), so they can be written into the condition.
    return f"lan_kod IN ({', '.join(repr(kod) for kod in lan)})" if lan else "0"


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
    """A fine border with a soft shadow inside it, so that the region lifts from the paper."""
    shadow = [
        generated(
            AREA,
            f"difference($geometry, buffer($geometry, -{shapes.metres(depth)}, 3))",
            [fill(symbols.bas.langrans, 0.045)],
        )
        for depth in _SHADOWS
    ]
    return [*shadow, stroke(symbols.bas.langrans, 0.4)]


def _land(symbols: SymbolSet) -> QgsVectorLayer:
    return _areas("land", tr("Land"), "", [fill(symbols.bas.land), stroke(symbols.bas.strand, 0.2)])


def _sea(symbols: SymbolSet) -> QgsVectorLayer:
    made = _areas("land", tr("Hav"), "", [fill(symbols.bas.hav)])
    # Everything that is not land, however far the map reaches: the base data has no sea of its own.
    made.setRenderer(QgsInvertedPolygonRenderer(made.renderer().clone()))
    return made


def _names(layer: QgsVectorLayer, symbols: SymbolSet, kind: str) -> QgsVectorLayer:
    """Spaced letters in the base map's grey: they tell where one is, and give way to everything else."""
    size = symbols.text.bas.storlek * (1.15 if kind == "land" else 1.0)
    settings = label_settings(symbols, TextLook(size, symbols.text.bas.fet, symbols.text.bas.kursiv), symbols.bas.text)
    settings.fieldName = 'upper("namn")' if kind == "land" else '"namn"'
    settings.isExpression = True
    settings.priority = 0
    text = settings.format()
    font = text.font()
    font.setLetterSpacing(font.SpacingType.PercentageSpacing, 118.0 if kind == "land" else 108.0)
    text.setFont(font)
    buffer = text.buffer()
    buffer.setEnabled(False)
    text.setBuffer(buffer)
    settings.setFormat(text)
    settings.obstacleSettings().setIsObstacle(False)
    visible = f"coalesce(intersection($geometry, {shapes.MAP_INSIDE}), $geometry)"
    settings.geometryGenerator = f"pole_of_inaccessibility({visible}, {shapes.metres(2)})"
    settings.geometryGeneratorType = compat.POINT_GEOMETRY
    settings.geometryGeneratorEnabled = True
    settings.placement = compat.LABEL_OVER_POINT
    wide = f"sqrt(area({visible})) > {shapes.metres(_SMALLEST_NEIGHBOUR)}"
    properties = settings.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(wide))
    settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
