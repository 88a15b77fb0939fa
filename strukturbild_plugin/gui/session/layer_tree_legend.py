"""The layer tree's legend of a strukturbild: what has been drawn, with swatches that draw right by themselves.

QGIS would list every rule of the renderer and copy its symbols several times: seconds, with generator symbols.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsLegendSymbolItem,
    QgsMapLayerLegend,
    QgsSymbolLegendNode,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...cartography.layout.legend import LegendEntry, LegendItem, legend_entries
from ...cartography.symbol_sets.symbol_set_library import SymbolSet, load_symbol_set
from ...store.gpkg.records import Snapshot
from ..guarded import guarded


@guarded
class LayerTreeLegend(QgsMapLayerLegend):
    """The rows of one layer."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[LegendEntry] = ()
        self._used: frozenset[LegendItem] = frozenset()
        self._symbols: SymbolSet | None = None

    def show(self, snapshot: Snapshot, used: frozenset[LegendItem], symbols: SymbolSet, language: str) -> None:
        """List the classes, levels and statuses that are used."""
        if (used, symbols) != (self._used, self._symbols):  # rebuilding folds the tree and forgets sizes
            self._used, self._symbols = used, symbols
            self._entries = legend_entries(snapshot.catalogue, used, symbols, language)
            self.itemsChanged.emit()

    def createLayerTreeModelLegendNodes(self, node: QgsLayerTreeLayer) -> list[QgsLayerTreeModelLegendNode]:
        nodes = []
        for entry in self._entries:
            item = QgsLegendSymbolItem(entry.symbol, entry.text, f"{entry.klass}/{entry.text}")
            made = QgsSymbolLegendNode(node, item)
            sip.transferto(made, None)  # the tree owns it from here; Python would throw it away
            nodes.append(made)
        return nodes


def give_swatches(layers: Sequence[QgsVectorLayer]) -> None:
    """Take over the legend of these layers, before they come into the tree."""
    for layer in layers:
        if isinstance(layer.legend(), LayerTreeLegend):
            continue
        legend = LayerTreeLegend()
        layer.setLegend(legend)
        sip.transferto(legend, legend)  # it lives as long as the layer, also when Python lets go of the layer


def take_back_swatches(layers: Sequence[QgsVectorLayer]) -> None:
    """Give these layers QGIS's own legend again: nobody will tell what has been drawn."""
    for layer in layers:
        if isinstance(layer.legend(), LayerTreeLegend):
            layer.setLegend(QgsMapLayerLegend.defaultVectorLegend(layer))


def show_used(layers: Sequence[tuple[str, QgsVectorLayer]], snapshot: Snapshot, language: str) -> None:
    """Let each layer (given with the name of its table) list what has been drawn in it."""
    symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
    used: dict[str, set[LegendItem]] = {}
    for one in snapshot.objects:
        item = LegendItem(one.klass, one.niva, one.status, one.lager, one.undertyp, one.roller)
        used.setdefault(one.lager, set()).add(item)
    for table, layer in layers:
        legend = layer.legend()
        if isinstance(legend, LayerTreeLegend):
            legend.show(snapshot, frozenset(used.get(table, ())), symbols, language)
