"""How far each step has come, derived from the strukturbild itself and not from what somebody has clicked.

A state never locks anything: it says where the group is and what is left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Mapping, Sequence

from ..catalogue.steps import (
    AREA_AND_PICTURE,
    EDITIONS,
    GOALS,
    LINKS,
    OBJECTS,
    PURPOSE,
    REVIEW,
    StepSpec,
)
from ..checks.engine.finding import Finding
from ..checks.run import check
from ..store.gpkg.records import Snapshot
from .drawing_steps import edition_state, link_state, object_state, review_state
from .purpose_steps import goal_state, picture_state, purpose_state
from .step_measures import StepMeasures, measure_steps
from .step_state import DONE, NOT_BEGUN, UNDER_WAY, StepState

__all__ = ["DONE", "NOT_BEGUN", "UNDER_WAY", "StepState", "progress"]

Measure = Callable[[StepSpec, StepMeasures, str], StepState]

_MEASURES: Mapping[str, Measure] = {
    PURPOSE: purpose_state,
    AREA_AND_PICTURE: picture_state,
    GOALS: goal_state,
    OBJECTS: object_state,
    LINKS: link_state,
    REVIEW: review_state,
    EDITIONS: edition_state,
}

PICTURE_MEASURES = frozenset({OBJECTS, LINKS})
"""Measures of what lies in a picture; the others are about the whole strukturbild, or (review) are listed for all."""


def progress(
    snapshot: Snapshot,
    steps: Sequence[StepSpec],
    findings: Sequence[Finding] | None = None,
    language: str = "sv",
    bild_id: str = "",
    fingerprint: str = "",
    workshop_level: int | None = None,
) -> tuple[StepState, ...]:
    """The state of each step of the guide, in their order. A few milliseconds when `findings` are given.

    `steps`: step_chain.chain_of(...).steps. `findings`: of checks.run.check, which is run when None. `language`: of
    class names, 'sv' or 'en'. `bild_id`: the picture that is drawn in; when there are several, the steps of drawing and
    of goal links count that one alone, as the palette does, and say its name. `fingerprint`: of the strukturbild now
    (export.fingerprint), if known: then any change since the edition is seen. `workshop_level`: in a group's copy, the
    level of cooperation (1-8) that its workshop was started with; it goes before the strukturbild's own.
    """
    found = check(snapshot) if findings is None else findings
    whole = measure_steps(snapshot, found, "", fingerprint, workshop_level)
    picture = next((one for one in snapshot.pictures if one.bild_id == bild_id), None)
    if picture is None or len(snapshot.pictures) < 2:
        return tuple(_MEASURES[step.mats_pa](step, whole, language) for step in steps)
    alone = measure_steps(snapshot, found, bild_id, fingerprint, workshop_level)
    states = []
    for step in steps:
        here = step.mats_pa in PICTURE_MEASURES
        state = _MEASURES[step.mats_pa](step, alone if here else whole, language)
        states.append(replace(state, picture=picture.namn) if here else state)
    return tuple(states)
