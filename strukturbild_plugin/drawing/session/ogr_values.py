"""The edits of an open layer as OGR would write them in the file: values, shapes, and which rows. Main thread only."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...compat import OWN_COLUMNS, is_null, is_unset
from ...errors import without_lone_surrogates
from ...store.gpkg import wkb
from ...store.qgis_project.layers import table_of
from ...store.schema.tables import FID, GEOMETRY
from ...store.writing.layer_writer import TableEdits
from .row_codec import in_kind, plain_shape

_STORED = (int, float, str, bytes, type(None))
"""What SQLite takes; QGIS itself knows what to do with anything else."""


def edits_of(layer: QgsVectorLayer) -> tuple[TableEdits, list[int]] | None:
    """What the layer's edit buffer holds, and the feature ids that its new rows have until they are written.

    None when it holds more than rows of columns that are there: that is for QGIS itself to write.
    """
    buffer, provider = layer.editBuffer(), layer.dataProvider()
    if buffer is None or layer.providerType() != "ogr":
        return None
    fields = provider.fields()
    if changed_columns(layer):
        return None
    edits = TableEdits(table_of(layer)[1])
    rows_added = buffer.addedFeatures()  # each call copies them all
    new = sorted(rows_added, reverse=True)
    for fid in new:
        feature = rows_added[fid]
        columns = _columns(fields, dict(enumerate(feature.attributes()[: fields.count()])))
        if layer.isSpatial():
            columns[GEOMETRY] = _blob(feature.geometry())
        edits.added.append(columns)
    deleted = set(buffer.deletedFeatureIds())
    for fid, values in buffer.changedAttributeValues().items():
        if fid >= 0 and fid not in deleted and any(at >= fields.count() for at in values):
            return None
        if fid >= 0 and fid not in deleted:
            edits.changed[fid] = _columns(fields, values)
    for fid, geometry in buffer.changedGeometries().items():
        if fid >= 0 and fid not in deleted:
            edits.changed[fid] = {**edits.changed.get(fid, {}), GEOMETRY: _blob(geometry)}
    edits.deleted = sorted(deleted)
    rows = (*edits.added, *edits.changed.values())
    if not all(isinstance(value, _STORED) for columns in rows for value in columns.values()):
        return None
    return edits, new


def changed_columns(layer: QgsVectorLayer) -> set[str]:
    """The columns that the file has and the layer no longer, or the other way round: added, removed, renamed."""
    buffer, provider = layer.editBuffer(), layer.dataProvider()
    if buffer is None or provider is None:
        return set()
    there = set(provider.fields().names())
    fields = layer.fields()
    return there ^ {fields.at(n).name() for n in range(fields.count()) if fields.fieldOrigin(n) in OWN_COLUMNS}


def sql_value(field: QgsField, value: Any) -> Any:
    """A value as OGR stores it in a GeoPackage."""
    value = in_kind(field, value)
    if is_null(value):
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, QDateTime):
        # OGR stores the numbers of the clock, and a Z whatever the time zone is
        moment = value.toUTC() if value.timeSpec() == Qt.TimeSpec.UTC else value
        return moment.toString("yyyy-MM-ddTHH:mm:ss.zzz") + "Z"
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    kind = field.typeName().lower()
    if kind == "string" and isinstance(value, (int, float)):
        return str(value)
    if kind == "real" and isinstance(value, int):
        return float(value)
    return without_lone_surrogates(value) if isinstance(value, str) else value


def _columns(fields: Any, values: Mapping[int, Any]) -> dict[str, Any]:
    named = ((fields.at(at), value) for at, value in values.items() if not is_unset(value))
    return {field.name(): sql_value(field, value) for field, value in named if field.name() != FID}


def _blob(geometry: QgsGeometry) -> bytes | None:
    shape = plain_shape(geometry)
    return wkb.to_blob(shape) if shape is not None else None
