"""The whole check: one pass over a snapshot, one sorted list of findings."""

from __future__ import annotations

from typing import Any, Sequence

from ..feedback import Feedback, Silent, stop_if_cancelled
from ..store.gpkg.records import Snapshot
from .engine.check_context import CheckContext
from .engine.finding import SEVERITIES, Finding, Remark
from .rules.registry import EACH, GOAL_LINK, RULES, WHOLE, Rule

_BETWEEN_CHECKS = 64
"""Objects between looking whether somebody has cancelled."""

__all__ = ["Finding", "check", "finding_of", "order"]


def check(snapshot: Snapshot, feedback: Feedback | None = None, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """The findings of `snapshot`: the severest first, then by rule, layer and sentence.

    The order does not depend on the order of rows. Raises Cancelled when `feedback` is cancelled.
    """
    feedback = feedback or Silent()
    context = CheckContext(snapshot)
    for place, record in enumerate(snapshot.objects):
        context.set_object(place, record)
    for place, link in enumerate(snapshot.links):
        context.set_link(place, link)
    subjects: dict[str, list[tuple[Any, ...]]] = {
        WHOLE: [()],
        EACH: [(checked,) for checked in context.objects()],
        GOAL_LINK: [(link,) for link in context.links()],
    }
    found: list[Finding] = []
    done, total = 0, sum(map(len, subjects.values()))
    for scope, each in subjects.items():
        of_scope = [rule for rule in rules if rule.scope == scope]
        for subject in each:  # all rules of one object while it is at hand: among many, each costs a look in memory
            if done % _BETWEEN_CHECKS == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100.0 * done / total)
            for rule in of_scope:
                found += [finding_of(rule, remark) for remark in rule.check(context, *subject)]
            done += 1
    feedback.setProgress(100.0)
    return tuple(sorted(found, key=order))


def finding_of(rule: Rule, remark: Remark) -> Finding:
    """What the rule says, with its id."""
    words = (remark.allvar, remark.objekt_id, remark.lager, remark.mening, remark.forslag, remark.atgarder)
    return Finding(rule.id, *words)


def order(finding: Finding) -> tuple[int, str, str, str, str, str, str]:
    """What findings are sorted by."""
    severity = SEVERITIES.index(finding.allvar)
    fixes = repr(finding.atgarder) if finding.atgarder else ""
    return severity, finding.regel, finding.lager, finding.mening, finding.objekt_id, finding.forslag, fixes
