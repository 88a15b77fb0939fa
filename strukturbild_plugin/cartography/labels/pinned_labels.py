"""Labels with a fixed position: moved by hand, or placed by the program for a map; and their rotation along lines.

A layer whose objects carry `FIELDS` lets each name stand at its place. The names of points that nobody has moved stand
where the map's `VARIABLE` says, and QGIS puts all others.
"""

from __future__ import annotations

import math
import re
from typing import Mapping

from qgis.core import (
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ... import compat
from .label_placement import LabelPosition
from .text_format import set_expression

FIELDS = ("etikett_x", "etikett_y", "etikett_vinkel")
"""Attributes of an object: the lower left corner of its name (EPSG:3006) and its turn in degrees clockwise."""
NAME = "namn"
VARIABLE = "strukturbild_namnplatser"
"""Variable of a map: what `encode_positions` gives."""
_GONE = "-"
_PLAIN = re.compile(r"[0-9A-Za-z_-]+\Z")
_MOVED = f'"{FIELDS[0]}" IS NOT NULL'
_SPOT = f"string_to_array(regexp_substr(@{VARIABLE}, \"objekt_id\" || '=([^;]*)'))"
_POINT = "coalesce(geometry_n($geometry, 1), $geometry)"


def apply_pinned_positions(layer: QgsVectorLayer) -> None:
    """Let the labels of `layer` stand where a user has moved them; other labels give way.

    The layer must have the attributes `FIELDS` (EPSG:3006 in metres, degrees clockwise) and its labelling set.
    """
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        root = labeling.rootRule().clone()
        for rule in root.descendants():
            settings = rule.settings()
            if settings is not None and is_name(settings):
                rule.setSettings(_pinned(settings))
        layer.setLabeling(QgsRuleBasedLabeling(root))
    elif isinstance(labeling, QgsVectorLayerSimpleLabeling) and is_name(labeling.settings()):
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_pinned(labeling.settings())))


def label_rotation(geometry: QgsGeometry, x: float, y: float) -> float:
    """The rotation of a label at (x, y), degrees clockwise: along the nearest segment of a line, never upside down.

    0 for points and areas. Coordinates in the geometry's own system.
    """
    if geometry.type() != compat.LINE_GEOMETRY or geometry.isEmpty():
        return 0.0
    _far, _point, after, _side = geometry.closestSegmentWithContext(QgsPointXY(x, y))
    if after < 1:
        return 0.0
    start, end = geometry.vertexAt(after - 1), geometry.vertexAt(after)
    degrees = math.degrees(math.atan2(end.y() - start.y(), end.x() - start.x()))
    upright = (degrees + 90.0) % 180.0 - 90.0
    return -upright


def encode_positions(positions: Mapping[str, LabelPosition | None]) -> str:
    """'id=dx,dy,across,up;' for each object: millimetres right of and above its point, and QGIS's words for which point
    of the text stands there; dashes for a name that is left out. A variable of a map can only be text.
    """
    return "".join(f"{key}={_encode_position(position)};" for key, position in positions.items() if _PLAIN.match(key))


def _encode_position(position: LabelPosition | None) -> str:
    if position is None:
        return ",".join(_GONE * 4)
    return f"{position.dx:.3f},{position.dy:.3f},{position.across},{position.up}"


def is_name(settings: QgsPalLayerSettings) -> bool:
    """Whether the names of objects are what is set, and not 'mot Oslo' or something of the user's own."""
    return settings.fieldName.strip('"') == NAME


def _pinned(settings: QgsPalLayerSettings) -> QgsPalLayerSettings:
    made = QgsPalLayerSettings(settings)
    if made.placement == compat.LABEL_AROUND_POINT:
        return _beside_point(made)
    for name, field in zip(("PositionX", "PositionY", "LabelRotation"), FIELDS):
        set_expression(made, name, f'"{field}"')
    # Whoever put it there wants it there, whatever it lies on.
    set_expression(made, "AlwaysShow", _MOVED)
    return made


def _beside_point(made: QgsPalLayerSettings) -> QgsPalLayerSettings:
    """As moved by hand, else as the map's variable says, else as QGIS finds best."""
    for name, field, axis, number in (("PositionX", FIELDS[0], "x", 0), ("PositionY", FIELDS[1], "y", 1)):
        put = f"{axis}({_POINT}) + try(to_real(array_get({_SPOT}, {number}))) * @map_scale / 1000"
        set_expression(made, name, f'coalesce("{field}", {put})')
    set_expression(made, "LabelRotation", f'"{FIELDS[2]}"')
    for name, number in (("Hali", 2), ("Vali", 3)):
        set_expression(made, name, f"CASE WHEN NOT ({_MOVED}) THEN array_get({_SPOT}, {number}) END")
    across = f"coalesce(array_get({_SPOT}, 2), '')"
    left_out = f"{across} = '{_GONE}'"
    set_expression(made, "AlwaysShow", _MOVED)
    # What is always shown QGIS now and then sets twice: names that have been found room for come first, and that is
    # enough.
    set_expression(made, "Priority", f"CASE WHEN {across} NOT IN ('', '{_GONE}') THEN 10 END")
    before = made.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show)
    shown = before.asExpression() if before.isActive() else "true"
    set_expression(made, "Show", f"({shown}) AND ({_MOVED} OR NOT {left_out})")
    return made
