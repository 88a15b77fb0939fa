"""Composing a map sheet: the map, and beside it title, legend, goals, scale, edition and sources.

Everything on the sheet is an ordinary layout item with a readable id, so that the sheet can be opened and changed in
QGIS's layout designer. Nothing here knows a strukturbild; `export/sheet.py` fills in the content.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ..errors import ExportError
from ..i18n import tr
from .column import Block, Columns, LegendRow, Part, RuleBlock, TextBlock, draw_stack, in_columns, stack_height
from .legend import LegendEntry
from .page import Box, Page
from .typeset import MM, Style, place, put_line, put_text

CRS = "EPSG:3006"
_FITS = ((1, 1.0), (2, 1.0), (2, 0.94), (2, 0.88), (2, 0.82), (2, 0.76), (2, 0.7), (2, 0.64))
"""Legend columns and type factor, tried in this order until the column holds."""
_LEAST_AIR = 4.0


@dataclass(frozen=True)
class Ink:
    """Typeface and the few colours text and rules are set in."""

    family: str
    text: str
    quiet: str
    accent: str
    rule: str
    paper: str


@dataclass(frozen=True)
class Heading:
    """A heading and what stands under it: legend rows or lines of text."""

    rubrik: str
    entries: tuple[LegendEntry, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetWords:
    """Every text of a sheet, in the language of the strukturbild."""

    overline: str
    title: str
    subtitle: str
    regions: str
    notice: str
    ingress: str
    legend_title: str
    legend: tuple[Heading, ...]
    goals_title: str
    goals: tuple[Heading, ...]
    principle: str
    stamp: tuple[str, ...]
    sources: str
    north: str


@dataclass(frozen=True)
class SheetMap:
    """What the map shows: layers top first, and the area (EPSG:3006, metres) that must be seen."""

    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle


def compose(page: Page, words: SheetWords, sheet_map: SheetMap, ink: Ink, name: str) -> QgsPrintLayout:
    """Build the layout. ExportError if the area is not usable or the column cannot hold its content."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    # The layout does not own its project; without this the project is collected while the layout is in use.
    layout.strukturbild_project = project
    layout.setName(name)
    _set_page(layout, page, ink)
    item = _add_map(layout, page, sheet_map, ink)
    _fill_column(layout, page, words, ink, item)
    return layout


def _set_page(layout: QgsPrintLayout, page: Page, ink: Ink) -> None:
    sheet: QgsLayoutItemPage = layout.pageCollection().page(0)
    sheet.setPageSize(QgsLayoutSize(page.width, page.height, MM))
    symbol = sheet.pageStyleSymbol().clone()
    symbol.setColor(QColor(ink.paper))
    symbol.symbolLayer(0).setStrokeColor(QColor(ink.paper))
    sheet.setPageStyleSymbol(symbol)


def _add_map(layout: QgsPrintLayout, page: Page, sheet_map: SheetMap, ink: Ink) -> QgsLayoutItemMap:
    extent = sheet_map.extent
    if extent.isEmpty() or not extent.isFinite():
        raise ExportError(tr("Kartan har inget område att visa. Kontrollera att strukturbilden har en avgränsning."))
    item = QgsLayoutItemMap(layout)
    place(layout, item, page.map.x, page.map.y, page.map.width, page.map.height, "karta")
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setKeepLayerSet(True)
    item.setLayers(list(sheet_map.layers))
    # This order gives the exact frame: an extent set before the size would be stretched to it.
    item.setExtent(extent)
    item.attemptResize(QgsLayoutSize(page.map.width, page.map.height, MM))
    item.zoomToExtent(extent)
    item.setScale(printable_scale(item.scale()))
    item.setBackgroundEnabled(False)
    item.setFrameEnabled(False)
    return item


def printable_scale(scale: float) -> float:
    """The next round scale denominator upwards: three leading digits, the last 0 or 5 (1:1 050 000, 1:865 000)."""
    step = max(1, 10 ** (len(str(int(scale))) - 3) * 5)
    return float(-(-int(scale) // step) * step)


def _fill_column(layout: QgsPrintLayout, page: Page, words: SheetWords, ink: Ink, item: QgsLayoutItemMap) -> None:
    side = page.side
    for columns, shrink in _FITS:
        factor = page.factor * shrink
        top = (*_head(words, ink, page.factor, factor), *_legend_title(words, ink, factor))
        legend = _legend(words, ink, factor, columns, side.width)
        goals = _goals(words, ink, factor) if words.goals else ()
        foot = _foot(words, ink, factor)
        scale_height = 13.0 * page.factor
        used = stack_height([*top, *goals, *foot], side.width) + legend.height(side.width) + scale_height
        if used + _LEAST_AIR <= side.height:
            break
    else:
        raise ExportError(
            tr("Teckenförklaringen får inte plats på {paper}. Välj ett större papper eller visa färre klasser.").format(
                paper=page.paper
            )
        )
    y = draw_stack(layout, top, side.x, side.y, side.width)
    y = legend.draw(layout, Box(side.x, y, side.width, side.height))
    draw_stack(layout, goals, side.x, y, side.width)
    foot_height = stack_height(foot, side.width)
    draw_stack(layout, foot, side.x, side.bottom - foot_height, side.width)
    _scale_and_north(layout, page, words, ink, item, side.bottom - foot_height - scale_height)


def _head(words: SheetWords, ink: Ink, size: float, factor: float) -> tuple[Block, ...]:
    small = Style(ink.family, 7.5 * size, ink.quiet, weight=700, tracking=112)
    title_points = 30.0 * size
    blocks: list[Block] = [
        TextBlock(words.overline.upper(), small, 0, "overrad"),
        TextBlock(words.title, Style(ink.family, title_points, ink.accent, weight=700), 1.0 * size, "titel"),
        TextBlock(words.subtitle, Style(ink.family, 12.5 * size, ink.text, weight=700), 1.2 * size, "underrad"),
        TextBlock(words.regions, Style(ink.family, 10.5 * size, ink.text), 0.6 * size, "regioner"),
    ]
    if words.notice:
        notice = Style(ink.family, 8.5 * size, ink.accent, weight=700)
        blocks.append(TextBlock(words.notice, notice, 2.4 * size, "notis"))
    if words.ingress:
        blocks.append(TextBlock(words.ingress, Style(ink.family, 9.0 * factor, ink.text), 2.4 * factor, "ingress"))
    return tuple(blocks)


def _legend(words: SheetWords, ink: Ink, factor: float, columns: int, width: float) -> Columns:
    heading = Style(ink.family, 8.0 * factor, ink.quiet, weight=700)
    row = Style(ink.family, 8.8 * factor, ink.text)
    parts = [
        Part(
            TextBlock(group.rubrik, heading, 2.6 * factor, "teckenforklaring rubrik", below=0.9 * factor),
            tuple(LegendRow(entry, row, factor) for entry in entries),
            opens=place_in_group == 0,
        )
        for group in words.legend
        for place_in_group, entries in enumerate(_by_class(group.entries))
    ]
    return in_columns(parts, columns, 5.0 * factor, width)


def _by_class(entries: Sequence[LegendEntry]) -> list[tuple[LegendEntry, ...]]:
    """The rows of each class together: a column may end between classes, never within one."""
    return [tuple(rows) for _klass, rows in groupby(entries, key=lambda entry: entry.klass)]


def _legend_title(words: SheetWords, ink: Ink, factor: float) -> tuple[Block, ...]:
    return (
        RuleBlock(ink.rule, 0.25 * factor, 4.5 * factor),
        TextBlock(words.legend_title, _section_style(ink, factor), 2.6 * factor, "teckenforklaring"),
    )


def _goals(words: SheetWords, ink: Ink, factor: float) -> tuple[Block, ...]:
    heading = Style(ink.family, 8.0 * factor, ink.quiet, weight=700)
    line = Style(ink.family, 8.4 * factor, ink.text)
    blocks: list[Block] = [
        RuleBlock(ink.rule, 0.25 * factor, 4.0 * factor),
        TextBlock(words.goals_title, _section_style(ink, factor), 2.6 * factor, "mal"),
    ]
    for group in words.goals:
        blocks.append(TextBlock(group.rubrik, heading, 2.0 * factor, "mal rubrik"))
        blocks.extend(TextBlock(text, line, 0.5 * factor, "mal rad") for text in group.lines)
    return tuple(blocks)


def _foot(words: SheetWords, ink: Ink, factor: float) -> tuple[Block, ...]:
    stamp = Style(ink.family, 8.0 * factor, ink.text, weight=700)
    quiet = Style(ink.family, 6.8 * factor, ink.quiet)
    blocks: list[Block] = [RuleBlock(ink.rule, 0.25 * factor, 3.0 * factor)]
    for place_in_stamp, line in enumerate(words.stamp):
        style = stamp if place_in_stamp == 0 else Style(ink.family, 8.0 * factor, ink.text)
        blocks.append(TextBlock(line, style, (2.2 if place_in_stamp == 0 else 0.2) * factor, "utgava"))
    blocks.append(TextBlock(words.principle, quiet, 1.6 * factor, "principbild"))
    blocks.append(TextBlock(words.sources, quiet, 1.2 * factor, "kallor"))
    return tuple(blocks)


def _section_style(ink: Ink, factor: float) -> Style:
    return Style(ink.family, 11.5 * factor, ink.accent, weight=700)


def _scale_and_north(
    layout: QgsPrintLayout, page: Page, words: SheetWords, ink: Ink, item: QgsLayoutItemMap, y: float
) -> None:
    size = page.factor
    _scale_bar(layout, page.side.x, y, size, ink, item.scale())
    said = f"1:{_grouped(item.scale())} ({page.paper})"
    quiet = Style(ink.family, 7.2 * size, ink.quiet)
    put_text(layout, [said], quiet, page.side.x, y + 8.2 * size, page.side.width * 0.6, "skala")
    _north_arrow(layout, page.side.right - 4.5 * size, y, size, ink, words.north)


def _scale_bar(layout: QgsPrintLayout, x: float, y: float, size: float, ink: Ink, scale: float) -> None:
    """Two equal lengths with a tick and a figure at each end, drawn of lines: QGIS's own differs between versions."""
    step_km = _segment_km(scale, 24.0 * size)
    step = step_km * 1e6 / scale
    small = Style(ink.family, 8.0 * size, ink.text)
    line = QgsLineSymbol.createSimple({"color": ink.text, "width": str(0.3 * size), "capstyle": "square"})
    foot = y + 7.0 * size
    put_line(layout, [(x, foot), (x + 2 * step, foot)], line, "skalstock")
    for tick in range(3):
        at = x + tick * step
        put_line(layout, [(at, foot - 1.8 * size), (at, foot)], line.clone(), "skalstock")
        figure = f"{tick * step_km:g}".replace(".", ",")
        shift = 0.0 if tick == 0 else small.width(figure) / 2
        figure = f"{figure} km" if tick == 2 else figure
        put_text(layout, [figure], small, at - shift, y + 1.0 * size, small.width(figure), "skalstock")


def _north_arrow(layout: QgsPrintLayout, x: float, y: float, size: float, ink: Ink, letter: str) -> None:
    style = Style(ink.family, 8.0 * size, ink.text, weight=700)
    width = style.width(letter)
    put_text(layout, [letter], style, x - width / 2, y - 0.6 * size, width, "norr")
    shaft = QgsLineSymbol.createSimple(
        {"color": ink.text, "width": str(0.35 * size), "capstyle": "flat", "joinstyle": "miter"}
    )
    top, foot, wing = y + 3.6 * size, y + 12.2 * size, 1.7 * size
    put_line(layout, [(x, foot), (x, top)], shaft, "norrpil")
    put_line(layout, [(x - wing, top + 2.4 * size), (x, top), (x + wing, top + 2.4 * size)], shaft.clone(), "norrpil")


def _segment_km(scale: float, wanted_mm: float) -> float:
    """A round number of kilometres whose bar is near `wanted_mm` on paper."""
    rounds = [step * 10**power for power in range(-1, 4) for step in (1, 2, 2.5, 5)]
    return min(rounds, key=lambda km: abs(km * 1e6 / scale - wanted_mm))


def _grouped(number: float) -> str:
    """A whole number with a narrow no-break space between thousands."""
    return f"{number:,.0f}".replace(",", "\u00a0")
