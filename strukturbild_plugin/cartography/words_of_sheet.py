"""The texts of a sheet, and the blocks they are set as."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Sequence

from .column import Block, LegendRow, Part, RuleBlock, TextBlock
from .ink import Ink
from .legend import LegendEntry

_WRITING = 7.5
"""Millimetres, on A3, between lines to write on."""


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
    legend_next: str = ""
    """Said where the legend would stand when it stands on the next page."""
    goals_next: str = ""
    goal_space: float = 0.5
    """Millimetres, on A3, above the line of a goal."""
    notes: str = ""
    """Heading over lines to write on; '' for none."""


def head(words: SheetWords, ink: Ink, size: float) -> tuple[Block, ...]:
    """Overline, title, kind of picture, regions and notice."""
    blocks: list[Block] = [
        TextBlock(words.overline.upper(), ink.style(7.5 * size, ink.quiet, bold=True, tracking=112), 0, "overrad"),
        TextBlock(words.title, ink.style(30.0 * size, ink.accent, bold=True), 1.0 * size, "titel"),
        TextBlock(words.subtitle, ink.style(12.5 * size, bold=True), 1.2 * size, "underrad"),
        TextBlock(words.regions, ink.style(10.5 * size), 0.6 * size, "regioner"),
    ]
    if words.notice:
        blocks.append(TextBlock(words.notice, ink.style(8.5 * size, ink.accent, bold=True), 2.4 * size, "notis"))
    return tuple(blocks)


def small_head(words: SheetWords, ink: Ink, size: float) -> tuple[Block, ...]:
    """The head of a page that goes on from another."""
    return (
        TextBlock(words.overline.upper(), ink.style(7.5 * size, ink.quiet, bold=True, tracking=112), 0, "overrad"),
        TextBlock(words.title, ink.style(18.0 * size, ink.accent, bold=True), 0.8 * size, "titel"),
        TextBlock(f"{words.subtitle} · {words.regions}", ink.style(10.5 * size), 0.8 * size, "underrad"),
    )


def ingress(words: SheetWords, ink: Ink, factor: float, space: float = 2.4) -> tuple[Block, ...]:
    """The strukturbild's own description; nothing when it has none."""
    if not words.ingress:
        return ()
    return (TextBlock(words.ingress, ink.style(9.0 * factor), space * factor, "ingress"),)


def legend_parts(words: SheetWords, ink: Ink, factor: float) -> tuple[Part, ...]:
    """The legend, class by class: a column may end between classes, never within one."""
    heading, row = ink.style(8.0 * factor, ink.quiet, bold=True), ink.style(8.8 * factor)
    return tuple(
        Part(
            TextBlock(group.rubrik, heading, 2.6 * factor, "teckenforklaring rubrik", below=0.9 * factor),
            tuple(LegendRow(entry, row, factor) for entry in entries),
            opens=place_in_group == 0,
        )
        for group in words.legend
        for place_in_group, entries in enumerate(_by_class(group.entries))
    )


def goal_parts(words: SheetWords, ink: Ink, factor: float, together: int = 1) -> tuple[Part, ...]:
    """The goals under their set's heading; at most `together` lines are never parted."""
    heading, line = ink.style(8.0 * factor, ink.quiet, bold=True), ink.style(8.4 * factor)
    return tuple(
        Part(
            TextBlock(group.rubrik, heading, 2.0 * factor, "mal rubrik"),
            tuple(
                TextBlock(text, line, words.goal_space * factor, "mal rad")
                for text in group.lines[start : start + together]
            ),
            opens=start == 0,
        )
        for group in words.goals
        for start in range(0, len(group.lines), together)
    )


def section(title: str, ink: Ink, factor: float, name: str, space: float | None = None) -> tuple[Block, ...]:
    """The title of a section: under a rule, or `space` mm (on A3) below what is above."""
    style = ink.style(11.5 * factor, ink.accent, bold=True)
    if space is not None:
        return (TextBlock(title, style, space * factor, name),)
    return (RuleBlock(ink.rule, 0.25 * factor, 4.3 * factor), TextBlock(title, style, 2.6 * factor, name))


def notes(words: SheetWords, ink: Ink, factor: float, count: int) -> Part:
    """Lines to write on by hand."""
    line = RuleBlock(ink.rule, 0.2 * factor, _WRITING * factor)
    heading = TextBlock(words.notes, ink.style(11.5 * factor, ink.accent, bold=True), 5.0 * factor, "anteckningar")
    return Part(heading, (line,) * count, opens=True)


def writing_lines(words: SheetWords, room: float, factor: float) -> int:
    """How many lines to write on `room` mm hold under their heading."""
    return max(0, int((room / factor - 11.5) / (_WRITING + 0.2))) if words.notes else 0


def further(said: str, ink: Ink, factor: float) -> tuple[Block, ...]:
    """'Målen står på sida 2.'"""
    return (TextBlock(said, ink.style(8.4 * factor, ink.quiet), 3.0 * factor, "fortsattning"),)


def foot(words: SheetWords, ink: Ink, factor: float, rule: bool = True) -> tuple[Block, ...]:
    """Edition, principle and sources."""
    quiet = ink.style(6.8 * factor, ink.quiet)
    return (
        *stamp_blocks(words, ink, factor, rule),
        TextBlock(words.principle, quiet, 1.6 * factor, "principbild"),
        TextBlock(words.sources, quiet, 1.2 * factor, "kallor"),
    )


def stamp_blocks(words: SheetWords, ink: Ink, factor: float, rule: bool = True) -> tuple[Block, ...]:
    """The edition, as it stands on every page."""
    blocks: list[Block] = [RuleBlock(ink.rule, 0.25 * factor, 3.0 * factor)] if rule else []
    for place, line in enumerate(words.stamp):
        space = (2.2 if place == 0 else 0.2) * factor
        blocks.append(TextBlock(line, ink.style(8.0 * factor, bold=place == 0), space, "utgava"))
    return tuple(blocks)


def _by_class(entries: Sequence[LegendEntry]) -> list[tuple[LegendEntry, ...]]:
    return [tuple(rows) for _klass, rows in groupby(entries, key=lambda entry: entry.klass)]
