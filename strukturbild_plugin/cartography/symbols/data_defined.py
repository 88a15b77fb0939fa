"""Several symbols merged into one with data-defined properties: what differs between them follows the attributes.

A renderer is copied at each redraw and written whole into the file, so its size is what opening and panning cost. One
symbol for all statuses is a quarter of four, and draws the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Hashable, Mapping, Sequence

from qgis.core import QgsExpression, QgsSymbol, QgsSymbolLayer

from ... import compat
from ...catalogue.model import AREA, LINE, POINT
from .symbol_layers import data_defined, in_pass, symbol

_DATA_DEFINED: Mapping[str, Mapping[str, int]] = {
    "SimpleLine": {"line_color": compat.STROKE_COLOUR, "line_width": compat.STROKE_WIDTH, "offset": compat.OFFSET},
    "SimpleFill": {"color": compat.FILL_COLOUR},
    "SimpleMarker": {
        "size": compat.SIZE,
        "color": compat.FILL_COLOUR,
        "outline_color": compat.STROKE_COLOUR,
        "outline_width": compat.STROKE_WIDTH,
    },
}
"""What may differ between layers that are one, by kind of layer, and the property that steers it."""

_NUMBERS = ("line_width", "size", "outline_width", "offset")
Variant = tuple[str, str]
"""A level and a status."""


@dataclass(frozen=True)
class StyleAxes:
    """Levels and statuses to choose by; the last level and the default status also take what is not known."""

    levels: tuple[str, ...]
    statuses: tuple[str, ...]

    def choose(self, values: Mapping[Variant, str]) -> str:
        """An expression that gives the value of the feature's level and status; '' when all have the same."""
        if len(set(values.values())) == 1:
            return ""
        rows = {level: tuple(values[level, status] for status in self.statuses) for level in self.levels}
        if len(set(rows.values())) == 1:
            return _case("status", self.statuses, rows[self.levels[0]])
        return _case("niva", self.levels, [_case("status", self.statuses, rows[level]) for level in self.levels])

    def within(self, wanted: frozenset[Variant]) -> str:
        """Whether the feature is of one of these levels and statuses; '' for all of them."""
        return self.choose({variant: str(variant in wanted).lower() for variant in self.every()})

    def every(self) -> tuple[Variant, ...]:
        """All levels with all statuses."""
        return tuple((level, status) for level in self.levels for status in self.statuses)


def _case(name: str, codes: Sequence[str], values: Sequence[str]) -> str:
    """The value for the code in attribute `name`, the last for all others and, as in a legend, for none."""
    other = values[-1]
    found: dict[str, list[str]] = {}
    for code, value in zip(codes, values):
        if value != other:
            found.setdefault(value, []).append(QgsExpression.quotedString(code))
    read = f"coalesce(try({QgsExpression.quotedColumnRef(name)}), '')"
    whens = "".join(f" WHEN {read} IN ({','.join(each)}) THEN {value}" for value, each in found.items())
    return f"CASE{whens} ELSE {other} END" if whens else other


@dataclass
class _Slot:
    """One layer of the made symbol: what each variant that has it draws there."""

    key: Hashable
    drawn: dict[Variant, QgsSymbolLayer] = field(default_factory=dict)


def merge_variants(geometry: str, variants: Mapping[Variant, QgsSymbol], axes: StyleAxes) -> QgsSymbol:
    """One symbol that draws each feature as the variant of its level and status would."""
    layers = {variant: _layers(each) for variant, each in variants.items()}
    return symbol(geometry, _together(layers, axes))


def _geometry(owner: QgsSymbol) -> str:
    return {compat.MARKER_SYMBOL: POINT, compat.LINE_SYMBOL: LINE}.get(owner.type(), AREA)


def _layers(owner: QgsSymbol) -> list[QgsSymbolLayer]:
    return [owner.symbolLayer(place) for place in range(owner.symbolLayerCount())]


def _together(variants: Mapping[Variant, Sequence[QgsSymbolLayer]], axes: StyleAxes) -> list[QgsSymbolLayer]:
    slots: list[_Slot] = []
    for variant, layers in variants.items():
        after = 0
        for layer in layers:
            key = _key(layer)
            found = next((place for place in range(after, len(slots)) if slots[place].key == key), None)
            if found is None:
                found = after
                slots.insert(found, _Slot(key))
            slots[found].drawn[variant] = layer
            after = found + 1
    return [_merged_layer(slot, variants, axes) for slot in slots]


def _key(layer: QgsSymbolLayer) -> Hashable:
    """What layers must have in common to be one."""
    kind = layer.layerType()
    steered = _DATA_DEFINED.get(kind, {})
    same = tuple(sorted((name, value) for name, value in layer.properties().items() if name not in steered))
    return kind, same, layer.renderingPass(), tuple(_property_expression(layer))


def _property_expression(layer: QgsSymbolLayer) -> list[tuple[int, str]]:
    own = layer.dataDefinedProperties()
    return [(number, own.property(number).asExpression()) for number in sorted(own.propertyKeys())]


def _merged_layer(slot: _Slot, variants: Mapping[Variant, object], axes: StyleAxes) -> QgsSymbolLayer:
    first = next(variant for variant in reversed(list(variants)) if variant in slot.drawn)
    # Not every kind of layer takes its rendering pass along to its copy in QGIS 3.22.
    layer = in_pass(slot.drawn[first].clone(), slot.drawn[first].renderingPass())
    _set_property(layer, slot, first, axes)
    condition = axes.within(frozenset(slot.drawn)) if len(slot.drawn) < len(variants) else ""
    if condition:
        own = layer.dataDefinedProperties().property(compat.LAYER_ENABLED)
        before = f"({own.asExpression()}) AND " if own.isActive() and own.asExpression() else ""
        layer.setDataDefinedProperty(compat.LAYER_ENABLED, data_defined(f"{before}({condition})"))
    inner = layer.subSymbol()
    if inner is not None:
        parts = {variant: _layers(each.subSymbol()) for variant, each in slot.drawn.items()}
        # Variants without this layer never come to what is in it; they count as the one it is copied from.
        whole = {variant: parts.get(variant, parts[first]) for variant in variants}
        layer.setSubSymbol(symbol(_geometry(inner), _together(whole, axes)))
    return layer


def _set_property(layer: QgsSymbolLayer, slot: _Slot, first: Variant, axes: StyleAxes) -> None:
    for name, number in _DATA_DEFINED.get(layer.layerType(), {}).items():
        if name == "outline_color" and layer.properties().get("outline_style") == "no":
            continue
        write: Callable[[str], str] = str if name in _NUMBERS else QgsExpression.quotedString
        values = {variant: write(each.properties()[name]) for variant, each in slot.drawn.items()}
        expression = axes.choose({variant: values.get(variant, values[first]) for variant in axes.every()})
        if expression:
            layer.setDataDefinedProperty(number, data_defined(expression))
