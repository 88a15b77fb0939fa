"""A sheet of a strukturbild: composed from a snapshot, ready to be written.

Printing uses QGIS's layout engine and so belongs in the main thread.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Callable, Mapping

from qgis.core import QgsLayoutItemMap, QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication, QThread

from ...cartography.layout.compose import MAP_ID, compose
from ...cartography.typography.page import page_of, with_bleed
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...store.gpkg.records import ObjectRecord, Snapshot
from ..sheet_facts import SheetFacts
from ..sheet_options import PLAIN, SheetOptions, checked
from ..stamp import EditionStamp
from .atlas import atlas
from .before_after import before_after
from .layer_cache import LayerCache
from .picture_sheet import objects_within, one_map
from .scenario_sheet import scenarios
from .sheet_context import SheetContent, SheetContext, make_context, node_names, picture_of
from .sheet_kinds import ATLAS, BEFORE_AFTER, ONE_MAP, SCENARIOS, kind_named
from .sheet_writer import PREVIEW_DPI, Sheet

__all__ = ["PREVIEW_DPI", "Sheet", "SheetFacts", "make_sheet", "print_map"]

_FORMS: Mapping[str, Callable[[SheetContext], list[SheetContent]]] = {
    ONE_MAP: one_map,
    BEFORE_AFTER: before_after,
    ATLAS: atlas,
    SCENARIOS: scenarios,
}
"""Who makes the pages of each form of sheet."""


_MAX_LEGENDS = 3
"""So many legends are tried for a map whose room depends on them."""


def make_sheet(
    snapshot: Snapshot,
    bild_id: str,
    stamp: EditionStamp,
    paper: str = "A3",
    kind: str = "karta",
    options: SheetOptions = PLAIN,
    feedback: Feedback | None = None,
    layer_cache: LayerCache | None = None,
) -> Sheet:
    """Compose the sheet of picture `bild_id` as a QGIS layout.

    `paper`: a code of `PAPERS`, or 'breddxhöjd' in mm. `kind`: a code of `KINDS`. `layer_cache`: the layers that it
    shares with other sheets of the same snapshot. Raises ExportError when the strukturbild lacks what the kind needs,
    Cancelled when the feedback says so, and RuntimeError off the main thread: a layout is a graphics scene, and Qt lets
    those live nowhere else.
    """
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() != application.thread():
        raise RuntimeError("a sheet is composed on the main thread")
    recipe, options = kind_named(kind), checked(options)
    page = with_bleed(replace(page_of(paper), side_share=recipe.side_share), options.bleed_mm, options.crop_marks)
    picture = picture_of(snapshot, bild_id)
    context = make_context(snapshot, picture, stamp, page, recipe, options, feedback or Silent(), layer_cache)
    contents = _FORMS[recipe.form](context)
    layout = composed(context, contents)
    if recipe.form == ONE_MAP and recipe.drawn and not context.symbols.grupper:  # colours go by all who have drawn
        contents, layout = _explaining_what_is_seen(context, contents, layout)
    return Sheet(layout, sheet_facts(context, contents, layout))


def composed(context: SheetContext, contents: list[SheetContent]) -> QgsPrintLayout:
    """The layout of the pages of a sheet."""
    pages = [content.page for content in contents]
    title, extras = context.snapshot.head.titel, context.extras(pages[0].maps[0].extent)
    return compose(context.page, pages, context.colours, title, extras)


def _explaining_what_is_seen(
    context: SheetContext, contents: list[SheetContent], layout: QgsPrintLayout
) -> tuple[list[SheetContent], QgsPrintLayout]:
    """The sheet with a legend of what is on its map: what lies outside the map is not explained.

    A shorter legend can leave the map more room, and that can show more: then it is explained too.
    """
    seen: dict[str, ObjectRecord] = {}
    for _ in range(_MAX_LEGENDS):
        extent = next(item.extent() for item in _maps(layout) if item.id() == MAP_ID)
        seen.update((record.objekt_id, record) for record in objects_within(context, extent))
        explained = one_map(context, tuple(seen.values()))
        if explained[0].legend == contents[0].legend:
            break
        contents, layout = explained, composed(context, explained)
    if not node_names(seen.values()):  # all nodes lie outside, which the check says: no name of theirs is missing
        contents = [replace(content, node_names=()) for content in contents]
    return contents, layout


def print_map(
    snapshot: Snapshot,
    bild_id: str,
    stamp: EditionStamp,
    pdf: Path,
    feedback: Feedback | None = None,
    paper: str = "A3",
    kind: str = "karta",
    options: SheetOptions = PLAIN,
) -> SheetFacts:
    """Write the map sheet of a picture as PDF."""
    feedback = feedback or Silent()
    stop_if_cancelled(feedback)
    sheet = make_sheet(snapshot, bild_id, stamp, paper, kind, options, feedback)
    feedback.setProgress(40)
    stop_if_cancelled(feedback)
    facts = sheet.write_pdf(pdf, StepFeedback(feedback, 40, 100))
    feedback.setProgress(100)
    return facts


def sheet_facts(context: SheetContext, contents: list[SheetContent], layout: QgsPrintLayout) -> SheetFacts:
    """What is known of a composed sheet before it is written."""
    width, height = context.page.media
    return SheetFacts(
        paper=context.page.paper,
        width_mm=width,
        height_mm=height,
        scale=next(float(round(item.scale())) for item in _maps(layout) if item.id() == MAP_ID and item.page() == 0),
        title=context.snapshot.head.titel,
        node_names=tuple(dict.fromkeys(name for content in contents for name in content.node_names)),
        legend=tuple(dict.fromkeys(row for content in contents for row in content.legend)),
        stamp=context.stamp,
        texts=contents[0].page.texts,
        pages=layout.pageCollection().pageCount(),
        trim_mm=context.page.slug,
        bleed_mm=context.page.bleed,
        shortened=layout.strukturbild_shortened,
    )


def _maps(layout: QgsPrintLayout) -> list[QgsLayoutItemMap]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
