"""What all pages of a sheet share: the snapshot, the paper, the symbols, the base map; and a page's content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence

from qgis.core import QgsMapLayer, QgsRectangle

from ...cartography.basemap.base_layers import attribution
from ...cartography.layout.compose import PageExtras, SheetMap, SheetPage
from ...cartography.layout.legend import LegendEntry, LegendItem, legend_entries
from ...cartography.layout.logos import Logo, carried_logos
from ...cartography.layout.map_extent import extent_around
from ...cartography.layout.overview_map import locator_layers
from ...cartography.symbol_set import SymbolSet
from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import family_or_shipped
from ...cartography.typography.page import Page
from ...cartography.typography.text_style import TextColours, scaled, sheet_colours
from ...errors import ExportError
from ...feedback import Feedback
from ...i18n import tr
from ...printable_snapshot import printable
from ...store.gpkg.records import ObjectRecord, Picture, Snapshot
from ..sheet_options import SheetOptions
from ..stamp import EditionStamp
from .layer_cache import LayerCache
from .sheet_kinds import SheetKind

_MIN_EXTENT_M = 20_000.0
"""Metres across that the map of objects without a region shows at least: a single node has no size."""


@dataclass(frozen=True)
class SheetContext:
    """What a sheet is made from."""

    snapshot: Snapshot
    """As it is printed."""
    picture: Picture
    stamp: EditionStamp
    page: Page
    kind: SheetKind
    options: SheetOptions
    symbols: SymbolSet
    """For this paper."""
    colours: TextColours
    base: Sequence[QgsMapLayer]
    sources: tuple[str, ...]
    logos: tuple[Logo, ...]
    layer_cache: LayerCache
    feedback: Feedback

    def objects(self, bild_id: str = "") -> list[ObjectRecord]:
        """The objects of a picture, or of the sheet's own."""
        wanted = bild_id or self.picture.bild_id
        return [record for record in self.snapshot.objects if record.bild_id == wanted]

    def layers(self, bild_id: str, paper: str = "") -> Sequence[QgsMapLayer]:
        """The layers of a picture, shared with other sheets; `paper`: where names moved by hand for it stand."""
        return self.layer_cache.picture(self.snapshot, bild_id, self.symbols, paper)

    def legend(self, used: Iterable[LegendItem]) -> tuple[LegendEntry, ...]:
        """The legend of what is `used`."""
        head = self.snapshot.head
        return legend_entries(self.snapshot.catalogue, set(used), self.symbols, head.sprak, mark_own=True)

    def extras(self, extent: QgsRectangle) -> PageExtras:
        """Grid and locator map, if wanted."""
        if not self.options.locator_map:
            return PageExtras(grid=self.options.grid)
        layers, country = locator_layers(self.snapshot.head.lan, extent, self.colours, self.symbols.bas)
        return PageExtras(self.options.grid, layers, country)


@dataclass(frozen=True)
class SheetContent:
    """A page and what must be found on it when it is printed."""

    page: SheetPage
    node_names: tuple[str, ...] = ()
    legend: tuple[str, ...] = ()


def make_context(
    snapshot: Snapshot,
    picture: Picture,
    stamp: EditionStamp,
    page: Page,
    kind: SheetKind,
    options: SheetOptions,
    feedback: Feedback,
    layer_cache: LayerCache | None = None,
) -> SheetContext:
    """Everything that is the same on all pages."""
    layer_cache, snapshot = layer_cache or LayerCache(), printable(snapshot)
    symbols = scaled(
        usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)[0], page.factor * kind.symbol_share
    )
    return SheetContext(
        snapshot,
        picture_of(snapshot, picture.bild_id),
        stamp,
        page,
        kind,
        options,
        symbols,
        sheet_colours(symbols, family_or_shipped(symbols.typsnitt)),
        layer_cache.base(snapshot, symbols),
        attribution(snapshot.head.sprak),
        carried_logos(snapshot.attachments),
        layer_cache,
        feedback,
    )


def picture_of(snapshot: Snapshot, bild_id: str) -> Picture:
    """The picture of that id. ExportError when it is gone."""
    for picture in snapshot.pictures:
        if picture.bild_id == bild_id:
            return picture
    raise ExportError(tr("Bilden finns inte längre i strukturbilden. Öppna filen på nytt och välj bild igen."))


def node_names(objects: Iterable[ObjectRecord]) -> tuple[str, ...]:
    """Names of the nodes that are drawn, each once."""
    return tuple(
        dict.fromkeys(record.namn for record in objects if record.lager == "nod" and record.namn and record.wkb)
    )


def extent_of(snapshot: Snapshot, bild_id: str) -> QgsRectangle:
    """The regions with air around; the picture's objects when no region has an outline that can be drawn."""
    regions = extent_around(area.wkb for area in snapshot.areas if area.wkb)
    if regions.isFinite() and not regions.isEmpty():
        return regions
    shapes = [record.wkb for record in snapshot.objects if record.bild_id == bild_id and record.wkb]
    objects = extent_around(shapes)
    missing = _MIN_EXTENT_M - max(objects.width(), objects.height())
    return objects.buffered(missing / 2) if shapes and missing > 0 else objects


def map_over_base(context: SheetContext, layers: Sequence[QgsMapLayer], extent: QgsRectangle) -> SheetMap:
    """A map of `layers` over the base map."""
    return SheetMap([*layers, *context.base], extent)
