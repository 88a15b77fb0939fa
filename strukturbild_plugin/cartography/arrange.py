"""Where everything on a sheet goes: tried from the roomiest setting to the tightest, before anything is drawn.

A sheet that lies down has a column beside the map; one that stands has its title above the map and columns under it.
More columns come first, then smaller type, then a further page for the goals, and last for the legend too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator, Sequence

from ..errors import ExportError
from ..i18n import tr
from .column import Block, Columns, Part, in_columns, stack_height
from .ink import Ink
from .page import Box, Page
from .scale import SCALE_HEIGHT
from .words_of_sheet import (
    SheetWords,
    foot,
    further,
    goal_parts,
    head,
    ingress,
    legend_parts,
    notes,
    section,
    writing_lines,
)

_SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
_LEAST_AIR = 4.0
_LEAST_NOTES, _NOTES_UNDER = 3, 9
"""Lines to write on beside a map, at least, and under one."""
_TOGETHER = 8
"""Goals of a set that stay in one column on a page of their own."""
_UNDER_SHARE = 0.4
"""Share of the page that the columns under a map may take."""
_UNDER_WIDTH = 56.0
"""Millimetres, on A3, that a column under the map is at least wide."""


@dataclass(frozen=True)
class Arrangement:
    """Where the map, the texts and the scale go, and what goes on, on the next page."""

    map: Box
    stacks: tuple[tuple[Box, tuple[Block, ...]], ...]
    columns: tuple[tuple[Box, Columns], ...]
    scale: Box
    left: tuple[Part, ...]


@dataclass(frozen=True)
class _Trial:
    """One setting: which sections stand beside the map, and the type factor."""

    legend: bool
    goals: bool
    factor: float


def arrange(page: Page, words: SheetWords, ink: Ink) -> Arrangement:
    """The roomiest arrangement that holds. ExportError when not even the title and the edition find room."""
    setting = _standing if page.upright else _lying
    for trial in _trials(page, words):
        found = setting(page, words, ink, trial)
        if found is not None:
            return replace(found, left=_left(words, ink, page.factor, trial))
    raise ExportError(
        tr("Texterna får inte plats på {paper}. Välj ett större papper eller korta titel och beskrivning.").format(
            paper=page.name
        )
    )


def _trials(page: Page, words: SheetWords) -> Iterator[_Trial]:
    kept = [(True, True), (True, False), (False, False)] if words.goals else [(True, True), (False, True)]
    for legend, goals in kept:
        for shrink in _SHRINKS:
            yield _Trial(legend, goals, page.factor * shrink)


def _left(words: SheetWords, ink: Ink, factor: float, trial: _Trial) -> tuple[Part, ...]:
    """What the trial leaves to the next page, each section with its title."""
    left: list[Part] = []
    if not trial.legend:
        left += _titled(legend_parts(words, ink, factor), words.legend_title, ink, factor, "teckenforklaring")
    if not trial.goals:
        left += _titled(goal_parts(words, ink, factor, _TOGETHER), words.goals_title, ink, factor, "mal")
    return tuple(left)


def _titled(parts: Sequence[Part], title: str, ink: Ink, factor: float, name: str, gap: float = 0.0) -> list[Part]:
    if not parts:
        return []
    above = section(title, ink, factor, name, space=gap)
    return [replace(parts[0], title=above), *parts[1:]]


def _lying(page: Page, words: SheetWords, ink: Ink, trial: _Trial) -> Arrangement | None:
    side, factor = page.side, trial.factor
    parts = legend_parts(words, ink, factor) if trial.legend else ()
    title = section(words.legend_title, ink, factor, "teckenforklaring") if parts else ()
    top = (*head(words, ink, page.factor), *ingress(words, ink, factor), *title)
    if words.legend and not trial.legend:
        top = (*top, *further(words.legend_next, ink, factor))
    goals = _goals_below(words, ink, trial)
    ending = foot(words, ink, factor)
    scale_height, foot_height = SCALE_HEIGHT * page.factor, stack_height(ending, side.width)
    top_height, goals_height = stack_height(top, side.width), stack_height(goals, side.width)
    room = side.height - top_height - goals_height - foot_height - scale_height - _LEAST_AIR
    for count in (1, 2):
        legend = in_columns(parts, count, 5.0 * factor, side.width)
        spare = room - legend.height(side.width)
        lines = writing_lines(words, spare, page.factor)
        if spare >= 0 and (lines >= _LEAST_NOTES or not words.notes):
            if lines:
                goals = notes(words, ink, page.factor, lines).blocks(first=True)
            y = side.y + top_height
            below = y + legend.height(side.width)
            foot_top = side.bottom - foot_height
            return Arrangement(
                page.map,
                (
                    (side, top),
                    (Box(side.x, below, side.width, goals_height), goals),
                    (Box(side.x, foot_top, side.width, foot_height), ending),
                ),
                ((Box(side.x, y, side.width, room), legend),),
                Box(side.x, foot_top - scale_height, side.width, scale_height),
                (),
            )
    return None


def _goals_below(words: SheetWords, ink: Ink, trial: _Trial) -> tuple[Block, ...]:
    if not words.goals:
        return ()
    if not trial.goals:
        return further(words.goals_next, ink, trial.factor)
    blocks = [block for part in goal_parts(words, ink, trial.factor) for block in part.blocks(first=False)]
    return (*section(words.goals_title, ink, trial.factor, "mal"), *blocks)


def _standing(page: Page, words: SheetWords, ink: Ink, trial: _Trial) -> Arrangement | None:
    inner, factor = page.inner, trial.factor
    count = max(2, min(4, int(inner.width / (_UNDER_WIDTH * page.factor))))
    about_width = (inner.width - page.gutter * (count - 1)) / count
    parts = _sections(words, ink, trial)
    legend_box_width = inner.width - about_width - page.gutter
    legend = in_columns(parts, count - 1, page.gutter, legend_box_width)
    about = ingress(words, ink, factor, space=0.0)
    if words.legend and not trial.legend:
        about = (*about, *further(words.legend_next, ink, factor))
    if words.goals and not trial.goals:
        about = (*about, *further(words.goals_next, ink, factor))
    ending = foot(words, ink, factor)
    scale_height, foot_height = SCALE_HEIGHT * page.factor, stack_height(ending, about_width)
    about_height = stack_height(about, about_width) + _LEAST_AIR * page.factor + scale_height + foot_height
    under = max(about_height, legend.height(legend_box_width))
    if under > inner.height * _UNDER_SHARE:
        return None
    top = head(words, ink, page.factor)
    map_top = inner.y + stack_height(top, inner.width) + 4.0 * page.factor
    band = inner.bottom - under
    foot_top = inner.bottom - foot_height
    return Arrangement(
        Box(inner.x, map_top, inner.width, band - page.gutter - map_top),
        (
            (inner, top),
            (Box(inner.x, band, about_width, under), about),
            (Box(inner.x, foot_top, about_width, foot_height), ending),
        ),
        ((Box(inner.x + about_width + page.gutter, band, legend_box_width, under), legend),),
        Box(inner.x, foot_top - scale_height, about_width, scale_height),
        (),
    )


def _sections(words: SheetWords, ink: Ink, trial: _Trial) -> list[Part]:
    factor = trial.factor
    legend = legend_parts(words, ink, factor) if trial.legend else ()
    goals = goal_parts(words, ink, factor) if trial.goals else ()
    written = [notes(words, ink, factor, _NOTES_UNDER)] if words.notes else []
    return [
        *_titled(legend, words.legend_title, ink, factor, "teckenforklaring"),
        *_titled(goals, words.goals_title, ink, factor, "mal", gap=5.0 if legend else 0.0),
        *written,
    ]
