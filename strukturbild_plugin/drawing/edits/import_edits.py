"""A planned import carried out in the open layers, as one undo step."""

from __future__ import annotations

from typing import Mapping, Sequence

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.records import ObjectRecord
from ...store.gpkg.row_mapping import object_row
from ...store.importing.plan import ImportEdits, ObjectEdit
from ...store.schema.tables import GEOMETRY, extra_attributes
from ..session.edit_buffer import add_row, audit, change_value, column_index, kept_value, plain, refused, text
from ..session.edit_session import GOAL_LINKS, EditSession
from ..session.object_index import IndexedObject
from ..session.row_codec import as_geometry, as_value
from .network import move_node
from .qgis_geometry import points_of

_CHANGED_BY = "andrad_av"


def apply_import(edit_session: EditSession, name: str, edits: ImportEdits) -> None:
    """Do `edits` (see ImportPlan.edits) as one undo step called `name`. Corridors and links follow nodes that move.

    Raises StoreError when the strukturbild has changed since the plan was made, and then nothing of it is done.
    """
    known = [record for record in edits.new if edit_session.objects.get(record.objekt_id) is not None]
    gone = [edit for edit in edits.changed if edit_session.objects.get(edit.objekt_id) is None]
    if known or gone:
        raise StoreError(tr("Strukturbilden har ändrats sedan importen planerades. Inget importerades. Försök igen."))
    with edit_session.command(name):
        _change_all(edit_session, edits.changed)
        for record in edits.new:
            _add(edit_session, record)
        _link(edit_session, edits)


def _add(edit_session: EditSession, record: ObjectRecord) -> None:
    codes = [attribute.kod for attribute in extra_attributes(edit_session.catalogue, record.lager)]
    layer = edit_session.layer(record.lager)
    cells = {column: value for column, value in object_row(record, codes).items() if value is not None}
    cells.pop(GEOMETRY, None)
    row = {column: _value(edit_session, layer, column, value) for column, value in cells.items()}
    shape = as_geometry(layer, record.wkb)
    add_row(edit_session, record.lager, {**audit(edit_session.author, edit_session.group), **row}, shape)


def _change_all(edit_session: EditSession, edits: Sequence[ObjectEdit]) -> None:
    """Change objects: their shapes, then the nodes that lines follow, then what they say. What is there is looked up
    once, before anything is written: each look after a write would read the row again.

    Undo goes the other way. QGIS asks the file for the shape that a row had, which takes it the longer the more rows
    say something else than the file: so what they say is undone first.
    """
    known = [(edit, edit_session.known(edit.objekt_id)) for edit in edits]
    followed = {one.objekt_id for edit, one in known if edit.wkb and edit_session.objects.tied_to(one.objekt_id)}
    rows = _rows_of(edit_session, [one for _, one in known])
    moves = []
    for edit, one in known:
        if edit.wkb is None:
            continue
        layer = edit_session.editing(one.lager)
        shape = as_geometry(layer, edit.wkb)
        places = points_of(shape) if one.objekt_id in followed else []
        if len(places) == len(one.places) == 1:
            moves.append((one.objekt_id, places[0]))
        elif not layer.changeGeometry(one.fid, shape, True):
            raise refused(layer)
    for objekt_id, place in moves:
        move_node(edit_session, objekt_id, place)
    for edit, one in known:
        layer = edit_session.editing(one.lager)
        values = {column: _value(edit_session, layer, column, value) for column, value in edit.values.items()}
        if edit_session.author:
            values[_CHANGED_BY] = edit_session.author
        for column, value in values.items():
            index = column_index(edit_session, layer, column)
            change_value(layer, one.fid, index, value, rows[one.lager, one.fid])


def _rows_of(edit_session: EditSession, known: Sequence[IndexedObject]) -> dict[tuple[str, int], QgsFeature]:
    """The rows of some objects, without their shapes, by layer and feature id."""
    found = {}
    for code in dict.fromkeys(one.lager for one in known):
        request = QgsFeatureRequest().setFilterFids([one.fid for one in known if one.lager == code])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        found.update({(code, row.id()): row for row in edit_session.layer(code).getFeatures(request)})
    return found


def _link(edit_session: EditSession, edits: ImportEdits) -> None:
    """Tie the objects to goals; a tie that is there gets the new contribution."""
    if not edits.links:
        return
    layer = edit_session.layer(GOAL_LINKS)
    there = {(text(row, "objekt_id"), text(row, "mal_id")): row for row in layer.getFeatures()}
    made = {
        column: value for column, value in audit(edit_session.author, "").items() if column not in ("grupp", "version")
    }
    for objekt_id, mal_id, bidrag in edits.links:
        row = there.get((objekt_id, mal_id))
        if row is None:
            values: Mapping[str, object] = {"objekt_id": objekt_id, "mal_id": mal_id, "bidrag": bidrag, **made}
            add_row(edit_session, GOAL_LINKS, values, QgsGeometry())
        elif plain(row["bidrag"]) != bidrag:
            editing = edit_session.editing(GOAL_LINKS)
            change_value(editing, row.id(), column_index(edit_session, editing, "bidrag"), bidrag, row)


def _value(edit_session: EditSession, layer: QgsVectorLayer, column: str, value: object) -> object:
    """A value as the column holds it. StoreError names the one that it cannot hold."""
    field = layer.fields().at(column_index(edit_session, layer, column))
    kept = kept_value(value)
    try:
        return as_value(field, kept)  # type: ignore[arg-type]
    except ValueError as error:
        raise StoreError(
            tr("”{värde}” kan inte stå i {kolumn}. Rätta det i källan och försök igen.").format(
                värde=str(kept)[:60], kolumn=column
            )
        ) from error
