"""A layout drawn one part at a time: paper, each layer of each map, the names on it, and what stands around.

QGIS can write layers itself, but its GeoPDF names them with bytes that PDF forbids (3.22) and its SVG leaves most of
them nameless. Here the parts are drawn with QGIS's own layered drawing, and whoever writes a file gives them names.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import Any, Iterator, Sequence

from qgis.core import (
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemShape,
    QgsMapLayer,
    QgsVectorSimplifyMethod,
)
from qgis.PyQt.QtGui import QPainter

from ... import compat
from .. import texts
from ..sheets.map_layers import LAYER_PROPERTY

DPI = 300.0
"""The grid that coordinates are written on; nothing becomes dots."""
PAPER, BASE, FRAME, SHEET = "papper", "bakgrund", "ram", "blad"
_NAMES = {PAPER: texts.PAPER, BASE: texts.BASE_MAP, FRAME: texts.FRAME, SHEET: texts.SHEET_TEXTS}
_SIMPLIFY_SHARE = 0.1
"""Share of a dot: what a finer line could not show anyway is left out, as QGIS's own export does."""


@dataclass(frozen=True)
class LayoutPart:
    """A piece of a page that can be switched on and off."""

    page: int
    code: str
    """'papper', 'bakgrund', 'ram', 'blad', or the table that a layer of the strukturbild shows."""
    name: str
    map_id: str = ""
    """Id of the map item it belongs to; '' for what stands around the maps."""
    is_labels: bool = False
    """The names of the layer, not its symbols."""
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, width and height on the page in mm of what bounds it; zeros when nothing does."""


def parts(layout: QgsLayout, language: str, items: bool = False) -> Iterator[LayoutPart]:
    """Each part, bottom first, page by page; while one is given, it alone is visible in the layout.

    `items`: give the shapes around the maps one by one, each with its bounds.
    """
    # Markers of a layout that was loaded come without their own type in 3.22; they are drawn all the same.
    shown = [item for item in layout.items() if item.isVisible() and item.parentItem() is None]
    pages = layout.pageCollection()
    try:
        for item in shown:
            item.hide()
        for number in range(pages.pageCount()):
            yield from _page_parts(pages.page(number), number, shown, language, items)
    finally:
        for item in shown:
            item.show()


def _page_parts(
    sheet: QgsLayoutItemPage, number: int, shown: Sequence[Any], language: str, items: bool
) -> Iterator[LayoutPart]:
    sheet.show()
    yield _named(number, PAPER, language)
    sheet.hide()
    collection = sheet.layout().pageCollection()
    here = [
        item
        for item in shown
        if collection.pageNumberForPoint(item.scenePos()) == number and not isinstance(item, QgsLayoutItemPage)
    ]
    run: list[Any] = []
    for item in [*sorted(here, key=lambda one: one.zValue()), None]:
        if item is not None and not isinstance(item, QgsLayoutItemMap):
            run.append(item)
            continue
        if run:
            yield from _sheet_parts(run, number, language, items)
            run = []
        if item is not None:
            with _visible([item]):
                yield from _map_parts(item, number, language)


def _sheet_parts(run: Sequence[Any], number: int, language: str, items: bool) -> Iterator[LayoutPart]:
    bounded = [item for item in run if items and isinstance(item, QgsLayoutItemShape)]
    for item in bounded:
        with _visible([item]):
            yield replace(_named(number, SHEET, language), bounds=_bounds(item))
    with _visible([item for item in run if item not in bounded]):
        yield _named(number, SHEET, language)


def _bounds(item: QgsLayoutItem) -> tuple[float, float, float, float]:
    """The item's place on its page, with its outline."""
    around, place, at = item.sceneBoundingRect(), item.pagePos(), item.scenePos()
    return (around.x() - at.x() + place.x(), around.y() - at.y() + place.y(), around.width(), around.height())


def _map_parts(item: QgsLayoutItemMap, number: int, language: str) -> Iterator[LayoutPart]:
    """The layers of a map, then their names; its own frame and grid last."""
    layers = {layer.id(): layer for layer in item.layers()}
    seen: set[str] = set()
    before = ""
    item.startLayeredExport()
    try:
        while item.nextExportPart():
            layer_id = item.exportLayerDetails().mapLayerId
            labels = layer_id in seen and layer_id != before
            yield _layer_part(layers.get(layer_id), item, number, labels, language)
            seen.add(layer_id)
            before = layer_id
    finally:
        item.stopLayeredExport()


def _layer_part(
    layer: QgsMapLayer | None, item: QgsLayoutItemMap, number: int, labels: bool, language: str
) -> LayoutPart:
    place, size = item.pagePos(), item.rect()
    frame = (place.x(), place.y(), size.width(), size.height())
    if layer is None:
        return LayoutPart(number, FRAME, _NAMES[FRAME].in_language(language), item.id(), bounds=frame)
    kod = layer.customProperty(LAYER_PROPERTY, "")
    name = layer.name() if kod else _NAMES[BASE].in_language(language)
    return LayoutPart(number, str(kod or BASE), name, item.id(), labels, frame)


def _named(number: int, kod: str, language: str) -> LayoutPart:
    return LayoutPart(number, kod, _NAMES[kod].in_language(language))


@contextlib.contextmanager
def _visible(items: Sequence[Any]) -> Iterator[None]:
    for item in items:
        item.show()
    try:
        yield
    finally:
        for item in items:
            item.hide()


@contextlib.contextmanager
def drawn_as_vector(layout: QgsLayout) -> Iterator[None]:
    """The layout is drawn for a file: live text, lines and areas, names layer by layer."""
    context = layout.renderContext()
    dpi, flags, text = context.dpi(), context.flags(), context.textRenderFormat()
    simplify = context.simplifyMethod()
    method = QgsVectorSimplifyMethod()
    method.setSimplifyHints(QgsVectorSimplifyMethod.SimplifyHint.GeometrySimplification)
    method.setForceLocalOptimization(True)
    method.setSimplifyAlgorithm(QgsVectorSimplifyMethod.SimplifyAlgorithm.SnapToGrid)
    method.setThreshold(_SIMPLIFY_SHARE)
    context.setDpi(DPI)
    context.setTextRenderFormat(compat.TEXT_AS_TEXT)
    for flag in (compat.LAYOUT_ANTIALIASING, compat.LAYOUT_FORCE_VECTOR, compat.LAYOUT_LABELS_BY_LAYER):
        context.setFlag(flag, True)
    context.setSimplifyMethod(method)
    try:
        yield
    finally:
        context.setSimplifyMethod(simplify)
        context.setFlags(flags)
        context.setTextRenderFormat(text)
        context.setDpi(dpi)


def draw(layout: QgsLayout, painter: QPainter, page: int) -> None:
    """Draw what is visible on a page (from 0)."""
    QgsLayoutExporter(layout).renderPage(painter, page)
