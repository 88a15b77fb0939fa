"""What lies in one place, found by small squares of the map: as much work as there are points, not pairs of them."""

from __future__ import annotations

import math
from typing import Iterator

from qgis.core import QgsPointXY

Square = tuple[int, int]
"""Column and row of a square."""

SAME_PLACE_M = 100.0
"""Two nodes of a class nearer than this are one place drawn twice, in metres. Ours."""

_REACH = 2
"""So many squares away a point may lie that is nearer than the diagonal of a square."""


def square_of(point: QgsPointXY, metres: float = SAME_PLACE_M) -> Square:
    """The square that `point` (EPSG:3006) lies in; its diagonal is `metres`, so all in it are nearer than that."""
    side = metres / math.sqrt(2)
    return math.floor(point.x() / side), math.floor(point.y() / side)


def squares_near(square: Square) -> Iterator[Square]:
    """The other squares that can hold a point nearer than the diagonal to some point of `square`."""
    column, row = square
    for across in range(-_REACH, _REACH + 1):
        for up in range(-_REACH, _REACH + 1):
            if (across, up) != (0, 0) and abs(across) + abs(up) < 2 * _REACH:
                yield column + across, row + up
