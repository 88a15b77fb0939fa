"""Where groups have drawn the same thing: which of their objects are one, and how many groups stand behind it.

Objects of one class in one picture, drawn by different groups, are alike or not (likeness); those that are all alike,
each with each, are one. So no chain of half-alike lines becomes one corridor. Names count: objects of different names
are one only where they nearly coincide, and what one group has called by two names, or drawn as two points, is two.
The object that is most like the others stands for them; nothing is moved or deleted, and every group still sees its
own line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from ...compat import POINT_GEOMETRY
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...store.gpkg.records import ObjectRecord, Snapshot
from .likeness import likeness
from .name_likeness import NameMatch, compare_names, words_of
from .tolerances import LEAST_LIKENESS, MUCH_ALIKE, NAME_FACTORS, tolerance_m

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
        """The groups that have drawn it, by name; not one whose own has been moved away since it was made joint."""
        return tuple(sorted({one.grupp for one in self.members if one.likeness >= LEAST_LIKENESS}))


def find_agreements(
    snapshot: Snapshot, groups: Sequence[str], feedback: Feedback = _NO_FEEDBACK
) -> tuple[Agreement, ...]:
    """What at least two of `groups` (names, as `grupp` of objects says) have drawn alike, most groups first."""
    drawn: dict[tuple[str, str, str], list[ObjectRecord]] = {}
    for record in sorted(snapshot.objects, key=lambda one: one.objekt_id):
        if record.grupp in groups and record.wkb:
            drawn.setdefault((record.bild_id, record.klass, record.lager), []).append(record)
    found: list[Agreement] = []
    for number, (_kind, records) in enumerate(sorted(drawn.items(), key=lambda one: one[0])):
        stop_if_cancelled(feedback)
        measure = measure_of(snapshot, records[0])
        found += [_agreement(cluster, measure, alike) for cluster, alike in _clusters(records, measure, feedback)]
        feedback.setProgress(100 * (number + 1) / len(drawn))
    return tuple(sorted(found, key=lambda one: (-len(one.groups), one.klass, one.objekt_id)))


@dataclass(frozen=True)
class LikenessMeasure:
    """How alike two objects of a class are: by shape, and by what they are called."""

    tolerance: float
    """Metres."""
    class_words: frozenset[str]

    @property
    def reach(self) -> float:
        """Metres; objects whose boxes are farther apart are not alike at all."""
        return 2 * self.tolerance * max(NAME_FACTORS.values())

    def of(
        self, one: tuple[str, QgsGeometry], other: tuple[str, QgsGeometry], least: NameMatch = NameMatch.DIFFERENT
    ) -> float:
        """From 0 to 1. Of each the name and the shape. `least`: what the names say at the very least."""
        factor = NAME_FACTORS[compare_names(one[0], other[0], self.class_words)]
        return likeness(one[1], other[1], self.tolerance * max(factor, NAME_FACTORS[least]))

    def may_be_one(self, one: ObjectRecord, other: ObjectRecord) -> bool:
        """Whether a group can have drawn one thing as these two: not as two points, nor by two names."""
        if geometry_of(one).type() == POINT_GEOMETRY:
            return False
        return compare_names(one.namn, other.namn, self.class_words) != NameMatch.DIFFERENT


def measure_of(snapshot: Snapshot, record: ObjectRecord) -> LikenessMeasure:
    """What an object is measured by against others of its class, at the scale of its picture."""
    scale = next((one.skala for one in snapshot.pictures if one.bild_id == record.bild_id), "")
    found = snapshot.catalogue.object_class(record.klass)
    texts = (record.klass,) if found is None else (record.klass, found.namn.sv, found.namn.en)
    words = frozenset(word for text in texts for word in words_of(text))
    return LikenessMeasure(tolerance_m(record.klass, scale), words)


_Alike = dict[tuple[int, int], float]


def _clusters(
    records: Sequence[ObjectRecord], measure: LikenessMeasure, feedback: Feedback
) -> list[tuple[list[ObjectRecord], _Alike]]:
    """The records that are one, each with each, of at least two groups; and how alike they are by place in the list."""
    shapes = [geometry_of(record) for record in records]
    alike = _alike_pairs(records, shapes, measure, feedback)
    cluster_of = {place: {place} for place in range(len(records))}
    for (one, other), _value in sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])):
        first, second = cluster_of[one], cluster_of[other]
        if first is second:
            continue
        if all(
            measure.may_be_one(records[a], records[b])
            if records[a].grupp == records[b].grupp
            else _of(alike, a, b) >= LEAST_LIKENESS
            for a in first
            for b in second
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
    records: Sequence[ObjectRecord], shapes: Sequence[QgsGeometry], measure: LikenessMeasure, feedback: Feedback
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
        box.grow(measure.reach)
        for other in index.intersects(box):
            if other > place and records[other].grupp != records[place].grupp:
                value = measure.of((records[place].namn, shape), (records[other].namn, shapes[other]))
                if value >= LEAST_LIKENESS:
                    alike[place, other] = value
    return alike


def _agreement(records: Sequence[ObjectRecord], measure: LikenessMeasure, alike: _Alike) -> Agreement:
    """What most of the others are most like stands for all."""

    def sum_of(place: int) -> float:
        return math.fsum(_of(alike, place, other) for other in range(len(records)) if other != place)

    chosen = max(range(len(records)), key=lambda place: (round(sum_of(place), 6), -place))
    best = records[chosen]

    def likeness_of(place: int) -> float:
        one = records[place]
        if place == chosen:
            return 1.0
        if one.grupp == best.grupp:  # a part of what the group drew in several: no pair of two groups
            return measure.of((best.namn, geometry_of(best)), (one.namn, geometry_of(one)))
        return _of(alike, chosen, place)

    members = tuple(Member(one.objekt_id, one.grupp, likeness_of(place)) for place, one in enumerate(records))
    return Agreement(best.objekt_id, best.klass, best.bild_id, members)


def _of(alike: _Alike, one: int, other: int) -> float:
    return alike.get((min(one, other), max(one, other)), 0.0)


def geometry_of(record: ObjectRecord) -> QgsGeometry:
    """The shape of an object; an empty one when it has none."""
    geometry = QgsGeometry()
    geometry.fromWkb(record.wkb or b"")
    return geometry
