"""The map drawn again when layers were put in edit mode in the middle of a drawing.

QGIS reads a GeoPackage without locks until somebody edits it, and then turns it to another way of writing (WAL) that
such a reading cannot follow: it breaks off ("unable to open database file"). Nothing in the file is harmed, but a layer
that was just being drawn is left out, and QGIS keeps that picture until the map is moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ..guarded import guarded


@guarded
class DeferredRedraw(QObject):
    """`layers` gives those of the open strukturbild."""

    def __init__(self, iface: QgisInterface, layers: Callable[[], Iterable[QgsVectorLayer]], parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._layers = iface, layers
        self._looked = False

    def editing_started(self) -> None:
        """A layer was put in edit mode; they all are, one after another, at the first stroke."""
        if self._looked:
            return
        self._looked = True
        QTimer.singleShot(0, guarded(self._look_again))
        for canvas in self._iface.mainWindow().findChildren(QgsMapCanvas):
            if canvas.isDrawing():
                self._when_drawn(canvas)

    def _look_again(self) -> None:
        self._looked = False

    def _when_drawn(self, canvas: QgsMapCanvas) -> None:
        def drawn() -> None:
            canvas.mapCanvasRefreshed.disconnect(guarded(drawn))
            for layer in self._layers():
                layer.triggerRepaint()

        canvas.mapCanvasRefreshed.connect(guarded(drawn))
