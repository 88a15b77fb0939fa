"""Between the map and the ground: the one place where the window's coordinates become EPSG:3006, and back.

A strukturbild is in EPSG:3006. The map is in whatever CRS the project or a background map has given it, and may be
turned: its events, extents and rubber bands all speak that. `place` and `shape` here are always in EPSG:3006.
"""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVector,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QPointF, QRect

from ..errors import StrukturbildError
from ..i18n import tr
from ..store.geometry.transforms import TransformFailed, forget_systems, is_broken, known_anew, transform_between
from ..store.schema.tables import SRID
from .guarded import guarded
from .uncovered_map import make_room, uncovered

COVERED = QgsRectangle(-320_000, 5_600_000, 1_420_000, 8_200_000)
"""Sweden and 500 km around it: farther away EPSG:3006 says nothing that can be drawn from."""
_EDGE_PARTS = 8
"""Pieces of each edge of a box: a straight edge on the map may be bent on the ground."""
_INCH = 0.0254


class NotOnTheGround(StrukturbildError):
    """The pointer is at a place that EPSG:3006 does not cover."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "Där går det inte att rita: platsen ligger för långt från Sverige för SWEREF 99 TM (EPSG:3006). "
                "Zooma till strukturbilden och försök igen."
            )
        )


def place_of(canvas: QgsMapCanvas, event: QgsMapMouseEvent) -> QgsPointXY | None:
    """The place a mouse event points at; None for what EPSG:3006 does not cover."""
    return _on_ground(canvas, event.mapPoint())


def place_at(canvas: QgsMapCanvas, pixel: QPoint) -> QgsPointXY | None:
    """The place at a pixel of the map; None for what EPSG:3006 does not cover."""
    return _on_ground(canvas, canvas.getCoordinateTransform().toMapCoordinates(pixel.x(), pixel.y()))


def pixel_of(canvas: QgsMapCanvas, place: QgsPointXY) -> QPointF | None:
    """Where a place is on the map, in pixels, also outside of what is shown; None when the map's CRS has no such."""
    try:
        there = _to_map(canvas).transform(place)
    except (QgsCsException, TransformFailed):
        return None
    spot = canvas.getCoordinateTransform().transform(there)
    return QPointF(spot.x(), spot.y()) if math.isfinite(spot.x()) and math.isfinite(spot.y()) else None


def area_of(canvas: QgsMapCanvas, box: QRect) -> QgsGeometry:
    """The ground under a box on the screen. Raises NotOnTheGround."""
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
    ring = []
    for start, end in zip(corners, (*corners[1:], corners[0])):
        for part in range(_EDGE_PARTS):
            place = place_at(canvas, start + (end - start) * part / _EDGE_PARTS)
            if place is None:
                raise NotOnTheGround
            ring.append(place)
    return QgsGeometry.fromPolygonXY([ring])


def metres_per_pixel(canvas: QgsMapCanvas, place: QgsPointXY) -> float:
    """How much ground a pixel of the map shows at a place; the mean of along and across where they differ."""
    unit, there = canvas.mapUnitsPerPixel(), _to_map(canvas).transform(place)
    back = _to_ground(canvas)
    east, north = (back.transform(QgsPointXY(there.x() + x, there.y() + y)) for x, y in ((unit, 0.0), (0.0, unit)))
    return math.sqrt(place.distance(east) * place.distance(north))


def scale_at(canvas: QgsMapCanvas, place: QgsPointXY) -> float:
    """The map's scale at a place: 50,000 for 1:50,000. What the map says of itself is true only in some CRS."""
    return metres_per_pixel(canvas, place) * float(canvas.mapSettings().outputDpi()) / _INCH


def is_shown(canvas: QgsMapCanvas, box: QgsRectangle) -> bool:
    """Whether a box on the ground is all within what the map shows, and under no window."""
    corners = [QgsPointXY(x, y) for x in (box.xMinimum(), box.xMaximum()) for y in (box.yMinimum(), box.yMaximum())]
    spots, seen = [pixel_of(canvas, corner) for corner in corners], uncovered(canvas)
    return all(spot is not None and seen.contains(spot.toPoint()) for spot in spots)


def centre_on(canvas: QgsMapCanvas, place: QgsPointXY) -> None:
    """Show this place in the middle of what no window covers, at the same scale."""
    try:
        there = _to_map(canvas).transform(place)
    except (QgsCsException, TransformFailed):
        return
    canvas.setCenter(there + _from_middle(canvas, make_room(canvas)))
    canvas.refresh()


def zoom_to(canvas: QgsMapCanvas, box: QgsRectangle, beside_windows: bool = True) -> None:
    """Show a whole box on the ground, where no window covers the map.

    Without `beside_windows` all of the map is used: what stands over it now has nothing to do with the box.
    """
    try:
        there = _to_map(canvas).transformBoundingBox(box)
    except (QgsCsException, TransformFailed):
        return
    turned = math.radians(canvas.rotation())
    along, across = abs(math.cos(turned)), abs(math.sin(turned))
    width, height = there.width() * along + there.height() * across, there.width() * across + there.height() * along
    middle, free = there.center(), make_room(canvas) if beside_windows else canvas.rect()
    if free != canvas.rect():
        unit = max(width / free.width(), height / free.height())
        middle += _from_middle(canvas, free) * (unit / canvas.mapUnitsPerPixel())
        width, height = unit * canvas.width(), unit * canvas.height()
    canvas.setExtent(QgsRectangle.fromCenterAndSize(middle, width, height))
    canvas.refresh()


def _from_middle(canvas: QgsMapCanvas, part: QRect) -> QgsVector:
    """From the middle of a part of the map to the middle of all of it, in the map's units as it is zoomed now."""
    pixels = canvas.rect().center(), part.center()
    whole, middle = (canvas.getCoordinateTransform().toMapCoordinates(spot.x(), spot.y()) for spot in pixels)
    return QgsVector(whole.x() - middle.x(), whole.y() - middle.y())


def zoom_about(canvas: QgsMapCanvas, pixel: QPoint, factor: float) -> None:
    """Zoom so that what lies at a pixel stays there, wherever in the world it is."""
    canvas.zoomByFactor(factor, canvas.getCoordinateTransform().toMapCoordinates(pixel.x(), pixel.y()))


def same_system(first: QgsMapCanvas, second: QgsMapCanvas) -> None:
    """Let `second` have the same CRS and be turned the same way."""
    second.setDestinationCrs(first.mapSettings().destinationCrs())
    second.setRotation(first.rotation())


def same_view(first: QgsMapCanvas, second: QgsMapCanvas) -> None:
    """Let `second` (in the same CRS) show the same middle at the same scale, whatever the shape of the two."""
    unit, size = first.mapUnitsPerPixel(), second.mapSettings().outputSize()
    second.setExtent(QgsRectangle.fromCenterAndSize(first.center(), size.width() * unit, size.height() * unit))
    second.refresh()


def same_middle(canvas: QgsMapCanvas, extent: QgsRectangle) -> bool:
    """Whether an extent that the map had has the same middle as now."""
    return extent.center().distance(canvas.center()) < canvas.mapUnitsPerPixel()


def on_map(canvas: QgsMapCanvas, shape: QgsGeometry) -> QgsGeometry:
    """A shape on the ground, in the coordinates of the map. Raises NotOnTheGround where the map's CRS has no such."""
    made = QgsGeometry(shape)
    try:
        made.transform(_to_map(canvas))
    except (QgsCsException, TransformFailed):
        raise NotOnTheGround from None
    return made


@guarded
class GroundBand(QgsRubberBand):
    """A rubber band over a shape on the ground; it stays there when the map gets another CRS."""

    def __init__(self, canvas: QgsMapCanvas, kind: int) -> None:
        super().__init__(canvas, kind)
        self._canvas, self._kind = canvas, kind
        self._shape = QgsGeometry()
        canvas.destinationCrsChanged.connect(guarded(self._lay_again))

    def set_shape(self, shape: QgsGeometry) -> None:
        """Over this shape, and no other."""
        self._shape = QgsGeometry(shape)
        self._lay_again()

    def clear(self) -> None:
        """Over nothing."""
        self.set_shape(QgsGeometry())

    def remove(self) -> None:
        """It is not wanted any more."""
        if not sip.isdeleted(self._canvas):
            self._canvas.destinationCrsChanged.disconnect(guarded(self._lay_again))
            self._canvas.scene().removeItem(self)

    def _lay_again(self) -> None:
        self.reset(self._kind)
        if not self._shape.isNull() and not self._shape.isEmpty():
            self.setToGeometry(self._shape, QgsCoordinateReferenceSystem.fromEpsgId(SRID))


def _on_ground(canvas: QgsMapCanvas, there: QgsPointXY) -> QgsPointXY | None:
    try:
        place = _to_ground(canvas).transform(there)
    except QgsCsException:
        return None
    known = math.isfinite(place.x()) and math.isfinite(place.y())
    return place if known and COVERED.contains(place) else None


def _to_ground(canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    """Raises TransformFailed rather than let places through as they are."""
    return transform_between(_of_map(canvas), _ground(), QgsProject.instance().transformContext())


def _to_map(canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    return transform_between(_ground(), _of_map(canvas), QgsProject.instance().transformContext())


def _of_map(canvas: QgsMapCanvas) -> QgsCoordinateReferenceSystem:
    """The map's coordinate system; one that QGIS has lost is given to the map and its layers anew."""
    there = canvas.mapSettings().destinationCrs()
    if is_broken(there):
        forget_systems()
        there, extent = known_anew(there), canvas.extent()
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem())  # QGIS takes the new one to be the same
        canvas.setDestinationCrs(there)
        canvas.setExtent(extent)
        for layer in canvas.layers():
            layer.setCrs(known_anew(layer.crs()))
        canvas.refresh()
    return there


def _ground() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem.fromEpsgId(SRID)
