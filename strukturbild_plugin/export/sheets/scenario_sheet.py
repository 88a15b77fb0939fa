"""The sheet of scenarios: two or three pictures beside each other, what only one of them has, and a table of them.

Nothing is summed up to one number: which is best is for people to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...analysis.coverage_texts import cell_text, goal_title
from ...analysis.goal_meetings import CONFLICT, CROSSING, SYNERGY, Meeting
from ...analysis.picture_diff import CHANGED, GONE, NEW, ObjectDiff, compare
from ...analysis.scenario_comparison import ScenarioComparison, ScenarioPart, compare_scenarios, scenario_pictures
from ...cartography.labels.change_marks import change_symbol
from ...cartography.layout.compose import SheetPage
from ...cartography.layout.legend import LegendEntry
from ...cartography.layout.page_table import PageTable, TableGroup
from ...cartography.layout.sheet_texts import TextSection
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.records import Picture
from .. import sheet_kind_texts as kind_texts
from .before_after import by_class, mark_size, marked_map
from .sheet_context import SheetContent, SheetContext, extent_of, node_names
from .sheet_texts import legend_groups, sheet_texts, used_classes

_AGAINST_START = ((NEW, kind_texts.NEW_THINGS), (CHANGED, kind_texts.CHANGED_THINGS), (GONE, kind_texts.GONE_THINGS))
_QUESTIONS = (
    (CONFLICT, kind_texts.GOAL_CONFLICTS),
    (CROSSING, kind_texts.CROSSINGS),
    (SYNERGY, kind_texts.SYNERGIES),
)


def scenarios(context: SheetContext) -> list[SheetContent]:
    """The page with all maps, and the table after it. ExportError when there are no two to compare."""
    snapshot = context.snapshot
    ids = scenario_pictures(snapshot)
    if not ids:
        raise ExportError(
            tr(
                "Scenarier bredvid varandra behöver minst två bilder med objekt som utgår från samma bild. Ange det "
                "för bilderna i steget Område och bilder, under Utgår från bilden."
            )
        )
    found = compare_scenarios(snapshot, ids, snapshot.influences)
    alone = {part.picture.bild_id: _only_here(part, found) for part in found.parts}
    extent = extent_of(snapshot, ids[0])
    maps = tuple(marked_map(context, part.picture, alone[part.picture.bild_id], extent) for part in found.parts)
    objects = [record for part in found.parts for record in part.objects]
    legend = context.legend(used_classes(objects))
    language = snapshot.head.sprak
    groups = legend_groups(snapshot, legend)
    rows = tuple(entry.text for entry in legend)
    if any(alone.values()):
        words = kind_texts.ONLY_IN_ONE.in_language(language)
        mark = LegendEntry("", f"forandring-{NEW}", words, change_symbol(NEW, context.colours, mark_size(context)))
        groups = (TextSection(kind_texts.DIFFERENCES.in_language(language), entries=(mark,)), *groups)
        rows = (mark.text, *rows)
    texts = replace(
        sheet_texts(context, found.parts[0].picture, legend),
        subtitle="",
        captions=tuple(scenario_name(part.picture) for part in found.parts),
        legend=groups,
        legend_note=kind_texts.COMPARED.in_language(language),
        listing_title=kind_texts.DIFFERENCES.in_language(language),
        listing=_listing(context, found, alone),
        listing_next=kind_texts.CHANGES_NEXT.in_language(language),
        least_shrink=0.76,
    )
    return [SheetContent(SheetPage(texts, maps, _table(context, found)), node_names(objects), rows)]


def scenario_name(picture: Picture) -> str:
    """The name of its scenario, else of the picture."""
    return picture.scenario.strip() or picture.namn


def _only_here(part: ScenarioPart, found: ScenarioComparison) -> list[ObjectDiff]:
    """What none of the other pictures has, as it is here."""
    others = [each for each in found.parts if each is not part]
    kinds = [
        {one.after.objekt_id for one in compare(each.objects, part.objects) if one.after and one.kind == NEW}
        for each in others
    ]
    return [ObjectDiff(NEW, None, one) for one in part.objects if all(one.objekt_id in each for each in kinds)]


def _listing(
    context: SheetContext, found: ScenarioComparison, alone: dict[str, list[ObjectDiff]]
) -> tuple[TextSection, ...]:
    language = context.snapshot.head.sprak
    sections = [
        TextSection(
            kind_texts.ONLY_IN.in_language(language).format(picture=scenario_name(part.picture)),
            lines=by_class(context, alone[part.picture.bild_id]),
        )
        for part in found.parts
        if alone[part.picture.bild_id]
    ]
    return tuple(sections) or (TextSection(kind_texts.NOTHING_CHANGED.in_language(language)),)


def _table(context: SheetContext, found: ScenarioComparison) -> PageTable:
    language, parts = context.snapshot.head.sprak, found.parts
    content = [(kind_texts.OBJECT_COUNT.in_language(language), tuple(str(len(part.objects)) for part in parts))]
    if found.start is not None:
        for kind, text in _AGAINST_START:
            counts = tuple(_count(part.changes or (), kind) for part in parts)
            content.append((text.in_language(language).format(picture=found.start.namn), counts))
    groups = [TableGroup(kind_texts.CONTENT.in_language(language), tuple(content))]
    for goal_set in context.snapshot.goal_sets:
        goals = tuple(
            (goal_title(goal), tuple(cell_text(part.goals[place]) for part in parts))
            for place, goal in enumerate(found.goals)
            if goal.samling == goal_set.kod and any(part.goals[place] for part in parts)
        )
        if goals:
            groups.append(TableGroup(goal_set.namn, goals))
    questions = tuple(
        (text.in_language(language), tuple(_count(part.meetings, kind) for part in parts)) for kind, text in _QUESTIONS
    )
    groups.append(TableGroup(kind_texts.QUESTIONS.in_language(language), questions))
    note = kind_texts.GOAL_TABLE_NOTE.in_language(language)
    heads = tuple(scenario_name(part.picture) for part in parts)
    return PageTable(kind_texts.SCENARIO_TABLE.in_language(language), note, heads, tuple(groups))


def _count(those: Sequence[ObjectDiff | Meeting], kind: str) -> str:
    return str(sum(one.kind == kind for one in those))
