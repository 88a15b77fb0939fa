"""The paper of a sheet: its size, colour and bleed, and crop marks."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsLayoutItemPage, QgsLayoutItemShape, QgsLayoutSize, QgsLineSymbol, QgsPrintLayout
from qgis.PyQt.QtGui import QColor

from ..typography.page import MARK_LENGTH_MM, Page
from ..typography.text_style import TextColours
from ..typography.typeset import MM, place, put_line

MARK_ID = "skarmarke"
_LINE_WIDTH_MM = 0.09
"""Millimetres: a quarter of a point, as printers draw crop marks."""
_WHITE, _BLACK = "#ffffff", "#000000"


def set_paper(sheet: QgsLayoutItemPage, page: Page, colours: TextColours) -> None:
    """Give a page of a layout its size and the colour of the paper."""
    width, height = page.media
    sheet.setPageSize(QgsLayoutSize(width, height, MM))
    colour = QColor(_WHITE if page.marks else colours.paper)
    symbol = sheet.pageStyleSymbol().clone()
    symbol.setColor(colour)
    symbol.symbolLayer(0).setStrokeColor(colour)
    sheet.setPageStyleSymbol(symbol)


def draw_paper(layout: QgsPrintLayout, page: Page, colours: TextColours, top: float) -> None:
    """What lies under everything on the page that begins `top` mm down: paper colour up to where it is cut off."""
    if page.marks and QColor(colours.paper) != QColor(_WHITE):
        box = page.trimmed.grown(page.bleed).lowered(top)
        shape = QgsLayoutItemShape(layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(QgsFillSymbol.createSimple({"color": colours.paper, "outline_style": "no"}))
        place(layout, shape, box.x, box.y, box.width, box.height, "papper")


def draw_marks(layout: QgsPrintLayout, page: Page, top: float) -> None:
    """Two crop marks at each corner of the trimmed paper, clear of the bleed."""
    if not page.marks:
        return
    box, gap = page.trimmed.lowered(top), page.mark_gap
    symbol = QgsLineSymbol.createSimple({"color": _BLACK, "width": str(_LINE_WIDTH_MM), "capstyle": "flat"})
    for x, out in ((box.x, -1), (box.right, 1)):
        for y in (box.y, box.bottom):
            put_line(layout, [(x + out * gap, y), (x + out * (gap + MARK_LENGTH_MM), y)], symbol.clone(), MARK_ID)
    for y, out in ((box.y, -1), (box.bottom, 1)):
        for x in (box.x, box.right):
            put_line(layout, [(x, y + out * gap), (x, y + out * (gap + MARK_LENGTH_MM))], symbol.clone(), MARK_ID)
