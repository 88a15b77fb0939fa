"""Tables of coordinates: what their columns are called, and numbers as people write them."""

from __future__ import annotations

from .reading.coordinate_columns import CoordinateColumns as PointColumns
from .reading.coordinate_columns import named_columns as point_columns
from .reading.numbers import number

__all__ = ["PointColumns", "number", "point_columns"]
