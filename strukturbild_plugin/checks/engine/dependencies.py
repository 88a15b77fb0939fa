"""The dependencies of the rules: what each has read, so that a change wakes only those whose answer it can alter."""

from __future__ import annotations

import math
from typing import Hashable, Iterable

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

Topic = tuple[str, ...]
"""Something that can be asked: a kind of question and what it is about."""

ID, NAME, ORIGIN, GOALS, PLACE = "id", "namn", "ursprung", "mal", "plats"
EVERYTHING: Topic = ("allt",)
"""Asked by whoever looks at the whole: any change wakes it."""
ANY_OBJECT: Topic = ("finns",)
ANY_DRAWN: Topic = ("ritat",)
LINKED_GOALS: Topic = ("burna mål",)

Circle = tuple[str, float, float, float]
"""Picture, x, y and radius in metres: a node that comes, goes or changes within it matters."""

RuleRun = tuple[int, Hashable]
"""Number of a rule, and the key of the object or link it looks at; None for the whole."""


class Dependencies:
    """What one rule run has read."""

    __slots__ = ("circles", "topics")

    def __init__(self) -> None:
        self.topics: set[Topic] = set()
        self.circles: list[Circle] = []


class DependencyIndex:
    """Which rule runs depend on what."""

    def __init__(self) -> None:
        self._dependencies: dict[RuleRun, set[Topic]] = {}
        self._by_topic: dict[Topic, set[RuleRun]] = {}
        self._slots_of: dict[RuleRun, list[int]] = {}
        self._circles: dict[int, tuple[RuleRun, Circle]] = {}
        self._unbounded: dict[str, dict[int, RuleRun]] = {}
        self._index, self._next = QgsSpatialIndex(), 1

    def record(self, run: RuleRun, dependencies: Dependencies) -> None:
        """Replace what the rule run `run` depends on."""
        self.remove(run)
        if dependencies.topics:
            self._dependencies[run] = dependencies.topics
            for topic in dependencies.topics:
                self._by_topic.setdefault(topic, set()).add(run)
        for circle in dependencies.circles:
            self._add_circle(run, circle)

    def remove(self, run: RuleRun) -> None:
        """Forget what the rule run `run` depends on."""
        for topic in self._dependencies.pop(run, ()):
            runs = self._by_topic[topic]
            runs.discard(run)
            if not runs:
                del self._by_topic[topic]
        for slot in self._slots_of.pop(run, ()):
            _run, circle = self._circles.pop(slot)
            if self._unbounded.get(circle[0], {}).pop(slot, None) is None:
                feature = QgsFeature(slot)
                feature.setGeometry(QgsGeometry.fromRect(_box(circle)))
                self._index.deleteFeature(feature)

    def of_topics(self, topics: Iterable[Topic]) -> set[RuleRun]:
        """The rule runs that depend on any of these."""
        found: set[RuleRun] = set()
        for topic in topics:
            found |= self._by_topic.get(topic, set())
        return found

    def of_place(self, bild_id: str, point: QgsPointXY) -> set[RuleRun]:
        """The rule runs that depend on the nodes near `point` (EPSG:3006) of a picture."""
        found = set(self._unbounded.get(bild_id, {}).values())
        x, y = point.x(), point.y()
        for slot in self._index.intersects(QgsRectangle(x, y, x, y)):
            run, (picture, across, up, radius) = self._circles[slot]
            if picture == bild_id and math.hypot(x - across, y - up) <= radius * (1 + 1e-9) + 1e-3:
                found.add(run)
        return found

    def _add_circle(self, run: RuleRun, circle: Circle) -> None:
        slot, self._next = self._next, self._next + 1
        self._circles[slot] = (run, circle)
        self._slots_of.setdefault(run, []).append(slot)
        if math.isfinite(circle[3]):
            self._index.addFeature(slot, _box(circle))
        else:
            self._unbounded.setdefault(circle[0], {})[slot] = run


def _box(circle: Circle) -> QgsRectangle:
    _picture, x, y, radius = circle
    reach = radius * (1 + 1e-9) + 1e-3
    return QgsRectangle(x - reach, y - reach, x + reach, y + reach)
