"""How much an expression may ask for: a few signs can ask QGIS for more than the machine has, or for a division that
ends it. What decides how many times something is done must be written out, and be small.
"""

from __future__ import annotations

from typing import Mapping, Sequence

from ..i18n import tr
from .expression_tokens import NAME, NUMBER, SIGN, TEXT, Call, Token, calls, tokens

_MAX_COUNT, _MAX_PRODUCT = 10_000, 1_000_000
_MAX_DIGITS, _MAX_ROUNDS = 50, 10
_COUNTS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("repeat", "lpad", "rpad", "densify_by_count", "array_insert"), (1, _MAX_COUNT)),
    **dict.fromkeys(("buffer_by_m", "minimal_circle"), (1, _MAX_COUNT)),
    **dict.fromkeys(("buffer", "offset_curve", "single_sided_buffer", "make_circle"), (2, _MAX_COUNT)),
    **dict.fromkeys(("make_regular_polygon",), (2, _MAX_COUNT)),
    **dict.fromkeys(("tapered_buffer",), (3, _MAX_COUNT)),
    **dict.fromkeys(("make_ellipse",), (4, _MAX_COUNT)),
    **dict.fromkeys(("format_number",), (1, _MAX_DIGITS)),
    **dict.fromkeys(("smooth",), (1, _MAX_ROUNDS)),
}
"""Function -> which of its arguments is a number of times, and the most that may be."""
_SERIES = "generate_series"
_PACKED = "geom_from_wkb"
"""Its argument says how many points QGIS is to make room for, whatever follows."""
_NAMES = frozenset((*_COUNTS, _SERIES, _PACKED))
_SIZES = frozenset(["num_points", "num_geometries", "num_rings", "num_interior_rings", "array_length"])
"""Functions whose answer is as large as what there already is."""
_BOUNDED = frozenset(("min", "clamp", "coalesce"))
_GROWING = frozenset(["^", "exp", "scale_exp", "scale_exponential", "to_int", "epoch", "ascii", "area", "$area"])
"""What can make a large number of small ones."""


def excess(text: str) -> str:
    """What an expression asks too much with: the name of a function, or '%'; '' when nothing.

    Not for what is `is_too_complex`.
    """
    if "%" not in text and "(" not in text:
        return ""
    read = tokens(text)
    if not all(_is_safe_remainder(read, place) for place, each in enumerate(read) if each == _REMAINDER):
        return _REMAINDER.text
    product = 1.0
    for call in calls(read, _NAMES):
        if call.name == _PACKED:
            return _PACKED
        count = _series(call) if call.name == _SERIES else _count(call)
        product *= max(1.0, count)
        if product > _MAX_PRODUCT:
            return call.name
    return ""


def excess_sentence(name: str) -> str:
    """What is said of an `excess`."""
    if name == _REMAINDER.text:
        return tr("Resten vid division (%) kan bara tas med ett utskrivet tal över 0. Skriv talet direkt efter %.")
    if name == _PACKED:
        return tr("Uttrycket geom_from_wkb kan ta all plats som finns. Skriv formen som text med geom_from_wkt.")
    sentence = tr(
        "Uttrycket {name} säger inte, eller med för stora tal, hur många gånger något görs. Skriv antalet som ett "
        "utskrivet tal, högst {most}, eller som min(…, tal)."
    )
    return sentence.format(name=name, most=_COUNTS.get(name, (0, _MAX_COUNT))[1])


_REMAINDER = Token(SIGN, "%")
_INFINITE = float("inf")


def _is_safe_remainder(read: Sequence[Token], place: int) -> bool:
    """Whether what is divided by is a number that is written out, and not 0: QGIS dies of `% -1`."""
    right = read[place + 1] if place + 1 < len(read) else _REMAINDER
    return right.kind == NUMBER and _value(right) > 0


def _count(call: Call) -> float:
    place, most = _COUNTS[call.name]
    if any(_is_named(each) for each in call.arguments):
        return _INFINITE
    if len(call.arguments) <= place:
        return 1
    count = _most(call.arguments[place])
    return count if count <= most else _INFINITE


def _series(call: Call) -> float:
    """How many `generate_series(start, stop, step)` makes.

    Where that is reckoned out, as our own hatches do it, nothing in it may be a large number or make one.
    """
    given = call.arguments
    if len(given) < 2 or any(_is_named(each) for each in given):
        return _INFINITE
    start, stop = _number(given[0]), _most(given[1])
    step = _number(given[2]) if len(given) > 2 else 1.0
    if start is not None and step and (step > 0 or _number(given[1]) is not None) and stop < _INFINITE:
        count = (stop - start) / step
        return count if count <= _MAX_COUNT else _INFINITE
    reckoned = [token for each in given for token in each]
    return 1 if len(given) == 2 and not any(_may_be_large(each) for each in reckoned) else _INFINITE


def _may_be_large(token: Token) -> bool:
    if token.kind == NUMBER:
        return _value(token) > _MAX_COUNT
    if token.kind == TEXT:
        return any(sign.isdigit() for sign in token.text)
    return token.text.casefold() in _GROWING


def _is_named(argument: Sequence[Token]) -> bool:
    return len(argument) > 1 and argument[1].text == ":="


def _value(token: Token) -> float:
    return float(token.text.replace("_", ""))


def _number(argument: Sequence[Token]) -> float | None:
    """A number that is written out, perhaps with its sign."""
    sign = -1.0 if argument[:1] == (Token(SIGN, "-"),) else 1.0
    bare = argument[1:] if argument[:1] in ((Token(SIGN, "-"),), (Token(SIGN, "+"),)) else argument
    return sign * _value(bare[0]) if len(bare) == 1 and bare[0].kind == NUMBER else None


def _most(argument: Sequence[Token]) -> float:
    """The most that a sum of numbers, sizes and `min(…, number)` can be; infinite for all else."""
    total, depth, term, subtracted = 0.0, 0, [], False  # type: float, int, list[Token], bool
    for token in (*argument, Token(SIGN, "+")):
        if token.kind == SIGN and token.text in "+-" and not depth:
            if term:
                total += _least_taken(tuple(term)) if subtracted else _most_of_term(tuple(term))
            term, subtracted = [], token.text == "-"
            continue
        depth += (token.text in "([") - (token.text in ")]") if token.kind == SIGN else 0
        term.append(token)
    return total


def _least_taken(term: tuple[Token, ...]) -> float:
    number = _number(term)
    return _INFINITE if number is None else -number


def _most_of_term(term: tuple[Token, ...]) -> float:
    number = _number(term)
    if number is not None:
        return number
    if len(term) < 3 or term[0].kind != NAME or term[1].text != "(":
        return _INFINITE
    name = term[0].text.casefold()
    (*_inner, whole) = calls(term, frozenset((name,))) if name in _SIZES | _BOUNDED else (None,)
    if whole is None or sum(len(each) + 1 for each in whole.arguments) + 2 != len(term):  # something stands after it
        return _INFINITE
    if name in _SIZES:
        return 1
    if name == "coalesce":
        return max((_most(each) for each in whole.arguments), default=_INFINITE)
    numbers = [_number(each) for each in whole.arguments]
    written = [each for each in (numbers if name == "min" else numbers[2:]) if each is not None]
    return min(written, default=_INFINITE)
