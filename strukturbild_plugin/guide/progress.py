"""How far each step has come, derived from the strukturbild itself and not from what somebody has clicked.

A state never locks anything: it says where the group is and what is left.
"""

from __future__ import annotations

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
from ..checks.finding import Finding
from ..checks.run import check
from ..store.records import Snapshot
from .frame import goal_state, picture_state, purpose_state
from .measures import edition_state, link_state, object_state, review_state
from .state import DONE, NOT_BEGUN, UNDER_WAY, StepState
from .tally import Tally, tally_of

__all__ = ["DONE", "NOT_BEGUN", "UNDER_WAY", "StepState", "progress"]

Measure = Callable[[StepSpec, Tally, str], StepState]

_MEASURES: Mapping[str, Measure] = {
    PURPOSE: purpose_state,
    AREA_AND_PICTURE: picture_state,
    GOALS: goal_state,
    OBJECTS: object_state,
    LINKS: link_state,
    REVIEW: review_state,
    EDITIONS: edition_state,
}


def progress(
    snapshot: Snapshot,
    steps: Sequence[StepSpec],
    findings: Sequence[Finding] | None = None,
    language: str = "sv",
    bild_id: str = "",
    fingerprint: str = "",
) -> tuple[StepState, ...]:
    """The state of each step, in their order. A few milliseconds when `findings` (checks.run.check) are given.

    `steps`: chain.chain_of(...).steg. `language`: of class names. `bild_id`: for that picture alone.
    `fingerprint`: of the strukturbild now (export.fingerprint), if known: then any change since the edition is seen.
    """
    tally = tally_of(snapshot, check(snapshot) if findings is None else findings, bild_id, fingerprint)
    return tuple(_MEASURES[step.mats_pa](step, tally, language) for step in steps)
