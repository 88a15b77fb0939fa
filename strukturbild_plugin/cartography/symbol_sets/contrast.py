"""Which backgrounds text on map and sheet can have, and whether its contrast there is enough (WCAG 2.2).

The measure is WCAG 2.2, success criterion 1.4.3: a contrast ratio of at least 4.5, or 3 for large text (18 points, or
14 points bold). Everything is held to 4.5, whatever its size; 3 is what 1.4.11 asks of lines and signs against paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from ..symbol_set import SymbolSet
from .colour import blend, contrast

MIN_TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 (AA), for text of any size."""
MIN_GRAPHIC_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: least contrast of what must be seen but not read."""
HALO_OPACITY = 0.86
"""Opacity of the halo round names on the map."""


@dataclass(frozen=True)
class TextContrast:
    """A text on the ground where it is hardest to read."""

    text: str
    """Which text: 'namn vinrod', 'grundkarta', 'papper dampad' ..."""
    colour: str
    background: str
    ground_colour: str
    ratio: float


def worst_readings(symbols: SymbolSet) -> tuple[TextContrast, ...]:
    """Every text of the set, on the ground where its contrast is least; the least readable first."""
    on_map, on_sheet = map_grounds(symbols), sheet_grounds(symbols)
    paper = symbols.paper
    texts = [(f"namn {name}", hue.text, on_map) for name, hue in symbols.farger.items()]
    texts.append(("grundkarta", symbols.bas.text, on_map))
    texts += [("papper text", paper.text, on_sheet), ("papper dampad", paper.quiet, on_sheet)]
    texts.append(("papper accent", paper.accent, on_sheet))
    found = [_worst(name, colour, grounds) for name, colour, grounds in texts]
    return tuple(sorted(found, key=lambda reading: reading.ratio))


def readable_on(colour: str, grounds: Sequence[tuple[str, str]]) -> bool:
    """Whether text in `colour` can be read on each of these (name, colour)."""
    return all(contrast(colour, background) >= MIN_TEXT_CONTRAST for _name, background in grounds)


def map_grounds(symbols: SymbolSet) -> list[tuple[str, str]]:
    """(name, colour) of what names lie on: the halo over the base map and over the strongest of every family."""
    below = [(name, getattr(symbols.bas, name)) for name in _SURFACES]
    for name, hue in symbols.farger.items():
        below += [(f"{name} {tone}", getattr(hue, tone)) for tone in ("stark", "mellan", "ljus", "blek")]
    return [(name, blend(symbols.paper.halo, HALO_OPACITY, colour)) for name, colour in below]


def sheet_grounds(symbols: SymbolSet) -> list[tuple[str, str]]:
    """(name, colour) of what the texts of a sheet lie on."""
    return [("papper", symbols.paper.background)]


_SURFACES = ("hav", "sjo", "land", "grannland", "lan")


def _worst(name: str, colour: str, grounds: Sequence[tuple[str, str]]) -> TextContrast:
    ratio, where, background = min((contrast(colour, background), where, background) for where, background in grounds)
    return TextContrast(name, colour, where, background, ratio)
