"""The most that an expression can give, and be reckoned, for an object that holds so and so much."""

from __future__ import annotations

import re
from typing import Callable, Iterator, Mapping, NamedTuple, Sequence

from . import function_growth as growth
from .expression_idioms import grown_from, hatch_lines, is_length_on_paper, lists_all_parts
from .expression_tokens import NAME, NUMBER, TEXT, tokens
from .expression_tree import CALL, CASE, GROUP, INDEX, OPERATOR, Node, Terms, read_tree, source

_MAX_SIZE, _MAX_TOTAL, _MAX_REPEATS = 10_000_000, 100_000_000, 1_000_000
"""Of an object that holds next to nothing: how large something may be, all that is made, and how often it is done."""
_MAX_TIMES = 10_000
"""Of one that holds much, the same in times what it holds."""
_SMALL, _SHORT = 2.0, 128.0
_MAX_LOOP_DEPTH, _MAX_INNER_LENGTH = 3, 100
_INFINITE = float("inf")
_COMPARING = frozenset(
    ("=", "<", ">", "<=", ">=", "<>", "!=", "~", "and", "or", "not", "in", "is", "like", "ilike", "between")
)


def size_bound(text: str, held: float) -> float:
    """How many letters, elements or points an expression can give of an object that holds `held` of them.

    A number counts as one, however it is written.
    """
    return _Growth(held).bound(read_tree(tokens(text))).size


class TooMuch(Exception):
    """An expression asks too much. `name`: of the function that does."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Bound(NamedTuple):
    """The most that something can be."""

    size: float
    """In letters, elements or points."""
    most: float = _INFINITE
    """As a number."""
    is_plain: bool = False
    """Crossed a few times by a line: a convex shape, or the lines of our own hatch."""
    items: tuple[str, ...] = ()
    """Of an array that is written out: the source of each element."""


class _Growth:
    """Reckons what an expression gives for an object that holds `held` letters, elements or points."""

    def __init__(self, held: float) -> None:
        self._held = held
        self._known: dict[str, _Bound] = {}
        """Variables that the expression defines."""
        self._times, self._loops, self._counts_up = 1.0, 0, False
        self._left, self._room = max(_MAX_REPEATS, _MAX_TIMES * held), max(_MAX_TOTAL, 10 * _MAX_TIMES * held)
        self._largest = max(_MAX_SIZE, _MAX_TIMES * held)
        """How many times more something may be reckoned, and how much more may be made."""

    def bound(self, terms: Terms) -> _Bound:
        """The bound of operands that operators join. Raises TooMuch."""
        operands = [(each, self._operand(each)) for each in terms if each.kind != OPERATOR]
        if len(terms) == 1 and operands:
            return operands[0][1]
        if any(each.text in _COMPARING for each in terms if each.kind == OPERATOR):
            return _Bound(1.0, 1.0)
        joined = {each.text for each in terms if each.kind == OPERATOR} & {"||", "+", ":="}
        size = sum(bound.size for _node, bound in operands) if joined else _SMALL
        return _Bound(max(size, 1.0), self._most(terms, dict(operands)))

    def _most(self, terms: Terms, bounds: Mapping[Node, _Bound]) -> float:
        """The most that a sum can be, of numbers and of what is divided by a number from 1."""
        return sum(self._most_of_term(term, sign, bounds) for sign, term in _summed(terms))

    def _most_of_term(self, term: list[Node], sign: float, bounds: Mapping[Node, _Bound]) -> float:
        first = term[0]
        if first.kind == OPERATOR:
            return _INFINITE
        if sign < 0:  # the least that is taken away
            is_size = len(term) == 1 and first.kind == CALL and first.text in growth.SIZES
            return -_value(first.text) if len(term) == 1 and first.kind == NUMBER else 0.0 if is_size else _INFINITE
        divided = len(term) == 3 and term[1].text == "/" and term[2].kind == NUMBER and _value(term[2].text) >= 1
        if len(term) != 1 and not divided:
            return _INFINITE
        return max(bounds[first].most, 0.0) if divided else bounds[first].most

    def _operand(self, node: Node) -> _Bound:
        self._left -= self._times
        if self._left < 0:
            raise TooMuch(growth.SERIES)
        if node.kind == CALL:
            found = self._call(node)
            self._room -= found.size * self._times
            if self._room < 0 or found.size > self._largest:
                raise TooMuch(node.text)
            return found
        if node.kind == GROUP:
            return _greatest([self.bound(each) for each in node.parts])
        if node.kind == CASE:
            for each in node.conditions:
                self.bound(each)
            return _greatest([self.bound(each) for each in node.parts])
        if node.kind == INDEX:
            return _Bound(max(self.bound(each).size for each in node.parts))
        if node.kind == NUMBER:
            return _Bound(1.0, _value(node.text))
        if node.kind == TEXT:
            return _Bound(max(len(node.text) - 2.0, 1.0))
        return self._named(node)

    def _named(self, node: Node) -> _Bound:
        """A column, a variable, or a name with a dollar sign."""
        if node.kind == NAME and node.text.startswith("@"):
            is_map = node.text.startswith("@map_")
            return self._known.get(node.text[1:], _Bound(8.0 if is_map else self._held, is_plain=is_map))
        if node.text in ("null", "true", "false"):
            return _Bound(1.0, 1.0)
        if node.kind == NAME and node.text in growth.SMALL:
            return _Bound(_SMALL)
        return _Bound(self._held)

    def _call(self, node: Node) -> _Bound:
        name, given = node.text, node.parts
        if name in growth.ENDLESS or name == growth.PACKED:
            raise TooMuch(name)
        special: Callable[[Node], _Bound] | None = {
            growth.SERIES: self._series,
            "with_variable": self._variable,
            "array_foreach": self._loop,
            "array_filter": self._loop,
            "order_parts": self._ordered,
        }.get(name)
        if special is not None:
            return special(node)
        if name in growth.AGGREGATES:
            return self._aggregate(node)
        if name in FATAL and FATAL[name](self, given):
            raise TooMuch(name)
        if name in growth.FINE and not _is_coarse(node):
            raise TooMuch(name)
        bounds = [self.bound(each) for each in given]
        sizes = [each.size for each in bounds]
        if name not in growth.CHEAP:
            self._room -= sum(sizes) * self._times
        if name in growth.COUNTED:
            return self._counted(node, bounds)
        if name in growth.SIZES:
            return _Bound(1.0, sum(sizes))
        if name in ("geom_from_gml", "geom_from_wkt") and sum(sizes) >= self._held > 1:
            raise TooMuch(name)  # QGIS dies of shapes within shapes without end
        keeps = name in ("coalesce", "if", "collect_geometries") and all(each.is_plain for each in bounds)
        is_plain = name in growth.CONVEX or keeps
        return _Bound(self._size(node, bounds), self._most_of(name, bounds), is_plain, self._items(node))

    def _items(self, node: Node) -> tuple[str, ...]:
        return tuple(source(each) for each in node.parts) if node.text == "array" else ()

    def _size(self, node: Node, bounds: Sequence[_Bound]) -> float:
        name, sizes = node.text, [each.size for each in bounds]
        total = sum(sizes)
        if name in growth.SMALL | growth.SHORT:
            return _SMALL if name in growth.SMALL else _SHORT
        if name in growth.TIMES:
            return total * growth.TIMES[name]
        if name in growth.OVERLAY:
            few = any(each.is_plain for each in bounds) or len({grown_from(each) for each in node.parts}) < 2
            return 3 * total if few else total + sizes[0] * sizes[1]
        if name == "concat_ws" and sizes:
            return total + sizes[0] * len(sizes)
        if name in growth.PRODUCT and sizes:
            put_in = sizes[2:] if name in ("regexp_replace", "wordwrap") else sizes[1:]
            replaced = node.parts[1][0] if name == "replace" and len(sizes) == 3 else node
            if replaced.kind == TEXT and len(replaced.text) > 2:  # there is no end to nothing
                return sizes[0] * max(1.0, sizes[2] / sizes[1])
            return sizes[0] * (2 + sum(put_in))
        if name in ("coalesce", "if", "nullif", "try"):
            return max(sizes, default=1.0)
        return total

    def _most_of(self, name: str, bounds: Sequence[_Bound]) -> float:
        values = [each.most for each in bounds]
        if name == "min":
            return min(values, default=_INFINITE)
        if name in ("max", "coalesce"):
            return max(values, default=_INFINITE)
        if name == "if":
            return max(values[1:], default=_INFINITE)
        if name == "clamp" and len(values) == 3:
            return values[2]
        return values[0] + 1 if name in ("round", "floor", "ceil", "to_int") and len(values) == 1 else _INFINITE

    def _counted(self, node: Node, bounds: Sequence[_Bound]) -> _Bound:
        place, most, unsaid, grown = growth.COUNTED[node.text]
        if not bounds:
            return _Bound(1.0)
        if any(_is_named(each) for each in node.parts):
            raise TooMuch(node.text)
        count = bounds[place].most if len(bounds) > place else unsaid
        if not count <= most:
            raise TooMuch(node.text)
        sizes = [each.size for each in bounds]
        return _Bound(grown(sizes, max(count, 1.0)), is_plain=bounds[0].is_plain or node.text in growth.CONVEX)

    def _series(self, node: Node) -> _Bound:
        """`generate_series(start, stop, step)`: its size is how many it makes."""
        given = node.parts
        if len(given) < 2 or any(_is_named(each) for each in given):
            raise TooMuch(node.text)
        _start, stop, *_step = [self.bound(each) for each in given]
        first, step = _number(given[0]), _number(given[2]) if len(given) > 2 else 1.0
        hatched = hatch_lines(*(self._resolved(source(each)) for each in given)) if len(given) == 2 else 0
        count = float(hatched) or _INFINITE
        if not hatched and first is not None and step and (step > 0 or _number(given[1]) is not None):
            count = max((stop.most - first) / step + 1, 1.0)
        if not count <= growth.MAX_COUNT * self._held:
            raise TooMuch(node.text)
        return _Bound(count, stop.most, bool(hatched))

    def _resolved(self, written: str) -> str:
        """The source with `@array[0]` as what stands there, where the array is written out."""

        def item(found: re.Match[str]) -> str:
            items = self._known.get(found[1], _Bound(0)).items
            return items[int(found[2])] if int(found[2]) < len(items) else found[0]

        return re.sub(r"@(\w+) \[ (\d) \]", item, written)

    def _variable(self, node: Node) -> _Bound:
        if len(node.parts) != 3 or node.parts[0][0].kind != TEXT:
            raise TooMuch(node.text)
        name = node.parts[0][0].text[1:-1].casefold()
        before = dict(self._known)
        self._known[name] = self.bound(node.parts[1])
        found = self.bound(node.parts[2])
        self._known = before
        return found

    def _loop(self, node: Node) -> _Bound:
        """A function of each element: as large as of the whole at once, and for each what it gives of nothing."""
        if len(node.parts) < 2:
            raise TooMuch(node.text)
        every = self.bound(node.parts[0])
        if node.text == "array_foreach" and lists_all_parts(node):
            return every if every.size > self._held else _Bound(self._held)
        self._loops += 1
        if self._loops > _MAX_LOOP_DEPTH:
            raise TooMuch(node.text)
        before, times, counted = dict(self._known), self._times, self._counts_up
        self._times *= max(every.size, 1.0)
        is_series = node.parts[0][0].text == growth.SERIES
        self._counts_up = is_series and not self.may_be_negative(node.parts[0][0].parts[0])
        self._known["element"] = _Bound(0.0, every.most if is_series else _INFINITE)
        least = self.bound(node.parts[1]).size
        self._times = self._times if is_series else times  # all elements together are no more than the whole
        self._known["element"] = self._known["element"]._replace(size=1.0 if is_series else every.size)
        whole = self.bound(node.parts[1]).size
        self._known, self._times, self._loops, self._counts_up = before, times, self._loops - 1, counted
        if node.text == "array_filter":
            return _Bound(every.size)
        each_of_many = every.size * max(least, 1.0)
        return _Bound(every.size * whole if is_series else each_of_many + whole, is_plain=every.is_plain)

    def may_be_negative(self, terms: Terms) -> bool:
        """Whether it is anything but a number from 0, or the element of a series that begins with one."""
        number = _number(terms)
        if number is None:
            return source(terms) != "@element" or not self._counts_up
        return number < 0

    def _ordered(self, node: Node) -> _Bound:
        """`order_parts` reckons a text as an expression, for each part."""
        by = node.parts[1] if len(node.parts) > 1 else ()
        if len(by) != 1 or by[0].kind != TEXT or "%" in by[0].text or len(by[0].text) > _MAX_INNER_LENGTH:
            raise TooMuch(node.text)
        every = self.bound(node.parts[0])
        self.bound(read_tree(tokens(by[0].text[1:-1].replace("''", "'"))))
        return every

    def _aggregate(self, node: Node) -> _Bound:
        """Of all objects of the layer: together they hold no more than the layer."""
        times, held = self._times, self._held
        self._times *= held
        bounds = [self.bound(each) for each in node.parts]
        self._held = 0.0
        least = self.bound(node.parts[0]).size if node.parts else 1.0
        self._times, self._held = times, held
        if node.text in growth.SMALL:
            return _Bound(_SMALL, held if node.text in growth.SIZES else _INFINITE)
        between = bounds[3].size if len(bounds) > 3 else 2.0
        return _Bound((bounds[0].size if bounds else 1.0) + (max(least, 1.0) + between) * held)


FATAL: Mapping[str, Callable[[_Growth, tuple[Terms, ...]], bool]] = {
    "array_cat": lambda _growth, given: not given,
    **dict.fromkeys(
        ("angle_at_vertex", "distance_to_vertex"),
        lambda growth, given: len(given) > 1 and growth.may_be_negative(given[1]),
    ),
}
"""Functions that end QGIS 3.22 when they are given this."""


def _summed(terms: Terms) -> Iterator[tuple[float, list[Node]]]:
    """The terms of a sum, each with its sign."""
    sign = 1.0
    term: list[Node] = []
    for each in terms:
        if each.kind != OPERATOR or each.text not in ("+", "-"):
            term.append(each)
            continue
        if term:
            yield sign, term
            sign, term = 1.0, []
        sign = -sign if each.text == "-" else sign
    if term:
        yield sign, term


def _greatest(bounds: Sequence[_Bound]) -> _Bound:
    if len(bounds) == 1:
        return bounds[0]
    return _Bound(
        max((each.size for each in bounds), default=1.0),
        max((each.most for each in bounds), default=_INFINITE),
        bool(bounds) and all(each.is_plain for each in bounds),
    )


def _is_named(argument: Terms) -> bool:
    return any(each.kind == OPERATOR and each.text == ":=" for each in argument)


def _is_coarse(node: Node) -> bool:
    place, least = growth.FINE[node.text]
    fine = node.parts[place] if len(node.parts) > place else ()
    return not fine or (_number(fine) or 0.0) >= least or is_length_on_paper(fine)


def _value(text: str) -> float:
    return float(text.replace("_", ""))


def _number(terms: Terms) -> float | None:
    """A number that is written out, perhaps with its sign."""
    bare = terms[1:] if terms and terms[0].kind == OPERATOR and terms[0].text in "+-" else terms
    if len(bare) != 1 or bare[0].kind != NUMBER:
        return None
    return _value(bare[0].text) * (-1.0 if terms[0].text == "-" else 1.0)
