"""Print layouts from others (.qpt): what they look like is kept, what they can do is not.

A layout file can hold expressions that read the machine's environment, web pages, pictures from anywhere and code. Only
elements and item types named here are kept, and of them only looks.
"""

from __future__ import annotations

import math
import re
from typing import Iterator, Mapping

from ..i18n import tr
from . import xml
from .content import Clean, ContentError, Removed, fault
from .drawing_limits import limit_decimals, limit_layer
from .layout_symbols import SYMBOL_LAYERS, mend_symbol
from .templates import without_templates
from .values import clean_picture, has_font, is_name, is_own_picture, is_plain, outside_sentence, points_outside
from .xml import Element, children, elements

LIMITS = xml.Limits(5_000_000, 200, 200_000)
ITEM, IMAGE, EXPRESSION, SETTING, OUTSIDE = "objekt", "bild", "uttryck", "installning", "utanfor"
"""Kinds of removal: items, their pictures, expressions in their texts, settings, and parts that are no look at all."""
_MAX_ITEMS, _MAX_PAGES, _MAX_SIDE_MM = 500, 20, 5000.0
MAP_ITEM = "65639"
_PAGE, _WEB_FRAME = "65638", "65648"
_KINDS: Mapping[str, str] = {
    "65637": "group",
    _PAGE: "page",
    MAP_ITEM: "map",
    "65640": "picture",
    "65641": "label",
    "65642": "legend",
    "65643": "shape",
    "65644": "polygon",
    "65645": "polyline",
    "65646": "scalebar",
    "65653": "marker",
}
"""Types of `QgsLayoutItemRegistry` that may be in a layout: no web page, no table, no 3D, nothing of other plugins."""


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ELEMENTS = _name_set(
    "Layout Snapper Grid PageCollection GuideCollection Guide symbol layer prop Option LayoutItem LayoutObject "
    "ComposerItemGroupElement FrameColor BackgroundColor text-style families family text-buffer strokeColor "
    "numericFormat fillColor fillColor2 lineSymbol divisionLineSymbol subdivisionLineSymbol fillSymbol1 fillSymbol2 "
    "nodes node styles style styleFont LabelFont FontColor Extent ComposerMapGrid lineStyle markerStyle "
    "annotationFontProperties itemClippingSettings"
)
_RULES = _name_set("dataDefinedProperties dd_properties data_defined_properties")
_NEVER = re.compile(r"expression|file|path|url|html|preset|\bscript|python|\baction|map.?theme", re.IGNORECASE)
"""Names of attributes and options that could name something outside, or be reckoned out; `file` of items apart."""
_TEXTS = _name_set("id title label unitLabel namedStyle description decimal_separator thousand_separator v value")
"""Attributes that may hold any sign, but no expressions and addresses; all others are plain."""
_FONTS = {"text-style": "fontFamily", "family": "name"}
_DESCRIBED_FONTS = _name_set("LabelFont styleFont annotationFontProperties")
_PAGE_NUMBER = re.compile(r"\[%\s*(@layout_page|@layout_numpages)\s*%\]")
_OWN_ARROW = re.compile(r":/images/north_arrows/\w+\.svg")
"""The arrow that QGIS puts in a layout when nothing else is chosen; it lies in the program itself."""
_NUMBERED = ("position", "positionOnPage", "size")


def clean(content: bytes) -> Clean:
    """Clean a layout file (QPT): only items, properties and symbols listed here are kept.

    Raises ContentError with why it cannot be used.
    """
    document = xml.read(content, LIMITS)
    root = document.root
    if root.tag != "Layout":
        sentence = tr(
            "Filen är inte av det slag som ändelsen anger. Välj en mall (.qpt) som är sparad i QGIS "
            "layouthanterare med Layout, Spara som mall."
        )
        raise ContentError([fault(sentence, root.line)])
    removed = [*document.removed(), *_parts_elsewhere(root)]
    _check_size(root, removed)
    made = _copied(root, removed)
    return Clean(xml.write(made), tuple(removed))


def _parts_elsewhere(root: Element) -> Iterator[Removed]:
    """Parts that refer to somebody's project or run code: never kept, and refused in what is shared."""
    for element in elements(root):
        tag, line = element.tag, element.line
        framed = tag in ("LayoutMultiFrame", "LayoutItem") and element.get("type") == _WEB_FRAME
        if framed or tag in ("ComposerHtml", "LayoutHtml"):
            sentence = tr("Kartbladet har en webbsida (HTML-ram). Ta bort den; en webbsida kan köra program.")
            yield Removed(OUTSIDE, tr("en webbsida"), sentence, line, harmful=True)
        elif tag in ("Layer", "layer-tree-layer"):
            sentence = tr(
                "Kartbladet pekar ut lager ur ett annat projekt. Lås upp kartans lager och spara om kartbladet."
            )
            yield Removed(OUTSIDE, tr("lager ur det egna projektet"), sentence, line, harmful=True)
        elif tag == "Atlas" and element.get("coverageLayerSource"):
            sentence = tr("Kartbladets atlas pekar ut ett lager. Stäng av atlasen och spara om kartbladet.")
            yield Removed(OUTSIDE, tr("atlasens lager"), sentence, line, harmful=True)
        if element.get("htmlState") not in (None, "0", ""):
            sentence = tr("En text i kartbladet är satt till HTML. Visa den som vanlig text.")
            yield Removed(OUTSIDE, tr("HTML i en text"), sentence, line, harmful=True)


def _check_size(root: Element, removed: list[Removed]) -> None:
    items = [each for each in elements(root) if each.tag == "LayoutItem"]
    pages = [item for item in items if item.get("type") == _PAGE]
    lengths = [part for item in items for key in _NUMBERED for part in _lengths(item.get(key, ""))]
    fine = all(math.isfinite(length) and abs(length) <= _MAX_SIDE_MM for length in lengths)
    if not 0 < len(pages) <= _MAX_PAGES or len(items) > _MAX_ITEMS or not fine:
        sentence = tr(
            "Kartbladet har mått eller antal som inte går att använda: minst en och högst {sidor} sidor, högst "
            "{objekt} objekt och {mm} mm. Spara om det från QGIS layouthanterare."
        ).format(sidor=_MAX_PAGES, objekt=_MAX_ITEMS, mm=round(_MAX_SIDE_MM))
        raise ContentError([*(each for each in removed if each.harmful), fault(sentence, root.line)], removed)


def _lengths(written: str) -> list[float]:
    """The two numbers of 'x,y,unit'; what is no number is infinite."""
    found = []
    for part in written.split(",")[:2]:
        try:
            found.append(float(part))
        except ValueError:
            found.append(math.inf)
    return found if written else []


def _copied(element: Element, removed: list[Removed]) -> Element:
    made = Element(element.tag, _attributes(element, removed))
    made.line = element.line
    removed.extend(limit_decimals(made))
    for child in children(element):
        if _is_kept(child, removed):
            made.append(_copied(child, removed))
            if child.tag == "symbol":
                mend_symbol(made, removed)
    if made.tag == "layer":
        removed.extend(limit_layer(made))
    if made.tag == "LayoutItem":
        _set_extent(made)
    return made


def _set_extent(made: Element) -> None:
    """A map of its own proportions: QGIS stretches the item to whatever extent the file says, also to no number."""
    extent = made.find("Extent")
    if made.get("type") == MAP_ITEM and extent is not None:
        width, height = (max(1.0, length) for length in _lengths(made.get("size", "1,1,mm")))
        extent.attrib = {"xmin": "0", "ymin": "0", "xmax": f"{width:.3f}", "ymax": f"{height:.3f}"}


def _is_kept(child: Element, removed: list[Removed]) -> bool:
    tag = child.tag
    if tag in _RULES:
        # An empty collection stands on every element; only one that says something is told about.
        if any(option.get("name") == "active" for option in child.iter("Option")):
            removed.append(_removed_setting(child))
        return False
    if tag == "LayoutMultiFrame" or (tag == "LayoutItem" and child.get("type") not in _KINDS):
        removed.append(Removed(ITEM, tr("ett objekt"), "", child.line))
        return False
    if tag == "layer" and child.get("class") not in SYMBOL_LAYERS:
        removed.append(_removed_setting(child))
        return False
    if tag in ("Option", "prop") and _NEVER.search(child.get("name") or child.get("k") or ""):
        return False
    return tag in _ELEMENTS


def _attributes(element: Element, removed: list[Removed]) -> dict[str, str]:
    found = ((key, _attribute(element, key, removed)) for key in element.attrib if key != "labelText")
    kept = {key: value for key, value in found if value is not None}
    font = _FONTS.get(element.tag, "")
    if font in kept and not has_font(kept[font]):
        kept.pop(font)
        if element.tag != "family":  # those are only to fall back on
            removed.append(_removed_setting(element))
    if element.tag in _DESCRIBED_FONTS and not has_font(kept.get("description", "").partition(",")[0]):
        kept.pop("description")
        removed.append(_removed_setting(element))
    if element.tag == "LayoutItem":
        # What would turn the map into dots, and what would run over it.
        kept["opacity"], kept["blendMode"] = "1", "0"
        if "file" in element.attrib:
            kept["file"] = _picture(element, removed)
        if "labelText" in element.attrib:
            kept["labelText"] = _without_expressions(element.attrib["labelText"], element.line, removed)
            kept["htmlState"] = "0"
    if element.tag == "symbol":
        kept["alpha"] = "1"
    return kept


def _attribute(element: Element, key: str, removed: list[Removed]) -> str | None:
    """The value of an attribute as it is kept; None when it is not."""
    value = element.attrib[key]
    if _NEVER.search(key):
        return None
    if is_plain(value) or (key == "name" and is_name(value)):
        return value
    if key in ("value", "v") and re.search(r"[(@<]", value):  # never in what a simple symbol or number needs
        return None
    if key in _TEXTS and not points_outside(value):
        return _without_expressions(value, element.line, removed)
    return None


def _without_expressions(text: str, line: int, removed: list[Removed]) -> str:
    """A text of a label or a title without expressions, but for page numbers."""
    kept, count = without_templates(_PAGE_NUMBER.sub(lambda found: f"\x01{found[1]}\x02", text))
    removed.extend([Removed(EXPRESSION, tr("ett uttryck i en text"), "", line)] * count)
    return kept.replace("\x01", "[% ").replace("\x02", " %]")


def _picture(element: Element, removed: list[Removed]) -> str:
    """A picture that the file itself carries, looked through as a logo is; anything else is left out."""
    path = element.get("file", "")
    if not path or is_own_picture(path) or _OWN_ARROW.fullmatch(path):
        return path
    why = ""
    try:
        clean_value, found = clean_picture(path, pictures=True)
    except ContentError as error:
        clean_value, found, why = "", None, str(error)
    if found is None:
        sentence = why or outside_sentence(path)
        what = tr("en bild som inte kan användas") if why else tr("en bild som bara finns på den egna datorn")
        removed.append(Removed(IMAGE, what, sentence, element.line, harmful=True))
        return ""
    removed.extend(found.harmful())
    return clean_value


def _removed_setting(element: Element) -> Removed:
    return Removed(SETTING, tr("en datastyrd eller extern inställning"), "", element.line)
