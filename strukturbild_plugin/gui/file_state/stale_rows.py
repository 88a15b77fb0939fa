"""Whether QGIS still shows what the file had before something wrote another file over it, in its place.

SQLite tells those who have a file open when another SQLite writes in it. A file manager that copies a version over the
open one tells nobody: QGIS goes on showing the pages it has read, and mixes them with the new ones. Main thread only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ...store.gpkg.row_versions import TableVersions, row_versions
from ..session.open_document import table_of

_MOST_READ = 20
"""So many of the changed rows of a layer tell enough."""


def shows_overwritten(
    path: Path,
    layers: Iterable[QgsVectorLayer],
    now: Mapping[str, TableVersions],
    changed: Mapping[str, Collection[int]],
) -> bool:
    """Whether a layer in edit mode shows other versions of the `changed` rows (table -> feature ids) than `now` has.

    `now`: what was just read of the file at `path`. False also when somebody writes in it again meanwhile.
    """
    for layer in layers:
        table = table_of(layer)
        fids = sorted(changed.get(table, ()))[:_MOST_READ]
        if not fids or not layer.isEditable() or layer.fields().indexOf("version") < 0:
            continue
        shown = _versions(layer, fids)
        there = {fid: row.version for fid, row in now[table].rows.items() if fid in fids}
        if shown != there:
            again = row_versions(path, {table: fids})
            return again is not None and {fid: row.version for fid, row in again[table].rows.items()} == there
    return False


def gives_rows(layer: QgsVectorLayer) -> bool:
    """Whether at least one row of the layer can be read."""
    return any(True for _row in layer.dataProvider().getFeatures(QgsFeatureRequest().setNoAttributes().setLimit(1)))


def rows_with_edits(layers: Iterable[QgsVectorLayer], table: str) -> set[int]:
    """Rows of the file with edits that are not saved."""
    found: set[int] = set()
    for layer in layers:
        buffer = layer.editBuffer() if table_of(layer) == table else None
        if buffer is not None:
            found.update(buffer.changedAttributeValues(), buffer.changedGeometries(), buffer.deletedFeatureIds())
    return {fid for fid in found if fid >= 0}


def _versions(layer: QgsVectorLayer, fids: list[int]) -> dict[int, object]:
    """The versions of these rows as QGIS reads them in the file, without edits."""
    request = QgsFeatureRequest().setFilterFids(fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {feature.id(): feature["version"] for feature in layer.dataProvider().getFeatures(request)}
