"""Composing sheets: on each page maps, and around them title, legend, listing, scale, edition and sources.

Everything on the sheet is an ordinary layout item with a readable id, so that the sheet can be opened and changed in
QGIS's layout designer. Nothing here knows a strukturbild; `export/sheets/make_sheet.py` fills in the content.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutMeasurement,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ... import compat
from ...errors import ExportError
from ...i18n import tr
from ..labels.label_obstacles import has_places, place_labels
from ..typography.page import Page, PageBox
from ..typography.text_style import TextColours
from ..typography.typeset import MM, place, show
from .arrange import arrange, left_parts
from .blocks import ColumnBlock, Columns, Section, TextBlock, draw_stack, fill_columns, stack_height
from .crop_marks import draw_marks, draw_paper, set_paper
from .frames import Arrangement, LayoutVariant, MapFrames
from .grid import add_grid
from .overview_map import draw_locator
from .page_table import PageTable, TablePage, table_pages
from .scale_bar import draw_scale, printable_scale
from .sheet_texts import PAGE_NOTE, SheetTexts, TextSection, small_head, stamp_blocks

__all__ = [
    "PageExtras",
    "SheetMap",
    "SheetPage",
    "SheetTexts",
    "TextColours",
    "TextSection",
    "compose",
    "page_counts",
    "printable_scale",
]

CRS = "EPSG:3006"
MAP_ID = "karta"
_LABEL_MARGIN_MM = 1.2
"""Millimetres, on A3, from the edge of a map within which no name stands."""
_SURROUNDINGS_FACTOR, _POINT_MARGIN_SHARE = 1.3, 0.03
"""How much larger than the area what is just outside it is; the air around a point there, as a share of the area."""
_TOLERANCE_MM = 0.01
"""Millimetres that do not matter."""
_TEXT_PAGE_FACTORS, _SCREEN_TEXT_PAGE_FACTORS = (1.5, 1.25, 1.0), (2.0, 1.75, 1.5, 1.25, 1.0)
"""How much larger type may be on a page without a map, and on one on a screen: a few lines in small type on an empty
page look lost."""
_MIN_COLUMN_WIDTH_MM = 72.0
"""Millimetres, on A3, that a column of a page of text is at least wide."""


@dataclass(frozen=True)
class SheetMap:
    """What a map shows: layers top first, and the area (EPSG:3006, metres) that must be seen."""

    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle
    variables: Mapping[str, str] = field(default_factory=dict)
    """Values that the layers' styles ask for, by name: what is to stand out on this map."""


@dataclass(frozen=True)
class SheetPage:
    """A page with its maps, all of one area, and its texts; what does not fit goes on, on further pages."""

    texts: SheetTexts
    maps: tuple[SheetMap, ...]
    table: PageTable | None = None
    """What stands on pages of its own, last."""


@dataclass(frozen=True)
class PageExtras:
    """What may stand on every page beside its own content."""

    grid: bool = False
    locator: Sequence[QgsMapLayer] = ()
    """Layers of the map of Sweden; none for no such map."""
    country: QgsRectangle | None = None


@dataclass(frozen=True)
class _PlannedPage:
    """A sheet page as it will be drawn."""

    arrangement: Arrangement
    further: tuple[Columns | TablePage, ...]
    """What stands on each page that goes on."""


def compose(
    page: Page, sheet_pages: Sequence[SheetPage], colours: TextColours, name: str, extras: PageExtras
) -> QgsPrintLayout:
    """Build the print layout: every sheet page, and after it the pages it continues on, all with the same stamp.

    `name`: what the layout is called in QGIS. Its `strukturbild_shortened` says whether a text is cut. Belongs to the
    main thread. Raises ExportError when an area cannot be shown or the texts find no room on the page.
    """
    layout = _new_layout(page, colours, name)
    # The layout only points at its layers; they live as long as it does.
    layout.strukturbild_layers = [
        *extras.locator,
        *(layer for sheet_page in sheet_pages for sheet_map in sheet_page.maps for layer in sheet_map.layers),
    ]
    plans = [_plan_page(page, sheet_page, colours, extras) for sheet_page in sheet_pages]
    layout.strukturbild_shortened = any(plan.arrangement.shortened for plan in plans)
    pages = sum(1 + len(plan.further) for plan in plans)
    number = 0
    for sheet_page, plan in zip(sheet_pages, plans):
        number += 1
        _draw(layout, page, sheet_page, colours, plan.arrangement, extras, (number, pages))
        for columns in plan.further:
            number += 1
            _draw_continuation(layout, page, sheet_page.texts, colours, columns, (number, pages))
    layout.undoStack().blockCommands(False)
    return layout


def page_counts(page: Page, sheet_pages: Sequence[SheetPage], colours: TextColours, extras: PageExtras) -> list[int]:
    """How many pages of the layout each sheet page takes, with those it continues on; nothing is drawn."""
    return [1 + len(_plan_page(page, sheet_page, colours, extras).further) for sheet_page in sheet_pages]


def _plan_page(page: Page, sheet_page: SheetPage, colours: TextColours, extras: PageExtras) -> _PlannedPage:
    extent = _visible_area(sheet_page.maps)
    if extent.isEmpty() or not extent.isFinite():
        raise ExportError(tr("Kartan har inget område att visa. Kontrollera att strukturbilden har en avgränsning."))
    frames = MapFrames(len(sheet_page.maps), extent.width() / extent.height(), bool(extras.locator))
    arrangement = arrange(page, sheet_page.texts, colours, frames)
    texts, table = sheet_page.texts, sheet_page.table
    columns = _continued_columns(page, texts, colours, arrangement.variant)
    return _PlannedPage(arrangement, (*columns, *(_pages_of(table, page, texts, colours) if table is not None else ())))


def _pages_of(table: PageTable, page: Page, texts: SheetTexts, colours: TextColours) -> list[TablePage]:
    """The pages of a table: on one in type as large as it holds, else on as many as it takes."""
    room = _room_for_text(page, texts, colours)
    for larger in _text_factors(page):
        pages = list(table_pages(table, colours, page.factor * larger, room))
        if len(pages) <= 1:
            break
    return pages


def _visible_area(maps: Sequence[SheetMap]) -> QgsRectangle:
    """What must be seen on each of the maps: their area, and the points that lie just outside it.

    Where some objects are to stand out (the page of an atlas) it is the area alone.
    """
    area = QgsRectangle(maps[0].extent)
    if maps[0].variables or area.isEmpty() or not area.isFinite():
        return area
    near, air = QgsRectangle(area), _POINT_MARGIN_SHARE * max(area.width(), area.height())
    near.scale(_SURROUNDINGS_FACTOR)
    layers = {layer.id(): layer for sheet_map in maps for layer in sheet_map.layers}
    for layer in layers.values():
        if isinstance(layer, QgsVectorLayer) and has_places(layer) and layer.geometryType() == compat.POINT_GEOMETRY:
            for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(near).setNoAttributes()):
                point = feature.geometry().boundingBox()
                if near.contains(point) and not maps[0].extent.contains(point):
                    area.combineExtentWith(point.buffered(air))
    return area


def _continued_columns(page: Page, texts: SheetTexts, colours: TextColours, variant: LayoutVariant) -> list[Columns]:
    """What is left in columns: on one page in type as large as it holds, else on as many as it takes."""
    for larger in _text_factors(page):
        pages = _on_pages(page, texts, colours, left_parts(texts, colours, page.factor * larger, variant), larger)
        if len(pages) <= 1:
            break
    return pages


def _text_factors(page: Page) -> tuple[float, ...]:
    """How much larger type may be on a page without a map, the largest first."""
    return _SCREEN_TEXT_PAGE_FACTORS if page.is_screen else _TEXT_PAGE_FACTORS


def _on_pages(
    page: Page, texts: SheetTexts, colours: TextColours, left: tuple[Section, ...], larger: float
) -> list[Columns]:
    room = _room_for_text(page, texts, colours)
    count = max(1, int(page.inner.width / (_MIN_COLUMN_WIDTH_MM * page.factor * larger)))
    found: list[Columns] = []
    while left:
        columns, left = fill_columns(left, count, page.gutter, room.width, room.height)
        found.append(columns)
    return found


def _room_for_text(page: Page, texts: SheetTexts, colours: TextColours) -> PageBox:
    """Between head and stamp of a page without a map."""
    box, factor = page.inner, page.factor
    above = stack_height(small_head(texts, colours, factor), box.width) + 4.0 * factor
    below = stack_height(stamp_blocks(texts, colours, factor), box.width)
    return PageBox(box.x, box.y + above, box.width, box.height - above - below)


def _new_layout(page: Page, colours: TextColours, name: str) -> QgsPrintLayout:
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    # Each step would be kept for undoing, 100 kB an item; nobody wants to undo the making of a sheet.
    layout.undoStack().blockCommands(True)
    # The layout does not own its project; without this the project is collected while the layout is in use.
    layout.strukturbild_project = project
    layout.setName(name)
    set_paper(layout.pageCollection().page(0), page, colours)
    return layout


def _begin_page(layout: QgsPrintLayout, page: Page, colours: TextColours, number: int) -> float:
    """The page of that number, made if it is not there; give how far down in the layout it begins, in mm."""
    collection = layout.pageCollection()
    while collection.pageCount() < number:
        sheet = QgsLayoutItemPage(layout)
        collection.addPage(sheet)
        set_paper(sheet, page, colours)
    top = float(collection.page(number - 1).pos().y())
    draw_paper(layout, page, colours, top)
    return top


def _draw(
    layout: QgsPrintLayout,
    page: Page,
    sheet_page: SheetPage,
    colours: TextColours,
    arrangement: Arrangement,
    extras: PageExtras,
    numbers: tuple[int, int],
) -> None:
    top = _begin_page(layout, page, colours, numbers[0])
    scale, extent = 0.0, _visible_area(sheet_page.maps)
    for place_of_map, (box, sheet_map) in enumerate(zip(arrangement.maps, sheet_page.maps)):
        item = _add_map(layout, page, box, sheet_map, extent, top, len(sheet_page.maps) == 1)
        item.setId(MAP_ID if place_of_map == 0 else f"{MAP_ID} {place_of_map + 1}")
        scale = item.scale()
        if extras.grid:
            add_grid(item, colours, page.factor, page.bleed if len(sheet_page.maps) == 1 else 0.0)
    for box, blocks in arrangement.stacks:
        draw_stack(layout, _with_page_numbers(blocks, numbers), box.x, box.y + top, box.width)
    for box, columns in arrangement.columns:
        columns.draw(layout, box.lowered(top))
    draw_scale(layout, arrangement.scale.lowered(top), page, colours, scale, sheet_page.texts.north)
    if arrangement.locator is not None and extras.country is not None:
        draw_locator(layout, arrangement.locator.lowered(top), extras.locator, extras.country, CRS)
    draw_marks(layout, page, top)


def _add_map(
    layout: QgsPrintLayout, page: Page, box: PageBox, sheet_map: SheetMap, extent: QgsRectangle, top: float, alone: bool
) -> QgsLayoutItemMap:
    """The map in its box, showing `extent`; at the margin of a sheet with bleed it runs out over the paper's edge."""
    scale = printable_scale(max(extent.width() / box.width, extent.height() / box.height) * 1000)
    outer = _extended_to_bleed(box, page) if alone and page.bleed else box
    metres = scale / 1000
    left = extent.center().x() - (box.x + box.width / 2 - outer.x) * metres
    upper = extent.center().y() + (box.y + box.height / 2 - outer.y) * metres
    item = QgsLayoutItemMap(layout)
    place(layout, item, outer.x, outer.y + top, outer.width, outer.height, MAP_ID)
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setKeepLayerSet(True)
    item.setLayers(list(sheet_map.layers))
    show(item, outer, QgsRectangle(left, upper - outer.height * metres, left + outer.width * metres, upper))
    item.setScale(scale)
    item.setBackgroundEnabled(False)
    item.setFrameEnabled(False)
    cut = page.bleed if outer is not box else 0.0
    item.setLabelMargin(QgsLayoutMeasurement(cut + _LABEL_MARGIN_MM * page.factor, MM))
    for name, value in sheet_map.variables.items():
        QgsExpressionContextUtils.setLayoutItemVariable(item, name, value)
    place_labels(item)
    return item


def _extended_to_bleed(box: PageBox, page: Page) -> PageBox:
    """The box stretched to the end of the bleed on the sides where it reaches the margins."""
    inner, out = page.inner, page.trimmed.grown(page.bleed)
    left = out.x if box.x <= inner.x + _TOLERANCE_MM else box.x
    top = out.y if box.y <= inner.y + _TOLERANCE_MM else box.y
    right = out.right if box.right >= inner.right - _TOLERANCE_MM else box.right
    bottom = out.bottom if box.bottom >= inner.bottom - _TOLERANCE_MM else box.bottom
    return PageBox(left, top, right - left, bottom - top)


def _draw_continuation(
    layout: QgsPrintLayout,
    page: Page,
    texts: SheetTexts,
    colours: TextColours,
    content: Columns | TablePage,
    numbers: tuple[int, int],
) -> None:
    """A page of text: head, what is left in columns or a part of a table, stamp."""
    top = _begin_page(layout, page, colours, numbers[0])
    box, factor = page.inner.lowered(top), page.factor
    stamp = _with_page_numbers(stamp_blocks(texts, colours, factor), numbers)
    draw_stack(layout, small_head(texts, colours, factor), box.x, box.y, box.width)
    content.draw(layout, _room_for_text(page, texts, colours).lowered(top))
    draw_stack(layout, stamp, box.x, box.bottom - stack_height(stamp, box.width), box.width)
    draw_marks(layout, page, top)


def _with_page_numbers(blocks: Sequence[ColumnBlock], numbers: tuple[int, int]) -> list[ColumnBlock]:
    """The blocks with the page's number filled in where it is said."""
    number, pages = numbers
    return [
        replace(block, text=block.text.replace("{page}", str(number)).replace("{pages}", str(pages)))
        if isinstance(block, TextBlock) and block.name == PAGE_NOTE
        else block
        for block in blocks
    ]
