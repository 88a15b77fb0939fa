"""The legend of the web page: the same rows as on the printed map, each with its swatch as a small picture."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Sequence

from qgis.core import QgsSymbol
from qgis.PyQt.QtCore import QBuffer, QIODevice

from ...cartography.layout.legend import draw_swatch, grouped, legend_entries
from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set
from ...cartography.typography.fonts import load_fonts
from ...catalogue.sources import marks_explained
from ...store.gpkg.records import ObjectRecord, Snapshot
from ..sheets.sheet_texts import used_classes

_WIDTH_PX, _HEIGHT_PX, _PIXEL_RATIO = 56, 28, 2
"""Size of a swatch in CSS pixels, and how many picture pixels each has."""


@dataclass(frozen=True)
class LegendGroup:
    """A structure and what of it is on the map."""

    structure: str
    rows: tuple[tuple[str, str], ...]
    """Address of the swatch and the row's text."""


def legend_groups(snapshot: Snapshot, objects: Sequence[ObjectRecord]) -> tuple[LegendGroup, ...]:
    """The legend of `objects`, by structure in the order of the map."""
    load_fonts()
    language, catalogue = snapshot.head.sprak, snapshot.catalogue
    symbols = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)[0]
    entries = legend_entries(catalogue, used_classes(objects), symbols, language, mark_own=True)
    return tuple(
        LegendGroup(title, tuple((_picture(entry.symbol), entry.text) for entry in rows))
        for title, rows in grouped(catalogue, entries, language)
    )


def own_marks(snapshot: Snapshot, legend: Sequence[LegendGroup]) -> tuple[str, ...]:
    """What the marks after rows of a legend mean."""
    return marks_explained((text for group in legend for _symbol, text in group.rows), snapshot.head.sprak)


def _picture(symbol: QgsSymbol) -> str:
    image = draw_swatch(symbol, _WIDTH_PX * _PIXEL_RATIO, _HEIGHT_PX * _PIXEL_RATIO, dpi=96.0 * _PIXEL_RATIO)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(bytes(buffer.data())).decode("ascii")
