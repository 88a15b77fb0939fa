"""From one version of a strategy to the next: which goal of the new one may be what an old one was.

A likeness of words is a proposal and nothing more: that two goals mean the same is said by a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Sequence

from .model import Goal
from .tree import MAX_TITLE

LEAST_LIKENESS = 0.45
"""Two goals that are less alike are not proposed for each other. Ours."""
_STEM = 6
"""Letters of a word that tell it from others: 'attraktiva' and 'attraktivt' are one. Ours."""
_SMALL_WORDS = frozenset((
    "och", "i", "att", "en", "ett", "som", "för", "på", "av", "till", "är", "med", "ska", "den", "det", "de",
    "vi", "vara", "bli", "län", "länet", "region", "regionen", "mål", "målet",
))  # fmt: skip
_MOST_PLACES = 60
"""A word that more goals than so have tells them not apart."""


@dataclass(frozen=True)
class GoalMatch:
    """An old goal and the new one that is proposed in its place, with how alike they are (0..1); None: none is."""

    old: Goal
    new: Goal | None
    likeness: float = 0.0


def match_goals(old: Sequence[Goal], new: Sequence[Goal]) -> tuple[GoalMatch, ...]:
    """Each of `old` with the goal of `new` that is most like it, each new one at most once.

    What the new version says itself (`ersatter`) goes first, then the most alike. The order of the goals only decides
    between equals.
    """
    there = {goal.mal_id: goal for goal in old}
    found: dict[str, tuple[Goal, float]] = {}
    taken: set[str] = set()
    for goal in new:
        if goal.ersatter in there and goal.ersatter not in found:
            found[goal.ersatter] = goal, 1.0
            taken.add(goal.mal_id)
    for likeness, old_goal, new_goal in _alike(old, new):
        if old_goal.mal_id not in found and new_goal.mal_id not in taken:
            found[old_goal.mal_id] = new_goal, likeness
            taken.add(new_goal.mal_id)
    return tuple(GoalMatch(goal, *found.get(goal.mal_id, (None, 0.0))) for goal in old)


def goal_likeness(one: Goal, other: Goal) -> float:
    """How alike the titles of two goals are, 0..1: their words count, and how they are put. 1: the same title."""
    if _plain(one.titel) == _plain(other.titel):
        return 1.0
    first, second = _words(one.titel), _words(other.titel)
    if not first or not second:
        return 0.0
    shared = len(set(first) & set(second)) / len(set(first) | set(second))
    if (2 * shared + 1) / 3 < LEAST_LIKENESS:  # however they are put
        return 2 * shared / 3
    put = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return min((2 * shared + put) / 3, 0.99)


def _alike(old: Sequence[Goal], new: Sequence[Goal]) -> list[tuple[float, Goal, Goal]]:
    """Pairs that share a word, the most alike first."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, goal in enumerate(new):
        for word in set(_words(goal.titel)) or {_plain(goal.titel)}:
            places[word].append(number)
    by_title: dict[str, list[int]] = defaultdict(list)
    for number, goal in enumerate(new):
        by_title[_plain(goal.titel)].append(number)
    pairs = []
    for place, goal in enumerate(old):
        words = set(_words(goal.titel)) or {_plain(goal.titel)}
        near = {each for word in words for each in places.get(word, ())[:_MOST_PLACES]}
        near.update(by_title.get(_plain(goal.titel), ())[:_MOST_PLACES])
        for each in near:
            likeness = goal_likeness(goal, new[each])
            if likeness >= LEAST_LIKENESS:
                pairs.append((-likeness, place, each))
    return [(-likeness, old[place], new[each]) for likeness, place, each in sorted(pairs)]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of a title; of one longer than a title can be, its beginning."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text[:MAX_TITLE]).casefold())
    return tuple(word[:_STEM] for word in words if word not in _SMALL_WORDS)
