"""The synthesis: every thing that groups have drawn, how many of them drew it, and what has been made joint of it.

What is joint stands in `enighet`: a row for each group's object behind it. All else is worked out from what is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from ...errors import StoreError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...i18n import tr
from ...store.gpkg.connection import dict_rows, tables_in
from ...store.gpkg.reader import reading
from ...store.gpkg.records import ObjectRecord, Snapshot
from ...store.gpkg.snapshot import read_snapshot
from ...store.schema.process_tables import AGREEMENTS, LOG
from ...store.schema.tables import PICTURE
from .agreement import Agreement, LikenessMeasure, Member, find_agreements, geometry_of, measure_of
from .drawing_groups import DrawingGroup, drawing_groups
from .name_likeness import NameMatch
from .tolerances import LEAST_LIKENESS
from .variants import own_name, variants_picture_id

SYNTHESIS_TABLES = (AGREEMENTS.name, LOG.name, PICTURE.name)
"""The tables without objects that making something joint writes in."""
_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class JointRow:
    """A row of `enighet`: a group's object behind one that has been made joint."""

    objekt_id: str
    grupp: str
    grupp_objekt_id: str
    likhet: float


@dataclass(frozen=True)
class Thing:
    """What one or several groups have drawn. `agreement.objekt_id`: the joint object, else the one most like all."""

    agreement: Agreement
    namn: str
    joint: bool = False
    joins: str = ""
    """objekt_id of what is joint already and much like this: a group that came late has drawn it too."""
    late: tuple[str, ...] = ()
    """The groups, by name, that have drawn what is joint too, and are not added to it yet."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have drawn it, by name."""
        return tuple(sorted({*self.agreement.groups, *self.late}))

    @property
    def shown(self) -> str:
        """objekt_id of the object that stands for all."""
        return self.agreement.objekt_id

    def objects_of(self, grupp: str) -> tuple[str, ...]:
        """objekt_id of what a group has drawn of it."""
        return tuple(one.objekt_id for one in self.agreement.members if one.grupp == grupp)


@dataclass(frozen=True)
class Synthesis:
    """All things, those that most groups have drawn first; `groups` in their order."""

    groups: tuple[DrawingGroup, ...]
    things: tuple[Thing, ...] = ()

    def of_several(self) -> tuple[Thing, ...]:
        """What at least two groups have drawn."""
        return tuple(one for one in self.things if len(one.groups) > 1)

    def drawn_by(self, least: int) -> Synthesis:
        """The same with what at least `least` groups have drawn."""
        return replace(self, things=tuple(one for one in self.things if len(one.groups) >= least))

    def to_make_joint(self, least: int) -> tuple[Thing, ...]:
        """What at least `least` groups have drawn, and is not joint."""
        return tuple(one for one in self.things if not one.joint and not one.joins and len(one.groups) >= least)


def synthesis_of(
    snapshot: Snapshot,
    groups: Sequence[DrawingGroup],
    joint: Iterable[JointRow] = (),
    feedback: Feedback = _NO_FEEDBACK,
) -> Synthesis:
    """What `groups` have drawn in `snapshot`, alike and alone. `joint`: the rows of `enighet`. Raises Cancelled."""
    records = {one.objekt_id: one for one in snapshot.objects}
    known = [one for one in joint if one.objekt_id in records]
    taken = {ident for one in known for ident in (one.objekt_id, one.grupp_objekt_id)}
    names = {one.namn for one in groups}
    aside = {variants_picture_id(one.bild_id) for one in snapshot.pictures}
    free = [
        one
        for one in snapshot.objects
        if one.grupp in names and one.wkb and one.objekt_id not in taken and one.bild_id not in aside
    ]
    found = find_agreements(replace(snapshot, objects=tuple(free)), tuple(names), StepFeedback(feedback, 0, 80))
    together = {member.objekt_id for one in found for member in one.members}
    alone = [
        Agreement(one.objekt_id, one.klass, one.bild_id, (Member(one.objekt_id, one.grupp, 1.0),))
        for one in free
        if one.objekt_id not in together
    ]
    made = [*_joint_things(known, records, snapshot), *(_thing(one, records) for one in (*found, *alone))]
    things = _with_latecomers(made, records, snapshot, feedback)
    return Synthesis(tuple(groups), _in_order(things))


def joint_rows(rows: Iterable[Mapping[str, object]], groups: Sequence[DrawingGroup]) -> tuple[JointRow, ...]:
    """The rows of `enighet`, with the groups by name."""
    names = {one.grupp_id: one.namn for one in groups}
    return tuple(
        JointRow(
            str(row["objekt_id"]),
            names.get(str(row["grupp_id"]), str(row["grupp_id"])),
            str(row["grupp_objekt_id"]),
            float(str(row["likhet"])) if row["likhet"] is not None else 1.0,
        )
        for row in rows
    )


def read_synthesis(path: Path, feedback: Feedback = _NO_FEEDBACK) -> tuple[Snapshot, Synthesis]:
    """The synthesis of what is saved in a file. Raises StoreError when no group has drawn in it."""
    snapshot = read_snapshot(path)
    with reading(path) as db:
        groups = drawing_groups(db.connection, snapshot.objects)
        rows = dict_rows(db.connection, AGREEMENTS.name) if AGREEMENTS.name in tables_in(db.connection) else []
    if not groups:
        raise StoreError(
            tr(
                "Ingen grupp har ritat i {path}. Slå ihop gruppernas filer först, eller låt grupperna välja sitt namn "
                "när de ritar."
            ).format(path=path.name)
        )
    return snapshot, synthesis_of(snapshot, groups, joint_rows(rows, groups), feedback)


def synthesis_tables(path: Path) -> tuple[str, ...]:
    """SYNTHESIS_TABLES when at least two groups have drawn in a file that is no group's copy, else none.

    Raises StoreError.
    """
    with reading(path) as db:
        there = tables_in(db.connection)
        if not {*SYNTHESIS_TABLES} <= there:
            return ()
        found: set[str] = set()
        for layer in db.catalogue().lager:
            if layer.kod in there:
                listed = f"SELECT DISTINCT grupp FROM \"{layer.kod}\" WHERE grupp <> '' LIMIT 2"
                found.update(str(row[0]) for row in db.connection.execute(listed))
    return SYNTHESIS_TABLES if len(found) > 1 else ()


def _joint_things(known: Sequence[JointRow], records: Mapping[str, ObjectRecord], snapshot: Snapshot) -> list[Thing]:
    by_object: dict[str, list[JointRow]] = {}
    for one in known:
        by_object.setdefault(one.objekt_id, []).append(one)
    found = []
    for objekt_id, rows in by_object.items():
        joint = records[objekt_id]
        measure = measure_of(snapshot, joint)
        members = tuple(
            Member(row.grupp_objekt_id, row.grupp, _likeness_now(measure, joint, records.get(row.grupp_objekt_id), row))
            for row in sorted(rows, key=lambda row: row.grupp_objekt_id)
        )
        found.append(Thing(Agreement(objekt_id, joint.klass, joint.bild_id, members), joint.namn, joint=True))
    return found


def _likeness_now(measure: LikenessMeasure, joint: ObjectRecord, own: ObjectRecord | None, row: JointRow) -> float:
    """As the two are drawn now; what `enighet` says only when the group's own is not there any more.

    Another name that the joint one has been given does not part them: that they are one is decided.
    """
    if own is None or not own.wkb or not joint.wkb:
        return row.likhet
    named = own_name(own.namn, row.grupp), geometry_of(own)
    return measure.of((joint.namn, geometry_of(joint)), named, NameMatch.UNKNOWN)


def _thing(one: Agreement, records: Mapping[str, ObjectRecord]) -> Thing:
    """It is called as most groups call it; of several such names as the one that stands for all, or the first."""
    names = Counter(records[member.objekt_id].namn for member in one.members if records[member.objekt_id].namn)
    best = max(names.values(), default=0)
    own = records[one.objekt_id].namn
    listed = sorted(name for name, count in names.items() if count == best)
    return Thing(one, own if own in listed else (listed or [""])[0])


def _with_latecomers(
    things: Sequence[Thing], records: Mapping[str, ObjectRecord], snapshot: Snapshot, feedback: Feedback
) -> list[Thing]:
    """What is much like something joint in the same picture says so, and the joint counts its groups."""
    joint: dict[tuple[str, str], list[Thing]] = {}
    for one in things:
        if one.joint:
            joint.setdefault((one.agreement.bild_id, one.agreement.klass), []).append(one)
    looked = {
        key: _NearJoint(listed, records, measure_of(snapshot, records[listed[0].shown]))
        for key, listed in joint.items()
    }
    found: list[Thing] = []
    late: dict[str, set[str]] = {}
    for one in things:
        stop_if_cancelled(feedback)
        near = looked.get((one.agreement.bild_id, one.agreement.klass))
        joins = near.most_like(one) if near is not None and not one.joint else ""
        late.setdefault(joins, set()).update(one.groups)
        found.append(replace(one, joins=joins))
    return [replace(one, late=tuple(sorted(late.get(one.shown, ())))) if one.joint else one for one in found]


class _NearJoint:
    """Finds the joint thing that a group's own, or what several have drawn, is most like."""

    def __init__(self, things: Sequence[Thing], records: Mapping[str, ObjectRecord], measure: LikenessMeasure) -> None:
        self._records, self._measure = records, measure
        self._things = sorted(things, key=lambda one: one.shown)
        self._shapes: list[QgsGeometry] = [geometry_of(records[one.shown]) for one in self._things]
        self._index = QgsSpatialIndex()
        for place, shape in enumerate(self._shapes):
            feature = QgsFeature(place)
            feature.setGeometry(shape)
            self._index.addFeature(feature)

    def most_like(self, thing: Thing) -> str:
        """objekt_id; '' when none is alike at all, or the group is behind the joint one with another of its own."""
        record = self._records[thing.shown]
        shape, best, found = geometry_of(record), LEAST_LIKENESS, ""
        box = shape.boundingBox()
        box.grow(self._measure.reach)
        for place in sorted(self._index.intersects(box)):
            joint = self._things[place]
            value = self._measure.of((record.namn, shape), (self._records[joint.shown].namn, self._shapes[place]))
            if (value > best or (value == best and not found)) and self._may_join(thing, joint):
                best, found = value, joint.shown
        return found

    def _may_join(self, thing: Thing, joint: Thing) -> bool:
        """No two points, nor two names, of one group become one."""
        return all(
            self._measure.may_be_one(self._records[own.objekt_id], self._own(there))
            for own in thing.agreement.members
            for there in joint.agreement.members
            if there.grupp == own.grupp and there.objekt_id in self._records
        )

    def _own(self, member: Member) -> ObjectRecord:
        """A group's own behind a joint one, by the name that the group gave it."""
        record = self._records[member.objekt_id]
        return replace(record, namn=own_name(record.namn, member.grupp))


def _in_order(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """What most groups have drawn first; what a late group has drawn of a joint thing right below that."""
    by_id = {one.shown: one for one in things}

    def place(one: Thing) -> tuple[tuple[int, str, str, str], bool, tuple[int, str, str, str]]:
        return _order(by_id.get(one.joins, one)), bool(one.joins), _order(one)

    return tuple(sorted(things, key=place))


def _order(one: Thing) -> tuple[int, str, str, str]:
    return -len(one.groups), one.agreement.klass, one.namn, one.agreement.objekt_id
