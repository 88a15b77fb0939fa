"""The states of the steps before drawing: purpose, area and pictures, goals."""

from __future__ import annotations

from ..catalogue.steps import StepSpec
from ..checks.rules.goal_rules import WITHOUT_GOALS
from ..i18n import joined, tr
from ..region_codes import is_swedish
from .step_measures import StepMeasures
from .step_state import DONE, NOT_BEGUN, UNDER_WAY, StepState, state_with_findings

MAX_AREAS, MAX_PICTURES = 2, 2
"""Areas and pictures named; more are counted."""


def purpose_state(step: StepSpec, measures: StepMeasures, _language: str) -> StepState:
    """Purpose, organisation, how much others take part and, unless all pictures show the present, who decides."""
    head = measures.snapshot.head
    wanted = [
        (bool(head.beskrivning.strip()), tr("syfte")),
        (bool(head.organisation.strip()), tr("organisation")),
        (measures.samverkansniva is not None, tr("nivå på samverkanstrappan")),
    ]
    if any(picture.bildtyp not in WITHOUT_GOALS for picture in measures.pictures):
        wanted.append((any(picture.beslutsorgan.strip() for picture in measures.pictures), tr("vem som beslutar")))
    missing = [name for there, name in wanted if not there]
    there = len(wanted) - len(missing)
    if not there:
        return StepState(step.kod, NOT_BEGUN, tr("Skriv syftet"))
    if missing:
        sentence = tr("Saknas: {what}").format(what=joined(missing))
        return StepState(step.kod, UNDER_WAY, sentence, there, len(missing))
    sentence = tr("{organisation}, samverkansnivå {n}")
    return StepState(
        step.kod, DONE, sentence.format(organisation=head.organisation.strip(), n=measures.samverkansniva), there
    )


def picture_state(step: StepSpec, measures: StepMeasures, language: str) -> StepState:
    """An area, at least one picture, and a year for each picture of the future."""
    areas, pictures = measures.snapshot.areas, measures.pictures
    if not areas and not pictures:
        return StepState(step.kod, NOT_BEGUN, tr("Välj område och bild"))
    without_year = [one for one in pictures if one.bildtyp not in WITHOUT_GOALS and one.horisont is None]
    missing = [*([] if areas else [tr("område")]), *([] if pictures else [tr("bild")])]
    missing += [tr("målår för {picture}").format(picture=picture.namn) for picture in without_year]
    if missing:
        sentence = tr("Saknas: {what}").format(what=joined(missing))
        return StepState(step.kod, UNDER_WAY, sentence, len(pictures), len(missing))
    findings = measures.blocking_findings(step.kontroller)
    if findings:
        return state_with_findings(step.kod, len(pictures), findings, measures, language)
    named = [f"{one.namn} {one.horisont}" if one.horisont else one.namn for one in pictures]
    shown = joined(named) if len(named) <= MAX_PICTURES else tr("{n} bilder").format(n=len(named))
    where = joined([area.namn for area in areas])
    if len(areas) > MAX_AREAS:
        where = tr("{n} områden").format(n=len(areas))
    return StepState(step.kod, DONE, f"{where}: {shown}", len(pictures))


def goal_state(step: StepSpec, measures: StepMeasures, _language: str) -> StepState:
    """Goals, among them a RUS for each Swedish län of the strukturbild."""
    snapshot = measures.snapshot
    goals = len(snapshot.goals)
    if not goals:
        return StepState(step.kod, NOT_BEGUN, tr("Inga mål än"))
    covered = {lan for goal_set in snapshot.goal_sets for lan in goal_set.lan}
    names = {area.kod: area.namn for area in snapshot.areas}
    missing = [names.get(lan, lan) for lan in snapshot.head.lan if is_swedish(lan) and lan not in covered]
    if missing:
        sentence = tr("Saknas: RUS för {areas}").format(areas=joined(missing))
        return StepState(step.kod, UNDER_WAY, sentence, goals, len(missing))
    sets = len(snapshot.goal_sets)
    sentence = tr("{n} mål ur en samling") if sets == 1 else tr("{n} mål ur {sets} samlingar")
    return StepState(step.kod, DONE, sentence.format(n=goals, sets=sets), goals)
