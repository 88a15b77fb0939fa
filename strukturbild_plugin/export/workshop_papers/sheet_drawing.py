"""Draws the facilitator's sheet: A4 upright, vector with live text, one page unless the groups need one of their own.

All lengths in millimetres, type in points. Works in any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.PyQt.QtCore import QMarginsF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from qgis.PyQt.QtSvg import QSvgRenderer

from ... import paths
from ...cartography.typography.fonts import load_fonts
from ...cartography.typography.glyph_fallback import substitute_glyphs
from ...errors import ExportError
from ...i18n import tr
from ..pdf.metadata import name_document
from .facilitator_sheet import BOLD, PLAIN, FacilitatorSheet, GroupLine, SheetPart

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
_MARGIN, _TOP, _GUTTER = 15.0, 14.0, 9.0
_FOOT = 9.0
"""Kept for the line at the foot."""
_INK, _QUIET, _RULE, _ACCENT = "#1f2328", "#555d66", "#c4c9cf", "#1b4b5a"
_UNITS_PER_MM = 100
_MM_PER_INCH = 25.4
_HAIR = 0.02
"""The least that Qt takes for spacing, in its own pixels of a ninety-sixth of an inch."""
_FACTORS = (1.14, 1.1, 1.05, 1.0, 0.96, 0.92, 0.88, 0.84)
"""Type is set smaller before groups get a page of their own; body text never below 7.8 points."""
_BODY_PT, _SMALL_PT, _HEADING_PT, _TITLE_PT, _LONG_TITLE_PT = 9.3, 8.6, 11.5, 21.0, 16.0
_LONG_TITLE = 50
"""Characters."""
_SWATCH, _BUTTON, _FACT_NAMES = 4.2, 7.0, 30.0


@dataclass(frozen=True)
class _Text:
    text: str
    x: float
    y: float
    width: float
    size: float
    colour: str = _INK
    bold: bool = False


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass
class _PageItems:
    """What stands on one page, in reading order, and how far down it reaches."""

    texts: list[_Text] = field(default_factory=list)
    boxes: list[_Box] = field(default_factory=list)
    buttons: list[QRectF] = field(default_factory=list)
    """Where the button of the panel is drawn."""
    bottom: float = 0.0


def write_facilitator_sheet(sheet: FacilitatorSheet, path: Path) -> int:
    """Write the sheet as PDF; gives the number of pages. Raises ExportError when the disk takes no file."""
    device = QPdfWriter(str(path))
    device.setResolution(round(_UNITS_PER_MM * _MM_PER_INCH))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0))
    typesetter = _Typesetter(device, load_fonts())
    pages = _Composer(sheet, typesetter).pages()
    painter = QPainter()
    if not painter.begin(device):
        raise _not_written(path)
    try:
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            _draw(painter, page, typesetter)
    finally:
        ended = painter.end()
    if not ended or not path.is_file():
        raise _not_written(path)
    name_document(path, f"{sheet.overline}: {sheet.title}", tr("sv"))
    return len(pages)


def _not_written(path: Path) -> ExportError:
    sentence = tr("Handledarbladet kunde inte skrivas till {path}. Finns det plats på disken?")
    return ExportError(sentence.format(path=path))


class _Composer:
    """Places all that the sheet says, as large as there is room for."""

    def __init__(self, sheet: FacilitatorSheet, typesetter: _Typesetter) -> None:
        self._sheet, self._typesetter = sheet, typesetter
        self._factor = 1.0
        self._page = _PageItems()
        self._width = PAGE_WIDTH - 2 * _MARGIN
        self._column = (self._width - _GUTTER) / 2

    def pages(self) -> list[_PageItems]:
        """One page; or more, with the groups on those that follow."""
        limit = PAGE_HEIGHT - _TOP - _FOOT
        for with_groups in (True, False):
            for factor in _FACTORS:
                first = self._first(factor, with_groups)
                if first.bottom <= limit:
                    return [first] if with_groups else [first, *self._group_pages()]
        return [self._first(_FACTORS[-1], False), *self._group_pages()]

    def _first(self, factor: float, with_groups: bool) -> _PageItems:
        self._factor, self._page = factor, _PageItems()
        sheet = self._sheet
        y = self._head(_TOP)
        if with_groups:
            y = self._heading(sheet.groups_title, _MARGIN, y, self._width)
            y = self._groups(sheet.groups, y)[0]
        else:
            y = self._text(sheet.groups_elsewhere, _MARGIN, y, self._width, _BODY_PT, bold=True)
        y += 3.0 * factor
        right = _MARGIN + self._column + _GUTTER
        ends = [self._parts(sheet.left, _MARGIN, y), self._parts(sheet.right, right, y)]
        self._page.bottom = max(ends)
        self._foot(sheet.foot)
        return self._page

    def _group_pages(self) -> list[_PageItems]:
        """The groups alone, on as many pages as they need."""
        self._factor, left, made = 1.0, list(self._sheet.groups), list[_PageItems]()
        while left:
            self._page = _PageItems()
            title = f"{self._sheet.overline}: {self._sheet.title}"
            y = self._text(title, _MARGIN, _TOP, self._width, _SMALL_PT, _QUIET)
            y = self._heading(self._sheet.groups_title, _MARGIN, y + 2, self._width)
            self._page.bottom, placed = self._groups(left, y, PAGE_HEIGHT - _TOP - _FOOT)
            left = left[max(placed, 1) :]
            self._foot("")
            made.append(self._page)
        return made

    def _head(self, y: float) -> float:
        sheet, factor = self._sheet, self._factor
        y = self._text(sheet.overline.upper(), _MARGIN, y, self._width, _SMALL_PT, _ACCENT, bold=True) + 0.3
        size = _LONG_TITLE_PT if len(sheet.title) > _LONG_TITLE else _TITLE_PT
        y = self._text(sheet.title, _MARGIN, y, self._width, size, bold=True) + 1.2 * factor
        indent = _FACT_NAMES * factor
        for name, text in sheet.facts:
            self._text(name, _MARGIN, y, indent, _BODY_PT, _QUIET)
            y = self._text(text, _MARGIN + indent, y, self._width - indent, _BODY_PT) + 0.4 * factor
        return y + 2.0 * factor

    def _heading(self, text: str, x: float, y: float, width: float) -> float:
        self._page.boxes.append(_Box(x, y, width, 0.35, _ACCENT))
        return self._text(text, x, y + 1.6 * self._factor, width, _HEADING_PT, _ACCENT, bold=True) + 1.4 * self._factor

    def _groups(self, groups: Sequence[GroupLine], y: float, limit: float = 10_000.0) -> tuple[float, int]:
        """Two beside each other; where it ends, and how many found room above `limit`."""
        indent = _SWATCH + 2.4
        for row in range(0, len(groups), 2):
            ends, before = [], (len(self._page.texts), len(self._page.boxes))
            for place, group in enumerate(groups[row : row + 2]):
                x = _MARGIN + place * (self._column + _GUTTER)
                self._page.boxes.append(_Box(x, y + 0.5, _SWATCH, _SWATCH, group.colour))
                name = f"{BOLD}{group.name}{PLAIN}" + (f" ·\u00a0{group.rights}" if group.rights else "")
                width = self._column - indent
                end = self._text(name, x + indent, y, width, _BODY_PT)
                ends.append(self._text(group.file_name, x + indent, end, width, _SMALL_PT))
            if max(ends) > limit and row:
                del self._page.texts[before[0] :], self._page.boxes[before[1] :]
                return y, row
            y = max(ends) + 1.6 * self._factor
        return y, len(groups)

    def _parts(self, parts: Sequence[SheetPart], x: float, y: float) -> float:
        for part in parts:
            y = self._heading(part.title, x, y, self._column)
            y = self._lines(part, x, y) + 2.6 * self._factor
        return y

    def _lines(self, part: SheetPart, x: float, y: float) -> float:
        marks = [f"{number}." for number in range(1, len(part.lines) + 1)] if part.numbered else list(part.times)
        indent = (11.0 if part.times else 6.0 if part.numbered else 0.0) * self._factor
        for place, line in enumerate(part.lines):
            if marks:
                self._text(marks[place], x, y, indent, _BODY_PT, _ACCENT, bold=True)
            width = self._column - indent
            if place == part.pictured:
                side = _BUTTON * self._factor
                self._page.buttons.append(QRectF(x + self._column - side, y + 0.8, side, side))
                width -= side + 1.5
            y = self._text(line, x + indent, y, width, _BODY_PT)
            y += (0.3 if part.times else 1.1) * self._factor
        return y

    def _foot(self, text: str) -> None:
        if text:
            self._text(text, _MARGIN, PAGE_HEIGHT - _TOP - 1.0, self._width, _SMALL_PT, _QUIET)

    def _text(
        self, text: str, x: float, y: float, width: float, size: float, colour: str = _INK, bold: bool = False
    ) -> float:
        """Place a text; gives the y below it."""
        item = _Text(text, x, y, width, size * self._factor, colour, bold)
        self._page.texts.append(item)
        return y + self._typesetter.height(item)


class _Typesetter:
    """Sets one text at a time, in the same document: PyQt loses its way among many that come and go in a task."""

    def __init__(self, device: QPdfWriter, family: str) -> None:
        self._family = family
        self._document = QTextDocument()
        self._layout = self._document.documentLayout()
        self._layout.setPaintDevice(device)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._document.setUseDesignMetrics(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self._document)

    def height(self, item: _Text) -> float:
        """How high a text is in its width, in mm."""
        self._set(item)
        return float(self._document.size().height()) / _UNITS_PER_MM

    def draw(self, item: _Text, painter: QPainter) -> None:
        """Draw a text where it stands."""
        self._set(item)
        painter.save()
        painter.translate(QPointF(item.x * _UNITS_PER_MM, item.y * _UNITS_PER_MM))
        self._document.drawContents(painter)
        painter.restore()

    def _set(self, item: _Text) -> None:
        """With what stands between BOLD and PLAIN in bold."""
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._cursor.removeSelectedText()
        for number, part in enumerate(item.text.replace(PLAIN, BOLD).split(BOLD)):
            font = QFont(self._family)
            font.setPointSizeF(item.size)
            font.setBold(item.bold or number % 2 == 1)
            # A hair keeps Qt from ligatures (tt, fi), which cannot be searched in a PDF or read aloud.
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _HAIR)
            style = QTextCharFormat()
            style.setFont(font)
            style.setForeground(QColor(item.colour))
            self._cursor.insertText(substitute_glyphs(part, self._family), style)
        self._document.setTextWidth(item.width * _UNITS_PER_MM)


def _draw(painter: QPainter, page: _PageItems, typesetter: _Typesetter) -> None:
    for box in page.boxes:
        sides = QRectF(*(length * _UNITS_PER_MM for length in (box.x, box.y, box.width, box.height)))
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(box.colour))
        painter.drawRect(sides)
    picture = QSvgRenderer(str(paths.PANEL_ICON))
    for place in page.buttons:
        picture.render(painter, QRectF(place.topLeft() * _UNITS_PER_MM, place.size() * _UNITS_PER_MM))
    for item in page.texts:
        typesetter.draw(item, painter)
