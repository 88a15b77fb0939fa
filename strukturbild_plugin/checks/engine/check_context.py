"""The context the rules check in: a strukturbild in lookups, geometries and indexes, which may change object by object.

Everything a rule asks beside its own object is noted in `dependencies`, so that a change wakes only the rules whose
answer it can alter. A rule that goes through `objects()` or `links()` depends on everything.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cached_property
from typing import Any, Callable, Iterable, TypeVar, cast

from qgis.core import QgsGeometry, QgsPointXY

from ...catalogue.model import ObjectClass
from ...goals.model import GoalLink
from ...i18n import tr
from ...printable_text import one_line
from ...store.geometry.node_index import NodeIndex
from ...store.gpkg.drawable import areas_as_drawn
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from .checked_object import CheckedObject, Key
from .dependencies import (
    ANY_DRAWN,
    ANY_OBJECT,
    EVERYTHING,
    GOALS,
    ID,
    LINKED_GOALS,
    NAME,
    ORIGIN,
    PLACE,
    Dependencies,
    Topic,
)
from .finding import Fix, Remark
from .geometry import read_wkb
from .place_groups import SAME_PLACE_M, Square, square_of, squares_near

NODE_LAYER, CORRIDOR_LAYER, LINK_LAYER, BORDER_LAYER = "nod", "strak", "samband", "gransbygd"

T = TypeVar("T")


class CheckContext:
    """A strukturbild as it is now. `base` gives all but the objects and goal links, which are set one by one."""

    def __init__(self, base: Snapshot) -> None:
        self.head, self.catalogue = base.head, base.catalogue
        self.attachments, self.odd_cells = base.attachments, base.odd_cells
        self.waiting_conflicts = base.waiting_conflicts
        self.goals, self.goal_sets = base.goals, {one.kod: one for one in base.goal_sets}
        self.goal_by_id = {goal.mal_id: goal for goal in base.goals}
        self.goal_ids = frozenset(self.goal_by_id)
        self.replaced_sets = {one.ersatter: one for one in base.goal_sets if one.ersatter in self.goal_sets}
        """The set that has replaced each of those that are still there, by the code of the old one."""
        self.classes: dict[str, ObjectClass] = {klass.kod: klass for klass in base.catalogue.klasser}
        self.pictures: dict[str, Picture] = {picture.bild_id: picture for picture in base.pictures}
        self.dependencies: Dependencies | None = None
        self.changed: set[Topic] = set()
        """What has changed since somebody emptied this."""
        self.moved: list[tuple[str, QgsPointXY]] = []
        """Where nodes came, went or changed since then."""
        self.areas = areas_as_drawn(base.areas)
        self._cache: dict[str, Any] = {}
        self._objects: dict[Key, CheckedObject] = {}
        self._links: dict[Key, GoalLink] = {}
        self._groups: dict[Topic, dict[Key, CheckedObject]] = {}
        self._in_order: dict[Topic | str, tuple[CheckedObject, ...]] = {}
        """The groups that somebody has asked about since they changed; those of an id by the id alone."""
        self._picture_of_node: dict[str, str] = {}
        """The pictures of nodes that somebody has asked about since they changed."""
        self._links_of: dict[str, dict[Key, GoalLink]] = {}
        self._nodes: dict[str, NodeIndex[Key]] = {}
        self._squares: dict[tuple[str, str], Counter[Square]] = {}
        """How many nodes lie in each square of the map that has any, by picture and class."""
        self._drawn: set[Key] = set()
        self._objects_of_goal: Counter[str] = Counter()
        self._goals_turned: Counter[str] = Counter()
        """Goals that got their first link (1) or lost their last (-1) in the change at hand."""

    # What is there

    def set_object(self, key: Key, record: ObjectRecord | None) -> bool:
        """Set the object called `key` (None: deleted); whether anything is different from before."""
        old = self._objects.get(key)
        if (old.record if old is not None else None) == record:
            return False
        new = CheckedObject(key, record, old) if record is not None else None
        before = self._state()
        for checked, step in ((old, self._drop), (new, self._add)):
            if checked is not None:
                step(checked)
                self.changed.update(_groups_of(checked.record))  # what lies near is woken by where it moved
                if checked.record.lager == NODE_LAYER:
                    self.moved.extend((checked.record.bild_id, point) for point in checked.points())
        self._note_state(before)
        return True

    def set_link(self, key: Key, link: GoalLink | None) -> bool:
        """Set the goal link called `key` (None: deleted); whether anything is different from before."""
        old = self._links.get(key)
        if old == link:
            return False
        before = self._state()
        for one, step in ((old, -1), (link, 1)):
            if one is None:
                continue
            if self._exists(one.objekt_id):
                self._count_links([one], step)
            if step < 0:
                self._links_of[one.objekt_id].pop(key)
                del self._links[key]
            else:
                self._links_of.setdefault(one.objekt_id, {})[key] = one
                self._links[key] = one
            self.changed.add((GOALS, one.objekt_id))
        self._note_state(before)
        return True

    def checked_object(self, key: Key) -> CheckedObject:
        """The object called `key`; notes no dependency."""
        return self._objects[key]

    def link(self, key: Key) -> GoalLink:
        """The goal link called `key`; notes no dependency."""
        return self._links[key]

    # What rules ask

    def objects(self) -> Iterable[CheckedObject]:
        """Every object."""
        self._note(EVERYTHING)
        return self._objects.values()

    def links(self) -> Iterable[GoalLink]:
        """Every link between an object and a goal."""
        self._note(EVERYTHING)
        return self._links.values()

    def sharing_id(self, objekt_id: str) -> tuple[CheckedObject, ...]:
        """The objects with this id: one, if all is well; in an order that the order of rows plays no part in."""
        if self.dependencies is not None:
            self.dependencies.topics.add((ID, objekt_id))
        found = self._in_order.get(objekt_id)
        return self._ordered((ID, objekt_id)) if found is None else found

    def by_id(self, objekt_id: str) -> ObjectRecord | None:
        """The object with this id."""
        found = self.sharing_id(objekt_id)
        return found[0].record if found else None

    def node_in_picture(self, objekt_id: str, bild_id: str) -> CheckedObject | None:
        """The node with this id, if it is in the picture."""
        found = self.sharing_id(objekt_id)
        fits = found and found[0].record.lager == NODE_LAYER and found[0].record.bild_id == bild_id
        return found[0] if fits else None

    def has_node(self, objekt_id: str, bild_id: str) -> bool:
        """Whether there is a node with this id in the picture; asked of every node of every chain."""
        if objekt_id not in self._picture_of_node and self.node_in_picture(objekt_id, bild_id) is not None:
            self._picture_of_node[objekt_id] = bild_id
        if self.dependencies is not None:
            self.dependencies.topics.add((ID, objekt_id))
        return self._picture_of_node.get(objekt_id) == bild_id

    def same_named(self, record: ObjectRecord) -> tuple[CheckedObject, ...]:
        """The objects of the same layer, picture, class and name, itself included; by id."""
        return self._group(_name_topic(record))

    def sharing_origin(self, ursprung_id: str) -> int:
        """How many objects say that they come from this one."""
        self._note((ORIGIN, ursprung_id))
        return len(self._groups.get((ORIGIN, ursprung_id), ()))

    def goals_of(self, objekt_id: str) -> list[GoalLink]:
        """The links of an object."""
        self._note((GOALS, objekt_id))
        return list(self._links_of.get(objekt_id, {}).values())

    def linked_goals(self) -> frozenset[str]:
        """The goals that an object is linked to."""
        self._note(LINKED_GOALS)
        return frozenset(self._objects_of_goal)

    def any_object(self) -> bool:
        """Whether there is an object."""
        self._note(ANY_OBJECT)
        return bool(self._objects)

    def any_drawn(self) -> bool:
        """Whether anything is on the map."""
        self._note(ANY_DRAWN)
        return bool(self._drawn)

    def nearest_node(self, bild_id: str, point: QgsPointXY) -> tuple[ObjectRecord, float] | None:
        """The nearest node of a picture and the metres to it; `point` in EPSG:3006."""
        x, y, nodes = point.x(), point.y(), self._nodes.get(bild_id)
        places = nodes.nearest_first(x, y) if nodes is not None else []
        near = [(metres, self._objects[key].record) for metres, key in places]
        found = min(near, key=lambda each: (each[0], each[1].objekt_id), default=None)
        if self.dependencies is not None:
            self.dependencies.circles.append((bild_id, x, y, found[0] if found else float("inf")))
        return (found[1], found[0]) if found else None

    def only_node_within(self, bild_id: str, point: QgsPointXY, metres: float) -> ObjectRecord | None:
        """The node of a picture within `metres` of a point, when there is one and one only; else None."""
        x, y, nodes = point.x(), point.y(), self._nodes.get(bild_id)
        if self.dependencies is not None:
            self.dependencies.circles.append((bild_id, x, y, metres))
        key = nodes.only_within(x, y, metres) if nodes is not None else None
        return self._objects[key].record if key is not None else None

    def in_square(self, checked: CheckedObject, square: Square) -> tuple[CheckedObject, ...]:
        """The nodes of a node's class and picture in a square of the map, by id; of those of one name the first."""
        return self._ordered(_place_topic(checked.record, square))

    def squares_around(self, checked: CheckedObject) -> list[tuple[QgsPointXY, Square, list[Square]]]:
        """The points of a node, the square that each lies in, and those next to it where nodes lie. Notes them all."""
        found, occupied = [], self._squares[_map_of(checked.record)]
        for point in checked.points():
            if self.dependencies is not None:
                # In a square next to this one a node may come first that lies as far off as that square reaches.
                self.dependencies.circles.append((checked.record.bild_id, point.x(), point.y(), 2 * SAME_PLACE_M))
            square = square_of(point)
            found.append((point, square, [near for near in squares_near(square) if near in occupied]))
        return found

    @cached_property
    def area(self) -> QgsGeometry | None:
        """The whole area of the strukturbild, or None when it has none."""
        parts = [read_wkb(area.wkb) for area in self.areas]
        together = QgsGeometry.unaryUnion([part for part in parts if part is not None])
        return None if together.isNull() or together.isEmpty() else together

    def cached(self, name: str, make: Callable[[], T]) -> T:
        """What a rule prepares from the fixed parts, made at the first call."""
        if name not in self._cache:
            self._cache[name] = make()
        return cast("T", self._cache[name])

    # How rules speak

    def display_name(self, record: ObjectRecord) -> str:
        """What to call the object in a sentence: 'Nod ”Karlstad”', or 'Nod utan namn'."""
        kind, name = self.class_name(record), one_line(record.namn)
        return f"{kind} ”{name}”" if name else tr("{slag} utan namn").format(slag=kind)

    def class_name(self, record: ObjectRecord) -> str:
        """The name of its class: 'Nod'."""
        klass = self.classes.get(record.klass)
        return klass.namn.in_language(self.head.sprak) if klass else tr("Objektet")

    def kind_of_picture(self, record: ObjectRecord) -> tuple[str, str]:
        """bildtyp and skala of the picture an object is in; '' when the picture is missing."""
        picture = self.pictures.get(record.bild_id)
        return (picture.bildtyp, picture.skala) if picture else ("", "")

    def remark(
        self, allvar: str, record: ObjectRecord, mening: str, suggestion: str, *fixes: Fix | None, **words: str
    ) -> Remark:
        """A remark about one object; `{record}` in `mening` becomes its name, other braces come from `words`."""
        sentence = mening.format(objekt=self.display_name(record), **words)
        there = tuple(fix for fix in fixes if fix is not None)
        return Remark(allvar, sentence, suggestion, record.objekt_id, record.lager, there)

    def _note(self, topic: Topic) -> None:
        if self.dependencies is not None:
            self.dependencies.topics.add(topic)

    def _group(self, topic: Topic) -> tuple[CheckedObject, ...]:
        self._note(topic)
        return self._ordered(topic)

    def _ordered(self, topic: Topic) -> tuple[CheckedObject, ...]:
        """A group by id, sorted once however many ask."""
        name = _cached_as(topic)
        found = self._in_order.get(name)
        if found is None:
            members = self._groups.get(topic)
            if members is None:
                return ()
            found = tuple(members.values())
            if len(found) > 1:
                found = tuple(sorted(found, key=lambda checked: (checked.record.objekt_id, checked.rank())))
            if topic[0] == PLACE:
                names = (folded(checked.record.namn) or (checked.key,) for checked in found)
                found = tuple(dict(zip(reversed(tuple(names)), reversed(found))).values())[::-1]
            self._in_order[name] = found
        return found

    def _exists(self, objekt_id: str) -> bool:
        return (ID, objekt_id) in self._groups

    def _add(self, checked: CheckedObject) -> None:
        record = checked.record
        if not self._exists(record.objekt_id):
            self._count_links(self._links_of.get(record.objekt_id, {}).values(), 1)
        self._objects[checked.key] = checked
        self._picture_of_node.pop(record.objekt_id, None)
        for group in _all_groups_of(checked):
            self._groups.setdefault(group, {})[checked.key] = checked
            self._in_order.pop(_cached_as(group), None)
        if checked.geometry is not None:
            self._drawn.add(checked.key)
        if record.lager == NODE_LAYER:
            places = [(point.x(), point.y()) for point in checked.points()]
            if record.bild_id not in self._nodes:
                self._nodes[record.bild_id] = NodeIndex(self._id_of)
            self._nodes[record.bild_id].set_points(checked.key, places)
            self._squares.setdefault(_map_of(record), Counter()).update(_squares_of(checked))

    def _drop(self, checked: CheckedObject) -> None:
        record = checked.record
        del self._objects[checked.key]
        self._picture_of_node.pop(record.objekt_id, None)
        for group in _all_groups_of(checked):
            members = self._groups[group]
            del members[checked.key]
            self._in_order.pop(_cached_as(group), None)
            if not members:
                del self._groups[group]
        self._drawn.discard(checked.key)
        if record.lager == NODE_LAYER:
            self._nodes[record.bild_id].remove(checked.key)
            occupied = self._squares[_map_of(record)]
            for square in _squares_of(checked):
                occupied[square] -= 1
                if not occupied[square]:
                    del occupied[square]
        if not self._exists(record.objekt_id):
            self._count_links(self._links_of.get(record.objekt_id, {}).values(), -1)

    def _count_links(self, links: Iterable[GoalLink], step: int) -> None:
        for link in links:
            was = self._objects_of_goal[link.mal_id]
            self._objects_of_goal[link.mal_id] += step
            if not was + step:
                del self._objects_of_goal[link.mal_id]
            if not was or not was + step:
                self._goals_turned[link.mal_id] += step

    def _id_of(self, key: Key) -> tuple[str, str]:
        record = self._objects[key].record
        return record.objekt_id, record.namn

    def _state(self) -> tuple[bool, bool]:
        return bool(self._objects), bool(self._drawn)

    def _note_state(self, before: tuple[bool, bool]) -> None:
        self.changed.add(EVERYTHING)
        for topic, was, now in zip((ANY_OBJECT, ANY_DRAWN), before, self._state()):
            if was != now:
                self.changed.add(topic)
        if any(self._goals_turned.values()):
            self.changed.add(LINKED_GOALS)
        self._goals_turned.clear()


def _cached_as(topic: Topic) -> Topic | str:
    """What a group in order is found by: an id alone, for nothing is asked as often."""
    return topic[1] if topic[0] == ID else topic


def _groups_of(record: ObjectRecord) -> list[Topic]:
    groups: list[Topic] = [(ID, record.objekt_id), _name_topic(record)]
    return [*groups, (ORIGIN, record.ursprung_id)] if record.ursprung_id else groups


def _all_groups_of(checked: CheckedObject) -> list[Topic]:
    """Those, and for a node the squares it lies in."""
    groups = _groups_of(checked.record)
    if checked.record.lager == NODE_LAYER:
        groups += [_place_topic(checked.record, square) for square in _squares_of(checked)]
    return groups


def _squares_of(checked: CheckedObject) -> list[Square]:
    """The squares that a node lies in, each once."""
    return list(dict.fromkeys(map(square_of, checked.points())))


def _map_of(record: ObjectRecord) -> tuple[str, str]:
    return record.bild_id, record.klass


def _place_topic(record: ObjectRecord, square: Square) -> Topic:
    return PLACE, record.bild_id, record.klass, *map(str, square)


def _name_topic(record: ObjectRecord) -> Topic:
    return NAME, record.lager, record.bild_id, record.klass, folded(record.namn)


def folded(name: str) -> str:
    """A name as one compares names."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
