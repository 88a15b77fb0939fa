"""A layer's whole style: one rule per class, level and status, all derived from the catalogue and a symbol set."""

from __future__ import annotations

from qgis.core import QgsRuleBasedRenderer, QgsSymbol, QgsVectorLayer

from ..catalogue.model import AREA, LINE, POINT, Catalogue, Level, ObjectClass
from ..errors import CatalogueError
from ..i18n import tr
from . import shapes
from .areas import area_layers, passed
from .drawing import symbol
from .labels import apply_labels
from .lines import LineFields, line_layers
from .look import Look, levels_of, look_of, unknown_look
from .points import point_layers
from .symbol_set import STATUSES, SymbolSet
from .wording import status_word

_ELSE = "ELSE"


def apply_style(
    layer: QgsVectorLayer, layer_code: str, catalogue: Catalogue, symbols: SymbolSet, language: str = "sv"
) -> None:
    """Give `layer`, which holds objects of table `layer_code`, its renderer and labels.

    Nothing is lost from the map: an unknown class is drawn grey, an unknown level as the smallest, an unknown status as
    the set's `utan_status`.
    """
    if catalogue.layer(layer_code) is None:
        raise CatalogueError(
            tr("Lagret {code} finns inte i katalogen och kan inte få någon stil.").format(code=layer_code)
        )
    fields = {field.name() for field in layer.fields()}
    root = QgsRuleBasedRenderer.Rule(None)
    for klass in catalogue.classes_in(layer_code):
        root.appendChild(_class_rule(catalogue, symbols, klass, layer_code, fields, language))
    unknown = symbol_of(unknown_look(catalogue, symbols, layer_code), fields)
    root.appendChild(_rule(tr("Okänd klass"), _ELSE, unknown))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    # Opacity of a layer and blending turn the map into a picture; colours carry their own alpha instead.
    layer.setOpacity(1.0)
    apply_labels(layer, layer_code, catalogue, symbols, language)


def symbol_of(look: Look, fields: set[str], swatch: bool = False) -> QgsSymbol:
    """The symbol of `look` for a layer that has these fields; as a swatch it draws right without a map."""
    geometry = look.recipe.geometri
    if geometry == POINT:
        return symbol(POINT, point_layers(look, swatch))
    if geometry == LINE:
        steering = LineFields({"mot_start", "mot_slut"} <= fields, "riktning" in fields)
        return symbol(LINE, line_layers(look, steering, swatch))
    return symbol(AREA, passed(area_layers(look, "osakerhet" in fields, swatch), look))


def _class_rule(
    catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str, fields: set[str], language: str
) -> QgsRuleBasedRenderer.Rule:
    name = klass.namn.in_language(language)
    rule = _rule(name, shapes.equals("klass", klass.kod))
    levels = levels_of(klass)
    if not levels:
        _add_statuses(rule, catalogue, symbols, klass, layer_code, None, fields, language)
    for level in levels:
        # The smallest level also takes those without a level or with one that the class does not have.
        smallest = level is levels[-1]
        child = _rule(level.namn.in_language(language), _ELSE if smallest else shapes.equals("niva", level.kod))
        _add_statuses(child, catalogue, symbols, klass, layer_code, level, fields, language)
        rule.appendChild(child)
    return rule


def _add_statuses(
    parent: QgsRuleBasedRenderer.Rule,
    catalogue: Catalogue,
    symbols: SymbolSet,
    klass: ObjectClass,
    layer_code: str,
    level: Level | None,
    fields: set[str],
    language: str,
) -> None:
    default = symbols.utan_status
    for status in sorted(symbols.status, key=lambda kod: STATUSES.index(kod) if kod in STATUSES else len(STATUSES)):
        look = look_of(catalogue, symbols, klass, layer_code, level.kod if level else "", status)
        condition = _ELSE if status == default else shapes.equals("status", status)
        parent.appendChild(_rule(status_word(catalogue, status, language), condition, symbol_of(look, fields)))


def _rule(label: str, condition: str, look: QgsSymbol | None = None) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(look)
    rule.setLabel(label)
    if condition == _ELSE:
        rule.setIsElse(True)
    else:
        rule.setFilterExpression(condition)
    return rule
