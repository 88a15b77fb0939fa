"""Joint nodes: several places that are one node together (Kristianstad–Hässleholm). Each change is one undo step."""

from __future__ import annotations

import math
from typing import Sequence

from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point
from ...store.geometry.line_following import nearest_vertex
from ...store.gpkg.row_mapping import text_to_codes
from ..session.edit_buffer import carry_links, delete_rows, rows_about, text, write_geometry, write_values
from ..session.edit_session import GOAL_LINKS, EditSession
from ..session.object_index import NODES, IndexedObject
from . import qgis_geometry as parts
from .node_references import chain_of, ends_of, rename_references, renamed_references
from .objects import NewObject, add_object, copy_row, display_name

BETWEEN = "–"
"""What stands between the names of a joint node."""


def join_nodes(edit_session: EditSession, ids: Sequence[str], name: str = "") -> str:
    """Make one joint node of several; the first is kept, and has the places, roles, goals and lines of all.

    Without `name` it is called by all their names.
    """
    nodes = [edit_session.known(objekt_id) for objekt_id in dict.fromkeys(ids)]
    if len(nodes) < 2 or any(node.lager != NODES for node in nodes):
        raise StoreError(tr("Välj minst två noder att slå ihop."))
    if len({node.bild_id for node in nodes}) > 1:
        raise StoreError(tr("Noderna ligger i olika bilder. Välj noder i samma bild."))
    first, others = nodes[0], nodes[1:]
    name = name or BETWEEN.join(node.namn for node in nodes if node.namn)
    roles = [role for node in nodes for role in text_to_codes(text(edit_session.feature(node.objekt_id), "roll"))]
    gone = {node.objekt_id for node in others}
    with edit_session.command(tr("Slå ihop till {thing}").format(thing=name or display_name(edit_session, first))):
        write_geometry(edit_session, first, parts.points_geometry([spot for node in nodes for spot in node.places]))
        write_values(edit_session, first, {"namn": name, "roll": tuple(dict.fromkeys(roles))})
        for node in others:
            rename_references(
                edit_session,
                node.objekt_id,
                lambda referring: renamed_references(referring, lambda each: ids[0] if each in gone else each),
            )
            carry_links(edit_session, node.objekt_id, first.objekt_id)
            delete_rows(edit_session, GOAL_LINKS, rows_about(edit_session, GOAL_LINKS, node.objekt_id))
        delete_rows(edit_session, NODES, [node.fid for node in others])
    return first.objekt_id


def joint_of_places(
    edit_session: EditSession, prefill: NewObject, places: Sequence[tuple[str, Point]], known: Sequence[str] = ()
) -> str:
    """One joint node of several named places, of which `known` are nodes already; gives its objekt_id."""
    if len(places) + len(known) < 2:
        raise StoreError(tr("En flernod behöver minst två orter."))
    if not known:
        named = BETWEEN.join(name for name, _ in places)
        return add_object(edit_session, prefill, parts.points_geometry([spot for _, spot in places]), named)
    with edit_session.command(tr("Rita flernod")):
        made = [add_object(edit_session, prefill, parts.points_geometry([spot]), name) for name, spot in places]
        return join_nodes(edit_session, [*known, *made])


def split_node(edit_session: EditSession, objekt_id: str) -> tuple[str, ...]:
    """Make one node of each place of a joint node; gives them all, the kept one first.

    Each line then refers to the place it goes to. Texts, level, roles and goals go to every one of them.
    """
    node = edit_session.known(objekt_id)
    if node.lager != NODES or len(node.places) < 2:
        raise StoreError(tr("{thing} är ingen gemensam nod.").format(thing=display_name(edit_session, node)))
    names = [name.strip() for name in node.namn.split(BETWEEN)]
    if len(names) != len(node.places):
        names = [node.namn] * len(node.places)
    referring = edit_session.objects.tied_to(objekt_id)
    with edit_session.command(tr("Dela upp {thing}").format(thing=display_name(edit_session, node))):
        made = [objekt_id]
        for name, spot in zip(names[1:], node.places[1:]):
            made.append(copy_row(edit_session, node, {"namn": name}, parts.points_geometry([spot])))
            carry_links(edit_session, objekt_id, made[-1])
        for each in referring:
            _refer_by_place(edit_session, each, node, made)
        write_geometry(edit_session, node, parts.points_geometry(node.places[:1]))
        write_values(edit_session, node, {"namn": names[0]})
    return tuple(made)


def _refer_by_place(
    edit_session: EditSession, referring: IndexedObject, node: IndexedObject, made: Sequence[str]
) -> None:
    """Let a line that referred to the joint node refer to those of its places that it goes to; an area to one."""
    lines = (
        parts.lines_of(edit_session.feature(referring.objekt_id).geometry())
        if node.objekt_id in _of_line(referring)
        else []
    )
    vertices = [vertex for line in lines for vertex in line]
    if not vertices:
        return
    if node.objekt_id in referring.noder:
        chain: list[str] = []
        for each in referring.noder:
            chain.extend(_along(vertices, node.places, made) if each == node.objekt_id else [each])
        write_values(edit_session, referring, {"noder": chain_of(chain)})
        return
    sides = [lines[0][0], lines[-1][-1]]
    if referring.singles.get("fran_id") != node.objekt_id or referring.singles.get("till_id") != node.objekt_id:
        sides = [min(sides, key=lambda side: min(math.dist(side, spot) for spot in node.places))] * 2
    nearest = [made[_nearest(node.places, side)] for side in sides]
    values = dict(zip(("fran_id", "till_id"), nearest))
    write_values(
        edit_session, referring, {column: value for column, value in values.items() if _names(referring, column, node)}
    )


def _of_line(referring: IndexedObject) -> tuple[str, ...]:
    return (*referring.noder, *ends_of(referring))


def _names(referring: IndexedObject, column: str, node: IndexedObject) -> bool:
    return referring.singles.get(column) == node.objekt_id


def _nearest(places: Sequence[Point], point: Point) -> int:
    return min(range(len(places)), key=lambda place: math.dist(places[place], point))


def _along(vertices: Sequence[Point], places: Sequence[Point], made: Sequence[str]) -> list[str]:
    """The places a stråk passes, in its order; the nearest one when it passes none exactly."""
    reached = [(nearest_vertex(vertices, spot), number) for number, spot in enumerate(places)]
    exact = [(at, number) for at, number in reached if math.dist(vertices[at], places[number]) <= 1.0]
    if not exact:
        exact = [min(reached, key=lambda pair: math.dist(vertices[pair[0]], places[pair[1]]))]
    return [made[number] for _, number in sorted(exact)]
