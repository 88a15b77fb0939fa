"""A layer's whole style: a rule per class and level, steered by status, all derived from catalogue and symbol set."""

from __future__ import annotations

from dataclasses import replace
from typing import Collection, Sequence

from qgis.core import QgsRuleBasedRenderer, QgsSymbol, QgsSymbolLayer, QgsVectorLayer

from ..catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass
from ..errors import CatalogueError
from ..i18n import tr
from . import shapes
from .areas import area_layers, passed
from .contributors import contributed
from .drawing import in_pass, symbol
from .labels import apply_labels
from .lines import LineFields, line_layers
from .look import Look, levels_of, look_of, unknown_look
from .merging import Axes, merged
from .own_style import apply_own_style
from .points import point_layers
from .small_marks import has_roles, role_layers, subtype_layers
from .symbol_set import STATUSES, SymbolSet

_ELSE = "ELSE"


def apply_style(
    layer: QgsVectorLayer,
    layer_code: str,
    catalogue: Catalogue,
    symbols: SymbolSet,
    language: str = "sv",
    only: Collection[str] | None = None,
) -> None:
    """Give `layer`, which holds objects of table `layer_code`, its renderer and labels.

    `only` names the classes that the layer holds, when that is known: a lighter style for a layer that is not edited.
    Nothing is lost from the map: an unknown class is drawn grey, an unknown level as the smallest, an unknown status as
    the set's `utan_status`. A style that a region has made for the layer itself goes before all this.
    """
    if catalogue.layer(layer_code) is None:
        raise CatalogueError(
            tr("Lagret {code} finns inte i katalogen och kan inte få någon stil.").format(code=layer_code)
        )
    own = symbols.stilar.get(layer_code)
    if own is not None and apply_own_style(layer, own, symbols):
        return
    fields = {field.name() for field in layer.fields()}
    root = QgsRuleBasedRenderer.Rule(None)
    classes = [klass for klass in catalogue.classes_in(layer_code) if only is None or klass.kod in only]
    for klass in classes:
        root.appendChild(_class_rule(catalogue, symbols, klass, layer_code, fields, language))
    if "roll" in fields and classes:
        _add_roles(root, catalogue, symbols, classes, layer_code)
    unknown = symbol_of(unknown_look(catalogue, symbols, layer_code), fields)
    root.appendChild(_rule(tr("Okänd klass"), _ELSE, unknown))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    # Opacity of a layer and blending turn the map into a picture; colours carry their own alpha instead.
    layer.setOpacity(1.0)
    apply_labels(layer, layer_code, catalogue, symbols, language, only)


def symbol_of(look: Look, fields: set[str], swatch: bool = False) -> QgsSymbol:
    """The symbol of `look` for a layer that has these fields; as a swatch it draws right without a map."""
    geometry = look.recipe.geometri
    if look.groups and "grupp" in fields and not swatch:
        # Whose contribution it is, beside what it is: in the workshop both are asked for.
        own = symbol_of(replace(look, groups=()), fields)
        return contributed(own, look)
    if geometry == POINT:
        return symbol(POINT, point_layers(look, swatch, "undertyp" in fields))
    if geometry == LINE:
        steering = LineFields({"mot_start", "mot_slut"} <= fields, "riktning" in fields)
        return symbol(LINE, [*line_layers(look, steering, swatch), *_subtype_marks(look, fields, swatch)])
    layers = passed(area_layers(look, "osakerhet" in fields, swatch), look)
    return symbol(AREA, [*layers, *_subtype_marks(look, fields, swatch)])


def _add_roles(
    root: QgsRuleBasedRenderer.Rule,
    catalogue: Catalogue,
    symbols: SymbolSet,
    classes: Sequence[ObjectClass],
    layer_code: str,
) -> None:
    """One rule for the roles of all points."""
    looks = []
    for klass in classes:
        levels = levels_of(klass)
        for level in levels[:-1]:
            condition = f"{shapes.equals('klass', klass.kod)} AND {shapes.equals('niva', level.kod)}"
            looks.append((condition, look_of(catalogue, symbols, klass, layer_code, level.kod)))
        looks.append((shapes.equals("klass", klass.kod), look_of(catalogue, symbols, klass, layer_code)))
    look = looks[0][1]
    if look.roles:
        top = 2 * max(each.ranks for _condition, each in looks)
        drawn = symbol(POINT, role_layers(looks, top))
        root.appendChild(_rule(tr("Roller"), has_roles(look, [klass.kod for klass in classes]), drawn))


def _class_rule(
    catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str, fields: set[str], language: str
) -> QgsRuleBasedRenderer.Rule:
    """A rule for the class; below it one for each level where the larger are to be drawn over the lesser."""
    name, condition = klass.namn.in_language(language), shapes.equals("klass", klass.kod)
    levels = levels_of(klass)
    geometry = look_of(catalogue, symbols, klass, layer_code).recipe.geometri
    if geometry == AREA or len(levels) < 2:
        codes = tuple(level.kod for level in levels) or ("",)
        return _rule(name, condition, _symbol_for(catalogue, symbols, klass, layer_code, codes, fields))
    rule = _rule(name, condition)
    for level in levels:
        # The smallest level also takes those without a level or with one that the class does not have.
        which = _ELSE if level is levels[-1] else shapes.equals("niva", level.kod)
        made = _symbol_for(catalogue, symbols, klass, layer_code, (level.kod,), fields)
        rule.appendChild(_rule(level.namn.in_language(language), which, made))
    return rule


def _symbol_for(
    catalogue: Catalogue,
    symbols: SymbolSet,
    klass: ObjectClass,
    layer_code: str,
    levels: tuple[str, ...],
    fields: set[str],
) -> QgsSymbol:
    """One symbol for all statuses and these levels of a class."""
    others = sorted(set(symbols.status) - {symbols.utan_status}, key=_place)
    axes = Axes(levels, (*others, symbols.utan_status))
    looks = {
        (level, status): look_of(catalogue, symbols, klass, layer_code, level, status) for level, status in axes.every()
    }
    first = next(iter(looks.values()))
    if first.recipe.geometri == POINT:
        variants = {variant: symbol_of(look, fields) for variant, look in looks.items()}
        return merged(POINT, variants, axes)
    # The marks of subtypes on lines and areas are the same for every status: made once, and not folded together.
    variants = {variant: symbol_of(replace(look, subtypes=()), fields) for variant, look in looks.items()}
    together = merged(first.recipe.geometri, variants, axes)
    for layer in _subtype_marks(first, fields, False):
        together.appendSymbolLayer(layer)
    return together


def _subtype_marks(look: Look, fields: set[str], swatch: bool) -> list[QgsSymbolLayer]:
    """The marks of subtypes on a line or an area, in their rendering pass."""
    open_ends = {"mot_start", "mot_slut"} <= fields
    layers = subtype_layers(look, "undertyp" in fields, swatch, open_ends)
    if look.recipe.geometri == LINE:
        return [in_pass(layer, 3 * (look.ranks - 1 - look.rank) + 2) for layer in layers]
    return passed(layers, look)


def _place(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)


def _rule(label: str, condition: str, look: QgsSymbol | None = None) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(look)
    rule.setLabel(label)
    if condition == _ELSE:
        rule.setIsElse(True)
    else:
        rule.setFilterExpression(condition)
    return rule
