"""Colour science: contrast, lightness, difference (CIEDE2000), and colours under colour blindness and in grey.

Sources, each followed to the letter:
contrast - W3C, WCAG 2.2, "contrast ratio" and "relative luminance";
CIELAB and LCh - CIE 15:2004, white D65 (sRGB, IEC 61966-2-1);
difference - CIEDE2000 as written out by Sharma, Wu and Dalal, Color Research and Application 30(1), 2005, 21-30;
colour-blind eyes - Machado, Oliveira and Fernandes, IEEE TVCG 15(6), 2009, 1291-1298, severity 1.0, on linear RGB.
"""

from __future__ import annotations

import math
from typing import Callable, Mapping, Sequence

Triple = tuple[float, float, float]
"""Three parts of a colour: linear RGB from 0 to 1, or L*, a*, b*."""

NORMAL, PROTAN, DEUTAN, TRITAN, GREY = "normal", "protanopi", "deuteranopi", "tritanopi", "gra"
VISIONS: Mapping[str, tuple[Triple, Triple, Triple]] = {
    NORMAL: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    DEUTAN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    PROTAN: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    TRITAN: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    GREY: ((0.2126, 0.7152, 0.0722),) * 3,
}
"""Ways of seeing, as matrices on linear RGB. Grey is what a copier leaves: the luminance Y."""

_RGB_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE_POINT = (0.95047, 1.0, 1.08883)
_XYZ_TO_RGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_LAB_EPSILON, _LAB_KAPPA = 216 / 24389, 24389 / 27


def linear(colour: str) -> Triple:
    """'#rrggbb' as linear RGB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def to_hex(parts: Sequence[float]) -> str:
    """Linear RGB as '#rrggbb'; what lies outside is cut."""
    kept = (min(1.0, max(0.0, part)) for part in parts)
    shown = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in kept)
    return "#" + "".join(f"{round(part * 255):02x}" for part in shown)


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(colour: str, alpha: float, background: str) -> str:
    """What `colour` with `alpha` looks like on `background`: blended as screens and PDF readers do, in sRGB."""
    pairs = ((int(colour[at : at + 2], 16), int(background[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(front * alpha + back * (1 - alpha)):02x}" for front, back in pairs)


def simulate_vision(parts: Triple, vision: str) -> Triple:
    """Linear RGB as it is seen with one of `VISIONS`."""
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, parts)))) for row in VISIONS[vision]
    )
    return red, green, blue


def lab(parts: Triple) -> Triple:
    """Linear RGB as CIE L*, a*, b*."""
    x, y, z = (
        _lab_function(sum(share * part for share, part in zip(row, parts)) / w)
        for row, w in zip(_RGB_TO_XYZ, _WHITE_POINT)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_function(value: float) -> float:
    return value ** (1 / 3) if value > _LAB_EPSILON else (_LAB_KAPPA * value + 16) / 116


def lch(colour: str) -> Triple:
    """'#rrggbb' as lightness (0-100), chroma and hue (degrees)."""
    light, a, b = lab(linear(colour))
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_lch(light: float, chroma: float, hue: float) -> str:
    """The colour of this lightness and hue; of this chroma, or of the most that a screen can show."""
    light = min(100.0, max(0.0, light))
    low, high = 0.0, chroma
    if _in_gamut(_linear_from_lch(light, chroma, hue)):
        return to_hex(_linear_from_lch(light, chroma, hue))
    for _step in range(18):
        middle = (low + high) / 2
        low, high = (middle, high) if _in_gamut(_linear_from_lch(light, middle, hue)) else (low, middle)
    return to_hex(_linear_from_lch(light, low, hue))


def _in_gamut(parts: Sequence[float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in parts)


def _linear_from_lch(light: float, chroma: float, hue: float) -> list[float]:
    y = (light + 16) / 116
    x = y + chroma * math.cos(math.radians(hue)) / 500
    z = y - chroma * math.sin(math.radians(hue)) / 200
    opened = [_inverse_lab_function(part) * white for part, white in zip((x, y, z), _WHITE_POINT)]
    return [sum(share * part for share, part in zip(row, opened)) for row in _XYZ_TO_RGB]


def _inverse_lab_function(value: float) -> float:
    return value**3 if value**3 > _LAB_EPSILON else (116 * value - 16) / _LAB_KAPPA


def darkened(colour: str, good: Callable[[str], bool]) -> str:
    """`colour`, or the lightest darker one of its hue that is `good`; black when none is."""
    light, chroma, hue = lch(colour)
    while light > 0:
        tried = from_lch(light, chroma, hue)
        if good(tried):
            return tried
        light -= 0.5
    return "#000000"


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000 between two colours in L*, a*, b*, with kL = kC = kH = 1."""
    light_a, a_a, b_a = one
    light_b, a_b, b_b = other
    mean_chroma = (math.hypot(a_a, b_a) + math.hypot(a_b, b_b)) / 2
    stretch = 1 + 0.5 * (1 - _seventh(mean_chroma))
    chroma_a, hue_a = _polar(a_a * stretch, b_a)
    chroma_b, hue_b = _polar(a_b * stretch, b_b)
    turn, mean_hue = _hues(chroma_a * chroma_b, hue_a, hue_b)
    d_light, d_chroma = light_b - light_a, chroma_b - chroma_a
    d_hue = 2 * math.sqrt(chroma_a * chroma_b) * math.sin(math.radians(turn) / 2)
    light, chroma = (light_a + light_b) / 2, (chroma_a + chroma_b) / 2
    s_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * _tilt(mean_hue)
    bend = 60 * math.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -math.sin(math.radians(bend)) * 2 * _seventh(chroma)
    parts = d_light / s_light, d_chroma / s_chroma, d_hue / s_hue
    return math.sqrt(max(0.0, sum(part**2 for part in parts) + rotation * parts[1] * parts[2]))


def _seventh(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _hues(both: float, one: float, other: float) -> tuple[float, float]:
    """The turn from one hue to the other, the short way, and the hue in the middle."""
    if not both:
        return 0.0, one + other
    turn, total = other - one, one + other
    if abs(turn) <= 180:
        return turn, total / 2
    turn += 360 if turn < 0 else -360
    return turn, (total + 360) / 2 if total < 360 else (total - 360) / 2


def _tilt(hue: float) -> float:
    def wave(times: int, shift: float) -> float:
        return math.cos(math.radians(times * hue + shift))

    return 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63)
