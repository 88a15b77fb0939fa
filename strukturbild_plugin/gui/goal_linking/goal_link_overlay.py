"""What is linked to a goal, and what is being chosen for it, in light over a muted map. Main thread only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsGeometry
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ..map_coordinates import COVERED, GroundBand
from ..map_tools.base_tool import AREA_BAND, LINE_BAND, POINT_BAND

CONTRIBUTION_COLOURS: Mapping[int, str] = {2: "#08519c", 1: "#4292c6", 0: "#6b6b6b", -1: "#e6751a", -2: "#a63603"}
"""Blue supports and orange opposes, the darker the more: told apart also by who does not see red from green."""
_UNKNOWN = "#6b6b6b"
CHOSEN_COLOUR = "#ffb000"
_BANDS = {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}
_ORDER = {AREA: 0, LINE: 1, POINT: 2}
_VEIL = QColor(255, 255, 255, 165)


class GoalLinkOverlay:
    """`linked`: contribution -> how many objects are lit so; `chosen`: how many are lit as chosen."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[GroundBand] = []
        self.linked: Mapping[int, int] = {}
        self.chosen = 0

    def show(self, linked: Iterable[tuple[int, QgsGeometry]], chosen: Iterable[QgsGeometry]) -> None:
        """Objects (EPSG:3006) with the contribution of each, and those that are chosen now round them."""
        self.hide()
        self._bands.append(self._veil())
        by_look: dict[tuple[int, str], list[QgsGeometry]] = {}
        counts: dict[int, int] = {}
        for contribution, shape in linked:
            counts[contribution] = counts.get(contribution, 0) + 1
            by_look.setdefault((contribution, kind_of(shape)), []).append(shape)
        picked = [shape for shape in chosen if kind_of(shape)]
        self.linked, self.chosen = counts, len(picked)
        # the chosen ones lie under: light round what keeps the colour of its contribution
        for kind in (AREA, LINE, POINT):
            shapes = [shape for shape in picked if kind_of(shape) == kind]
            if shapes:
                self._bands.append(self._band(kind, QColor(CHOSEN_COLOUR), shapes, wide=True))
        for (contribution, kind), shapes in sorted(by_look.items(), key=lambda each: _ORDER.get(each[0][1], 0)):
            if kind:
                colour = QColor(CONTRIBUTION_COLOURS.get(contribution, _UNKNOWN))
                self._bands.append(self._band(kind, colour, shapes, opposes=contribution < 0))
        self._canvas.update()

    def hide(self) -> None:
        """Nothing is left on the map."""
        while self._bands:
            self._bands.pop().remove()
        self.linked, self.chosen = {}, 0

    def _veil(self) -> GroundBand:
        band = GroundBand(self._canvas, AREA_BAND)
        band.setFillColor(_VEIL)
        band.setStrokeColor(_VEIL)
        band.set_shape(QgsGeometry.fromRect(COVERED))
        return band

    def _band(
        self, kind: str, colour: QColor, shapes: list[QgsGeometry], wide: bool = False, opposes: bool = False
    ) -> GroundBand:
        """What opposes is dashed and, as a point, a diamond: colour is not alone in telling it."""
        band = GroundBand(self._canvas, _BANDS[kind])
        colour.setAlpha(210 if wide else 235)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 70))
        if kind == POINT:
            band.setIcon(GroundBand.IconType.ICON_FULL_DIAMOND if opposes else GroundBand.IconType.ICON_CIRCLE)
            band.setIconSize(30 if wide else 18)
            band.setWidth(6)
        else:
            band.setWidth({LINE: 16 if wide else 7, AREA: 7 if wide else 3}[kind])
            band.setLineStyle(Qt.PenStyle.DashLine if opposes else Qt.PenStyle.SolidLine)
        band.set_shape(QgsGeometry.collectGeometry([part for one in shapes for part in one.asGeometryCollection()]))
        return band
