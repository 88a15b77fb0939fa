"""What labels of points must avoid on a map: read from its layers; the positions are stored as a variable of the map.

Only the map that is printed knows its scale. The variable holds, by object, where the name stands from its point in
millimetres, so that a map whose scale is changed by hand keeps its names beside their points.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Iterable, Iterator, NamedTuple

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRectangle,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ... import compat
from ..symbol_set import SymbolSet
from ..symbols.resolved_symbol import GROWTH_GAP_MM
from ..symbols.small_marks import MAX_ROLES, ROLE_ROW_GAP_MM
from ..typography.typeset import POINT_MM
from .label_placement import LabelBox, LabelObstacles, PointLabel, place_names
from .labeling import LABEL_GAP_MM
from .pinned_labels import FIELDS, NAME, VARIABLE, encode_positions, is_name

ROLE_ROW = "strukturbild/rollrad"
"""Custom property of a layer of points: what `role_row_sizes` gives."""
_MAP_EDGE_MM = 1.2
"""Millimetres from the edge of the map that labels avoid, where the map has no label margin of its own."""
_CLEARANCE_SHARE = 0.75
"""Share of the air between a point's symbol and its own name that other names may come into."""
_ROLE_ROW_MARGIN_MM = 0.3
"""Millimetres of air around the row of roles."""
_MEASURE_PX = 200
_ASCENT_SHARE, _DESCENT_SHARE = 0.12, 0.19
"""Share of the type's size that every text has over its capitals and under its line: the halo has its room there."""
_MAX_POINTS = 600
"""More points than these are left to QGIS: to weigh them takes longer than it does."""
OPEN_ENDS = ("mot_start", "mot_slut")
"""Attributes of a line: where it goes on to before its first and after its last point."""
_OPEN_END_MM = 7.0
"""Millimetres around such an end that names rather keep clear of."""
_SIMPLIFY_MM = 0.6
"""Millimetres that a line may be simplified by before it is looked at."""
_MAX_SEGMENTS = 4000
"""Straight pieces of lines that are looked at."""


class _LabelSetting(NamedTuple):
    """How the names of one rule are set."""

    condition: QgsExpression | None
    font: QFont
    points: float
    dist: float
    further: QgsProperty
    priority: int


class _Point(NamedTuple):
    key: str
    text: str
    places: tuple[tuple[float, float], ...]
    reach: float
    setting: _LabelSetting
    moved: tuple[float, float] | None
    roles: int


class _Row(NamedTuple):
    """How the roles of a layer's points are drawn."""

    size: float
    gap: float
    scale: float
    beyond: float
    """From the edge of a point's symbol to that of its outermost ring."""


def role_row_sizes(symbols: SymbolSet) -> str:
    """The sizes of the row of role marks, mm on the paper, as the layer property `ROLE_ROW` stores them."""
    marks, scale = symbols.roller, symbols.faktor
    beyond = (GROWTH_GAP_MM + 0.5) * symbols.line_width_factor
    row = _Row(marks.storlek * scale, marks.avstand * scale, scale, beyond)
    return " ".join(f"{length:.3f}" for length in row)


def place_labels(item: QgsLayoutItemMap) -> None:
    """Place the labels of the map's point layers and store the positions in the map item's variable `VARIABLE`.

    The map must have its final size, extent and scale. Labels without room are left out; where a layer's labelling
    cannot be read, or there are more than `_MAX_POINTS` points, QGIS places the labels.
    """
    layers = [layer for layer in item.layers() if has_places(layer)]
    points = [layer for layer in layers if layer.geometryType() == compat.POINT_GEOMETRY]
    extent, metres = item.extent(), item.scale() / 1000
    if not points or not metres or not extent.isFinite() or sum(each.featureCount() for each in points) > _MAX_POINTS:
        QgsExpressionContextUtils.setLayoutItemVariable(item, VARIABLE, "")
        return

    def on_paper(x: float, y: float) -> tuple[float, float]:
        return (x - extent.xMinimum()) / metres, (y - extent.yMinimum()) / metres

    found = [(point, row) for layer in points for row in [_row(layer)] for point in _points(layer, item, on_paper)]
    edge = max(_MAP_EDGE_MM, item.labelMargin().length())
    frame = LabelBox(edge, edge, extent.width() / metres - edge, extent.height() / metres - edge)
    lines = [layer for layer in layers if layer.geometryType() == compat.LINE_GEOMETRY]
    around = LabelObstacles(
        frame,
        tuple(
            (x, y, point.reach - _CLEARANCE_SHARE * LABEL_GAP_MM * row.scale)
            for point, row in found
            for x, y in point.places
        ),
        tuple(box for point, row in found for box in _taken(point, row)),
        tuple(_pieces(lines, extent, _SIMPLIFY_MM * metres, on_paper)),
        tuple((x, y, _OPEN_END_MM) for layer in lines for x, y in _open_ends(layer, extent, edge * metres, on_paper)),
    )
    names = [_name(point) for point, _row in found if point.text and point.moved is None]
    QgsExpressionContextUtils.setLayoutItemVariable(item, VARIABLE, encode_positions(place_names(names, around)))


def name_width(item: QgsLayoutItemMap, layer: QgsVectorLayer, objekt_id: str) -> float:
    """The printed width, in mm, of the label of an object in a point layer; 0 for others and unknown objects."""
    if layer.geometryType() != compat.POINT_GEOMETRY:
        return 0.0
    points = _points(layer, item, lambda x, y: (x, y))
    return next((_name(point).width for point in points if point.key == objekt_id), 0.0)


def has_places(layer: QgsMapLayer) -> bool:
    """Whether the names of the layer's objects may have places."""
    return isinstance(layer, QgsVectorLayer) and layer.fields().indexOf(FIELDS[0]) >= 0


def _points(layer: QgsVectorLayer, item: QgsLayoutItemMap, on_paper: Any) -> Iterator[_Point]:
    """The layer's points on the map, in the layer's own order."""
    settings = _label_settings(layer)
    context = item.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    for setting in settings:
        if setting.condition is not None:
            setting.condition.prepare(context)
    request = QgsFeatureRequest().setFilterRect(item.extent())
    for feature in layer.getFeatures(request):
        context.setFeature(feature)
        found = next((each for each in settings if _applies(each, context)), None)
        if found is not None:
            yield _point(feature, found, context, on_paper)


def _applies(setting: _LabelSetting, context: QgsExpressionContext) -> bool:
    return setting.condition is None or bool(setting.condition.evaluate(context))


def _point(feature: QgsFeature, setting: _LabelSetting, context: QgsExpressionContext, on_paper: Any) -> _Point:
    geometry = feature.geometry()
    shapes = geometry.asMultiPoint() if geometry.isMultipart() else [geometry.asPoint()]
    reach = setting.further.valueAsDouble(context, setting.dist)[0] if setting.further.isActive() else setting.dist
    text, x, y = feature[NAME], feature[FIELDS[0]], feature[FIELDS[1]]
    moved = on_paper(x, y) if isinstance(x, float) and isinstance(y, float) else None
    places = tuple(on_paper(point.x(), point.y()) for point in shapes)
    roles = [role for role in str(feature["roll"] or "").strip("{}").split(",") if role]
    label_text = text if isinstance(text, str) else ""
    return _Point(feature["objekt_id"], label_text, places, reach, setting, moved, min(len(roles), MAX_ROLES))


def _row(layer: QgsVectorLayer) -> _Row:
    parts = str(layer.customProperty(ROLE_ROW, "")).split()
    return _Row(*map(float, parts)) if len(parts) == len(_Row._fields) else _Row(0.0, 0.0, 1.0, 0.0)


def _label_settings(layer: QgsVectorLayer) -> list[_LabelSetting]:
    """How the layer's names are set; none when a hand-made style does what cannot be foreseen here."""
    labeling = layer.labeling() if layer.labelsEnabled() else None
    if not isinstance(labeling, QgsRuleBasedLabeling):
        return []
    found = []
    for rule in labeling.rootRule().children():
        settings = rule.settings()
        if settings is None or not is_name(settings):
            continue
        if settings.placement != compat.LABEL_AROUND_POINT or rule.children() or rule.dependsOnScale():
            return []
        found.append(_label_setting(rule.filterExpression(), settings))
    return found


def _label_setting(condition: str, settings: QgsPalLayerSettings) -> _LabelSetting:
    text = settings.format()
    font = QFont(text.font())
    font.setPixelSize(_MEASURE_PX)
    further = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.LabelDistance)
    return _LabelSetting(
        QgsExpression(condition) if condition and condition != "ELSE" else None,
        font,
        text.size(),
        settings.dist,
        QgsProperty(further),
        settings.priority,
    )


@lru_cache(maxsize=5_000)
def _measured(family: str, bold: bool, italic: bool, text: str) -> tuple[float, float, float, float]:
    """Width, height of capitals, rise over and depth under them, for type one millimetre high."""
    font = QFont(family)
    font.setBold(bold)
    font.setItalic(italic)
    font.setPixelSize(_MEASURE_PX)
    metrics = QFontMetricsF(font)
    tight, cap = metrics.tightBoundingRect(text), metrics.capHeight()
    over, under = (
        max(_ASCENT_SHARE, (-tight.top() - cap) / _MEASURE_PX),
        max(_DESCENT_SHARE, tight.bottom() / _MEASURE_PX),
    )
    return metrics.horizontalAdvance(text) / _MEASURE_PX, cap / _MEASURE_PX, over, under


def _name(point: _Point) -> PointLabel:
    setting = point.setting
    size = setting.points * POINT_MM
    measures = _measured(setting.font.family(), setting.font.bold(), setting.font.italic(), point.text)
    width, cap, over, under = (size * each for each in measures)
    x, y = point.places[0]
    return PointLabel(point.key, x, y, point.reach, width, cap, over, under, setting.priority + setting.points / 100)


def _taken(point: _Point, row: _Row) -> Iterator[LabelBox]:
    """What of a point's own, besides its symbol, is not to be written on: a name moved by hand, the row of roles."""
    if point.moved is not None and point.text:
        x, y = point.moved
        name = _name(point)
        yield LabelBox(x, y, x + name.width, y + name.cap + name.over + name.under)
    if point.roles and row.size:
        x, y = point.places[-1]
        half = (point.roles * (row.size + row.gap) - row.gap) / 2
        top = y - (point.setting.dist - LABEL_GAP_MM * row.scale) - row.beyond - ROLE_ROW_GAP_MM * row.scale
        yield LabelBox(x - half, top - row.size, x + half, top).grown(_ROLE_ROW_MARGIN_MM)


def _pieces(
    layers: Iterable[QgsVectorLayer], extent: Any, fine: float, on_paper: Any
) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of the lines on the map, bends of less than `fine` metres left out."""
    left = _MAX_SEGMENTS
    for layer in layers:
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(extent).setNoAttributes()):
            for piece in _of_line(feature.geometry().simplify(fine), on_paper):
                left -= 1
                if left < 0:
                    return
                yield piece


def _open_ends(
    layer: QgsVectorLayer, extent: QgsRectangle, edge: float, on_paper: Any
) -> Iterator[tuple[float, float]]:
    """Where lines that go on beyond the map end on it: there 'mot Oslo' is going to stand."""
    if layer.fields().indexOf(OPEN_ENDS[0]) < 0:
        return
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(extent)):
        wanted = [bool(feature[field]) for field in OPEN_ENDS]
        seen = feature.geometry().intersection(QgsGeometry.fromRect(extent.buffered(-edge))) if any(wanted) else None
        corners = list(seen.vertices()) if seen is not None else []
        for corner in [each for each, there in zip((corners[:1], corners[-1:]), wanted) if there]:
            yield from (on_paper(point.x(), point.y()) for point in corner)


def _of_line(geometry: QgsGeometry, on_paper: Any) -> Iterator[tuple[float, float, float, float]]:
    for line in geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]:
        corners = [on_paper(point.x(), point.y()) for point in line]
        for (x1, y1), (x2, y2) in zip(corners, corners[1:]):
            yield x1, y1, x2, y2
