"""The network on the map: corridors (stråk) and links (samband) refer to nodes by objekt_id, and follow when one moves.

A path is what was clicked, in order: node ids, and free points (x, y in EPSG:3006) that the line goes through between.
"""

from __future__ import annotations

import math
from typing import Callable, Sequence, Union

from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point, arc, smooth_line
from ...store.geometry.line_following import corridor_after, link_after
from ..session.edit_buffer import write_geometry
from ..session.edit_session import EditSession
from ..session.object_index import NODES, IndexedObject
from . import qgis_geometry as parts
from .node_references import chain_of, ends_of
from .objects import NewObject, add_object, display_name
from .qgis_geometry import Where, xy

Anchor = Union[str, Where]

LINK_BENDS = (0.0, 0.1, -0.24, 0.24, -0.38, 0.38, -0.52)
"""How much each further samband between the same two nodes bends, positive to the left, as a share of their distance.

The first is stored straight; the symbol set bends such a line a tenth to the right of its direction (`bage`).
"""
_STRAIGHT_LINK_BEND = -0.1
_MIN_BEND_DIFFERENCE = 0.07


def nearest_node(edit_session: EditSession, point: Where, tolerance: float, bild_id: str = "") -> str:
    """The id of the nearest node within `tolerance` metres of `point` (EPSG:3006), in one picture if given, or ''."""
    for _, objekt_id in edit_session.objects.nodes_near(*xy(point), tolerance):
        known = edit_session.objects.get(objekt_id)
        if known and (not bild_id or known.bild_id == bild_id):
            return objekt_id
    return ""


def curve_through(edit_session: EditSession, path: Sequence[Anchor]) -> list[Point]:
    """The smooth curve of a corridor along `path`, also for a preview. Raises StoreError for less than two places."""
    stops = [node_places(edit_session, each) if isinstance(each, str) else [xy(each)] for each in path]
    points: list[Point] = []
    for place, stop in enumerate(stops):
        near = points[-1] if points else next((other[0] for other in stops[place + 1 :]), stop[0])
        points.append(min(stop, key=lambda spot, near=near: math.dist(spot, near)))  # type: ignore[misc]
    try:
        return smooth_line(points)
    except ValueError as error:
        raise StoreError(tr("Ett stråk behöver minst två ställen. Klicka på en nod till.")) from error


def draw_corridor(
    edit_session: EditSession,
    prefill: NewObject,
    path: Sequence[Anchor],
    mot_start: str = "",
    mot_slut: str = "",
    name: str = "",
) -> str:
    """Draw a corridor (stråk) along `path`, linked to its nodes; gives its objekt_id.

    `mot_start`, `mot_slut`: where it goes on beyond the map (”Oslo”). Without a name it is called by its ends. Raises
    StoreError for less than two places, or a node that is gone.
    """
    nodes = chain_of([each for each in path if isinstance(each, str)])
    line = curve_through(edit_session, path)
    first = mot_start or (_name(edit_session, path[0]) if path else "")
    last = mot_slut or (_name(edit_session, path[-1]) if path else "")
    name = name or ("–".join((first, last)) if first and last else "")
    values = {"noder": nodes, "mot_start": mot_start, "mot_slut": mot_slut}
    return add_object(edit_session, prefill, parts.lines_geometry([line]), name, values)


def draw_link(edit_session: EditSession, prefill: NewObject, from_id: str, to_id: str, name: str = "") -> str:
    """Draw a link (samband) between two nodes; gives its objekt_id. Further ones between the same nodes fan out.

    Raises StoreError for a node that is gone.
    """
    if from_id == to_id:
        raise StoreError(tr("Ett samband går mellan två olika noder. Klicka på en annan nod."))
    start, end = _closest(node_places(edit_session, from_id), node_places(edit_session, to_id))
    bend = _free_bend(_bends(edit_session, from_id, to_id, prefill.bild_id))
    line = arc(start, end, bend) if bend else [start, end]
    ends = [_name(edit_session, from_id), _name(edit_session, to_id)]
    name = name or ("–".join(ends) if all(ends) else "")
    return add_object(edit_session, prefill, parts.lines_geometry([line]), name, {"fran_id": from_id, "till_id": to_id})


def move_node(edit_session: EditSession, objekt_id: str, point: Where, part: int | None = None) -> None:
    """Move a node to `point` (EPSG:3006); corridors and links that refer to it follow, in the same step.

    Of a joint node `part` moves alone; without `part` all its points move as the first does.
    """
    known, target = edit_session.known(objekt_id), xy(point)
    if known.lager != NODES or not known.places:
        raise StoreError(tr("{thing} är ingen nod.").format(thing=display_name(edit_session, known)))
    old = list(known.places)
    dx, dy = target[0] - old[part or 0][0], target[1] - old[part or 0][1]
    new = [(x + dx, y + dy) if part in (None, place) else (x, y) for place, (x, y) in enumerate(old)]
    with edit_session.command(tr("Flytta {thing}").format(thing=display_name(edit_session, known))):
        write_geometry(edit_session, known, parts.points_geometry(new))
        for referring in edit_session.objects.tied_to(objekt_id):
            follow(edit_session, referring, objekt_id, old, new)


def follow(
    edit_session: EditSession, referring: IndexedObject, node_id: str, old: Sequence[Point], new: Sequence[Point]
) -> None:
    """Inside a command: let one line follow a node whose points went from `old` to `new`."""
    if node_id in referring.noder:
        carry: Callable[[list[Point]], list[Point]] = lambda line: corridor_after(line, old, new)  # noqa: E731
    elif node_id in ends_of(referring):
        visits = ends_of(referring)
        carry = lambda line: link_after(line, [end == node_id for end in visits], old, new)  # noqa: E731
    else:
        return
    lines = parts.lines_of(edit_session.feature(referring.objekt_id).geometry())
    moved = [carry(line) for line in lines]
    if moved != lines:
        write_geometry(edit_session, referring, parts.lines_geometry(moved))


def node_places(edit_session: EditSession, node_id: str) -> tuple[Point, ...]:
    """The points of a node (EPSG:3006). Raises StoreError when it is gone or is no node."""
    known = edit_session.known(node_id)
    if not known.places:
        raise StoreError(tr("{thing} är ingen nod.").format(thing=display_name(edit_session, known)))
    return known.places


def _bends(edit_session: EditSession, from_id: str, to_id: str, bild_id: str) -> list[float]:
    """How much the links already drawn between two nodes bend, seen from `from_id`, as shares of their distance."""
    found: list[float] = []
    for referring in edit_session.objects.tied_to(from_id):
        if set(ends_of(referring)) != {from_id, to_id} or (bild_id and referring.bild_id != bild_id):
            continue
        lines = parts.lines_of(edit_session.feature(referring.objekt_id).geometry())
        found.extend(_bend(line) if ends_of(referring)[0] == from_id else -_bend(line) for line in lines[:1])
    return found


def _bend(line: Sequence[Point]) -> float:
    """The height of a bow over its chord as it is seen on the map, positive to the left, as a share of the chord."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = math.dist(line[0], line[-1])
    if length <= 1.0:
        return 0.0
    if len(line) == 2:
        return _STRAIGHT_LINK_BEND
    heights = [((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length for x, y in line]
    return max(heights, key=abs) / length


def _free_bend(taken: Sequence[float]) -> float:
    for bend in LINK_BENDS:
        if all(abs((bend or _STRAIGHT_LINK_BEND) - other) > _MIN_BEND_DIFFERENCE for other in taken):
            return bend
    return LINK_BENDS[-1] * (1 + 0.27 * (len(taken) - len(LINK_BENDS) + 1))


def _closest(first: Sequence[Point], second: Sequence[Point]) -> tuple[Point, Point]:
    return min(((a, b) for a in first for b in second), key=lambda pair: math.dist(*pair))


def _name(edit_session: EditSession, anchor: Anchor) -> str:
    known = edit_session.objects.get(anchor) if isinstance(anchor, str) else None
    return known.namn if known else ""
