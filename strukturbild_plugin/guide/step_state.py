"""The state of a step, and how it is made from findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from ..checks.engine.finding import Finding
from ..i18n import tr
from .step_measures import StepMeasures
from .step_texts import count_phrase, phrase

NOT_BEGUN, UNDER_WAY, DONE = "inte_borjad", "pagar", "klar"
MAX_PHRASES = 2
"""Kinds of missing things said in one sentence."""


@dataclass(frozen=True)
class StepState:
    """The state of a step: how far it has come, and in which words."""

    kod: str
    state: str
    """'inte_borjad', 'pagar' or 'klar'."""
    text: str
    """A few words for the list of steps: '3 noder saknar nivå'."""
    count: int = 0
    """What there is of what the step is about: objects, pictures, goals, links, editions."""
    remaining: int = 0
    """How many things stand between the step and done; 0 when nothing is begun."""
    object_ids: tuple[str, ...] = ()
    """The objects to look at, each once, the gravest first."""
    picture: str = ""
    """The name of the picture it speaks of, when there are several; '' for the whole strukturbild."""

    def text_with_picture(self) -> str:
        """Name of the picture and text: 'Målbild · 3 noder saknar nivå'."""
        return " · ".join(part for part in (self.picture, self.text) if part)


def state_with_findings(
    kod: str, count: int, findings: Sequence[Finding], measures: StepMeasures, language: str
) -> StepState:
    """The state `UNDER_WAY` with what the findings say, rule by rule in their order."""
    rules: dict[str, dict[str, None]] = {}
    for place, finding in enumerate(findings):
        rules.setdefault(finding.regel, {})[finding.objekt_id or f"#{place}"] = None
    phrases = []
    for rule, ids in list(rules.items())[:MAX_PHRASES]:
        classes = {measures.objects[one].klass for one in ids if one in measures.objects}
        phrases.append(phrase(rule, count_phrase(classes, len(ids), measures.snapshot.catalogue, language)))
    if len(rules) > MAX_PHRASES:
        phrases.append(tr("med mera"))
    objects = tuple(dict.fromkeys(one.objekt_id for one in findings if one.objekt_id))
    return StepState(kod, UNDER_WAY, ", ".join(phrases), count, len(findings), objects)
