"""The sheet before/after: the present beside the wanted future, at the same extent and scale, with one legend."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Sequence

from qgis.core import QgsRectangle

from ...cartography.labels.change_marks import ChangeMark, change_layer, change_symbol, mark_place
from ...cartography.layout.compose import SheetMap, SheetPage
from ...cartography.layout.legend import LegendEntry
from ...cartography.layout.sheet_texts import SheetTexts, TextLine, TextSection
from ...cartography.symbols.resolved_symbol import look_of
from ...errors import ExportError
from ...i18n import tr
from ...store.gpkg.records import Picture
from .. import words_of_kinds as said
from .object_lists import listed, ranked, thing
from .picture_diff import CHANGED, GONE, NEW, ObjectDiff, compare
from .sheet_context import SheetContent, SheetContext, extent_of, node_names, on_base
from .sheet_kinds import present_before
from .sheet_texts import legend_groups, list_name, sheet_words, used_classes

_KINDS = {NEW: said.NEW, CHANGED: said.CHANGED, GONE: said.GONE}


def before_after(ground: SheetContext) -> list[SheetContent]:
    """The page with both maps. ExportError when there is no present, or the picture is no future."""
    present = present_before(ground.snapshot, ground.picture.bild_id)
    if present is None:
        raise ExportError(
            tr(
                "Före och efter behöver två bilder: en nulägesbild med objekt och en målbild. Välj en målbild, och "
                "rita eller kopiera nuläget till en bild av typen nulägesbild."
            )
        )
    before, after = ground.objects(present.bild_id), ground.objects()
    changes = compare(before, after)
    extent = extent_of(ground.snapshot, ground.picture.bild_id)
    maps = (
        _map(ground, present, [change for change in changes if change.slag == GONE], extent),
        _map(ground, ground.picture, [change for change in changes if change.slag != GONE], extent),
    )
    legend = ground.legend(used_classes([*before, *after]))
    marks = _marks_in_legend(ground, changes)
    words = _words(ground, present, legend, marks, changes)
    rows = tuple(entry.rubrik for entry in (*legend, *marks))
    return [SheetContent(SheetPage(words, maps), node_names([*before, *after]), rows)]


def _map(ground: SheetContext, picture: Picture, changes: Sequence[ObjectDiff], extent: QgsRectangle) -> SheetMap:
    layers = ground.layers(picture.bild_id)
    marks = [made for change in changes for made in _marks(ground, change)]
    factor, language = _mark_size(ground), ground.snapshot.head.sprak
    if marks:
        name = said.CHANGE_MARKS.in_language(language)
        layers = [change_layer(name, marks, ground.ink, ground.symbols, factor), *layers]
    return on_base(ground, layers, extent)


def _marks(ground: SheetContext, change: ObjectDiff) -> list[ChangeMark]:
    objekt = change.after or change.before
    place = mark_place(objekt.wkb) if objekt is not None and objekt.wkb else None
    if objekt is None or place is None:
        return []
    klass = ground.snapshot.catalogue.klass(objekt.klass)
    radius = 0.0
    if klass is not None and objekt.lager == "nod":
        catalogue = ground.snapshot.catalogue
        radius = look_of(catalogue, ground.symbols, klass, objekt.lager, objekt.niva, objekt.status).size / 2
    return [ChangeMark(change.slag, place[0], place[1], radius)]


def _mark_size(ground: SheetContext) -> float:
    """Marks keep nearly the size they have on one map: they are what one looks for."""
    return ground.page.factor * math.sqrt(ground.kind.symbol_share)


def _marks_in_legend(ground: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[LegendEntry, ...]:
    language = ground.snapshot.head.sprak
    used = {change.slag for change in changes}
    factor = _mark_size(ground)
    return tuple(
        LegendEntry("", f"forandring-{slag}", name.in_language(language), change_symbol(slag, ground.ink, factor))
        for slag, name in _KINDS.items()
        if slag in used
    )


def _words(
    ground: SheetContext,
    present: Picture,
    legend: Sequence[LegendEntry],
    marks: tuple[LegendEntry, ...],
    changes: Sequence[ObjectDiff],
) -> SheetTexts:
    language = ground.snapshot.head.sprak
    captions = tuple(_caption(ground, picture) for picture in (present, ground.picture))
    groups = legend_groups(ground.snapshot, legend)
    if marks:
        groups = (TextSection(said.CHANGE_MARKS.in_language(language), entries=marks), *groups)
    return replace(
        sheet_words(ground, ground.picture, legend),
        subtitle="",
        captions=captions,
        legend=groups,
        legend_note=said.COMPARED.in_language(language),
        listing_title=said.CHANGES.in_language(language),
        listing=_listing(ground, changes),
        listing_next=said.CHANGES_NEXT.in_language(language),
        least_shrink=0.76,
    )


def _caption(ground: SheetContext, picture: Picture) -> str:
    kind = list_name(ground.snapshot, "bildtyp", picture.bildtyp)
    return " ".join(str(part) for part in (kind, picture.horisont, picture.scenario) if part)


def _listing(ground: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextSection, ...]:
    """What differs in words: the new and the gone by class, the changed one by one with what they were."""
    language = ground.snapshot.head.sprak
    if not changes:
        return (TextSection(said.NOTHING_CHANGED.in_language(language)),)
    groups = []
    shown = [objekt for objekt in (change.after or change.before for change in changes) if objekt is not None]
    place = {objekt.objekt_id: number for number, objekt in enumerate(ranked(ground.snapshot, shown))}
    for slag, name in _KINDS.items():
        of_kind = sorted(
            (change for change in changes if change.slag == slag),
            key=lambda change: place.get((change.after or change.before or shown[0]).objekt_id, 0),
        )
        lines = _changed(ground, of_kind) if slag == CHANGED else _by_class(ground, of_kind)
        if lines:
            groups.append(TextSection(f"{name.in_language(language)} ({len(of_kind)})", lines=lines))
    return tuple(groups)


def _by_class(ground: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextLine, ...]:
    language = ground.snapshot.head.sprak
    found: dict[str, list[str]] = {}
    for change in changes:
        objekt = change.after or change.before
        if objekt is not None:
            found.setdefault(thing(ground.snapshot, objekt), []).append(objekt.namn)
    return tuple(TextLine(f"{what}: {listed(names, language)}") for what, names in found.items())


def _changed(ground: SheetContext, changes: Sequence[ObjectDiff]) -> tuple[TextLine, ...]:
    language = ground.snapshot.head.sprak
    lines = []
    for change in changes:
        if change.before is None or change.after is None:
            continue
        now, then = thing(ground.snapshot, change.after), thing(ground.snapshot, change.before)
        parts = []
        if now != then:
            parts.append(f"{now[:1].lower()}{now[1:]}, " + _was(said.WAS.in_language(language), then))
        if change.before.namn != change.after.namn and change.before.namn:
            parts.append(said.RENAMED.in_language(language).format(name=change.before.namn))
        if change.moved:
            parts.append(said.MOVED.in_language(language))
        name = change.after.namn or now
        lines.append(TextLine(f"{name}: {'; '.join(parts or [said.DETAILS.in_language(language)])}"))
    return tuple(lines)


def _was(sentence: str, then: str) -> str:
    return sentence.format(thing=f"{then[:1].lower()}{then[1:]}")
