"""Incremental checks of a strukturbild being drawn: after a change only what it can have altered is checked again."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from typing import Any, Sequence

from ..goals.model import GoalLink
from ..store.gpkg.records import ObjectRecord, Snapshot
from .engine.check_context import CheckContext, Key
from .engine.dependencies import Dependencies, DependencyIndex, RuleRun
from .engine.finding import Finding
from .rules.registry import EACH, GOAL_LINK, RULES, WHOLE, Rule
from .run import finding_of, order


class IncrementalCheck:
    """The findings of `run.check` for the same objects and goal links, once `run` has nothing left to do."""

    def __init__(self, base: Snapshot, rules: Sequence[Rule] = RULES) -> None:
        self._rules, self._context = tuple(rules), CheckContext(base)
        self._numbers = {
            scope: [number for number, rule in enumerate(rules) if rule.scope == scope]
            for scope in (WHOLE, EACH, GOAL_LINK)
        }
        self._dependencies = DependencyIndex()
        self._found: dict[RuleRun, tuple[Finding, ...]] = {}
        self._waiting: dict[RuleRun, None] = {(number, None): None for number in self._numbers[WHOLE]}
        self._sorted = _Sorted()

    def set_object(self, key: Key, record: ObjectRecord | None) -> None:
        """Set the object called `key`; None: it is deleted."""
        if self._context.set_object(key, record):
            self._schedule(key, EACH, record is None)

    def set_link(self, key: Key, link: GoalLink | None) -> None:
        """Set the goal link called `key`; None: it is deleted."""
        if self._context.set_link(key, link):
            self._schedule(key, GOAL_LINK, link is None)

    def run(self, seconds: float = float("inf")) -> bool:
        """Run the rules that a change has called for, for about `seconds`; whether all is done."""
        end = time.perf_counter() + seconds
        self._schedule_dependents()
        while self._waiting:
            run, _ = self._waiting.popitem()
            self._evaluate(run)
            if self._waiting and time.perf_counter() > end:
                return False
        return True

    def findings(self) -> tuple[Finding, ...]:
        """The findings now, in the order of `run.check`."""
        return self._sorted.all()

    def _schedule(self, key: Key, scope: str, removed: bool) -> None:
        for number in self._numbers[scope]:
            run = (number, key)
            if removed:
                self._waiting.pop(run, None)
                self._dependencies.remove(run)
                self._store_findings(run, ())
            else:
                self._waiting[run] = None

    def _schedule_dependents(self) -> None:
        """Schedule the rule runs that the changes so far can alter."""
        context = self._context
        runs = self._dependencies.of_topics(context.changed)
        for bild_id, point in context.moved:
            runs |= self._dependencies.of_place(bild_id, point)
        context.changed.clear()
        context.moved.clear()
        self._waiting.update(dict.fromkeys(runs))

    def _evaluate(self, run: RuleRun) -> None:
        number, key = run
        rule, context = self._rules[number], self._context
        subject: tuple[Any, ...] = ()
        if rule.scope != WHOLE:
            subject = (context.checked_object(key) if rule.scope == EACH else context.link(key),)
        context.dependencies = dependencies = Dependencies()
        try:
            findings = tuple(finding_of(rule, remark) for remark in rule.check(context, *subject))
        finally:
            context.dependencies = None
        self._dependencies.record(run, dependencies)
        self._store_findings(run, findings)

    def _store_findings(self, run: RuleRun, findings: tuple[Finding, ...]) -> None:
        before = self._found.pop(run, ())
        if findings:
            self._found[run] = findings
        if findings != before:
            self._sorted.replace(before, findings)


class _Sorted:
    """Findings in order, while some go and some come."""

    def __init__(self) -> None:
        self._orders: list[tuple[Any, ...]] = []
        self._findings: list[Finding] = []
        self._all: tuple[Finding, ...] | None = ()

    def replace(self, removed: Sequence[Finding], added: Sequence[Finding]) -> None:
        self._all = None
        for finding in removed:
            index = bisect_left(self._orders, order(finding))
            while self._findings[index] != finding:
                index += 1
            del self._orders[index], self._findings[index]
        for finding in added:
            key = order(finding)
            index = bisect_right(self._orders, key)
            self._orders.insert(index, key)
            self._findings.insert(index, finding)

    def all(self) -> tuple[Finding, ...]:
        if self._all is None:
            self._all = tuple(self._findings)
        return self._all
