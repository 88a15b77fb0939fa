"""Where goals clash or help each other on the map: the same object, or two that overlap, cross or lie near.

Each is a question to deal with, not a fault: what is drawn with a broad brush proves nothing by lying near. Only goals
with none below them count, so that nothing counts twice along a tree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Collection, Iterator, Mapping, Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from ..compat import POINT_GEOMETRY
from ..feedback import Feedback, Silent, stop_if_cancelled
from ..goals.model import Goal, GoalInfluence, GoalLink, question_key
from ..store.gpkg.records import ObjectRecord
from .goal_matrix import leaf_goals

CONFLICT, SYNERGY, CROSSING = "konflikt", "synergi", "korsning"
CORRIDORS, GREEN_LINKS = frozenset({"strak"}), frozenset({"gron_samband"})
"""A stråk across a green link is a question by itself."""
MOST = 2_000
"""Meetings of a kind that are found: a place where hundreds of objects share goals has more than anybody reads."""
_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class Meeting:
    """Two objects that meet, or one alone (`second_id` is ''), and the goals that clash or help each other there."""

    kind: str
    """CONFLICT, SYNERGY or CROSSING."""
    first_id: str
    second_id: str
    first_goal: str
    """mal_id; '' of a crossing."""
    second_goal: str
    """The same as `first_goal` when one goal is carried by one object and opposed by the other."""
    strength: int
    """How strongly they clash (negative) or help, as the product of contributions, or of influence; 0 of a crossing."""

    @property
    def key(self) -> str:
        """What it is found by again, whatever order things are read in."""
        return question_key(self.kind, (self.first_id, self.second_id), (self.first_goal, self.second_goal))


def meetings(
    objects: Sequence[ObjectRecord],
    goals: Sequence[Goal],
    links: Sequence[GoalLink],
    influences: Sequence[GoalInfluence],
    distances: Mapping[str, float],
    feedback: Feedback = _NO_FEEDBACK,
    written: Collection[str] = (),
) -> tuple[Meeting, ...]:
    """Every place where goals clash or help each other, conflicts first, the strongest first; each once.

    Of each kind the first MOST that are found, and those whose keys are in `written`: `has_more` tells.
    `distances`: metres that the objects of a class reach beyond what is drawn (meeting_distances.py).
    """
    leaves = {goal.mal_id for goal in leaf_goals(goals)}
    of_object: dict[str, list[GoalLink]] = defaultdict(list)
    for link in links:
        if link.mal_id in leaves and link.bidrag:
            of_object[link.objekt_id].append(link)
    worst = _worst_influence(influences)
    found = _Found(written)
    for record in objects:
        for one, other in combinations(of_object.get(record.objekt_id, ()), 2):
            found.keep(_judged(record.objekt_id, "", one, other, worst))
    of_interest = [one for one in objects if one.objekt_id in of_object or one.klass in CORRIDORS | GREEN_LINKS]
    by_id = {record.objekt_id: record for record in of_interest}
    for first, second in near_pairs(of_interest, distances, feedback):
        for one in of_object.get(first, ()):
            for other in of_object.get(second, ()):
                found.keep(_judged(first, second, one, other, worst))
        classes = {by_id[first].klass, by_id[second].klass}
        if classes & CORRIDORS and classes & GREEN_LINKS:
            found.keep(Meeting(CROSSING, first, second, "", "", 0))
        if found.is_full():
            break
    order = {CONFLICT: 0, CROSSING: 1, SYNERGY: 2}
    return tuple(sorted(found.all.values(), key=lambda one: (order[one.kind], -abs(one.strength), one.key)))


def has_more(found: Sequence[Meeting]) -> tuple[str, ...]:
    """The kinds of which there can be more than were found."""
    counted = Counter(one.kind for one in found)
    return tuple(kind for kind in (CONFLICT, CROSSING, SYNERGY) if counted[kind] >= MOST)


def near_pairs(
    objects: Sequence[ObjectRecord], distances: Mapping[str, float], feedback: Feedback = _NO_FEEDBACK
) -> Iterator[tuple[str, str]]:
    """Ids of the objects of one picture that overlap, cross or lie within the reach of either; each pair once."""
    pictures: dict[str, list[ObjectRecord]] = defaultdict(list)
    for record in objects:
        if record.wkb:
            pictures[record.bild_id].append(record)
    for together in pictures.values():
        yield from _near_in(together, distances, feedback)


def _near_in(
    together: Sequence[ObjectRecord], distances: Mapping[str, float], feedback: Feedback
) -> Iterator[tuple[str, str]]:
    reaches = [distances.get(record.klass, 0.0) for record in together]
    shapes: dict[int, QgsGeometry] = {}
    index = QgsSpatialIndex()
    for place, record in enumerate(together):
        shape = QgsGeometry()
        shape.fromWkb(record.wkb or b"")
        if shape.isNull() or shape.isEmpty():
            continue
        shapes[place] = shape
        feature = QgsFeature(place)
        feature.setGeometry(QgsGeometry.fromRect(shape.boundingBox().buffered(reaches[place])))
        index.addFeature(feature)
    for number, (place, shape) in enumerate(shapes.items()):
        stop_if_cancelled(feedback)
        feedback.setProgress(100 * number / len(shapes))
        box = shape.boundingBox().buffered(reaches[place])
        engine = QgsGeometry.createGeometryEngine(shape.constGet())
        engine.prepareGeometry()
        for other in index.intersects(box):
            if other > place:
                reach = max(reaches[place], reaches[other])
                if _meets(engine, shape, shapes[other], reach):
                    yield together[place].objekt_id, together[other].objekt_id


def _meets(engine: object, shape: QgsGeometry, other: QgsGeometry, reach: float) -> bool:
    if engine.intersects(other.constGet()):  # type: ignore[attr-defined]
        return True
    if not reach and POINT_GEOMETRY not in (shape.type(), other.type()):
        return False
    return bool(shape.distance(other) <= reach)


def _worst_influence(influences: Sequence[GoalInfluence]) -> Mapping[frozenset[str], int]:
    """Between two goals, whichever way: the most negative value, else the most positive."""
    found: dict[frozenset[str], int] = {}
    for one in influences:
        pair = frozenset((one.fran_mal_id, one.till_mal_id))
        before = found.get(pair, 0)
        found[pair] = min(before, one.varde) if min(before, one.varde) < 0 else max(before, one.varde)
    return found


def _judged(
    first: str, second: str, one: GoalLink, other: GoalLink, influence: Mapping[frozenset[str], int]
) -> Meeting | None:
    """What two links say of each other where their objects meet; None: nothing."""
    if one.mal_id == other.mal_id:
        strength = one.bidrag * other.bidrag
    else:
        between = influence.get(frozenset((one.mal_id, other.mal_id)), 0)
        if one.bidrag > 0 and other.bidrag > 0:
            strength = between * min(one.bidrag, other.bidrag)
        else:
            # who works against a goal does not further it, so what that goal does to others is not brought about;
            # but one object that furthers one goal at the cost of another is a question
            strength = min(one.bidrag * other.bidrag, 0) if not second else 0
    if not strength or (one.mal_id == other.mal_id and strength > 0 and one.bidrag < 0):
        return None
    kind = CONFLICT if strength < 0 else SYNERGY
    return Meeting(kind, first, second, one.mal_id, other.mal_id, strength)


class _Found:
    """The meetings by key, the strongest of each, at most MOST of a kind."""

    def __init__(self, written: Collection[str]) -> None:
        self.all: dict[str, Meeting] = {}
        self._of_kind: Counter[str] = Counter()
        self._written = frozenset(written)

    def keep(self, meeting: Meeting | None) -> None:
        if meeting is None:
            return
        if self._of_kind[meeting.kind] >= MOST and (not self._written or meeting.key not in self._written):
            return
        before = self.all.get(meeting.key)
        self._of_kind[meeting.kind] += before is None
        if before is None or abs(meeting.strength) > abs(before.strength):
            self.all[meeting.key] = meeting

    def is_full(self) -> bool:
        """Whether nothing more would be kept of goals."""
        return not self._written and all(self._of_kind[kind] >= MOST for kind in (CONFLICT, SYNERGY))
