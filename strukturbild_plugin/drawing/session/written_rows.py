"""Which rows a save has written, told to QGIS row by row: open cells of an attribute table and snapping stay.

QGIS's own word for it, "the data has changed", closes every cell that is being written, and the text in it is gone.
Main thread only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

from qgis.core import QgsGeometry, QgsVectorLayer


@dataclass(frozen=True)
class WrittenRows:
    """What the edit buffer of a layer held of rows that were in the file before."""

    deleted: tuple[int, ...]
    values: Mapping[int, Mapping[int, Any]]
    """Feature id -> place of the column -> value."""
    geometries: Mapping[int, QgsGeometry]

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> WrittenRows:
        """What it holds now, before it is emptied."""
        buffer = layer.editBuffer()
        deleted = tuple(buffer.deletedFeatureIds())
        kept = {fid: dict(each) for fid, each in buffer.changedAttributeValues().items() if fid not in deleted}
        shapes = {fid: QgsGeometry(each) for fid, each in buffer.changedGeometries().items() if fid not in deleted}
        return cls(deleted, kept, shapes)

    def tell(self, layer: QgsVectorLayer, ids: Mapping[int, int]) -> None:
        """The buffer is empty, and the file has it: say so of each row. `ids`: new rows, as in LayerHistory."""
        layer.blockSignals(True)  # not the provider's: it lets them go by itself
        try:
            layer.dataProvider().reloadData()  # else number and extent are those of before
        finally:
            layer.blockSignals(False)
        buffer = layer.editBuffer()  # what it says of a row the layer says in all the ways there are
        for fid in self.deleted:
            buffer.featureDeleted.emit(fid)
        for fid, geometry in self.geometries.items():
            if fid >= 0:
                buffer.geometryChanged.emit(fid, geometry)
        for fid, values in self.values.items():
            for place, value in values.items() if fid >= 0 else ():
                buffer.attributeValueChanged.emit(fid, place, value)
        for fid in ids.values():
            buffer.featureAdded.emit(fid)
