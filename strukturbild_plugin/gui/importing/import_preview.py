"""What an import would give, on the map before it is done. Main thread only."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ...store.importing.plan import CHANGED, NEW, SAME, ImportPlan, PlannedRow
from ..map_coordinates import GroundBand, zoom_to
from ..map_tools.base_tool import AREA_BAND, LINE_BAND, POINT_BAND

COLOURS = {NEW: QColor(0, 110, 200, 200), CHANGED: QColor(214, 108, 0, 210), SAME: QColor(120, 120, 120, 150)}
"""By outcome: what comes, what changes, what is there."""
POINTED = QColor(255, 176, 0, 230)
MAX_SHOWN = 5_000
"""Shapes of one outcome and kind on the map at once; more would only be one heap."""
_BANDS = {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}


class ImportPreview:
    """Shapes over the map, by outcome; the one that is pointed at in the list on top."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[GroundBand] = []
        self._pointed: list[GroundBand] = []

    def show_plan(self, plan: ImportPlan | None) -> None:
        """The shapes of this plan, and no others."""
        self.point_at(None)
        _remove(self._bands)
        if plan is None or plan.refusal:
            return
        for outcome in (SAME, CHANGED, NEW):
            shapes = [shape for row in plan.of(outcome) if (shape := shape_of(row)) is not None]
            self._bands += self._laid(shapes, COLOURS[outcome], 9, 2)

    def point_at(self, row: PlannedRow | None) -> None:
        """This row stands out."""
        _remove(self._pointed)
        shape = shape_of(row) if row is not None else None
        if shape is not None:
            self._pointed += self._laid([shape], POINTED, 18, 5)

    def zoom_to(self, rows: Iterable[PlannedRow]) -> None:
        """The map shows all of these, with a little air."""
        shapes = [shape for row in rows if (shape := shape_of(row)) is not None]
        if not shapes:
            return
        box = shapes[0].boundingBox()
        for shape in shapes[1:]:
            box.combineExtentWith(shape.boundingBox())
        box.grow(max(box.width(), box.height()) * 0.08 + 2_000)
        zoom_to(self._canvas, box)

    def close(self) -> None:
        """Nothing is left on the map."""
        _remove(self._pointed)
        _remove(self._bands)

    def _laid(self, shapes: list[QgsGeometry], colour: QColor, size: int, width: int) -> list[GroundBand]:
        bands = []
        for kind, band_kind in _BANDS.items():
            of_kind = [shape for shape in shapes if kind_of(shape) == kind][:MAX_SHOWN]
            if not of_kind:
                continue
            band = GroundBand(self._canvas, band_kind)
            band.setColor(colour)
            band.setWidth(width)
            band.setIconSize(size)
            if kind == AREA:
                band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 50))
            band.set_shape(QgsGeometry.collectGeometry(of_kind))
            bands.append(band)
        return bands


def shape_of(row: PlannedRow) -> QgsGeometry | None:
    """Where the row's object will be (EPSG:3006); None for one that is left out."""
    if row.record is None or not row.record.wkb:
        return None
    shape = QgsGeometry()
    shape.fromWkb(row.record.wkb)
    return None if shape.isNull() or shape.isEmpty() else shape


def _remove(bands: list[GroundBand]) -> None:
    while bands:
        bands.pop().remove()
