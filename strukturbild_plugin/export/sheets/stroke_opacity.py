"""Strokes that let through what lies under them, as strokes in a PDF and not as the areas that they cover.

Qt writes a stroke as a stroke only when its colour is opaque. Any other it turns into the outline of the area that it
covers, many times as long: nine tenths of a large map were outlines of soft bands and of the halos of names. Here such
strokes are drawn opaque, with their opacity hidden in the colour below what eight bits show; in the finished file each
gets its colour back, and its opacity the way PDF has it (CA in ISO 32000-1, 11.6.4.4).
"""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Iterator

from qgis.core import (
    QgsExpression,
    QgsExpressionNode,
    QgsExpressionNodeCondition,
    QgsExpressionNodeLiteral,
    QgsLayout,
    QgsLayoutItemMap,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ... import compat
from ...bundled import pypdf
from ...cartography.symbols.symbol_layers import data_defined

_OPAQUE = 255
_STEP, _MAX = 257, 65_535
"""From one colour of eight bits to the next, and the highest, in channels of sixteen bits."""
_MARK = 19
"""How far from eight bits the blue of a hidden opacity lies."""
_COLOUR = re.compile(r"(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3})")
_CHANNELS = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+)")
_LABEL = QgsPalLayerSettings.Property
_BUFFER_PROPERTIES = tuple(
    getattr(_LABEL, name)
    for name in ("BufferDraw", "BufferColor", "BufferOpacity", "BufferTransp", "BufferBlendMode")
    if hasattr(_LABEL, name)
)
_Undo = list[Callable[[], object]]


def hidden_opacity(colour: QColor) -> str:
    """The name of an opaque colour that looks like `colour` and carries its opacity."""
    offsets = (1 + colour.alpha() // 16, 1 + colour.alpha() % 16, _MARK)
    channels = (
        channel * _STEP + (offset if channel < _OPAQUE // 2 else -offset)
        for channel, offset in zip((colour.red(), colour.green(), colour.blue()), offsets)
    )
    return "#" + "".join(f"{channel:04x}" for channel in channels)


def opacity_in(red: float, green: float, blue: float) -> tuple[tuple[int, int, int], int] | None:
    """Colour and opacity (0 to 255) that a colour (shares of 1) carries; None when nothing is hidden in it."""
    channels = [round(share * _MAX) for share in (red, green, blue)]
    near = [round(channel / _STEP) for channel in channels]
    high, low, mark = (abs(channel - each * _STEP) for channel, each in zip(channels, near))
    if mark != _MARK or not (1 <= high <= 16 and 1 <= low <= 16):
        return None
    return (near[0], near[1], near[2]), (high - 1) * 16 + low - 1


@contextlib.contextmanager
def opacity_in_colours(layout: QgsLayout) -> Iterator[None]:
    """While the block lasts, lines and halos on the layout's maps are opaque and hide their opacity in the colour."""
    undo: _Undo = []
    try:
        for layer in _plain_layers(layout):
            for symbol in layer.renderer().symbols(QgsRenderContext()):
                _hide_in_symbol(symbol, undo)
            _hide_in_labeling(layer, undo)
        yield
    finally:
        for step in reversed(undo):
            step()


def restore_opacity(path: Path) -> None:
    """Give the strokes of the PDF at `path`, as Qt wrote it, their own colours and opacities."""
    writer: Any = pypdf().PdfWriter(clone_from=str(path))
    try:
        if restore_on_pages(writer):
            with open(path, "wb") as file:
                writer.write(file)
    finally:
        writer.close()


def restore_on_pages(writer: Any) -> bool:
    """The same on the pages of a pypdf writer; whether anything was hidden on them."""
    changed = False
    for page in writer.pages:
        stream = page["/Contents"].get_object() if "/Contents" in page else None
        if stream is None or not hasattr(stream, "set_data"):  # several streams are not Qt's
            continue
        data = with_opacity(stream.get_data(), page["/Resources"].get_object())
        if data is not None:
            stream.set_data(data)
            changed = True
    return changed


def with_opacity(data: bytes, resources: Any) -> bytes | None:
    """What a page draws, its strokes in their own colours and opacities; None when no opacity is hidden in it.

    `resources`: the page's, which get the states that this needs.
    """
    *pieces, last = data.split(b" SCN\n")
    told: dict[bytes, bytes] = {}
    used: set[int] = set()
    for place, piece in enumerate(pieces):
        before, line_end, colour = piece.rpartition(b"\n")
        if colour not in told:
            told[colour] = _told(colour, used)
        pieces[place] = before + line_end + told[colour]
    if used <= {_OPAQUE}:
        return None
    generic = pypdf().generic
    name, number = generic.NameObject, generic.FloatObject
    states = resources["/ExtGState"].get_object()
    for state in states.values():  # a state is set for what is filled: it is not to touch the strokes
        state.get_object().pop("/CA", None)
    for opacity in sorted(used):
        share = number(round(opacity / _OPAQUE, 4))
        states[name(f"/CA{opacity}")] = generic.DictionaryObject({name("/CA"): share})
    return b"".join(pieces) + last


def _told(colour: bytes, used: set[int]) -> bytes:
    """The colour as it is meant, and the opacity of what is drawn with it."""
    channels = _CHANNELS.fullmatch(colour)
    hidden = opacity_in(*map(float, channels.groups())) if channels else None
    opacity = _OPAQUE if hidden is None else hidden[1]
    used.add(opacity)
    plain = colour if hidden is None else b"%.9f %.9f %.9f" % tuple(channel / _OPAQUE for channel in hidden[0])
    return b"%s SCN\n/CA%d gs\n" % (plain, opacity)


def _plain_layers(layout: QgsLayout) -> list[QgsVectorLayer]:
    """The layers that are drawn as they are: what is blended can become a picture, in which nothing is restored."""
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    drawn = [(item, layer) for item in maps for layer in item.layers() if isinstance(layer, QgsVectorLayer)]
    blended = {
        layer.id()
        for item, layer in drawn
        if layer.opacity() < 1.0 or item.requiresRasterization() or item.containsAdvancedEffects()
    }
    return list(
        {layer.id(): layer for _item, layer in drawn if layer.id() not in blended and layer.renderer()}.values()
    )


def _hide_in_symbol(symbol: QgsSymbol, undo: _Undo) -> None:
    if symbol.opacity() != 1.0 or symbol.dataDefinedProperties().hasActiveProperties():
        return
    for layer in symbol.symbolLayers():
        effect = layer.paintEffect()
        if effect is not None and effect.enabled():
            continue
        if layer.layerType() == "SimpleLine":
            _hide_in_line(layer, undo)
        elif layer.subSymbol() is not None:
            _hide_in_symbol(layer.subSymbol(), undo)


def _hide_in_line(line: QgsSymbolLayer, undo: _Undo) -> None:
    colour = line.color()
    if 0 < colour.alpha() < _OPAQUE:
        line.setColor(QColor(hidden_opacity(colour)))
        undo.append(lambda: line.setColor(colour))
    steered = QgsProperty(line.dataDefinedProperties().property(compat.STROKE_COLOUR))
    hiding = _hiding(steered.asExpression()) if steered.isActive() else ""
    if hiding:
        line.setDataDefinedProperty(compat.STROKE_COLOUR, data_defined(hiding))
        undo.append(lambda: line.setDataDefinedProperty(compat.STROKE_COLOUR, steered))


@lru_cache(maxsize=256)
def _hiding(expression: str) -> str:
    """The expression of a colour with the opacity hidden in what it gives; '' when it does more than choose one."""
    read = QgsExpression(expression)
    return _hiding_node(read.rootNode()) if not read.hasParserError() else ""


def _hiding_node(node: QgsExpressionNode | None) -> str:
    if isinstance(node, QgsExpressionNodeLiteral):
        found = _COLOUR.fullmatch(str(node.value()))
        return QgsExpression.quotedString(hidden_opacity(QColor(*map(int, found.groups())))) if found else ""
    if not isinstance(node, QgsExpressionNodeCondition):
        return ""
    values = [_hiding_node(each.thenExp()) for each in node.conditions()]
    other = _hiding_node(node.elseExp())
    if not other or not all(values):
        return ""
    whens = (f"WHEN {each.whenExp().dump()} THEN {value}" for each, value in zip(node.conditions(), values))
    return f"CASE {' '.join(whens)} ELSE {other} END"


def _hide_in_labeling(layer: QgsVectorLayer, undo: _Undo) -> None:
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        for rule in labeling.rootRule().descendants():
            _hide_in_halo(rule.settings(), undo)
    elif isinstance(labeling, QgsVectorLayerSimpleLabeling):
        before, settings = labeling.clone(), labeling.settings()
        _hide_in_halo(settings, [])
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        undo.append(lambda: layer.setLabeling(before))


def _hide_in_halo(settings: QgsPalLayerSettings | None, undo: _Undo) -> None:
    if settings is None or any(settings.dataDefinedProperties().isActive(number) for number in _BUFFER_PROPERTIES):
        return
    before, text = settings.format(), settings.format()
    halo = text.buffer()
    effect = halo.paintEffect()
    if not halo.enabled() or halo.fillBufferInterior() or (effect is not None and effect.enabled()):
        return
    colour = halo.color()
    colour.setAlphaF(halo.opacity())
    halo.setColor(QColor(hidden_opacity(colour)))
    halo.setOpacity(1.0)
    text.setBuffer(halo)
    settings.setFormat(text)
    undo.append(lambda: settings.setFormat(before))
