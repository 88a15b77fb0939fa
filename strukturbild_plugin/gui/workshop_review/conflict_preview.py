"""A conflict on the map: the base in grey, what each side has drawn in its group's colour. Main thread only."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ...workshop.decisions import BOTH, KEEP, ONE, OTHER
from ..map_coordinates import GroundBand, is_shown, zoom_to
from ..map_tools.base_tool import AREA_BAND, LINE_BAND, POINT_BAND
from ..widgets.name_on_map import NameOnMap, stacked

BASE_COLOUR = "#808080"
_BANDS = {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}
_STYLES = {ONE: Qt.PenStyle.SolidLine, OTHER: Qt.PenStyle.DashLine}
"""The sides are told apart also by who sees no colours."""
_AROUND_M = 15_000.0


class ConflictPreview:
    """Shapes and names over the map, until another conflict is shown or none."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._shapes: Mapping[str, QgsGeometry] = {}
        self._names: Mapping[str, str] = {}
        self._colours: Mapping[str, str] = {}
        self._bands: list[GroundBand] = []
        self._labels: list[NameOnMap] = []
        self.pointed = ""
        """The choice that is drawn as if it held."""

    def show(self, shapes: Mapping[str, QgsGeometry], names: Mapping[str, str], colours: Mapping[str, str]) -> None:
        """Show these: by the choice of each side, KEEP (as it stands) and '' (what all began with)."""
        self._shapes = {code: shape for code, shape in shapes.items() if not shape.isNull() and not shape.isEmpty()}
        self._names, self._colours = names, colours
        self.point_at("")

    def point_at(self, choice: str) -> None:
        """Draw this choice as if it held, and the others faintly; '' shows all alike."""
        self._clear()
        self.pointed = choice
        sides = [code for code in self._shapes if code not in ("", KEEP)]
        strong = sides if choice in ("", BOTH) else [choice]
        order = [*(code for code in ("", KEEP) if code in self._shapes), *sides]
        shown = [code for code in order if code != KEEP or choice == KEEP or not sides]
        for code in sorted(shown, key=lambda each: each in strong):
            self._lay(code, code in strong, bool(choice))
        named = [code for code in shown if self._names.get(code) and (code in strong or not choice)]
        for row, code in zip(stacked(len(named)), named):
            self._write(code, row)
        self._canvas.update()

    def zoom(self) -> None:
        """The map shows all of it, with air around; it stays where it is when it does already, at a fair size."""
        box = QgsRectangle()
        for shape in self._shapes.values():
            box.combineExtentWith(shape.boundingBox())
        if not self._shapes:
            return
        box.grow(max(box.width(), box.height()) * 0.25 + _AROUND_M)
        if not is_shown(self._canvas, box) or self._canvas.extent().width() > 6 * box.width():
            zoom_to(self._canvas, box)

    def close(self) -> None:
        """Nothing is left on the map."""
        self._shapes = {}
        self._clear()

    def _lay(self, code: str, strong: bool, others_faint: bool) -> None:
        shape = self._shapes[code]
        kind = kind_of(shape)
        colour = QColor(self._colours.get(code, BASE_COLOUR))
        colour.setAlpha(230 if strong else 90 if others_faint else 150)
        band = GroundBand(self._canvas, _BANDS[kind])
        band.setStrokeColor(colour)
        band.setColor(colour)
        band.setLineStyle(_STYLES.get(code, Qt.PenStyle.DotLine))
        band.setWidth(5 if strong else 2)
        band.setIconSize(20 if strong else 12)
        band.setIcon(GroundBand.IconType.ICON_FULL_BOX if strong else GroundBand.IconType.ICON_BOX)
        if kind == POINT:
            band.setIcon(GroundBand.IconType.ICON_CIRCLE)
        if kind == AREA:
            band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 60 if strong else 15))
        band.set_shape(shape)
        self._bands.append(band)

    def _write(self, code: str, row: int) -> None:
        shape, colour = self._shapes[code], QColor(self._colours.get(code, BASE_COLOUR))
        place = shape.pointOnSurface() if kind_of(shape) == AREA else shape.centroid()
        self._labels.append(NameOnMap(self._canvas, place.asPoint(), self._names[code], colour, row))

    def _clear(self) -> None:
        while self._bands:
            self._bands.pop().remove()
        while self._labels:
            self._labels.pop().remove()
