"""The pages of an atlas of goals: the goal, and each object that contributes to it with how and why."""

from __future__ import annotations

from dataclasses import replace

from ...cartography.layout.compose import SheetPage
from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...document_texts import goal_texts
from ...feedback import stop_if_cancelled
from ...goals.contribution_words import contribution_word
from ...goals.model import Goal, GoalLink, GoalSet
from ...store.gpkg.records import ObjectRecord
from .. import sheet_kind_texts as kind_texts
from .atlas_page import AtlasLayers, AtlasPage, page_texts
from .object_lists import in_legend_order, object_phrase
from .sheet_context import SheetContent, SheetContext, extent_of, node_names

_ORDER = (2, 1, -1, -2)


def goal_pages(context: SheetContext, atlas_layers: AtlasLayers) -> list[AtlasPage]:
    """A page for each goal that objects of the picture are linked to, set by set."""
    objects = {record.objekt_id: record for record in context.objects()}
    links: dict[str, list[GoalLink]] = {}
    for link in context.snapshot.links:
        if link.objekt_id in objects and link.bidrag:
            links.setdefault(link.mal_id, []).append(link)
    pages = []
    for goal_set in context.snapshot.goal_sets:
        for goal in context.snapshot.goals:
            if goal.samling == goal_set.kod and goal.mal_id in links:
                stop_if_cancelled(context.feedback)
                pages.append(_page(atlas_layers, goal_set, goal, links[goal.mal_id], objects))
    return pages


def _page(
    atlas_layers: AtlasLayers, goal_set: GoalSet, goal: Goal, links: list[GoalLink], objects: dict[str, ObjectRecord]
) -> AtlasPage:
    context = atlas_layers.context
    language = context.snapshot.head.sprak
    ids = {link.objekt_id for link in links}
    here = [record for record in objects.values() if record.objekt_id in ids]
    texts, rows = page_texts(context, here, goal_set.namn, goal.titel)
    texts = replace(
        goal_texts(texts, goal, goal_set, language),
        listing_title=kind_texts.CARRIERS.in_language(language),
        listing=_carriers(context, links, here),
        listing_next=kind_texts.CARRIERS_NEXT.in_language(language),
        listing_space=1.1,
    )
    shown = atlas_layers.shown(ids, extent_of(context.snapshot, context.picture.bild_id))
    return AtlasPage(goal_set.namn, goal.titel, SheetContent(SheetPage(texts, (shown,)), node_names(here), rows))


def _carriers(context: SheetContext, links: list[GoalLink], here: list[ObjectRecord]) -> tuple[TextSection, ...]:
    language = context.snapshot.head.sprak
    groups = []
    for value in _ORDER:
        why = {link.objekt_id: link.motivering for link in links if link.bidrag == value}
        lines = tuple(
            TextLine(why[record.objekt_id], lead=record.namn or object_phrase(context.snapshot, record))
            for record in in_legend_order(context.snapshot, here)
            if record.objekt_id in why
        )
        if lines:
            groups.append(TextSection(contribution_word(value, language), lines=lines))
    return tuple(groups)
