"""Where groups have drawn the same thing: which of their objects are one, and how many groups stand behind it.

Objects of one class in one picture, drawn by different groups, are alike or not (likeness); those that are all alike,
each with each, are one. So no chain of half-alike lines becomes one corridor. The object that is most like the others
stands for them; nothing is moved or deleted, and every group still sees its own line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from ...feedback import Feedback, Silent, stop_if_cancelled
from ...store.gpkg.records import ObjectRecord, Snapshot
from .likeness import likeness
from .tolerances import LEAST_LIKENESS, MUCH_ALIKE, tolerance_m

SAME, ALTERNATIVE = "samma", "alternativ"
"""What `enighet.slag` says: much the same as the one that stands for all, or a variant of it."""
_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class Member:
    """One group's object among those that are one."""

    objekt_id: str
    grupp: str
    likeness: float
    """With the one that stands for all; 1 for itself."""

    @property
    def kind(self) -> str:
        """SAME or ALTERNATIVE."""
        return SAME if self.likeness >= MUCH_ALIKE else ALTERNATIVE


@dataclass(frozen=True)
class Agreement:
    """Objects of several groups that are one thing. `objekt_id` stands for all."""

    objekt_id: str
    klass: str
    bild_id: str
    members: tuple[Member, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have drawn it, by name."""
        return tuple(sorted({one.grupp for one in self.members}))


def find_agreements(
    snapshot: Snapshot, groups: Sequence[str], feedback: Feedback = _NO_FEEDBACK
) -> tuple[Agreement, ...]:
    """What at least two of `groups` (names, as `grupp` of objects says) have drawn alike, most groups first."""
    scales = {picture.bild_id: picture.skala for picture in snapshot.pictures}
    drawn: dict[tuple[str, str, str], list[ObjectRecord]] = {}
    for record in sorted(snapshot.objects, key=lambda one: one.objekt_id):
        if record.grupp in groups and record.wkb:
            drawn.setdefault((record.bild_id, record.klass, record.lager), []).append(record)
    found: list[Agreement] = []
    for number, ((bild_id, klass, _layer), records) in enumerate(sorted(drawn.items(), key=lambda one: one[0])):
        stop_if_cancelled(feedback)
        tolerance = tolerance_m(klass, scales.get(bild_id, ""))
        clusters = _clusters(records, tolerance, feedback)
        found += [_agreement(cluster, klass, bild_id, alike) for cluster, alike in clusters]
        feedback.setProgress(100 * (number + 1) / len(drawn))
    return tuple(sorted(found, key=lambda one: (-len(one.groups), one.klass, one.objekt_id)))


_Alike = dict[tuple[int, int], float]


def _clusters(
    records: Sequence[ObjectRecord], tolerance: float, feedback: Feedback
) -> list[tuple[list[ObjectRecord], _Alike]]:
    """The records that are one, each with each, of at least two groups; and how alike they are by place in the list."""
    shapes = [geometry_of(record) for record in records]
    alike = _alike_pairs(records, shapes, tolerance, feedback)
    cluster_of = {place: {place} for place in range(len(records))}
    for (one, other), _value in sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])):
        first, second = cluster_of[one], cluster_of[other]
        if first is second:
            continue
        if all(
            _of(alike, a, b) >= LEAST_LIKENESS or records[a].grupp == records[b].grupp for a in first for b in second
        ):
            both = first | second
            for place in both:
                cluster_of[place] = both
    pairs_of: dict[int, _Alike] = {}
    for (one, other), value in alike.items():
        if cluster_of[one] is cluster_of[other]:
            pairs_of.setdefault(min(cluster_of[one]), {})[one, other] = value
    found = []
    for first_place, cluster in {min(each): each for each in cluster_of.values()}.items():
        listed = {place: number for number, place in enumerate(sorted(cluster))}
        if len({records[place].grupp for place in listed}) > 1:
            pairs = {(listed[a], listed[b]): value for (a, b), value in pairs_of.get(first_place, {}).items()}
            found.append(([records[place] for place in listed], pairs))
    return found


def _alike_pairs(
    records: Sequence[ObjectRecord], shapes: Sequence[QgsGeometry], tolerance: float, feedback: Feedback
) -> _Alike:
    """The pairs of different groups that are alike: only those whose boxes come near are looked at."""
    index = QgsSpatialIndex()
    for place, shape in enumerate(shapes):
        feature = QgsFeature(place)
        feature.setGeometry(shape)
        index.addFeature(feature)
    alike: _Alike = {}
    for place, shape in enumerate(shapes):
        stop_if_cancelled(feedback)
        box = shape.boundingBox()
        box.grow(2 * tolerance)
        for other in index.intersects(box):
            if other > place and records[other].grupp != records[place].grupp:
                value = likeness(shape, shapes[other], tolerance)
                if value >= LEAST_LIKENESS:
                    alike[place, other] = value
    return alike


def _agreement(records: Sequence[ObjectRecord], klass: str, bild_id: str, alike: _Alike) -> Agreement:
    """What most of the others are most like stands for all."""

    def sum_of(place: int) -> float:
        return math.fsum(_of(alike, place, other) for other in range(len(records)) if other != place)

    chosen = max(range(len(records)), key=lambda place: (round(sum_of(place), 6), -place))
    members = tuple(
        Member(record.objekt_id, record.grupp, 1.0 if place == chosen else _of(alike, chosen, place))
        for place, record in enumerate(records)
    )
    return Agreement(records[chosen].objekt_id, klass, bild_id, members)


def _of(alike: _Alike, one: int, other: int) -> float:
    return alike.get((min(one, other), max(one, other)), 0.0)


def geometry_of(record: ObjectRecord) -> QgsGeometry:
    """The shape of an object; an empty one when it has none."""
    geometry = QgsGeometry()
    geometry.fromWkb(record.wkb or b"")
    return geometry
