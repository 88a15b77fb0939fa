"""The legend: only what is on the map, in the fixed order, each with a swatch that draws right by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable, Mapping, NamedTuple, Sequence, Union

from qgis.core import QgsRenderContext, QgsSymbol
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter

from ...catalogue.model import AREA, LINE, POINT, ROLE_LIST, Catalogue, ObjectClass, Text
from ...catalogue.sources import own_mark
from ..custom_styles.qml_style import symbol_from_own_style
from ..layer_style import symbol_of
from ..symbol_set import STATUSES, SymbolSet
from ..symbols.contributor_styles import group_colours, group_swatch
from ..symbols.resolved_symbol import (
    ResolvedSymbol,
    levels_of,
    resolve_symbol,
    role_marks_of,
    subtype_marks_of,
    unknown_symbol,
)
from ..symbols.small_marks import role_swatch
from ..symbols.symbol_layers import symbol as made_symbol
from .legend_phrases import graded_subtype, phrase

_MM_PER_INCH = 25.4
_GEOMETRY_WORDS = {POINT: Text("punkt", "point"), LINE: Text("linje", "line"), AREA: Text("yta", "area")}
_MAX_SWATCH_SHARE = 0.88
"""Share of a picture's height that a marker or band may take."""


ROLES, GROUPS = "roller", "grupper"
_EXTRA: Mapping[str, Text] = {ROLES: Text("Roller", "Roles"), GROUPS: Text("Vem som har ritat", "Who has drawn")}
"""What a legend explains besides structures: codes in place of a structure's, and headings."""


class LegendItem(NamedTuple):
    """The attributes of an object that decide its legend row, by the names that `ObjectRecord` has."""

    klass: str
    niva: str = ""
    status: str = ""
    lager: str = ""
    undertyp: str = ""
    roller: tuple[str, ...] = ()
    grupp: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """One row of the legend."""

    struktur: str
    klass: str
    text: str
    symbol: QgsSymbol
    """A marker, line or fill symbol in millimetres that needs no map to draw right."""


def legend_entries(
    catalogue: Catalogue,
    used: Iterable[Union[LegendItem, Sequence[str]]],
    symbols: SymbolSet,
    language: str = "sv",
    mark_own: bool = False,
) -> tuple[LegendEntry, ...]:
    """Legend rows for what is `used`: structures B-K-G-A, classes in order, levels large to small, built first.

    Each of `used` is (class, level, status), or a `LegendItem`: with a layer a class that may be point, line or area
    shows the swatch of what was drawn, and subtypes, roles and contributors with a mark of their own are explained.
    Rows that would read and look the same are one. `language`: 'sv' or 'en'. `mark_own`: whether a mark stands after
    what is the region's or the program's own (catalogue.sources.own_mark).
    """
    items = [each if isinstance(each, LegendItem) else _legend_item(*each) for each in used]
    rows: dict[tuple[str, str, str], LegendEntry] = {}
    for klass in catalogue.in_legend_order():
        mine = [each for each in items if each.klass == klass.kod]
        drawn = (_drawn(catalogue, klass, each) for each in mine)
        shown = {each for each in drawn if each is not None}
        several = len({layer_code for layer_code, _niva, _status in shown}) > 1
        for layer_code, niva, status in sorted(shown, key=lambda each: _rank(klass, symbols, *each)):
            title = phrase(catalogue, klass, niva, status, language)
            if several:
                title += f" ({_geometry_word(catalogue, layer_code, language)})"
            only = graded_subtype(klass, klass.level(niva))
            title += own_mark(klass, klass.level(niva)) if mark_own else ""
            shown_as = LegendItem(klass.kod, niva, status, layer_code, only.kod if only is not None else "")
            swatch = class_swatch(catalogue, symbols, klass, shown_as)
            rows.setdefault((klass.kod, layer_code, title), LegendEntry(klass.struktur, klass.kod, title, swatch))
        for entry in _subtypes(catalogue, symbols, klass, mine, language, mark_own):
            rows[klass.kod, "", entry.text] = entry
    return (*rows.values(), *_roles(catalogue, symbols, items, language), *_groups(symbols, items))


def _legend_item(klass: str, niva: str, status: str, layer_code: str = "") -> LegendItem:
    return LegendItem(klass, niva, status, layer_code)


def grouped(
    catalogue: Catalogue, entries: Sequence[LegendEntry], language: str
) -> tuple[tuple[str, tuple[LegendEntry, ...]], ...]:
    """Legend rows under their headings: structures in the catalogue's order, then roles and contributors.

    `language`: 'sv' or 'en'.
    """
    titles = {structure.kod: structure.namn for structure in catalogue.strukturer}
    found = []
    for kod, title in {**titles, **_EXTRA}.items():
        rows = tuple(entry for entry in entries if entry.struktur == kod)
        if rows:
            found.append((title.in_language(language), rows))
    return tuple(found)


def class_swatch(catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, used: LegendItem) -> QgsSymbol:
    """What the map draws it as: by a region's own style of the layer where there is one."""
    own = symbols.stilar.get(used.lager)
    if own is not None:
        found = symbol_from_own_style(own, used._replace(roller=())._asdict(), symbols.scale)
        if found is not None:
            return found
    resolved = resolve_symbol(catalogue, symbols, klass, used.lager, used.niva, used.status)
    return _swatch(replace(resolved, subtype=used.undertyp))


def _subtypes(
    catalogue: Catalogue,
    symbols: SymbolSet,
    klass: ObjectClass,
    used: Sequence[LegendItem],
    language: str,
    mark_own: bool,
) -> list[LegendEntry]:
    """'Bytespunkt: flygplats' for each subtype on the map that has a mark, drawn as the largest of them."""
    marked = dict(subtype_marks_of(symbols, klass))
    name = klass.namn.in_language(language).split(" (")[0]
    rows = []
    for subtype in klass.undertyper:
        mine = [each for each in used if each.undertyp == subtype.kod and each.lager]
        if all(graded_subtype(klass, klass.level(each.niva)) is subtype for each in mine):
            continue  # each of them has a row of its level, which says so
        if subtype.kod in marked and mine and mine[0].lager not in symbols.stilar:
            first = min(mine, key=lambda each: _rank(klass, symbols, each.lager, each.niva, each.status))
            word = subtype.namn.in_language(language)
            title = f"{name}: {word[:1].lower()}{word[1:]}{own_mark(klass, subtype) if mark_own else ''}"
            rows.append(LegendEntry(klass.struktur, klass.kod, title, class_swatch(catalogue, symbols, klass, first)))
    return rows


def _roles(catalogue: Catalogue, symbols: SymbolSet, used: Sequence[LegendItem], language: str) -> list[LegendEntry]:
    """The marks of the roles that points on the map have."""
    points = [each for each in used if each.roller and each.lager and _is_point(catalogue, each.lager)]
    if not points:
        return []
    klass = catalogue.object_class(points[0].klass)
    there = {kod for each in points if each.lager not in symbols.stilar for kod in each.roller}
    names = {choice.kod: choice.namn.in_language(language) for choice in catalogue.listor.get(ROLE_LIST, ())}
    resolved = resolve_symbol(catalogue, symbols, klass, points[0].lager) if klass else None
    marks = role_marks_of(catalogue, symbols) if resolved else ()
    return [
        LegendEntry(ROLES, f"{ROLES}:{kod}", names[kod], made_symbol(POINT, role_swatch(resolved, kod)))
        for kod, _name, _hollow in marks
        if kod in there and resolved
    ]


def _groups(symbols: SymbolSet, used: Sequence[LegendItem]) -> list[LegendEntry]:
    """Whose colour is whose."""
    names = sorted({each.grupp for each in used if each.grupp})
    colours = group_colours(symbols.grupper, names)
    return [LegendEntry(GROUPS, f"{GROUPS}:{name}", name, group_swatch(colour)) for name, colour in colours.items()]


def _is_point(catalogue: Catalogue, layer_code: str) -> bool:
    layer = catalogue.layer(layer_code)
    return layer is not None and layer.geometri == POINT


def swatch_of(
    catalogue: Catalogue, symbols: SymbolSet, class_code: str, niva: str = "", layer_code: str = ""
) -> QgsSymbol:
    """The swatch symbol of a class with status built, for palettes; grey when the catalogue does not know the class.

    `niva`: level, the largest when ''. `layer_code`: for classes that may be point, line or area; the first when ''.
    """
    klass = catalogue.object_class(class_code)
    if klass is None:
        return _swatch(unknown_symbol(catalogue, symbols, layer_code or catalogue.lager[0].kod))
    code = layer_code or next(iter(_layers_shown(catalogue, klass)))
    first = levels_of(klass)[0].kod if levels_of(klass) else ""
    return class_swatch(catalogue, symbols, klass, LegendItem(klass.kod, niva or first, "", code))


def draw_swatch(symbol: QgsSymbol, width: int, height: int, dpi: float = 96.0) -> QImage:
    """Draw a legend swatch as an image of `width` by `height` pixels on transparent ground.

    `dpi`: pixels per inch that the symbol's mm are drawn at. Symbols that are too large are drawn smaller.
    """
    fitting = symbol.clone()
    room = height * _MAX_SWATCH_SHARE / dpi * _MM_PER_INCH
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


def _drawn(catalogue: Catalogue, klass: ObjectClass, used: LegendItem) -> tuple[str, str, str] | None:
    """Layer, level and status that a used item is explained by; a level that nobody has given stays ''."""
    layers = tuple(_layers_shown(catalogue, klass))
    if not layers:
        return None
    layer_code = used.lager if used.lager in layers else layers[0]
    return (layer_code, used.niva, used.status)


def _geometry_word(catalogue: Catalogue, layer_code: str, language: str) -> str:
    layer = catalogue.layer(layer_code)
    return _GEOMETRY_WORDS[layer.geometri if layer else AREA].in_language(language)


def _rank(klass: ObjectClass, symbols: SymbolSet, layer_code: str, niva: str, status: str) -> tuple[int, str, int, str]:
    """Large levels first; those that the class does not have last, none given before them."""
    order = [level.kod for level in levels_of(klass)]
    place, unknown = (order.index(niva), "") if niva in order else (len(order), niva)
    kod = symbols.status_style(status).kod
    return (place, unknown, STATUSES.index(kod) if kod in STATUSES else len(STATUSES), layer_code)


def _swatch(resolved: ResolvedSymbol) -> QgsSymbol:
    return symbol_of(resolved, set(), swatch=True)
