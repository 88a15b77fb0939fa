"""QGIS styles from others: symbols, labels and how they are laid over each other, and nothing that runs or fetches.

A style can also carry forms with Python, actions, web pages and joins; of all that nothing is kept. What it takes to be
printed as vectors is another matter (cartography/custom_styles/qml_style.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterator

from qgis.core import QgsExpression

from ..i18n import tr
from . import xml
from .content import CHANGED, LOST, OTHER, Clean, ContentError, Removed, fault, unique
from .drawing_limits import limit_decimals, limit_layer, own_parts, too_many_classes, too_many_classes_text
from .expression_costs import excess, excess_sentence
from .expressions import forbidden_name, is_too_complex
from .templates import without_templates
from .values import (
    clean_picture,
    has_font,
    holds_xml,
    is_name,
    is_own_picture,
    is_plain,
    outside_sentence,
    points_outside,
    shown_name,
)
from .xml import Element, children, elements

LIMITS = xml.Limits(4_000_000, 200, 200_000)


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STYLE_ELEMENTS = _name_set("renderer-v2 labeling blendMode featureBlendMode layerOpacity")
_PLAIN_PARTS = _name_set(
    "customproperties layerGeometryType flags geometryOptions legend selection elevation SingleCategoryDiagramRenderer"
)
"""Parts right below the root that QGIS writes for symbols alone; they are left out, and not worth a word."""
_TOP_ATTRIBUTES = _name_set("version labelsEnabled minScale maxScale hasScaleBasedVisibilityFlag")
_RENDERERS = _name_set(
    "singleSymbol categorizedSymbol graduatedSymbol RuleRenderer nullSymbol pointDisplacement pointCluster "
    "invertedPolygonRenderer mergedFeatureRenderer"
)
_LABELINGS = _name_set("simple rule-based")
_SYMBOL_LAYERS = _name_set(
    "SimpleMarker EllipseMarker FilledMarker SvgMarker FontMarker VectorField SimpleLine MarkerLine HashLine ArrowLine "
    "InterpolatedLine Lineburst GeometryGenerator SimpleFill GradientFill ShapeburstFill CentroidFill LinePatternFill "
    "PointPatternFill RandomMarkerFill"
)
"""Kinds of symbol layers that take nothing from outside, but for SVG markers, which are looked at more closely."""
_ELEMENTS = _STYLE_ELEMENTS | _name_set(
    "Option prop symbols symbol layer effect rules rule categories category ranges range classificationMethod "
    "symmetricMode labelFormat parameters extraInformation orderby orderByClause colorramp source-symbol rotation "
    "sizescale labelFontProperties data_defined_properties data-defined-properties dd_properties "
    "data-defined-size-legend class lineSymbol "
    "selectionColor selectionSymbol settings text-style families family text-buffer text-mask background shadow "
    "substitutions replacement text-format numericFormat placement rendering callout"
)
_EXPRESSIONS = _name_set("attr filter geometryGenerator expression geometryModifier x_attribute y_attribute")
"""Attributes, and properties of symbols, that are always expressions."""
_TEXTS = _name_set("label legendString description title text match replace format")
"""Attributes that are read by people: an address there is only words."""
_FREE = _TEXTS | _EXPRESSIONS | _name_set("value v fieldName wrapChar leftDirectionSymbol rightDirectionSymbol")
"""Attributes that may be anything which `_fault_of` lets through; all others are plain, or names."""
_IMAGE_PROPERTIES = _name_set("name file imageFile svgFile ShapeSVGFile")
_SHAPED = _name_set("SimpleMarker EllipseMarker FilledMarker")
"""Kinds of symbol layers whose name is that of a shape, and never of a file."""
_OLD_RULE = re.compile(r".*(?:_expression$|_dd_)", re.IGNORECASE | re.DOTALL)
"""Properties that QGIS before 3.0 reckoned out; QGIS still makes expressions of them."""
_USER_MADE_PARTS = (
    ("attributeactions/actionsetting", lambda: tr("åtgärder")),
    ("vectorjoins/join", lambda: tr("kopplingar till andra lager")),
    (".//DiagramCategory[@enabled='1']", lambda: tr("diagram")),
)
_USER_WRITTEN_PARTS = (("editforminit", lambda: tr("programkod i formuläret")), ("mapTip", lambda: tr("karttips")))
"""Parts of a saved style that are there, or are not empty, when somebody has made them."""


def clean(content: bytes | str, family: str = "") -> Clean:
    """Clean a style (QML): only symbols, labels and blending are kept.

    `family`: the typeface for texts in one that this computer lacks; QGIS's own when ''. Raises ContentError, with
    every fault, when it reads something outside the objects or nothing of it can be used.
    """
    root = xml.read(content, LIMITS)
    judge = _StyleCleaner(family)
    judge.removed.extend(root.removed())
    made = judge.style(root.root)
    if judge.faults:
        raise ContentError(judge.faults, judge.removed)
    return Clean(xml.write(made), unique(judge.removed))


class _StyleCleaner:
    """Copies what is listed, noting what was removed and what makes the style useless."""

    def __init__(self, family: str) -> None:
        self._family = family
        self._fonts: dict[str, bool] = {}
        self._layer_kind, self._in_shape_rules = "", False
        self._judged: dict[tuple[str, bool, bool, bool], Removed | None] = {}
        self.removed: list[Removed] = []
        self.faults: list[Removed] = []

    def style(self, root: Element) -> Element:
        """The style with this root."""
        if root.tag != "qgis":
            sentence = tr("Filen är inte av det slag som ändelsen anger. Spara lagrets stil från QGIS.")
            self.faults.append(fault(sentence, root.line))
        elif root.find("renderer-v2") is None:
            sentence = tr("Stilen har inga symboler. Spara lagrets stil från QGIS med symboler och etiketter.")
            self.faults.append(fault(sentence, root.line, tr("stilen har inga symboler")))
        too_many = too_many_classes(elements(root))
        if too_many:
            self.faults.append(fault(too_many_classes_text(), too_many, tr("för många klasser eller regler")))
        kept = {name: value for name, value in root.attrib.items() if name in _TOP_ATTRIBUTES and is_plain(value)}
        made = Element("qgis", kept)
        self._other_parts(root)
        seen: set[str] = set()
        for part in children(root):
            if part.tag in _STYLE_ELEMENTS and part.tag not in seen:  # QGIS reads the first of each
                seen.add(part.tag)
                copy = self._part(part)
                if copy is not None:
                    made.append(copy)
        return made

    def _other_parts(self, root: Element) -> None:
        sentence = tr(
            "Stilen har delen '{name}', som kan köra något eller hör till formulären. "
            "Spara om stilen med bara symboler och etiketter."
        )
        words = [words() for path, words in _USER_MADE_PARTS if root.find(path) is not None]
        words += [words() for path, words in _USER_WRITTEN_PARTS if (root.findtext(path) or "").strip()]
        self.removed.extend(Removed(OTHER, each) for each in words)
        for part in children(root):
            if part.tag not in _STYLE_ELEMENTS | _PLAIN_PARTS:
                message = sentence.format(name=part.tag.rpartition("}")[2][:60])
                self.removed.append(Removed(OTHER, "", message, part.line, harmful=True))

    def _part(self, part: Element) -> Element | None:
        if part.tag == "labeling" and part.get("type") not in _LABELINGS:
            self._lose(part, tr("etiketter av ett slag som inte kan användas"))
            return None
        return self._copied(part)

    def _copied(self, element: Element, nested: bool = False) -> Element:
        if element.tag == "renderer-v2" and element.get("type") not in _RENDERERS:
            self._refuse(element, tr("visningssättet {name}").format(name=shown_name(element.get("type", ""))))
        outer = self._layer_kind, self._in_shape_rules
        if element.tag == "layer":
            self._layer_kind, self._in_shape_rules = element.get("class", ""), False
        elif element.tag == "data_defined_properties":
            self._in_shape_rules = self._layer_kind in _SHAPED
        made = Element(element.tag, self._attributes(element, nested))
        made.line = element.line
        for child in children(element):
            if _OLD_RULE.match(child.get("name", "")) or _OLD_RULE.match(child.get("k", "")):
                what = tr("en inställning som räknas ut på QGIS 2:s sätt")
                self.removed.append(Removed(CHANGED, what, _removed_text(what), child.line, harmful=True))
            elif child.tag not in _ELEMENTS:
                what = tr("delen {name}").format(name=shown_name(child.tag.rpartition("}")[2]))
                self.removed.append(Removed(CHANGED, what, _removed_text(what), child.line))
            elif child.tag != "layer" or not self._layer_lost(child, nested):
                made.append(self._copied(child, nested))
        if element.tag == "symbol" and element.find("layer") is not None and made.find("layer") is None:
            sentence = tr("En symbol har inget kvar när det som inte kan användas är borta. Välj en annan symbol.")
            self._refuse(element, tr("en symbol som inte har något kvar"), sentence)
        self._text(element, made)
        self._mend(made, element.line)
        self._layer_kind, self._in_shape_rules = outer
        return made

    def _text(self, element: Element, made: Element) -> None:
        pieces = [element.text, *(child.tail for child in element)]
        text = "".join(each or "" for each in pieces)
        if not text.strip():
            return
        if len(element):  # Qt reads it in one piece
            self._refuse(element, tr("text som är inflätad bland delarna"))
            return
        is_expression = element.tag == "orderByClause"
        self._judge(element, text, is_expression)
        if is_expression or is_plain(text):
            made.text = text

    def _attributes(self, element: Element, nested: bool) -> dict[str, str]:
        kept: dict[str, str] = {}
        forced: dict[str, str] = {}
        is_property = element.tag in ("Option", "prop")
        for name, value in element.attrib.items():
            if name == "shapeSVGFile":
                forced = self._no_background(element, value)
                continue
            is_expression = (
                name in _EXPRESSIONS
                or (name in ("value", "v") and is_property)
                or (name == "fieldName" and element.get("isExpression") == "1")
            )
            if holds_xml(value):
                value = self._inner(element, value, nested)
            else:
                self._judge(element, value, is_expression, what=name in _TEXTS, any_path=is_property)
                value = self._without_templates(element, name, value)
            if name in _FREE or is_plain(value) or (name in ("name", "k") and is_name(value)):
                kept[name] = value
        by_rule = element.get("name", "") if element.tag == "Option" and element.get("type") == "Map" else ""
        if by_rule in _IMAGE_PROPERTIES and not (by_rule == "name" and self._in_shape_rules):
            self._refuse(element, tr("en bild som väljs av ett uttryck"), _computed_image_text())
        return {**kept, **forced}

    def _without_templates(self, element: Element, name: str, value: str) -> str:
        """The value without what a legend would reckon out; in an expression `[%` is only a text that QGIS reads."""
        if "[%" not in value or (name not in _TEXTS and not QgsExpression(value).hasParserError()):
            return value
        kept, count = without_templates(value)
        if count:
            what = tr("ett uttryck i en text")
            sentence = tr("Texten har ett uttryck ([% … %]), som togs bort. Skriv texten utan det.")
            self.removed.append(Removed(CHANGED, what, sentence, element.line))
        return kept

    def _inner(self, element: Element, value: str, nested: bool) -> str:
        """A symbol that is kept as text in an attribute, as callouts have it."""
        try:
            if nested:
                raise ContentError(())
            inner = xml.read(value, LIMITS).root
        except ContentError:
            self._refuse(element, tr("en symbol som inte går att läsa"))
            return ""
        if inner.tag not in _ELEMENTS:
            self._refuse(element, tr("en symbol som inte går att läsa"))
            return ""
        for each in elements(inner):
            each.line = element.line
        holder = Element("symbols")
        holder.line = element.line
        holder.append(inner)
        made = self._copied(holder, nested=True)
        return "" if not len(made) else xml.write(made[0]).decode().partition("\n")[2].strip()

    def _judge(
        self, element: Element, value: str, is_expression: bool = False, what: bool = False, any_path: bool = False
    ) -> None:
        key = (value, is_expression, what, any_path)
        if key not in self._judged:
            self._judged[key] = _fault_of(*key)
        found = self._judged[key]
        if found is not None:
            self.faults.append(replace(found, line=element.line))

    def _layer_lost(self, layer: Element, nested: bool) -> bool:
        kind = layer.get("class", "")
        if kind not in _SYMBOL_LAYERS or (nested and kind == "SvgMarker"):
            self._lose(layer, tr("symbollagret {name}").format(name=shown_name(kind)))
            return True
        if kind == "SvgMarker":
            return self._svg_lost(layer)
        if kind == "FontMarker":
            for place, key in _options(layer, "font"):
                if not self._has_font(place.get(key, "")):
                    self._lose(layer, tr("en bokstav ur typsnittet {name}").format(name=shown_name(place.get(key, ""))))
                    return True
        return False

    def _svg_lost(self, layer: Element) -> bool:
        rules = [each for each in own_parts(layer) if each.tag == "Option" and each.get("type") == "Map"]
        if any(rule.get("name") in _IMAGE_PROPERTIES for rule in rules):
            self._lose(layer, tr("en bild som väljs av ett uttryck"), _computed_image_text())
            return True
        for place, key in _options(layer, "name"):
            value = place.get(key, "")
            if is_own_picture(value) or not value:
                continue
            clean_value, inner, why = "", None, ""
            try:
                clean_value, inner = clean_picture(value)
            except ContentError as error:
                why = str(error)
            if why:
                self._lose(layer, tr("en bild som inte kan användas"), why)
                return True
            if inner is None:
                what = tr("en bild utifrån ({name})").format(name=shown_name(value))
                self._lose(layer, what, outside_sentence(value))
                return True
            self.removed.extend(replace(each, line=layer.line) for each in inner.removed)
            place.set(key, clean_value)
        return False

    def _mend(self, made: Element, line: int) -> None:
        self.removed.extend(limit_decimals(made))
        if made.tag == "layer":
            self.removed.extend(limit_layer(made))
        if made.tag == "text-style" and made.get("allowHtml", "0") != "0":
            made.set("allowHtml", "0")
            self.removed.append(Removed(CHANGED, tr("HTML i etiketter"), tr("HTML i etiketterna togs bort."), line))
        if made.tag == "family" and not self._has_font(made.get("name", "")):
            made.attrib.pop("name")  # one of those to fall back on
        family = made.get("fontFamily", "") if made.tag == "text-style" else ""
        if not self._has_font(family):
            made.attrib.pop("fontFamily")
            if self._family:
                made.set("fontFamily", self._family)
            what = tr("typsnittet {name}, som inte finns här").format(name=shown_name(family))
            sentence = tr("Etiketternas typsnitt {name} finns inte här och byttes mot ett som finns.")
            self.removed.append(Removed(CHANGED, what, sentence.format(name=shown_name(family)), line))

    def _no_background(self, element: Element, value: str) -> dict[str, str]:
        if not value:
            return {"shapeSVGFile": ""}
        outside = points_outside(value)
        sentence = outside_sentence(value) if outside else tr("Bilden bakom etiketterna togs bort.")
        self.removed.append(Removed(CHANGED, tr("bilden bakom etiketter"), sentence, element.line, harmful=outside))
        return {"shapeSVGFile": "", "shapeDraw": "0"}

    def _has_font(self, family: str) -> bool:
        if family not in self._fonts:
            self._fonts[family] = has_font(family, {self._family})
        return self._fonts[family]

    def _lose(self, element: Element, what: str, sentence: str = "") -> None:
        self.removed.append(Removed(LOST, what, sentence or _unusable_text(what), element.line, harmful=True))

    def _refuse(self, element: Element, what: str, sentence: str = "") -> None:
        self.faults.append(fault(sentence or _unusable_text(what), element.line, what))


def _options(layer: Element, name: str) -> Iterator[tuple[Element, str]]:
    """Where a property of a symbol layer is written, and in which attribute; 3.22 writes each twice."""
    for place in own_parts(layer):
        if place.get("name") == name and place.tag == "Option":
            yield place, "value"
        elif place.get("k") == name:
            yield place, "v"


def _fault_of(value: str, is_expression: bool, words: bool, any_path: bool) -> Removed | None:
    """What is wrong with a value, whatever it is for; None when nothing is."""
    if is_too_complex(value):
        sentence = tr("Ett uttryck är för långt eller för djupt. Skriv det kortare.")
        return fault(sentence, 0, tr("ett uttryck som är för långt eller för djupt"))
    too_much = "" if words else excess(value)
    if too_much and (is_expression or not QgsExpression(value).hasParserError()):
        what = tr("ett uttryck som ger för mycket ({name})").format(name=too_much)
        return fault(excess_sentence(too_much), 0, what)
    word = forbidden_name(value, is_expression)
    if word:
        sentence = tr("Uttrycket {name} läser något utanför objektet och kan inte användas. Skriv uttrycket utan det.")
        what = tr("uttrycket {name}, som läser något utanför objektet")
        return fault(sentence.format(name=shown_name(word)), 0, what.format(name=shown_name(word)))
    if not words and points_outside(value, any_path):
        return fault(outside_sentence(value), 0, tr("adressen {name}").format(name=shown_name(value)))
    return None


def _computed_image_text() -> str:
    return tr("Filen räknar ut vilken bild som ska hämtas. Välj bilden direkt och bädda in den.")


def _removed_text(what: str) -> str:
    return tr("Stilen har {what}, som inte känns igen och togs bort.").format(what=what)


def _unusable_text(what: str) -> str:
    return tr("Stilen har {what}, som inte kan användas. Ta bort det och spara om stilen från QGIS.").format(what=what)
