"""Applies a region's profile to a symbol set. What would be hard to read is adjusted, and reported."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Mapping

from ...i18n import tr
from ..symbol_set import ColourFamily, SymbolSet
from ..typography.fonts import FAMILY, is_installed
from .colour import DEUTAN, NORMAL, contrast, darkened, difference, from_lch, lab, lch, linear, simulate_vision
from .contrast import MIN_GRAPHIC_CONTRAST, MIN_TEXT_CONTRAST, map_grounds, readable_on, sheet_grounds
from .profile import RegionProfile

MIN_COLOUR_DIFFERENCE = 10.0
"""CIEDE2000 below which two colours on a map are hard to tell apart (Brychtová and Çöltekin, 2017)."""
_TONES = ("mellan", "ljus", "blek")


def apply_profile(symbols: SymbolSet, profile: RegionProfile) -> SymbolSet:
    """The symbol set in the profile's colours and typeface.

    Colours that could not be read are darkened until their contrast is enough (contrast.py, WCAG 2.2); colours that are
    hard to tell apart are reported (CIEDE2000). Each adjustment is a sentence in `notices`.
    """
    notices: list[str] = []
    families, colours = dict(symbols.farger), dict(symbols.strukturfarger)
    for kod, colour in profile.farger.items():
        before = symbols.farger[symbols.strukturfarger.get(kod, symbols.okand_farg)]
        families[f"profil_{kod}"], colours[kod] = _family(symbols, colour, before), f"profil_{kod}"
        notices += _adjusted(kod, colour, families[f"profil_{kod}"], symbols)
    notices += _similar_colours(profile.farger)
    made = _with_readable_texts(replace(symbols, farger=families, strukturfarger=colours))
    if profile.accent:
        accent = darkened(profile.accent, lambda tried: readable_on(tried, sheet_grounds(symbols)))
        made = replace(made, paper=replace(made.paper, accent=accent))
        if accent != profile.accent:
            notices.append(
                tr("Accentfärgen {colour} går inte att läsa på papperet och trycks som {made}.").format(
                    colour=profile.accent, made=accent
                )
            )
    made, about = _set_in(made, profile)
    return replace(made, notices=(*symbols.notices, *notices, *about))


def _family(symbols: SymbolSet, colour: str, before: ColourFamily) -> ColourFamily:
    """A family of the profile's colour with the steps of light and chroma that the set's own family has.

    A set that holds its lightness takes the hue alone: what it promises in grey stays true.
    """
    _light, chroma, hue = lch(colour)
    base_light, base_chroma, _hue = lch(before.stark)
    if symbols.haller_ljushet:
        strong = from_lch(base_light, chroma, hue)
    else:
        strong = darkened(colour, lambda tried: contrast(tried, symbols.paper.halo) >= MIN_GRAPHIC_CONTRAST)
    strong_light = lch(strong)[0]
    tones = []
    for name in _TONES:
        light, own_chroma, _ = lch(getattr(before, name))
        rise = (light - base_light) / max(1.0, 100 - base_light)
        share = min(1.0, own_chroma / max(1.0, base_chroma))
        lighter = light if symbols.haller_ljushet else strong_light + rise * (100 - strong_light)
        tones.append(from_lch(lighter, chroma * share, hue))
    middle, light_tone, pale = tones
    family = ColourFamily(strong, middle, light_tone, pale, strong)
    return family


def _with_readable_texts(symbols: SymbolSet) -> SymbolSet:
    """Every name readable over every sign: a new dark colour may lie under any of them."""
    grounds = map_grounds(symbols)

    def readable(colour: str) -> str:
        return darkened(colour, lambda tried: readable_on(tried, grounds))

    families = {name: replace(hue, text=readable(hue.text)) for name, hue in symbols.farger.items()}
    return replace(symbols, farger=families, bas=replace(symbols.bas, text=readable(symbols.bas.text)))


def _adjusted(kod: str, colour: str, family: ColourFamily, symbols: SymbolSet) -> list[str]:
    what = _structure(kod)
    if symbols.haller_ljushet:
        return []
    if family.stark != colour:
        return [
            tr(
                "Färgen för {what}, {colour}, är för ljus för att synas på papper (kontrast {ratio:.1f}, minst "
                "{least:.0f} behövs) och ritas som {made}."
            ).format(
                what=what,
                colour=colour,
                ratio=contrast(colour, symbols.paper.halo),
                least=MIN_GRAPHIC_CONTRAST,
                made=family.stark,
            )
        ]
    if contrast(colour, symbols.paper.halo) < MIN_TEXT_CONTRAST:
        return [
            tr("Färgen för {what}, {colour}, är för ljus för text. Namnen skrivs med {made}.").format(
                what=what, colour=colour, made=family.text
            )
        ]
    return []


def _structure(kod: str) -> str:
    names = {
        "B": tr("bebyggelse"),
        "K": tr("kommunikationer"),
        "G": tr("grön och blå struktur"),
        "A": tr("annan struktur"),
    }
    return names.get(kod, kod)


def _similar_colours(colours: Mapping[str, str]) -> list[str]:
    notices = []
    for (one, colour), (other, mate) in itertools.combinations(colours.items(), 2):
        names = {"one": _structure(one), "other": _structure(other)}
        if _separated(colour, mate, NORMAL) < MIN_COLOUR_DIFFERENCE:
            alike = tr("Färgerna för {one} och {other} är svåra att skilja åt. Välj en annan av dem.")
            notices.append(alike.format(**names))
        elif _separated(colour, mate, DEUTAN) < MIN_COLOUR_DIFFERENCE:
            notices.append(
                tr("Färgerna för {one} och {other} är svåra att skilja åt för en färgblind.").format(**names)
            )
    return notices


def _separated(one: str, other: str, vision: str) -> float:
    return difference(lab(simulate_vision(linear(one), vision)), lab(simulate_vision(linear(other), vision)))


def _set_in(symbols: SymbolSet, profile: RegionProfile) -> tuple[SymbolSet, list[str]]:
    family = profile.typsnitt
    if not family or family == symbols.typsnitt:
        return symbols, []
    if is_installed(family):
        return replace(symbols, typsnitt=family), []
    return symbols, [
        tr(
            "Typsnittet {family} finns inte på den här datorn, så texten sätts i {instead}. Installera typsnittet och "
            "öppna strukturbilden på nytt."
        ).format(family=family, instead=symbols.typsnitt or FAMILY)
    ]
