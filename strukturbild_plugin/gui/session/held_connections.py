"""Keeps QGIS's pool of connections to the open file while the file goes away and comes back. Main thread only.

Whoever reads a layer (the map's drawing above all, in threads of its own) counts itself in and out of the pool of
connections to its file, and the last one out throws the pool away. But QGIS names the pool after the file when there
is a file at the path just then, and after the layer when there is not (QgsOgrProviderUtils::connectionPoolId): a
drawing that began while the file was away and ends when it is back counts itself out of a pool it never counted
itself into, the pool goes while somebody reads through it, and QGIS dies (signal 11 in QMutex::lock; 3.22 and 3.44,
a network drive that drops out for a second is enough). What is held here has counted itself in and stays, so that
such drawings don't count the pool down to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer, QgsVectorLayerFeatureSource

HELD = 500
"""One drawing counts every layer once or twice, about 30 in all: enough for some at each of several comings back."""


def hold_connections(layers: Sequence[QgsVectorLayer]) -> tuple[QgsVectorLayerFeatureSource, ...]:
    """What is to be kept as long as `layers`, all of one file, are in the project: 5 ms, and it opens nothing."""
    return tuple(QgsVectorLayerFeatureSource(layers[0]) for _ in range(HELD)) if layers else ()
