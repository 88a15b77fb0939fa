"""How closely and how often symbols and numbers may be drawn: what no map needs is set to the nearest that one does."""

from __future__ import annotations

import math
from typing import Iterator, Mapping

from ..i18n import tr
from .content import CHANGED, Removed
from .xml import Element, children

_LINE, _AREA, _SQUARE, _FREE = (0.1, 1.0), (0.5, 10.0), (1.0, 100.0), (0.0, 0.0)
"""Least distance along lines and between points in areas, and least area for each point: mm on paper, metres."""
_MAX_LENGTH = 1_000_000.0
_MAX_POINTS, _MAX_DECIMALS, _MAX_CLASSES = 10_000.0, 15.0, 2_000
_LENGTHS: Mapping[str, tuple[str, tuple[float, float], tuple[float, float]]] = {
    "interval": ("interval_unit", _LINE, (_MAX_LENGTH, _MAX_LENGTH)),
    "average_angle_length": ("average_angle_unit", _FREE, (100.0, 10_000.0)),
    "distance": ("distance_unit", _LINE, (_MAX_LENGTH, _MAX_LENGTH)),
    "distance_x": ("distance_x_unit", _AREA, (_MAX_LENGTH, _MAX_LENGTH)),
    "distance_y": ("distance_y_unit", _AREA, (_MAX_LENGTH, _MAX_LENGTH)),
    "density_area": ("density_area_unit", _SQUARE, (_MAX_LENGTH, _MAX_LENGTH)),
}
"""Property of a symbol layer -> where its unit stands, the least and the most in millimetres and in map units."""
_KINDS = {
    "MarkerLine": ("interval", "average_angle_length"),
    "HashLine": ("interval", "average_angle_length"),
    "LinePatternFill": ("distance",),
    "PointPatternFill": ("distance_x", "distance_y"),
    "RandomMarkerFill": ("density_area",),
}
_RULES = frozenset(
    ("interval", "averageAngleLength", "distanceX", "distanceY", "lineDistance", "pointCount", "densityArea")
)
"""The same properties reckoned out by an expression, which could be anything."""
_MM = {"": 1.0, "MM": 1.0, "Point": 25.4 / 72, "Pixel": 25.4 / 96, "Inch": 25.4}
_DECIMALS = frozenset(("decimals", "labelprecision"))
_CLASSES = frozenset(("rule", "category", "range"))


def limit_layer(layer: Element) -> list[Removed]:
    """Set what a symbol layer draws too much with to what can be drawn; says what."""
    kind = layer.get("class", "")
    said = []
    if kind in _KINDS:
        said += [each for name in _KINDS[kind] for each in _limit_length(layer, name)]
        said += [each for option in list(own_parts(layer)) for each in _without_rules(option)]
    if kind == "RandomMarkerFill":
        said += _limit(layer, "point_count", 0.0, _MAX_POINTS)
    return said


def limit_decimals(element: Element) -> list[Removed]:
    """Set a number of decimals, in an attribute or a property, to what a label can hold."""
    said = []
    for key in _DECIMALS & set(element.attrib):
        said += _set(element, key, -_MAX_DECIMALS, _MAX_DECIMALS, key)
    if element.get("name", element.get("k", "")) in _DECIMALS:
        for key in {"value", "v"} & set(element.attrib):
            said += _set(element, key, -_MAX_DECIMALS, _MAX_DECIMALS, "decimals")
    return said


def too_many_classes(elements: Iterator[Element]) -> int:
    """The line where a style has more classes or rules than can be drawn; 0 when it has not."""
    many = [each.line for each in elements if each.tag in _CLASSES]
    return max(1, many[_MAX_CLASSES]) if len(many) > _MAX_CLASSES else 0


def too_many_classes_text() -> str:
    """What is said of a style with `too_many_classes`."""
    return tr("Stilen har fler än {most} klasser eller regler. Slå samman dem.").format(most=_MAX_CLASSES)


def own_parts(layer: Element) -> Iterator[Element]:
    """The elements of a symbol layer, but not those of the layers within it."""
    for child in children(layer):
        if child.tag != "layer":
            yield child
            yield from own_parts(child)


def _places(layer: Element, name: str) -> Iterator[tuple[Element, str]]:
    for each in own_parts(layer):
        if each.get("name", each.get("k", "")) == name:
            yield each, "v" if each.tag == "prop" else "value"


def _limit_length(layer: Element, name: str) -> list[Removed]:
    unit_name, least, most = _LENGTHS[name]
    units = {each.get(key, "") for each, key in _places(layer, unit_name)} or {""}
    lows = [least[0] / _MM[unit] if unit in _MM else least[1] for unit in units]
    highs = [most[0] / _MM[unit] if unit in _MM else most[1] for unit in units]
    return _limit(layer, name, max(lows), min(highs))


def _limit(layer: Element, name: str, least: float, most: float) -> list[Removed]:
    return [
        each
        for place, key in list(_places(layer, name))
        if key in place.attrib
        for each in _set(place, key, least, most, name)
    ]


def _set(element: Element, key: str, least: float, most: float, name: str) -> list[Removed]:
    try:
        number = float(element.get(key, ""))
    except ValueError:
        number = 0.0  # how QGIS reads it
    kept = min(max(number, least), most) if math.isfinite(number) else least
    if kept == number:
        return []
    written = f"{kept:g}"
    element.set(key, written)
    sentence = tr("Värdet {value} för {name} går inte att rita med och ändrades till {kept}.")
    value = element.get(key, "") if math.isnan(number) else f"{number:g}"
    return [_changed(name, sentence.format(value=value, name=name, kept=written), element.line)]


def _without_rules(option: Element) -> list[Removed]:
    gone = [each for each in children(option) if each.get("name") in _RULES and each.get("type") == "Map"]
    sentence = tr("Stilen räknar ut {name} med ett uttryck. Det togs bort, så att avståndet är det som är inställt.")
    for each in gone:
        option.remove(each)
    return [_changed(each.get("name", ""), sentence.format(name=each.get("name")), each.line) for each in gone]


def _changed(name: str, sentence: str, line: int) -> Removed:
    return Removed(CHANGED, tr("avstånd eller antal ({name})").format(name=name), sentence, line)
