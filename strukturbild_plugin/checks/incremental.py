"""The findings of a strukturbild being drawn: after a change only what it can have altered is looked at again."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from typing import Any, Sequence

from ..goals.model import GoalLink
from ..store.gpkg.records import ObjectRecord, Snapshot
from .engine.check_context import CheckContext, Key
from .engine.dependencies import Dependencies, DependencyIndex, RuleRun
from .engine.finding import Finding
from .rules.registry import EACH, LINK, RULES, WHOLE, Rule
from .run import finding_of, order


class IncrementalCheck:
    """Always what `run.check` would say of the same objects and links, once `run` has nothing left to do."""

    def __init__(self, base: Snapshot, rules: Sequence[Rule] = RULES) -> None:
        self._rules, self._context = tuple(rules), CheckContext(base)
        self._numbers = {
            about: [number for number, rule in enumerate(rules) if rule.scope == about] for about in (WHOLE, EACH, LINK)
        }
        self._dependencies = DependencyIndex()
        self._found: dict[RuleRun, tuple[Finding, ...]] = {}
        self._waiting: dict[RuleRun, None] = {(number, None): None for number in self._numbers[WHOLE]}
        self._sorted = _Sorted()

    def set_object(self, key: Key, record: ObjectRecord | None) -> None:
        """The object called `key` is this now; None: it is gone."""
        if self._context.set_object(key, record):
            self._schedule(key, EACH, record is None)

    def set_link(self, key: Key, link: GoalLink | None) -> None:
        """The link called `key` is this now; None: it is gone."""
        if self._context.set_link(key, link):
            self._schedule(key, LINK, link is None)

    def run(self, seconds: float = float("inf")) -> bool:
        """Look where it is called for, for about so long; whether all is done."""
        end = time.perf_counter() + seconds
        self._schedule_dependents()
        while self._waiting:
            look, _ = self._waiting.popitem()
            self._evaluate(look)
            if self._waiting and time.perf_counter() > end:
                return False
        return True

    def findings(self) -> tuple[Finding, ...]:
        """What there is to say, in the order of `run.check`."""
        return self._sorted.all()

    def _schedule(self, key: Key, about: str, gone: bool) -> None:
        for number in self._numbers[about]:
            look = (number, key)
            if gone:
                self._waiting.pop(look, None)
                self._dependencies.remove(look)
                self._store_findings(look, ())
            else:
                self._waiting[look] = None

    def _schedule_dependents(self) -> None:
        """Call for the looks that the changes so far can alter."""
        context = self._context
        looks = self._dependencies.of_topics(context.changed)
        for bild_id, point in context.moved:
            looks |= self._dependencies.of_place(bild_id, point)
        context.changed.clear()
        context.moved.clear()
        self._waiting.update(dict.fromkeys(looks))

    def _evaluate(self, look: RuleRun) -> None:
        number, key = look
        rule, context = self._rules[number], self._context
        subject: tuple[Any, ...] = ()
        if rule.scope != WHOLE:
            subject = (context.checked_object(key) if rule.scope == EACH else context.link(key),)
        context.dependencies = asked = Dependencies()
        try:
            said = tuple(finding_of(rule, remark) for remark in rule.check(context, *subject))
        finally:
            context.dependencies = None
        self._dependencies.record(look, asked)
        self._store_findings(look, said)

    def _store_findings(self, look: RuleRun, said: tuple[Finding, ...]) -> None:
        before = self._found.pop(look, ())
        if said:
            self._found[look] = said
        if said != before:
            self._sorted.replace(before, said)


class _Sorted:
    """Findings in order, while some go and some come."""

    def __init__(self) -> None:
        self._orders: list[tuple[Any, ...]] = []
        self._findings: list[Finding] = []
        self._said: tuple[Finding, ...] | None = ()

    def replace(self, gone: Sequence[Finding], come: Sequence[Finding]) -> None:
        self._said = None
        for finding in gone:
            place = bisect_left(self._orders, order(finding))
            while self._findings[place] != finding:
                place += 1
            del self._orders[place], self._findings[place]
        for finding in come:
            key = order(finding)
            place = bisect_right(self._orders, key)
            self._orders.insert(place, key)
            self._findings.insert(place, finding)

    def all(self) -> tuple[Finding, ...]:
        if self._said is None:
            self._said = tuple(self._findings)
        return self._said
