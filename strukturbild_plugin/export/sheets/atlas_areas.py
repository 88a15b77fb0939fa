"""The pages of an atlas of areas: each subregion, county and municipality with what lies in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Sequence

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ... import compat
from ...cartography.basemap.base_data import base_layer
from ...cartography.layout.compose import SheetPage
from ...cartography.layout.map_extent import extent_around
from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...document_texts import area_text
from ...feedback import stop_if_cancelled
from ...region_codes import has_foreign
from ...store.gpkg.records import ObjectRecord
from .. import sheet_kind_texts as kind_texts
from .atlas_page import AtlasLayers, AtlasPage, page_texts
from .object_lists import in_legend_order, name_list, object_phrase, swedish_sort_key
from .sheet_context import SheetContent, SheetContext, node_names
from .sheet_texts import goal_line

SUBREGION = "delregion"
"""Class of the areas that a picture is divided by."""
_MARGIN_SHARE = 0.14
_MIN_EXTENT_M = 110_000.0
"""Metres that a page shows at least across: nearer, a picture of principle would look more exact than it is."""
_MAX_OUTSIDE_M = 1_500.0
"""Metres that a node may lie outside a limit and still count: both limits and places are simplified."""
_MIN_SHARE, _MIN_LENGTH_M = 0.03, 2_000.0
"""An area lies in a page's area with this share of itself or of the page's; a line with this many metres."""


@dataclass(frozen=True)
class PageArea:
    """An area that may get a page."""

    group: str
    name: str
    kind: str
    """Said under the name when the group does not say it."""
    wkb: bytes


def area_pages(context: SheetContext, atlas_layers: AtlasLayers) -> list[AtlasPage]:
    """A page for each area with objects: subregions, counties when there are several, municipalities."""
    objects = [record for record in context.objects() if record.wkb and record.klass != SUBREGION]
    shapes = {record.objekt_id: _shape(record.wkb or b"") for record in objects}
    found = []
    for area in page_areas(context):
        stop_if_cancelled(context.feedback)
        limit = _shape(area.wkb)
        here = [record for record in objects if lies_in(shapes[record.objekt_id], limit)]
        if here:
            found.append((area, here))
    return [_page(atlas_layers, area, here) for area, here in found]


def page_areas(context: SheetContext) -> list[PageArea]:
    """Every area that can have a page, in order."""
    snapshot, language = context.snapshot, context.snapshot.head.sprak
    group, kind = kind_texts.SUBREGIONS.in_language(language), kind_texts.SUBREGION.in_language(language)
    areas = [
        PageArea(group, record.namn or kind, "", record.wkb)
        for record in context.objects()
        if record.klass == SUBREGION and record.wkb
    ]
    if len(snapshot.areas) > 1:
        foreign = has_foreign(area.kod for area in snapshot.areas)
        group = (kind_texts.REGIONS if foreign else kind_texts.COUNTIES).in_language(language)
        areas += [PageArea(group, area_text(area.namn, language), "", area.wkb) for area in snapshot.areas]
    return [*areas, *_municipalities(context)]


def lies_in(shape: QgsGeometry, limit: QgsGeometry) -> bool:
    """Whether an object belongs on the page of an area: not when it only touches it."""
    if not shape.boundingBox().buffered(_MAX_OUTSIDE_M).intersects(limit.boundingBox()):
        return False
    if shape.type() == compat.POINT_GEOMETRY:
        return bool(shape.distance(limit) <= _MAX_OUTSIDE_M)
    common = shape.intersection(limit)
    if common.isNull() or common.isEmpty():
        return False
    if shape.type() == compat.LINE_GEOMETRY:
        return bool(common.length() >= min(_MIN_LENGTH_M, shape.length() / 2))
    return bool(common.area() >= _MIN_SHARE * min(shape.area(), limit.area()))


def _municipalities(context: SheetContext) -> list[PageArea]:
    names = {area.kod: area.namn for area in context.snapshot.areas}
    language = context.snapshot.head.sprak
    layer = base_layer("kommuner", "Kommuner")
    found = []
    for feature in layer.getFeatures():
        county = str(feature["lan_kod"])
        if county in names:
            kind = kind_texts.MUNICIPALITY.in_language(language).format(county=names[county])
            found.append((county, str(feature["namn"]), kind, bytes(feature.geometry().asWkb())))
    group = kind_texts.SWEDISH_MUNICIPALITIES if has_foreign(names) else kind_texts.MUNICIPALITIES
    order = list(names)
    found.sort(key=lambda each: (order.index(each[0]), swedish_sort_key(each[1])))
    return [PageArea(group.in_language(language), name, kind, wkb) for _county, name, kind, wkb in found]


def _page(atlas_layers: AtlasLayers, area: PageArea, here: Sequence[ObjectRecord]) -> AtlasPage:
    context = atlas_layers.context
    language = context.snapshot.head.sprak
    page, rows = page_texts(context, here, area.group, area.name)
    page = replace(
        page,
        subtitle=area.kind,
        listing_title=kind_texts.INSIDE.in_language(language),
        listing=(*_inside(context, here), *_goals(context, here)),
        listing_next=kind_texts.CARRIERS_NEXT.in_language(language),
        listing_space=0.8,
    )
    ids = {record.objekt_id for record in here}
    shown = atlas_layers.shown(ids, _extent(area.wkb), [_limit(context, area)])
    return AtlasPage(area.group, area.name, SheetContent(SheetPage(page, (shown,)), node_names(here), rows))


def _inside(context: SheetContext, here: Sequence[ObjectRecord]) -> tuple[TextSection, ...]:
    """What lies in the area, structure by structure, with the objects of a kind on one line."""
    catalogue, language = context.snapshot.catalogue, context.snapshot.head.sprak
    structures = {klass.kod: klass.struktur for klass in catalogue.klasser}
    groups = []
    for structure in catalogue.strukturer:
        kinds: dict[str, list[str]] = {}
        for record in in_legend_order(context.snapshot, here):
            if structures.get(record.klass) == structure.kod:
                kinds.setdefault(object_phrase(context.snapshot, record), []).append(record.namn)
        lines = tuple(TextLine(f"{kind}: {name_list(names, language)}") for kind, names in kinds.items())
        if lines:
            groups.append(TextSection(structure.namn.in_language(language), lines=lines))
    return tuple(groups)


def _goals(context: SheetContext, here: Sequence[ObjectRecord]) -> tuple[TextSection, ...]:
    language = context.snapshot.head.sprak
    ids = {record.objekt_id for record in here}
    links = [link for link in context.snapshot.links if link.objekt_id in ids and link.bidrag]
    count, against = Counter(link.mal_id for link in links), Counter(link.mal_id for link in links if link.bidrag < 0)
    lines = [
        TextLine(goal_line(goal, count[goal.mal_id], against[goal.mal_id], language))
        for goal in context.snapshot.goals
        if count[goal.mal_id]
    ]
    return (TextSection(kind_texts.GOALS_HERE.in_language(language), lines=tuple(lines)),) if lines else ()


def _extent(wkb: bytes) -> QgsRectangle:
    extent = extent_around([wkb], _MARGIN_SHARE)
    lacking = max(0.0, _MIN_EXTENT_M - max(extent.width(), extent.height()))
    return extent.buffered(lacking / 2)


def _limit(context: SheetContext, area: PageArea) -> QgsVectorLayer:
    """The area's limit as a line."""
    name = kind_texts.EXTENT_OF_PAGE.in_language(context.snapshot.head.sprak)
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:3006", name, "memory")
    feature = QgsFeature()
    shape = _shape(area.wkb)
    shape.convertToMultiType()
    feature.setGeometry(shape)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    line = {"style": "no", "outline_color": context.colours.quiet, "outline_width": str(0.4 * context.page.factor)}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({**line, "joinstyle": "round"})))
    return layer


def _shape(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
