"""Compares what is saved in the open strukturbild with an edition that was made of it, or with another file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...feedback import Feedback
from ...i18n import tr
from ...store.earlier_states.retention import EarlierState
from ...workshop.compare import Comparison, RowDifference
from ...workshop.difference_texts import DifferenceText
from ..earlier_states.states_controller import StatesController
from ..session.session import Session
from ..settings import language

Failed = Callable[[Exception, str], None]


@dataclass(frozen=True)
class FoundDifferences:
    """What is new. `lines`: each object that is different, by kind, class and name."""

    comparison: Comparison
    summary: str
    lines: tuple[tuple[RowDifference, DifferenceText], ...]


class ComparisonController:
    """One for a window."""

    def __init__(self, session: Session, states: StatesController) -> None:
        self.session, self._states = session, states

    def read_editions(self, done: Callable[[list[EarlierState]], None]) -> None:
        """Give the editions that can be compared with, the latest first."""

        def listed(states: list[EarlierState]) -> None:
            by_number = {state.edition: state for state in reversed(states) if state.edition}
            done([by_number[number] for number in sorted(by_number, reverse=True)])

        self._states.read_states(listed)

    def compare(self, older: EarlierState | Path, done: Callable[[FoundDifferences], None], failed: Failed) -> None:
        """What is new in the saved file since `older`."""
        opened, spoken = self.session.opened, language()
        if opened is None:
            return
        path = opened.path

        def work(feedback: Feedback) -> FoundDifferences:
            from ...store.earlier_states.restore_state import usable_copy
            from ...workshop.compare import compare_files
            from ...workshop.difference_texts import object_texts, summary

            if isinstance(older, EarlierState):
                with usable_copy(older.path) as copy:
                    found = compare_files(copy, path, feedback)
            else:
                found = compare_files(older, path, feedback)
            return FoundDifferences(found, summary(found), tuple(object_texts(found, spoken)))

        self.session.runner.start(tr("Jämför"), work, done, failed)
