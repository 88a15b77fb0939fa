"""Names that have been moved by hand: where they stand, and how a name along a line turns there.

A layer whose objects carry `FIELDS` lets each name stand at its place; a name without a place is put by the map.
"""

from __future__ import annotations

import math

from qgis.core import (
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from .. import compat
from .text import steer

FIELDS = ("etikett_x", "etikett_y", "etikett_vinkel")
"""Attributes of an object: the lower left corner of its name (EPSG:3006) and its turn in degrees clockwise."""
NAME = "namn"
_MOVED = f'"{FIELDS[0]}" IS NOT NULL'


def pin_names(layer: QgsVectorLayer) -> None:
    """Let the names of `layer`, which has `FIELDS`, stand where they have been moved; others give way to them."""
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        root = labeling.rootRule().clone()
        for rule in root.descendants():
            settings = rule.settings()
            if settings is not None and _is_name(settings):
                rule.setSettings(_pinned(settings))
        layer.setLabeling(QgsRuleBasedLabeling(root))
    elif isinstance(labeling, QgsVectorLayerSimpleLabeling) and _is_name(labeling.settings()):
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_pinned(labeling.settings())))


def turn_at(geometry: QgsGeometry, x: float, y: float) -> float:
    """Degrees clockwise that a name at a place is turned: along the line beside it and never upside down; else 0."""
    if geometry.type() != compat.LINE_GEOMETRY or geometry.isEmpty():
        return 0.0
    _far, _point, after, _side = geometry.closestSegmentWithContext(QgsPointXY(x, y))
    if after < 1:
        return 0.0
    start, end = geometry.vertexAt(after - 1), geometry.vertexAt(after)
    degrees = math.degrees(math.atan2(end.y() - start.y(), end.x() - start.x()))
    upright = (degrees + 90.0) % 180.0 - 90.0
    return -upright


def _is_name(settings: QgsPalLayerSettings) -> bool:
    return settings.fieldName.strip('"') == NAME


def _pinned(settings: QgsPalLayerSettings) -> QgsPalLayerSettings:
    made = QgsPalLayerSettings(settings)
    for name, field in zip(("PositionX", "PositionY", "LabelRotation"), FIELDS):
        steer(made, name, f'"{field}"')
    # Whoever put it there wants it there, whatever it lies on.
    steer(made, "AlwaysShow", _MOVED)
    return made
