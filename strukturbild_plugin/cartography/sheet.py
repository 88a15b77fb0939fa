"""Composing a map sheet: the map, and around it title, legend, goals, scale, edition and sources.

Everything on the sheet is an ordinary layout item with a readable id, so that the sheet can be opened and changed in
QGIS's layout designer. Nothing here knows a strukturbild; `export/sheet.py` fills in the content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ..errors import ExportError
from ..i18n import tr
from .arrange import Arrangement, arrange
from .column import draw_stack, fill_columns, stack_height
from .ink import Ink
from .page import Box, Page
from .scale import draw_scale, printable_scale
from .typeset import MM, place
from .words_of_sheet import Heading, SheetWords, small_head, stamp_blocks

__all__ = ["Heading", "Ink", "SheetMap", "SheetWords", "compose", "new_layout", "printable_scale"]

CRS = "EPSG:3006"
_COLUMN = 72.0
"""Millimetres, on A3, that a column of a page of text is at least wide."""


@dataclass(frozen=True)
class SheetMap:
    """What the map shows: layers top first, and the area (EPSG:3006, metres) that must be seen."""

    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle


def compose(page: Page, words: SheetWords, sheet_map: SheetMap, ink: Ink, name: str) -> QgsPrintLayout:
    """Build the layout; what does not fit beside the map goes on, on further pages with the same stamp.

    ExportError if the area is not usable.
    """
    layout = new_layout(page, ink, name)
    arrangement = arrange(page, words, ink)
    item = _add_map(layout, arrangement.map, sheet_map)
    _draw(layout, page, words, ink, arrangement, item.scale())
    _go_on(layout, page, words, ink, arrangement)
    return layout


def new_layout(page: Page, ink: Ink, name: str) -> QgsPrintLayout:
    """An empty layout with one page."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    # The layout does not own its project; without this the project is collected while the layout is in use.
    layout.strukturbild_project = project
    layout.setName(name)
    _set_page(layout.pageCollection().page(0), page, ink)
    return layout


def _set_page(sheet: QgsLayoutItemPage, page: Page, ink: Ink) -> None:
    sheet.setPageSize(QgsLayoutSize(page.width, page.height, MM))
    symbol = sheet.pageStyleSymbol().clone()
    symbol.setColor(QColor(ink.paper))
    symbol.symbolLayer(0).setStrokeColor(QColor(ink.paper))
    sheet.setPageStyleSymbol(symbol)


def _add_map(layout: QgsPrintLayout, box: Box, sheet_map: SheetMap) -> QgsLayoutItemMap:
    extent = sheet_map.extent
    if extent.isEmpty() or not extent.isFinite():
        raise ExportError(tr("Kartan har inget område att visa. Kontrollera att strukturbilden har en avgränsning."))
    item = QgsLayoutItemMap(layout)
    place(layout, item, box.x, box.y, box.width, box.height, "karta")
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setKeepLayerSet(True)
    item.setLayers(list(sheet_map.layers))
    # This order gives the exact frame: an extent set before the size would be stretched to it.
    item.setExtent(extent)
    item.attemptResize(QgsLayoutSize(box.width, box.height, MM))
    item.zoomToExtent(extent)
    item.setScale(printable_scale(item.scale()))
    item.setBackgroundEnabled(False)
    item.setFrameEnabled(False)
    return item


def _draw(
    layout: QgsPrintLayout, page: Page, words: SheetWords, ink: Ink, arrangement: Arrangement, scale: float
) -> None:
    for box, blocks in arrangement.stacks:
        draw_stack(layout, blocks, box.x, box.y, box.width)
    for box, columns in arrangement.columns:
        columns.draw(layout, box)
    draw_scale(layout, arrangement.scale, page, ink, scale, words.north)


def _go_on(layout: QgsPrintLayout, page: Page, words: SheetWords, ink: Ink, arrangement: Arrangement) -> None:
    """Set what is left in columns on as many further pages as it takes."""
    left, factor = arrangement.left, page.factor
    top, foot = small_head(words, ink, factor), stamp_blocks(words, ink, factor)
    count = max(1, int(page.inner.width / (_COLUMN * factor)))
    while left:
        sheet = QgsLayoutItemPage(layout)
        layout.pageCollection().addPage(sheet)
        _set_page(sheet, page, ink)
        box = page.inner.lowered(sheet.pos().y())
        y = draw_stack(layout, top, box.x, box.y, box.width) + 4.0 * factor
        foot_height = stack_height(foot, box.width)
        draw_stack(layout, foot, box.x, box.bottom - foot_height, box.width)
        room = Box(box.x, y, box.width, box.bottom - foot_height - y)
        columns, left = fill_columns(left, count, page.gutter, room.width, room.height)
        columns.draw(layout, room)
