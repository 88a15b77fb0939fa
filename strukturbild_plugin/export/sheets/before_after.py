"""The sheet before/after: the present beside the wanted future, at the same extent and scale, with one legend."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Sequence

from qgis.core import QgsRectangle

from ...analysis.picture_diff import CHANGED, GONE, NEW, ObjectDiff, compare
from ...cartography.labels.change_marks import ChangeMark, change_layer, change_symbol, mark_position
from ...cartography.layout.compose import SheetMap, SheetPage
from ...cartography.layout.legend import LegendEntry
from ...cartography.layout.sheet_texts import SheetTexts, TextLine, TextSection
from ...cartography.symbols.resolved_symbol import resolve_symbol
from ...document_texts import list_name
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.records import Picture
from .. import sheet_kind_texts as kind_texts
from .object_lists import in_legend_order, name_list, object_phrase
from .sheet_context import SheetContent, SheetContext, extent_of, map_over_base, node_names
from .sheet_kinds import present_before
from .sheet_texts import legend_groups, sheet_texts, used_classes

_KINDS = {NEW: kind_texts.NEW, CHANGED: kind_texts.CHANGED, GONE: kind_texts.GONE}


def before_after(context: SheetContext) -> list[SheetContent]:
    """The page with both maps. ExportError when there is no present, or the picture is no future."""
    present = present_before(context.snapshot, context.picture.bild_id)
    if present is None:
        raise ExportError(
            tr(
                "Före och efter behöver två bilder: en nulägesbild med objekt och en målbild. Välj en målbild, och "
                "rita eller kopiera nuläget till en bild av typen nulägesbild."
            )
        )
    before, after = context.objects(present.bild_id), context.objects()
    changes = compare(before, after)
    extent = extent_of(context.snapshot, context.picture.bild_id)
    maps = (
        marked_map(context, present, [change for change in changes if change.kind == GONE], extent),
        marked_map(context, context.picture, [change for change in changes if change.kind != GONE], extent),
    )
    legend = context.legend(used_classes([*before, *after]))
    marks = _marks_in_legend(context, changes)
    texts = _texts(context, present, legend, marks, changes)
    rows = tuple(entry.text for entry in (*legend, *marks))
    return [SheetContent(SheetPage(texts, maps), node_names([*before, *after]), rows)]


def marked_map(
    context: SheetContext, picture: Picture, changes: Sequence[ObjectDiff], extent: QgsRectangle
) -> SheetMap:
    """The map of a picture, with a mark at each of `changes`."""
    layers = context.layers(picture.bild_id)
    marks = [mark for change in changes for mark in _marks(context, change)]
    factor, language = mark_size(context), context.snapshot.head.sprak
    if marks:
        name = kind_texts.CHANGE_MARKS.in_language(language)
        layers = [change_layer(name, marks, context.colours, context.symbols, factor), *layers]
    return map_over_base(context, layers, extent)


def _marks(context: SheetContext, change: ObjectDiff) -> list[ChangeMark]:
    record = change.after or change.before
    if record is None or not record.wkb:
        return []
    catalogue, radius, bend = context.snapshot.catalogue, 0.0, 0.0
    klass = catalogue.object_class(record.klass)
    if klass is not None:
        sign = resolve_symbol(catalogue, context.symbols, klass, record.lager, record.niva, record.status)
        radius = sign.size / 2 if record.lager == "nod" else 0.0
        bend = sign.recipe.bage
    place = mark_position(record.wkb, bend)
    return [ChangeMark(change.kind, place[0], place[1], radius)] if place is not None else []


def mark_size(context: SheetContext) -> float:
    """Marks keep nearly the size they have on one map: they are what one looks for."""
    return context.page.factor * math.sqrt(context.kind.symbol_share)


def _marks_in_legend(context: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[LegendEntry, ...]:
    language = context.snapshot.head.sprak
    used = {change.kind for change in changes}
    factor = mark_size(context)
    return tuple(
        LegendEntry("", f"forandring-{kind}", name.in_language(language), change_symbol(kind, context.colours, factor))
        for kind, name in _KINDS.items()
        if kind in used
    )


def _texts(
    context: SheetContext,
    present: Picture,
    legend: Sequence[LegendEntry],
    marks: tuple[LegendEntry, ...],
    changes: Sequence[ObjectDiff],
) -> SheetTexts:
    language = context.snapshot.head.sprak
    captions = tuple(_caption(context, picture) for picture in (present, context.picture))
    groups = legend_groups(context.snapshot, legend)
    if marks:
        groups = (TextSection(kind_texts.CHANGE_MARKS.in_language(language), entries=marks), *groups)
    return replace(
        sheet_texts(context, context.picture, legend),
        subtitle="",
        captions=captions,
        legend=groups,
        legend_note=kind_texts.COMPARED.in_language(language),
        listing_title=kind_texts.CHANGES.in_language(language),
        listing=_listing(context, changes),
        listing_next=kind_texts.CHANGES_NEXT.in_language(language),
        least_shrink=0.76,
    )


def _caption(context: SheetContext, picture: Picture) -> str:
    head = context.snapshot.head
    kind = list_name(context.snapshot.catalogue, "bildtyp", picture.bildtyp, head.sprak)
    return " ".join(str(part) for part in (kind, picture.horisont, picture.scenario) if part)


def _listing(context: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextSection, ...]:
    """What differs in words: the new and the gone by class, the changed one by one with what they were."""
    language = context.snapshot.head.sprak
    if not changes:
        return (TextSection(kind_texts.NOTHING_CHANGED.in_language(language)),)
    groups = []
    shown = [record for record in (change.after or change.before for change in changes) if record is not None]
    place = {record.objekt_id: number for number, record in enumerate(in_legend_order(context.snapshot, shown))}
    for kind, name in _KINDS.items():
        of_kind = sorted(
            (change for change in changes if change.kind == kind),
            key=lambda change: place.get((change.after or change.before or shown[0]).objekt_id, 0),
        )
        lines = _changed(context, of_kind) if kind == CHANGED else by_class(context, of_kind)
        if lines:
            groups.append(TextSection(f"{name.in_language(language)} ({len(of_kind)})", lines=lines))
    return tuple(groups)


def by_class(context: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextLine, ...]:
    """What differs, in a line for each class and level."""
    language = context.snapshot.head.sprak
    found: dict[str, list[str]] = {}
    for change in changes:
        record = change.after or change.before
        if record is not None:
            found.setdefault(object_phrase(context.snapshot, record), []).append(record.namn)
    return tuple(TextLine(f"{what}: {name_list(names, language)}") for what, names in found.items())


def _changed(context: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextLine, ...]:
    language = context.snapshot.head.sprak
    lines = []
    for change in changes:
        if change.before is None or change.after is None:
            continue
        now, then = object_phrase(context.snapshot, change.after), object_phrase(context.snapshot, change.before)
        parts = []
        if now != then:
            parts.append(f"{now[:1].lower()}{now[1:]}, " + _was(kind_texts.WAS.in_language(language), then))
        if change.before.namn != change.after.namn and change.before.namn:
            parts.append(kind_texts.RENAMED.in_language(language).format(name=change.before.namn))
        if change.moved:
            parts.append(kind_texts.MOVED.in_language(language))
        name = change.after.namn or now
        lines.append(TextLine(f"{name}: {'; '.join(parts or [kind_texts.DETAILS.in_language(language)])}"))
    return tuple(lines)


def _was(sentence: str, then: str) -> str:
    return sentence.format(object=f"{then[:1].lower()}{then[1:]}")
