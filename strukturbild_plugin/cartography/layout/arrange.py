"""Where everything on a sheet goes: tried from the roomiest setting to the tightest, before anything is drawn.

A sheet that lies down has a column beside the map; one that stands has its title above the map and columns under it.
Two maps take whichever shows the area larger. More columns come first, then a wider column where the map has room to
spare, then smaller type, then a further page for what is listed, and last for the legend too. On what is read from
afar type is larger when there is room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Iterator, Optional, Sequence

from ...errors import ExportError
from ...i18n import tr
from ..typography.page import Page, PageBox
from ..typography.text_style import TextColours
from .blocks import ColumnBlock, Columns, Section, split_into_columns, stack_height, too_narrow
from .frames import LOCATOR_ASPECT, LOCATOR_HEIGHT_MM, Arrangement, ColumnFooter, LayoutVariant, MapFrames, map_frames
from .scale_bar import SCALE_HEIGHT_MM
from .sheet_texts import (
    SheetTexts,
    foot,
    further,
    head,
    introduction,
    legend_parts,
    listing_parts,
    notes,
    section,
    writing_lines,
)

_SHRINK_FACTORS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
_GROWTH_FACTORS = (1.32, 1.24, 1.16, 1.08)
_MIN_FREE_SHARE = 0.07
"""Share of the column's height that stays empty when type is larger than it need be."""
_MIN_SWATCH_FACTOR = 0.7
_EXTRA_WIDTH_SHARES, _MAX_WIDTH_SHARE = (0.04, 0.075, 0.11), 0.4
"""How much more of the page's width a column may take where the map has it to spare, and how much at most."""
_MIN_FACTOR_BEFORE_WIDER = 0.88
"""Type is made this small before the column is made wider, and smaller only after that."""
_MIN_GAP_MM = 4.0
_MIN_NOTE_LINES, _NOTE_LINES_BELOW = 3, 9
"""Lines to write on beside a map, at least, and under one."""
_MAX_UNBROKEN_LINES = 8
"""Lines of a listing that stay in one column on a page of their own."""
_MAX_BELOW_SHARE = 0.4
"""Share of the page that the columns under a map may take."""
_MIN_COLUMN_WIDTH_MM = 56.0
"""Millimetres, on A3, that a column under the map is at least wide."""
_MAX_COLUMNS_BELOW = 4
_INTRODUCTION_LENGTHS = (2_400, 1_600, 1_000, 600, 300, 0)
"""Characters that an introduction without room is cut to, the longest that finds some."""
_LISTING_GAP_MM = 5.0
_LOCATOR_GAP_MM, _MIN_FOOT_WIDTH_MM = 6.0, 62.0
"""Millimetres, on A3, between the foot and the map of Sweden, and the least width of the foot beside it."""


Setting = Callable[[Page, SheetTexts, TextColours, LayoutVariant, MapFrames], Optional[Arrangement]]


def arrange(page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames) -> Arrangement:
    """The roomiest arrangement that holds, with a shorter introduction when all of it finds no room.

    ExportError when not even the title and the edition find room.
    """
    for length, tried in _introductions(texts):
        found = _roomiest(page, tried, colours, frames)
        if found is not None:
            return replace(found, shortened=length < len(texts.introduction))
    raise _no_room(page)


def introduction_room(page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames) -> int:
    """How many characters of the introduction `arrange` keeps: all, or those it is cut to for want of room.

    Legend and listing are on pages of their own before anything is cut: only whether there are any plays a part.
    ExportError when not even the title and the edition find room.
    """
    for length, tried in _introductions(texts):
        if _tightest(page, tried, colours, frames):
            return length
    raise _no_room(page)


def _introductions(texts: SheetTexts) -> Iterator[tuple[int, SheetTexts]]:
    """The texts with all of the introduction, and then with less and less of it; how many characters that is."""
    whole = texts.introduction
    yield len(whole), texts
    for length in _INTRODUCTION_LENGTHS:
        if length < len(whole):
            yield length, replace(texts, introduction=_beginning(whole, length))


def _no_room(page: Page) -> ExportError:
    sentence = tr("Texterna får inte plats på {paper}. Välj ett större papper eller korta titel och beskrivning.")
    return ExportError(sentence.format(paper=page.name))


def _beginning(text: str, length: int) -> str:
    """The words of a text that are in its first `length` characters."""
    words = text[:length].rsplit(None, 1)
    return f"{words[0]} …" if words else ""


def _roomiest(page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames) -> Arrangement | None:
    settings = _settings(page, frames)
    found = [
        each for each in (_first(page, texts, colours, frames, setting) for setting in settings) if each is not None
    ]
    return max(found, key=lambda each: each.visible_width(frames.aspect), default=None)


def _tightest(page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames) -> bool:
    """Whether the trial that takes least room holds, in some setting and width of column."""
    size = _SHRINK_FACTORS[-1]
    return any(
        setting(page, texts, colours, LayoutVariant(False, False, page.factor * size, size, side), frames) is not None
        for setting in _settings(page, frames)
        for side in (0.0, *_wider(page, frames))
    )


def _settings(page: Page, frames: MapFrames) -> list[Setting]:
    if frames.count == 1:
        return [_arrange_portrait if page.upright else _arrange_landscape]
    return [_arrange_landscape, _arrange_portrait]


def _first(
    page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames, setting: Setting
) -> Arrangement | None:
    """The roomiest trial that holds in a setting."""
    for variant in _trials(page, texts, _wider(page, frames)):
        found = setting(page, texts, colours, variant, frames)
        if found is not None:
            return found
    return None


def _wider(page: Page, frames: MapFrames) -> tuple[float, ...]:
    """Shares of the width that a wider column may take without making the map smaller."""
    if page.upright or frames.count > 1:
        return ()
    spare = (page.map.width - page.map.height * frames.aspect) / page.width
    own = page.side.width / page.width
    return tuple(own + more for more in _EXTRA_WIDTH_SHARES if more <= spare and own + more <= _MAX_WIDTH_SHARE)


def _trials(page: Page, texts: SheetTexts, wider: Sequence[float]) -> Iterator[LayoutVariant]:
    kept = [(True, True), (False, True)]
    if texts.listing and texts.legend_may_go:
        kept = [(True, True), (False, True), (False, False)]
    elif texts.listing:
        kept = [(True, True), (True, False), (False, True), (False, False)]
    for least in (texts.least_shrink, 0.0):
        for legend, listing in kept:
            for size, side, columns in _sizes(page, wider):
                if size >= least:
                    sign = max(_MIN_SWATCH_FACTOR, min(1.0, size))
                    yield LayoutVariant(legend, listing, page.factor * size, sign, side, columns)


def _sizes(page: Page, wider: Sequence[float]) -> Iterator[tuple[float, float, int]]:
    """Sizes of type against the page's own, widths of the column and most columns of the legend in it, best first."""
    growths = _GROWTH_FACTORS if page.is_read_from_afar else ()
    yield from ((size, 0.0, 2) for size in growths)
    if not page.is_screen:
        # In three columns the rows of a legend break: rather a little smaller type.
        yield from ((size, 0.0, 2) for size in _SHRINK_FACTORS if size >= _MIN_FACTOR_BEFORE_WIDER)
    large = [size for size in _SHRINK_FACTORS if size >= _MIN_FACTOR_BEFORE_WIDER]
    yield from ((size, side, 3) for side in wider for size in large)
    yield from (
        (size, side, 3)
        for size in _SHRINK_FACTORS
        for side in (0.0, *wider)
        if side == 0.0 or size < _MIN_FACTOR_BEFORE_WIDER
    )


def left_parts(texts: SheetTexts, colours: TextColours, factor: float, variant: LayoutVariant) -> tuple[Section, ...]:
    """What the variant leaves to the next page, each section with its title. `factor`: of type sizes, 1 on A3."""
    left: list[Section] = []
    if not variant.legend and not texts.legend_may_go:
        left += _with_title(
            legend_parts(texts, colours, factor), texts.legend_title, colours, factor, "teckenforklaring"
        )
    if not variant.listing:
        left += _with_title(
            listing_parts(texts, colours, factor, _MAX_UNBROKEN_LINES), texts.listing_title, colours, factor, "lista"
        )
    return tuple(left)


def _with_title(
    parts: Sequence[Section], title: str, colours: TextColours, factor: float, name: str, gap: float = 0.0
) -> list[Section]:
    if not parts:
        return []
    above = section(title, colours, factor, name, space=gap)
    return [replace(parts[0], title=above), *(replace(part, under=above) for part in parts[1:])]


def _footer(
    page: Page, texts: SheetTexts, colours: TextColours, factor: float, width: float, frames: MapFrames
) -> ColumnFooter:
    blocks = foot(texts, colours, factor)
    if not frames.locator:
        return ColumnFooter(blocks, width, stack_height(blocks, width), None)
    high, gap = LOCATOR_HEIGHT_MM * page.factor, _LOCATOR_GAP_MM * page.factor
    wide = high * LOCATOR_ASPECT
    beside = width - wide - gap
    if beside < _MIN_FOOT_WIDTH_MM * page.factor:
        whole = stack_height(blocks, width)
        return ColumnFooter(blocks, width, whole, (wide, high), above=SCALE_HEIGHT_MM * page.factor + gap)
    return ColumnFooter(blocks, beside, max(high, stack_height(blocks, beside)), (wide, high))


def _arrange_landscape(
    page: Page, texts: SheetTexts, colours: TextColours, variant: LayoutVariant, frames: MapFrames
) -> Arrangement | None:
    page = replace(page, side_share=variant.side) if variant.side else page
    side, factor = page.side, variant.factor
    parts = legend_parts(texts, colours, factor, variant.sign) if variant.legend else ()
    title = section(texts.legend_title, colours, factor, "teckenforklaring") if parts else ()
    top = (
        *head(texts, colours, page.factor, side.width, page.is_screen),
        *introduction(texts, colours, factor),
        *title,
    )
    if texts.legend_next and texts.legend and not variant.legend:
        top = (*top, *further(texts.legend_next, colours, factor))
    listing, listed = _listing_below(texts, colours, variant, side.width)
    ending = _footer(page, texts, colours, factor, side.width, frames)
    scale_height = SCALE_HEIGHT_MM * page.factor
    top_height, title_height = stack_height(top, side.width), stack_height(listing, side.width)
    listing_height = title_height + listed.height(side.width)
    room = side.height - top_height - listing_height - ending.taken - scale_height - _MIN_GAP_MM
    for count in range(1, variant.columns + 1):
        legend = split_into_columns(parts, count, 5.0 * factor, side.width)
        if count > 1 and too_narrow(parts, legend.width(side.width)):
            break
        spare = room - legend.height(side.width)
        lines = writing_lines(texts, spare, page.factor)
        least = side.height * _MIN_FREE_SHARE if factor > page.factor else 0.0
        if spare < least or (texts.notes and lines < _MIN_NOTE_LINES):
            continue
        if lines:
            listing = notes(texts, colours, page.factor, lines).blocks(first=True)
        y = side.y + top_height
        below = PageBox(side.x, y + legend.height(side.width), side.width, listing_height)
        foot_box, locator = ending.placed(side.x, side.bottom, side.width)
        maps, captions = map_frames(page.map, page, texts, colours, frames)
        return Arrangement(
            maps,
            (*captions, (side, top), (below, listing), (foot_box, ending.blocks)),
            ((PageBox(side.x, y, side.width, room), legend), (below.lowered(title_height), listed)),
            PageBox(side.x, foot_box.y - scale_height, side.width, scale_height),
            locator,
            variant,
        )
    return None


def _listing_below(
    texts: SheetTexts, colours: TextColours, variant: LayoutVariant, width: float
) -> tuple[tuple[ColumnBlock, ...], Columns]:
    """The listing's title and its columns; or a word about where it is."""
    gap = _LISTING_GAP_MM * variant.factor
    if not texts.listing or not variant.listing:
        reference = further(texts.listing_next, colours, variant.factor) if texts.listing else ()
        return reference, Columns((), gap, 1)
    parts = listing_parts(texts, colours, variant.factor)
    columns = split_into_columns(parts, texts.listing_columns, gap, width)
    return section(texts.listing_title, colours, variant.factor, "lista"), columns


def _arrange_portrait(
    page: Page, texts: SheetTexts, colours: TextColours, variant: LayoutVariant, frames: MapFrames
) -> Arrangement | None:
    inner, factor = page.inner, variant.factor
    count = max(2, min(_MAX_COLUMNS_BELOW, int(inner.width / (_MIN_COLUMN_WIDTH_MM * page.factor))))
    about_width = (inner.width - page.gutter * (count - 1)) / count
    legend_box_width = inner.width - about_width - page.gutter
    legend = split_into_columns(_sections(texts, colours, variant), count - 1, page.gutter, legend_box_width)
    about = _first_column(texts, colours, variant)
    ending = _footer(page, texts, colours, factor, about_width, frames)
    scale_height = SCALE_HEIGHT_MM * page.factor
    about_height = stack_height(about, about_width) + _MIN_GAP_MM * page.factor + scale_height + ending.taken
    under = max(about_height, legend.height(legend_box_width))
    if under > inner.height * _MAX_BELOW_SHARE:
        return None
    top = head(texts, colours, page.factor, inner.width)
    map_top = inner.y + stack_height(top, inner.width) + 4.0 * page.factor
    band = inner.bottom - under
    room = PageBox(inner.x, map_top, inner.width, band - page.gutter - map_top)
    if factor > page.factor and room.height * frames.aspect < room.width:
        return None  # larger type must not make the map smaller
    maps, captions = map_frames(room, page, texts, colours, frames)
    foot_box, locator = ending.placed(inner.x, inner.bottom, about_width)
    return Arrangement(
        maps,
        (*captions, (inner, top), (PageBox(inner.x, band, about_width, under), about), (foot_box, ending.blocks)),
        ((PageBox(inner.x + about_width + page.gutter, band, legend_box_width, under), legend),),
        PageBox(inner.x, foot_box.y - scale_height, about_width, scale_height),
        locator,
        variant,
    )


def _first_column(texts: SheetTexts, colours: TextColours, variant: LayoutVariant) -> tuple[ColumnBlock, ...]:
    """The first of the columns under a map: what the sheet is about."""
    about = introduction(texts, colours, variant.factor, space=0.0)
    if texts.legend_next and texts.legend and not variant.legend:
        about = (*about, *further(texts.legend_next, colours, variant.factor))
    if texts.listing and not variant.listing:
        about = (*about, *further(texts.listing_next, colours, variant.factor))
    return about


def _sections(texts: SheetTexts, colours: TextColours, variant: LayoutVariant) -> list[Section]:
    factor = variant.factor
    legend = legend_parts(texts, colours, factor, variant.sign) if variant.legend else ()
    listing = listing_parts(texts, colours, factor) if variant.listing else ()
    written = [notes(texts, colours, factor, _NOTE_LINES_BELOW)] if texts.notes else []
    return [
        *_with_title(legend, texts.legend_title, colours, factor, "teckenforklaring"),
        *_with_title(listing, texts.listing_title, colours, factor, "lista", gap=5.0 if legend else 0.0),
        *written,
    ]
