"""Whether two groups' names of a thing say that it is one thing, say nothing, or say that it is two.

Case, dashes and the order of words do not matter, nor small differences of spelling. What is only the word of the
class and a number ('Stråk 2') is no name. A number that differs says that it is two ('Väg 25', 'Väg 27').
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher
from enum import Enum

_LEAST_WORD_LIKENESS = 0.8
"""Two words more alike than this are one, spelt in two ways."""


class NameMatch(Enum):
    """What two names say of the two things that bear them."""

    SAME = "samma"
    UNKNOWN = "okant"
    """One of them has no name, or one name may be a longer or otherwise spelt form of the other."""
    DIFFERENT = "olika"


def compare_names(one: str, other: str, class_words: Collection[str] = ()) -> NameMatch:
    """How two names go together. `class_words`: lower-case words that only say what kind of thing it is."""
    first, second = _words(one, class_words), _words(other, class_words)
    if all(word.isdigit() for word in first) or all(word.isdigit() for word in second):
        return NameMatch.UNKNOWN
    if sorted(first) == sorted(second) and _numbers(first) == _numbers(second):
        return NameMatch.SAME
    if len(_numbers(first)) == len(_numbers(second)) and _numbers(first) != _numbers(second):
        return NameMatch.DIFFERENT
    shorter, longer = sorted((first, second), key=len)
    alike = _all_found(shorter, longer) if len(shorter) != len(longer) else _all_found(first, second, both=True)
    return NameMatch.UNKNOWN if alike else NameMatch.DIFFERENT


def words_of(text: str) -> list[str]:
    """The words of a name in lower case: 'Kil–Sunne' gives kil and sunne."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())


def _words(name: str, class_words: Collection[str]) -> list[str]:
    return [word for word in words_of(name) if word not in class_words]


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if word.isdigit()]


def _all_found(words: list[str], among: list[str], both: bool = False) -> bool:
    """Each word has one of its own that is the same, or nearly; `both`: the other way too."""
    found = all(any(_same_word(word, each) for each in among) for word in words)
    return found and (not both or _all_found(among, words))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    # The matcher does not give the same both ways.
    ratios = (SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in ((one, other), (other, one)))
    return max(ratios) >= _LEAST_WORD_LIKENESS
