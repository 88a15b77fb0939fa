"""A style that somebody has saved in the file with QGIS: what is harmless of it, and what had to be left out.

Unlike a style that is printed with (own_style.py) it may look as it likes in the window. What goes is what could reach
outside the file or run something; forms, actions, joins and default values are never read from a file at all.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterator

# Everything is read through by safe_xml before a tree is built.
from xml.etree import ElementTree  # nosec B405

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...catalogue.safe_files import FREE_TEXT, points_outside
from ...errors import StrukturbildError
from ...i18n import tr
from ...safe_xml import is_safe
from .expression_sanitizer import holds_xml, is_own_picture, reaching, unwieldy
from .qml_style import fits
from .svg_sanitizer import clean_svg

MOST_SIGNS = 4_000_000
_KEPT = ("renderer-v2", "labeling", "blendMode", "featureBlendMode", "layerOpacity")
_KEPT_ATTRIBUTES = ("version", "labelsEnabled", "minScale", "maxScale", "hasScaleBasedVisibilityFlag")
_RENDERERS = (
    *("singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer", "nullSymbol"),
    *("pointDisplacement", "pointCluster", "invertedPolygonRenderer", "mergedFeatureRenderer"),
)
_LABELINGS = ("simple", "rule-based")
_LAYERS = (
    *("SimpleMarker", "EllipseMarker", "FilledMarker", "SvgMarker", "FontMarker", "VectorField"),
    *("SimpleLine", "MarkerLine", "HashLine", "ArrowLine", "InterpolatedLine", "Lineburst", "GeometryGenerator"),
    *("SimpleFill", "GradientFill", "ShapeburstFill", "CentroidFill"),
    *("LinePatternFill", "PointPatternFill", "RandomMarkerFill"),
)
"""Kinds of symbol layers that take nothing from outside, but for SVG markers, which are looked at more closely."""
_PICTURE_RULES = frozenset(("name", "file", "imageFile", "svgFile", "ShapeSVGFile"))
_DECLARED = re.compile(r"\A\s*(?:<\?xml[^>]*\?>)?\s*<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_MADE_ON_PURPOSE = (
    ("attributeactions/actionsetting", lambda: tr("åtgärder")),
    ("vectorjoins/join", lambda: tr("kopplingar till andra lager")),
    (".//DiagramCategory[@enabled='1']", lambda: tr("diagram")),
)
_WRITTEN_ON_PURPOSE = (("editforminit", lambda: tr("programkod i formuläret")), ("mapTip", lambda: tr("karttips")))
"""Parts of a saved style that are there, or are not empty, when somebody has made them: they are not taken along."""


@dataclass(frozen=True)
class StoredStyle:
    """`qml`: what can be used; '' when nothing can. `sagt`: what was left out, and why."""

    qml: str
    sagt: tuple[str, ...] = ()


class _Refused(Exception):
    """The style cannot be used; the message says why."""


@lru_cache(maxsize=64)
def harmless(qml: str) -> StoredStyle:
    """The harmless part of a style saved in a file: symbols, labels, and how they are laid over each other."""
    said: list[str] = []
    try:
        made = _made(_tree(qml), said)
    except _Refused as refused:
        return StoredStyle("", tuple(dict.fromkeys((*said, str(refused)))))
    return StoredStyle(ElementTree.tostring(made, encoding="unicode"), tuple(dict.fromkeys(said)))


def put_on(layer: QgsVectorLayer, style: StoredStyle) -> bool:
    """Give `layer` a harmless style; False when QGIS cannot read it or it would draw nothing: then give it another."""
    document = QDomDocument()
    if not style.qml or not document.setContent(style.qml)[0]:
        return False
    kinds = QgsMapLayer.StyleCategory
    fine, _fault = layer.importNamedStyle(document, kinds.Symbology | kinds.Labeling | kinds.Rendering)
    return bool(fine) and fits(layer.renderer(), layer)


def _tree(qml: str) -> ElementTree.Element:
    if len(qml) > MOST_SIGNS or not is_safe(qml):
        raise _Refused(tr("stilen är för stor eller går inte att läsa"))
    # Read through above: nothing is declared, and it is not deep.
    root = ElementTree.fromstring(_DECLARED.sub("", qml, count=1))  # nosec B314
    if root.tag != "qgis" or root.find("renderer-v2") is None:
        raise _Refused(tr("stilen har inga symboler"))
    return root


def _made(root: ElementTree.Element, said: list[str]) -> ElementTree.Element:
    said.extend(words() for path, words in _MADE_ON_PURPOSE if root.find(path) is not None)
    said.extend(words() for path, words in _WRITTEN_ON_PURPOSE if (root.findtext(path) or "").strip())
    made = ElementTree.Element("qgis", {name: root.attrib[name] for name in _KEPT_ATTRIBUTES if name in root.attrib})
    for name in _KEPT:
        kept = root.find(name)
        if kept is not None:
            made.append(kept)
    for renderer in made.iter("renderer-v2"):
        if renderer.get("type") not in _RENDERERS:
            raise _Refused(tr("visningssättet {name}").format(name=_short(renderer.get("type", ""))))
    labeling = made.find("labeling")
    if labeling is not None and labeling.get("type") not in _LABELINGS:
        made.remove(labeling)
        said.append(tr("etiketter av ett slag som inte kan användas"))
    _drop_symbol_layers(made, said)
    _mend_labels(made, said)
    for words in _faults(made, 0):
        raise _Refused(words)
    return made


def _drop_symbol_layers(made: ElementTree.Element, said: list[str]) -> None:
    """Take symbol layers away that fetch a picture; a symbol must have something left."""
    for symbol in list(made.iter("symbol")):
        for layer in symbol.findall("layer"):
            fault = _layer_fault(layer)
            if fault:
                symbol.remove(layer)
                said.append(fault)
        if symbol.find("layer") is None and said:
            raise _Refused(tr("en symbol är bara en bild utifrån"))


def _layer_fault(layer: ElementTree.Element) -> str:
    """Why a symbol layer cannot be used; '' for one that can. An SVG in the style is cleaned where it stands."""
    kind = layer.get("class", "")
    if kind not in _LAYERS:
        return tr("symbollagret {name}").format(name=_short(kind))
    if kind != "SvgMarker":
        return ""
    if any(rule.get("type") == "Map" and rule.get("name") in _PICTURE_RULES for rule in layer.iter("Option")):
        return tr("en bild som väljs av ett uttryck")
    for place in layer.iter():
        key = {place.get("name"): "value", place.get("k"): "v"}.get("name", "")
        if key and place.get(key):
            clean = _clean_picture(place.get(key, ""))
            if not clean:
                return tr("en bild utifrån ({name})").format(name=_short(place.get(key, "")))
            place.set(key, clean)
    return ""


def _clean_picture(name: str) -> str:
    if not name.startswith("base64:"):
        return name if is_own_picture(name) else ""
    try:
        content = base64.b64decode(name[len("base64:") :], validate=True)
        return "base64:" + base64.b64encode(clean_svg(content, "")).decode("ascii")
    except (ValueError, binascii.Error, StrukturbildError):
        return ""


def _mend_labels(made: ElementTree.Element, said: list[str]) -> None:
    for text in made.iter("text-style"):
        if text.get("allowHtml", "0") != "0":
            text.set("allowHtml", "0")
            said.append(tr("HTML i etiketter"))
    for background in made.iter("background"):
        if background.get("shapeSVGFile"):
            said.append(tr("bilden bakom etiketter"))
            background.set("shapeSVGFile", "")
            background.set("shapeDraw", "0")


def _faults(root: ElementTree.Element, depth: int) -> Iterator[str]:
    """What cannot be mended: expressions and addresses that reach outside, also in symbols kept as text."""
    values: set[str] = set()
    words: set[str] = set()
    for element in root.iter():
        if element.tag == "layer" and depth and (element.get("class") == "SvgMarker" or _layer_fault(element)):
            yield tr("symbollagret {name}").format(name=_short(element.get("class", "")))
        if element.get("type") == "Map" and element.get("name") == "ShapeSVGFile":
            yield tr("en bild som väljs av ett uttryck")
        for key, value in element.attrib.items():
            (words if key in FREE_TEXT else values).add(value)
        values.add(element.text or "")
        if len(element) and any((each or "").strip() for each in (element.text, *(child.tail for child in element))):
            yield tr("text som är inflätad bland delarna")  # Qt reads it in one piece
    # The same values stand in thousands of places.
    for value in values | words:
        if not holds_xml(value) and unwieldy(value):
            yield tr("ett uttryck som är för långt eller för djupt")
            continue
        word = reaching(value)
        if word:
            yield tr("uttrycket {name}, som läser något utanför objektet").format(name=_short(word))
        if holds_xml(value):
            if depth > 1 or not is_safe(value):
                yield tr("en symbol som inte går att läsa")
            else:
                # Read through just now.
                yield from _faults(ElementTree.fromstring(value), depth + 1)  # nosec B314
        elif value in values and not value.startswith("base64:") and points_outside(value):
            yield tr("adressen {name}").format(name=_short(value))


def _short(name: str) -> str:
    plain = "".join(sign for sign in name if sign.isprintable())
    return f"”{plain[:40]}…”" if len(plain) > 40 else f"”{plain}”"
