"""Any geometry of a source as the one kind a class is drawn with: EPSG:3006, straight edges, 2D, multi, valid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Collection, Iterator

from ...catalogue.model import AREA, LINE, POINT
from ...compat import GDAL_FAILED, ogr, raising_gdal
from ...i18n import tr
from .crs import near_sweden

MIN_AREA_M2 = 1.0
"""m2; what is smaller is a leftover of drawing, no area."""
MIN_LINE_M = 0.1
"""Metres."""
MAX_SPAN_M = 3_000_000.0
"""Metres; Sweden with its neighbours is 1 900 km high."""
_MIN_RING = 4
_DIMENSION = {0: POINT, 1: LINE, 2: AREA}


@dataclass(frozen=True)
class ImportedGeometry:
    """A geometry ready to be stored: kind, multi WKB in EPSG:3006, and a note on what was changed ('' when nothing)."""

    kind: str
    wkb: bytes
    note: str = ""


class UnusableGeometry(Exception):
    """A geometry that cannot be imported; the message says why."""


class UnusableKind(UnusableGeometry):
    """A geometry of a kind (`kind`) that the class is not drawn with."""

    def __init__(self, sentence: str, kind: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def kind_name(kind: str) -> str:
    """The word for a geometry kind, with article."""
    return {POINT: tr("en punkt"), LINE: tr("en linje"), AREA: tr("en yta")}.get(kind, kind)


def kinds_name(kind: str) -> str:
    """The word for several of a geometry kind, first in a sentence."""
    return {POINT: tr("Punkter"), LINE: tr("Linjer"), AREA: tr("Ytor")}.get(kind, kind)


@raising_gdal()
def drawn(shape: Any, transformation: Any, kinds: Collection[str]) -> ImportedGeometry:
    """`shape` (ogr, source CRS; consumed) as one of `kinds`. Unusable says why it cannot be."""
    try:
        return _drawn(shape, transformation, kinds)
    except GDAL_FAILED as error:
        raise UnusableGeometry(tr("har en geometri som inte går att läsa ({fel})").format(fel=error)) from error


def _drawn(shape: Any, transformation: Any, kinds: Collection[str]) -> ImportedGeometry:
    if shape is None or shape.IsEmpty():
        raise UnusableGeometry(tr("saknar geometri"))
    flat = _straight(shape)
    if not _finite(flat):
        raise UnusableGeometry(tr("har koordinater som inte är tal"))
    if not _transformed(flat, transformation):
        raise UnusableGeometry(tr("har koordinater som inte går att räkna om till SWEREF 99 TM"))
    flat, closed = _closed_as_areas(flat, kinds)
    kind, note = _chosen_kind(flat, kinds)
    result, repaired = _together(flat, kind)
    west, east, south, north = result.GetEnvelope()
    too_large = max(east - west, north - south) > MAX_SPAN_M
    if too_large or not near_sweden((west + east) / 2, (south + north) / 2):
        raise UnusableGeometry(tr("ligger långt utanför Sverige och dess grannområden"))
    read_as = tr("en sluten linje lästes som yta") if closed else ""
    note = "; ".join(filter(None, (read_as, note, tr("geometrin lagades") if repaired else "")))
    return ImportedGeometry(kind, bytes(result.ExportToIsoWkb()), note)


def first_point(shape: Any) -> tuple[float, float] | None:
    """Some point of a geometry as written, for judging where the source lies."""
    if shape is None or shape.IsEmpty():
        return None
    west, east, south, north = shape.GetEnvelope()
    return (west + east) / 2, (south + north) / 2


def _straight(shape: Any) -> Any:
    """A 2D copy with arcs as short straight pieces."""
    flat = shape.GetLinearGeometry() if shape.HasCurveGeometry() else shape.Clone()
    flat.FlattenTo2D()
    flat.AssignSpatialReference(None)
    return flat


def _finite(shape: Any) -> bool:
    """Whether every coordinate is a number; an envelope passes over NaN."""
    inner = shape.GetGeometryCount()
    if inner:
        return all(_finite(shape.GetGeometryRef(place)) for place in range(inner))
    return all(math.isfinite(x + y) for x, y, *_ in shape.GetPoints() or ())


def _transformed(shape: Any, transformation: Any) -> bool:
    try:
        if shape.Transform(transformation) != 0:
            return False
    except GDAL_FAILED:
        return False
    return _finite(shape)


def _chosen_kind(shape: Any, kinds: Collection[str]) -> tuple[str, str]:
    """The kind to store a shape as, areas first, and a note when parts of other kinds have to go."""
    present = sorted({_DIMENSION[part.GetDimension()] for part in _parts(shape) if not part.IsEmpty()})
    usable = [kind for kind in (AREA, LINE, POINT) if kind in present and kind in kinds]
    if not usable:
        raise UnusableKind(
            tr("är {finns}, men klassen ritas som {ska}").format(
                finns=tr(" och ").join(map(kind_name, present)), ska=tr(" eller ").join(map(kind_name, sorted(kinds)))
            ),
            present[-1] if present else "",
        )
    left = [kind for kind in present if kind != usable[0]]
    note = tr("delar som inte är {slag} togs bort").format(slag=kind_name(usable[0])) if left else ""
    return usable[0], note


def is_closed_line(shape: Any) -> bool:
    """Whether a geometry (ogr) is nothing but lines that end where they begin, as areas are drawn in KML and GPX."""
    parts = list(_parts(shape))
    return bool(parts) and all(map(_is_ring, parts))


def _is_ring(part: Any) -> bool:
    count = part.GetPointCount()
    return part.GetDimension() == 1 and count >= _MIN_RING and part.GetPoint_2D(0) == part.GetPoint_2D(count - 1)


def _closed_as_areas(shape: Any, kinds: Collection[str]) -> tuple[Any, bool]:
    """Closed lines as the areas within them, for a class that has areas and no lines; and whether that was done."""
    if LINE in kinds or AREA not in kinds or not is_closed_line(shape):
        return shape, False
    areas = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in _parts(shape):
        ring, area = ogr.Geometry(ogr.wkbLinearRing), ogr.Geometry(ogr.wkbPolygon)
        for x, y, *_ in part.GetPoints():
            ring.AddPoint_2D(x, y)
        area.AddGeometry(ring)
        areas.AddGeometry(area)
    return areas, True


def _together(shape: Any, kind: str) -> tuple[Any, bool]:
    """The parts of `kind` as one valid multi geometry, and whether something was repaired."""
    wanted = {POINT: ogr.wkbMultiPoint, LINE: ogr.wkbMultiLineString, AREA: ogr.wkbMultiPolygon}[kind]
    result = ogr.Geometry(wanted)
    for part in _parts(shape):
        if not part.IsEmpty() and _DIMENSION[part.GetDimension()] == kind:
            part.CloseRings()
            result.AddGeometry(part)
    whole = _whole(result, kind)
    if whole is not None and _is_valid(whole):
        return whole, False
    repaired_part = _repaired(result)
    if repaired_part is None:
        raise UnusableGeometry(tr("har en geometri som inte går att laga"))
    again = ogr.Geometry(wanted)
    for part in _parts(repaired_part):
        if _DIMENSION[part.GetDimension()] == kind and not part.IsEmpty():
            again.AddGeometry(part)
    whole = _whole(again, kind)
    if whole is None:
        raise UnusableGeometry(
            {AREA: tr("är en yta utan utbredning"), LINE: tr("är en linje utan längd")}.get(kind, "")
        )
    return whole, True


def _whole(shape: Any, kind: str) -> Any:
    """`shape`, or None when nothing of any size is left of it."""
    size = {AREA: shape.GetArea, LINE: shape.Length, POINT: shape.GetGeometryCount}[kind]()
    least = {AREA: MIN_AREA_M2, LINE: MIN_LINE_M, POINT: 1}[kind]
    return shape if size >= least else None


def _is_valid(shape: Any) -> bool:
    try:
        return bool(shape.IsValid())
    except GDAL_FAILED:
        return False


def _repaired(shape: Any) -> Any:
    try:
        return shape.MakeValid()
    except GDAL_FAILED:
        return None


def _parts(shape: Any) -> Iterator[Any]:
    """The single points, lines and areas of a geometry, however nested; surfaces of triangles as areas."""
    flat = ogr.GT_Flatten(shape.GetGeometryType())
    if flat in (ogr.wkbPoint, ogr.wkbLineString, ogr.wkbPolygon):
        yield shape.Clone()
    elif flat == ogr.wkbTriangle:
        yield ogr.ForceToPolygon(shape.Clone())
    else:
        for place in range(shape.GetGeometryCount()):
            yield from _parts(shape.GetGeometryRef(place))
