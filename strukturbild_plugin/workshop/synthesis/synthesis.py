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
from ..conflicts import deterministic_id
from .agreement import Agreement, Member, find_agreements, geometry_of
from .drawing_groups import DrawingGroup, drawing_groups
from .likeness import likeness
from .tolerances import LEAST_LIKENESS, tolerance_m

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

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have drawn it, by name."""
        return self.agreement.groups

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
    made = [*_joint_things(known, records), *(_thing(one, records) for one in (*found, *alone))]
    things = _with_latecomers(made, records, snapshot, feedback)
    return Synthesis(tuple(groups), tuple(sorted(things, key=_order)))


def variants_picture_id(bild_id: str) -> str:
    """bild_id of the picture where the groups' own objects are kept of what is joint in the picture `bild_id`.

    The same in every file, so that two who make things joint put them in one.
    """
    return deterministic_id("varianter", bild_id)


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


def _joint_things(known: Sequence[JointRow], records: Mapping[str, ObjectRecord]) -> list[Thing]:
    by_object: dict[str, list[JointRow]] = {}
    for one in known:
        by_object.setdefault(one.objekt_id, []).append(one)
    return [
        Thing(
            Agreement(
                objekt_id,
                records[objekt_id].klass,
                records[objekt_id].bild_id,
                tuple(
                    Member(row.grupp_objekt_id, row.grupp, row.likhet)
                    for row in sorted(rows, key=lambda row: row.grupp_objekt_id)
                ),
            ),
            records[objekt_id].namn,
            joint=True,
        )
        for objekt_id, rows in by_object.items()
    ]


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
    """What is much like something joint in the same picture says so."""
    scales = {picture.bild_id: picture.skala for picture in snapshot.pictures}
    joint: dict[tuple[str, str], list[ObjectRecord]] = {}
    for one in things:
        if one.joint:
            joint.setdefault((one.agreement.bild_id, one.agreement.klass), []).append(records[one.shown])
    looked = {key: _NearShapes(listed, tolerance_m(key[1], scales.get(key[0], ""))) for key, listed in joint.items()}
    found = []
    for one in things:
        stop_if_cancelled(feedback)
        near = looked.get((one.agreement.bild_id, one.agreement.klass))
        late = near is not None and not one.joint
        found.append(replace(one, joins=near.most_like(records[one.shown])) if near is not None and late else one)
    return found


class _NearShapes:
    """Finds the record that is most like another."""

    def __init__(self, records: Sequence[ObjectRecord], tolerance: float) -> None:
        self._records = sorted(records, key=lambda one: one.objekt_id)
        self._tolerance = tolerance
        self._shapes: list[QgsGeometry] = [geometry_of(one) for one in self._records]
        self._index = QgsSpatialIndex()
        for place, shape in enumerate(self._shapes):
            feature = QgsFeature(place)
            feature.setGeometry(shape)
            self._index.addFeature(feature)

    def most_like(self, record: ObjectRecord) -> str:
        """objekt_id; '' when none is alike at all."""
        shape, best, found = geometry_of(record), LEAST_LIKENESS, ""
        box = shape.boundingBox()
        box.grow(2 * self._tolerance)
        for place in sorted(self._index.intersects(box)):
            value = likeness(shape, self._shapes[place], self._tolerance)
            if value > best or (value == best and not found):
                best, found = value, self._records[place].objekt_id
        return found


def _order(one: Thing) -> tuple[int, str, str, str]:
    return -len(one.groups), one.agreement.klass, one.namn, one.agreement.objekt_id
