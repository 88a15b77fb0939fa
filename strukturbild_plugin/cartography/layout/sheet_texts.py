"""The texts of a sheet, and the blocks they are set as."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Sequence

from qgis.core import QgsMarkerSymbol

from ..typography.text_style import TextColours
from ..typography.typeset import TextStyle, wrap
from .blocks import ColumnBlock, LegendRow, RuleBlock, Section, TextBlock
from .legend import LegendEntry
from .logos import Logo, LogoRow

_WRITING_LINE_MM = 7.5
"""Millimetres, on A3, between lines to write on."""
NOTE_LINE = "anteckningsrad"
"""Name of a line to write on."""
PAGE_NOTE = "sida"
"""Name of the block that says which page of how many this is."""
_TITLE_TRIES = ((2, (1.0, 0.9, 0.8, 0.72)), (3, (0.8, 0.7, 0.6, 0.5)))
"""A title has at most so many lines, in type of these shares of its size: rather a little smaller than three lines."""
_MAX_UNBROKEN_ROWS = 5
"""Rows of a class that are never parted between two columns of a legend."""
_MIN_SECTION_TITLE_PT = 8.6
"""Points that the title of a section is at least set in: it stands out also where all type is small."""
_TITLE_IN_ONE = (1, (1.0, 0.92, 0.84, 0.76, 0.7, 0.64))
"""The same for one line, tried first on a sheet that is low."""
_PAGE_NUMBER_MM = 7.0
"""Millimetres, on A3, for the page number before a line of contents."""


@dataclass(frozen=True)
class TextLine:
    """A line under a heading: a text, perhaps with a bold word above it or a number before it."""

    text: str
    lead: str = ""
    mark: str = ""


@dataclass(frozen=True)
class TextSection:
    """A heading and what stands under it: legend rows or lines of text."""

    heading: str
    entries: tuple[LegendEntry, ...] = ()
    lines: tuple[TextLine, ...] = ()


@dataclass(frozen=True)
class SheetTexts:
    """Every text of a sheet, in the language of the strukturbild."""

    overline: str
    title: str
    subtitle: str
    regions: str
    notice: str
    introduction: str
    legend_title: str
    legend: tuple[TextSection, ...]
    listing_title: str
    """What is listed beside the map: the goals, the objects of a page, what has changed, the contents."""
    listing: tuple[TextSection, ...]
    principle: str
    stamp: tuple[str, ...]
    sources: str
    north: str
    legend_next: str = ""
    """Said where the legend would stand when it stands on the next page."""
    listing_next: str = ""
    listing_columns: int = 1
    """How many columns the listing may take beside a map: more than one when its lines are short."""
    listing_space: float = 0.5
    """Millimetres, on A3, above a line of the listing."""
    notes: str = ""
    """Heading over lines to write on; '' for none."""
    legend_note: str = ""
    """A sentence under the legend."""
    decision: str = ""
    """Who has decided the picture, and when."""
    title_points: float = 30.0
    running: str = ""
    """The sheet's name on pages that go on; '' for the title."""
    page_note: str = ""
    """'Titel · Sida {page} av {pages}'; '' when pages are not numbered."""
    captions: tuple[str, ...] = ()
    """Above each map, when there are several."""
    logos: tuple[Logo, ...] = ()
    legend_may_go: bool = False
    """The legend is left out when there is no room, since every page that follows has its own."""
    least_shrink: float = 0.0
    """Type is not made smaller than this share before the listing goes on, on the next page."""


def head(
    texts: SheetTexts, colours: TextColours, size: float, width: float, low: bool = False
) -> tuple[ColumnBlock, ...]:
    """Overline, title, kind of picture, regions, decision and notice; what is empty is left out.

    A title that is long, or has a long word, is set smaller, so that it is whole in a column `width` mm wide; on a
    sheet that is `low`, rather in one line.
    """
    title = _title_style(texts.title, texts.title_points * size, colours, width, low)
    blocks = [TextBlock(texts.overline.upper(), _overline(colours, size), 0, "overrad")]
    blocks.append(TextBlock(texts.title, title, 1.0 * size, "titel", even=True))
    for text, style, space, name in (
        (texts.subtitle, colours.style(12.5 * size, bold=True), 1.2, "underrad"),
        (texts.regions, colours.style(10.5 * size), 0.6, "regioner"),
        (texts.decision, colours.style(9.0 * size), 0.8, "beslut"),
        (texts.notice, colours.style(8.5 * size, colours.accent, bold=True), 2.4, "notis"),
    ):
        if text:
            blocks.append(TextBlock(text, style, space * size, name))
    return tuple(blocks)


def small_head(texts: SheetTexts, colours: TextColours, size: float) -> tuple[ColumnBlock, ...]:
    """The head of a page that goes on from another."""
    under = " · ".join(each for each in (texts.subtitle, texts.regions) if each)
    title = texts.running or texts.title
    blocks = [
        TextBlock(texts.overline.upper(), _overline(colours, size), 0, "overrad"),
        TextBlock(title, colours.style(18.0 * size, colours.accent, bold=True), 0.8 * size, "titel"),
    ]
    if under:
        blocks.append(TextBlock(under, colours.style(10.5 * size), 0.8 * size, "underrad"))
    return tuple(blocks)


def _title_style(title: str, points: float, colours: TextColours, width: float, low: bool) -> TextStyle:
    for lines, shares in (_TITLE_IN_ONE, *_TITLE_TRIES) if low else _TITLE_TRIES:
        for share in shares:
            style = colours.style(points * share, colours.accent, bold=True)
            if len(wrap(title, style, width)) <= lines and all(style.width(word) <= width for word in title.split()):
                return style
    return style


def _overline(colours: TextColours, size: float) -> TextStyle:
    return colours.style(7.5 * size, colours.quiet, bold=True, tracking=112)


def introduction(texts: SheetTexts, colours: TextColours, factor: float, space: float = 2.4) -> tuple[ColumnBlock, ...]:
    """The strukturbild's own description, paragraph by paragraph; nothing when it has none."""
    paragraphs = [each for each in texts.introduction.split("\n") if each.strip()]
    style = colours.style(9.0 * factor)
    return tuple(
        TextBlock(each, style, (space if place == 0 else 1.4) * factor, "ingress")
        for place, each in enumerate(paragraphs)
    )


def legend_parts(texts: SheetTexts, colours: TextColours, factor: float, sign: float = 1.0) -> tuple[Section, ...]:
    """The legend as sections, class by class: a column may end between classes, and within one of many rows.

    `factor`: what sizes are multiplied by, 1 on A3. `sign`: how large the swatches are against the symbols on the map.
    """
    row = colours.style(8.8 * factor)
    signs = [entry.symbol for group in texts.legend for entry in group.entries]
    widest = sign * max((each.size() for each in signs if isinstance(each, QgsMarkerSymbol)), default=0.0)
    parts = [
        Section(
            TextBlock(
                group.heading, _heading(colours, factor), 2.6 * factor, "teckenforklaring rubrik", below=0.9 * factor
            ),
            tuple(LegendRow(entry, row, factor, widest, sign) for entry in entries),
            opens=place_in_group == 0,
        )
        for group in texts.legend
        for place_in_group, entries in enumerate(_by_class(group.entries))
    ]
    if parts and texts.legend_note:
        note = TextBlock(
            texts.legend_note, colours.style(8.0 * factor, colours.quiet), 2.0 * factor, "teckenforklaring not"
        )
        last = parts[-1]
        parts[-1] = Section(last.heading, (*last.rows, note), last.opens, last.title)
    return tuple(parts)


def listing_parts(texts: SheetTexts, colours: TextColours, factor: float, together: int = 1) -> tuple[Section, ...]:
    """The listing as sections under its headings; at most `together` lines are kept in one column.

    `factor`: what sizes are multiplied by, 1 on A3.
    """
    return tuple(
        Section(
            TextBlock(group.heading, _heading(colours, factor), 2.0 * factor, "lista rubrik"),
            tuple(
                block
                for line in group.lines[start : start + together]
                for block in _line(line, colours, factor, texts.listing_space)
            ),
            opens=start == 0,
        )
        for group in texts.listing
        for start in range(0, len(group.lines), together)
    )


def _line(line: TextLine, colours: TextColours, factor: float, space: float) -> tuple[ColumnBlock, ...]:
    style = colours.style(8.4 * factor)
    indent = _PAGE_NUMBER_MM * factor if line.mark else 0.0
    blocks = []
    if line.lead:
        blocks.append(TextBlock(line.lead, colours.style(8.4 * factor, bold=True), space * factor, "lista ord"))
    if line.text:
        above = 0.0 if line.lead else space * factor
        blocks.append(TextBlock(line.text, style, above, "lista rad", mark=line.mark, indent=indent))
    return tuple(blocks)


def _heading(colours: TextColours, factor: float) -> TextStyle:
    return colours.style(8.0 * factor, colours.quiet, bold=True)


def section(
    title: str, colours: TextColours, factor: float, name: str, space: float | None = None
) -> tuple[ColumnBlock, ...]:
    """The title of a section: under a rule, or `space` mm (on A3) below what is above."""
    style = _section_style(colours, factor)
    if space is not None:
        return (TextBlock(title, style, space * factor, name),)
    return (RuleBlock(colours.rule, 0.25 * factor, 4.3 * factor), TextBlock(title, style, 2.6 * factor, name))


def _section_style(colours: TextColours, factor: float) -> TextStyle:
    return colours.style(max(_MIN_SECTION_TITLE_PT, 11.5 * factor), colours.accent, bold=True)


def notes(texts: SheetTexts, colours: TextColours, factor: float, count: int) -> Section:
    """A section of `count` ruled lines to write on by hand. `factor`: what sizes are multiplied by, 1 on A3."""
    line = RuleBlock(colours.rule, 0.2 * factor, _WRITING_LINE_MM * factor, name=NOTE_LINE)
    heading = TextBlock(texts.notes, _section_style(colours, factor), 5.0 * factor, "anteckningar")
    return Section(heading, (line,) * count, opens=True)


def writing_lines(texts: SheetTexts, room: float, factor: float) -> int:
    """How many ruled lines, with their heading, go into `room` mm of height. `factor`: 1 on A3."""
    return max(0, int((room / factor - 11.5) / (_WRITING_LINE_MM + 0.2))) if texts.notes else 0


def further(text: str, colours: TextColours, factor: float) -> tuple[ColumnBlock, ...]:
    """'Målen står på nästa sida.'"""
    return (TextBlock(text, colours.style(8.4 * factor, colours.quiet), 3.0 * factor, "fortsattning"),)


def caption(text: str, colours: TextColours, size: float) -> TextBlock:
    """What stands above one of several maps."""
    return TextBlock(text, colours.style(12.5 * size, colours.accent, bold=True), 0.0, "kartrubrik", below=1.4 * size)


def foot(texts: SheetTexts, colours: TextColours, factor: float, rule: bool = True) -> tuple[ColumnBlock, ...]:
    """Logos, edition, principle and sources."""
    quiet = colours.style(6.8 * factor, colours.quiet)
    return (
        *stamp_blocks(texts, colours, factor, rule),
        TextBlock(texts.principle, quiet, 1.6 * factor, "principbild"),
        TextBlock(texts.sources, quiet, 1.2 * factor, "kallor"),
    )


def stamp_blocks(texts: SheetTexts, colours: TextColours, factor: float, rule: bool = True) -> tuple[ColumnBlock, ...]:
    """Logos and the edition, as they stand on every page."""
    blocks: list[ColumnBlock] = [LogoRow(texts.logos, factor, 3.0 * factor)] if texts.logos else []
    if rule:
        blocks.append(RuleBlock(colours.rule, 0.25 * factor, 3.0 * factor))
    for place, line in enumerate(texts.stamp):
        space = (2.2 if place == 0 else 0.2) * factor
        blocks.append(TextBlock(line, colours.style(8.0 * factor, bold=place == 0), space, "utgava"))
    if texts.page_note:
        blocks.append(TextBlock(texts.page_note, colours.style(8.0 * factor), 0.2 * factor, PAGE_NOTE))
    return tuple(blocks)


def _by_class(entries: Sequence[LegendEntry]) -> list[tuple[LegendEntry, ...]]:
    """The rows of each class; of a class with many, in parts as alike as can be."""
    found: list[tuple[LegendEntry, ...]] = []
    for _klass, group in groupby(entries, key=lambda entry: entry.klass):
        rows = tuple(group)
        parts = -(-len(rows) // _MAX_UNBROKEN_ROWS)
        each = -(-len(rows) // parts)
        found += [rows[start : start + each] for start in range(0, len(rows), each)]
    return found
