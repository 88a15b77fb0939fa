"""From class, level and status to a resolved symbol: recipe, colours, size. Every class gets one, own classes too."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Mapping

from ...catalogue.model import AREA, LINE, POINT, ROLE_LIST, Catalogue, Level, ObjectClass
from ..symbol_set import (
    FIELD,
    HATCH,
    MARK,
    RING,
    SOFT,
    STROKE,
    UNMARKED,
    ColourFamily,
    SmallMarks,
    StatusStyle,
    SymbolRecipe,
    SymbolSet,
)

_SPARE_MARKS = ("femhorning", "triangel", "sexhorning", "stjarna", "fyrkant", "romb")
_SPARE_DASHES = ((), (5.0, 1.2, 0.8, 1.2), (0.8, 0.8))
GROWTH_GAP_MM = 0.65
"""Gap in mm between a node and the ring that says it is to grow."""
_SPARE_ANGLES = (0.0, 90.0, 45.0, 135.0)
_UNGRADED_DENSITY = 1.6
"""How much denser an area that is not graded is, or broader its hatching, than the largest level's."""


@dataclass(frozen=True)
class ResolvedSymbol:
    """Everything needed to draw one class at one level with one status."""

    recipe: SymbolRecipe
    hue: ColourFamily
    status: StatusStyle
    size: float
    """Diameter or width in mm; 0 for areas."""
    rank: int
    """Place of the level from the largest, 0; classes with one level have 0."""
    ranks: int
    """How many levels the class has, at least 1."""
    paper: str = "#ffffff"
    """The colour of halos and casings."""
    sway: float = 0.0
    """How far in mm lines sway."""
    groups: tuple[str, ...] = ()
    """Colours of contributors."""
    group_names: Mapping[str, str] = field(default_factory=dict)
    """The colours of groups known by name."""
    subtypes: tuple[tuple[str, str], ...] = ()
    """Subtypes that have a mark, and its name."""
    subtype: str = ""
    """The subtype a swatch shows."""
    subtype_marks: SmallMarks = UNMARKED
    roles: tuple[tuple[str, str, bool], ...] = ()
    """Roles of points that have a mark, its name, and whether it is hollow (there are more roles than marks)."""
    role_marks: SmallMarks = UNMARKED
    hatch_planned: bool = False
    """Whether a field that is not there yet is hatched."""
    hatch_once: bool = False
    """Whether the lines of a hatch end at the border instead of fading: lighter, for classes that few pictures have."""
    scale: float = 1.0
    """What the millimetres of the small things of a symbol are multiplied by."""
    line_width_factor: float = 1.0
    """How much broader than on A3 what is fine is."""

    @property
    def outer_diameter(self) -> float:
        """Diameter in mm of a point with the ring that says it is to grow, whether it has one or not."""
        return self.size + 2 * (GROWTH_GAP_MM + 0.5) * self.line_width_factor

    @property
    def tone(self) -> str:
        """The hue's colour for this rank: the lesser, the lighter."""
        return (self.hue.stark, self.hue.stark, self.hue.mellan)[min(self.rank, 2)]


def resolve_symbol(
    catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str, niva: str = "", status: str = ""
) -> ResolvedSymbol:
    """Find recipe, colours and sizes (mm) for a class in a layer at a level with a status.

    A level that the class does not have is drawn as its smallest, an unknown status as the set's `utan_status`.
    """
    geometry = _geometry(catalogue, layer_code)
    recipe = recipe_of(catalogue, symbols, klass, layer_code)
    levels = levels_of(klass)
    level = next((one for one in levels if one.kod == niva), levels[-1] if levels else None)
    if geometry == AREA and level is not None and not level.kod:
        lines = min(recipe.avstand * 0.75, recipe.bredd * _UNGRADED_DENSITY)
        recipe = replace(recipe, tathet=min(1.0, recipe.tathet * _UNGRADED_DENSITY), bredd=max(recipe.bredd, lines))
    size = _size(recipe, levels, level) if geometry != AREA else recipe.storlek
    return ResolvedSymbol(
        recipe=recipe,
        hue=symbols.hue(recipe, klass.struktur),
        status=symbols.status_style(status),
        size=size * recipe.faktor * symbols.faktor,
        rank=_rank(levels, level),
        ranks=max(1, len(klass.nivaer)),
        paper=symbols.paper.halo,
        sway=symbols.handritad,
        groups=symbols.grupper,
        group_names=symbols.colours_by_group,
        subtypes=subtype_marks_of(symbols, klass),
        subtype_marks=symbols.undertyper,
        roles=role_marks_of(catalogue, symbols) if geometry == POINT else (),
        role_marks=symbols.roller,
        scale=symbols.faktor,
        line_width_factor=symbols.line_width_factor,
        hatch_planned=symbols.planerat_skrafferas,
        hatch_once=klass.egen,
    )


def _size(recipe: SymbolRecipe, levels: tuple[Level, ...], level: Level | None) -> float:
    if level is None:
        return recipe.storlek
    if recipe.nivasteg:
        return float((levels[0].storlek or recipe.storlek) * recipe.nivasteg ** _rank(levels, level))
    return level.storlek or recipe.storlek


def _rank(levels: tuple[Level, ...], level: Level | None) -> int:
    """The place of a level from the largest; what is not graded has that of the largest."""
    graded = [one for one in levels if one.kod]
    return graded.index(level) if level is not None and level.kod else 0


def subtype_marks_of(symbols: SymbolSet, klass: ObjectClass) -> tuple[tuple[str, str], ...]:
    """The marks of a class's subtypes. The first is what the class mostly is and is drawn plain."""
    return tuple(symbols.undertyper.of([subtype.kod for subtype in klass.undertyper[1:]]).items())


def role_marks_of(catalogue: Catalogue, symbols: SymbolSet) -> tuple[tuple[str, str, bool], ...]:
    """The marks of the roles; when there are more roles than marks, the mark comes back hollow."""
    given = symbols.roller.of([choice.kod for choice in catalogue.listor.get(ROLE_LIST, ())])
    seen: set[str] = set()
    found = []
    for kod, name in given.items():
        found.append((kod, name, name in seen))
        seen.add(name)
    return tuple(found)


def unknown_symbol(catalogue: Catalogue, symbols: SymbolSet, layer_code: str) -> ResolvedSymbol:
    """How objects of a class that the catalogue does not know are drawn: plain and grey, but there."""
    recipe = replace(symbols.symboler[_geometry(catalogue, layer_code)], farg=symbols.okand_farg)
    hue, size = symbols.farger[symbols.okand_farg], recipe.storlek * symbols.faktor
    return ResolvedSymbol(recipe, hue, symbols.status_style(""), size, 0, 1, symbols.paper.halo, symbols.handritad)


def levels_of(klass: ObjectClass) -> tuple[Level, ...]:
    """The levels of a class, the largest first.

    Where only some subtypes are graded, what has no level comes before them, as the level '': a weak green link is not
    to look stronger than one that is not weak.
    """
    levels = tuple(sorted(klass.nivaer, key=lambda level: level.ordning))
    if not levels or klass.levels_for(""):
        return levels
    return (Level("", klass.namn, 0, levels[0].storlek), *levels)


def recipe_of(catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str) -> SymbolRecipe:
    """The recipe named by the class, else by its code, else by its layer, else by its geometry."""
    geometry = _geometry(catalogue, layer_code)
    own = [name for stem in (klass.symbol, klass.kod) if stem for name in (f"{stem}_{geometry}", stem)]
    for name in own:
        recipe = symbols.symboler.get(name)
        if recipe is not None and recipe.geometri == geometry:
            return recipe
    layers = symbols.symboler.get(layer_code)
    if layers is not None and layers.geometri == geometry and not layers.farg:
        return _varied_recipe(catalogue, symbols, klass, layer_code, layers)
    return _varied_recipe(catalogue, symbols, klass, layer_code, symbols.symboler[geometry])


def _varied_recipe(
    catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str, recipe: SymbolRecipe
) -> SymbolRecipe:
    """Vary a shared recipe so that two classes of one structure in one layer do not look the same."""
    place = _index_among_shared(catalogue, symbols, klass, layer_code, recipe)
    if recipe.form in (MARK, RING) and place:
        marks = [name for name in _SPARE_MARKS if name != recipe.marke]
        return replace(recipe, kod=klass.kod, form=MARK, marke=marks[(place - 1) % len(marks)])
    if recipe.form == STROKE and not recipe.monster:
        return replace(recipe, kod=klass.kod, monster=_SPARE_DASHES[place % len(_SPARE_DASHES)])
    if recipe.form in (FIELD, SOFT) and place:
        return replace(recipe, kod=klass.kod, form=HATCH, vinkel=_SPARE_ANGLES[place % len(_SPARE_ANGLES)])
    if recipe.form == HATCH:
        return replace(recipe, kod=klass.kod, vinkel=recipe.vinkel + _SPARE_ANGLES[place % len(_SPARE_ANGLES)])
    return replace(recipe, kod=klass.kod)


def _index_among_shared(
    catalogue: Catalogue, symbols: SymbolSet, klass: ObjectClass, layer_code: str, recipe: SymbolRecipe
) -> int:
    """0 for the first class drawn with `recipe` in its structure's colour, 1 for the next ..."""
    mates = [other for other in catalogue.classes_in(layer_code) if other.struktur == klass.struktur]
    owner = [other for other in mates if recipe.kod in (other.kod, other.symbol)]
    others = [other for other in mates if other not in owner and not _has_own_recipe(symbols, other, recipe.geometri)]
    alike = [other.kod for other in (*owner, *others)]
    return alike.index(klass.kod) if klass.kod in alike else 0


def _has_own_recipe(symbols: SymbolSet, klass: ObjectClass, geometry: str) -> bool:
    stems = [stem for stem in (klass.symbol, klass.kod) if stem]
    names = [name for stem in stems for name in (stem, f"{stem}_{geometry}")]
    return any(name in symbols.symboler and symbols.symboler[name].geometri == geometry for name in names)


def _geometry(catalogue: Catalogue, layer_code: str) -> str:
    layer = catalogue.layer(layer_code)
    return layer.geometri if layer is not None and layer.geometri in (POINT, LINE, AREA) else AREA
