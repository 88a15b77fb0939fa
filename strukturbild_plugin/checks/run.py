"""One pass over a snapshot, one sorted list."""

from __future__ import annotations

from ..feedback import Feedback, Silent, stop_if_cancelled
from ..store.records import Snapshot
from .finding import SEVERITIES, Finding, Remark
from .ground import Ground
from .rules import RULES

__all__ = ["Finding", "check"]


def check(snapshot: Snapshot, feedback: Feedback | None = None) -> tuple[Finding, ...]:
    """Everything worth looking at in `snapshot`: the severest first, then by rule, layer and sentence.

    The order does not depend on the order of rows. Raises Cancelled when `feedback` is cancelled.
    """
    feedback = feedback or Silent()
    ground = Ground(snapshot)
    found: list[Finding] = []
    for number, rule in enumerate(RULES):
        stop_if_cancelled(feedback)
        found.extend(_finding(rule.kod, remark) for remark in rule.look(ground))
        feedback.setProgress(100.0 * (number + 1) / len(RULES))
    return tuple(sorted(found, key=_order))


def _finding(regel: str, remark: Remark) -> Finding:
    return Finding(regel, remark.allvar, remark.objekt_id, remark.lager, remark.mening, remark.forslag)


def _order(finding: Finding) -> tuple[int, str, str, str, str]:
    severity = SEVERITIES.index(finding.allvar)
    return severity, finding.regel, finding.lager, finding.mening, finding.objekt_id
