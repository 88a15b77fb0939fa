"""Layers that the sheets of an edition share: made for the first sheet that needs them, and used again as they are.

Opening the base map and styling a picture takes as long as composing all the rest of a sheet. What a sheet changes in
its layers it must make for itself.
"""

from __future__ import annotations

from typing import Callable, Sequence

from qgis.core import QgsMapLayer

from ...cartography.basemap.base_layers import base_layers
from ...cartography.symbol_set import SymbolSet
from ...store.gpkg.records import Snapshot
from .map_layers import picture_layers

_Key = tuple[object, ...]


class LayerCache:
    """The layers of one snapshot. They live until it is emptied, on the thread that they were made on."""

    def __init__(self) -> None:
        self._kept: list[tuple[_Key, tuple[QgsMapLayer, ...]]] = []

    def base(self, snapshot: Snapshot, symbols: SymbolSet) -> Sequence[QgsMapLayer]:
        """The base map under the snapshot's län, top first."""
        return self._of(("bas", symbols), lambda: base_layers(symbols, snapshot.head.lan))

    def picture(self, snapshot: Snapshot, bild_id: str, symbols: SymbolSet, paper: str = "") -> Sequence[QgsMapLayer]:
        """The objects of a picture, as `picture_layers` gives them."""
        return self._of(("bild", bild_id, paper, symbols), lambda: picture_layers(snapshot, bild_id, symbols, paper))

    def empty(self) -> None:
        """Let go of all layers; on the main thread, where sheets are composed."""
        self._kept.clear()

    def _of(self, key: _Key, make: Callable[[], Sequence[QgsMapLayer]]) -> Sequence[QgsMapLayer]:
        for known, layers in self._kept:
            if known == key:
                return layers
        layers = tuple(make())
        self._kept.append((key, layers))
        return layers
