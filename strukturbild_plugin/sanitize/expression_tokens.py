"""QGIS's expressions in tokens: one reading, in one pass, for all that is judged of them.

Remarks and blanks are left out, as QGIS's own reader leaves them out; what is in a text or a quoted name stays there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Call:
    """What stands before a bracket, and the tokens of each argument in it."""

    name: str
    arguments: tuple[tuple[ExpressionToken, ...], ...]


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[ExpressionToken, ...]:
    """The tokens of an expression, in order. Any text can be read."""
    return tuple(ExpressionToken(found.lastgroup, found[0]) for found in _TOKEN.finditer(text) if found.lastgroup)


def called(read: Sequence[ExpressionToken]) -> Iterator[str]:
    """Every name before a bracket, as it is written: functions, and words as `in`."""
    for token, following in zip(read, read[1:]):
        if token.kind == NAME and following.text == "(" and not token.text.startswith("@"):
            yield token.text


@dataclass
class _Open:
    name: str
    closing: str
    arguments: list[list[ExpressionToken]] = field(default_factory=lambda: [[]])


def calls(read: Sequence[ExpressionToken], names: frozenset[str]) -> Iterator[Call]:
    """The calls of functions with these names, in small letters; for what is not nested without end."""
    within: list[_Open] = []
    before = ExpressionToken(SIGN, "")
    for token in read:
        if token.kind == SIGN and token.text in ")]" and within:
            closed = within.pop()
            if closed.name in names:
                yield Call(closed.name, tuple(tuple(each) for each in closed.arguments if each))
        if token.text == "," and token.kind == SIGN and within:
            within[-1].arguments.append([])
            for outer in within[:-1]:
                outer.arguments[-1].append(token)
        else:
            for outer in within:
                outer.arguments[-1].append(token)
        if token.kind == SIGN and token.text in "([":
            is_call = before.kind == NAME and token.text == "("
            within.append(_Open(before.text.casefold() if is_call else "", token.text))
        before = token
    for left in within:  # QGIS reads none of it; a later one might
        if left.name in names:
            yield Call(left.name, tuple(tuple(each) for each in left.arguments if each))
