"""The coordinate grid of a map: ticks at its edges, small crosses where lines would meet, numbers on two sides."""

from __future__ import annotations

from qgis.core import QgsLayoutItemMap, QgsLayoutItemMapGrid, QgsLineSymbol, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont

from ... import compat
from ..typography.text_style import TextColours

_SPACING_MM = 62.0
"""Millimetres between the lines, about."""
_CROSS_MM, _TICK_MM, _LINE_WIDTH_MM = 1.5, 1.6, 0.1
_TEXT_PT, _LOOSE = 6.5, 0.02
_NUMBER = "regexp_replace(to_string(round(@grid_number)), '(\\\\d)(?=(\\\\d{3})+$)', '\\\\1\u00a0')"


def add_grid(item: QgsLayoutItemMap, colours: TextColours, factor: float, cut: float = 0.0) -> None:
    """Give a map its grid in its own coordinates (metres): quiet, and with live text like everything else.

    `cut`: how many mm of the map are cut away at its edges; nothing is written there.
    """
    grid = QgsLayoutItemMapGrid("rutnat", item)
    step = grid_step(item.scale(), _SPACING_MM * factor)
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
    grid.setCrossLength(_CROSS_MM * factor)
    grid.setLineSymbol(QgsLineSymbol.createSimple({"color": colours.quiet, "width": str(_LINE_WIDTH_MM * factor)}))
    styles = QgsLayoutItemMapGrid.FrameStyle
    grid.setFrameStyle(styles.NoFrame if cut else styles.InteriorTicks)
    grid.setFrameWidth(_TICK_MM * factor)
    grid.setFramePenSize(_LINE_WIDTH_MM * factor)
    grid.setFramePenColor(QColor(colours.quiet))
    _number(grid, colours, factor, cut)
    grid.setEnabled(True)
    item.grids().addGrid(grid)


def grid_step(scale: float, wanted: float) -> float:
    """A round number of metres (1, 2 or 5 times a power of ten) that is about `wanted` mm on the map."""
    rounds = [step * 10**power for power in range(1, 7) for step in (1, 2, 5)]
    return float(min(rounds, key=lambda metres: abs(metres * 1000 / scale - wanted)))


def _number(grid: QgsLayoutItemMapGrid, colours: TextColours, factor: float, cut: float) -> None:
    sides, modes = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.DisplayMode
    grid.setAnnotationEnabled(True)
    for side in (sides.Left, sides.Right, sides.Top, sides.Bottom):
        grid.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.InsideMapFrame, side)
        grid.setAnnotationDisplay(modes.HideAll, side)
    grid.setAnnotationDisplay(modes.LatitudeOnly, sides.Left)
    grid.setAnnotationDisplay(modes.LongitudeOnly, sides.Bottom)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, sides.Left)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Horizontal, sides.Bottom)
    grid.setAnnotationFrameDistance(cut + (2.0 if cut else 0.8) * factor)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
    grid.setAnnotationExpression(_NUMBER)
    style = colours.style(_TEXT_PT * factor, colours.quiet)
    font = QFont(style.family)
    # Absolute, or QGIS 3.22 draws the text as nothing; any at all, or letters are joined and cannot be searched.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _LOOSE)
    text = QgsTextFormat()
    text.setFont(font)
    text.setNamedStyle("Regular")
    text.setSize(style.points)
    text.setSizeUnit(compat.POINTS)
    text.setColor(QColor(style.colour))
    grid.setAnnotationTextFormat(text)
