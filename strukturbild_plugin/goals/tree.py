"""A goal tree built and checked, whether its goals come from a library file or a table."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Iterable, Mapping, Sequence

from ..i18n import tr
from ..yaml_reader.problems import SourceLocation
from .model import Goal, GoalSet

_GOAL_IDS = uuid.UUID("0963234e-9e18-54d3-bbc0-bfd6dd074dbe")
"""uuid5 of the URL namespace and 'urn:strukturbild:mal'. Never change it: links in existing files hang on it."""

MAX_CODE, MAX_TITLE = 60, 500
MAX_WEIGHT = 1_000_000
MAX_DEPTH = 12
"""Levels of a tree. Ours: no strategy has more than four or five."""

_DAY = re.compile(r"\d{4}([/-])\d\d\1\d\d")
"""What a spreadsheet makes of a code like 1-2."""

Fault = tuple[SourceLocation, str]
"""Where something is wrong, and what."""


@dataclass(frozen=True)
class GoalTree:
    """One goal set with its goals in reading order: every goal stands after the goal above it."""

    goal_set: GoalSet
    goals: tuple[Goal, ...]
    kallor: tuple[str, ...] = ()
    """Every address the set was taken from; `goal_set.url` is the first."""

    def top(self) -> tuple[Goal, ...]:
        """The goals with none above them."""
        return self.below("")

    def below(self, mal_id: str) -> tuple[Goal, ...]:
        """The goals directly below the one with this identity."""
        return tuple(goal for goal in self.goals if goal.over_id == mal_id)

    def by_code(self, kod: str) -> Goal | None:
        """The goal with this code, or None."""
        return next((goal for goal in self.goals if goal.kod == kod), None)


@dataclass(frozen=True)
class GoalRow:
    """A goal as written in a source, before it has an identity. `place` says where, for the problem list."""

    kod: str
    titel: str
    place: SourceLocation
    over: str = ""
    niva: str = ""
    beskrivning: str = ""
    indikator: str = ""
    malar: int | None = None
    kalla: str = ""
    tillganglighet: tuple[str, ...] = ()
    ersatter: str = ""
    vikt: float | None = None
    prioriterat: bool | None = None


def goal_id(set_code: str, kod: str) -> str:
    """The identity of goal `kod` of set `set_code`: the same in every file and on every machine."""
    return str(uuid.uuid5(_GOAL_IDS, f"{set_code}/{kod}"))


def problem_list(heading: str, problems: Sequence[str]) -> str:
    """`heading` and every problem on a line of its own: how all faults of a file are shown together."""
    return "\n".join((heading, *(f"- {problem}" for problem in problems)))


def build_tree(
    goal_set: GoalSet, rows: Iterable[GoalRow], sources: Sequence[str] = ()
) -> tuple[GoalTree, tuple[Fault, ...]]:
    """Build the goal tree of `rows`, and give it with the problems found, each with its place.

    A tree with problems must not be used. Raises nothing.
    """
    rows = tuple(rows)
    problems = row_faults(rows) or parent_faults(rows)
    if problems:
        return GoalTree(goal_set, (), tuple(sources)), problems
    return GoalTree(goal_set, _in_reading_order(goal_set.kod, rows), tuple(sources)), ()


def row_faults(rows: Sequence[GoalRow]) -> tuple[Fault, ...]:
    """What is wrong in rows one by one: codes and titles that are missing, too long or there twice."""
    return (*_cell_problems(rows), *_code_problems(rows))


def parent_faults(rows: Sequence[GoalRow]) -> tuple[Fault, ...]:
    """Parents that are not there and circles, among rows without `row_faults`."""
    return tuple(_parent_problems(rows, {row.kod: row for row in rows}))


def _cell_problems(rows: Sequence[GoalRow]) -> Iterable[Fault]:
    for row in rows:
        if not row.kod:
            yield row.place, tr("kod saknas.")
        elif len(row.kod) > MAX_CODE:
            yield row.place, tr("koden är längre än {most} tecken.").format(most=MAX_CODE)
        elif _DAY.fullmatch(row.kod):
            sentence = tr("koden {code} är ett datum. Formatera kolumnen som text och skriv koden igen.")
            yield row.place, sentence.format(code=row.kod)
        if not row.titel:
            yield row.place, tr("målets titel saknas.")
        elif len(row.titel) > MAX_TITLE:
            sentence = tr("titeln är längre än {most} tecken. Lägg resten i beskrivningen.")
            yield row.place, sentence.format(most=MAX_TITLE)


def _code_problems(rows: Sequence[GoalRow]) -> Iterable[Fault]:
    first: dict[str, GoalRow] = {}
    for row in rows:
        if row.kod and row.kod in first:
            sentence = tr("koden {code} finns redan ({first}). Varje mål behöver en egen kod.")
            yield row.place, sentence.format(code=row.kod, first=first[row.kod].place)
        first.setdefault(row.kod, row)


def _parent_problems(rows: Sequence[GoalRow], by_code: Mapping[str, GoalRow]) -> Iterable[Fault]:
    circular = _circular(by_code)
    for row in rows:
        if row.over and row.over not in by_code:
            yield row.place, tr("överordnat mål {code} finns inte bland målen.").format(code=row.over)
        elif row.kod in circular:
            yield row.place, tr("målet {code} är överordnat sig självt.").format(code=row.kod)


def _circular(by_code: Mapping[str, GoalRow]) -> set[str]:
    """The codes of the goals that are, over others, above themselves. Each goal is walked through once."""
    found: set[str] = set()
    done: set[str] = set()
    for start in by_code:
        path: dict[str, None] = {}
        code = start
        while code in by_code and code not in done and code not in path:
            path[code] = None
            code = by_code[code].over
        if code in path:
            found.update(list(path)[list(path).index(code) :])
        done.update(path)
    return found


def _in_reading_order(set_code: str, rows: Sequence[GoalRow]) -> tuple[Goal, ...]:
    below: dict[str, list[GoalRow]] = {}
    for row in rows:
        below.setdefault(row.over, []).append(row)
    goals: list[Goal] = []
    waiting = [(row, 0) for row in reversed(below.get("", []))]
    while waiting:
        row, depth = waiting.pop()
        goals.append(_goal(set_code, row, depth, len(goals) + 1))
        waiting.extend((child, depth + 1) for child in reversed(below.get(row.kod, [])))
    return tuple(goals)


def _goal(set_code: str, row: GoalRow, depth: int, ordning: int) -> Goal:
    return Goal(
        mal_id=goal_id(set_code, row.kod),
        samling=set_code,
        kod=row.kod,
        niva_namn=row.niva or (tr("Delmål") if depth else tr("Mål")),
        titel=row.titel,
        ordning=ordning,
        over_id=goal_id(set_code, row.over) if row.over else "",
        beskrivning=row.beskrivning,
        indikator=row.indikator,
        malar=row.malar,
        kalla=row.kalla,
        tillganglighet=row.tillganglighet,
        ersatter=row.ersatter,
        vikt=row.vikt,
        prioriterat=row.prioriterat,
    )
