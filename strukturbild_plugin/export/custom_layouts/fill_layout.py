"""A user's own layout, filled: items with known ids get the strukturbild's content, all others stay as they are."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import Callable, Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtXml import QDomDocument

from ... import compat
from ...cartography.labels.label_obstacles import place_labels
from ...cartography.layout.blocks import LEVEL, Section, draw_stack, split_into_columns
from ...cartography.layout.compose import CRS
from ...cartography.layout.layout_ids import LOCATOR, MAP, REQUIRED, item_name, missing_items_text, unusable_sentence
from ...cartography.layout.logos import LogoRow
from ...cartography.layout.overview_map import locator_layers
from ...cartography.layout.scale_bar import printable_scale
from ...cartography.layout.sheet_texts import SheetTexts, legend_parts, listing_parts, notes, writing_lines
from ...cartography.typography.page import PageBox, page_of
from ...cartography.typography.typeset import literal, show
from ...errors import ExportError
from ...feedback import Feedback, Silent
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..sheet_facts import SheetFacts
from ..sheet_options import PLAIN
from ..sheets.picture_sheet import objects_within, one_map
from ..sheets.sheet_context import SheetContent, SheetContext, make_context, node_names, picture_of
from ..sheets.sheet_kinds import kind_named
from ..sheets.sheet_writer import Sheet
from ..stamp import EditionStamp
from .choose_layout import DEFAULT_KIND
from .clean_layout import CleanLayout

_SHRINK_FACTORS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_MARGIN_MM, _ROUNDING_MM = 2.0, 0.1
_MIN_COLUMN_WIDTH_MM = 42.0
"""Millimetres, on A3, that a column of the legend is at least wide."""
_ARROW = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 40"><path d="M10 2 L10 38 M3 11 L10 2 L17 11" '
    b'fill="none" stroke="#222222" stroke-width="1.6"/></svg>'
)

Text = Callable[[SheetTexts], str]
TEXTS: Mapping[str, Text] = {
    "overrad": lambda texts: texts.overline.upper(),
    "titel": lambda texts: texts.title,
    "underrubrik": lambda texts: texts.subtitle,
    "regioner": lambda texts: texts.regions,
    "beslut": lambda texts: texts.decision,
    "notis": lambda texts: texts.notice,
    "ingress": lambda texts: texts.introduction,
    "princip": lambda texts: texts.principle,
    "utgava": lambda texts: "\n".join(texts.stamp),
    "kallor": lambda texts: texts.sources,
    "teckenforklaring_rubrik": lambda texts: texts.legend_title,
    "mal_rubrik": lambda texts: texts.listing_title,
}
"""Ids of labels, and what is set in them."""

LEGEND, GOALS, NOTES, SCALE_BAR, SCALE, ARROW, LOGO = (
    *("teckenforklaring", "mal", "anteckningar", "skalstock", "skala", "norrpil"),
    "logotyp",
)
OWN_PAPER = "egen"
"""Paper code of a sheet in the user's own layout, of the usual kind."""
KNOWN_IDS = (MAP, *TEXTS, LEGEND, GOALS, NOTES, SCALE_BAR, SCALE, ARROW, LOGO, LOCATOR)
"""Every id that is filled, for the help and the report."""
_OPTIONAL_IDS = (
    "notis",
    "beslut",
    "overrad",
    "teckenforklaring_rubrik",
    "mal_rubrik",
    SCALE,
    "regioner",
    LOGO,
    LOCATOR,
)
"""Ids whose absence is a matter of taste and not reported."""


class LayoutWithoutRoom(ExportError):
    """What a sheet shows has no room in the user's own layout; it has in the program's."""


@dataclass(frozen=True)
class CustomSheet:
    """A filled layout and what there is to say about it."""

    sheet: Sheet
    remarks: tuple[str, ...]


def make_own_sheet(
    snapshot: Snapshot,
    bild_id: str,
    stamp: EditionStamp,
    clean: CleanLayout,
    feedback: Feedback | None = None,
    kind_code: str = DEFAULT_KIND,
    *,
    overfull: bool = False,
) -> CustomSheet:
    """Fill a user's own layout with a picture, as the kind of sheet `kind_code` (a code of `KINDS`).

    `overfull`: a box that is too small grows, over whatever is under it, for whoever opens the layout to make room.

    Main thread only. Raises ExportError when the layout lacks an item that every sheet must have, LayoutWithoutRoom
    when a box has no room for what is to stand in it.
    """
    layout = load_layout(clean)
    items = _by_id(layout)
    lacking = tuple(name for name in REQUIRED if name not in items)
    if not any(isinstance(item, QgsLayoutItemMap) for item in items.get(MAP, ())):
        lacking = (MAP, *(name for name in lacking if name != MAP))
    if lacking:
        raise ExportError(unusable_sentence(clean.name, missing_items_text(lacking)))
    size = layout.pageCollection().page(0).rect()
    page = page_of(f"{max(148, round(size.width()))}x{max(148, round(size.height()))}")
    paper = OWN_PAPER if kind_code == DEFAULT_KIND else f"{OWN_PAPER}-{kind_code}"
    page = replace(page, paper=paper, width=size.width(), height=size.height())
    kind = kind_named(kind_code)
    context = make_context(snapshot, picture_of(snapshot, bild_id), stamp, page, kind, PLAIN, feedback or Silent())
    content = one_map(context)[0]
    _without_ligatures(layout)
    main = _show_maps(layout, items, context, content)
    content = _explaining_what_is_seen(context, content, _maps(layout, items))
    _fill(layout, items, context, content, main, overfull)
    layout.strukturbild_layers = [
        layer for item in layout.items() if isinstance(item, QgsLayoutItemMap) for layer in item.layers()
    ]
    facts = _facts(context, content, layout, items)
    missing_ids = [
        name for name in KNOWN_IDS if name not in items and name not in _OPTIONAL_IDS and _has(content.page.texts, name)
    ]
    missing = tr("Layouten {namn} visar inte: {delar}.").format(namn=clean.name, delar=", ".join(missing_ids))
    return CustomSheet(Sheet(layout, facts), (*clean.removed_texts, *((missing,) if missing_ids else ())))


def _has(texts: SheetTexts, name: str) -> bool:
    """Whether the sheet has something to show in the item of that name."""
    if name in TEXTS:
        return bool(TEXTS[name](texts))
    return bool({GOALS: texts.listing, LEGEND: texts.legend, NOTES: texts.notes}.get(name, True))


def load_layout(clean: CleanLayout) -> QgsPrintLayout:
    """The layout as QGIS reads it, empty of the strukturbild."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    layout = QgsPrintLayout(project)
    # The layout does not own its project; without this the project is collected while the layout is in use.
    layout.strukturbild_project = project
    layout.setName(clean.name)
    document = QDomDocument()
    read = bool(document.setContent(clean.xml)[0])
    items, fine = layout.loadFromTemplate(document, QgsReadWriteContext()) if read else ([], False)
    if not fine or not items or not layout.pageCollection().pageCount():
        raise ExportError(tr("Layouten {namn} går inte att öppna i den här versionen av QGIS.").format(namn=clean.name))
    return layout


def _by_id(layout: QgsPrintLayout) -> dict[str, list[QgsLayoutItem]]:
    """Items by id, in small letters, other spellings put right; a lone map without an id is the map."""
    found: dict[str, list[QgsLayoutItem]] = {}
    maps = []
    for item in layout.items():
        if isinstance(item, QgsLayoutItem):
            found.setdefault(item_name(item.id()), []).append(item)
            if isinstance(item, QgsLayoutItemMap):
                maps.append(item)
    others = [item for item in maps if item_name(item.id()) != LOCATOR]
    if MAP not in found and len(others) == 1:
        found[MAP] = others
    return found


def _maps(layout: QgsPrintLayout, items: Mapping[str, list[QgsLayoutItem]]) -> list[QgsLayoutItemMap]:
    """The maps that show the picture."""
    locators = items.get(LOCATOR, ())
    return [one for one in layout.items() if isinstance(one, QgsLayoutItemMap) and one not in locators]


def _show_maps(
    layout: QgsPrintLayout, items: Mapping[str, list[QgsLayoutItem]], context: SheetContext, content: SheetContent
) -> QgsLayoutItemMap:
    """Fill the maps; gives the one that scale and scale bar are of. ExportError when there is none."""
    sheet_map, locators = content.page.maps[0], items.get(LOCATOR, ())
    main = next((item for item in items[MAP] if isinstance(item, QgsLayoutItemMap)), None)
    if main is None:
        raise ExportError(tr("Objektet ”karta” i layouten är ingen karta. Ge kartobjektet det namnet."))
    for item in _maps(layout, items):
        _show_map(item, sheet_map.layers, sheet_map.extent)
        item.setScale(printable_scale(item.scale()))
        place_labels(item)
    if locators:
        lan, base = context.snapshot.head.lan, context.symbols.bas
        layers, country = locator_layers(lan, sheet_map.extent, context.colours, base)
        for item in locators:
            if isinstance(item, QgsLayoutItemMap):
                _show_map(item, layers, country)
    return main


def _explaining_what_is_seen(
    context: SheetContext, content: SheetContent, maps: Sequence[QgsLayoutItemMap]
) -> SheetContent:
    """The content with a legend of what is on the maps: what lies outside them is not explained."""
    if not context.kind.drawn or context.symbols.grupper:  # colours go by all who have drawn
        return content
    seen = {
        record.objekt_id: record
        for item in maps
        for record in objects_within(context, QgsRectangle(item.visibleExtentPolygon().boundingRect()))
    }
    explained = one_map(context, tuple(seen.values()))[0]
    # All nodes lie outside, which the check says: no name of theirs is missing.
    return explained if node_names(seen.values()) else replace(explained, node_names=())


def _fill(
    layout: QgsPrintLayout,
    items: Mapping[str, list[QgsLayoutItem]],
    context: SheetContext,
    content: SheetContent,
    main: QgsLayoutItemMap,
    overfull: bool,
) -> None:
    texts = content.page.texts
    if texts.notice and "notis" not in items:
        texts = replace(texts, stamp=(texts.notice, *texts.stamp))
    for name, text_of in TEXTS.items():
        _set_texts(items.get(name, ()), text_of(texts))
    _set_texts(items.get(SCALE, ()), f"1:{main.scale():,.0f}".replace(",", "\u00a0"))
    for item in items.get(SCALE_BAR, ()):
        if isinstance(item, QgsLayoutItemScaleBar):
            item.setLinkedMap(main)
            item.applyDefaultSize(compat.KILOMETRES)
    for item in items.get(ARROW, ()):
        if isinstance(item, QgsLayoutItemPicture) and not item.picturePath():
            path = "base64:" + base64.b64encode(_ARROW).decode("ascii")
            item.setPicturePath(path, QgsLayoutItemPicture.Format.FormatSVG)
    fillings: Mapping[str, Callable[[float], Sequence[Section]]] = {
        LEGEND: lambda factor: legend_parts(texts, context.colours, factor),
        GOALS: lambda factor: listing_parts(texts, context.colours, factor, 6),
    }
    for name, parts_of in fillings.items():
        _fill_box(layout, items.get(name, ()), context, parts_of, overfull)
    _fill_notes(layout, items.get(NOTES, ()), texts, context)
    _fill_logos(layout, items.get(LOGO, ()), context)


def _show_map(item: QgsLayoutItemMap, layers: Sequence[object], extent: object) -> None:
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setKeepLayerSet(True)
    item.setLayers(list(layers))
    show(item, _box(item), extent)


def _without_ligatures(layout: QgsPrintLayout) -> None:
    """A ligature (tt, fi) of the user's typeface cannot be searched in a PDF, and a file does not say to avoid them."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            font = item.font()
            compat.space_letters(font, 100.0)
            item.setFont(font)


def _set_texts(items: Sequence[QgsLayoutItem], text: str) -> None:
    for item in items:
        if isinstance(item, QgsLayoutItemLabel):
            item.setText(literal(text))


def _box(item: QgsLayoutItem) -> PageBox:
    at = item.scenePos()
    return PageBox(at.x(), at.y(), item.rect().width(), item.rect().height())


def _inside(item: QgsLayoutItem) -> PageBox:
    """The box of an item; within a shape that shows, which stays as a background, there is air along its edge."""
    seen = isinstance(item, QgsLayoutItemShape) and item.symbol().color().alpha() > 0
    box, air = _box(item), _MARGIN_MM if seen else 0.0
    return PageBox(box.x + air, box.y + air, box.width - 2 * air, box.height - 2 * air)


def _fill_box(
    layout: QgsPrintLayout,
    items: Sequence[QgsLayoutItem],
    context: SheetContext,
    parts_of: Callable[[float], Sequence[Section]],
    overfull: bool,
) -> None:
    """Set parts in columns within each item's box: as large as they fit, in as few columns as hold them."""
    for item in items:
        box, name = _inside(item), item.id()
        _make_room(layout, item)
        if not parts_of(1.0):
            continue
        for factor in (context.page.factor * shrink for shrink in _SHRINK_FACTORS):
            parts = parts_of(factor)
            most = max(1, int(box.width / (_MIN_COLUMN_WIDTH_MM * factor)))
            settings = [split_into_columns(parts, count, 5.0 * factor, box.width) for count in range(1, most + 1)]
            fitting = next((columns for columns in settings if columns.height(box.width) <= box.height), None)
            if fitting is not None:
                fitting.draw(layout, box)
                break
        else:
            if overfull:
                more = settings[-1].height(box.width) - box.height + _ROUNDING_MM
                item.attemptResize(QgsLayoutSize(item.rect().width(), item.rect().height() + more))
                settings[-1].draw(layout, box)
                continue
            raise LayoutWithoutRoom(
                tr(
                    "Det som ska stå i rutan ”{ruta}” i layouten får inte plats, inte ens med minsta texten. Gör rutan "
                    "större."
                ).format(ruta=name)
            )


def _fill_notes(
    layout: QgsPrintLayout, items: Sequence[QgsLayoutItem], texts: SheetTexts, context: SheetContext
) -> None:
    """Lines to write on, as many as each box holds; nothing on sheets that have none."""
    for item in items:
        box, factor = _inside(item), context.page.factor
        _make_room(layout, item)
        lines = writing_lines(texts, box.height, factor)
        if lines:
            part = notes(texts, context.colours, factor, lines)
            draw_stack(layout, part.blocks(first=True, top=LEVEL), box.x, box.y, box.width)


def _make_room(layout: QgsPrintLayout, item: QgsLayoutItem) -> None:
    """A shape is the background that the user wants under it; anything else only held the place."""
    if not isinstance(item, QgsLayoutItemShape):
        layout.removeLayoutItem(item)


def _fill_logos(layout: QgsPrintLayout, items: Sequence[QgsLayoutItem], context: SheetContext) -> None:
    for item in items:
        box = _box(item)
        if isinstance(item, QgsLayoutItemPicture) and item.picturePath():
            continue  # the user's own logo
        _make_room(layout, item)
        if context.logos:
            row = LogoRow(context.logos, context.page.factor, 0.0)
            row = replace(row, factor=row.factor * min(1.0, box.height / row.height(box.width)))
            row.draw(layout, box.x, box.y, box.width)


def _facts(
    context: SheetContext, content: SheetContent, layout: QgsPrintLayout, items: Mapping[str, list[QgsLayoutItem]]
) -> SheetFacts:
    size = layout.pageCollection().page(0).rect()
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    return SheetFacts(
        paper=context.page.paper,
        width_mm=size.width(),
        height_mm=size.height(),
        scale=maps[0].scale(),
        title=context.snapshot.head.titel,
        node_names=content.node_names,
        legend=content.legend if LEGEND in items else (),
        stamp=context.stamp,
        texts=content.page.texts,
        pages=layout.pageCollection().pageCount(),
    )
