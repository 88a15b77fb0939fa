"""The synthesis on the map, over what is drawn there: how many groups, each group's own, one thing. Main thread only.

The map is veiled, so that what the groups have drawn over each other does not shine through. Nothing of the layers'
own look is changed, and all of it is gone when the page is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ..map_coordinates import COVERED, GroundBand, is_shown, zoom_to
from ..map_tools.base_tool import AREA_BAND, LINE_BAND, POINT_BAND
from ..widgets.name_on_map import NameOnMap

ALL_COLOUR = "#5b1a4a"
"""Of what stands for all groups: none of the groups' own colours."""
_BANDS = {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}
_VEIL = QColor(255, 255, 255, 150)
_MIN_LINE_PX, _MAX_LINE_PX = 2, 14
_MIN_SHADE, _MAX_SHADE = 20, 140
_MIN_NODE_PX, _MAX_NODE_PX = 8, 26
_AROUND_M = 15_000.0


@dataclass(frozen=True)
class CountedOnMap:
    """A thing and how many groups have drawn it."""

    shape: QgsGeometry
    count: int


@dataclass(frozen=True)
class OwnOnMap:
    """What a group has drawn, in its colour. `strong`: the one that stands for all, or that is pointed at."""

    shape: QgsGeometry
    name: str
    colour: str
    strong: bool = False


class AgreementOverlay:
    """Shapes and names over the map: all things by how many, and over them the one that is looked at."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._all: list[GroundBand] = []
        self._one: list[GroundBand] = []
        self._names: list[NameOnMap] = []
        self.counts: Mapping[int, int] = {}
        """How many things are drawn for each number of groups."""
        self.owners: tuple[str, ...] = ()
        """Whose of the thing that is looked at are drawn."""

    def show_all(self, things: Sequence[CountedOnMap], of: int, colour: str = ALL_COLOUR) -> None:
        """Lines as wide, areas as dark and nodes as large as the share of groups that have drawn them."""
        self._clear(self._all)
        self.counts = {}
        if things:
            self._all.append(self._veil())
        by_look: dict[tuple[str, int], list[QgsGeometry]] = {}
        for one in things:
            if not one.shape.isEmpty():
                by_look.setdefault((kind_of(one.shape), one.count), []).append(one.shape)
        order = {AREA: 0, LINE: 1, POINT: 2}
        for (kind, count), shapes in sorted(by_look.items(), key=lambda each: (order[each[0][0]], each[0][1])):
            self.counts = {**self.counts, count: self.counts.get(count, 0) + len(shapes)}
            self._all.append(self._counted(kind, shapes, (count - 1) / (of - 1) if of > 1 else 1.0, QColor(colour)))
        self._canvas.update()

    def show_own(self, own: Sequence[OwnOnMap], named: bool = True) -> None:
        """These groups' lines, the strong ones last; none: nothing over the rest."""
        self._clear(self._one)
        while self._names:
            self._names.pop().remove()
        listed = sorted((one for one in own if not one.shape.isEmpty()), key=lambda one: one.strong)
        self.owners = tuple(one.name for one in listed)
        faint = any(one.strong for one in listed)
        for one in listed:
            self._one.append(self._band(one, faint))
        for number, one in enumerate(listed if named else ()):
            place, row = _name_place(one.shape, number, len(listed))
            self._names.append(NameOnMap(self._canvas, place, one.name, QColor(one.colour), row))
        self._canvas.update()

    def zoom(self, own: Sequence[OwnOnMap]) -> None:
        """The map shows all of it, with air around; it stays where it is when it does already, at a fair size."""
        box = QgsRectangle()
        for one in own:
            box.combineExtentWith(one.shape.boundingBox())
        if not own:
            return
        box.grow(max(box.width(), box.height()) * 0.3 + _AROUND_M)
        if not is_shown(self._canvas, box) or self._canvas.extent().width() > 6 * box.width():
            zoom_to(self._canvas, box)

    def close(self) -> None:
        """Nothing is left on the map."""
        self.show_own(())
        self.show_all((), 0)

    def _veil(self) -> GroundBand:
        band = GroundBand(self._canvas, AREA_BAND)
        band.setFillColor(_VEIL)
        band.setStrokeColor(_VEIL)
        band.set_shape(QgsGeometry.fromRect(COVERED))
        return band

    def _counted(self, kind: str, shapes: Sequence[QgsGeometry], share: float, colour: QColor) -> GroundBand:
        band = GroundBand(self._canvas, _BANDS[kind])
        colour.setAlpha(225)
        band.setColor(colour)
        band.setStrokeColor(colour)
        band.setWidth(round(_between(share, _MIN_LINE_PX, _MAX_LINE_PX)) if kind == LINE else 2)
        if kind == AREA:
            colour.setAlpha(round(_between(share, _MIN_SHADE, _MAX_SHADE)))
            band.setFillColor(colour)
            band.setLineStyle(Qt.PenStyle.SolidLine if share else Qt.PenStyle.DashLine)
        if kind == POINT:
            band.setIcon(GroundBand.IconType.ICON_CIRCLE)
            band.setIconSize(round(_between(share, _MIN_NODE_PX, _MAX_NODE_PX)))
            band.setWidth(round(_between(share, 2, 5)))
        band.set_shape(QgsGeometry.collectGeometry([part for one in shapes for part in one.asGeometryCollection()]))
        return band

    def _band(self, one: OwnOnMap, others_faint: bool) -> GroundBand:
        kind, colour = kind_of(one.shape), QColor(one.colour)
        colour.setAlpha(240 if one.strong or not others_faint else 170)
        band = GroundBand(self._canvas, _BANDS[kind])
        band.setColor(colour)
        band.setStrokeColor(colour)
        band.setWidth(6 if one.strong else 3)
        band.setIcon(GroundBand.IconType.ICON_CIRCLE)
        band.setIconSize(20 if one.strong else 13)
        if kind == AREA:
            band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 70 if one.strong else 25))
            band.setWidth(4 if one.strong else 2)
        band.set_shape(one.shape)
        return band

    def _clear(self, bands: list[GroundBand]) -> None:
        while bands:
            bands.pop().remove()


def _name_place(shape: QgsGeometry, number: int, count: int) -> tuple[QgsPointXY, int]:
    """Where a group's name goes, and how many rows down: along a line each has a place of its own."""
    if kind_of(shape) == LINE:
        longest = max(shape.asGeometryCollection(), key=lambda part: part.length())
        return longest.interpolate(longest.length() * (number + 1) / (count + 1)).asPoint(), 0
    place = shape.pointOnSurface() if kind_of(shape) == AREA else shape.centroid()
    return place.asPoint(), 2 * number - count + 1


def _between(share: float, least: float, most: float) -> float:
    return least + (most - least) * max(0.0, min(1.0, share))
