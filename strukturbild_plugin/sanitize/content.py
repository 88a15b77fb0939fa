"""The result of cleaning: the content that can be used, and each thing that was removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence

from ..errors import StrukturbildError

OTHER, CHANGED, LOST = "annat", "andrat", "borttaget"
"""Kinds of removal: what does not belong to how it looks; what looks nearly as before; something drawn that is gone."""


@dataclass(frozen=True)
class Removed:
    """One thing that was removed, or that makes the content useless."""

    kind: str
    what: str
    """In few words, to be listed: 'åtgärder'."""
    sentence: str = ""
    """What it is and what to do, for whoever can make the file again."""
    line: int = 0
    harmful: bool = False
    """It runs something, fetches something or points out of the file: in what is shared it is refused."""


@dataclass(frozen=True)
class Clean:
    """Content that can be used, in UTF-8, and what was removed from it; cleaned again it is the same."""

    content: bytes
    removed: tuple[Removed, ...] = ()

    def harmful(self) -> tuple[Removed, ...]:
        """What was removed that could have done harm."""
        return tuple(each for each in self.removed if each.harmful)


class ContentError(StrukturbildError):
    """The content cannot be used. `faults`: why, each with what to do; `removed`: what else would have been removed."""

    def __init__(self, faults: Sequence[Removed], removed: Sequence[Removed] = ()) -> None:
        self.faults, self.removed = unique(faults), unique(removed)
        super().__init__(" ".join(dict.fromkeys(each.sentence for each in self.faults)))


def fault(sentence: str, line: int = 0, what: str = "") -> Removed:
    """A reason why content cannot be used."""
    return Removed(LOST, what, sentence, line)


def unique(removed: Iterable[Removed]) -> tuple[Removed, ...]:
    """Each removal once, at its first line."""
    first: dict[tuple[str, str, str], Removed] = {}
    for each in removed:
        first.setdefault((each.kind, each.what, each.sentence), each)
    return tuple(first.values())
