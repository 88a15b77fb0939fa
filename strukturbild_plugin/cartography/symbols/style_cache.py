"""Finished styles kept while the program runs, so that the next sheet of an edition need not make them again.

To make the style of a layer takes ten times as long as to copy it, and an edition has the same layers on every sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsAbstractVectorLayerLabeling, QgsFeatureRenderer, QgsVectorLayer

from ...catalogue.model import Catalogue
from ..symbol_set import SymbolSet
from .layer_content import LayerContent

_MAX_STYLES = 48
"""Styles kept: all layers of six sheets."""


@dataclass(frozen=True)
class StyleKey:
    """Everything a style is made from. Two are alike when each part is; the quickest to tell apart come first."""

    lager: str
    language: str
    fields: tuple[str, ...]
    occurring: LayerContent
    symbols: SymbolSet
    catalogue: Catalogue


@dataclass(frozen=True)
class _Kept:
    key: StyleKey
    renderer: QgsFeatureRenderer
    labeling: QgsAbstractVectorLayerLabeling | None


class StyleCache:
    """The styles used last."""

    def __init__(self, most: int = _MAX_STYLES) -> None:
        self._most = most
        self._kept: list[_Kept] = []

    def apply(self, layer: QgsVectorLayer, key: StyleKey) -> bool:
        """Give the layer a copy of the style of that key; False when there is none."""
        found = next((place for place, kept in enumerate(self._kept) if kept.key == key), None)
        if found is None:
            return False
        kept = self._kept.pop(found)
        self._kept.append(kept)
        layer.setRenderer(kept.renderer.clone())
        layer.setLabeling(kept.labeling.clone() if kept.labeling is not None else None)
        layer.setLabelsEnabled(kept.labeling is not None)
        layer.setOpacity(1.0)
        return True

    def keep(self, layer: QgsVectorLayer, key: StyleKey) -> None:
        """Keep a copy of the layer's style."""
        labeling = layer.labeling()
        self._kept.append(_Kept(key, layer.renderer().clone(), labeling.clone() if labeling is not None else None))
        del self._kept[: -self._most]

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()


STYLES = StyleCache()
"""The style cache of the program."""
