"""Whether a geometry can be drawn in its layer: asked by the check, which says so, and by the maps, which leave it out.

Pure Python: WKB as `store/gpkg/wkb.py` gives it, or of a single point, line or area.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from dataclasses import replace

from ...catalogue.model import AREA, LINE, POINT, Catalogue
from . import wkb as blobs
from .records import Area, ObjectRecord

EMPTY, OTHER_KIND, NOT_NUMBERS, TOO_FAR = "tom", "annat slag", "inte tal", "för långt bort"

_KINDS = {POINT: 4, LINE: 5, AREA: 6}


def undrawable(wkb: bytes | None, geometry: str) -> str:
    """Why a geometry (WKB in EPSG:3006) cannot be drawn in a layer of points, lines or areas; '' when it can."""
    if not wkb:
        return EMPTY
    try:
        plain = wkb if blobs.kind_of(wkb) in _KINDS.values() else blobs.normalised(wkb)
        if plain is None:
            return EMPTY
        if blobs.kind_of(plain) != _KINDS.get(geometry):
            return OTHER_KIND
        runs = list(blobs.vertex_runs(plain))
    except (struct.error, IndexError, ValueError):
        return EMPTY
    far = False
    for vertices in runs:
        numbers = array("d", vertices)
        if sys.byteorder != "little":
            numbers.byteswap()
        if not all(map(math.isfinite, numbers)):
            return NOT_NUMBERS
        far = far or max(map(abs, numbers), default=0.0) > blobs.MAX_COORDINATE_M
    return TOO_FAR if far else ""


def as_drawn(record: ObjectRecord, catalogue: Catalogue) -> ObjectRecord:
    """The object without a geometry when that cannot be drawn."""
    layer = catalogue.layer(record.lager)
    shown = record.wkb is None or (layer is not None and not undrawable(record.wkb, layer.geometri))
    return record if shown else replace(record, wkb=None)


def areas_as_drawn(areas: tuple[Area, ...]) -> tuple[Area, ...]:
    """The areas whose outline can be drawn."""
    kept = tuple(area for area in areas if not undrawable(area.wkb, AREA))
    return areas if len(kept) == len(areas) else kept
