"""Generalised areas: drawn freehand, as a broad band along a line, or made of detailed polygons. Metres, EPSG:3006.

What is given back is always a valid multipolygon without self-crossings, however shaky what came in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterable, Sequence, Union

from qgis.core import QgsGeometry, QgsPointXY

from ...catalogue.model import AREA
from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point, main_vertices, smooth_line
from . import qgis_geometry as parts
from .qgis_geometry import Where, xy

_SEGMENTS = 8
"""Pieces of a quarter circle in a rounded corner."""
_QUICK_SEGMENTS = 3
"""The same where corners are smoothed afterwards anyway."""
_FREEHAND_RADIUS_MM = 1.6
"""Radius in mm on the map below which a freehand corner is rounded off."""
_FREEHAND_SHAKE_MM = 0.7
"""How far in mm on the map a hand shakes."""
_MIN_FREEHAND_MM = 2.5
"""A freehand area is at least so many mm wide and high on the map."""
_SIZE_PER_TOLERANCE = 14
"""An area is never simplified by more than its size (the root of its area) divided by this."""
_SHRINK_SHARE = 0.85
"""Schematised areas shrink back by this share of what they grew: they cover their sources with a broad brush."""
_MIN_PART_SHARE = 0.04
"""Parts smaller than this share of the largest are slips of the hand."""


@dataclass(frozen=True)
class SchematiseOptions:
    """How areas are schematised.

    `join`: areas closer than this become one, metres. `tolerance`: bends smaller than this go, metres. `smoothness`:
    0 keeps corners, 1 is roundest. `smallest_hole`, `smallest_part`: smaller ones go, square metres.
    """

    join: float = 2_000.0
    tolerance: float = 500.0
    smoothness: float = 0.5
    smallest_hole: float = 25e6
    smallest_part: float = 4e6


USUAL = SchematiseOptions()


def freehand(points: Iterable[Where], scale: float) -> QgsGeometry:
    """The area a hand drew round (EPSG:3006), at map scale 1:`scale`. StoreError when it encloses next to nothing."""
    millimetre = max(float(scale), 1.0) / 1000
    stroke = _spaced([xy(point) for point in points], millimetre / 4)
    if len(stroke) < 3:
        raise _too_small()
    enclosed = _filled(_enclosed([*stroke, stroke[0]]))
    least = _MIN_FREEHAND_MM * millimetre
    if enclosed.area() < least * least:
        raise _too_small()
    rounded = _rounded(enclosed, _FREEHAND_RADIUS_MM * millimetre, _SEGMENTS)
    options = _smoothed(_filled(rounded), _FREEHAND_SHAKE_MM * millimetre, 1.0)
    return _without_crumbs(options)


def buffer_of_line(line: Union[QgsGeometry, Sequence[Where]], width: float) -> QgsGeometry:
    """A broad, soft band `width` metres wide along a line (EPSG:3006), rounded at its ends."""
    if not (math.isfinite(width) and width > 0):
        raise StoreError(tr("Bredden ska vara ett tal över noll."))
    given = parts.lines_of(line) if isinstance(line, QgsGeometry) else [[xy(point) for point in line]]
    bands = []
    for each in given:
        main = [each[place] for place in main_vertices(each, width / 4)] if len(each) > 1 else each
        try:
            curve = smooth_line(main, spacing=width / 12)
        except ValueError:
            raise _too_small() from None
        bands.append(parts.lines_geometry([curve]).buffer(width / 2, 2 * _SEGMENTS))
    band = _polygons([QgsGeometry.unaryUnion(bands).simplify(width / 400)])
    if band.isEmpty():
        raise _too_small()
    return band


def tidied(geometry: QgsGeometry) -> QgsGeometry:
    """What was drawn corner by corner, as a valid area also when its border crosses itself; other kinds as they are."""
    if parts.kind_of(geometry) != AREA or geometry.isGeosValid():
        return geometry
    whole = _polygons([geometry])
    return geometry if whole.isEmpty() else whole


def schematise(geometries: Sequence[QgsGeometry], options: SchematiseOptions = USUAL) -> QgsGeometry:
    """One generalised multipolygon of many detailed areas (EPSG:3006), for a preview too: see the speed in the tests.

    Raises StoreError when there are no areas, or when all that is left is smaller than `smallest_part`.
    """
    areas = [each for each in geometries if parts.kind_of(each) == AREA]
    if not areas:
        raise StoreError(tr("Det finns inga ytor att schematisera. Markera minst en yta."))
    reach, round_off = max(options.join, 1.0) / 2, min(max(options.smoothness, 0.0), 1.0) * options.tolerance
    # Detail that the wide steps below swallow anyway costs time.
    fine = min(reach / 4, max(options.tolerance, 1.0) / 3)
    grown = QgsGeometry.unaryUnion([each.simplify(fine).buffer(reach, _QUICK_SEGMENTS) for each in areas])
    joined = (
        grown.simplify(fine).buffer(-reach * _SHRINK_SHARE, _QUICK_SEGMENTS).removeInteriorRings(options.smallest_hole)
    )
    rounded = (_rounded(part, round_off, _QUICK_SEGMENTS) for part in _at_least(joined, options.smallest_part))
    made = [
        _smoothed(part, options.tolerance, options.smoothness)
        for area in rounded
        for part in _at_least(area, options.smallest_part)
    ]
    shape = (
        _polygons([QgsGeometry.unaryUnion(made).removeInteriorRings(options.smallest_hole)]) if made else QgsGeometry()
    )
    if shape.isNull() or shape.isEmpty():
        raise StoreError(tr("Inget blev kvar av ytorna. Tillåt mindre delar."))
    return shape


def _at_least(area: QgsGeometry, size: float) -> list[QgsGeometry]:
    """The parts that are at least `size` square metres."""
    return [part for part in area.asGeometryCollection() if part.area() >= size]


def _enclosed(stroke: Sequence[Point]) -> QgsGeometry:
    """All that the closed stroke goes round, whichever way and however often it crosses itself."""
    line = QgsGeometry.fromPolylineXY([QgsPointXY(*point) for point in stroke])
    noded = QgsGeometry.unaryUnion([line])
    return QgsGeometry.unaryUnion(QgsGeometry.polygonize([noded]).asGeometryCollection())


def _rounded(area: QgsGeometry, radius: float, segments: int) -> QgsGeometry:
    """The area with bays, and then capes, narrower than the radius gone; an area that would vanish stays."""
    if radius <= 0:
        return area
    closed = area.buffer(radius, segments)
    opened = closed.buffer(-2 * radius, segments).buffer(radius, segments)
    if opened.area() >= area.area() * 0.6:
        return opened
    return closed.buffer(-radius, segments)


def _smoothed(area: QgsGeometry, tolerance: float, smoothness: float) -> QgsGeometry:
    """The area with few, soft bends; valid, as simplifying and smoothing alone do not promise."""
    tolerance = min(tolerance, math.sqrt(area.area()) / _SIZE_PER_TOLERANCE)
    plain = _polygons([area.simplify(tolerance)])
    if plain.isEmpty():
        plain = _polygons([area])
    if smoothness <= 0:
        return plain
    # Smoothing cuts a quarter off every side: long sides get vertices first, so that they stay where they are.
    soft = plain.densifyByDistance(tolerance * (2 + 6 * min(smoothness, 1.0))).smooth(3, 0.25)
    return _polygons([soft.simplify(tolerance / 12)])


def _filled(area: QgsGeometry) -> QgsGeometry:
    return area.removeInteriorRings()


def _polygons(geometries: Sequence[QgsGeometry]) -> QgsGeometry:
    """What is area in `geometries`, as one valid multipolygon; empty when nothing is."""
    found: list[QgsGeometry] = []
    for geometry in geometries:
        valid = geometry if geometry.isGeosValid() else geometry.makeValid()
        found.extend(part for part in valid.asGeometryCollection() if parts.kind_of(part) == AREA and part.area() > 0)
    whole = QgsGeometry.unaryUnion(found) if found else QgsGeometry.fromWkt("MultiPolygon EMPTY")
    whole.convertToMultiType()
    return whole


def _without_crumbs(area: QgsGeometry) -> QgsGeometry:
    pieces = area.asGeometryCollection()
    largest = max((piece.area() for piece in pieces), default=0.0)
    if largest <= 0:
        raise _too_small()
    return _polygons([piece for piece in pieces if piece.area() >= largest * _MIN_PART_SHARE])


def _spaced(points: Sequence[Point], gap: float) -> list[Point]:
    """The points that lie at least `gap` from the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) >= gap:
            kept.append(point)
    return kept


def _too_small() -> StoreError:
    return StoreError(tr("Rita runt ett område: det du ritade är för litet för att bli en yta."))
