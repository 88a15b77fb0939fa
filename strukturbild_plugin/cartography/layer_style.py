"""The style of a layer: a rule for each class and level, with status data-defined, from catalogue and symbol set."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Sequence

from qgis.core import QgsRuleBasedRenderer, QgsSymbol, QgsSymbolLayer, QgsVectorLayer

from ..catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass
from ..errors import CatalogueError
from ..i18n import tr
from .custom_styles.qml_style import apply_own_style
from .labels.labeling import apply_labels
from .symbol_set import SymbolSet
from .symbols import geometry_expressions as shapes
from .symbols.contributor_styles import with_contributor_marks
from .symbols.data_defined import StyleAxes, merge_variants
from .symbols.fill_symbols import area_layers, in_own_pass
from .symbols.layer_content import ANY_CONTENT, LayerContent
from .symbols.line_symbols import LineFields, line_layers
from .symbols.marker_symbols import point_layers
from .symbols.resolved_symbol import ResolvedSymbol, levels_of, resolve_symbol, unknown_symbol
from .symbols.small_marks import has_roles, role_layers, subtype_layers
from .symbols.symbol_layers import in_pass, symbol

_ELSE = "ELSE"


def apply_style(
    layer: QgsVectorLayer,
    layer_code: str,
    catalogue: Catalogue,
    symbols: SymbolSet,
    language: str = "sv",
    occurring: LayerContent = ANY_CONTENT,
) -> None:
    """Give `layer`, which holds objects of table `layer_code`, the renderer and labels of the symbol set.

    `occurring` says what the layer holds, when that is known: a lighter style for a layer that is not edited.
    `language`: of rule names, 'sv' or 'en'. Nothing is lost from the map: an unknown class is drawn grey, an unknown
    level as the smallest, an unknown status as the set's `utan_status`. A style that a region has made for the layer
    itself is used instead of all this. Raises CatalogueError when the catalogue has no such layer.
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
    known = catalogue.classes_in(layer_code)
    classes = occurring.classes(known)
    maker = _SymbolFactory(catalogue, symbols, layer_code, frozenset(fields), occurring)
    for klass in classes:
        root.appendChild(_class_rule(maker, klass, language))
    if "roll" in fields and classes and occurring.has_roles():
        _add_roles(root, catalogue, symbols, classes, layer_code)
    if occurring.unknown(known):
        unknown = symbol_of(unknown_symbol(catalogue, symbols, layer_code), fields)
        root.appendChild(_rule(tr("Okänd klass"), _ELSE, unknown))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    # Opacity of a layer and blending turn the map into a picture; colours carry their own alpha instead.
    layer.setOpacity(1.0)
    apply_labels(layer, layer_code, catalogue, symbols, language, occurring)


def symbol_of(resolved: ResolvedSymbol, fields: Set[str], swatch: bool = False) -> QgsSymbol:
    """The symbol of `resolved` for a layer that has these fields; as a swatch it draws right without a map."""
    geometry = resolved.recipe.geometri
    if resolved.groups and "grupp" in fields and not swatch:
        # Whose contribution it is, beside what it is: in the workshop both are asked for.
        own = symbol_of(replace(resolved, groups=()), fields)
        return with_contributor_marks(own, resolved)
    if geometry == POINT:
        return symbol(POINT, point_layers(resolved, swatch, "undertyp" in fields))
    if geometry == LINE:
        steering = LineFields({"mot_start", "mot_slut"} <= fields, "riktning" in fields)
        return symbol(LINE, [*line_layers(resolved, steering, swatch), *_subtype_marks(resolved, fields, swatch)])
    layers = in_own_pass(area_layers(resolved, "osakerhet" in fields, swatch), resolved)
    return symbol(AREA, [*layers, *_subtype_marks(resolved, fields, swatch)])


def _add_roles(
    root: QgsRuleBasedRenderer.Rule,
    catalogue: Catalogue,
    symbols: SymbolSet,
    classes: Sequence[ObjectClass],
    layer_code: str,
) -> None:
    """One rule for the roles of all points."""
    resolved_symbols = []
    for klass in classes:
        levels = levels_of(klass)
        for level in levels[:-1]:
            condition = f"{shapes.equals('klass', klass.kod)} AND {shapes.at_level(level.kod)}"
            resolved_symbols.append((condition, resolve_symbol(catalogue, symbols, klass, layer_code, level.kod)))
        resolved_symbols.append(
            (shapes.equals("klass", klass.kod), resolve_symbol(catalogue, symbols, klass, layer_code))
        )
    resolved = resolved_symbols[0][1]
    if resolved.roles:
        top = 2 * max(each.ranks for _condition, each in resolved_symbols)
        drawn = symbol(POINT, role_layers(resolved_symbols, top))
        root.appendChild(_rule(tr("Roller"), has_roles(resolved, [klass.kod for klass in classes]), drawn))


@dataclass(frozen=True)
class _SymbolFactory:
    """What the symbols of a layer's classes are made from."""

    catalogue: Catalogue
    symbols: SymbolSet
    layer_code: str
    fields: frozenset[str]
    occurring: LayerContent

    def symbol(self, klass: ObjectClass, levels: tuple[str, ...]) -> QgsSymbol:
        """One symbol for all statuses and these levels of a class."""
        axes = StyleAxes(levels, self.occurring.statuses(klass, self.symbols))
        resolved_symbols = {variant: self.resolve(klass, *variant) for variant in axes.every()}
        first = next(iter(resolved_symbols.values()))
        if first.recipe.geometri == POINT:
            return merge_variants(
                POINT,
                {variant: symbol_of(resolved, self.fields) for variant, resolved in resolved_symbols.items()},
                axes,
            )
        # The marks of subtypes on lines and areas are the same for every status: made once, and not folded together.
        variants = {
            variant: symbol_of(replace(resolved, subtypes=()), self.fields)
            for variant, resolved in resolved_symbols.items()
        }
        together = merge_variants(first.recipe.geometri, variants, axes)
        for layer in _subtype_marks(first, self.fields, False):
            together.appendSymbolLayer(layer)
        return together

    def resolve(self, klass: ObjectClass, level: str = "", status: str = "") -> ResolvedSymbol:
        """The resolved symbol of a class at a level and a status."""
        resolved = resolve_symbol(self.catalogue, self.symbols, klass, self.layer_code, level, status)
        return self.occurring.marked(resolved, klass)


def _class_rule(maker: _SymbolFactory, klass: ObjectClass, language: str) -> QgsRuleBasedRenderer.Rule:
    """A rule for the class; below it one for each level where the larger are to be drawn over the lesser."""
    name, condition = klass.namn.in_language(language), shapes.equals("klass", klass.kod)
    levels = maker.occurring.levels(klass)
    if maker.resolve(klass).recipe.geometri == AREA or len(levels_of(klass)) < 2:
        codes = tuple(level.kod for level in levels) or ("",)
        return _rule(name, condition, maker.symbol(klass, codes))
    rule = _rule(name, condition)
    for level in levels:
        # The smallest level also takes those without a level or with one that the class does not have.
        which = _ELSE if level is levels[-1] else shapes.at_level(level.kod)
        rule.appendChild(_rule(level.namn.in_language(language), which, maker.symbol(klass, (level.kod,))))
    return rule


def _subtype_marks(resolved: ResolvedSymbol, fields: Set[str], swatch: bool) -> list[QgsSymbolLayer]:
    """The marks of subtypes on a line or an area, in their rendering pass."""
    open_ends = {"mot_start", "mot_slut"} <= fields
    layers = subtype_layers(resolved, "undertyp" in fields, swatch, open_ends)
    if resolved.recipe.geometri == LINE:
        return [in_pass(layer, 3 * (resolved.ranks - 1 - resolved.rank) + 2) for layer in layers]
    return in_own_pass(layers, resolved)


def _rule(label: str, condition: str, resolved: QgsSymbol | None = None) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(resolved)
    rule.setLabel(label)
    if condition == _ELSE:
        rule.setIsElse(True)
    else:
        rule.setFilterExpression(condition)
    return rule
