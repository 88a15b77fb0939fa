"""The parts of a style made in QGIS: what is refused, and what is mended and said."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Iterator

from qgis.core import QgsPathResolver, QgsSymbolLayerUtils
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...errors import StrukturbildError
from ...i18n import tr
from ...safe_xml import is_safe
from .expression_sanitizer import holds_xml, reaching, unwieldy

_RENDERERS = ("singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer", "nullSymbol")
_LABELINGS = ("simple", "rule-based")
_LAYERS = (
    *("SimpleMarker", "EllipseMarker", "FilledMarker", "SvgMarker", "FontMarker", "VectorField"),
    *("SimpleLine", "MarkerLine", "HashLine", "ArrowLine", "InterpolatedLine", "GeometryGenerator"),
    *("SimpleFill", "CentroidFill", "PointPatternFill", "RandomMarkerFill"),
)
"""Kinds of symbol layers that stay vector in every version and reach nothing outside."""
_SVG_LIMIT = 300_000


def elements(root: QDomElement) -> Iterator[QDomElement]:
    """Every element below `root`, and itself."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        child = element.firstChildElement()
        while not child.isNull():
            waiting.append(child)
            child = child.nextSiblingElement()


def refused_parts(root: QDomElement, family: str, embed: bool) -> list[str]:
    """A sentence for each thing that cannot be in an own style."""
    faults = []
    renderer = root.firstChildElement("renderer-v2").attribute("type")
    if renderer not in _RENDERERS:
        faults.append(
            tr(
                "Visningssättet {name} kan inte användas. Välj enkel symbol, kategorier, gradering eller regler."
            ).format(name=renderer)
        )
    labeling = root.firstChildElement("labeling")
    if not labeling.isNull() and labeling.attribute("type") not in _LABELINGS:
        faults.append(tr("Etiketterna är av ett slag som inte kan användas. Välj enkla etiketter eller regler."))
    for element in elements(root):
        faults += _refused(element, family, embed)
    return faults


def _refused(element: QDomElement, family: str, embed: bool) -> list[str]:
    if element.tagName() == "layer" and element.hasAttribute("class"):
        return _refused_layer(element, family, embed)
    if element.attribute("type") == "Map" and element.attribute("name") == "ShapeSVGFile":
        return [tr("Bilden bakom etiketterna väljs av ett uttryck och kan inte användas.")]
    attributes = element.attributes()
    values = [attributes.item(place).nodeValue() for place in range(attributes.count())]
    for value in (*values, *_own_text(element)):
        if not holds_xml(value) and unwieldy(value):
            return [tr("Ett uttryck är för långt eller för djupt. Skriv det kortare.")]
        word = reaching(value)
        if word:
            said = tr("Uttrycket ”{name}” läser något utanför objektet och kan inte användas.")
            return [said.format(name=word)]
        if holds_xml(value):
            return _refused_inside(value, family)
    return []


def _own_text(element: QDomElement) -> list[str]:
    """The text of an element, in one piece as QGIS reads it; of one that only holds others there is none."""
    children = element.childNodes()
    own = [children.item(place) for place in range(children.count()) if children.item(place).isCharacterData()]
    return [element.text()] if any(each.nodeValue().strip() for each in own) else []


def _refused_inside(value: str, family: str) -> list[str]:
    """The same of a symbol that is kept as text in an attribute, as callouts have it."""
    document = QDomDocument()
    if not is_safe(value) or not document.setContent(value)[0]:
        return [tr("Stilen har en symbol som inte går att läsa.")]
    return [fault for element in elements(document.documentElement()) for fault in _refused(element, family, False)]


def _refused_layer(element: QDomElement, family: str, embed: bool) -> list[str]:
    kind = element.attribute("class")
    if kind not in _LAYERS:
        word = _kind_in_words(kind)
        advice = tr("Använd ett punktmönster eller en jämn fyllning.") if kind == "LinePatternFill" else ""
        said = tr("Symbollagret ”{name}” blir en bild i tryck eller kan inte användas här.").format(name=word)
        return [f"{said} {advice}".strip()]
    if kind == "FontMarker" and option(element, "font") != family:
        return [
            tr("En markör är en bokstav ur typsnittet {name}, som inte följer med. Välj {family}.").format(
                name=option(element, "font"), family=family
            )
        ]
    if kind == "SvgMarker" and _by_rule(element):
        return [tr("En SVG-bild väljs av ett uttryck och kan inte användas. Välj bilden direkt.")]
    if kind == "SvgMarker" and _svg(option(element, "name"), embed) is None:
        return [
            tr("SVG-bilden {name} finns inte, är för stor eller hänvisar till annat.").format(
                name=_short_name(option(element, "name"))
            )
        ]
    return []


def _by_rule(element: QDomElement) -> bool:
    """Whether an expression says which picture is drawn."""
    rules = element.firstChildElement("data_defined_properties")
    return any(each.attribute("type") == "Map" and each.attribute("name") == "name" for each in elements(rules))


def _kind_in_words(kind: str) -> str:
    words = {
        "GradientFill": tr("toning"),
        "ShapeburstFill": tr("toning från kanten"),
        "LinePatternFill": tr("linjemönster"),
        "SVGFill": tr("SVG-fyllning"),
        "RasterFill": tr("bildfyllning"),
        "RasterMarker": tr("bildmarkör"),
        "AnimatedMarker": tr("rörlig markör"),
        "Lineburst": tr("tonad linje"),
        "RasterLine": tr("bildlinje"),
        "MaskMarker": tr("mask"),
    }
    return words.get(kind, kind)


def _short_name(name: str) -> str:
    """What a person calls an SVG."""
    return tr("i stilen") if name.startswith("base64:") else Path(name).name[:60]


def mend(root: QDomElement, family: str, embed: bool) -> list[str]:
    """Take away what would make the map a picture and can go without changing what is shown; says what."""
    said = []
    if root.firstChildElement("layerOpacity").text() not in ("", "1"):
        said.append(tr("Lagrets genomskinlighet togs bort; den gör kartan till en bild. Lägg den i färgen i stället."))
    modes = [root.firstChildElement(name).text() for name in ("blendMode", "featureBlendMode")]
    if any(mode not in ("", "0") for mode in modes):
        said.append(tr("Blandningsläget togs bort; det gör kartan till en bild."))
    for element in list(elements(root)):
        said += _mended(element, family, embed)
    return list(dict.fromkeys(said))


def _mended(element: QDomElement, family: str, embed: bool) -> list[str]:
    tag, said = element.tagName(), []
    if tag == "effect" and element.attribute("type") == "effectStack" and element.attribute("enabled") == "1":
        element.setAttribute("enabled", "0")
        said.append(tr("Ritade effekter togs bort; de gör kartan till en bild."))
    if element.attribute("shadowDraw") == "1":
        element.setAttribute("shadowDraw", "0")
        said.append(tr("Etiketternas skugga togs bort; den gör kartan till en bild."))
    if tag == "text-style" and element.attribute("allowHtml") not in ("", "0"):
        element.setAttribute("allowHtml", "0")
        said.append(tr("HTML i etiketterna togs bort."))
    if tag == "background" and element.attribute("shapeSVGFile"):
        element.setAttribute("shapeDraw", "0")
        element.setAttribute("shapeSVGFile", "")
        said.append(tr("Bilden bakom etiketterna togs bort."))
    # A shadow has one as QGIS makes it, also when it is not drawn; that of a drawn shadow goes with the shadow.
    for name in ("blendMode", "shapeBlendMode", "bufferBlendMode"):
        if element.attribute(name) not in ("", "0"):
            element.setAttribute(name, "0")
            said.append(tr("Blandningsläget togs bort; det gör kartan till en bild."))
    if tag == "text-style" and element.attribute("fontFamily") not in ("", family):
        said.append(
            tr("Etiketternas typsnitt {name} byttes mot {family}, som följer med kartan.").format(
                name=element.attribute("fontFamily"), family=family
            )
        )
        element.setAttribute("fontFamily", family)
    if tag == "layer" and element.attribute("class") == "SvgMarker":
        embedded = _svg(option(element, "name"), embed)
        if embedded and embedded != option(element, "name"):
            set_option(element, "name", embedded)
            said.append(tr("SVG-bilden lades in i stilen, så att den finns på alla datorer."))
    return said


def option(element: QDomElement, name: str) -> str:
    """A property of a symbol layer, as QGIS 3.22 and later write them."""
    found = _option(element, name)
    return "" if found is None else found.attribute("value", found.attribute("v"))


def set_option(element: QDomElement, name: str, value: str) -> None:
    """Change a property of a symbol layer in every way it is written (3.22 writes each twice)."""
    for outer in (element, element.firstChildElement("Option")):
        child = outer.firstChildElement()
        while not child.isNull():
            if child.attribute("name") == name and child.tagName() == "Option":
                child.setAttribute("value", value)
            if child.attribute("k") == name and child.tagName() == "prop":
                child.setAttribute("v", value)
            child = child.nextSiblingElement()


def _option(element: QDomElement, name: str) -> QDomElement | None:
    for outer in (element.firstChildElement("Option"), element):
        child = outer.firstChildElement()
        while not child.isNull():
            if child.attribute("name") == name or child.attribute("k") == name:
                return child
            child = child.nextSiblingElement()
    return None


def _svg(name: str, embed: bool) -> str | None:
    """The SVG as QGIS embeds it, 'base64:...'; None when it cannot be used.

    A file of this computer is read only to `embed` it when its owner saves the style, never for one that came along.
    """
    from .svg_sanitizer import clean_svg

    try:
        if name.startswith("base64:"):
            content = base64.b64decode(name[len("base64:") :], validate=True)
        elif embed and "://" not in name:
            content = Path(QgsSymbolLayerUtils.svgSymbolNameToPath(name, QgsPathResolver())).read_bytes()
        else:
            return None
        if len(content) > _SVG_LIMIT:
            return None
        clean = clean_svg(content, _short_name(name))
    except (OSError, ValueError, binascii.Error, StrukturbildError):
        return None
    return "base64:" + base64.b64encode(clean).decode("ascii")
