"""Conflicts about one thing as one question, with an answer for each value that anybody gave. Plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...errors import StoreError
from ...i18n import tr
from ..conflicts import POSTPONED, Side
from ..decisions import (
    BOTH,
    EDITED,
    KEEP,
    ONE,
    OTHER,
    PROPOSE,
    Answer,
    Decision,
    OpenConflict,
    choices,
    decide,
    likeness,
    postpone,
    together,
)
from ..merged_tables import Cell, Key, Row
from ..row_merge import canonical

_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class QuestionSide:
    """A value that somebody gave. `choice`: ONE, OTHER, and OTHER with a number for the third and on."""

    choice: str
    conflict: OpenConflict
    of: str
    """Which of the conflict's sides it is: ONE or OTHER."""

    @property
    def value(self) -> Cell | Row:
        """What they say."""
        return self.conflict.value(self.of)

    @property
    def side(self) -> Side:
        """Who stands behind it."""
        return self.conflict.side(self.of)


@dataclass(frozen=True)
class MergeQuestion:
    """Conflicts of one kind about one column of one row, in a fixed order; the first is asked about by itself."""

    conflicts: tuple[OpenConflict, ...]

    @property
    def first(self) -> OpenConflict:
        """What is true of all of them: row, column, kind and base."""
        return self.conflicts[0]

    @property
    def konflikt_id(self) -> str:
        """What it is known by while it is shown."""
        return self.first.konflikt_id

    @property
    def key(self) -> Key:
        """The row it is about."""
        return self.first.key

    @property
    def status(self) -> str:
        """What `konflikt.status` says of them."""
        return POSTPONED if all(one.status == POSTPONED for one in self.conflicts) else self.first.status

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.first.is_open

    @cached_property
    def sides(self) -> tuple[QuestionSide, ...]:
        """Every value that anybody gave, each once."""
        found: dict[str, QuestionSide] = {}
        for conflict in self.conflicts:
            for of in (ONE, OTHER):
                number = len(found) + 1
                choice = of if number <= 2 else f"{OTHER}{number}"
                found.setdefault(canonical(conflict.value(of)), QuestionSide(choice, conflict, of))
        return tuple(found.values())

    def side(self, choice: str) -> QuestionSide | None:
        """The side that is called `choice`; None for KEEP and the like."""
        return next((one for one in self.sides if one.choice == choice), None)


def questions(conflicts: Iterable[OpenConflict]) -> list[MergeQuestion]:
    """The conflicts as questions, in the order of the first of each; those that are decided apart from the open."""
    found: dict[object, list[OpenConflict]] = {}
    for one in conflicts:
        alone = () if one.readable else (one.konflikt_id,)
        found.setdefault((one.key, one.column, one.kind, one.is_open, *alone), []).append(one)
    return [MergeQuestion(tuple(sorted(listed, key=_by_group))) for listed in found.values()]


def _by_group(conflict: OpenConflict) -> tuple[object, ...]:
    """Groups in the order that people count them: 'Bord 2' before 'Bord 10'."""
    vem = f"{conflict.one_side.vem}\n{conflict.other_side.vem}"
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(vem)]
    return (parts, conflict.konflikt_id)


def question_choices(question: MergeQuestion, current: Row | None) -> tuple[str, ...]:
    """What can be chosen, in the order it is offered; as `decisions.choices`, with every side."""
    offered = [choices(one, current) for one in question.conflicts]
    if any(ONE not in each for each in offered):
        return (KEEP,)
    more = (choice for choice in (KEEP, BOTH, EDITED) if all(choice in each for each in offered))
    return (*(one.choice for one in question.sides), *more)


def decide_question(
    question: MergeQuestion, answer: Answer, current: Row | None, sentence: str = "", name: str = ""
) -> Decision:
    """What an answer to the question does, to all its conflicts at once. Raises StoreError."""
    if answer.choice not in question_choices(question, current):
        raise StoreError(tr("Det går inte att välja så längre, för raden är en annan. Välj något av det som visas."))
    side = question.side(answer.choice)
    lead = side.conflict if side is not None else question.first
    own = replace(answer, choice=side.of) if side is not None else answer
    others = [_companion(one, own, side, current) for one in question.conflicts if one is not lead]
    return together([decide(lead, own, current, sentence, name=name), *others])


def _companion(one: OpenConflict, answer: Answer, side: QuestionSide | None, current: Row | None) -> Decision:
    """What the answer is to another conflict of the question: its row is changed already, and the log says it once."""
    choice = answer.choice
    if side is not None:
        wanted = canonical(side.value)
        choice = next((of for of in (ONE, OTHER) if canonical(one.value(of)) == wanted), KEEP)
        if choice == KEEP and one.column and current is not None:
            current = {**current, one.column: side.value}  # type: ignore[dict-item]
    elif choice == EDITED:
        choice = KEEP
        current = {**(current or {}), one.column: answer.value}
    made = decide(one, replace(answer, choice=choice), current, unasked=True)
    return Decision(tuple(edit for edit in made.edits if edit.action == PROPOSE), made.conflicts)


def postpone_question(question: MergeQuestion) -> Decision:
    """All of it is left for later."""
    return together(postpone(one) for one in question.conflicts)


def alike_questions(question: MergeQuestion, others: Iterable[MergeQuestion]) -> list[MergeQuestion]:
    """The others that wait where the situation is the same: the same groups have done the same against each other."""
    wanted = _likeness(question)
    return [
        one for one in others if one.is_open and one.konflikt_id != question.konflikt_id and _likeness(one) == wanted
    ]


def _likeness(question: MergeQuestion) -> Sequence[object]:
    readable = all(one.readable for one in question.conflicts)
    return [likeness(one) for one in question.conflicts] if readable else [question.konflikt_id]
