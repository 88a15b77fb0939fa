"""Writing rows and geometries into the edit buffers, with who did it. Only inside an edit session's command."""

from __future__ import annotations

import uuid
from typing import Any, Mapping

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from ...compat import is_null
from ...errors import StoreError, without_lone_surrogates
from ...i18n import tr
from ...store.gpkg.records import OddCell, Value
from ...store.gpkg.row_mapping import codes_to_text
from .edit_session import GOAL_LINKS, EditSession
from .object_index import IndexedObject


def write_values(
    edit_session: EditSession, known: IndexedObject, values: Mapping[str, object], always: bool = False
) -> bool:
    """Change columns of an object; whether something was different from before.

    `always`: write them whatever QGIS shows, since it shows what it cannot read in the file as 0 or nothing.
    """
    layer = edit_session.layer(known.lager)
    feature = layer.getFeature(known.fid)
    changes = {}
    for column, value in values.items():
        index = column_index(edit_session, layer, column)
        kept = kept_value(value)
        if always or plain(feature[index]) != kept:
            changes[index] = kept
    if not changes:
        return False
    layer = edit_session.editing(known.lager)
    for index, kept in changes.items():
        change_value(layer, known.fid, index, kept, feature)
    _mark_changed(edit_session, layer, known.fid)
    return True


def write_cells(edit_session: EditSession, code: str, fid: int, values: Mapping[str, object]) -> None:
    """Change columns of the row `fid` of a layer or table, whatever QGIS shows of them."""
    layer = edit_session.editing(code)
    for column, value in values.items():
        change_value(layer, fid, column_index(edit_session, layer, column), kept_value(value))


def cells_left(cells: tuple[OddCell, ...], layers: Mapping[str, QgsVectorLayer]) -> tuple[OddCell, ...]:
    """Those of a file's odd cells that nobody has set since in the open layers, whose rows are all still there."""
    left = tuple(cell for cell in cells if not _set_since(cell, layers.get(cell.tabell)))
    return cells if len(left) == len(cells) else left


def _set_since(cell: OddCell, layer: QgsVectorLayer | None) -> bool:
    buffer = layer.editBuffer() if layer is not None else None
    if layer is None or buffer is None:
        return False
    if buffer.isFeatureDeleted(cell.fid):
        return True
    return layer.fields().indexOf(cell.kolumn) in buffer.changedAttributeValues().get(cell.fid, {})


def write_geometry(edit_session: EditSession, known: IndexedObject, geometry: QgsGeometry) -> None:
    """Give an object a new geometry."""
    layer = edit_session.editing(known.lager)
    if not layer.changeGeometry(known.fid, geometry, True):
        raise refused(layer)
    _mark_changed(edit_session, layer, known.fid)


def add_row(edit_session: EditSession, code: str, values: Mapping[str, object], geometry: QgsGeometry) -> QgsFeature:
    """Add a row to the layer `code`; columns that are not given are empty."""
    layer = edit_session.editing(code)
    feature = QgsFeature(layer.fields())
    for column, value in values.items():
        feature.setAttribute(column_index(edit_session, layer, column), kept_value(value))
    feature.setGeometry(geometry)
    if not layer.addFeature(feature):
        raise refused(layer)
    return feature


def delete_rows(edit_session: EditSession, code: str, fids: list[int]) -> None:
    """Delete rows of a layer or table."""
    if fids and not edit_session.editing(code).deleteFeatures(fids):
        raise refused(edit_session.layer(code))


def carry_links(edit_session: EditSession, from_id: str, to_id: str) -> None:
    """Let the object `to_id` have the goal links of `from_id` too, where it lacks them."""
    layer = edit_session.layers.get(GOAL_LINKS)
    if layer is None:
        return
    has = {text(layer.getFeature(fid), "mal_id") for fid in rows_about(edit_session, GOAL_LINKS, to_id)}
    for fid in rows_about(edit_session, GOAL_LINKS, from_id):
        feature = layer.getFeature(fid)
        if text(feature, "mal_id") not in has:
            row = {field.name(): feature[field.name()] for field in feature.fields() if field.name() != "fid"}
            add_row(edit_session, GOAL_LINKS, {**row, "objekt_id": to_id}, QgsGeometry())


def rows_about(edit_session: EditSession, table: str, objekt_id: str) -> list[int]:
    """The rows of a table (goal links, comments) about the object; none when the table is not on the edit session."""
    layer = edit_session.layers.get(table)
    if layer is None:
        return []
    about = QgsExpression.createFieldEqualityExpression("objekt_id", objekt_id)
    request = QgsFeatureRequest().setFilterExpression(about)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return [feature.id() for feature in layer.getFeatures(request)]


def new_identity() -> str:
    """An objekt_id of its own."""
    return str(uuid.uuid4())


def audit(author: str, group: str) -> dict[str, object]:
    """The audit columns of a new row."""
    now = QDateTime.currentDateTimeUtc()
    return {"skapad_av": author, "skapad": now, "andrad_av": author, "andrad": now, "grupp": group, "version": 1}


def column_index(edit_session: EditSession, layer: QgsVectorLayer, column: str) -> int:
    """The place of a column. Raises StoreError when the layer has none of that name."""
    index = layer.fields().indexOf(column)
    if index < 0:
        raise StoreError(tr("Lagret {layer} har ingen uppgift {column}.").format(layer=layer.name(), column=column))
    return int(index)


def kept_value(value: object) -> object:
    """A value as the column keeps it: several codes as '{a,b}', nothing as None."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return codes_to_text(sorted(value) if isinstance(value, (set, frozenset)) else value)
    return None if value == "" else plain(value)


def plain(value: Any) -> Any:
    """A value QGIS gave, with None for its NULL and � for half a character, which newer QGIS does not take back."""
    if isinstance(value, str):
        return without_lone_surrogates(value)
    return None if is_null(value) else value


def text(feature: QgsFeature, column: str) -> str:
    """A text column; '' when empty or not there."""
    if feature.fields().indexOf(column) < 0:
        return ""
    value: Value = plain(feature[column])
    return "" if value is None else str(value)


def change_value(layer: QgsVectorLayer, fid: int, index: int, value: object, row: QgsFeature | None = None) -> None:
    """Change one value of the row `fid`. `row`: the row as it is, where the caller has it.

    Told what the value was, QGIS doesn't ask the file for it when the change is undone: a question for each value,
    which takes the longer the more rows are changed.
    """
    skip_defaults = True  # QGIS's own default would write who is logged in on the computer
    former = row[index] if row is not None else None
    if isinstance(former, str):
        former = without_lone_surrogates(former)
    if not layer.changeAttributeValue(fid, index, value, former, skip_defaults):
        raise refused(layer)


def _mark_changed(edit_session: EditSession, layer: QgsVectorLayer, fid: int) -> None:
    index = layer.fields().indexOf("andrad_av")
    row = layer.getFeature(fid) if index >= 0 and edit_session.author else None
    if row is not None and plain(row[index]) != edit_session.author:
        change_value(layer, fid, index, edit_session.author, row)


def refused(layer: QgsVectorLayer) -> StoreError:
    """What to raise when a layer would not take a change."""
    return StoreError(
        tr("Lagret {layer} tog inte emot ändringen. Kontrollera att det går att redigera.").format(layer=layer.name())
    )
