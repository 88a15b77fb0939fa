"""Custom symbols and labels scaled for another paper: everything in millimetres or points alike."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..typography.text_style import MIN_TEXT_PT

_LENGTHS = ("Size", "Width", "StrokeWidth", "Interval", "DistanceX", "DistanceY", "SymbolHeight", "SymbolWidth")


def resized_symbol(symbol: QgsSymbol, factor: float) -> None:
    """Multiply every length of `symbol` by `factor`."""
    for place in range(symbol.symbolLayerCount()):
        layer = symbol.symbolLayer(place)
        _resize(layer, factor)
        inner = layer.subSymbol()
        if inner is not None:
            resized_symbol(inner, factor)


def _resize(layer: QgsSymbolLayer, factor: float) -> None:
    for name in _LENGTHS:
        getter = getattr(layer, name[0].lower() + name[1:], None)
        setter = getattr(layer, f"set{name}", None)
        if getter is not None and setter is not None:
            setter(getter() * factor)
    if hasattr(layer, "customDashVector"):
        layer.setCustomDashVector([length * factor for length in layer.customDashVector()])
    if hasattr(layer, "offset") and hasattr(layer, "setOffset"):
        layer.setOffset(layer.offset() * factor)


def resized_labels(labeling: QgsAbstractVectorLayerLabeling, factor: float) -> QgsAbstractVectorLayerLabeling:
    """The labels with texts and distances `factor` times theirs."""
    if isinstance(labeling, QgsRuleBasedLabeling):
        root = labeling.rootRule().clone()
        for rule in root.descendants():
            if rule.settings() is not None:
                rule.setSettings(_settings(rule.settings(), factor))
        return QgsRuleBasedLabeling(root)
    if isinstance(labeling, QgsVectorLayerSimpleLabeling):
        return QgsVectorLayerSimpleLabeling(_settings(labeling.settings(), factor))
    return labeling


def _settings(settings: QgsPalLayerSettings, factor: float) -> QgsPalLayerSettings:
    made = QgsPalLayerSettings(settings)
    text: Any = made.format()
    text.setSize(max(MIN_TEXT_PT, text.size() * factor))
    buffer = text.buffer()
    buffer.setSize(buffer.size() * factor)
    text.setBuffer(buffer)
    made.setFormat(text)
    made.dist *= factor
    made.repeatDistance *= factor
    return made
