"""Land and lakes from GSHHG."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsGeometry

from tools.base_data.shapes import BOX, areas, clipped, parts, simplified, united, valid
from tools.base_data.sources import read_gshhg

MIN_LAKE_M2 = 3e6
"""m2; smaller lakes than 3 km2 are specks on an A3 sheet of a region."""
MIN_ISLAND_M2 = 3e5


CORNER_CUT_SHARE = 0.2
"""How far along each edge its corners are cut off: GSHHG's spikes, some kilometres apart, become shores."""
TOLERANCE_M = 40.0
"""Metres a shore may be off after that: 0.04 mm on a sheet in 1:1 000 000."""


class Water(NamedTuple):
    """Land includes what lies under lakes; lakes have their islands cut out."""

    land: QgsGeometry
    lakes: tuple[QgsGeometry, ...]


def make_water() -> Water:
    """The coast and the lakes within the box."""
    box = QgsGeometry.fromRect(BOX)
    by_level: dict[int, list[QgsGeometry]] = {1: [], 2: [], 3: []}
    for ring in read_gshhg():
        if ring.level in by_level and ring.geometry.intersects(box):
            by_level[ring.level].append(_soft(clipped(valid(ring.geometry))))
    land = areas(united(by_level[1]), MIN_ISLAND_M2)
    islands = united(by_level[3])
    lakes = [areas(lake.difference(islands)) for lake in by_level[2] if lake.area() > MIN_LAKE_M2]
    whole = [part for lake in lakes for part in parts(lake) if part.area() > MIN_LAKE_M2]
    return Water(land, tuple(sorted(whole, key=lambda lake: (-lake.area(), lake.boundingBox().xMinimum()))))


def _soft(shore: QgsGeometry) -> QgsGeometry:
    """`shore` with its corners cut, unless that would make it cross itself."""
    softer = simplified(shore.smooth(1, CORNER_CUT_SHARE), TOLERANCE_M)
    return areas(valid(softer))
