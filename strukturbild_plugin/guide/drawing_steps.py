"""The states of the steps of drawing and after: objects, goal links, review, edition."""

from __future__ import annotations

from ..catalogue.steps import StepSpec
from ..checks.engine.finding import ERROR
from ..i18n import tr
from .step_measures import StepMeasures
from .step_state import DONE, NOT_BEGUN, UNDER_WAY, StepState, state_with_findings
from .step_texts import counts_phrase

NOTHING_DRAWN = "H01"


def object_state(step: StepSpec, measures: StepMeasures, language: str) -> StepState:
    """Objects of the step's classes, and what the step's checks say of them."""
    of_class = {kod: measures.of_class.get(kod, 0) for kod in step.klasser}
    number = sum(of_class.values())
    if not number:
        return StepState(step.kod, NOT_BEGUN, tr("Inget ritat än"))
    findings = measures.blocking_findings(step.kontroller, step.klasser)
    if findings:
        return state_with_findings(step.kod, number, findings, measures, language)
    there = counts_phrase(of_class, measures.snapshot.catalogue, language)
    if number < step.minst:
        sentence = tr("{there}; minst {n} behövs").format(there=there, n=step.minst)
        return StepState(step.kod, UNDER_WAY, sentence, number, step.minst - number)
    return StepState(step.kod, DONE, there, number)


def link_state(step: StepSpec, measures: StepMeasures, language: str) -> StepState:
    """The state of linking objects to goals; in pictures of the future every object should be linked."""
    number = len(measures.links)
    waiting = measures.count_needing_goals()
    if not number and measures.objects and not waiting:
        return StepState(step.kod, DONE, tr("Ett nuläge behöver inga mål"))
    if not number:
        sentence = tr("{n} objekt att koppla").format(n=waiting) if waiting else tr("Inget kopplat än")
        return StepState(step.kod, NOT_BEGUN, sentence)
    findings = measures.blocking_findings(step.kontroller)
    if findings:
        return state_with_findings(step.kod, number, findings, measures, language)
    supported = _supported(measures)
    sentence = tr("{goals} av {all} mål har stöd").format(goals=supported, all=len(measures.snapshot.goals))
    return StepState(step.kod, DONE, sentence, number)


def review_state(step: StepSpec, measures: StepMeasures, _language: str) -> StepState:
    """What the checks of the step still find."""
    if not measures.objects or NOTHING_DRAWN in measures.by_rule:
        return StepState(step.kod, NOT_BEGUN, tr("Inget att granska än"))
    findings = measures.blocking_findings(step.kontroller) if step.kontroller else measures.findings
    number = len(measures.objects)
    if not findings:
        sentence = tr("Inget att rätta")
        if measures.tips:
            sentence = tr("Inget att rätta; {n} tips").format(n=measures.tips)
        return StepState(step.kod, DONE, sentence, number)
    errors = sum(finding.allvar == ERROR for finding in findings)
    phrases = [tr("{n} fel").format(n=errors)] if errors else []
    if len(findings) > errors:
        phrases.append(tr("{n} att se över").format(n=len(findings) - errors))
    objects = tuple(dict.fromkeys(finding.objekt_id for finding in findings if finding.objekt_id))
    return StepState(step.kod, UNDER_WAY, ", ".join(phrases), number, len(findings), objects)


def edition_state(step: StepSpec, measures: StepMeasures, _language: str) -> StepState:
    """The state of making an edition: by fingerprint if it is known, else by the number of objects and links."""
    snapshot = measures.snapshot
    if not snapshot.editions:
        return StepState(step.kod, NOT_BEGUN, tr("Ingen utgåva än"))
    number = len(snapshot.editions)
    last = max(snapshot.editions, key=lambda edition: edition.nummer)
    same = (last.antal_objekt, last.antal_lankar) == (len(snapshot.objects), len(snapshot.links))
    if not same or (measures.fingerprint and measures.fingerprint != last.fingeravtryck):
        sentence = tr("Ändrad sedan utgåva {n}").format(n=last.nummer)
        return StepState(step.kod, UNDER_WAY, sentence, number, 1)
    sentence = tr("Utgåva {n}, {date}").format(n=last.nummer, date=last.tid[:10])
    return StepState(step.kod, DONE, sentence, number)


def _supported(measures: StepMeasures) -> int:
    """The number of goals that some object is linked to, directly or by a goal below them."""
    above = {goal.mal_id: goal.over_id for goal in measures.snapshot.goals}
    supported: set[str] = set()
    for link in measures.links:
        goal = link.mal_id
        while goal in above and goal not in supported:
            supported.add(goal)
            goal = above[goal]
    return len(supported)
