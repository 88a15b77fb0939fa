"""A layer's own style, made by hand in QGIS: cleaned to what a map needs, proved to be all vector, and put on layers.

A QML file also carries actions, forms, Python and paths; of all that only renderer and labels are kept, here by listing
what may stay and not what must go. It is cleaned when it is stored and again whenever it is read: a strukturbild may
come from anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Mapping

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFields,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ... import compat
from ...errors import CatalogueError
from ...i18n import tr
from ...safe_xml import is_safe
from ..symbol_set import SymbolSet
from ..symbols.resizing import resized_labels, resized_symbol
from .qml_sanitizer import mend, refused_parts
from .vector_proof import pictures_in

_MAX_BYTES = 4_000_000
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>", re.IGNORECASE)
_KEPT = ("renderer-v2", "labeling")
_VALUES = ("klass", "niva", "status", "undertyp", "osakerhet", "roll", "namn", "grupp")


@dataclass(frozen=True)
class CustomStyle:
    """A style that can be used, and what was left out of it or changed, in sentences."""

    qml: str
    sagt: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def clean_style(content: bytes, family: str, embed: bool = False) -> CustomStyle:
    """The renderer and labels of a QML file, texts set in typeface `family`; `embed` takes SVG files in.

    CatalogueError lists everything in it that would make the map a picture or reach outside the strukturbild.
    """
    root = _root(content)
    faults = refused_parts(root, family, embed)
    if faults:
        raise _unusable(faults)
    said = mend(root, family, embed)
    made = QDomDocument("qgis")
    top = made.createElement("qgis")
    made.appendChild(top)
    labelled = root.attribute("labelsEnabled", "1") != "0"
    for name in _KEPT:
        element = root.firstChildElement(name)
        if not element.isNull() and (name != "labeling" or labelled):
            top.appendChild(made.importNode(element, True))
    style = str(made.toString(-1))
    renderer = _renderer(style)
    if renderer is None:
        raise _unusable([tr("Stilen har inga symboler som QGIS kan läsa.")])
    if any(pictures_in(symbol) for symbol in renderer.symbols(QgsRenderContext())):
        raise _unusable([tr("Någon av symbolerna blir en bild när kartan trycks. Välj en symbol av linjer och ytor.")])
    return CustomStyle(style, tuple(said))


def style_of(layer: QgsVectorLayer) -> bytes:
    """The style a layer has in QGIS, as QML."""
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return bytes(document.toByteArray(-1))


def apply_own_style(layer: QgsVectorLayer, style: str, symbols: SymbolSet) -> bool:
    """Give `layer` a cleaned style; False, and nothing changed, when it is for another kind of geometry."""
    renderer = _renderer(style)
    if renderer is None or not fits(renderer, layer):
        return False
    if symbols.skala != 1.0:
        for symbol in renderer.symbols(QgsRenderContext()):
            resized_symbol(symbol, symbols.skala)
    layer.setRenderer(renderer)
    layer.setOpacity(1.0)
    labeling = _labeling(style)
    if labeling is not None and symbols.skala != 1.0:
        labeling = resized_labels(labeling, symbols.skala)
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(labeling is not None)
    return True


def own_symbol(style: str, values: Mapping[str, str], scale: float = 1.0) -> QgsSymbol | None:
    """What an own style draws an object with these attributes as; None when it does not draw it."""
    renderer = _renderer(style)
    if renderer is None:
        return None
    fields = QgsFields()
    for name in _VALUES:
        fields.append(compat.text_field(name))
    feature = QgsFeature(fields)
    feature.setAttributes([values.get(name) for name in _VALUES])
    context = QgsRenderContext()
    context.expressionContext().setFields(fields)
    context.expressionContext().setFeature(feature)
    renderer.startRender(context, fields)
    found = renderer.originalSymbolForFeature(feature, context)
    symbol = found.clone() if found is not None else None
    renderer.stopRender(context)
    if symbol is not None and scale != 1.0:
        resized_symbol(symbol, scale)
    return symbol


def _root(content: bytes) -> QDomElement:
    try:
        text = content.decode("utf-8") if len(content) <= _MAX_BYTES else ""
    except UnicodeDecodeError:
        text = ""
    document = QDomDocument()
    if not is_safe(text) or not document.setContent(_DOCTYPE.sub("", text, count=1)):
        raise _unusable([tr("Filen är ingen stil som QGIS har sparat.")])
    root = document.documentElement()
    if root.tagName() != "qgis" or root.firstChildElement("renderer-v2").isNull():
        raise _unusable([tr("Stilen har inga symboler.")])
    for name in [root.childNodes().at(place).nodeName() for place in range(root.childNodes().count())]:
        if name not in (*_KEPT, "layerOpacity", "blendMode", "featureBlendMode"):
            root.removeChild(root.firstChildElement(name))
    return root


def _unusable(faults: list[str]) -> CatalogueError:
    return CatalogueError(tr("Lagrets stil kan inte användas i symboluppsättningen."), tuple(dict.fromkeys(faults)))


def _element(style: str, name: str) -> tuple[QDomDocument, QDomElement]:
    document = QDomDocument()
    document.setContent(style)
    # The document must outlive its element.
    return document, document.documentElement().firstChildElement(name)


def _renderer(style: str) -> QgsFeatureRenderer | None:
    _document, element = _element(style, "renderer-v2")
    return None if element.isNull() else QgsFeatureRenderer.load(element, QgsReadWriteContext())


def _labeling(style: str) -> QgsAbstractVectorLayerLabeling | None:
    _document, element = _element(style, "labeling")
    return None if element.isNull() else QgsAbstractVectorLayerLabeling.create(element, QgsReadWriteContext())


def fits(renderer: QgsFeatureRenderer, layer: QgsVectorLayer) -> bool:
    """Whether all symbols are for the layer's kind of geometry; with others nothing would be drawn."""
    wanted = {
        compat.POINT_GEOMETRY: compat.MARKER_SYMBOL,
        compat.LINE_GEOMETRY: compat.LINE_SYMBOL,
        compat.AREA_GEOMETRY: compat.FILL_SYMBOL,
    }.get(layer.geometryType())
    return all(symbol.type() == wanted for symbol in renderer.symbols(QgsRenderContext()))
