"""Texts that several have changed, merged word by word. Pure Python.

Three-way, as in version control: what only one has changed is taken; where two have changed the same words in
different ways nothing is chosen. A word is kept together with the blanks after it, so that a sentence put in keeps its
own blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Optional, Sequence

_WORD = re.compile(r"\s+|[^\s]+\s*")
_MOST_WORDS = 4_000
"""Ours: beyond it two changed texts clash as wholes, for comparing words grows with the square of their number."""


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
    changes = sorted({change for text in texts for change in _changes(words, text)}, key=_place)
    for earlier, later in zip(changes, changes[1:]):
        if _clash(earlier, later):
            return None
    merged, at = [], 0
    for change in changes:
        merged += [*words[at : change.start], *change.words]
        at = change.end
    return "".join([*merged, *words[at:]])


def _changes(words: Sequence[str], text: str) -> list[_Change]:
    others = _WORD.findall(text)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return [
        _Change(start, end, tuple(others[low:high]))
        for tag, start, end, low, high in matcher.get_opcodes()
        if tag != "equal"
    ]


def _place(change: _Change) -> tuple[int, int, tuple[str, ...]]:
    return (change.start, change.end, change.words)


def _clash(earlier: _Change, later: _Change) -> bool:
    """Whether two changes touch the same words, or put in words at the same place or next to what the other changed."""
    if earlier.start == later.start:
        return True
    put_in = later.start == later.end or earlier.start == earlier.end
    return later.start < earlier.end or (put_in and later.start == earlier.end)
