"""Fixes that a check proposes, carried out in the open layers as one undo step."""

from __future__ import annotations

import math
from typing import Callable, Mapping, Sequence

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsWkbTypes

from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import knots, reshaped
from ...store.geometry.line_following import carried
from ...store.geometry.misread_coordinates import read_anew
from ...store.gpkg.proposed_edits import (
    Edit,
    MakeValid,
    NewIdentities,
    PullEnd,
    ReadAnew,
    Remove,
    RemoveLinks,
    SetCells,
    SetValues,
)
from ..session.edit_buffer import delete_rows, new_identity, rows_about, text, write_cells, write_geometry, write_values
from ..session.edit_session import GOAL_LINKS, EditSession
from . import qgis_geometry as parts
from .network import node_places
from .objects import delete_object, display_name

LINK_LAYER = "samband"


def apply_fix(edit_session: EditSession, name: str, edits: Sequence[Edit]) -> None:
    """Do `edits` as one undo step called `name`. Raises StoreError, and then nothing of it is done."""
    with edit_session.command(name):
        for edit in edits:
            _HANDLERS[type(edit)](edit_session, edit)


def apply_fixes(
    edit_session: EditSession, name: str, proposed: Callable[[], Sequence[Sequence[Edit]]], rounds: int = 12
) -> int:
    """Apply all that is proposed, and what is proposed after that, as one undo step; gives the number of fixes applied.

    `proposed` is called again after each round, since a fix can make room for another. In one round an object is fixed
    once: two fixes of the same line do not know of each other. One that does not work is left, and not tried again.
    """
    done, refused = 0, set()
    with edit_session.command(name):
        for _ in range(rounds):
            touched: set[str] = set()
            before = done
            # What shares an id must be told apart before anything else is done to it.
            for edits in sorted(proposed(), key=lambda edits: not isinstance(edits[0], NewIdentities)):
                ids = {edit.objekt_id for edit in edits}
                if ids & touched or tuple(edits) in refused:
                    continue
                touched |= ids
                if _works(edit_session, edits):
                    done += 1
                else:
                    refused.add(tuple(edits))
            if done == before:
                break
    return done


def _works(edit_session: EditSession, edits: Sequence[Edit]) -> bool:
    """Apply one fix inside a command. What it needs is looked for before anything is written."""
    try:
        for edit in edits:
            _HANDLERS[type(edit)](edit_session, edit)
    except StoreError:
        return False
    return True


def _set_values(edit_session: EditSession, edit: SetValues) -> None:
    write_values(edit_session, edit_session.known(edit.objekt_id), dict(edit.values), always=True)


def _set_cells(edit_session: EditSession, edit: SetCells) -> None:
    layer = edit_session.editing(edit.tabell)
    fids = [edit.fid] if edit.fid is not None else list(layer.allFeatureIds())
    if len(fids) != 1 or not layer.getFeature(fids[0]).isValid():
        raise StoreError(tr("Raden finns inte längre. Spara, och gör om granskningen."))
    write_cells(edit_session, edit.tabell, fids[0], dict(edit.values))


def _remove(edit_session: EditSession, edit: Remove) -> None:
    delete_object(edit_session, edit.objekt_id)


def _pull_end(edit_session: EditSession, edit: PullEnd) -> None:
    """A stråk is drawn calmly on through the knots it has; a samband is turned, so that its bow stays."""
    known = edit_session.known(edit.objekt_id)
    lines = parts.lines_of(edit_session.feature(edit.objekt_id).geometry())
    if not lines:
        raise StoreError(tr("{thing} är ingen linje.").format(thing=display_name(edit_session, known)))
    number, place = (len(lines) - 1, -1) if edit.last else (0, 0)
    line = lines[number]
    target = min(node_places(edit_session, edit.node_id), key=lambda spot: math.dist(spot, line[place]))
    if known.lager == LINK_LAYER:
        ends = (line[0], target) if edit.last else (target, line[-1])
        lines[number] = carried(line, *ends)
    else:
        lines[number] = reshaped(line, knots(line), {place % len(line): target})
    write_geometry(edit_session, known, parts.lines_geometry(lines))


def _make_valid(edit_session: EditSession, edit: MakeValid) -> None:
    known = edit_session.known(edit.objekt_id)
    valid = edit_session.feature(edit.objekt_id).geometry().makeValid()
    pieces = valid.coerceToType(QgsWkbTypes.Type.MultiPolygon)
    areas = [piece for piece in pieces if piece.area() > 0 and piece.isGeosValid()]
    whole = QgsGeometry.collectGeometry([part for area in areas for part in area.asGeometryCollection()])
    if whole.isNull() or not whole.isGeosValid():
        sentence = tr("{thing} går inte att laga av sig själv. Rita om gränsen.")
        raise StoreError(sentence.format(thing=display_name(edit_session, known)))
    write_geometry(edit_session, known, whole)


def _read_anew(edit_session: EditSession, edit: ReadAnew) -> None:
    known = edit_session.known(edit.objekt_id)
    found = read_anew(edit_session.feature(edit.objekt_id).geometry(), edit.reading)
    if found is None:
        said = tr("{thing} går inte att räkna om. Ta bort den och rita den på nytt.")
        raise StoreError(said.format(thing=display_name(edit_session, known)))
    write_geometry(edit_session, known, found)


def _remove_links(edit_session: EditSession, edit: RemoveLinks) -> None:
    layer = edit_session.layer(GOAL_LINKS)
    rows = [
        fid
        for fid in rows_about(edit_session, GOAL_LINKS, edit.objekt_id)
        if text(layer.getFeature(fid), "mal_id") == edit.mal_id
    ]
    # What is saved stays before what is not: rows that are not in the file yet have negative numbers.
    rows.sort(key=lambda fid: (fid < 0, abs(fid)))
    delete_rows(edit_session, GOAL_LINKS, rows[1:] if edit.keep_one else rows)


def _new_identities(edit_session: EditSession, edit: NewIdentities) -> None:
    """The one drawn first keeps the id; saved rows have positive numbers, rows since then -2, -3 ..."""
    escaped = edit.objekt_id.replace("'", "''")
    request = QgsFeatureRequest().setFilterExpression(f"\"objekt_id\" = '{escaped}'")
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    sharing = [
        (feature.id() < 0, abs(feature.id()), code, feature.id())
        for code, layer in edit_session.layers.items()
        if layer.fields().indexOf("klass") >= 0
        for feature in layer.getFeatures(request)
    ]
    for _new, _order, code, fid in sorted(sharing)[1:]:
        layer = edit_session.editing(code)
        if not layer.changeAttributeValue(fid, layer.fields().indexOf("objekt_id"), new_identity(), None, True):
            raise StoreError(tr("Det gick inte att ge kopian ett eget id. Ta bort den och rita den på nytt."))


_HANDLERS: Mapping[type, Callable[..., None]] = {
    SetValues: _set_values,
    SetCells: _set_cells,
    PullEnd: _pull_end,
    MakeValid: _make_valid,
    ReadAnew: _read_anew,
    Remove: _remove,
    RemoveLinks: _remove_links,
    NewIdentities: _new_identities,
}
