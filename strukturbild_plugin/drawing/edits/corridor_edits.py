"""Which nodes a corridor (stråk) goes through: insert and remove one, branch, split, join. Each is one undo step."""

from __future__ import annotations

import math
from typing import Sequence

from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point, reshaped
from ...store.geometry.line_following import MAX_NODE_DISTANCE_M, foot_on, marked, nearest_vertex
from ..session.edit_buffer import carry_links, delete_rows, rows_about, text, write_geometry, write_values
from ..session.edit_session import EditSession
from ..session.object_index import IndexedObject
from . import qgis_geometry as parts
from .network import Anchor, draw_corridor, node_places
from .node_references import chain_of
from .objects import NewObject, copy_row, display_name
from .qgis_geometry import Where, xy


def insert_node(edit_session: EditSession, corridor_id: str, node_id: str) -> None:
    """Let a corridor go through one more node, where it passes nearest; beyond an end it becomes longer."""
    corridor, node = _corridor(edit_session, corridor_id), edit_session.known(node_id)
    if node_id in corridor.noder:
        raise StoreError(_sentence(tr("{thing} ligger redan på {strak}."), edit_session, node, corridor))
    lines = _lines(edit_session, corridor)
    part, spot = min(
        ((part, spot) for part in range(len(lines)) for spot in node_places(edit_session, node_id)),
        key=lambda pair: _distance(lines[pair[0]], pair[1]),
    )
    stops = _stops(edit_session, corridor, lines[part])
    line, marks, at = marked(lines[part], spot)
    grown = len(line) - len(lines[part])
    nodes = {place + grown if place >= at else place for place in stops.values()}
    if at in (0, len(line) - 1) and math.dist(line[at], spot) > 1.0:
        lines[part] = _longer(line, marks, spot, at == 0)
        chain = (node_id, *corridor.noder) if at == 0 else (*corridor.noder, node_id)
    else:
        away = math.dist(line[at], spot)
        inner = [mark for mark in marks if mark not in (0, at, len(line) - 1) and mark not in nodes]
        # A free knot nearer than the bend is wide would make a kink of it.
        drop = [mark for mark in inner if math.dist(line[mark], line[at]) < away]
        lines[part] = reshaped(line, marks, {at: spot}, drop)
        before = sum(1 for each in corridor.noder if each in stops and stops[each] < at)
        chain = (*corridor.noder[:before], node_id, *corridor.noder[before:])
    with edit_session.command(_sentence(tr("Lägg till {thing} på {strak}"), edit_session, node, corridor)):
        write_geometry(edit_session, corridor, parts.lines_geometry(lines))
        write_values(edit_session, corridor, {"noder": chain})


def remove_node_from(edit_session: EditSession, corridor_id: str, node_id: str) -> None:
    """Take a node out of a corridor; when it is the end, the corridor ends at the next node."""
    corridor, node = _corridor(edit_session, corridor_id), edit_session.known(node_id)
    if node_id not in corridor.noder:
        raise StoreError(_sentence(tr("{thing} ligger inte på {strak}."), edit_session, node, corridor))
    chain = chain_of([each for each in corridor.noder if each != node_id])
    feature = edit_session.feature(corridor_id)
    if len(chain) + sum(1 for column in ("mot_start", "mot_slut") if text(feature, column)) < 2:
        raise StoreError(tr("Ett stråk behöver minst två noder. Ta bort hela stråket i stället."))
    lines = _lines(edit_session, corridor)
    changed = [_without(edit_session, corridor, line, node_id) for line in lines]
    with edit_session.command(_sentence(tr("Ta bort {thing} från {strak}"), edit_session, node, corridor)):
        if changed != lines:
            write_geometry(edit_session, corridor, parts.lines_geometry(changed))
        write_values(edit_session, corridor, {"noder": chain})


def pull(edit_session: EditSession, line_id: str, at: Where, to: Where) -> None:
    """Pull a line where it passes nearest to `at` to `to` (EPSG:3006), smoothly; its nodes and other points stay."""
    known = edit_session.known(line_id)
    lines, hold, target = _lines(edit_session, known), xy(at), xy(to)
    part = min(range(len(lines)), key=lambda place: _distance(lines[place], hold))
    line, marks, place = marked(lines[part], hold)
    at_node = place in _stops(edit_session, known, line).values() and math.dist(line[place], hold) <= 1.0
    if at_node or (place in (0, len(line) - 1) and known.ties()):
        raise StoreError(tr("Linjen är kopplad till noden där. Flytta noden, eller dra längre från den."))
    lines[part] = reshaped(line, marks, {place: target})
    with edit_session.command(tr("Böj {thing}").format(thing=display_name(edit_session, known))):
        write_geometry(edit_session, known, parts.lines_geometry(lines))


def branch_from(
    edit_session: EditSession,
    corridor_id: str,
    at: Where,
    path: Sequence[Anchor],
    mot_slut: str = "",
    tolerance: float = 0.0,
) -> str:
    """Draw a new corridor of the same kind along `path`, starting on another; gives its objekt_id.

    It starts at the other's node within `tolerance` metres of `at` (EPSG:3006), else where the other passes nearest.
    """
    corridor, point = _corridor(edit_session, corridor_id), xy(at)
    near = edit_session.objects.nodes_near(*point, tolerance) if tolerance else []
    start: Anchor = next((objekt_id for _, objekt_id in near if objekt_id in corridor.noder), "")
    if not start:
        line = min(_lines(edit_session, corridor), key=lambda each: _distance(each, point))
        with_it, _, place = marked(line, point)
        start = with_it[place]
    feature = edit_session.feature(corridor_id)
    kind = {column: text(feature, column) for column in ("niva", "undertyp", "bild_id", "status")}
    with edit_session.command(tr("Förgrena {strak}").format(strak=display_name(edit_session, corridor))):
        return draw_corridor(edit_session, NewObject(corridor.klass, **kind), [start, *path], mot_slut=mot_slut)


def split_at_node(edit_session: EditSession, corridor_id: str, node_id: str) -> tuple[str, str]:
    """Cut a corridor in two at a node on it; gives both. The second is new, with the same texts and goals."""
    corridor, node = _corridor(edit_session, corridor_id), edit_session.known(node_id)
    line = _only_line(edit_session, corridor)
    at = _stops(edit_session, corridor, line).get(node_id, 0)
    if at in (0, len(line) - 1):
        raise StoreError(
            _sentence(tr("{strak} kan bara delas vid en nod mellan sina ändar."), edit_session, node, corridor)
        )
    place = corridor.noder.index(node_id)
    with edit_session.command(_sentence(tr("Dela {strak} vid {thing}"), edit_session, node, corridor)):
        changes = {"noder": corridor.noder[place:], "mot_start": ""}
        second = copy_row(edit_session, corridor, changes, parts.lines_geometry([line[at:]]))
        carry_links(edit_session, corridor_id, second)
        write_geometry(edit_session, corridor, parts.lines_geometry([line[: at + 1]]))
        write_values(edit_session, corridor, {"noder": corridor.noder[: place + 1], "mot_slut": ""})
    return corridor_id, second


def join_corridors(edit_session: EditSession, corridor_id: str, other_id: str) -> str:
    """Make one corridor of two that meet in an end node; the first is kept, with the goals of both."""
    first, other = _corridor(edit_session, corridor_id), _corridor(edit_session, other_id)
    shared = _shared_end(first, other)
    if not shared or corridor_id == other_id or first.bild_id != other.bild_id:
        raise StoreError(tr("Stråken möts inte i någon ändnod. Välj två som börjar eller slutar i samma nod."))
    line, tail = _only_line(edit_session, first), _only_line(edit_session, other)
    chain, rest = first.noder, other.noder
    ends = [text(edit_session.feature(corridor_id), column) for column in ("mot_start", "mot_slut")]
    far = [text(edit_session.feature(other_id), column) for column in ("mot_start", "mot_slut")]
    at_end = chain[-1] == shared
    if (rest[0] == shared) != at_end:
        tail, rest, far = tail[::-1], rest[::-1], far[::-1]
    pieces = (line, tail) if at_end else (tail, line)
    nodes = (*chain, *rest[1:]) if at_end else (*rest, *chain[1:])
    goes_on = (ends[0], far[1]) if at_end else (far[0], ends[1])
    with edit_session.command(
        tr("Foga ihop {strak} och {thing}").format(
            strak=display_name(edit_session, first), thing=display_name(edit_session, other)
        )
    ):
        write_geometry(edit_session, first, parts.lines_geometry([_together(*pieces)]))
        write_values(edit_session, first, {"noder": chain_of(nodes), "mot_start": goes_on[0], "mot_slut": goes_on[1]})
        carry_links(edit_session, other_id, corridor_id)
        delete_rows(edit_session, "objekt_mal", rows_about(edit_session, "objekt_mal", other_id))
        delete_rows(edit_session, other.lager, [other.fid])
    return corridor_id


def joinable(edit_session: EditSession, corridor_id: str) -> tuple[str, ...]:
    """The corridors of the same picture that begin or end where this one does, in its order."""
    first = edit_session.known(corridor_id)
    found: list[str] = []
    for node_id in dict.fromkeys((*first.noder[-1:], *first.noder[:1])):
        for other in edit_session.objects.tied_to(node_id):
            ends = (other.noder[:1] + other.noder[-1:]) if other.bild_id == first.bild_id else ()
            if node_id in ends and other.objekt_id != corridor_id and other.lager == first.lager:
                found.append(other.objekt_id)
    return tuple(dict.fromkeys(found))


def _corridor(edit_session: EditSession, corridor_id: str) -> IndexedObject:
    known = edit_session.known(corridor_id)
    if edit_session.layer(known.lager).fields().indexOf("noder") < 0:
        raise StoreError(tr("{thing} är inget stråk.").format(thing=display_name(edit_session, known)))
    return known


def _lines(edit_session: EditSession, corridor: IndexedObject) -> list[list[Point]]:
    lines = parts.lines_of(edit_session.feature(corridor.objekt_id).geometry())
    if not lines:
        raise StoreError(tr("{thing} är inte ritat än.").format(thing=display_name(edit_session, corridor)))
    return lines


def _only_line(edit_session: EditSession, corridor: IndexedObject) -> list[Point]:
    lines = _lines(edit_session, corridor)
    if len(lines) > 1:
        raise StoreError(
            tr("{thing} består av flera delar. Rita om det som en linje först.").format(thing=corridor.namn)
        )
    return lines[0]


def _distance(line: Sequence[Point], point: Point) -> float:
    return min(math.dist(point, foot_on(point, start, end)) for start, end in zip(line, line[1:]))


def _stops(edit_session: EditSession, corridor: IndexedObject, line: Sequence[Point]) -> dict[str, int]:
    """Where along the line its nodes are (place of the vertex); nodes it does not pass are left out."""
    stops = {}
    for node_id in corridor.noder:
        node = edit_session.objects.get(node_id)
        spots = node.places if node else ()
        near = [(math.dist(line[at], spot), at) for spot in spots for at in (nearest_vertex(line, spot),)]
        if near and min(near)[0] <= MAX_NODE_DISTANCE_M:
            stops[node_id] = min(near)[1]
    return stops


def _longer(line: list[Point], marks: Sequence[int], spot: Point, at_start: bool) -> list[Point]:
    if at_start:
        return reshaped([spot, *line], [mark + 1 for mark in marks], {0: spot})
    return reshaped([*line, spot], marks, {len(line): spot})


def _without(edit_session: EditSession, corridor: IndexedObject, line: list[Point], node_id: str) -> list[Point]:
    stops = _stops(edit_session, corridor, line)
    at = stops.pop(node_id, None)
    if at is None:
        return line
    left = sorted(stops.values())
    if at == len(line) - 1 and left and left[-1] > 0:
        return line[: left[-1] + 1]
    if at == 0 and left and left[0] < len(line) - 1:
        return line[left[0] :]
    _, marks, _ = marked(line, line[at])
    return reshaped(line, marks, {}, [at]) if 0 < at < len(line) - 1 else line


def _shared_end(first: IndexedObject, other: IndexedObject) -> str:
    """The end node both have; of two, the one at the first's end."""
    if not first.noder or not other.noder:
        return ""
    ends = (other.noder[0], other.noder[-1])
    return next((node_id for node_id in (first.noder[-1], first.noder[0]) if node_id in ends), "")


def _together(head: list[Point], tail: list[Point]) -> list[Point]:
    """One calm line of two that meet."""
    meet = len(head) - 1
    _, head_marks, _ = marked(head, head[-1])
    _, tail_marks, _ = marked(tail, tail[0])
    skip = 1 if math.dist(head[-1], tail[0]) <= 1.0 else 0
    marks = [*head_marks, *(mark + meet + 1 - skip for mark in tail_marks)]
    return reshaped([*head, *tail[skip:]], marks, {meet: head[-1]})


def _sentence(sentence: str, edit_session: EditSession, node: IndexedObject, corridor: IndexedObject) -> str:
    return sentence.format(thing=display_name(edit_session, node), strak=display_name(edit_session, corridor))
