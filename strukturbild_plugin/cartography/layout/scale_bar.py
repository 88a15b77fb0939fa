"""Scale bar, scale in figures and north arrow, drawn of lines and live text."""

from __future__ import annotations

import math

from qgis.core import QgsLayout, QgsLineSymbol

from ..typography.page import Page, PageBox
from ..typography.text_style import TextColours
from ..typography.typeset import put_line, put_text

SCALE_HEIGHT_MM = 13.0
"""Millimetres the scale takes on A3."""


_STEPS = ((2.0, 0.05), (5.0, 0.1), (10.0, 0.25))
"""Up to which leading figure a scale is rounded in which steps: at most five per cent of the map is given up."""


def printable_scale(scale: float) -> float:
    """Round a scale denominator up to the next that reads well: 1:1 050 000, 1:440 000, 1:875 000."""
    power = 10 ** (len(str(int(scale))) - 1)
    step = max(1, round(next(step for upto, step in _STEPS if scale <= upto * power) * power))
    return float(math.ceil(round(scale, 3) / step) * step)


def draw_scale(layout: QgsLayout, box: PageBox, page: Page, colours: TextColours, scale: float, north: str) -> None:
    """Scale bar, scale in figures and north arrow along the top of `box`."""
    size = page.factor
    _scale_bar(layout, box.x, box.y, size, colours, scale, min(24.0 * size, (box.width - 26.0 * size) / 2))
    scale_text = f"1:{_grouped(scale)} ({page.name})"
    put_text(
        layout,
        [scale_text],
        colours.style(7.2 * size, colours.quiet),
        box.x,
        box.y + 8.2 * size,
        box.width * 0.6,
        "skala",
    )
    _north_arrow(layout, box.right - 4.5 * size, box.y, size, colours, north)


def _scale_bar(
    layout: QgsLayout, x: float, y: float, size: float, colours: TextColours, scale: float, wanted: float
) -> None:
    """Two equal lengths with a tick and a figure at each end, drawn of lines: QGIS's own differs between versions."""
    step_km = _segment_km(scale, wanted)
    step = step_km * 1e6 / scale
    small = colours.style(8.0 * size)
    line = QgsLineSymbol.createSimple({"color": colours.text, "width": str(0.3 * size), "capstyle": "square"})
    foot = y + 7.0 * size
    put_line(layout, [(x, foot), (x + 2 * step, foot)], line, "skalstock")
    for tick in range(3):
        at = x + tick * step
        put_line(layout, [(at, foot - 1.8 * size), (at, foot)], line.clone(), "skalstock")
        figure = f"{tick * step_km:g}".replace(".", ",")
        shift = 0.0 if tick == 0 else small.width(figure) / 2
        figure = f"{figure} km" if tick == 2 else figure
        put_text(layout, [figure], small, at - shift, y + 1.0 * size, small.width(figure), "skalstock")


def _north_arrow(layout: QgsLayout, x: float, y: float, size: float, colours: TextColours, letter: str) -> None:
    style = colours.style(8.0 * size, bold=True)
    width = style.width(letter)
    put_text(layout, [letter], style, x - width / 2, y - 0.6 * size, width, "norr")
    shaft = QgsLineSymbol.createSimple(
        {"color": colours.text, "width": str(0.35 * size), "capstyle": "flat", "joinstyle": "miter"}
    )
    top, foot, wing = y + 3.6 * size, y + 12.2 * size, 1.7 * size
    put_line(layout, [(x, foot), (x, top)], shaft, "norrpil")
    put_line(layout, [(x - wing, top + 2.4 * size), (x, top), (x + wing, top + 2.4 * size)], shaft.clone(), "norrpil")


def _segment_km(scale: float, wanted_mm: float) -> float:
    """A round number of kilometres whose bar is near `wanted_mm` on paper."""
    rounds = [step * 10**power for power in range(-1, 4) for step in (1, 2, 2.5, 5)]
    return min(rounds, key=lambda km: abs(km * 1e6 / scale - wanted_mm))


def _grouped(number: float) -> str:
    """A whole number with a narrow no-break space between thousands."""
    return f"{number:,.0f}".replace(",", "\u00a0")
