"""Drawing the map on the screen, against the same labels on plain symbols."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tools.bench.bench_live import many_objects
from tools.bench.measure import Ratio, compared

MAX_REDRAW = 3.0
SIZES = (50, 500)
_WIDTH, _HEIGHT, _DPI = 1600, 1000, 96


def redraw_ratio(folder: Path, size: int, runs: int = 5) -> Ratio:
    """A redraw of the whole map among so many objects, in a picture as large as a window."""
    from qgis.core import QgsSingleSymbolRenderer, QgsSymbol

    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers
    from strukturbild_plugin.store.writing.transaction import writing

    path = create(folder / f"skarm-{size}.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
    with writing(path, "mätning") as db:
        db.add_objects(many_objects(read_snapshot(path), size))
    drawn = [layer for _group, layer in open_layers(path) if layer.isSpatial()]
    plain = [layer.clone() for layer in drawn]
    for layer in plain:
        layer.setRenderer(QgsSingleSymbolRenderer(QgsSymbol.defaultSymbol(layer.geometryType())))
    return compared(
        f"rita om kartan, {size} objekt",
        lambda: _draw(drawn),
        "samma namn på enkla symboler",
        lambda: _draw(plain),
        MAX_REDRAW,
        runs,
    )


def _draw(layers: list[Any]) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle
    from qgis.PyQt.QtCore import QSize

    settings, whole = QgsMapSettings(), QgsRectangle()
    for layer in layers:
        if layer.featureCount():
            whole.combineExtentWith(layer.extent())
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    settings.setExtent(whole)
    settings.setOutputSize(QSize(_WIDTH, _HEIGHT))
    settings.setOutputDpi(_DPI)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if job.renderedImage().isNull():
        raise RuntimeError("the map was not drawn")
