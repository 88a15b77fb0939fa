"""What in a style reaches outside the object that is drawn: files, the net, other layers, the computer and its user.

Functions are let in by their group, so that one that a later QGIS brings, or that somebody has written in Python, is
kept out until it has been thought of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qgis.core import QgsExpression, QgsExpressionFunction

from ...catalogue.safe_files import points_outside

_SAFE_GROUPS = frozenset(
    (
        *("Aggregates", "Arrays", "CRS", "Color", "Conditionals", "Conversions", "Date and Time", "Form"),
        *("Fuzzy Matching", "GeometryGroup", "Maps", "Math", "Record and Attributes", "String", "deprecated"),
    )
)
_ALSO_SAFE = frozenset(("with_variable", "is_layer_visible"))
_REACHING = (
    *("env", "eval", "eval_template", "var", "aggregate", "relation_aggregate", "exif", "exif_geotag", "load_layer"),
    *("layer_property", "raster_value", "raster_statistic", "get_feature", "get_feature_by_id", "decode_uri"),
    *("sqlite_fetch_and_increment", "display_expression", "maptip", "mime_type", "read_file"),
    *("file_exists", "file_size", "file_name", "file_path", "file_suffix", "base_file_name", "is_file", "is_directory"),
)
"""In safe groups, or known by name whatever QGIS it is."""
_OUTSIDE_VARIABLES = frozenset(
    (
        *("user_account_name", "user_full_name", "project_path", "project_folder", "project_home"),
        *("project_filename", "qgis_os_name"),
    )
)
_BETWEEN = r"(?:\s|/\*.*?\*/|--[^\r\n]*(?:[\r\n]|\Z))*"
"""What may stand between a function and its bracket; QGIS ends a remark at either end of line."""
_MOST_SIGNS, _MOST_OPERATORS, _DEEPEST = 20_000, 1_000, 24
"""Signs, operators and brackets of one expression: ours have 1,900, 100 and 13. QGIS dies of 30,000 operators."""
_DEEPEST_CALLS = 18
"""QGIS copies what a function is given twice, for each function around it."""
_OPERATOR = re.compile(r"[-+*/%^|<>=~]+|\b(?:and|or|not|in|is|like|ilike)\b", re.IGNORECASE)
_BRACKET = re.compile(r"""'(?:[^'\\]|\\.|'')*'|"(?:[^"]|"")*"|(\w\s*)?\(|\)|\[|\]""", re.DOTALL)
_PICTURE_NAME = re.compile(r"[\w-]+(?:[ /][\w.-]+)*\.svg", re.IGNORECASE)
_NESTED = re.compile(r"[\s\ufeff]*<[A-Za-z!?/]")


def reaching(text: str) -> str:
    """The first function or variable in `text` that reaches outside the object; '' when there is none.

    What is written is read here, and what QGIS makes of it asked for too. Not for what is `unwieldy`.
    """
    if "(" not in text and "@" not in text:
        return ""
    found = _pattern(QgsExpression.functionCount()).search(text)
    if found:
        return re.split(r"[\s(/-]", found[0], maxsplit=1)[0]
    read = QgsExpression(text)
    variables = read.referencedVariables()
    called = set(read.referencedFunctions())
    if "" not in variables:
        called.discard("var")  # how QGIS reads @map_scale; a name that is reckoned out it gives as ''
    outside = (called & _outside(QgsExpression.functionCount())) | (variables & _OUTSIDE_VARIABLES)
    return min(outside, default="")


def unwieldy(text: str) -> bool:
    """Whether QGIS could hang or die of reading `text` as an expression. An SVG kept in a style is none."""
    if len(text) <= _DEEPEST or text.startswith("base64:"):
        return False
    if len(text) > _MOST_SIGNS or sum(1 for _ in _OPERATOR.finditer(text)) > _MOST_OPERATORS:
        return True
    open_brackets: list[bool] = []
    any_is_call = "--" in text or "/*" in text  # a remark may stand before the bracket of a function
    for found in _BRACKET.finditer(text):
        sign = found[0][-1]
        if sign in "([":
            open_brackets.append(any_is_call or bool(found[1]))
            if len(open_brackets) > _DEEPEST or sum(open_brackets) > _DEEPEST_CALLS:
                return True
        elif sign in ")]" and open_brackets:
            open_brackets.pop()
    return False


def is_own_picture(name: str) -> bool:
    """Whether an SVG's name leads to one of those that come with QGIS, and to nothing else."""
    return bool(_PICTURE_NAME.fullmatch(name)) and ".." not in name and not points_outside(name)


def holds_xml(value: str) -> bool:
    """Whether an attribute holds a whole symbol as text, as callouts do."""
    return _NESTED.match(value) is not None


@lru_cache(maxsize=2)
def _pattern(_how_many: int) -> re.Pattern[str]:
    """Finds what reaches outside, of all functions that there are now; made anew when one has come."""
    called = "|".join(re.escape(name) for name in sorted(_outside(_how_many)))
    variables = "|".join(sorted(_OUTSIDE_VARIABLES))
    return re.compile(rf"(?<![\w$])(?:{called}){_BETWEEN}\(|@(?:{variables})\b", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=2)
def _outside(_how_many: int) -> frozenset[str]:
    """The names of all functions that reach outside, as many as there are now."""
    return frozenset(each.name() for each in QgsExpression.Functions() if not _is_safe(each)).union(_REACHING)


def _is_safe(function: QgsExpressionFunction) -> bool:
    name, groups = function.name(), function.groups()
    if type(function) is not QgsExpressionFunction or name in _REACHING or name.startswith("overlay_"):
        return False
    return name in _ALSO_SAFE or (bool(groups) and _SAFE_GROUPS.issuperset(groups))
