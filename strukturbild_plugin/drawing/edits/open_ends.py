"""The open ends of a corridor (stråk), where it goes on beyond the map, and places in their direction."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterable, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from ...i18n import tr
from ...store.create.places import PopulatedPlace
from ...store.geometry.curves import Point
from ..session.edit_buffer import text, write_values
from ..session.edit_session import EditSession
from ..session.object_index import IndexedObject
from . import qgis_geometry as parts
from .joint_nodes import BETWEEN
from .objects import display_name

START, END = "mot_start", "mot_slut"
_MAX_TURN_DEGREES = 55.0
"""Degrees to either side of its direction in which a place can be what an end goes towards."""
_DIRECTION_SHARE = 0.15
"""How much of a line, from its end, tells its direction."""
_MIN_INHABITANTS = 10_000
"""Smaller places are not suggested: signs on the map name towns one knows."""


@dataclass(frozen=True)
class LineEnd:
    """One end of a stråk. `node_id`: the node it ends in ('' for none); `towards`: the place it is said to go on to."""

    column: str
    node_id: str
    node_name: str
    towards: str
    point: Point
    direction: float
    """Outwards, radians from east."""


def ends_of_line(edit_session: EditSession, corridor_id: str) -> tuple[LineEnd, LineEnd]:
    """The two ends of a corridor. Raises StoreError when it is gone."""
    known, feature = edit_session.known(corridor_id), edit_session.feature(corridor_id)
    lines = parts.lines_of(feature.geometry()) or [[(0.0, 0.0), (1.0, 0.0)]]
    first, last = lines[0], lines[-1][::-1]
    nodes = [edit_session.objects.get(node_id) for node_id in (known.noder[:1] + known.noder[-1:])]
    made = []
    for column, line in ((START, first), (END, last)):
        at = next((node for node in nodes if node is not None and _touches(node, line[0])), None)
        node, name = (at.objekt_id, at.namn) if at else ("", "")
        made.append(LineEnd(column, node, name, text(feature, column), line[0], _outwards(line)))
    return made[0], made[1]


def suggestions(
    end: LineEnd, places: Iterable[PopulatedPlace], area: QgsGeometry | None = None, most: int = 8
) -> list[str]:
    """Names of places outside `area` that the end points at: large, near and straight ahead first, `most` at most."""
    engine = QgsGeometry.createGeometryEngine(area.constGet()) if area is not None and not area.isNull() else None
    if engine is not None:
        engine.prepareGeometry()
    found = []
    for place in places:
        away = math.dist(end.point, (place.x, place.y))
        turn = abs(_degrees(math.atan2(place.y - end.point[1], place.x - end.point[0]) - end.direction))
        if place.befolkning < _MIN_INHABITANTS or away < 5_000 or turn > _MAX_TURN_DEGREES:
            continue
        spot = QgsGeometry.fromPointXY(QgsPointXY(place.x, place.y))  # must outlive the question
        if engine is not None and engine.contains(spot.constGet()):
            continue
        weight = math.log(place.befolkning) - away / 90_000 - turn / 22
        found.append((-weight, place.namn))
    return list(dict.fromkeys(name for _, name in sorted(found)))[:most]


def set_towards(edit_session: EditSession, corridor_id: str, mot_start: str, mot_slut: str) -> bool:
    """Set the places beyond the map that a corridor goes on to; '' for none. Whether anything changed.

    One without a name is called by its ends.
    """
    known = edit_session.known(corridor_id)
    values = {START: mot_start.strip(), END: mot_slut.strip()}
    ends = [values[end.column] or end.node_name for end in ends_of_line(edit_session, corridor_id)]
    if not known.namn and all(ends):
        values["namn"] = BETWEEN.join(ends)
    with edit_session.command(tr("Fortsättning för {strak}").format(strak=display_name(edit_session, known))):
        return write_values(edit_session, known, values)


def _touches(node: IndexedObject, point: Point) -> bool:
    return any(math.dist(spot, point) <= 1.0 for spot in node.places)


def _outwards(line: Sequence[Point]) -> float:
    """The direction in which `line` leaves at its first point, looking along a good piece of it."""
    length, gone = sum(map(math.dist, line, line[1:])), 0.0
    inner = line[-1]
    for before, after in zip(line, line[1:]):
        gone += math.dist(before, after)
        if gone >= length * _DIRECTION_SHARE:
            inner = after
            break
    return math.atan2(line[0][1] - inner[1], line[0][0] - inner[0])


def _degrees(turn: float) -> float:
    return math.degrees(math.remainder(turn, 2 * math.pi))
