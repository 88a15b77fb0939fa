"""Keeps QGIS's pools of connections to the open file while the file goes away and comes back. Main thread only.

Whoever reads a layer (the map's drawing above all, in threads of its own) counts itself in and out of the pool of
connections to its file, and the last one out throws the pool away. But QGIS names the pool after the file when there
is a file at the path just then, and after the layer when there is not (QgsOgrProviderUtils::connectionPoolId): a
drawing that began before the file went away and ends while it is away, or began while it was away and ends when it is
back, counts itself out of a pool it never counted itself into; the pool goes while somebody reads through it, and
QGIS dies (signal 11 in QMutex::lock; 3.22 and 3.44, a network drive that drops out for a second is enough).

What is held here has counted itself in and stays, so that such drawings don't count a pool down to nobody: one pool
from the start, and one a layer from the first drawing without a file. Those made while the file was away are never let
go of: where they would count themselves out depends on where the file is by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..guarded import guarded

AT_FIRST, EACH_TIME = 300, 90
"""By file. One drawing counts every layer once or twice, about 30 in all; the map draws up to three at a time."""
BY_LAYER = 12
"""By layer and time the file goes away. One takes 4 kB and 25 microseconds, and opens nothing."""


@guarded
class HeldConnections(QObject):
    """`layers` gives those of the open strukturbild, all of one file; `parent` lives as long as the canvas."""

    def __init__(self, canvas: QgsMapCanvas, layers: Callable[[], Sequence[QgsVectorLayer]], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._layers = canvas, layers
        self._path: Path | None = None
        self._held: list[QgsVectorLayerFeatureSource] = []
        self._away = False
        canvas.renderStarting.connect(guarded(self.look))

    def close(self) -> None:
        """The plugin is switched off."""
        self._canvas.renderStarting.disconnect(guarded(self.look))
        self.follow(None)

    def follow(self, path: Path | None) -> None:
        """The file at `path` is open, or none."""
        self.look()
        self._held.clear()
        self._path, self._away = path, False
        self._held += _sources(self._layers()[:1], AT_FIRST) if path is not None else []
        self.look()

    def look(self) -> None:
        """A drawing starts, or the file was seen to go or come: those now drawing are counted in and not out yet."""
        if self._path is None:
            return
        away = not self._path.is_file()
        if away == self._away:
            return
        self._away, layers = away, self._layers()
        _keep(self._held)
        self._held.clear()
        _keep(_sources(layers, BY_LAYER) if away else _sources(layers[:1], EACH_TIME))


def _sources(layers: Sequence[QgsVectorLayer], count: int) -> list[QgsVectorLayerFeatureSource]:
    return [QgsVectorLayerFeatureSource(layer) for layer in layers for _ in range(count)]


def _keep(sources: Sequence[QgsVectorLayerFeatureSource]) -> None:
    """Never let go of them: not when the strukturbild is closed, nor when Python ends after QGIS's pools have gone."""
    for source in sources:
        sip.transferto(source, None)
