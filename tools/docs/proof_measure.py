"""Proof, not taste: how far apart the signs of a symbol set are for every kind of eye and in grey.

What is compared are drawn swatches, as in a legend, pixel by pixel: colour, pattern and shape together. Two signs are
far apart where their colours differ by at least `MIN_COLOUR_DIFFERENCE` in CIEDE2000. That figure is what Brychtová
and Çöltekin ("The effect of spatial distance on the discriminability of colors in maps", Cartography and Geographic
Information Science 44(3), 2017, 229-245) recommend for qualitative colours on maps. On how much of the drawn surface
they must differ so, `MIN_SHARE`, is our own choice: one twentieth (an outline of half a millimetre round a swatch is
twice that). In grey, hatches are moved against each other as well, a millimetre and a half each way, and the least
difference counts: so it is the pattern that differs and not where it happens to start.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Any, Iterable, Mapping, Sequence

from strukturbild_plugin.cartography.layout.legend import LegendItem, class_swatch, draw_swatch
from strukturbild_plugin.cartography.symbol_set import HATCH, STATUSES, SymbolRecipe, SymbolSet
from strukturbild_plugin.cartography.symbol_sets.colour import GREY, VISIONS, difference, lab, linear, simulate_vision
from strukturbild_plugin.cartography.symbols.resolved_symbol import levels_of, recipe_of
from strukturbild_plugin.catalogue.model import AREA, LINE, POINT, Catalogue, ObjectClass, Text

MIN_COLOUR_DIFFERENCE = 10.0
MIN_SHARE = 0.05
_WIDTH, _HEIGHT, _DPI = 100, 70, 127.0
"""Pixels of a swatch: 20 x 14 mm, so that no sign is made smaller to fit."""
_PATTERN_STEPS = 7
_MIN_VISIBLE_DIFFERENCE = 5.0
"""CIEDE2000 from the paper below which nothing counts as drawn; our own choice."""
_COLOUR_STEPS = 12
"""Steps of the colour parts that are told apart: what lies closer counts as the same, to save time."""
OWN_CLASSES = (
    ("egen_punkt_1", "A", POINT, "nod"),
    ("egen_punkt_2", "A", POINT, "nod"),
    ("egen_linje_1", "K", LINE, "samband"),
    ("egen_linje_2", "K", LINE, "samband"),
    ("egen_yta_1", "A", AREA, "omrade"),
    ("egen_yta_2", "A", AREA, "omrade"),
)
"""Own classes that no set knows of, as a region might add them: they are proved with the rest."""


@dataclass(frozen=True)
class Sign:
    """One thing that can stand on a map."""

    name: str
    geometry: str
    used: LegendItem


@dataclass(frozen=True)
class Closest:
    """The two signs of one geometry that are hardest to tell apart with one way of seeing."""

    geometry: str
    vision: str
    share: float
    """Share of the drawn surface on which they differ enough."""
    one: str
    other: str

    @property
    def good(self) -> bool:
        """Whether even these can be told apart."""
        return self.share >= MIN_SHARE


def with_own(catalogue: Catalogue) -> Catalogue:
    """The catalogue with classes of a region's own, which no symbol set has a recipe for."""
    made = tuple(
        ObjectClass(code, Text(code, code), Text(code, code), structure, {geometry: layer}, 900 + place, egen=True)
        for place, (code, structure, geometry, layer) in enumerate(OWN_CLASSES)
    )
    return replace(catalogue, klasser=(*catalogue.klasser, *made))


def signs_of(catalogue: Catalogue, geometry: str) -> tuple[Sign, ...]:
    """Every class at every level in this geometry, as built; a level of some subtypes only as the first of them."""
    found = []
    for klass in catalogue.in_legend_order():
        if geometry in klass.lager:
            levels = [(each.kod, next(iter(each.undertyper), "")) for each in levels_of(klass)] or [("", "")]
            for level, subtype in levels:
                name = f"{klass.kod} {level}".strip()
                found.append(Sign(name, geometry, LegendItem(klass.kod, level, "", klass.lager[geometry], subtype)))
    return tuple(found)


def closest_classes(catalogue: Catalogue, symbols: SymbolSet) -> tuple[Closest, ...]:
    """The closest pair among classes and levels, for each geometry and way of seeing."""
    found = []
    for geometry in (POINT, LINE, AREA):
        signs = signs_of(catalogue, geometry)
        patches = {sign.name: _patch(catalogue, symbols, sign) for sign in signs}
        hatched = frozenset(sign.name for sign in signs if _recipe(catalogue, symbols, sign).form == HATCH)
        found += [_closest(geometry, vision, patches, hatched) for vision in VISIONS]
    return tuple(found)


def closest_statuses(catalogue: Catalogue, symbols: SymbolSet) -> tuple[Closest, ...]:
    """The closest pair among the statuses of any one class and level, for each geometry and way of seeing."""
    found = []
    for geometry in (POINT, LINE, AREA):
        worst: dict[str, Closest] = {}
        for sign in signs_of(catalogue, geometry):
            each = [
                replace(sign, name=f"{sign.name} {code}", used=sign.used._replace(status=code)) for code in STATUSES
            ]
            patches = {one.name: _patch(catalogue, symbols, one) for one in each}
            for vision in VISIONS:
                pair = _closest(geometry, vision, patches)
                worst[vision] = min(worst.get(vision, pair), pair, key=lambda closest: closest.share)
        found += list(worst.values())
    return tuple(found)


def _patch(catalogue: Catalogue, symbols: SymbolSet, sign: Sign) -> Any:
    """The colours of a drawn sign on the map's paper: an array of rows x columns x (red, green, blue), coarse."""
    import numpy

    klass = catalogue.object_class(sign.used.klass)
    if klass is None:
        raise KeyError(sign.used.klass)
    image = draw_swatch(class_swatch(catalogue, symbols, klass, sign.used), _WIDTH, _HEIGHT, _DPI)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    raw = numpy.frombuffer(bytes(bits), dtype=numpy.uint8).reshape(_HEIGHT, -1, 4)[:, :_WIDTH, :].astype(float)
    alpha = raw[:, :, 3:] / 255.0
    paper = numpy.array([int(symbols.bas.lan[at : at + 2], 16) for at in (1, 3, 5)], dtype=float)
    # The picture's colours are premultiplied, blue first.
    colours = raw[:, :, 2::-1] + paper * (1 - alpha)
    coarse = numpy.minimum(255, numpy.round(colours / _COLOUR_STEPS) * _COLOUR_STEPS).astype(numpy.int64)
    return coarse[:, :, 0] << 16 | coarse[:, :, 1] << 8 | coarse[:, :, 2]


def _recipe(catalogue: Catalogue, symbols: SymbolSet, sign: Sign) -> SymbolRecipe:
    klass = catalogue.object_class(sign.used.klass)
    if klass is None:
        raise KeyError(sign.used.klass)
    return recipe_of(catalogue, symbols, klass, sign.used.lager)


def _closest(geometry: str, vision: str, patches: Mapping[str, Any], hatched: frozenset[str] = frozenset()) -> Closest:
    paper = max(_counted(patches.values()).items(), key=lambda item: item[1])[0]
    pairs = (
        (share_apart(one, other, vision, paper, hatched.issuperset(names)), names)
        for names, (one, other) in zip(itertools.combinations(patches, 2), itertools.combinations(patches.values(), 2))
    )
    share, (one, other) = min(pairs, key=lambda pair: pair[0])
    return Closest(geometry, vision, share, one, other)


def _counted(patches: Iterable[Any]) -> dict[int, int]:
    import numpy

    values, counts = numpy.unique(numpy.concatenate([patch.ravel() for patch in patches]), return_counts=True)
    return dict(zip(values.tolist(), counts.tolist()))


def share_apart(one: Any, other: Any, vision: str, paper: int, pattern: bool) -> float:
    """Share of what either draws that differs by `MIN_COLOUR_DIFFERENCE` or more; for a pattern in grey, the least."""
    import numpy

    colours = numpy.union1d(one, other)
    table = _far_apart(colours.tolist(), vision)
    first, second = numpy.searchsorted(colours, one), numpy.searchsorted(colours, other)
    shown = _shown(colours.tolist(), paper, vision)
    moves: Sequence[tuple[int, int]] = ((0, 0),)
    if pattern and vision == GREY:
        steps = range(-_PATTERN_STEPS, _PATTERN_STEPS + 1, 2)
        moves = tuple(itertools.product(steps, steps))
        edge = _PATTERN_STEPS + 2
        first = first[edge:-edge, edge:-edge]
    least = 1.0
    for down, across in moves:
        moved = second
        if pattern and vision == GREY:
            top, left = edge + down, edge + across
            moved = second[top : top + first.shape[0], left : left + first.shape[1]]
        drawn = shown[first] | shown[moved]
        inked = int(drawn.sum())
        least = min(least, float(table[first, moved][drawn].sum()) / inked if inked else 0.0)
    return least


def _shown(colours: Sequence[int], paper: int, vision: str) -> Any:
    """Which of these colours are more than a breath on the paper."""
    import numpy

    ground = lab(simulate_vision(linear(f"#{paper:06x}"), vision))
    return numpy.array(
        [
            difference(lab(simulate_vision(linear(f"#{each:06x}"), vision)), ground) >= _MIN_VISIBLE_DIFFERENCE
            for each in colours
        ]
    )


def _far_apart(colours: Sequence[int], vision: str) -> Any:
    """Which of these colours differ enough, each with each."""
    import numpy

    seen_as = [lab(simulate_vision(linear(f"#{colour:06x}"), vision)) for colour in colours]
    table = numpy.zeros((len(colours), len(colours)), dtype=bool)
    for (row, one), (column, other) in itertools.combinations(enumerate(seen_as), 2):
        table[row, column] = table[column, row] = difference(one, other) >= MIN_COLOUR_DIFFERENCE
    return table
