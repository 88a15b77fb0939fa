"""The legend: only what is on the map, in the fixed order, each with a swatch that draws right by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Iterable

from qgis.core import QgsRenderContext, QgsSymbol
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter

from ..catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass
from .look import Look, levels_of, look_of, unknown_look
from .styling import symbol_of
from .tokens import STATUSES, SymbolSet
from .wording import phrase

_MM_PER_INCH = 25.4
_SWATCH_ROOM = 0.88
"""Share of a picture's height that a marker or band may take."""


@dataclass(frozen=True)
class LegendEntry:
    """One row of the legend."""

    struktur: str
    klass: str
    rubrik: str
    symbol: QgsSymbol
    """A marker, line or fill symbol in millimetres that needs no map to draw right."""


def legend_entries(
    catalogue: Catalogue, used: Collection[tuple[str, str, str]], symbols: SymbolSet, language: str = "sv"
) -> tuple[LegendEntry, ...]:
    """Rows for the (class, level, status) that are `used`: structures B-K-G-A, classes in order, large to small, built first.

    A class that may be point or area gets a row for its first geometry; rows that would read the same are one.
    """
    rows: dict[tuple[str, str], LegendEntry] = {}
    for klass in catalogue.in_legend_order():
        here = {(niva, status) for kod, niva, status in used if kod == klass.kod}
        for niva, status in sorted(here, key=lambda pair: _rank(klass, symbols, *pair)):
            title = phrase(catalogue, klass, niva, status, language)
            for layer_code in _layers_shown(catalogue, klass):
                swatch = _swatch(look_of(catalogue, symbols, klass, layer_code, niva, status))
                rows.setdefault((klass.kod, title), LegendEntry(klass.struktur, klass.kod, title, swatch))
    return tuple(rows.values())


def swatch_of(catalogue: Catalogue, symbols: SymbolSet, klass_kod: str, niva: str = "", layer_code: str = "") -> QgsSymbol:
    """The swatch of a class as built, for palettes; grey when the catalogue does not know it."""
    klass = catalogue.klass(klass_kod)
    if klass is None:
        return _swatch(unknown_look(catalogue, symbols, layer_code or catalogue.lager[0].kod))
    code = layer_code or next(iter(_layers_shown(catalogue, klass)))
    first = levels_of(klass)[0].kod if levels_of(klass) else ""
    return _swatch(look_of(catalogue, symbols, klass, code, niva or first))


def draw_swatch(symbol: QgsSymbol, width: int, height: int, dpi: float = 96.0) -> QImage:
    """A picture of a swatch, `width` by `height` pixels on transparent ground; too large symbols are made to fit."""
    fitting = symbol.clone()
    room = height * _SWATCH_ROOM / dpi * _MM_PER_INCH
    for measure, setter in (("size", "setSize"), ("width", "setWidth")):
        if hasattr(fitting, setter) and getattr(fitting, measure)() > room:
            getattr(fitting, setter)(room)
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(dpi / _MM_PER_INCH * 1000))
    image.setDotsPerMeterY(round(dpi / _MM_PER_INCH * 1000))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(dpi / _MM_PER_INCH)
        fitting.drawPreviewIcon(painter, QSize(width, height), context)
    finally:
        painter.end()
    return image


def _layers_shown(catalogue: Catalogue, klass: ObjectClass) -> Iterable[str]:
    for geometry in (POINT, LINE, AREA):
        if geometry in klass.lager and catalogue.layer(klass.lager[geometry]) is not None:
            yield klass.lager[geometry]


def _rank(klass: ObjectClass, symbols: SymbolSet, niva: str, status: str) -> tuple[int, int]:
    order = [level.kod for level in levels_of(klass)]
    place = order.index(niva) if niva in order else len(order)
    kod = symbols.status_look(status).kod
    return (place, STATUSES.index(kod) if kod in STATUSES else len(STATUSES))


def _swatch(look: Look) -> QgsSymbol:
    return symbol_of(look, set(), swatch=True)
