"""What is new on the map: added, changed with the old shape under it, and removed as it was. Main thread only.

The three are told apart by colour, by how the line is drawn and by the mark of a point, so that any of these is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...catalogue.model import AREA, LINE, POINT
from ...drawing.edits.qgis_geometry import kind_of
from ...store.schema.tables import GEOMETRY
from ...workshop.compare import ADDED, CHANGED, REMOVED, RowDifference
from ...workshop.merged_tables import Row
from ..map_coordinates import GroundBand, is_shown, zoom_to
from ..map_tools.base_tool import AREA_BAND, LINE_BAND, POINT_BAND

BEFORE = "forut"
"""The old shape of what has been drawn otherwise."""
_BANDS = {POINT: POINT_BAND, LINE: LINE_BAND, AREA: AREA_BAND}
_AROUND_M = 15_000.0
_POINTED_WIDTH, _WIDTH = 6, 3
_ICON, _POINTED_ICON = 13, 22


@dataclass(frozen=True)
class DifferenceStyle:
    """How a kind of difference is drawn: in colours of Okabe and Ito (2008), told apart by who sees few colours."""

    colour: str
    line: Qt.PenStyle
    fill: Qt.BrushStyle
    icon: GroundBand.IconType
    opacity: int


STYLES = {
    BEFORE: DifferenceStyle(
        "#5b626a", Qt.PenStyle.DotLine, Qt.BrushStyle.NoBrush, GroundBand.IconType.ICON_CIRCLE, 200
    ),
    REMOVED: DifferenceStyle(
        "#d55e00", Qt.PenStyle.DashLine, Qt.BrushStyle.BDiagPattern, GroundBand.IconType.ICON_X, 220
    ),
    CHANGED: DifferenceStyle(
        "#cc79a7", Qt.PenStyle.DashDotLine, Qt.BrushStyle.Dense7Pattern, GroundBand.IconType.ICON_BOX, 220
    ),
    ADDED: DifferenceStyle(
        "#0072b2", Qt.PenStyle.SolidLine, Qt.BrushStyle.Dense6Pattern, GroundBand.IconType.ICON_CROSS, 220
    ),
}
"""From the lowest to the top."""


class ComparisonOverlay:
    """Shapes over the map until nothing is compared any more."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[GroundBand] = []
        self._pointed: list[GroundBand] = []

    @property
    def is_shown(self) -> bool:
        """Whether there is anything of it on the map."""
        return bool(self._bands)

    def show(self, differences: Iterable[RowDifference], bild_id: str) -> None:
        """Show those of the picture `bild_id`; of all when it is ''."""
        self.close()
        shapes: dict[tuple[str, str], list[QgsGeometry]] = {}
        for one in differences:
            for code, shape in shapes_of(one, bild_id):
                shapes.setdefault((code, kind_of(shape)), []).append(shape)
        for code in STYLES:
            for kind in _BANDS:
                listed = shapes.get((code, kind))
                if listed:
                    self._bands.append(self._laid(code, kind, QgsGeometry.collectGeometry(listed), False))
        self._canvas.update()

    def point_at(self, one: RowDifference | None) -> None:
        """Draw this one strongly; None: no one."""
        self._unpoint()
        for code, shape in shapes_of(one, "") if one is not None else ():
            self._pointed.append(self._laid(code, kind_of(shape), shape, True))
        self._canvas.update()

    def go_to(self, one: RowDifference) -> None:
        """Let the map show where it is, and was."""
        box = QgsRectangle()
        for _code, shape in shapes_of(one, ""):
            box.combineExtentWith(shape.boundingBox())
        if box.isNull():
            return
        box.grow(max(box.width(), box.height()) * 0.25 + _AROUND_M)
        if not is_shown(self._canvas, box) or self._canvas.extent().width() > 8 * box.width():
            zoom_to(self._canvas, box)

    def close(self) -> None:
        """Nothing of it is left on the map."""
        self._unpoint()
        while self._bands:
            self._bands.pop().remove()

    def _unpoint(self) -> None:
        while self._pointed:
            self._pointed.pop().remove()

    def _laid(self, code: str, kind: str, shape: QgsGeometry, pointed: bool) -> GroundBand:
        style = STYLES[code]
        colour = QColor(style.colour)
        colour.setAlpha(255 if pointed else style.opacity)
        band = GroundBand(self._canvas, _BANDS[kind])
        band.setColor(colour)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 150))
        band.setBrushStyle(style.fill)
        band.setSecondaryStrokeColor(QColor(255, 255, 255, 170))
        band.setLineStyle(style.line)
        band.setWidth(_POINTED_WIDTH if pointed else _WIDTH)
        band.setIcon(style.icon)
        band.setIconSize(_POINTED_ICON if pointed else _ICON)
        band.set_shape(shape)
        return band


def shapes_of(one: RowDifference, bild_id: str) -> list[tuple[str, QgsGeometry]]:
    """What is drawn of it in the picture `bild_id`, or whichever it is in: by BEFORE, REMOVED, CHANGED or ADDED."""
    wanted = [(one.kind, one.row)]
    if one.kind == CHANGED and one.is_moved and one.before is not None:
        wanted.insert(0, (BEFORE, one.before))
    found = []
    for code, row in wanted:
        shape = _shape(row)
        if bild_id in ("", row.get("bild_id")) and kind_of(shape):
            found.append((code, shape))
    return found


def _shape(row: Row) -> QgsGeometry:
    shape, content = QgsGeometry(), row.get(GEOMETRY)
    if isinstance(content, bytes):
        shape.fromWkb(content)
    return shape
