"""Whose contribution an object is, shown over the style that its layer has, and taken away without a trace.

The marks are rules of their own beside the layer's rules, so whatever style it has stays as it is. A symbol set that
marks contributors itself has its marks recoloured instead, or hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from qgis.core import QgsRuleBasedRenderer, QgsSymbol, QgsSymbolLayer, QgsVectorLayer

from .. import compat
from ..catalogue.model import AREA, Catalogue
from .symbol_set import SymbolSet
from .symbols import geometry_expressions as shapes
from .symbols.contributor_styles import GROUP_GIVEN, contributor_symbol, group_colour
from .symbols.resolved_symbol import levels_of, resolve_symbol
from .symbols.symbol_layers import data_defined

_LOOK_KEY, _MARKS_KEY = "strukturbild-utseende", "strukturbild-vem"
"""Keys of the rule that the layer's own rules lie under meanwhile, and of the one with the marks."""
_ABOVE = 40
"""The rendering pass of the marks: over all that our symbols use."""


def show_contributors(
    layer: QgsVectorLayer,
    layer_code: str,
    catalogue: Catalogue,
    symbols: SymbolSet,
    colours: Mapping[str, str],
    spare: Sequence[str],
) -> None:
    """Mark what each group has drawn in `layer`, which shows the table `layer_code`.

    `colours`: of groups by name, '#rrggbb'; other groups take one of `spare` by their name. A layer without the column
    `grupp`, or with a renderer that has no rules and cannot be given any (a heat map), is left as it is.
    """
    hide_contributors(layer)
    if layer.fields().indexOf("grupp") < 0:
        return
    if symbols.grupper and _own_marks(layer):
        _set_own_marks(layer, True, group_colour(spare, colours))
        layer.triggerRepaint()
        return
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        renderer = QgsRuleBasedRenderer.convertFromRenderer(renderer) if renderer is not None else None
        if renderer is None:
            return
        layer.setRenderer(renderer)
        renderer = layer.renderer()
    root, own = renderer.rootRule(), QgsRuleBasedRenderer.Rule(None)
    own.setRuleKey(_LOOK_KEY)
    for one in _take_children(root):  # under a rule of their own: an "else" among them is not to hear of the marks
        own.appendChild(one)
    root.appendChild(own)
    root.appendChild(_marks(layer_code, catalogue, symbols, colours, spare))
    layer.triggerRepaint()


def hide_contributors(layer: QgsVectorLayer) -> None:
    """Let `layer` look as it did without the marks."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    root = renderer.rootRule()
    _set_own_marks(layer, False)
    for one in _take_children(root):
        if one.ruleKey() == _LOOK_KEY:
            for child in _take_children(one):
                root.appendChild(child)
        elif one.ruleKey() != _MARKS_KEY:
            root.appendChild(one)
    layer.triggerRepaint()


def shows_contributors(layer: QgsVectorLayer) -> bool:
    """Whether its own rules have been given marks beside them."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return False
    return any(one.ruleKey() == _MARKS_KEY for one in renderer.rootRule().children())


@contextmanager
def without_contributors(layer: QgsVectorLayer) -> Iterator[None]:
    """In the block `layer` has no rules of marks: its style is to be kept, and they are no part of it."""
    renderer = layer.renderer()
    before = renderer.clone() if renderer is not None and shows_contributors(layer) else None
    if before is not None:
        hide_contributors(layer)
    try:
        yield
    finally:
        if before is not None:
            layer.setRenderer(before)


def _take_children(rule: QgsRuleBasedRenderer.Rule) -> list[QgsRuleBasedRenderer.Rule]:
    """What lies under a rule, no longer there; ours until it is put somewhere."""
    return [rule.takeChildAt(0) for _ in range(len(rule.children()))]


def _marks(
    layer_code: str, catalogue: Catalogue, symbols: SymbolSet, colours: Mapping[str, str], spare: Sequence[str]
) -> QgsRuleBasedRenderer.Rule:
    made = QgsRuleBasedRenderer.Rule(None)
    made.setRuleKey(_MARKS_KEY)
    made.setFilterExpression(GROUP_GIVEN)
    for klass in catalogue.classes_in(layer_code):
        levels = levels_of(klass)
        whole = resolve_symbol(catalogue, symbols, klass, layer_code)
        wanted = [] if whole.recipe.geometri == AREA else levels[:-1]
        of_class = QgsRuleBasedRenderer.Rule(None)
        of_class.setFilterExpression(shapes.equals("klass", klass.kod))
        for level in wanted:
            resolved = resolve_symbol(catalogue, symbols, klass, layer_code, level.kod)
            one = QgsRuleBasedRenderer.Rule(
                contributor_symbol(replace(resolved, groups=tuple(spare), group_names=colours), _ABOVE)
            )
            one.setFilterExpression(shapes.equals("niva", level.kod))
            of_class.appendChild(one)
        rest = QgsRuleBasedRenderer.Rule(
            contributor_symbol(replace(whole, groups=tuple(spare), group_names=colours), _ABOVE)
        )
        if wanted:
            rest.setIsElse(True)
        of_class.appendChild(rest)
        made.appendChild(of_class)
    return made


def _own_marks(layer: QgsVectorLayer) -> list[QgsSymbolLayer]:
    """The marks that the symbol set has put into the symbols themselves."""
    renderer = layer.renderer()
    rules = renderer.rootRule().descendants() if isinstance(renderer, QgsRuleBasedRenderer) else []
    found = []
    for rule in rules:
        if rule.symbol() is not None and rule.ruleKey() != _MARKS_KEY:
            found += [one for one in _layers(rule.symbol()) if _is_mark(one)]
    return found


def _layers(owner: QgsSymbol) -> Iterator[QgsSymbolLayer]:
    for one in owner.symbolLayers():
        yield one
        if one.subSymbol() is not None:
            yield from _layers(one.subSymbol())


def _is_mark(layer: QgsSymbolLayer) -> bool:
    steered = layer.dataDefinedProperties().property(compat.STROKE_COLOUR).expressionString()
    return 'regexp_substr("grupp"' in steered  # as group_colour writes it


def _set_own_marks(layer: QgsVectorLayer, shown: bool, colour: str = "") -> None:
    for one in _own_marks(layer):
        one.setEnabled(shown)
        if colour:
            one.setDataDefinedProperty(compat.STROKE_COLOUR, data_defined(colour))
