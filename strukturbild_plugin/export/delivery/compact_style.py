"""QGIS styles without what QGIS fills in by itself: the same style when it is read, in less than half the letters.

QGIS writes every property of every symbol, twice over (`Option`, and `prop` for QGIS before 3.18), with its default
values, empty overrides and switched-off callouts. Only what is read back the same when it is missing is taken out; a
test reads every style of the program both ways and compares.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ATTRIBUTES = r'(?:\s+[\w:-]+="[^"]*")*'
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_NO_OVERRIDES = re.compile(
    rf"<data_defined_properties>\s*<Option{_ATTRIBUTES}>\s*(?:<Option{_ATTRIBUTES}\s*/>\s*){{3}}</Option>\s*"
    r"</data_defined_properties>"
)
_CALLOUT = re.compile(r"<callout\b.*?</callout>", re.DOTALL)
_NO_CALLOUT = re.compile(r'<Option(?=[^>]* name="enabled")(?=[^>]* value="0")')
_LABEL_SCALE = re.compile(r' \w*MapUnitScale="3x:0,0,0,0,0,0"')
_ELEMENT = re.compile(rf"<(prop|Option|constraint|default|alias)({_ATTRIBUTES})\s*/>")
_FORM = re.compile(r"(<fieldConfiguration>.*?</fieldConfiguration>)", re.DOTALL)
_LAYER_ID = re.compile(r'(<layer\b[^>]*?) id="\{[0-9a-fA-F-]{36}\}"')
"""QGIS 3.24 and later give every symbol layer an identity of its own when it has none."""
_ELEVATION = re.compile(r"<elevation\b.*?</elevation>", re.DOTALL)
"""How a layer looks in a profile of heights, which it has none of: symbols in colours that QGIS draws by lot (3.26)."""
_COLOUR = re.compile(r'"(\d+),(\d+),(\d+),(\d+),rgb:([\d.e-]+),([\d.e-]+),([\d.e-]+),([\d.e-]+)"')
"""QGIS 3.36 and later say a colour twice: whole numbers, and as fractions."""
_EMPTY_PARTS = re.compile(r"<substitutions/>|<families/>")

_ANY_SCALE = "3x:0,0,0,0,0,0"
_DEFAULTS = {
    **dict.fromkeys(("horizontal_anchor_point", "vertical_anchor_point"), ("1",)),
    **dict.fromkeys(("line_style", "style", "outline_style"), ("solid",)),
    **dict.fromkeys(("align_dash_pattern", "dash_pattern_offset", "draw_inside_polygon", "ring_filter"), ("0",)),
    **dict.fromkeys(("trim_distance_end", "trim_distance_start", "tweak_dash_pattern_on_corners"), ("0",)),
    **dict.fromkeys(("use_custom_dash", "angle"), ("0",)),
    "offset": ("0", "0,0"),
    "customdash": ("5;2",),
    "scale_method": ("diameter",),
    "name": ("",),
}
"""Properties of symbols, and the values that QGIS gives them when they are not said."""
_NOTHING = {
    "constraint": (("constraints", "0"), ("exp", "")),
    "default": (("expression", ""),),
    "alias": (("name", ""),),
}


@lru_cache(maxsize=64)
def compact_style(qml: str) -> str:
    """The style `qml` without what QGIS fills in by itself when it reads it; its forms, with their words, as it is."""
    return "".join(part if part.startswith("<fieldConf") else _compact(part) for part in _FORM.split(qml))


def _compact(qml: str) -> str:
    short = _CALLOUT.sub(_without_callout, _NO_OVERRIDES.sub("", _ELEVATION.sub("", qml)))
    short = _COLOUR.sub(_said_once, _LAYER_ID.sub(r"\1", short))
    return _EMPTY_PARTS.sub("", _LABEL_SCALE.sub("", _ELEMENT.sub(_needed, short)))


def _without_callout(found: re.Match[str]) -> str:
    return "" if _NO_CALLOUT.search(found[0]) else found[0]


def _said_once(found: re.Match[str]) -> str:
    """A colour as whole numbers, when the fractions say the same."""
    whole, parts = found.groups()[:4], found.groups()[4:]
    same = all(abs(int(number) / 255 - float(part)) < 1e-6 for number, part in zip(whole, parts))
    return f'"{",".join(whole)}"' if same else found[0]


def _needed(found: re.Match[str]) -> str:
    """An element without content: '' when QGIS does not need it."""
    tag = found[1]
    if tag == "prop":
        return ""
    said = dict(_ATTRIBUTE.findall(found[2]))
    if tag != "Option":
        return "" if any(said.get(name) == value for name, value in _NOTHING[tag]) else found[0]
    name, value = said.get("name", ""), said.get("value")
    if value == _ANY_SCALE or value in _DEFAULTS.get(name, ()) or (value == "MM" and name.endswith("unit")):
        return ""
    return found[0]
