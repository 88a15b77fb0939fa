"""QGIS's expressions in tokens: one reading, in one pass, for all that is judged of them.

Remarks and blanks are left out, as QGIS's own reader leaves them out; what is in a text or a quoted name stays there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterator, Sequence

TEXT, QUOTED, NUMBER, NAME, SIGN = "text", "quoted", "number", "name", "sign"
"""Kinds of tokens: 'text', "column", 1.5, names with `$` and `@`, and operators, brackets and the rest."""
_TOKEN = re.compile(
    r"""(?:\s|--[^\r\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z))+
    |(?P<text>'(?:[^'\\]|\\(?:.|\Z)|'')*(?:'|\Z))
    |(?P<quoted>"(?:[^"]|"")*(?:"|\Z))
    |(?P<number>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<name>[$@]?[^\W\d]\w*|[$@])
    |(?P<sign>\|\||//|<=|>=|<>|!=|:=|.)""",
    re.DOTALL | re.VERBOSE,
)
"""No part may begin with what the one before it ends with: then it is read once, however it is written."""


@dataclass(frozen=True)
class ExpressionToken:
    """A piece of an expression as it is written."""

    kind: str
    text: str


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[ExpressionToken, ...]:
    """The tokens of an expression, in order. Any text can be read."""
    return tuple(ExpressionToken(found.lastgroup, found[0]) for found in _TOKEN.finditer(text) if found.lastgroup)


def called(read: Sequence[ExpressionToken]) -> Iterator[str]:
    """Every name before a bracket, as it is written: functions, and words as `in`."""
    for token, following in zip(read, read[1:]):
        if token.kind == NAME and following.text == "(" and not token.text.startswith("@"):
            yield token.text
