"""Which goals an object may have to do with, by the words of its class and its name: suggestions for a person to judge.

Nothing is linked by a suggestion. It says that words are alike, not that the object supports the goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .model import Goal

MOST_SUGGESTED = 3
"""More would be no help to choose. Ours."""
_STEM = 6
"""Letters of a word that tell it from others: 'attraktiva' and 'attraktivt' are one. Ours."""
_FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "B": ("boende", "bostad", "livsmiljö", "livskvalitet", "livsvillkor", "service", "välfärd", "plats"),
    "K": ("tillgänglighet", "transport", "kommunikation", "pendling", "resor", "resande", "infrastruktur"),
    "G": ("miljö", "natur", "klimat", "vatten", "biologisk", "ekosystem", "resurs", "hållbar"),
    "A": ("landsbygd", "näringsliv", "företag", "energi", "gräns"),
}
"""Words in which goals speak of what each structure of the catalogue is about. Ours."""


def suggested_goals(structure: str, words: Iterable[str], goals: Sequence[Goal]) -> tuple[str, ...]:
    """The identities of at most MOST_SUGGESTED goals, the likeliest first, else in the order of `goals`.

    `structure`: the code of the structure of the object's class. `words`: texts about it: class, subtype, name. A goal
    is suggested when its title or description has a word that begins like one of these; the title counts double.
    """
    wanted = {_stem(word) for text in (*words, *_FIELD_WORDS.get(structure, ())) for word in _words(text)}
    counted = [(_count(goal, wanted), -place, goal.mal_id) for place, goal in enumerate(goals)]
    ordered = sorted((each for each in counted if each[0]), reverse=True)
    return tuple(mal_id for _count_of, _place, mal_id in ordered[:MOST_SUGGESTED])


def _count(goal: Goal, wanted: set[str]) -> int:
    in_title = {_stem(word) for word in _words(goal.titel)} & wanted
    below = {_stem(word) for word in _words(goal.beskrivning)} & wanted
    return 2 * len(in_title) + len(below - in_title)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) > 4]


def _stem(word: str) -> str:
    return word[:_STEM]
