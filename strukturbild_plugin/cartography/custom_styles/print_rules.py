"""What of a cleaned style cannot be printed as lines, areas and text: refused, or adapted."""

from __future__ import annotations

import base64
from pathlib import Path

from qgis.core import QgsPathResolver, QgsSymbolLayerUtils

from ...i18n import tr
from ...sanitize.values import EMBEDDED
from ...sanitize.xml import Element, elements

_RENDERERS = ("singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer", "nullSymbol")
_SYMBOL_LAYERS = (
    *("SimpleMarker", "EllipseMarker", "FilledMarker", "SvgMarker", "FontMarker", "VectorField"),
    *("SimpleLine", "MarkerLine", "HashLine", "ArrowLine", "InterpolatedLine", "GeometryGenerator"),
    *("SimpleFill", "CentroidFill", "PointPatternFill", "RandomMarkerFill"),
)
"""Kinds of symbol layers that stay vector in every version."""
_MAX_SVG_BYTES = 300_000


def unprintable_parts(root: Element, family: str) -> list[str]:
    """A sentence for each part that would make the map a raster image, or needs something outside the style."""
    faults = []
    renderer = root.find("renderer-v2")
    kind = "" if renderer is None else renderer.get("type", "")
    if kind not in _RENDERERS:
        faults.append(
            tr(
                "Visningssättet {name} kan inte användas. Välj enkel symbol, kategorier, gradering eller regler."
            ).format(name=kind)
        )
    return faults + [fault for layer in _symbol_layers(root) for fault in _unprintable_layer(layer, family)]


def _symbol_layers(root: Element) -> list[Element]:
    return [each for each in elements(root) if each.tag == "layer" and "class" in each.attrib]


def _unprintable_layer(layer: Element, family: str) -> list[str]:
    kind = layer.get("class", "")
    if kind not in _SYMBOL_LAYERS:
        word = _kind_name(kind)
        advice = tr("Använd ett punktmönster eller en jämn fyllning.") if kind == "LinePatternFill" else ""
        sentence = tr("Symbollagret ”{name}” blir en bild i tryck eller kan inte användas här.").format(name=word)
        return [f"{sentence} {advice}".strip()]
    if kind == "FontMarker" and option(layer, "font") != family:
        return [
            tr("En markör är en bokstav ur typsnittet {name}, som inte följer med. Välj {family}.").format(
                name=option(layer, "font"), family=family
            )
        ]
    if kind == "SvgMarker" and not _is_embedded(option(layer, "name")):
        return [
            tr("SVG-bilden {name} finns inte, är för stor eller hänvisar till annat.").format(
                name=_short_name(option(layer, "name"))
            )
        ]
    return []


def _is_embedded(picture: str) -> bool:
    return picture.startswith(EMBEDDED) and len(picture) <= _MAX_SVG_BYTES * 4 // 3 + 16


def _kind_name(kind: str) -> str:
    names = {
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
    return names.get(kind, kind)


def _short_name(name: str) -> str:
    """What a person calls an SVG."""
    return tr("i stilen") if name.startswith(EMBEDDED) else Path(name).name[:60]


def adapt_for_print(root: Element, family: str) -> list[str]:
    """Take away what would make the map a picture and can go without changing what is shown; says what."""
    notices = []
    if root.findtext("layerOpacity", "") not in ("", "1"):
        notices.append(
            tr("Lagrets genomskinlighet togs bort; den gör kartan till en bild. Lägg den i färgen i stället.")
        )
    modes = [root.findtext(name, "") for name in ("blendMode", "featureBlendMode")]
    if any(mode not in ("", "0") for mode in modes):
        notices.append(tr("Blandningsläget togs bort; det gör kartan till en bild."))
    for element in elements(root):
        notices += _adapted(element, family)
    return list(dict.fromkeys(notices))


def _adapted(element: Element, family: str) -> list[str]:
    notices = []
    if element.tag == "effect" and element.get("type") == "effectStack" and element.get("enabled") == "1":
        element.set("enabled", "0")
        notices.append(tr("Ritade effekter togs bort; de gör kartan till en bild."))
    if element.get("shadowDraw") == "1":
        element.set("shadowDraw", "0")
        notices.append(tr("Etiketternas skugga togs bort; den gör kartan till en bild."))
    # A shadow has one as QGIS makes it, also when it is not drawn; that of a drawn shadow goes with the shadow.
    for name in ("blendMode", "shapeBlendMode", "bufferBlendMode"):
        if element.get(name, "0") not in ("", "0"):
            element.set(name, "0")
            notices.append(tr("Blandningsläget togs bort; det gör kartan till en bild."))
    if element.tag == "text-style" and element.get("fontFamily", "") not in ("", family):
        notices.append(
            tr("Etiketternas typsnitt {name} byttes mot {family}, som följer med kartan.").format(
                name=element.get("fontFamily"), family=family
            )
        )
        element.set("fontFamily", family)
    return notices


def embed_svg_files(root: Element) -> list[str]:
    """Take the SVG files that a style of one's own names into it; says so. What cannot be read stays as it is.

    A file of this computer is read only when its owner saves the style, never for one that came along.
    """
    notices = []
    for layer in _symbol_layers(root):
        name = option(layer, "name")
        if layer.get("class") != "SvgMarker" or not name or name.startswith(EMBEDDED) or "://" in name:
            continue
        try:
            path = Path(QgsSymbolLayerUtils.svgSymbolNameToPath(name, QgsPathResolver()))
            content = path.read_bytes() if path.stat().st_size <= _MAX_SVG_BYTES else b""
        except (OSError, ValueError):
            continue
        if content:
            _set_option(layer, "name", EMBEDDED + base64.b64encode(content).decode("ascii"))
            notices.append(tr("SVG-bilden lades in i stilen, så att den finns på alla datorer."))
    return notices[:1]


def option(layer: Element, name: str) -> str:
    """A property of a symbol layer, as QGIS 3.22 and later write them."""
    places = list(_places(layer, name))
    return places[0].get("value", places[0].get("v", "")) if places else ""


def _set_option(layer: Element, name: str, value: str) -> None:
    """Change a property in every way it is written (3.22 writes each twice)."""
    for place in _places(layer, name):
        place.set("value" if place.tag == "Option" else "v", value)


def _places(layer: Element, name: str) -> list[Element]:
    within = [each for outer in (*layer.findall("Option"), layer) for each in outer]
    return [
        each  # type: ignore[misc]
        for each in within
        if (each.tag == "Option" and each.get("name") == name) or (each.tag == "prop" and each.get("k") == name)
    ]
