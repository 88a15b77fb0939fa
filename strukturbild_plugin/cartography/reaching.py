"""What in a style reaches outside the object that is drawn: files, the net, other layers, the computer and its user.

Functions are let in by their group, so that one that a later QGIS brings, or that somebody has written in Python, is
kept out until it has been thought of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qgis.core import QgsExpression, QgsExpressionFunction

from ..catalogue.safe_files import points_outside

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
_VARIABLES = "user_account_name|user_full_name|project_path|project_folder|project_home|project_filename|qgis_os_name"
_BETWEEN = r"(?:\s|/\*.*?\*/|--[^\n]*(?:\n|\Z))*"
"""What may stand between a function and its bracket."""
_PICTURE_NAME = re.compile(r"[\w-]+(?:[ /][\w.-]+)*\.svg", re.IGNORECASE)
_NESTED = re.compile(r"[\s\ufeff]*<[A-Za-z!?/]")


def reaching(text: str) -> str:
    """The first function or variable in `text` that reaches outside the object; '' when there is none."""
    found = _pattern(QgsExpression.functionCount()).search(text) if "(" in text or "@" in text else None
    return re.split(r"[\s(/-]", found[0], maxsplit=1)[0] if found else ""


def is_own_picture(name: str) -> bool:
    """Whether an SVG's name leads to one of those that come with QGIS, and to nothing else."""
    return bool(_PICTURE_NAME.fullmatch(name)) and ".." not in name and not points_outside(name)


def holds_xml(value: str) -> bool:
    """Whether an attribute holds a whole symbol as text, as callouts do."""
    return _NESTED.match(value) is not None


@lru_cache(maxsize=2)
def _pattern(_how_many: int) -> re.Pattern[str]:
    """Finds what reaches outside, of all functions that there are now; made anew when one has come."""
    names = {each.name() for each in QgsExpression.Functions() if not _is_safe(each)}
    called = "|".join(re.escape(name) for name in sorted(names.union(_REACHING)))
    return re.compile(rf"(?<![\w$])(?:{called}){_BETWEEN}\(|@(?:{_VARIABLES})\b", re.IGNORECASE | re.DOTALL)


def _is_safe(function: QgsExpressionFunction) -> bool:
    name, groups = function.name(), function.groups()
    if type(function) is not QgsExpressionFunction or name in _REACHING or name.startswith("overlay_"):
        return False
    return name in _ALSO_SAFE or (bool(groups) and _SAFE_GROUPS.issuperset(groups))
