"""A map of an earlier state, to look at: its objects as they were, with its own symbols over the base map.

The layers are made of plain values, belong to this map alone and hold no file open: nothing in it can be edited, and
the project knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsMapLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from ...cartography.basemap.base_layers import base_layers
from ...cartography.symbol_sets.symbol_set_library import load_symbol_set
from ...export.sheets.map_layers import picture_layers
from ...store.gpkg.records import Snapshot
from ...store.schema.tables import SRID
from ..guarded import guarded
from ..map_coordinates import same_system, same_view, zoom_to
from ..widgets.busy_cursor import waiting

MAX_PREVIEWED = 5000
"""More objects than so are not drawn unasked: their layers are made on the main thread."""
_MIN_SIZE = QSize(240, 200)
_AIR = 1.06


@guarded
class StateMap(QgsMapCanvas):
    """Shows one picture of one state; can be moved and zoomed, and nothing else. `magnified`: of symbols and text."""

    def __init__(self, parent: QWidget | None = None, magnified: float = 1.0) -> None:
        super().__init__(parent)
        self._layers: Sequence[QgsMapLayer] = ()
        self._whole = QgsRectangle()
        """What is shown whatever size the map gets; nothing once it shows something else."""
        self.setObjectName("strukturbild_lage_karta")
        self.setProperty("browser_canvas", True)  # QGIS's own mark of a map that is none of the project's
        self.setMinimumSize(_MIN_SIZE)
        self.enableAntiAliasing(True)
        self.setMagnificationFactor(magnified)
        self.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(SRID))
        self._pan = QgsMapToolPan(self)
        self.setMapTool(self._pan)

    def sizeHint(self) -> QSize:
        """Qt's."""
        return QSize(420, 380)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        if not self._whole.isEmpty():
            zoom_to(self, self._whole)

    def show_state(self, snapshot: Snapshot, bild_id: str, whole: bool = True) -> None:
        """Show this picture, `whole`: all of its area. Raises StrukturbildError when its symbols cannot be used."""
        before = self._layers
        with waiting():
            symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
            drawn = picture_layers(snapshot, bild_id, symbols)
            self._layers = [*drawn, *base_layers(symbols, snapshot.head.lan)]
        for layer in self._layers:
            layer.setParent(self)  # they go with the map, and not when Python comes to think of it
        self._put_on(before)
        extent = extent_of(snapshot)
        if whole and not extent.isEmpty():
            extent.scale(_AIR * self.magnificationFactor())  # QGIS takes an extent for one at 100 %
            self._whole = extent
            zoom_to(self, extent)
        self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        before, self._layers = self._layers, ()
        self._put_on(before)
        self.refresh()

    def follow(self, main: QgsMapCanvas) -> None:
        """Show what `main` shows."""
        self._whole = QgsRectangle()
        same_system(main, self)
        same_view(main, self)

    def _put_on(self, before: Sequence[QgsMapLayer]) -> None:
        self.setLayers(list(self._layers))
        for layer in before:
            layer.deleteLater()


def extent_of(snapshot: Snapshot) -> QgsRectangle:
    """The regions' area (EPSG:3006)."""
    extent = QgsRectangle()
    for area in snapshot.areas:
        shape = QgsGeometry()
        shape.fromWkb(area.wkb)
        extent.combineExtentWith(shape.boundingBox())
    return extent


def picture_to_show(snapshot: Snapshot, wanted: str) -> str:
    """`wanted` (a bild_id) when the state has that picture, else its first."""
    ids = [picture.bild_id for picture in snapshot.pictures]
    return wanted if wanted in ids else next(iter(ids), "")
