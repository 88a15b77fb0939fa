"""The legend: only what is on the map, in the fixed order, each with a swatch that draws right by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Iterable, Sequence

from qgis.core import QgsRenderContext, QgsSymbol
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter

from ..catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass, Text
from .look import Look, levels_of, look_of, unknown_look
from .styling import symbol_of
from .symbol_set import STATUSES, SymbolSet
from .wording import phrase

_MM_PER_INCH = 25.4
_GEOMETRY_WORDS = {POINT: Text("punkt", "point"), LINE: Text("linje", "line"), AREA: Text("yta", "area")}
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
    catalogue: Catalogue, used: Collection[Sequence[str]], symbols: SymbolSet, language: str = "sv"
) -> tuple[LegendEntry, ...]:
    """Rows for what is `used`: structures B-K-G-A, classes in order, levels large to small, the built first.

    Each of `used` is (class, level, status), or with the layer's code as a fourth: then a class that may be point, line
    or area shows the swatch of what was drawn. Rows that would read and look the same are one.
    """
    rows: dict[tuple[str, str, str], LegendEntry] = {}
    for klass in catalogue.in_legend_order():
        drawn = (_drawn(catalogue, klass, each) for each in used if each[0] == klass.kod)
        here = {each for each in drawn if each is not None}
        several = len({layer_code for layer_code, _niva, _status in here}) > 1
        for layer_code, niva, status in sorted(here, key=lambda each: _rank(klass, symbols, *each)):
            title = phrase(catalogue, klass, niva, status, language)
            if several:
                title += f" ({_geometry_word(catalogue, layer_code, language)})"
            swatch = _swatch(look_of(catalogue, symbols, klass, layer_code, niva, status))
            rows.setdefault((klass.kod, layer_code, title), LegendEntry(klass.struktur, klass.kod, title, swatch))
    return tuple(rows.values())


def swatch_of(
    catalogue: Catalogue, symbols: SymbolSet, klass_kod: str, niva: str = "", layer_code: str = ""
) -> QgsSymbol:
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


def _drawn(catalogue: Catalogue, klass: ObjectClass, used: Sequence[str]) -> tuple[str, str, str] | None:
    """Layer, level and status of one used thing; a level or status that is not known is what it is drawn as."""
    layers = tuple(_layers_shown(catalogue, klass))
    if not layers:
        return None
    layer_code = used[3] if len(used) > 3 and used[3] in layers else layers[0]
    levels = levels_of(klass)
    niva = used[1] if klass.level(used[1]) else (levels[-1].kod if levels else "")
    return (layer_code, niva, used[2])


def _geometry_word(catalogue: Catalogue, layer_code: str, language: str) -> str:
    layer = catalogue.layer(layer_code)
    return _GEOMETRY_WORDS[layer.geometri if layer else AREA].in_language(language)


def _rank(klass: ObjectClass, symbols: SymbolSet, layer_code: str, niva: str, status: str) -> tuple[int, int, str]:
    order = [level.kod for level in levels_of(klass)]
    place = order.index(niva) if niva in order else len(order)
    kod = symbols.status_look(status).kod
    return (place, STATUSES.index(kod) if kod in STATUSES else len(STATUSES), layer_code)


def _swatch(look: Look) -> QgsSymbol:
    return symbol_of(look, set(), swatch=True)
