"""Objects in the edit session: add, change, delete and copy them to another picture. Each is one undo step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ...errors import StoreError
from ...i18n import tr
from ..session.edit_buffer import (
    add_row,
    audit,
    carry_links,
    delete_rows,
    new_identity,
    plain,
    rows_about,
    write_geometry,
    write_values,
)
from ..session.edit_session import COMMENTS, GOAL_LINKS, VOTES, EditSession
from ..session.object_index import CHAIN, IndexedObject
from .node_references import NodeReferences, chain_of, node_references, rename_references, renamed_references
from .qgis_geometry import kind_of

_DEFAULTED = ("niva", "osakerhet")
"""Columns that the form gives a value from the catalogue when nobody has chosen one."""


@dataclass(frozen=True)
class NewObject:
    """What a new object is before anybody has said more: the class of the draw mode and what goes with it.

    '' in `niva` lets the catalogue choose, in `status` it is none: drawn solid, and not in the legend; in `author`,
    `group` it means the edit session's own.
    """

    klass: str
    niva: str = ""
    undertyp: str = ""
    bild_id: str = ""
    status: str = ""
    author: str = ""
    group: str = ""


def layer_for(edit_session: EditSession, klass: str, kind: str) -> str:
    """The layer objects of `klass` with geometry `kind` lie in. Raises StoreError when it is not drawn so."""
    found = edit_session.catalogue.object_class(klass)
    if found is None:
        raise StoreError(tr("Klassen ”{klass}” finns inte i den här strukturbilden.").format(klass=klass))
    if kind not in found.lager:
        drawn = ", ".join(found.lager)
        raise StoreError(tr("{klass} ritas inte så. Den ritas som {kinds}.").format(klass=found.namn.sv, kinds=drawn))
    return found.lager[kind]


def add_object(
    edit_session: EditSession,
    prefill: NewObject,
    geometry: QgsGeometry,
    name: str = "",
    values: Mapping[str, object] | None = None,
) -> str:
    """Add an object with all that `prefill` and the catalogue say; gives its objekt_id. `values`: further columns.

    `geometry` in EPSG:3006. Raises StoreError when the class is not drawn with it.
    """
    code = layer_for(edit_session, prefill.klass, kind_of(geometry))
    layer = edit_session.layer(code)
    objekt_id = new_identity()
    row: dict[str, object] = {
        "objekt_id": objekt_id,
        "bild_id": prefill.bild_id,
        "klass": prefill.klass,
        "namn": name,
        "niva": prefill.niva,
        "undertyp": prefill.undertyp,
        "status": prefill.status,
        **audit(prefill.author or edit_session.author, prefill.group or edit_session.group),
    }
    row.update(values or {})
    _fill(layer, row)
    with edit_session.command(tr("Rita {thing}").format(thing=name or _class_name(edit_session, prefill.klass))):
        add_row(edit_session, code, row, as_multi(geometry))
    return objekt_id


def set_values(edit_session: EditSession, objekt_id: str, values: Mapping[str, object]) -> bool:
    """Set columns of an object (codes; several codes as a tuple); whether anything became different."""
    known = edit_session.known(objekt_id)
    with edit_session.command(tr("Ändra {thing}").format(thing=display_name(edit_session, known))):
        return write_values(edit_session, known, values)


def set_geometry(edit_session: EditSession, objekt_id: str, geometry: QgsGeometry) -> None:
    """Give an object another geometry of its own kind; what hangs on a node is left (see network.move_node)."""
    known = edit_session.known(objekt_id)
    if layer_for(edit_session, known.klass, kind_of(geometry)) != known.lager:
        raise StoreError(tr("{thing} ligger i ett annat slags lager.").format(thing=display_name(edit_session, known)))
    with edit_session.command(tr("Rita om {thing}").format(thing=display_name(edit_session, known))):
        write_geometry(edit_session, known, as_multi(geometry))


def delete_object(edit_session: EditSession, objekt_id: str, goals: bool = True) -> NodeReferences:
    """Delete an object and say what referred to it; ask with `node_references` first.

    Lines that referred to it keep their shape. With `goals` its goal links go in the same step; else they are left, and
    the file takes them away when it is saved. Its votes go, too. Comments stay on the map without it.
    """
    known, loosened = edit_session.known(objekt_id), node_references(edit_session, objekt_id)
    with edit_session.command(tr("Ta bort {thing}").format(thing=display_name(edit_session, known))):
        rename_references(
            edit_session,
            objekt_id,
            lambda referring: renamed_references(referring, lambda node_id: "" if node_id == objekt_id else node_id),
        )
        if goals:
            delete_rows(edit_session, GOAL_LINKS, rows_about(edit_session, GOAL_LINKS, objekt_id))
        for fid in rows_about(edit_session, COMMENTS, objekt_id):
            layer = edit_session.editing(COMMENTS)
            layer.changeAttributeValue(fid, layer.fields().indexOf("objekt_id"), None, None, True)
        delete_rows(edit_session, VOTES, rows_about(edit_session, VOTES, objekt_id))
        delete_rows(edit_session, known.lager, [known.fid])
    return loosened


def delete_objects(edit_session: EditSession, ids: Sequence[str]) -> None:
    """Delete several objects in one step."""
    with edit_session.command(tr("Ta bort {number} objekt").format(number=len(ids))):
        for objekt_id in ids:
            delete_object(edit_session, objekt_id)


def copy_all(edit_session: EditSession, ids: Sequence[str], bild_id: str) -> tuple[str, ...]:
    """Copy several objects to another picture in one step, nodes first; gives the copies.

    Those already there are left out. Raises StoreError when all of them are there already.
    """
    wanted = [objekt_id for objekt_id in ids if not counterpart(edit_session, objekt_id, bild_id)]
    if not wanted:
        raise StoreError(tr("Det du valt finns redan i den bilden."))
    if len(wanted) == 1:
        return (copy_to_picture(edit_session, wanted[0], bild_id),)
    wanted.sort(key=lambda objekt_id: bool(edit_session.known(objekt_id).ties()))
    with edit_session.command(tr("Kopiera {number} objekt till en annan bild").format(number=len(wanted))):
        return tuple(copy_to_picture(edit_session, objekt_id, bild_id) for objekt_id in wanted)


def counterpart(edit_session: EditSession, objekt_id: str, bild_id: str) -> str:
    """The same object in another picture, by ursprung_id; '' when it is not drawn there."""
    known = edit_session.known(objekt_id)
    if known.bild_id == bild_id:
        return objekt_id
    same = edit_session.objects.of_origin(known.ursprung_id or known.objekt_id)
    return next((other.objekt_id for other in same if other.bild_id == bild_id), "")


def copy_to_picture(
    edit_session: EditSession, objekt_id: str, bild_id: str, with_nodes: bool = True, with_goals: bool = True
) -> str:
    """Copy an object to another picture and give the copy's objekt_id; `ursprung_id` ties the two.

    `with_goals`: its goal links, and those of nodes that are copied, go along.

    What it says about nodes becomes their counterparts there; `with_nodes` copies those that are missing, in the same
    step. Raises StoreError when it is already in that picture.
    """
    known = edit_session.known(objekt_id)
    if counterpart(edit_session, objekt_id, bild_id):
        raise StoreError(tr("{thing} finns redan i den bilden.").format(thing=display_name(edit_session, known)))
    with edit_session.command(tr("Kopiera {thing} till en annan bild").format(thing=display_name(edit_session, known))):
        there = {}
        for node_id in sorted(known.ties()):
            if edit_session.objects.get(node_id) is None:
                continue
            there[node_id] = counterpart(edit_session, node_id, bild_id)
            if with_nodes and not there[node_id]:
                there[node_id] = copy_to_picture(edit_session, node_id, bild_id, with_goals=with_goals)
        made = copy_row(
            edit_session,
            known,
            {
                "bild_id": bild_id,
                "ursprung_id": known.ursprung_id or known.objekt_id,
                **_without_layer_gaps(edit_session, known, there),
            },
        )
        if with_goals:
            carry_links(edit_session, objekt_id, made)
        return made


def copy_row(
    edit_session: EditSession, known: IndexedObject, changes: Mapping[str, object], geometry: QgsGeometry | None = None
) -> str:
    """Inside a command: a new object like `known` with other values in some columns; gives its objekt_id."""
    feature = edit_session.feature(known.objekt_id)
    row = {
        field.name(): plain(feature[field.name()])
        for field in feature.fields()
        if field.name() != "fid" and plain(feature[field.name()]) is not None
    }
    objekt_id = new_identity()
    author, group = (
        edit_session.author or str(row.get("skapad_av", "")),
        edit_session.group or str(row.get("grupp", "")),
    )
    row.update({"objekt_id": objekt_id, **audit(author, group), **changes})
    add_row(edit_session, known.lager, row, geometry or feature.geometry())
    return objekt_id


def display_name(edit_session: EditSession, known: IndexedObject) -> str:
    """The display name of an object in a sentence."""
    return known.namn or _class_name(edit_session, known.klass)


def as_multi(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry as the multi type that the tables hold, without heights."""
    made = QgsGeometry(geometry)
    made.get().dropZValue()
    made.get().dropMValue()
    made.convertToMultiType()
    return made


def _without_layer_gaps(edit_session: EditSession, known: IndexedObject, there: Mapping[str, str]) -> dict[str, object]:
    changes: dict[str, object] = {column: there.get(node_id, "") for column, node_id in known.singles.items()}
    if known.noder:
        changes[CHAIN] = chain_of([there.get(node_id, "") for node_id in known.noder])
    return changes


def _fill(layer: QgsVectorLayer, row: dict[str, object]) -> None:
    """Ask the layer's own defaults, which come from the catalogue, for what is not chosen."""
    feature = QgsFeature(layer.fields())
    for column in ("klass", "bild_id"):
        if not row[column]:
            row[column] = plain(layer.defaultValue(layer.fields().indexOf(column), feature))
        feature.setAttribute(column, row[column])
    for column in _DEFAULTED:
        if not row.get(column):
            row[column] = plain(layer.defaultValue(layer.fields().indexOf(column), feature))
    if not row["bild_id"]:
        raise StoreError(tr("Välj vilken bild du ritar i först."))


def _class_name(edit_session: EditSession, klass: str) -> str:
    found = edit_session.catalogue.object_class(klass)
    return found.namn.sv if found else klass
