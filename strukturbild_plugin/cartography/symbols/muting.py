"""A pale variant of a symbol set, for what a map is not about; and styles that filter by the map's variable.

Paleness is in the colours themselves: the opacity of a layer would turn the map into a picture.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...catalogue.model import POINT
from ..symbol_set import ColourFamily, LabelStyle, SymbolSet

_LAND_COLOUR_SHARE = 0.66
"""How far a colour goes towards that of the land it lies on."""
_LABEL_FACTOR = 0.82
FOCUS = "strukturbild_i_fokus"
"""Variable of a map item: the ids of the objects that stand out on it, each between bars."""


def mute_symbol_set(symbols: SymbolSet) -> SymbolSet:
    """The symbol set in pale colours, with small labels in the base map's grey, for what an atlas page is not about."""
    background = symbols.bas.lan
    text = symbols.text
    names = text.nod[1:] or text.nod
    small = tuple(LabelStyle(style.storlek * _LABEL_FACTOR) for style in (names[0], *names))
    return replace(
        symbols,
        farger={name: _pale(hue, background, symbols.bas.text) for name, hue in symbols.farger.items()},
        # A layer styled by hand would stand out as strongly as ever.
        stilar={},
        text=replace(text, nod=small[: len(text.nod)]),
    )


def without_line_names(layer: QgsVectorLayer, geometry: str) -> None:
    """Turn off the labels of a muted layer unless it holds points. `geometry`: 'punkt', 'linje' or 'yta'."""
    if geometry != POINT:
        layer.setLabelsEnabled(False)


def focus_value(ids: frozenset[str]) -> str:
    """The value of the map variable `FOCUS` for these `objekt_id`."""
    return "|" + "|".join(sorted(ids)) + "|"


def filter_by_focus(layer: QgsVectorLayer, focused: bool) -> None:
    """Let `layer` draw and label only the objects in the map's variable `FOCUS` (`focused`), or only the others.

    One styled layer then serves every page of an atlas.
    """
    inside = f"strpos(@{FOCUS}, '|' || \"objekt_id\" || '|') > 0"
    condition = inside if focused else f"NOT ({inside})"
    renderer = QgsRuleBasedRenderer.convertFromRenderer(layer.renderer())
    root = QgsRuleBasedRenderer.Rule(None)
    gate = QgsRuleBasedRenderer.Rule(None, filterExp=condition)
    root.appendChild(gate)
    for rule in renderer.rootRule().children():
        gate.appendChild(rule.clone())
    layer.setRenderer(QgsRuleBasedRenderer(root))
    labeling = layer.labeling()
    if labeling is None:
        return
    names = QgsRuleBasedLabeling.Rule(None)
    allowed = QgsRuleBasedLabeling.Rule(None, 0, 0, condition)
    names.appendChild(allowed)
    if isinstance(labeling, QgsVectorLayerSimpleLabeling):
        allowed.appendChild(QgsRuleBasedLabeling.Rule(labeling.settings()))
    else:
        for rule in labeling.rootRule().children():
            allowed.appendChild(rule.clone())
    layer.setLabeling(QgsRuleBasedLabeling(names))


def _pale(hue: ColourFamily, background: str, text: str) -> ColourFamily:
    stark, mellan, ljus, blek = (_mixed(tone, background) for tone in (hue.stark, hue.mellan, hue.ljus, hue.blek))
    return ColourFamily(stark, mellan, ljus, blek, text)


def _mixed(colour: str, background: str) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(background[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(own + (other - own) * _LAND_COLOUR_SHARE):02x}" for own, other in pairs)
