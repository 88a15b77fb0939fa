"""What the states of the steps depend on, counted in one pass over objects, findings and links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Collection, Mapping, Sequence

from ..checks.engine.finding import TIP, Finding
from ..checks.rules.goal_rules import WITHOUT_GOALS
from ..goals.model import GoalLink
from ..store.gpkg.records import ObjectRecord, Picture, Snapshot


@dataclass(frozen=True)
class StepMeasures:
    """Counts and findings of a snapshot, or of one picture of it."""

    snapshot: Snapshot
    pictures: tuple[Picture, ...]
    objects: Mapping[str, ObjectRecord]
    """By objekt_id."""
    of_class: Mapping[str, int]
    findings: tuple[Finding, ...]
    """Without tips, the gravest first; of one picture: those of its objects and of the whole."""
    tips: int
    by_rule: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    links: tuple[GoalLink, ...] = ()
    """Ties between objects and goals that are both there."""
    fingerprint: str = ""
    """Of the strukturbild as it is now; '' when nobody has worked it out."""
    samverkansniva: int | None = None
    """How much others take part, 1-8: in the workshop whose copy it is, or in the strukturbild; None when not said."""

    def blocking_findings(self, rules: Sequence[str], classes: Collection[str] | None = None) -> tuple[Finding, ...]:
        """The findings of `rules`, in their order; with `classes`: only those on objects of them."""
        findings = (one for rule in rules for one in self.by_rule.get(rule, ()))
        if classes is None:
            return tuple(findings)
        of_them = {objekt_id for objekt_id, record in self.objects.items() if record.klass in classes}
        return tuple(one for one in findings if one.objekt_id in of_them)

    def count_needing_goals(self) -> int:
        """How many objects are in pictures that show what is wanted, and so should be linked to goals."""
        present = {picture.bild_id for picture in self.pictures if picture.bildtyp in WITHOUT_GOALS}
        return sum(record.bild_id not in present for record in self.objects.values())


def measure_steps(
    snapshot: Snapshot,
    findings: Sequence[Finding],
    bild_id: str = "",
    fingerprint: str = "",
    workshop_level: int | None = None,
) -> StepMeasures:
    """Count everything that the steps depend on, in one pass; `bild_id`: of that picture alone."""
    objects = {one.objekt_id: one for one in snapshot.objects if not bild_id or one.bild_id == bild_id}
    concerned = [one for one in findings if not bild_id or not one.objekt_id or one.objekt_id in objects]
    grave = [one for one in concerned if one.allvar != TIP]
    by_rule: dict[str, list[Finding]] = {}
    for finding in grave:
        by_rule.setdefault(finding.regel, []).append(finding)
    goals = {goal.mal_id for goal in snapshot.goals}
    return StepMeasures(
        snapshot=snapshot,
        pictures=tuple(one for one in snapshot.pictures if not bild_id or one.bild_id == bild_id),
        objects=objects,
        of_class=Counter(one.klass for one in objects.values()),
        findings=tuple(grave),
        tips=len(concerned) - len(grave),
        by_rule={rule: tuple(found) for rule, found in by_rule.items()},
        links=tuple(link for link in snapshot.links if link.objekt_id in objects and link.mal_id in goals),
        fingerprint=fingerprint,
        samverkansniva=workshop_level or snapshot.head.samverkansniva,
    )
