"""From a snapshot to every text of a map sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Sequence

from ...cartography.layout.legend import LegendEntry, LegendItem, grouped
from ...cartography.layout.sheet_texts import SheetTexts, TextLine, TextSection
from ...catalogue.model import POINT, Catalogue
from ...catalogue.sources import marks_explained
from ...document_texts import area_text, document_texts, stamp_lines
from ...goals.model import Goal
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from .. import texts
from .measures import measures
from .object_lists import in_legend_order, name_list
from .priorities import priorities
from .sheet_context import SheetContext
from .sheet_kinds import COUNTED, NAMED, NO_GOALS
from .white_spots import white_spots

_MAX_GOALS = 12
"""Goals listed beside the map; the web page and the delivery carry them all."""


def sheet_texts(context: SheetContext, picture: Picture, legend: Sequence[LegendEntry]) -> SheetTexts:
    """All texts for the sheet of `picture`."""
    snapshot, kind, head = context.snapshot, context.kind, context.snapshot.head
    language, stamp = head.sprak, context.stamp
    lines = stamp_lines(stamp.status_namn, stamp.nummer, stamp.datum, stamp.short, language)
    regions = [area_text(area.namn, language) for area in snapshot.areas]
    fixed = document_texts(head, snapshot.catalogue, picture, regions, lines, context.sources, context.logos)
    return replace(
        fixed,
        overline=kind.overline.in_language(language) if kind.overline else fixed.overline,
        legend_title=texts.LEGEND.in_language(language),
        legend=legend_groups(snapshot, legend),
        listing_title=texts.GOALS.in_language(language),
        listing=_GOALS[kind.goals](snapshot, picture),
        listing_space=kind.goal_space,
        listing_columns=kind.goal_columns,
        notes=kind.notes.in_language(language) if kind.notes else "",
        sources=" ".join((fixed.sources, *marks_explained((row.text for row in legend), language))),
    )


def legend_groups(snapshot: Snapshot, legend: Sequence[LegendEntry]) -> tuple[TextSection, ...]:
    """The legend's rows under the names of their structures."""
    language = snapshot.head.sprak
    return tuple(TextSection(title, entries=rows) for title, rows in grouped(snapshot.catalogue, legend, language))


def _goal_groups(snapshot: Snapshot, picture: Picture) -> tuple[TextSection, ...]:
    """The goals that objects of the picture are linked to, set by set, with how many objects contribute to each.

    A set is shown whole or not at all: half of a strategy's goals would look like all of them.
    """
    here = {record.objekt_id for record in snapshot.objects if record.bild_id == picture.bild_id}
    links = [link for link in snapshot.links if link.objekt_id in here and link.bidrag != 0]
    carried = Counter(link.mal_id for link in links)
    conflicts = Counter(link.mal_id for link in links if link.bidrag < 0)
    groups: list[TextSection] = []
    for goal_set in snapshot.goal_sets:
        goals = [goal for goal in snapshot.goals if goal.samling == goal_set.kod and carried[goal.mal_id]]
        room = _MAX_GOALS - sum(len(group.lines) for group in groups)
        if goals and (len(goals) <= room or not groups):
            lines = tuple(
                TextLine(goal_line(goal, carried[goal.mal_id], conflicts[goal.mal_id], snapshot.head.sprak))
                for goal in goals
            )
            groups.append(TextSection(goal_set.namn, lines=lines))
    return tuple(groups)


def _named_goals(snapshot: Snapshot, picture: Picture) -> tuple[TextSection, ...]:
    """Every goal that objects of the picture are linked to, with the objects that contribute to it, set by set.

    After them stand what comes first, who does what, and what the picture has nothing of.
    """
    here = {record.objekt_id: record for record in snapshot.objects if record.bild_id == picture.bild_id}
    place = {record.objekt_id: number for number, record in enumerate(in_legend_order(snapshot, here.values()))}
    groups: list[TextSection] = []
    for goal_set in snapshot.goal_sets:
        lines = []
        for goal in snapshot.goals:
            links = [link for link in snapshot.links if link.mal_id == goal.mal_id and link.objekt_id in here]
            links.sort(key=lambda link: place[link.objekt_id])
            carrying = [here[link.objekt_id].namn for link in links if link.bidrag > 0]
            against = [here[link.objekt_id].namn for link in links if link.bidrag < 0]
            if goal.samling == goal_set.kod and (carrying or against):
                lines.append(TextLine(_carried_by(carrying, against, snapshot.head.sprak), lead=goal.titel))
        if lines:
            groups.append(TextSection(goal_set.namn, lines=tuple(lines)))
    return (*groups, *priorities(snapshot, picture), *measures(snapshot, picture), *white_spots(snapshot, picture))


def _carried_by(carrying: list[str], against: list[str], language: str) -> str:
    sentence = name_list(carrying, language)
    if against:
        conflict = texts.IN_CONFLICT.in_language(language).format(names=name_list(against, language))
        sentence = f"{sentence}; {conflict}" if sentence else conflict
    return sentence


def _no_goals(_snapshot: Snapshot, _picture: Picture) -> tuple[TextSection, ...]:
    return ()


_GOALS = {NO_GOALS: _no_goals, COUNTED: _goal_groups, NAMED: _named_goals}


def goal_line(goal: Goal, count: int, conflicts: int, language: str) -> str:
    """'Rent vatten · 3 stödjer, 1 motverkar'. `count`: all that do either; `conflicts`: those that oppose it."""
    counts = ((texts.SUPPORT, count - conflicts), (texts.OPPOSE, conflicts))
    said = ", ".join(text.in_language(language).format(count=number) for text, number in counts if number)
    return f"{goal.titel} · {said}"


def used_classes(objects: Sequence[ObjectRecord]) -> set[LegendItem]:
    """Class, level, status, layer, subtype, roles and group of everything drawn: what the legend must explain."""
    return {LegendItem(*(getattr(record, name) for name in LegendItem._fields)) for record in objects}


def every_class(catalogue: Catalogue) -> set[LegendItem]:
    """Each class as built, and each level of those that are points: what can be drawn by hand."""
    used: set[LegendItem] = set()
    for klass in catalogue.klasser:
        for geometry, layer in list(klass.lager.items())[:1]:
            levels = [level.kod for level in klass.levels_for("")] or [""]
            used |= {LegendItem(klass.kod, level, "", layer) for level in (levels if geometry == POINT else levels[:1])}
    return used
