"""A user's layout file (.qpt) made harmless before QGIS reads it: what it looks like is kept, what it can do is not.

A layout file can hold expressions that read the machine's environment, web pages, pictures from anywhere and code. Only
elements and item types named here are kept, and of them only looks; everything else is left out and told about.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from dataclasses import dataclass
from typing import Mapping
from xml.etree import ElementTree

from ...cartography.layout.logos import read_logo
from ...errors import ExportError
from ...i18n import tr
from ..svg.safe_xml import read_xml

MOST_BYTES = 5_000_000
_MOST_ITEMS, _MOST_PAGES, _LONGEST_MM = 500, 20, 5000.0
_GROUP, _PAGE, _MAP = "65637", "65638", "65639"
_KINDS: Mapping[str, str] = {
    _GROUP: "group",
    _PAGE: "page",
    _MAP: "map",
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



def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ELEMENTS = _words(
    "Layout Snapper Grid PageCollection GuideCollection Guide symbol layer prop Option LayoutItem LayoutObject "
    "ComposerItemGroupElement FrameColor BackgroundColor text-style families family text-buffer strokeColor "
    "numericFormat fillColor fillColor2 lineSymbol divisionLineSymbol subdivisionLineSymbol fillSymbol1 fillSymbol2 "
    "nodes node styles style styleFont LabelFont FontColor Extent ComposerMapGrid lineStyle markerStyle "
    "annotationFontProperties itemClippingSettings"
)
_SYMBOL_LAYERS = _words(
    "SimpleMarker SimpleLine SimpleFill EllipseMarker FilledMarker MarkerLine HashLine PointPatternFill "
    "LinePatternFill CentroidFill ArrowLine"
)
_FORBIDDEN_NAME = re.compile(r"expression|file|path|url|html|preset|\bscript|python|\baction|map.?theme", re.IGNORECASE)
"""Attributes and options that could name something outside, or be reckoned out."""
_KEPT_PATHS = frozenset({"file"})
_HARMLESS = re.compile(r"\[%\s*(@layout_page|@layout_numpages)\s*%\]")
_EXPRESSION = re.compile(r"\[%.*?%\]|\[%.*\Z", re.DOTALL)
_NUMBERED = ("position", "positionOnPage", "size")


@dataclass(frozen=True)
class CleanLayout:
    """A layout that can be read without danger."""

    namn: str
    xml: str
    anmarkningar: tuple[str, ...]
    """What was left out, as sentences."""


def clean_layout(content: bytes, name: str) -> CleanLayout:
    """The harmless part of a layout file. ExportError says why it cannot be used."""
    if len(content) > MOST_BYTES:
        raise ExportError(
            tr("Layouten {namn} är för stor. En layout får vara högst {mest} MB.").format(
                namn=name, mest=MOST_BYTES // 1_000_000
            )
        )
    try:
        root = read_xml(content.decode("utf-8-sig"), bare_type=True)
        if root.tag != "Layout":
            raise ValueError(root.tag)
    except ValueError as error:
        raise ExportError(
            tr(
                "Layouten {namn} går inte att läsa. Välj en mall (.qpt) som är sparad i QGIS layouthanterare med "
                "Layout, Spara som mall."
            ).format(namn=name)
        ) from error
    left = _Removed(name)
    _check_size(root, name)
    made = _copied(root, left)
    return CleanLayout(name, ElementTree.tostring(made, encoding="unicode"), left.sentences())


class _Removed:
    """What was left out of a layout, counted by kind."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.items = self.looks = self.pictures = self.texts = 0

    def sentences(self) -> tuple[str, ...]:
        """One for each kind of thing."""
        said = (
            (self.items, tr("{n} objekt i layouten {namn} kan inte användas här och togs inte med.")),
            (self.pictures, tr("{n} bilder i layouten {namn} ligger utanför filen eller går inte att använda.")),
            (self.texts, tr("{n} uttryck i texterna i layouten {namn} togs bort.")),
            (self.looks, tr("{n} datastyrda eller externa inställningar i layouten {namn} togs bort.")),
        )
        return tuple(sentence.format(n=count, namn=self.name) for count, sentence in said if count)


def _check_size(root: ElementTree.Element, name: str) -> None:
    items = list(root.iter("LayoutItem"))
    pages = [item for item in items if item.get("type") == _PAGE]
    lengths = [part for item in items for key in _NUMBERED for part in _lengths(item.get(key, ""))]
    fine = all(math.isfinite(length) and abs(length) <= _LONGEST_MM for length in lengths)
    if not 0 < len(pages) <= _MOST_PAGES or len(items) > _MOST_ITEMS or not fine:
        raise ExportError(
            tr(
                "Layouten {namn} har mått eller antal som inte går att använda: högst {sidor} sidor, {objekt} objekt "
                "och {mm} mm."
            ).format(namn=name, sidor=_MOST_PAGES, objekt=_MOST_ITEMS, mm=round(_LONGEST_MM))
        )


def _lengths(written: str) -> list[float]:
    """The two numbers of 'x,y,unit'; what is no number is infinite."""
    found = []
    for part in written.split(",")[:2]:
        try:
            found.append(float(part))
        except ValueError:
            found.append(math.inf)
    return found if written else []


def _copied(element: ElementTree.Element, left: _Removed) -> ElementTree.Element:
    made = ElementTree.Element(element.tag, _attributes(element, left))
    for child in element:
        if _keeps(child, left):
            made.append(_copied(child, left))
    if made.tag == "LayoutItem":
        _set_extent(made)
    return made


def _set_extent(made: ElementTree.Element) -> None:
    """A map of its own proportions: QGIS stretches the item to whatever extent the file says, also to no number."""
    extent = made.find("Extent")
    if made.get("type") == _MAP and extent is not None:
        width, height = (max(1.0, length) for length in _lengths(made.get("size", "1,1,mm")))
        extent.attrib = {"xmin": "0", "ymin": "0", "xmax": f"{width:.3f}", "ymax": f"{height:.3f}"}


def _keeps(child: ElementTree.Element, left: _Removed) -> bool:
    tag = child.tag
    if tag in ("dataDefinedProperties", "dd_properties", "data_defined_properties"):
        # An empty collection stands on every element; only one that says something is told about.
        left.looks += any(option.get("name") == "active" for option in child.iter("Option"))
        return False
    if tag == "LayoutItem" and child.get("type") not in _KINDS:
        left.items += 1
        return False
    if tag == "LayoutMultiFrame":
        left.items += 1
        return False
    if tag == "layer" and child.get("class") not in _SYMBOL_LAYERS:
        left.looks += 1
        return False
    if tag in ("Option", "prop") and _FORBIDDEN_NAME.search(child.get("name") or child.get("k") or ""):
        return False
    return tag in _ELEMENTS


def _attributes(element: ElementTree.Element, left: _Removed) -> dict[str, str]:
    kept = {
        key: value for key, value in element.attrib.items() if key in _KEPT_PATHS or not _FORBIDDEN_NAME.search(key)
    }
    if element.tag == "LayoutItem":
        # What would turn the map into dots, and what would run over it.
        kept["opacity"], kept["blendMode"] = "1", "0"
        if "file" in kept:
            kept["file"] = _picture(kept["file"], left)
        if "labelText" in kept:
            kept["labelText"] = _plain(kept["labelText"], left)
            kept["htmlState"] = "0"
    else:
        kept.pop("file", None)
    if element.tag == "symbol":
        kept["alpha"] = "1"
    return kept


def _plain(text: str, left: _Removed) -> str:
    """The text without expressions, but for page numbers."""
    kept = _HARMLESS.sub(lambda found: f"\x01{found[1]}\x02", text)
    kept, count = _EXPRESSION.subn("", kept)
    left.texts += count
    return kept.replace("\x01", "[% ").replace("\x02", " %]")


def _picture(path: str, left: _Removed) -> str:
    """A picture that the file itself carries, looked through as a logo is; anything else is left out."""
    if not path:
        return ""
    try:
        if not path.startswith("base64:"):
            raise ValueError("outside")
        content = base64.b64decode(path[len("base64:") :], validate=True)
        kind = "png" if content.startswith(b"\x89PNG") else "svg"
        clean = read_logo(f"bild.{kind}", content).content
    except (ValueError, binascii.Error, ExportError):
        left.pictures += 1
        return ""
    return "base64:" + base64.b64encode(clean).decode("ascii")
