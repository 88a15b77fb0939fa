"""A layer's own style, made in QGIS: cleaned to what a map needs, checked to be all vector, and applied to layers.

What reaches out of it is removed by sanitize/qml.py; here it is held to what can be printed. It is cleaned when it is
stored and again whenever it is read: a strukturbild may come from anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Mapping, Sequence

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
from ...sanitize import qml, xml
from ...sanitize.content import CHANGED, LOST, ContentError, Removed
from ..symbol_set import SymbolSet
from ..symbols.resizing import resized_labels, resized_symbol
from . import print_rules
from .vector_proof import pictures_in

_VALUES = ("klass", "niva", "status", "undertyp", "osakerhet", "roll", "namn", "grupp")


@dataclass(frozen=True)
class CustomStyle:
    """A style that can be used, and what was left out of it or changed, in sentences."""

    qml: str
    notices: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def clean_style(content: bytes, family: str, embed: bool = False) -> CustomStyle:
    """Read a QML file made in QGIS: its renderer and labels, cleaned and drawn as vectors in print.

    `family`: the typeface that its texts are set in. `embed`: take SVG files that it names by path into the style.
    Raises CatalogueError with everything that would make the map a raster image or reach outside the strukturbild.
    """
    notices: list[str] = []
    try:
        if embed:
            own = xml.read(content, qml.LIMITS).root
            notices += print_rules.embed_svg_files(own)
            content = xml.write(own)
        clean = qml.clean(content, family)
    except ContentError as error:
        raise _unusable([*_lost(error.removed), *(each.sentence for each in error.faults)]) from error
    lost = _lost(clean.removed)
    if lost:
        raise _unusable(lost)
    root = xml.read(clean.content, qml.LIMITS).root
    faults = print_rules.unprintable_parts(root, family)
    if faults:
        raise _unusable(faults)
    notices += [each.sentence for each in clean.removed if each.kind == CHANGED]
    notices += print_rules.adapt_for_print(root, family)
    style = xml.write(_symbols_and_labels(root)).decode("utf-8")
    renderer = _renderer(style)
    if renderer is None:
        raise _unusable([tr("Stilen har inga symboler som QGIS kan läsa.")])
    if any(pictures_in(symbol) for symbol in renderer.symbols(QgsRenderContext())):
        raise _unusable([tr("Någon av symbolerna blir en bild när kartan trycks. Välj en symbol av linjer och ytor.")])
    return CustomStyle(style, tuple(dict.fromkeys(notices)))


def _lost(removed: Sequence[Removed]) -> list[str]:
    return [each.sentence for each in removed if each.kind == LOST]


def _symbols_and_labels(root: xml.Element) -> xml.Element:
    made = xml.Element("qgis")
    labelled = root.get("labelsEnabled", "1") != "0"
    made.extend(part for part in root if part.tag == "renderer-v2" or (part.tag == "labeling" and labelled))
    return made


def exported_style(layer: QgsVectorLayer) -> bytes:
    """The style a layer has in QGIS, as QML."""
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return bytes(document.toByteArray(-1))


def apply_own_style(layer: QgsVectorLayer, style: str, symbols: SymbolSet) -> bool:
    """Give `layer` a cleaned style; False, and nothing changed, when it is for another kind of geometry."""
    renderer = _renderer(style)
    if renderer is None or not fits_geometry(renderer, layer):
        return False
    if symbols.scale != 1.0:
        for symbol in renderer.symbols(QgsRenderContext()):
            resized_symbol(symbol, symbols.scale)
    layer.setRenderer(renderer)
    layer.setOpacity(1.0)
    labeling = _labeling(style)
    if labeling is not None and symbols.scale != 1.0:
        labeling = resized_labels(labeling, symbols.scale)
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(labeling is not None)
    return True


def symbol_from_own_style(style: str, values: Mapping[str, str], scale: float = 1.0) -> QgsSymbol | None:
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


def fits_geometry(renderer: QgsFeatureRenderer, layer: QgsVectorLayer) -> bool:
    """Whether all symbols are for the layer's kind of geometry; with others nothing would be drawn."""
    wanted = {
        compat.POINT_GEOMETRY: compat.MARKER_SYMBOL,
        compat.LINE_GEOMETRY: compat.LINE_SYMBOL,
        compat.AREA_GEOMETRY: compat.FILL_SYMBOL,
    }.get(layer.geometryType())
    return all(symbol.type() == wanted for symbol in renderer.symbols(QgsRenderContext()))
