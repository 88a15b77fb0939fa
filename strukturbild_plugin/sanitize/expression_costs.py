"""How much an expression may ask for: a few signs can ask QGIS for more than the machine has, or for a division that
ends it.

What an expression gives, and how many times something in it is done, may be a fixed number of times what the object
holds: never its square, and never what a value in the file says. That is reckoned from how each function grows
(function_growth.py), once for an object that holds one letter or point and once for one that holds very many.
"""

from __future__ import annotations

from typing import Sequence

from ..i18n import tr
from . import function_growth as growth
from .expression_tokens import NUMBER, SIGN, ExpressionToken, tokens
from .size_bounds import FATAL, TooMuch, size_bound

_ONE, _MANY = 1.0, 1e15
"""How much an object holds, when it is reckoned how an expression grows with it."""
_REMAINDER = ExpressionToken(SIGN, "%")


def excess(text: str) -> str:
    """What an expression asks too much with: the name of a function, or '%'; '' when nothing.

    Not for what is `is_too_complex`.
    """
    if "%" not in text and "(" not in text:
        return ""
    read = tokens(text)
    if not all(_is_safe_remainder(read, place) for place, each in enumerate(read) if each == _REMAINDER):
        return _REMAINDER.text
    try:
        for held in (_ONE, _MANY):
            size_bound(text, held)
    except TooMuch as found:
        return found.name
    return ""


def excess_sentence(name: str) -> str:
    """What is said of an `excess`."""
    if name == _REMAINDER.text:
        return tr("Resten vid division (%) kan bara tas med ett utskrivet tal över 0. Skriv talet direkt efter %.")
    if name == growth.PACKED:
        return tr("Uttrycket geom_from_wkb kan ta all plats som finns. Skriv formen som text med geom_from_wkt.")
    if name in growth.ENDLESS:
        sentence = tr(
            "Uttrycket {name} kan ge hur många punkter som helst på en lång linje. Skriv det med densify_by_count "
            "eller smooth i stället."
        )
        return sentence.format(name=name)
    if name in growth.FINE:
        sentence = tr(
            "Uttrycket {name} letar för noga för att bli klart. Skriv hur noga det ska vara som ett tal, minst {n}."
        )
        return sentence.format(name=name, n=f"{growth.FINE[name][1]:g}")
    if name in growth.COUNTED or name == growth.SERIES:
        sentence = tr(
            "Uttrycket {name} anger inte, eller med för stora tal, hur många gånger något görs. Skriv "
            "antalet som ett utskrivet tal, högst {most}, eller som min(…, tal)."
        )
        return sentence.format(name=name, most=growth.COUNTED.get(name, (0, 10_000))[1])
    if name in FATAL:
        return tr("Uttrycket {name} kan stänga QGIS. Skriv det med ett tal från 0, och med något i parentesen.").format(
            name=name
        )
    sentence = tr(
        "Uttrycket {name} kan ge mycket mer än det som objektet har. Skriv det utan att lägga in något som kan vara "
        "stort i något annat som kan vara stort."
    )
    return sentence.format(name=name)


def _is_safe_remainder(read: Sequence[ExpressionToken], place: int) -> bool:
    """Whether what is divided by is a number that is written out, and not 0: QGIS dies of `% -1`."""
    right = read[place + 1] if place + 1 < len(read) else _REMAINDER
    return right.kind == NUMBER and float(right.text.replace("_", "")) > 0
