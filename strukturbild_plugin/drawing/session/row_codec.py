"""Between a row of an open layer and the plain cells of a copy: values, times, shapes; and whether two are the same."""

from __future__ import annotations

import contextlib
import math
from typing import Any, Sequence

from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, Qt

from ...compat import is_null
from ...errors import without_lone_surrogates
from ...store.autosave.copy_format import Cell
from ...store.gpkg import wkb
from ...store.schema.tables import GEOMETRY

_MOST_WHOLE = 2**63
_YES_NO = {"true": "1", "false": "0"}
_NOT_TEXT = ("boolean", "integer", "integer64", "real")


def cells_of(feature: QgsFeature, columns: Sequence[str]) -> dict[str, Cell]:
    """The columns of a row, and its geometry as plain WKB (straight segments), None when it has none."""
    fields = feature.fields()
    places = {column: fields.indexOf(column) for column in columns}
    cells: dict[str, Cell] = {name: cell(in_kind(fields.at(at), feature.attribute(at))) for name, at in places.items()}
    cells[GEOMETRY] = plain_shape(feature.geometry())
    return cells


def plain_shape(geometry: QgsGeometry) -> bytes | None:
    """A shape as plain WKB with straight segments; None for nothing."""
    return None if geometry.isNull() else bytes(_straight(geometry).asWkb())


def holds_text(field: QgsField) -> bool:
    """Whether a column is of another kind than numbers, yes and no."""
    return field.typeName().lower() not in _NOT_TEXT


def in_kind(field: QgsField, value: Any) -> Any:
    """A value as its column has it: what is chosen in a drop-down of QGIS's own form is text until it is saved."""
    if isinstance(value, str) and not holds_text(field):
        value = _YES_NO.get(value, value)  # of a form from before yes and no were whole numbers
        with contextlib.suppress(ValueError, TypeError):
            return field.convertCompatible(value)
    return value


def cell(value: Any) -> Cell:
    """A value QGIS gave, as a copy holds it: times to the millisecond, nothing and '' both as None."""
    if value == "" or is_null(value):
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (bytes, QByteArray)):
        return bytes(value)
    if isinstance(value, QDateTime):
        return str(value.toString(Qt.DateFormat.ISODateWithMs))
    if isinstance(value, QDate):
        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value)


def same_cell(one: Cell, other: Cell) -> bool:
    """Whether two cells say the same; shapes by their corners, however they are written."""
    if isinstance(one, bytes) and isinstance(other, bytes):
        return one == other or _shape(one) == _shape(other)
    return one == other


def as_value(field: QgsField, value: Cell) -> Any:
    """What is written into `field` for a cell. Raises ValueError for one that it cannot hold."""
    kind = field.typeName().lower()
    if value is None:
        return None
    if kind in ("date", "datetime"):
        return _moment(kind, value)
    if kind == "boolean" and value in (0, 1):
        return bool(value)
    if kind in ("integer", "integer64") and isinstance(value, int) and abs(value) < _MOST_WHOLE:
        return value
    if kind == "real" and isinstance(value, (int, float)):
        return float(value)
    if kind == "binary" and isinstance(value, bytes):
        return QByteArray(value)
    if kind == "string" and isinstance(value, str):
        return without_lone_surrogates(value)
    raise ValueError(field.name())


def as_geometry(layer: QgsVectorLayer, value: Cell) -> QgsGeometry:
    """The shape in a cell, of the layer's own kind. Raises ValueError for any other, and for a damaged one."""
    if value is None:
        return QgsGeometry()
    if not isinstance(value, bytes):
        raise ValueError("geometry")
    plain = wkb.normalised(value)  # QGIS itself trusts the counts that WKB claims
    if plain is None:
        return QgsGeometry()
    geometry = QgsGeometry()
    geometry.fromWkb(plain)
    if wkb.bounds(plain) is None or geometry.type() != layer.geometryType():
        raise ValueError("geometry")
    return geometry


def _moment(kind: str, value: Cell) -> Any:
    text = value if isinstance(value, str) else ""
    moment = (
        QDate.fromString(text, Qt.DateFormat.ISODate)
        if kind == "date"
        else QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
    )
    if not moment.isValid():
        raise ValueError("time")
    return moment


def _shape(blob: bytes) -> bytes | None:
    try:
        return wkb.normalised(blob)
    except ValueError:
        return blob


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    shape = geometry.constGet()
    return QgsGeometry(shape.segmentize()) if shape.hasCurvedSegments() else geometry
