"""The map drawn again when layers were put in edit mode, or given another look, in the middle of a drawing.

QGIS reads a GeoPackage without locks until somebody edits it, and then turns it to another way of writing (WAL) that
such a reading cannot follow: it breaks off ("unable to open database file"). Nothing in the file is harmed, but a layer
that was just being drawn is left out, and QGIS keeps that picture until the map is moved.

A layer that asks to be drawn anew has its image thrown away at once. But a drawing whose threads are done by then, and
that QGIS has not yet heard of, puts the old images back, and the drawing that was asked for takes them: the map shows
the old look, or nothing of what was just drawn, until it is moved.
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
        self._looked = self._asked = False

    def repaint_requested(self, *_: object) -> None:
        """A layer is to be drawn anew; when all of them are, this is heard many times over."""
        if self._asked:
            return
        self._asked = True  # no drawing begins before this turn of the event loop is over
        QTimer.singleShot(0, guarded(self._ask_again))
        for canvas in self._iface.mainWindow().findChildren(QgsMapCanvas):
            if canvas.isDrawing():
                self._unless_begun_anew(canvas)

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

    def _ask_again(self) -> None:
        self._asked = False

    def _unless_begun_anew(self, canvas: QgsMapCanvas) -> None:
        """When what is drawn now ends by itself, its images are of no use; when it is broken off it keeps none."""

        def ended() -> None:
            begun()
            for layer in self._layers():
                layer.triggerRepaint()

        def begun() -> None:
            canvas.mapCanvasRefreshed.disconnect(guarded(ended))
            canvas.renderStarting.disconnect(guarded(begun))

        canvas.mapCanvasRefreshed.connect(guarded(ended))
        canvas.renderStarting.connect(guarded(begun))

    def _when_drawn(self, canvas: QgsMapCanvas) -> None:
        def drawn() -> None:
            canvas.mapCanvasRefreshed.disconnect(guarded(drawn))
            for layer in self._layers():
                layer.triggerRepaint()

        canvas.mapCanvasRefreshed.connect(guarded(drawn))
