"""Texts that several have changed, merged word by word. Pure Python.

Three-way, as in version control: what only one has changed is taken; where two have changed the same words in
different ways nothing is chosen. A word is kept together with the blanks after it, so that a sentence put in keeps its
own blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Optional, Sequence

_WORD = re.compile(r"\s+|[^\s]+\s*")
_MOST_WORDS = 4_000
"""Ours: beyond it two changed texts clash as wholes, for comparing words grows with the square of their number."""
_MOST_PAIRS = 200_000
"""The same of how often any word of one is one of the other, as in a text of few words that come again and again. A
text of 4,000 words that says something has some 80,000.
"""


@dataclass(frozen=True)
class _Change:
    """The words `start` to `end` of the base are `words` instead."""

    start: int
    end: int
    words: tuple[str, ...]


def merge_texts(base: str, changed: Sequence[str]) -> Optional[str]:
    """`base` with the changes of every text in `changed`; None when any two of them clash.

    The order of `changed` plays no part. Two that put in different words at the same place clash; the same change made
    by several is made once.
    """
    texts = sorted({text for text in changed if text != base})
    if len(texts) <= 1:
        return texts[0] if texts else base
    words = _WORD.findall(base)
    if max(len(_WORD.findall(text)) for text in (base, *texts)) > _MOST_WORDS:
        return None
    each = [_changes(words, text) for text in texts]
    if any(made is None for made in each):
        return None
    changes = sorted({change for made in each for change in made or ()}, key=_place)
    for earlier, later in zip(changes, changes[1:]):
        if _clash(earlier, later):
            return None
    merged, at = [], 0
    for change in changes:
        merged += [*words[at : change.start], *change.words]
        at = change.end
    return "".join([*merged, *words[at:]])


def _changes(words: Sequence[str], text: str) -> Optional[list[_Change]]:
    """None when there is too much to compare."""
    others = _WORD.findall(text)
    first = _alike(words, others)
    most = min(len(words), len(others)) - first
    last = _alike(words[::-1][:most], others[::-1][:most])
    ones, others = words[first : len(words) - last], others[first : len(others) - last]
    counted = Counter(ones)
    if sum(counted[word] for word in others) > _MOST_PAIRS:
        return None
    return [
        _Change(first + start, first + end, tuple(others[low:high]))
        for tag, start, end, low, high in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


def _alike(ones: Sequence[str], others: Sequence[str]) -> int:
    """How many words they begin with are the same."""
    return next(
        (place for place, (one, other) in enumerate(zip(ones, others)) if one != other), min(len(ones), len(others))
    )


def _place(change: _Change) -> tuple[int, int, tuple[str, ...]]:
    return (change.start, change.end, change.words)


def _clash(earlier: _Change, later: _Change) -> bool:
    """Whether two changes touch the same words, or put in words at the same place or next to what the other changed."""
    if earlier.start == later.start:
        return True
    put_in = later.start == later.end or earlier.start == earlier.end
    return later.start < earlier.end or (put_in and later.start == earlier.end)
