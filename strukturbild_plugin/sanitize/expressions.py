"""Which QGIS expressions may be in a style: those that see nothing but the object that is drawn and its layer.

Functions (function_growth.py) and variables are listed by name, so that one that a later QGIS brings, or that somebody
has written in Python, is kept out until it has been thought of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator, Sequence

from qgis.core import QgsExpression, QgsExpressionFunction

from .expression_tokens import NAME, SIGN, TEXT, ExpressionToken, called, tokens
from .function_growth import FUNCTIONS


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_KEYWORDS = _name_set("and or not in is like ilike between case when then else end null")
"""Words of the language that may stand before a bracket."""
_CALLED = FUNCTIONS | _KEYWORDS
_VARIABLES = _name_set(
    "value element index counter field id feature geometry parent current_feature current_geometry row_number "
    "feature_id strukturbild_bild strukturbild_vy zoom_level vector_tile_zoom grid_number grid_axis picture"
)
_VARIABLE_GROUPS = ("map_", "symbol_", "geometry_", "cluster_", "layer_", "legend_", "layout_page", "layout_numpages")
"""Variables are kept when they are listed or begin so, or are defined by the expression itself."""

_CALL = re.compile(r"(?<![\w$@])([$]?[^\W\d]\w*)\s*\(")
_MAX_LENGTH, _MAX_OPERATORS, _MAX_DEPTH = 20_000, 1_000, 24
"""Signs, operators and brackets of one expression: ours have 1,900, 100 and 13. QGIS dies of 30,000 operators."""
_MAX_CALL_DEPTH = 18
"""QGIS copies what a function is given twice, for each function around it."""
_OPERATORS = _name_set("- + * / % ^ | < > = ~ ! || // <= >= <> != [")
_OPERATOR_WORDS = _name_set("and or not in is like ilike between")


def forbidden_name(text: str, is_expression: bool = False) -> str:
    """The first function or variable in `text` that may not be in a style; '' when there is none.

    What is written is read here, and what QGIS makes of it asked for too. Text that is no expression, as a name with a
    bracket, is only told by functions that QGIS has, unless `is_expression`. Not for what is `is_too_complex`.
    """
    if not any(sign in text for sign in "(@$"):
        return ""
    known = _forbidden(QgsExpression.functionCount())
    written = tokens(text)
    names = list(called(written))
    # Within texts as well: what is text here might be read in another way by QGIS.
    inside = [found[1] for found in _CALL.finditer(text)]
    for name in (*names, *inside):
        if name.casefold() in known:
            return name
    read = QgsExpression(text)
    if is_expression or not read.hasParserError():
        for name in names:
            if not name.isascii() or name.lower() not in _CALLED:  # QGIS reads file_ſize as file_size
                return name
        defined = {name.lower() for name in _defined(written)}
        variables = [each.text[1:] for each in written if each.kind == NAME and each.text.startswith("@")]
        for name in (*variables, *sorted(read.referencedVariables())):
            if not _is_kept(name.lower(), defined):
                return f"@{name}" if name else "var"
    functions = {name.casefold() for name in read.referencedFunctions()} - {"var"}  # how QGIS reads @map_scale
    return min(functions - FUNCTIONS, default="")


def is_too_complex(text: str) -> bool:
    """Whether QGIS could hang or die of reading `text` as an expression. An SVG kept in a style is none."""
    if len(text) <= _MAX_DEPTH or text.startswith("base64:"):
        return False
    if len(text) > _MAX_LENGTH:
        return True
    open_brackets: list[bool] = []
    operators, before = 0, ""
    for token in tokens(text):
        word = token.text.lower()
        if (token.kind == SIGN and word in _OPERATORS) or (token.kind == NAME and word in _OPERATOR_WORDS):
            operators += 1
        if (token.kind == SIGN and word in "([") or (token.kind == NAME and word == "case"):
            open_brackets.append(word == "(" and before == NAME)
            if len(open_brackets) > _MAX_DEPTH or sum(open_brackets) > _MAX_CALL_DEPTH:
                return True
        elif ((token.kind == SIGN and word in ")]") or (token.kind == NAME and word == "end")) and open_brackets:
            open_brackets.pop()
        before = token.kind
    return operators > _MAX_OPERATORS


def _defined(written: Sequence[ExpressionToken]) -> Iterator[str]:
    """The variables that `with_variable('name', …)` makes."""
    for name, bracket, text in zip(written, written[1:], written[2:]):
        if name.text.lower() == "with_variable" and bracket.text == "(" and text.kind == TEXT:
            yield text.text[1:-1]


def _is_kept(name: str, defined: set[str]) -> bool:
    return name in defined or (name.isascii() and (name in _VARIABLES or name.startswith(_VARIABLE_GROUPS)))


@lru_cache(maxsize=2)
def _forbidden(_how_many: int) -> frozenset[str]:
    """The names of all functions that there are now and that are not kept; made anew when one has come."""
    return frozenset(each.name().lower() for each in QgsExpression.Functions() if not _is_safe(each))


def _is_safe(function: QgsExpressionFunction) -> bool:
    # What somebody has written in Python is of another type, whatever it is called.
    return type(function) is QgsExpressionFunction and function.name().lower() in FUNCTIONS
