"""Symbols in layouts: each of the kind that is drawn where it stands, and never without anything to draw.

QGIS dies of a symbol in a layout that has no symbol layers, or that is of another kind than its place.
"""

from __future__ import annotations

from typing import Mapping

from ..i18n import tr
from .content import Removed
from .xml import Element

SYMBOL = "symbol"
"""Kind of removal: a symbol that became plain."""
_LINE_LAYERS = frozenset(("SimpleLine", "MarkerLine", "HashLine", "ArrowLine"))
_LAYERS = {
    "marker": frozenset(("SimpleMarker", "EllipseMarker", "FilledMarker")),
    "line": _LINE_LAYERS,
    "fill": _LINE_LAYERS | {"SimpleFill", "PointPatternFill", "LinePatternFill", "CentroidFill"},
}
"""Kind of symbol -> the symbol layers that QGIS draws in it."""
SYMBOL_LAYERS = frozenset(kind for kinds in _LAYERS.values() for kind in kinds)
_PLAIN = {"marker": "SimpleMarker", "line": "SimpleLine", "fill": "SimpleFill"}
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("PageCollection", "65643", "65644", "fillSymbol1", "fillSymbol2"), "fill"),
    **dict.fromkeys(("ArrowLine", "FilledMarker"), "fill"),
    **dict.fromkeys(("65645", "lineSymbol", "divisionLineSymbol", "subdivisionLineSymbol", "lineStyle"), "line"),
    **dict.fromkeys(("HashLine", "LinePatternFill"), "line"),
    **dict.fromkeys(("65653", "markerStyle", "MarkerLine", "PointPatternFill", "CentroidFill"), "marker"),
}
"""Where a symbol stands (element, type of item or class of symbol layer) -> what kind it must be."""


def mend_symbol(place: Element, removed: list[Removed]) -> None:
    """Make the last symbol in `place`, an element that is already clean, one that can be drawn there; says so."""
    symbol = place[-1]
    needed = _KINDS.get(place.get("class") or place.get("type") or place.tag, symbol.get("type", ""))
    needed = needed if needed in _PLAIN else "fill"
    for layer in list(symbol):
        if layer.tag == "layer" and layer.get("class") not in _LAYERS[needed]:
            symbol.remove(layer)
    if symbol.get("type") == needed and symbol.find("layer") is not None:
        return
    symbol.set("type", needed)
    if symbol.find("layer") is None:
        symbol.append(Element("layer", {"class": _PLAIN[needed], "enabled": "1", "locked": "0"}))
    sentence = tr("En symbol i kartbladet kan inte ritas här och blev en enkel yta, linje eller punkt.")
    removed.append(Removed(SYMBOL, tr("en symbols utseende"), sentence, place.line))
