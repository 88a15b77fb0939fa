"""Proof, not taste: the set *tillganglig* keeps its classes apart for colour-blind eyes and in grey.

Colour vision is simulated with the matrices of Machado, Oliveira and Fernandes (IEEE TVCG 15(6), 2009), severity 1.0,
on linear RGB; grey is the luminance Y of sRGB. Two classes of one geometry are held to be distinguishable when at least
4 per cent of the pixels that either swatch draws differ by 10 or more in CIE L* (lightness alone, so what is demanded
is pattern or shape, not hue). CIE L* 2.3 is a just noticeable difference (Mahy et al. 1994); 10 is four of those.
"""

from __future__ import annotations

import itertools
from typing import Sequence

import pytest

from strukturbild_plugin.cartography.legend import draw_swatch, swatch_of
from strukturbild_plugin.cartography.tokens import load_symbol_set
from strukturbild_plugin.catalogue.load import load_catalogue

LIGHTNESS, SHARE = 10.0, 0.04
VISIONS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "protanopi": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopi": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopi": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "grå": ((0.2126, 0.7152, 0.0722),) * 3,
}
WIDTH, HEIGHT = 120, 60
Row = Sequence[float]


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("geometry", ["punkt", "linje", "yta"])
def test_classes_are_told_apart_without_their_hue(geometry: str, vision: str) -> None:
    catalogue, symbols = load_catalogue(), load_symbol_set("tillganglig")
    drawn = {}
    for klass in catalogue.klasser:
        if geometry in klass.lager:
            level = sorted(klass.nivaer, key=lambda each: each.ordning)[0].kod if klass.nivaer else ""
            drawn[klass.kod] = lightness(
                swatch_of(catalogue, symbols, klass.kod, level, klass.lager[geometry]), VISIONS[vision]
            )
    assert len(drawn) > 1
    alike = [(a, b) for a, b in itertools.combinations(drawn, 2) if share_apart(drawn[a], drawn[b]) < SHARE]
    assert alike == []


def test_the_measure_fails_for_two_hues_of_the_same_grey() -> None:
    one, other = [50.0] * 100, [55.0] * 100
    assert share_apart(one, other) == 0
    assert share_apart(one, [50.0] * 90 + [80.0] * 10) == pytest.approx(0.1)


def lightness(symbol: object, matrix: Sequence[Row]) -> list[float]:
    """CIE L* of each pixel of a swatch on white, as seen through `matrix`."""
    image = draw_swatch(symbol, WIDTH, HEIGHT, 200)
    known: dict[int, float] = {}
    found = []
    for y, x in itertools.product(range(HEIGHT), range(WIDTH)):
        colour = image.pixelColor(x, y)
        if colour.rgba() not in known:
            alpha = colour.alphaF()
            linear = [_linear(part * alpha + 1 - alpha) for part in colour.getRgbF()[:3]]
            seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear)))) for row in matrix]
            known[colour.rgba()] = _star(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2])
        found.append(known[colour.rgba()])
    return found


def share_apart(one: Row, other: Row) -> float:
    """Share of the pixels drawn in either that differ by `LIGHTNESS` or more."""
    inked = [(a, b) for a, b in zip(one, other) if min(a, b) < 97]
    return sum(abs(a - b) >= LIGHTNESS for a, b in inked) / max(1, len(inked))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _star(luminance: float) -> float:
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance
