"""Names on the map: hierarchy by level, nodes beside their symbol, bands along their line, areas inside.

The lesser give way: priority falls with the level, nothing is drawn over anything else, and no name covers a node.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Hashable, Sequence

from qgis.core import QgsPalLayerSettings, QgsRuleBasedLabeling, QgsVectorLayer

from ... import compat
from ...catalogue.model import AREA, LINE, POINT, Catalogue, Level, ObjectClass
from ..symbol_set import BAND, CONTOUR, MARK, STATUSES, LabelStyle, SymbolSet
from ..symbols import geometry_expressions as shapes
from ..symbols.layer_content import ANY_CONTENT, LayerContent
from ..symbols.resolved_symbol import ResolvedSymbol, levels_of, resolve_symbol, unknown_symbol
from .text_format import label_settings, set_expression

_POINT_MM = 25.4 / 72
LABEL_GAP_MM = 1.05
"""Millimetres, on A3, between a node and its name, beyond the halo."""
_REPEAT_MM = 120.0
"""Millimetres between repeated names of a long band."""
_OPEN_END_MM = 11.0
"""How far in from an open end, in mm, 'mot Oslo' stands."""
_AROUND = "R,TR,BR,L,TL,BL,T,B,TSR,BSR,TSL,BSL"
"""Where a node's name may stand, best first, in QGIS's short words: right, top right ..."""
_SEVERAL = "coalesce(num_geometries($geometry), 1) > 1"
_BESIDE_COLUMN, _BESIDE_ROW = "R,L,TR,TL", "T,B,TSL,BSL,TSR,BSR"
"""The same for a node that is several places, above or beside each other: its name may cover its own second place."""
_BESIDE_RISING, _BESIDE_FALLING = "TL,BR,TSL,BSR,T,B,L,R", "TR,BL,TSR,BSL,T,B,R,L"
"""The same for a name at the end of a band that rises or falls to the right: on the free side of it."""
_TOWARDS = {"sv": "mot", "en": "to"}


@dataclass(frozen=True)
class _LabelledClass:
    """One class at one level, and the rule of its names."""

    resolved: ResolvedSymbol
    condition: str
    name: str


def apply_labels(
    layer: QgsVectorLayer,
    layer_code: str,
    catalogue: Catalogue,
    symbols: SymbolSet,
    language: str = "sv",
    occurring: LayerContent = ANY_CONTENT,
) -> None:
    """Give `layer` a labelling rule for each way names are set, and one for what the catalogue does not know."""
    fields = {field.name() for field in layer.fields()}
    root = QgsRuleBasedLabeling.Rule(None)
    classes = catalogue.classes_in(layer_code)
    groups: dict[Hashable, list[_LabelledClass]] = {}
    for klass in classes:
        for level in (occurring.levels(klass) or (None,)) if occurring.has(klass) else ():
            resolved = resolve_symbol(catalogue, symbols, klass, layer_code, level.kod if level else "")
            if level is not None and not level.kod:
                resolved = replace(resolved, rank=1)  # as wide as the largest level, but no larger in words
            condition = f"{shapes.equals('klass', klass.kod)} AND {_at_level(klass, level)}"
            name = " ".join(each.namn.in_language(language) for each in (klass, level) if each)
            groups.setdefault(_settings_key(resolved), []).append(_LabelledClass(resolved, condition, name))
    for alike in groups.values():
        resolved, condition = alike[0].resolved, " OR ".join(f"({each.condition})" for each in alike)
        name = ", ".join(each.name for each in alike)
        _add(root, _coloured(_settings(resolved, symbols), alike), condition, name)
        if resolved.recipe.form == BAND and {"mot_start", "mot_slut"} <= fields:
            for settings, open_end in _open_ends(resolved, symbols, language):
                _add(root, _coloured(settings, alike), f"({condition}) AND {open_end}", f"{name} {_TOWARDS['sv']}")
    known = " OR ".join(shapes.equals("klass", klass.kod) for klass in classes) or "false"
    unknown = _settings(unknown_symbol(catalogue, symbols, layer_code), symbols)
    _add(root, unknown, f"NOT coalesce({known}, false)", "")
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def _settings_key(resolved: ResolvedSymbol) -> Hashable:
    """What decides how a name is set, but for its colour: classes with the same share one rule."""
    recipe = resolved.recipe
    size = 0.0 if recipe.geometri == AREA else resolved.size
    return recipe.form, recipe.bage, size, resolved.rank, resolved.ranks > 1


def _coloured(settings: QgsPalLayerSettings, alike: Sequence[_LabelledClass]) -> QgsPalLayerSettings:
    """Let each of `alike` have its own colour."""
    colours: dict[str, list[str]] = {}
    for each in alike:
        colours.setdefault(each.resolved.hue.text, []).append(f"({each.condition})")
    if len(colours) > 1:
        whens = " ".join(f"WHEN {' OR '.join(when)} THEN '{colour}'" for colour, when in colours.items())
        set_expression(settings, "Color", f"CASE {whens} END")
    return settings


def _at_level(klass: ObjectClass, level: Level | None) -> str:
    """Whether an object is at `level`; the smallest also takes those without a level that the class has."""
    levels = levels_of(klass)
    if level is None or len(levels) < 2:
        return "true"
    if level is not levels[-1]:
        return shapes.at_level(level.kod)
    larger = " OR ".join(shapes.at_level(other.kod) for other in levels[:-1])
    return f"NOT coalesce({larger}, false)"


def _add(root: QgsRuleBasedLabeling.Rule, settings: QgsPalLayerSettings, condition: str, name: str) -> None:
    root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 0, condition, name))


def _settings(resolved: ResolvedSymbol, symbols: SymbolSet) -> QgsPalLayerSettings:
    geometry = resolved.recipe.geometri
    if geometry == POINT:
        settings = _beside_node(resolved, symbols)
    elif geometry == LINE:
        settings = _along_line(resolved, symbols)
    else:
        settings = _inside_area(resolved, symbols)
    settings.fieldName = "namn"
    # What has no name stays in the labelling all the same: a node without a name is still not to be written on.
    set_expression(settings, "Show", "coalesce(\"namn\", '') <> ''")
    return settings


def _sized(styles: Sequence[LabelStyle], resolved: ResolvedSymbol) -> LabelStyle:
    """The text of a look's rank; a class with one level is set as the middle one, and only nodes as the largest."""
    rank = resolved.rank if resolved.ranks > 1 else len(styles) // 2
    if resolved.recipe.form == MARK:
        rank = max(1, rank)
    return styles[min(rank, len(styles) - 1)]


def _beside_node(resolved: ResolvedSymbol, symbols: SymbolSet) -> QgsPalLayerSettings:
    settings = label_settings(symbols, _sized(symbols.text.nod, resolved), resolved.hue.text)
    settings.placement = compat.LABEL_AROUND_POINT
    # Set as a list from Python the order is not taken over in QGIS 3.22.
    upright = "bounds_height($geometry) > bounds_width($geometry)"
    set_expression(
        settings,
        "PredefinedPositionOrder",
        f"if({_SEVERAL}, if({upright}, '{_BESIDE_COLUMN}', '{_BESIDE_ROW}'), '{_AROUND}')",
    )
    settings.dist = resolved.size / 2 + LABEL_GAP_MM * resolved.scale
    settings.distUnits = compat.MILLIMETERS
    grown = [kod for kod in STATUSES if symbols.status_style(kod).tillagg]
    if grown:
        codes = ", ".join(f"'{kod}'" for kod in grown)
        set_expression(settings, "LabelDistance", f'{settings.dist:.3f} + if("status" IN ({codes}), 1.0, 0)')
    settings.priority = max(3, 10 - 2 * resolved.rank) if resolved.ranks > 1 else 5
    # A node that is several places is named once, at the first of them.
    settings.geometryGenerator = "coalesce(geometry_n($geometry, 1), $geometry)"
    settings.geometryGeneratorType = compat.POINT_GEOMETRY
    settings.geometryGeneratorEnabled = True
    obstacle = settings.obstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(2.0)
    settings.setObstacleSettings(obstacle)
    return settings


def _along_line(resolved: ResolvedSymbol, symbols: SymbolSet) -> QgsPalLayerSettings:
    text = _sized(symbols.text.linje, resolved)
    on_band = resolved.recipe.form == BAND and resolved.size >= text.storlek * _POINT_MM * 1.25
    settings = label_settings(symbols, text, resolved.hue.text)
    settings.placement = compat.LABEL_CURVED
    settings.maxCurvedCharAngleIn = 22.0
    settings.maxCurvedCharAngleOut = -22.0
    placement = ("OnLine",) if on_band else ("AboveLine", "BelowLine", "MapOrientation")
    settings.lineSettings().setPlacementFlags(compat.line_placement(*placement))
    settings.lineSettings().setMergeLines(False)
    settings.dist = 0.0 if on_band else resolved.size / 2 + 0.5
    settings.distUnits = compat.MILLIMETERS
    settings.repeatDistance = _REPEAT_MM * max(1.0, resolved.scale)
    settings.repeatDistanceUnit = compat.MILLIMETERS
    settings.priority = max(2, 7 - resolved.rank) if resolved.recipe.form == BAND else 2
    settings.geometryGenerator = shapes.bent(resolved.recipe.bage, 2.6) if resolved.recipe.bage else shapes.CALM_LINE
    settings.geometryGeneratorType = compat.LINE_GEOMETRY
    settings.geometryGeneratorEnabled = True
    return settings


def _inside_area(resolved: ResolvedSymbol, symbols: SymbolSet) -> QgsPalLayerSettings:
    spacing = 0.08 if resolved.recipe.form == CONTOUR else 0.0
    settings = label_settings(symbols, _sized(symbols.text.yta, resolved), resolved.hue.text, spacing=spacing)
    settings.placement = compat.LABEL_HORIZONTAL
    settings.autoWrapLength = 18
    settings.multilineAlign = compat.LABEL_CENTRED
    settings.priority = 3 if resolved.recipe.form == CONTOUR else 4
    return settings


def _open_ends(resolved: ResolvedSymbol, symbols: SymbolSet, language: str) -> list[tuple[QgsPalLayerSettings, str]]:
    """'mot Oslo' beside each end that goes on beyond the map."""
    ends = []
    for field, point, condition in (
        ("mot_start", "start", shapes.GOES_ON_BEFORE),
        ("mot_slut", "end", shapes.GOES_ON_AFTER),
    ):
        settings = label_settings(symbols, symbols.text.riktning, resolved.hue.text)
        word = _TOWARDS.get(language, _TOWARDS["sv"])
        is_written_out = f"lower(\"{field}\") LIKE '{word} %'"
        settings.fieldName = f'if({is_written_out}, "{field}", \'{word} \' || "{field}")'
        settings.isExpression = True
        settings.geometryGenerator = shapes.open_end(point, _OPEN_END_MM)
        settings.geometryGeneratorType = compat.POINT_GEOMETRY
        settings.geometryGeneratorEnabled = True
        settings.placement = compat.LABEL_AROUND_POINT
        rising = shapes.rising_end(point, _OPEN_END_MM)
        set_expression(settings, "PredefinedPositionOrder", f"if({rising}, '{_BESIDE_RISING}', '{_BESIDE_FALLING}')")
        settings.dist = resolved.size / 2 + 0.9
        settings.distUnits = compat.MILLIMETERS
        settings.priority = 9
        ends.append((settings, condition))
    return ends
