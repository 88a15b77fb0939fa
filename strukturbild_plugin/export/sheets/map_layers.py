"""A picture's objects as memory layers, styled, for a map sheet: read from the snapshot and from nothing else.

What is printed is then exactly the state that the edition's fingerprint was made of, whoever edits the file meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Collection, Iterable

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ... import compat
from ...cartography.labels import pinned_labels as name_pins
from ...cartography.labels.label_obstacles import ROLE_ROW, role_row_sizes
from ...cartography.layer_style import apply_style
from ...cartography.symbol_sets.symbol_set_library import SymbolSet
from ...cartography.symbols.contributor_styles import group_colours
from ...cartography.symbols.layer_content import LayerContent, StyleKind
from ...cartography.symbols.style_cache import STYLES, StyleKey
from ...catalogue.model import AREA, DECIMAL, INTEGER, LINE, POINT, YES_NO, Attribute, Catalogue, Layer
from ...checks.rules.value_rules import unseen_in_qgis
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.drawable import as_drawn
from ...store.gpkg.records import LabelPlace, ObjectRecord, Snapshot

LAYER_PROPERTY = "strukturbild/lager"
"""Custom property that says which table a layer shows."""

TOP_FIRST = ("nod", "barriar", "samband", "strak", "gron_bla_lank", "gransbygd", "gron_bla_yta", "omrade")
"""Drawing order of the tables; those a catalogue adds come by geometry: points over lines over areas."""

_KINDS = {POINT: "MultiPoint", LINE: "MultiLineString", AREA: "MultiPolygon"}
_FIXED = (
    *("objekt_id", "bild_id", "ursprung_id", "klass", "namn", "niva", "undertyp", "roll", "status", "osakerhet"),
    "grupp",
)
_GEOMETRY_ORDER = (POINT, LINE, AREA)


def picture_layers(snapshot: Snapshot, bild_id: str, symbols: SymbolSet, paper: str = "") -> list[QgsVectorLayer]:
    """A styled memory layer for each table that has objects in the picture, top first.

    `paper`: code of the paper whose names moved by hand stand where they were moved; '' for names put by the map.
    """
    here = {record.grupp for record in snapshot.objects if record.bild_id == bild_id and record.grupp}
    symbols = replace(symbols, colours_by_group=group_colours(symbols.grupper, sorted(here)))
    layers = []
    for layer in _drawing_order(snapshot.catalogue):
        objects = [
            record
            for record in snapshot.objects
            if record.lager == layer.kod and record.bild_id == bild_id and as_drawn(record, snapshot.catalogue).wkb
        ]
        if objects:
            styled = _memory_layer(snapshot.catalogue, layer, objects, snapshot.head.sprak)
            _style(styled, layer.kod, snapshot, symbols, objects)
            if paper:
                move_names(styled, places_on(snapshot, bild_id, paper))
            layers.append(styled)
    return layers


def _style(
    layer: QgsVectorLayer, kod: str, snapshot: Snapshot, symbols: SymbolSet, objects: Iterable[ObjectRecord]
) -> None:
    """Style the layer for what it holds; a style made before for the same is used again."""
    kinds = (StyleKind(each.klass, each.niva, each.status, each.undertyp, bool(each.roller)) for each in objects)
    occurring, language = LayerContent.of(kinds), snapshot.head.sprak
    fields = tuple(layer.fields().names())
    if kod not in symbols.stilar:
        layer.setCustomProperty(ROLE_ROW, role_row_sizes(symbols))
    key = StyleKey(kod, language, fields, occurring, symbols, snapshot.catalogue)
    if not STYLES.apply(layer, key):
        apply_style(layer, kod, snapshot.catalogue, symbols, language, occurring)
        name_pins.apply_pinned_positions(layer)
        STYLES.keep(layer, key)


def places_on(snapshot: Snapshot, bild_id: str, paper: str) -> list[LabelPlace]:
    """The names moved by hand in a picture on a paper."""
    return [each for each in snapshot.label_places if each.bild_id == bild_id and each.papper == paper]


def move_names(layer: QgsVectorLayer, places: Iterable[LabelPlace]) -> None:
    """Let the names of these objects stand at their places, and all others of the layer where the map puts them."""
    wanted = {each.objekt_id: each for each in places}
    numbers = [layer.fields().indexOf(name) for name in name_pins.FIELDS]
    changes: dict[int, dict[int, Any]] = {}
    for feature in layer.getFeatures():
        place = wanted.get(feature["objekt_id"])
        if place is not None:
            turn = name_pins.label_rotation(feature.geometry(), place.x, place.y)
            changes[feature.id()] = dict(zip(numbers, (place.x, place.y, turn)))
        elif isinstance(feature[numbers[0]], float):
            changes[feature.id()] = dict.fromkeys(numbers)
    if changes:
        layer.dataProvider().changeAttributeValues(changes)


def _drawing_order(catalogue: Catalogue) -> list[Layer]:
    def key(layer: Layer) -> tuple[int, int]:
        place = TOP_FIRST.index(layer.kod) if layer.kod in TOP_FIRST else len(TOP_FIRST)
        return (_GEOMETRY_ORDER.index(layer.geometri), place)

    return sorted(catalogue.lager, key=key)


def _memory_layer(catalogue: Catalogue, layer: Layer, objects: list[ObjectRecord], language: str) -> QgsVectorLayer:
    styled = QgsVectorLayer(f"{_KINDS[layer.geometri]}?crs=EPSG:3006", layer.namn.in_language(language), "memory")
    styled.setCustomProperty(LAYER_PROPERTY, layer.kod)
    attributes = [attribute for attribute in catalogue.columns(layer.kod) if attribute.kod not in _FIXED]
    provider = styled.dataProvider()
    fields = [compat.text_field(name) for name in _FIXED]
    moved = [compat.decimal_field(name) for name in name_pins.FIELDS]
    provider.addAttributes([*fields, *(_field(attribute) for attribute in attributes), *moved])
    styled.updateFields()
    features = [_feature(styled, record, attributes, unseen_in_qgis(record, catalogue)) for record in objects]
    added, _kept = provider.addFeatures(features)
    if not added:
        raise ExportError(
            tr("Kartan kunde inte ritas: objekt i {layer} passar inte lagret. Kör kontrollen och rätta dem.").format(
                layer=layer.namn.in_language(language)
            )
        )
    styled.updateExtents()
    return styled


def _field(attribute: Attribute) -> Any:
    if attribute.typ == INTEGER or attribute.typ == YES_NO:
        return compat.integer_field(attribute.kod)
    if attribute.typ == DECIMAL:
        return compat.decimal_field(attribute.kod)
    return compat.text_field(attribute.kod)


def _feature(
    layer: QgsVectorLayer, record: ObjectRecord, attributes: list[Attribute], unseen: Collection[str]
) -> QgsFeature:
    """The object as a feature; `unseen`: attributes whose value does not fit its field, which the check names."""
    feature = QgsFeature(layer.fields())
    values = [
        record.objekt_id,
        record.bild_id,
        record.ursprung_id,
        record.klass,
        record.namn,
        record.niva,
        record.undertyp,
        "{" + ",".join(record.roller) + "}",
        record.status,
        record.osakerhet,
        record.grupp,
        *(None if attribute.kod in unseen else record.attribut.get(attribute.kod) for attribute in attributes),
    ]
    feature.setAttributes(values)
    geometry = QgsGeometry()
    geometry.fromWkb(record.wkb)
    feature.setGeometry(geometry)
    return feature
