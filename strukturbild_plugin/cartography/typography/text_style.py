"""Typeface and colours of a sheet's texts, and their smallest size."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..symbol_set import LabelStyle, SymbolSet
from .typeset import TextStyle

MIN_TEXT_PT = 6.5
"""No text on a sheet is smaller, whatever the paper."""


@dataclass(frozen=True)
class TextColours:
    """Typeface and colours ('#rrggbb') of a sheet's texts and rules."""

    family: str
    text: str
    quiet: str
    accent: str
    rule: str
    paper: str

    def style(self, points: float, colour: str = "", bold: bool = False, tracking: float = 100.0) -> TextStyle:
        """A text style of `points` pt (never under MIN_TEXT_PT), in the text colour unless another is given.

        `tracking`: letter spacing in per cent.
        """
        return TextStyle(
            self.family, max(MIN_TEXT_PT, points), colour or self.text, weight=700 if bold else 400, tracking=tracking
        )


def sheet_colours(symbols: SymbolSet, family: str) -> TextColours:
    """Text colours of a sheet from the symbol set, with the typeface `family`."""
    paper = symbols.paper
    return TextColours(family, paper.text, paper.quiet, paper.accent, paper.rule, paper.background)


def scaled(symbols: SymbolSet, factor: float) -> SymbolSet:
    """The symbol set for a paper: symbols, labels and halos `factor` times those of A3; labels at least MIN_TEXT_PT."""
    if factor == 1.0:
        return symbols
    text = symbols.text

    def longer(pattern: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(length * factor for length in pattern)

    def grown(style: LabelStyle) -> LabelStyle:
        return replace(style, storlek=max(MIN_TEXT_PT, style.storlek * factor))

    return replace(
        symbols,
        faktor=symbols.faktor * factor,
        scale=symbols.scale * factor,
        symboler={
            kod: replace(recipe, avstand=recipe.avstand * factor, monster=longer(recipe.monster))
            for kod, recipe in symbols.symboler.items()
        },
        status={
            kod: replace(status, kant=status.kant * factor, monster=longer(status.monster))
            for kod, status in symbols.status.items()
        },
        text=replace(
            text,
            halo=text.halo * factor,
            nod=tuple(map(grown, text.nod)),
            linje=tuple(map(grown, text.linje)),
            yta=tuple(map(grown, text.yta)),
            riktning=grown(text.riktning),
            bas=grown(text.bas),
        ),
    )
