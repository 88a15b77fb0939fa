"""An expression as a tree of calls, read from its tokens: what it takes to say how large what it gives can be.

Operators stand among what they join, without precedence. Any text can be read; what QGIS cannot read it never reckons
out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from .expression_tokens import NAME, NUMBER, QUOTED, SIGN, TEXT, ExpressionToken

CALL, GROUP, CASE, INDEX, OPERATOR = "call", "group", "case", "index", "operator"
"""Kinds of nodes beside those of tokens: f(a, b), (a), CASE … END, a[b], and what stands between."""
_OPERATOR_WORDS = frozenset(("and", "or", "not", "in", "is", "like", "ilike", "between"))
_CASE_WORDS = ("when", "then", "else", "end")

Terms = tuple["Node", ...]
"""Operands and the operators between them."""


@dataclass(frozen=True)
class Node:
    """`parts`: arguments of a call, what a bracket holds, results of a CASE, or container and indices."""

    kind: str
    text: str
    parts: tuple[Terms, ...] = ()
    conditions: tuple[Terms, ...] = ()
    """Of a CASE: what stands after each WHEN."""
    source: str = ""
    """All its tokens, with a blank between them, in small letters but for texts."""


def read_tree(read: Sequence[ExpressionToken]) -> Terms:
    """The terms of a whole expression; for what is not nested without end."""
    reader = _TreeReader(read)
    terms: list[Node] = []
    while reader.place < len(read):
        terms.extend(reader.terms(()))
        reader.place += 1  # a bracket that closes nothing
    return tuple(terms)


def source(terms: Terms) -> str:
    """The tokens of terms, with a blank between them."""
    return " ".join(each.source for each in terms)


class _TreeReader:
    def __init__(self, read: Sequence[ExpressionToken]) -> None:
        self._read = read
        self.place = 0

    def terms(self, ends: tuple[str, ...]) -> Terms:
        """Up to one of the words of `ends`, a comma or a closing bracket, which is left where it is."""
        found: list[Node] = []
        while self.place < len(self._read):
            token = self._read[self.place]
            word = token.text.casefold()
            if (token.kind == SIGN and word in (",", ")", "]")) or (token.kind == NAME and word in ends):
                break
            if token.kind == SIGN and word == "[" and found and found[-1].kind != OPERATOR:
                found[-1] = self._index(found[-1])
            else:
                found.append(self._operand(token))
        return tuple(found)

    def _operand(self, token: ExpressionToken) -> Node:
        begin = self.place
        word = token.text.casefold()
        self.place += 1
        if token.kind == SIGN:
            if word not in ("(", "["):
                return Node(OPERATOR, word, source=word)
            return Node(GROUP, word, self._arguments(), source=self._source(begin))
        if token.kind == NAME and word == "case":
            return self._case(begin)
        following = self._read[self.place] if self.place < len(self._read) else None
        if token.kind == NAME and word in _OPERATOR_WORDS:
            return Node(OPERATOR, word, source=word)
        if token.kind == NAME and following == ExpressionToken(SIGN, "("):
            self.place += 1
            arguments = self._arguments()
            return Node(CALL, word, arguments, source=self._source(begin))
        kept = token.kind in (TEXT, QUOTED, NUMBER)
        return Node(token.kind, token.text if kept else word, source=self._source(begin))

    def _arguments(self) -> tuple[Terms, ...]:
        found = []
        while self.place < len(self._read):
            found.append(self.terms(()))
            self.place += 1
            if self.place > len(self._read) or self._read[self.place - 1].text != ",":
                break
        return tuple(each for each in found if each)

    def _index(self, container: Node) -> Node:
        self.place += 1
        inside = self._arguments()
        written = f"{container.source} [ {' , '.join(source(each) for each in inside)} ]"
        before = container.parts if container.kind == INDEX else ((container,),)  # a[0][1][2]… is one node
        return Node(INDEX, "[", (*before, *inside), source=written)

    def _case(self, begin: int) -> Node:
        results: list[Terms] = []
        conditions: list[Terms] = []
        role = ""
        while self.place < len(self._read):
            terms = self.terms(_CASE_WORDS)
            if terms:
                (conditions if role == "when" else results).append(terms)
            if self.place >= len(self._read) or self._read[self.place].kind != NAME:  # a bracket that closes around it
                break
            role = self._read[self.place].text.casefold()
            self.place += 1
            if role == "end":
                break
        return Node(CASE, "case", tuple(results), tuple(conditions), self._source(begin))

    def _source(self, begin: int) -> str:
        read = self._read[begin : self.place]
        return " ".join(each.text if each.kind in (TEXT, QUOTED) else each.text.casefold() for each in read)
